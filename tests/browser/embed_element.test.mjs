// <outage-lens> in a page of another site, under the strictest policy that lets it run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleText } from "./actions.mjs";
import { heard, openHost } from "./embed_harness.mjs";
import { serveFolder } from "./serve.mjs";

const script = ({ folder }) => `<script type="module" src="${folder}/outage-lens.js"></script>`;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const pre = (name) => `<pre>${escaped(sampleText(name))}</pre>`;
const fact = (page, id) => page.locator(`outage-lens [data-fact=${id}]`).first();
const COMPARED = ["checkout-errors", "image-uploads", "payments-api", "eastern-region-network", "overnight-login"];

test("the text inside the element becomes facts, a chart and a timeline", async (t) => {
  const { page, events, assertQuiet } = await openHost(t, {
    page: (lens) => `${script(lens)}<outage-lens>${pre("checkout-errors")}</outage-lens>`,
  });
  const { report } = await heard(page, events, "analyzed");
  assert.equal(report.schema, "outage-lens/1");
  assert.equal(report.incidents[0].duration.minutes, 90);
  assert.equal(await fact(page, "duration").getAttribute("data-value"), "90");
  assert.match(await fact(page, "window").textContent(), /18:05–19:20/);
  assert.match(await page.locator("outage-lens .doubt").textContent(), /states 1 h 30 min/);
  assert.ok((await page.locator("outage-lens svg.scene [data-fact]").count()) > 3);
  assert.ok((await page.locator("outage-lens .entries tbody tr").count()) > 3);
  assert.equal(await page.locator("outage-lens pre").isVisible(), false, "the widget stands in the text's place");
  assert.deepEqual(events.map(({ type }) => type), ["outage-lens:ready", "outage-lens:analyzed"]);
  await assertQuiet();
});

test("several are compared, from texts inside and from links, in a list too", async (t) => {
  const { page, events, lens, assertQuiet } = await openHost(t, {
    files: { "/wiki/one": sampleText("checkout-errors") },
    page: (lens) => `${script(lens)}<outage-lens view="compare"><ul><li><a href="/wiki/one">Checkout</a></li></ul>
      ${COMPARED.slice(1).map(pre).join("")}</outage-lens>`,
  });
  assert.ok(lens.origin);
  const { reports } = await heard(page, events, "analyzed");
  assert.equal(reports.length, COMPARED.length);
  const rows = page.locator("outage-lens table.wide tbody tr");
  assert.equal(await rows.count(), COMPARED.length);
  assert.match(await page.locator("outage-lens .sub").textContent(), /Duration counts outage start to end · median/);
  for (const kind of ["durations", "aligned"]) {
    const chart = page.locator(`outage-lens figure[data-chart=${kind}]`);
    assert.ok((await chart.locator("svg [data-fact^=incident-]").count()) >= COMPARED.length, kind);
    assert.ok((await chart.locator(".numbers tbody tr").count()) >= COMPARED.length, `${kind} has its table`);
  }
  await page.locator("outage-lens figure[data-chart=durations] svg [data-fact=incident-0]").first().hover();
  assert.match(await rows.nth(0).getAttribute("class"), /lit/);
  await page.evaluate(() => document.querySelector("outage-lens").setAttribute("definition", "detection-to-end"));
  await page.getByText("Duration counts detection to end").waitFor();
  await assertQuiet();
});

test("src reads a report of this site, and of another that allows it", async (t) => {
  const other = await serveFolder("/nowhere", { pages: { "/two.md": sampleText("payments-api") }, headers: { "Access-Control-Allow-Origin": "*" } });
  t.after(() => other.close());
  const { page, events } = await openHost(t, {
    files: { "/wiki/one.md": sampleText("checkout-errors") },
    policy: () => undefined,
    page: (lens) => `${script(lens)}<outage-lens src="one.md">A link to it.</outage-lens>`,
  });
  assert.equal((await heard(page, events, "analyzed")).report.incidents[0].duration.minutes, 90);
  await page.evaluate((address) => document.querySelector("outage-lens").setAttribute("src", address), `${other.origin}/two.md`);
  assert.equal((await heard(page, events, "analyzed", 2)).report.incidents[0].duration.minutes, 125);
});

