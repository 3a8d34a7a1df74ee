// What must hold in every wiki, once it is installed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newContext, watch } from "../harness.mjs";
import { complaints } from "./complaints.mjs";
import { snippets } from "./document.mjs";

/** Milliseconds; a wiki makes its caches for the first page. */
const STARTED = 60_000;

/** A report that would like to be more than a text. */
const HOSTILE = [
  "Logins failed from 10:00 to 10:45 UTC on 3 May 2024.",
  "",
  "</pre><script>globalThis.hacked = 1</script><img src=x onerror='globalThis.hacked = 2'>",
  "'''bold''' **bold** {{Template}} [[Category:Hacked]] ~~~~ <nowiki>x</nowiki> <html><script>globalThis.hacked = 3</script></html>",
  "<code>\"quotes\" & 'ampersands' &lt;b&gt;</code> </outage-lensx> ${1} \\1 %%x%% ((note)) <pre>",
].join("\n");

/**
 * Tests a wiki. `install` gives it (see mediawiki.mjs), `names` are those of the pages that the document speaks of,
 * `reports` what stands on them in the wiki's own markup, `dated` is the name of a page with a day in it, and
 * `missing` what is said of a page that is not there. `policy` is what the wiki's own content security policy must be like,
 * where it is to send one.
 */
export function testWiki({ heading, install, names, dated, reports, missing, policy }) {
  const [inside, elsewhere, several] = snippets(heading, "wiki");
  let wiki;
  before(async () => {
    wiki = await install();
  });
  after(() => wiki?.close());

  const open = (t, title, options, where = wiki) => openWikiPage(t, where, title, options);

  test("a report inside the tag becomes facts", async (t) => {
    await wiki.save("Inside", inside);
    const { page, assertQuiet, answer } = await open(t, "Inside");
    if (policy) assert.match(answer.headers()["content-security-policy"], policy);
    assert.equal(await fact(page, "duration"), "90");
    assert.equal(await fact(page, "impact"), "40");
    assert.equal(await page.locator("outage-lens pre").isVisible(), false, "the widget stands in the report's place");
    await assertQuiet();
  });

  test("a report on another page is read from there, in the wiki's own markup", async (t) => {
    await wiki.save(names[0], reports[0]);
    await wiki.save("Elsewhere", elsewhere);
    const { page, assertQuiet } = await open(t, "Elsewhere");
    assert.equal(await fact(page, "duration"), "90");
    assert.equal(await fact(page, "impact"), "40");
    assert.equal(await page.locator("outage-lens .entries tbody tr").count(), 3);
    await assertQuiet();
  });

  test("the day of a report may stand in the name of its page alone", async (t) => {
    const dayless = "Checkout outage.\n\n18:05 UTC: Payments begin to fail\n\n19:35 UTC: Payments work again\n";
    await wiki.save(dated, dayless);
    await wiki.save("By name", elsewhere.replace(names[0], dated));
    await wiki.save(`${dated} inside`, `<outage-lens>\n${dayless}</outage-lens>`);
    for (const title of ["By name", `${dated} inside`]) {
      const { page, assertQuiet } = await open(t, title);
      const start = await page.locator("outage-lens").evaluate((one) => one.report.incidents[0].start.at);
      assert.equal(start, "2024-02-20T18:05");
      await assertQuiet();
    }
  });

  test("two pages are compared", async (t) => {
    await wiki.save(names[0], reports[0]);
    await wiki.save(names[1], reports[1]);
    await wiki.save("Comparison", several);
    const { page, assertQuiet } = await open(t, "Comparison");
    const table = page.locator("outage-lens table").last();
    assert.match(await page.locator("outage-lens .title").first().textContent(), /2 incidents/);
    assert.match(await table.textContent(), /1 h 30 min.*30 min/s);
    await assertQuiet();
  });

  test("where a page of a comparison is missing, the widget says so", async (t) => {
    await wiki.save(names[0], reports[0]);
    await wiki.save("Missing", several.replace(names[1], `${names[1]}_nowhere`));
    const { page } = await open(t, "Missing", { awaits: "outage-lens .notice, outage-lens .foot" });
    await page.locator("outage-lens").getByText(missing).waitFor();
  });

  test("a page that is edited again shows the report that it has now", async (t) => {
    await wiki.save("Edited", inside);
    await wiki.save("Edited", inside.replaceAll("19:35", "18:35"));
    const { page, assertQuiet } = await open(t, "Edited");
    assert.equal(await fact(page, "duration"), "30");
    await assertQuiet();
  });

  test("nothing of a report becomes live", async (t) => {
    await wiki.save("Hostile", `<outage-lens>\n${HOSTILE}\n</outage-lens>\n\nAfter it.`);
    const { page, assertQuiet } = await open(t, "Hostile");
    assert.equal(await fact(page, "duration"), "45");
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    // MediaWiki makes some spaces such that no line breaks there.
    const shown = (await page.locator("outage-lens > pre").textContent()).trim().replaceAll("\u00a0", " ");
    assert.equal(shown, HOSTILE);
    assert.equal(await page.getByText("After it.").isVisible(), true);
    await assertQuiet();
  });

  test("nothing of an attribute becomes live", async (t) => {
    const attribute = `"><script>globalThis.hacked = 1</script>`;
    const lines = [
      `<outage-lens page='${attribute}' onclick="globalThis.hacked = 2" src="https://example.org/" />`,
      `<outage-lens height='${attribute}' onclick="globalThis.hacked = 3">10:00 to 10:45 UTC, outage.</outage-lens>`,
      `<outage-lens view="compare">\n* ${attribute}\n* [[javascript:alert(1)]]\n</outage-lens>`,
    ];
    await wiki.save("Attributes", lines.join("\n\n"));
    const { page } = await open(t, "Attributes", { awaits: "outage-lens" });
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    const attributes = await page.locator("outage-lens").evaluateAll((all) => all.flatMap((one) => one.getAttributeNames()));
    assert.ok(!attributes.includes("onclick"), attributes.join(" "));
    const addresses = await page.locator("outage-lens[src], outage-lens [data-src], outage-lens a").evaluateAll((all) =>
      all.map((one) => new URL(one.getAttribute("src") ?? one.dataset.src ?? one.href, document.baseURI).origin));
    assert.deepEqual([...new Set(addresses)].filter((origin) => origin !== wiki.origin), []);
  });

  test("a long report is read to its end", async (t) => {
    const filler = "The team looked at graphs and wrote down what they saw in them, line by line.\n".repeat(4_000);
    await wiki.save("Long", `<outage-lens>\n${filler}\nLogins failed from 10:00 to 10:45 UTC on 3 May 2024.\n</outage-lens>`);
    const { page, assertQuiet } = await open(t, "Long");
    assert.equal(await fact(page, "duration"), "45");
    await assertQuiet();
  });

  test("a light wiki has a light widget, whatever the reader's system prefers", async (t) => {
    await wiki.save("Light", inside);
    const { page } = await open(t, "Light", { context: { colorScheme: "dark" } });
    assert.ok((await brightness(page)) > 0.9);
  });

  test("in a wiki whose style sheet is dark the widget is dark", async (t) => {
    const dark = await install({ styles: "html { color-scheme: dark; }" });
    t.after(() => dark.close());
    await dark.save("Dark", inside);
    const { page } = await open(t, "Dark", {}, dark);
    assert.ok((await brightness(page)) < 0.2);
  });

  test("without the script the report stays readable", async (t) => {
    await wiki.save("Plain", inside);
    const { page } = await open(t, "Plain", { context: { javaScriptEnabled: false }, awaits: "outage-lens pre" });
    assert.match(await page.locator("outage-lens pre").textContent(), /Checkout failed on 20 February 2024/);
  });
}

