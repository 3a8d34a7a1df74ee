// The zone and the entries of a timeline, corrected in place: figures, chart, text and the library follow.

import assert from "node:assert/strict";
import { test } from "node:test";
import { focusIs, paste, ready } from "./actions.mjs";
import { openPage } from "./harness.mjs";

const REPORT = `# Checkout down

Date: 9 May 2024, all times UTC

## Timeline

- 14:00 Outage begins: checkout fails for everyone
- 14:07 An alert fires and pages the on-call engineer
- 14:20 The root cause is found: a full disk
- 14:31 Somebody orders pizza
- 15:00 Service is fully restored
`;

async function openReport(t, options) {
  const opened = await openPage(t, options);
  await ready(opened.page);
  await paste(opened.page, REPORT);
  await rows(opened.page).nth(4).waitFor();
  return opened;
}

const rows = (page) => page.locator("[data-testid=timeline-table] tbody tr");

function valueIs(page, fact, value) {
  return page.waitForFunction(
    ([fact, value]) => document.querySelector(`[data-testid=fact-${fact}]`)?.getAttribute("data-value") === value,
    [fact, value],
  );
}

async function begin(page, place) {
  await page.getByTestId(`correct-entry-${place}`).click();
  return page.getByTestId("correction");
}

/** The marks of the timeline's chart, as they are told to screen readers. */
const marks = (page) =>
  page.locator("[data-testid=timeline-chart] svg [aria-label]").evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));

async function reload(page) {
  await page.waitForTimeout(300);
  await page.reload();
  await rows(page).nth(4).waitFor();
}

test("the time of an entry is corrected in its row, and what was read from it follows", async (t) => {
  const { page, assertQuiet } = await openReport(t);
  const before = await marks(page);
  const form = await begin(page, 1);
  const field = form.getByRole("textbox", { name: "Time" });
  assert.equal(await field.inputValue(), "2024-05-09 14:07");
  await page.waitForFunction(() => document.activeElement.name === "entry-1-time");
  await field.fill("25:99");
  await page.keyboard.press("Enter");
  await page.getByTestId("problem").waitFor();
  await field.fill("14:12");
  await page.keyboard.press("Enter");
  await valueIs(page, "detected", "2024-05-09T14:12");
  await focusIs(page, "correct-entry-1");
  assert.match(await rows(page).nth(1).innerText(), /14:12[^]*edited[^]*Time, report: 2024-05-09 14:07/);
  assert.notDeepEqual(await marks(page), before, "the chart is drawn anew");
  await (await begin(page, 4)).getByRole("textbox", { name: "Time" }).fill("15:30");
  await page.keyboard.press("Enter");
  await valueIs(page, "duration", "90");
  await reload(page);
  await valueIs(page, "duration", "90");
  await valueIs(page, "detected", "2024-05-09T14:12");
  await page.getByTestId("withdraw-entry-1-time").click();
  await valueIs(page, "detected", "2024-05-09T14:07");
  await valueIs(page, "duration", "90");
  await page.keyboard.press("u");
  await valueIs(page, "detected", "2024-05-09T14:12");
  await assertQuiet();
});

test("the phase of an entry is chosen from a menu", async (t) => {
  const { page, assertQuiet } = await openReport(t);
  const form = await begin(page, 3);
  await form.getByRole("combobox", { name: "Phase" }).selectOption("mitigated");
  await form.getByTestId("save").click();
  await page.getByTestId("withdraw-entry-3-phase").waitFor();
  assert.match(await rows(page).nth(3).innerText(), /mitigated/);
  assert.match(await page.locator(".chips").innerText(), /Mitigated\s*\d+:31|Mitigated[^]*14:31/);
  await reload(page);
  assert.match(await page.locator(".chips").innerText(), /Mitigated[^]*14:31/);
  await assertQuiet();
});

test("an entry that is none is removed, stays to be seen, and comes back", async (t) => {
  const { page, assertQuiet } = await openReport(t);
  const form = await begin(page, 1);
  await form.getByTestId("remove-entry").click();
  await valueIs(page, "detected", "");
  const removed = rows(page).nth(1);
  assert.match(await removed.innerText(), /An alert fires[^]*Removed by you/);
  assert.equal(await removed.getAttribute("data-fact"), null);
  assert.ok(!(await marks(page)).some((mark) => mark.includes("An alert fires")), "the chart has it no more");
  // Rows, marks of the text and marks of the chart that stand for the same entry light up together.
  await rows(page).nth(2).hover();
  await page.waitForFunction(() => /The root cause|14:20/.test(document.querySelector("[data-testid=report-view] mark.lit")?.textContent ?? ""));
  await reload(page);
  await valueIs(page, "detected", "");
  await page.getByTestId("withdraw-entry-1-removed").click();
  await valueIs(page, "detected", "2024-05-09T14:07");
  await assertQuiet();
});

test("the zone is corrected, and the moments are shown in it", async (t) => {
  const { page, assertQuiet } = await openReport(t);
  assert.match(await page.getByTestId("fact-window").innerText(), /UTC/);
  await page.getByTestId("correct-zone").click();
  const field = page.locator("[data-testid=correction] input");
  await field.fill("the moon");
  await page.keyboard.press("Enter");
  assert.match(await page.getByTestId("problem").innerText(), /Europe\/Paris/);
  await field.fill("Europe/Paris");
  await page.keyboard.press("Enter");
  await page.getByTestId("withdraw-zone").waitFor();
  assert.match(await page.getByTestId("fact-window").innerText(), /Europe\/Paris \(UTC\+2\)/);
  assert.match(await page.locator(".chips").innerText(), /corrected by you[^]*report: UTC/);
  await reload(page);
  assert.match(await page.getByTestId("fact-window").innerText(), /Europe\/Paris \(UTC\+2\)/);
  await page.getByTestId("withdraw-zone").click();
  await page.waitForFunction(() => !document.querySelector("[data-testid=fact-window]").textContent.includes("Paris"));
  await assertQuiet();
});

test("on a phone a row's fields fit", async (t) => {
  const { page } = await openReport(t, { context: { viewport: { width: 360, height: 740 }, hasTouch: true } });
  await begin(page, 2);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `${wider} px too wide`);
});
