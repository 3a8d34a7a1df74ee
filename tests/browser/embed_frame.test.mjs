// embed.html: the widget in a frame, with and without a sandbox, and what its messages may and may not do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleText } from "./actions.mjs";
import { openHost } from "./embed_harness.mjs";
import { serveFolder } from "./serve.mjs";

const SANDBOX = "allow-scripts";

// A host as the documentation shows it: it says hello, adjusts the height, and keeps what it hears.
const hostScript = (lens) => `
  const frame = document.querySelector("iframe");
  const heard = globalThis.heard = [];
  globalThis.say = (message) => frame.contentWindow.postMessage({ outageLens: 1, ...message }, "*");
  addEventListener("message", ({ source, data }) => {
    if (source !== frame.contentWindow || data?.outageLens !== 1) return;
    heard.push(data);
    if (data.type === "height") frame.setAttribute("height", data.height);
  });
  frame.src = ${JSON.stringify(lens)};
`;

/** Opens a host with one frame; `address` is what stands behind the frame's path. */
function openFrame(t, { address = "", sandbox, ...options } = {}) {
  const attributes = `title="Report" width="700" ${sandbox === undefined ? "" : `sandbox="${sandbox}"`}`;
  return openHost(t, {
    policy: () => undefined,
    lensHeaders: {},
    page: ({ folder }) => `<iframe ${attributes}></iframe><script>${hostScript(`${folder}/embed.html${address}`)}</script>`,
    ...options,
  });
}

const messages = (page, type) => page.evaluate((type) => globalThis.heard.filter((data) => data.type === type), type);

async function message(page, type, fits = () => true) {
  for (let left = 500; left > 0; left -= 1) {
    const found = (await messages(page, type)).filter(fits);
    if (found.length > 0) return found.at(-1);
    await page.waitForTimeout(20);
  }
  throw new Error(`no message ${type}: ${JSON.stringify(await page.evaluate(() => globalThis.heard)).slice(0, 500)}`);
}

const inside = (page) => page.frames()[1];
const duration = (page) => inside(page).locator("outage-lens [data-fact=duration]").first().getAttribute("data-value");

for (const sandbox of [undefined, SANDBOX]) {
  const name = sandbox === undefined ? "a frame" : "a sandboxed frame without origin or storage";
  test(`${name} shakes hands, shows a report and tells its height`, async (t) => {
    const { page, assertQuiet } = await openFrame(t, { sandbox });
    assert.deepEqual(await message(page, "ready"), { outageLens: 1, type: "ready", protocol: 1 });
    const hello = (await messages(page, "ready")).length;
    await page.evaluate(() => globalThis.say({ type: "hello" }));
    await page.waitForFunction((count) => globalThis.heard.filter(({ type }) => type === "ready").length > count, hello);
    await page.evaluate((text) => globalThis.say({ type: "show", text }), sampleText("checkout-errors"));
    const { reports } = await message(page, "analyzed");
    assert.equal(reports[0].incidents[0].duration.minutes, 90);
    assert.equal(await duration(page), "90");
    const { height } = await message(page, "height", (data) => data.height > 400);
    assert.ok(height < 3000, `${height}`);
    const scrolls = await inside(page).evaluate(() => document.documentElement.scrollHeight > innerHeight + 1);
    assert.equal(scrolls, false, "the frame is as high as its widget");
    await assertQuiet();
  });
}