test("it works by keyboard: facts show their words, arrows go from mark to mark", async (t) => {
  const { page, events, assertQuiet } = await openHost(t, {
    page: (lens) => `${script(lens)}<outage-lens>${pre("checkout-errors")}</outage-lens>`,
  });
  await heard(page, events, "analyzed");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await fact(page, "duration").getAttribute("aria-pressed"), "true");
  assert.match(await page.locator("outage-lens .proof").textContent(), /90-minute/);
  await page.locator("outage-lens svg.scene [tabindex='0']").focus();
  const focused = () => page.evaluate(() => document.querySelector("outage-lens").shadowRoot.activeElement?.getAttribute("aria-label"));
  const first = await focused();
  await page.keyboard.press("ArrowRight");
  const second = await focused();
  assert.ok(first && second && first !== second, `${first}, ${second}`);
  assert.equal(await page.locator("outage-lens svg.scene [tabindex='0']").count(), 1, "one stop of the tab key");
  assert.equal(await page.locator("outage-lens h3.title").count(), 1);
  await page.evaluate(() => document.querySelector("outage-lens").setAttribute("heading-level", "2"));
  assert.equal(await page.locator("outage-lens h2.title").count(), 1);
  await assertQuiet();
});

test("attributes choose the parts, the height and the theme; the host's own styles and storage stay untouched", async (t) => {
  const { page, events, host, assertQuiet } = await openHost(t, {
    page: (lens) => `${script(lens)}<outage-lens parts="facts chart" height="300" theme="dark">${pre("checkout-errors")}</outage-lens>`,
  });
  await heard(page, events, "analyzed");
  assert.deepEqual(await page.locator("outage-lens table.entries, outage-lens .doubts, outage-lens .entries").count(), 0);
  assert.equal(await page.locator("outage-lens figure").count(), 1);
  const box = await page.locator("outage-lens").boundingBox();
  assert.ok(box.height <= 302, `${box.height}`);
  const look = (selector) => page.locator(selector).evaluate((node) => getComputedStyle(node).backgroundColor);
  assert.equal(await look("outage-lens .lens"), "rgb(20, 22, 26)");
  await page.evaluate(() => document.querySelector("outage-lens").setAttribute("theme", "light"));
  assert.equal(await look("outage-lens .lens"), "rgb(250, 250, 248)");
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = "dark";
    document.querySelector("outage-lens").setAttribute("theme", "host");
  });
  assert.equal(await look("outage-lens .lens"), "rgb(20, 22, 26)", "as dark as the page around it");
  await page.evaluate(() => document.documentElement.removeAttribute("style"));
  const heightAt = async (height) => {
    await page.evaluate((height) => document.querySelector("outage-lens").setAttribute("height", height), height);
    return (await page.locator("outage-lens").boundingBox()).height;
  };
  assert.equal(await heightAt("12em"), 180);
  for (const none of ["auto", "", "1px} * { display: none", "tall"]) assert.ok((await heightAt(none)) > 400, none);
  const traces = await page.evaluate(() => ({
    storage: localStorage.length + sessionStorage.length,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    address: location.href,
    names: Object.keys(globalThis).filter((name) => /outage|lens/i.test(name)),
  }));
  assert.deepEqual(traces, { storage: 0, sheets: 0, address: `${host.origin}/wiki/page.html`, names: [] });
  await assertQuiet();
});

test("a text that is set, and one that changes inside, is read anew; several widgets share one engine", async (t) => {
  const { page, events, lens, assertQuiet } = await openHost(t, {
    page: (lens) => `${script(lens)}${["a", "b", "c"].map((id) => `<outage-lens id="${id}"><pre>The outage lasted 2 hours.</pre></outage-lens>`).join("")}`,
  });
  await heard(page, events, "analyzed", 3);
  await page.evaluate(() => {
    document.querySelector("#a").text = "The outage lasted 3 hours.";
    document.querySelector("#b pre").firstChild.data = "The outage lasted 4 hours.";
  });
  await heard(page, events, "analyzed", 5);
  const minutes = await page.evaluate(() => [...document.querySelectorAll("outage-lens")].map((one) => one.report.incidents[0].duration.minutes));
  assert.deepEqual(minutes, [180, 240, 120]);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(loaded.filter((name) => name.endsWith(".wasm")), [`${lens.folder}/outage-lens.wasm`]);
  await assertQuiet();
});

test("nothing but the element's own script is loaded before it comes near the window", async (t) => {
  const { page, events, assertQuiet } = await openHost(t, {
    page: (lens) => `${script(lens)}${"<p>wiki</p>".repeat(200)}<outage-lens>${pre("checkout-errors")}</outage-lens>`,
  });
  await page.waitForTimeout(300);
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop()));
  assert.deepEqual((await loaded()).filter((name) => name !== "favicon.ico"), ["outage-lens.js"]);
  assert.ok(await page.locator("outage-lens pre").isVisible(), "its text is there");
  await page.locator("outage-lens").scrollIntoViewIfNeeded();
  await heard(page, events, "analyzed");
  assert.ok((await loaded()).includes("outage-lens.wasm"));
  await assertQuiet();
});