/** Opens a page of the wiki and waits for what is to be there, by default the whole widget. */
export async function openWikiPage(t, wiki, title, { context: options = {}, awaits } = {}) {
  const context = await newContext(options);
  t.after(() => context.close());
  const problems = [];
  await watch(context, wiki.origin, problems);
  const page = await context.newPage();
  const pending = new Set();
  page.on("request", (request) => pending.add(request.url()));
  page.on("requestfinished", (request) => pending.delete(request.url()));
  const answer = await page.goto(wiki.address(title));
  assert.equal(answer.status(), 200);
  // A wiki whose database is busy may answer with a page that says so.
  if ((await page.locator("outage-lens").count()) === 0) await page.reload();
  const awaited = page.locator(awaits ?? "outage-lens .lens .foot").first();
  await awaited.waitFor({ state: "attached", timeout: STARTED }).catch(async ({ message }) => {
    const shown = await page.locator("outage-lens").first().evaluate((one) => one.shadowRoot?.textContent).catch(String);
    const body = await page.locator("body").innerText();
    throw new Error([message, ...problems, `page: ${body.slice(0, 600)}`, `unanswered: ${[...pending].join(" ")}`, `shown: ${shown}`].join("\n"));
  });
  const assertQuiet = async () => {
    await page.waitForLoadState("networkidle");
    assert.deepEqual(complaints(problems), [], "the console, the policy and the network must stay quiet");
  };
  return { page, answer, assertQuiet };
}

/** The value of a fact for programs: minutes, percent. */
export function fact(page, id) {
  return page.locator(`outage-lens [data-fact^=${id}]`).first().getAttribute("data-value");
}

/** How bright the widget's background is, from 0 to 1. */
export async function brightness(page) {
  const color = await page.locator("outage-lens .lens").first().evaluate((one) => getComputedStyle(one).backgroundColor);
  const channels = color.match(/[\d.]+/g).slice(0, 3).map(Number);
  return channels.reduce((sum, channel) => sum + channel, 0) / (3 * 255);
}