test("a report in the address needs no message, and a new address is read anew", async (t) => {
  const text = encodeURIComponent("# Outage\n\nThe outage lasted 2 hours and hit 12% of users.");
  const { page, assertQuiet } = await openFrame(t, { address: `#theme=dark&parts=facts&text=${text}`, sandbox: SANDBOX });
  await inside(page).locator("outage-lens .fact").first().waitFor();
  assert.equal(await duration(page), "120");
  assert.equal(await inside(page).locator("outage-lens figure").count(), 0, "only the part that was asked for");
  assert.equal(await inside(page).evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.deepEqual(await messages(page, "analyzed"), [], "a host that said no hello is told nothing of the report");
  await inside(page).evaluate(() => (location.hash = `#text=${encodeURIComponent("The outage lasted 3 hours.")}`));
  await inside(page).locator("[data-fact=duration][data-value='180']").waitFor();
  await assertQuiet();
});

test("several texts are compared", async (t) => {
  const { page, assertQuiet } = await openFrame(t, { sandbox: SANDBOX });
  await message(page, "ready");
  const texts = ["checkout-errors", "image-uploads", "payments-api"].map(sampleText);
  await page.evaluate((texts) => {
    globalThis.say({ type: "hello" });
    globalThis.say({ type: "show", texts, theme: "light" });
  }, texts);
  assert.equal((await message(page, "analyzed")).reports.length, 3);
  assert.equal(await inside(page).locator("outage-lens table.wide tbody tr").count(), 3);
  await assertQuiet();
});

test("only the origin in the address is heard", async (t) => {
  const { page, host } = await openFrame(t, { address: "?origin=https%3A%2F%2Fwiki.example" });
  await inside(page).waitForSelector("outage-lens");
  await page.evaluate(() => {
    globalThis.say({ type: "hello" });
    globalThis.say({ type: "show", text: "The outage lasted 2 hours." });
  });
  await page.waitForTimeout(400);
  assert.equal(await inside(page).locator("outage-lens .fact").count(), 0, `${host.origin} is not https://wiki.example`);
  // The browser says on the console that the frame's own messages have another target than this host, and drops them.
  assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
});

test("an origin in the address may end with a slash, and one that only begins like the host's is another", async (t) => {
  for (const [more, isHeard] of [["/", true], [".example", false], ["1", false]]) {
    const { page } = await openFrame(t, { page: ({ folder }) => `<iframe title="Report"></iframe><script>
      ${hostScript(`${folder}/embed.html`).replace(/frame\.src = (.*);/, `frame.src = $1 + "?origin=" + encodeURIComponent(location.origin + "${more}");`)}</script>` });
    await inside(page).waitForSelector("outage-lens");
    await page.evaluate(() => globalThis.say({ type: "show", text: "The outage lasted 2 hours." }));
    if (isHeard) await message(page, "analyzed");
    else await page.waitForTimeout(300);
    assert.equal(await inside(page).locator("outage-lens .fact").count() > 0, isHeard, more);
  }
});

test("a host without an origin is heard only where the address allows it", async (t) => {
  for (const [address, isHeard] of [["", false], ["?origin=null", true]]) {
    const files = {};
    const { page } = await openFrame(t, {
      files,
      page: ({ folder }) => {
        files["/wiki/host.html"] = `<!doctype html><iframe title="Report"></iframe><script>${hostScript(`${folder}/embed.html${address}`)}</script>`;
        return '<iframe id="host" sandbox="allow-scripts" src="/wiki/host.html"></iframe>';
      },
    });
    const frame = page.frameLocator("#host").frameLocator("iframe");
    await frame.locator("outage-lens").waitFor({ state: "attached" });
    await page.frames().find((one) => one.url().endsWith("host.html")).evaluate(() => {
      globalThis.say({ type: "hello" });
      globalThis.say({ type: "show", text: "The outage lasted 2 hours." });
    });
    if (isHeard) await frame.locator("outage-lens .fact").first().waitFor();
    else await page.waitForTimeout(300);
    assert.equal((await frame.locator("outage-lens .fact").count()) > 0, isHeard, address);
  }
});

test("hostile messages change nothing: from another window, of another shape, before the hello", async (t) => {
  const intruder = await serveFolder("/nowhere", {
    pages: { "/x": `<script>setInterval(() => { parent[0].postMessage({ outageLens: 1, type: "show", text: "The outage lasted 99 hours." }, "*"); }, 20)</script>` },
  });
  t.after(() => intruder.close());
  const { page, problems } = await openFrame(t, {
    page: ({ folder }) => `<iframe title="Report" width="700"></iframe><iframe id="other" title="Intruder" src="${intruder.origin}/x"></iframe>
      <script>${hostScript(`${folder}/embed.html`)}</script>`,
  });
  await message(page, "ready");
  await page.evaluate(() => globalThis.say({ type: "show", text: "The outage lasted 7 hours." }));
  await page.waitForTimeout(300);
  const frame = page.frames().find((one) => one.url().includes("embed.html"));
  assert.equal(await frame.locator("outage-lens .fact").count(), 0, "no hello yet, and the intruder is not the host");
  await page.evaluate(() => {
    globalThis.say({ type: "hello" });
    const { contentWindow } = document.querySelector("iframe");
    for (const data of [null, 7, "x", [], {}, { outageLens: 2, type: "show", text: "It lasted 5 hours." }]) contentWindow.postMessage(data, "*");
    globalThis.say({ type: "show", text: 7, texts: { length: 2 }, theme: {}, parts: [] });
    globalThis.say({ type: "constructor" });
    globalThis.say({ type: "show", text: "The outage lasted 2 hours." });
  });
  await frame.locator("[data-fact=duration][data-value='120']").waitFor();
  await page.waitForTimeout(200);
  assert.equal(await frame.locator("[data-fact=duration]").first().getAttribute("data-value"), "120");
  assert.deepEqual(problems, []);
});
