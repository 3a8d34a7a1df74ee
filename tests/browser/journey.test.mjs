// A reader's way through the page: a report in, its facts out, the words behind each, and three side by side.

import assert from "node:assert/strict";
import { test } from "node:test";
import { factValue, openComparison, pasteSample, ready, sampleNames } from "./actions.mjs";
import { openPage } from "./harness.mjs";

// Minutes and percent of each sample; empty where the report does not say.
const FACTS = {
  "checkout-errors": { duration: "90", impact: "40", doubts: 1 },
  "eastern-region-network": { duration: "155", impact: "18", doubts: 0 },
  "image-uploads": { duration: "52", impact: "100", doubts: 0 },
  "message-delivery": { duration: "105", impact: "30", doubts: 0 },
  "overnight-login": { duration: "510", impact: "", doubts: 0 },
  "payments-api": { duration: "125", impact: "62", doubts: 0 },
  "search-overload": { duration: "48", impact: "", doubts: 0 },
  "slow-dashboards": { duration: "", impact: "", doubts: 0 },
};

for (const name of sampleNames()) {
  test(`the sample ${name} shows its facts`, async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await ready(page);
    await pasteSample(page, name);
    const wanted = FACTS[name];
    assert.equal(await factValue(page, "duration"), wanted.duration, "duration");
    assert.equal(await factValue(page, "impact"), wanted.impact, "impact");
    assert.equal(await page.getByTestId("discrepancy").count(), wanted.doubts, "discrepancies");
    await assertQuiet();
  });
}

test("a fact that the text does not settle says so and shows no number", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  await pasteSample(page, "overnight-login");
  const words = await page.getByTestId("fact-impact").innerText();
  assert.match(words, /not found in the text/);
  assert.doesNotMatch(words, /\d/);
});

test("every sample of the menu opens", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  for (const name of sampleNames()) {
    if (!(await page.getByTestId("sample-menu").isVisible())) await page.getByTestId("new-report").click();
    await page.getByTestId(`sample-${name}`).click();
    await page.getByTestId("sample-menu").waitFor({ state: "hidden" });
  }
  await page.waitForFunction((n) => document.querySelectorAll("[data-testid=report-item]").length === n, sampleNames().length);
  await assertQuiet();
});

test("pointing at a fact marks its words in the report", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  await pasteSample(page, "checkout-errors");
  const phrase = page.getByTestId("report-view").locator("mark[data-facts~=impact]").first();
  const before = await lookOf(phrase);
  await page.getByTestId("fact-impact").hover();
  await page.waitForFunction(isLit, "impact");
  assert.notEqual(await lookOf(phrase), before, "the mark must look different while its fact is pointed at");
  assert.match(await phrase.innerText(), /40%/);
  await page.getByTestId("fact-duration").hover();
  await page.waitForFunction(isLit, "duration");
  assert.equal(await lookOf(phrase), before, "the mark must fade when the pointer moves on");
  await assertQuiet();
});

test("focus on a fact marks its words as the pointer does", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  await pasteSample(page, "checkout-errors");
  await page.getByTestId("fact-impact").focus();
  await page.waitForFunction(isLit, "impact");
});

test("a click on a marked phrase selects its fact", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  await pasteSample(page, "checkout-errors");
  await page.getByTestId("report-view").locator("mark[data-facts~=impact]").first().click();
  const fact = page.getByTestId("fact-impact");
  await page.waitForFunction(
    () => document.querySelector("[data-testid=fact-impact]").matches("[aria-pressed=true]"),
  );
  assert.equal(await fact.isVisible(), true);
  await assertQuiet();
});

test("the timeline is shown as a table and as a chart with the same entries", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  await pasteSample(page, "payments-api");
  const rows = page.getByTestId("timeline-table").locator("tbody tr");
  assert.equal(await rows.count(), 7);
  assert.match(await rows.first().innerText(), /13:20/);
  assert.match(await rows.last().innerText(), /15:25/);
  const chart = page.getByTestId("timeline-chart").locator("svg");
  assert.ok((await chart.boundingBox()).width > 200);
});

test("a doubt stands beside the fact in a sentence with both readings", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  await pasteSample(page, "checkout-errors");
  const sentence = await page.getByTestId("discrepancy").first().innerText();
  assert.match(sentence, /1 h 30 min/);
  assert.match(sentence, /1 h 15 min/);
});

test("facts follow the text while it is typed", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  const field = page.getByTestId("report-text");
  await field.fill("# Search outage\n\nThe outage lasted 25 minutes.");
  await page.waitForFunction(valueIs, ["duration", "25"]);
  await field.pressSequentially("\n\nIt affected 12% of users.");
  await page.waitForFunction(valueIs, ["impact", "12"]);
  assert.match(await field.inputValue(), /25 minutes[^]*12% of users\.$/);
  await assertQuiet();
});

test("three reports can be compared", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  for (const name of ["checkout-errors", "payments-api", "overnight-login"]) await pasteSample(page, name);
  await openComparison(page);
  assert.equal(await page.getByTestId("compare-table").locator("tbody tr").count(), 3);
  for (const chart of ["compare-dots", "compare-aligned"]) {
    // A chart is drawn when it comes near the window.
    await page.getByTestId(chart).scrollIntoViewIfNeeded();
    const picture = page.getByTestId(chart).locator("svg.scene");
    const { width, height } = await picture.boundingBox();
    assert.ok(width > 200 && height > 40, `${chart} is ${width} × ${height}`);
  }
  const words = await page.getByTestId("compare-view").innerText();
  for (const duration of ["1 h 30 min", "2 h 5 min", "8 h 30 min"]) assert.ok(words.includes(duration), duration);
  await assertQuiet();
});

test("a report that is deleted can be brought back", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  await pasteSample(page, "checkout-errors");
  await pasteSample(page, "payments-api");
  const items = page.getByTestId("report-item");
  await page.getByRole("button", { name: /^delete /i }).first().click();
  await page.waitForFunction(() => document.querySelectorAll("[data-testid=report-item]").length === 1);
  await page.getByTestId("undo").click();
  await page.waitForFunction(() => document.querySelectorAll("[data-testid=report-item]").length === 2);
  assert.match(await items.first().innerText(), /checkout/i);
});

test("a file that is dropped becomes a report", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    const text = "# Mail outage\n\nThe outage lasted 35 minutes.";
    dataTransfer.items.add(new File([text], "mail-outage.md", { type: "text/markdown" }));
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
  await page.waitForFunction(valueIs, ["duration", "35"]);
  await assertQuiet();
});

// Runs in the page.
function valueIs([fact, value]) {
  return document.querySelector(`[data-testid=fact-${fact}]`)?.getAttribute("data-value") === value;
}

// Runs in the page.
function isLit(fact) {
  const marks = document.querySelectorAll(`[data-testid=report-view] [data-facts~=${fact}]`);
  return [...marks].some((mark) => mark.classList.contains("lit"));
}

function lookOf(locator) {
  return locator.evaluate((element) => {
    const { backgroundColor, outlineStyle, textDecorationLine, fontWeight } = getComputedStyle(element);
    return [backgroundColor, outlineStyle, textDecorationLine, fontWeight].join(" ");
  });
}