test("added and removed 200 times it leaves nothing behind, in the engine's memory neither", async (t) => {
  const { page, events, context, assertQuiet } = await openHost(t, {
    prepare: (page) => page.addInitScript(() => {
      WebAssembly.Instance = class extends WebAssembly.Instance {
        constructor(...given) {
          super(...given);
          globalThis.engineMemory = this.exports.memory;
        }
      };
    }),
    page: (lens) => `${script(lens)}<div id="place"></div><template id="text">${pre("checkout-errors")}</template>`,
  });
  const cycles = (count) => page.evaluate(async (count) => {
    const place = document.querySelector("#place");
    for (let left = count; left > 0; left -= 1) {
      const lens = document.createElement("outage-lens");
      lens.append(document.querySelector("#text").content.cloneNode(true));
      const done = new Promise((resolve) => lens.addEventListener("outage-lens:analyzed", resolve, { once: true }));
      place.append(lens);
      await done;
      place.append(lens);
      await new Promise((resolve) => setTimeout(resolve));
      lens.remove();
    }
  }, count);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const counted = async () => {
    for (let left = 3; left > 0; left -= 1) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const engine = await page.evaluate(() => globalThis.engineMemory.buffer.byteLength);
    return { ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])), engine };
  };
  await cycles(20);
  const before = await counted();
  await cycles(200);
  const after = await counted();
  const told = ["Nodes", "JSEventListeners", "JSHeapUsedSize", "engine"].map((name) => `${name} ${before[name]}, then ${after[name]}`);
  t.diagnostic(told.join("; "));
  assert.ok(after.Nodes <= before.Nodes + 60, `nodes: ${before.Nodes}, then ${after.Nodes}`);
  assert.ok(after.JSEventListeners <= before.JSEventListeners + 4, `listeners: ${before.JSEventListeners}, then ${after.JSEventListeners}`);
  assert.ok(after.JSHeapUsedSize < before.JSHeapUsedSize + 1_500_000, `heap: ${before.JSHeapUsedSize}, then ${after.JSHeapUsedSize}`);
  assert.equal(after.engine, before.engine, "the engine's memory has not grown");
  assert.ok(events.length >= 220);
  await assertQuiet();
});

test("an element that is removed while it reads tells nothing and shows its text", async (t) => {
  const { page, events, assertQuiet } = await openHost(t, {
    page: (lens) => `${script(lens)}<outage-lens id="gone">${pre("checkout-errors")}</outage-lens><outage-lens id="stays">${pre("payments-api")}</outage-lens>`,
    prepare: (page) => page.route("**/outage-lens.wasm", async (route) => {
      await page.evaluate(() => {
        globalThis.gone = document.querySelector("#gone");
        globalThis.gone.remove();
      });
      await route.continue();
    }),
  });
  await heard(page, events, "analyzed");
  await page.waitForTimeout(100);
  assert.deepEqual([...new Set(events.map(({ id }) => id))], ["stays"]);
  assert.equal(await page.evaluate(() => globalThis.gone.shadowRoot.querySelectorAll("slot").length), 1);
  await assertQuiet();
});

test("a removed element that comes back shows its report again", async (t) => {
  const { page, events, assertQuiet } = await openHost(t, {
    page: (lens) => `${script(lens)}<outage-lens>${pre("checkout-errors")}</outage-lens>`,
  });
  await heard(page, events, "analyzed");
  await page.evaluate(() => {
    globalThis.kept = document.querySelector("outage-lens");
    globalThis.kept.remove();
  });
  await page.waitForTimeout(100);
  await page.evaluate(() => document.body.append(globalThis.kept));
  await heard(page, events, "analyzed", 2);
  assert.equal(await fact(page, "duration").getAttribute("data-value"), "90");
  await assertQuiet();
});

test("a text with several incidents lets its reader choose one", async (t) => {
  const text = "# Incidents in May\n\n## Incident on 3 May 2024: login down\n\nThe outage lasted 2 hours.\n\n## Incident on 9 May 2024: search down\n\nThe outage lasted 45 minutes.";
  const { page, events, assertQuiet } = await openHost(t, {
    page: (lens) => `${script(lens)}<outage-lens><pre>${text}</pre></outage-lens>`,
  });
  await heard(page, events, "analyzed");
  assert.equal(await fact(page, "duration").getAttribute("data-value"), "120");
  await page.locator("outage-lens select").selectOption("1");
  assert.equal(await fact(page, "duration").getAttribute("data-value"), "45");
  await assertQuiet();
});
