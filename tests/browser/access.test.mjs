// The page for everyone: by rule in both themes and both widths, and by keyboard alone.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { openComparison, paste, pasteSample, ready, sampleText } from "./actions.mjs";
import { openPage } from "./harness.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const WIDTHS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

for (const colorScheme of ["light", "dark"]) {
  for (const [device, viewport] of Object.entries(WIDTHS)) {
    test(`no rule of accessibility is broken, ${colorScheme} on a ${device}`, async (t) => {
      const { page } = await openPage(t, { context: { colorScheme, viewport, bypassCSP: true } });
      await ready(page);
      await page.addScriptTag({ path: AXE });
      await assertAccessible(page, "the start page");
      await pasteSample(page, "checkout-errors");
      await assertAccessible(page, "a report");
      await page.getByTestId("correct-window").click();
      await page.locator("[data-testid=correction] input").nth(1).fill("later");
      await page.getByTestId("save").click();
      await page.getByTestId("problem").waitFor();
      await assertAccessible(page, "a correction that cannot be read");
      await page.locator("[data-testid=correction] input").nth(1).fill("");
      await page.getByTestId("save").click();
      await page.getByTestId("withdraw-end").waitFor();
      await page.getByTestId("write-tags").click();
      await assertAccessible(page, "a corrected fact and the field of the tags");
      await pasteSample(page, "payments-api");
      await pasteSample(page, "slow-dashboards");
      await openComparison(page);
      await assertAccessible(page, "the comparison");
      await page.getByRole("button", { name: "Report", exact: true }).click();
      await page.getByRole("button", { name: /^Delete Postmortem/ }).click();
      await page.getByTestId("deleted").click();
      await assertAccessible(page, "the recently deleted");
    });

    test(`nothing runs out of the page sideways, ${colorScheme} on a ${device}`, async (t) => {
      const { page } = await openPage(t, { context: { colorScheme, viewport } });
      await ready(page);
      await pasteSample(page, "search-overload");
      await pasteSample(page, "image-uploads");
      assert.equal(await sidewaysScroll(page), 0, "the report");
      await openComparison(page);
      assert.equal(await sidewaysScroll(page), 0, "the comparison");
    });
  }
}

test("the keyboard alone reaches a report, its facts and its words", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  await page.getByTestId("report-text").focus();
  await page.keyboard.insertText(sampleText("checkout-errors"));
  await page.getByTestId("fact-duration").waitFor();
  await tabTo(page, "[data-testid=fact-impact]");
  await page.locator("[data-testid=report-view] [data-facts~=impact].lit").first().waitFor();
  await page.keyboard.press("Enter");
  await tabTo(page, "[data-testid=report-view] mark");
  assert.ok(await focusIsVisible(page), "the focus must be seen");
  await assertQuiet();
});

test("a question mark lists the keys, and Escape closes the list", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /key/i);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await assertQuiet();
});

test("a question mark in the text field is only a question mark", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  const field = page.getByTestId("report-text");
  await field.focus();
  await page.keyboard.type("why?");
  assert.equal(await field.inputValue(), "why?");
  assert.equal(await page.getByRole("dialog").isVisible(), false);
});

test("the theme follows the system until it is chosen", async (t) => {
  const { page } = await openPage(t, { context: { colorScheme: "dark" } });
  await ready(page);
  const dark = await background(page);
  await page.emulateMedia({ colorScheme: "light" });
  assert.notEqual(await background(page), dark);
});

test("every button is large enough for a finger", async (t) => {
  const { page } = await openPage(t, { context: { viewport: WIDTHS.phone } });
  await ready(page);
  await pasteSample(page, "checkout-errors");
  const small = await page.evaluate(() => {
    const controls = [...document.querySelectorAll("button, select, summary, [role=button]")];
    return controls
      .filter((control) => control.checkVisibility() && !control.closest("[data-testid=report-view], svg"))
      .map((control) => [control.innerText, control.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([words, { width, height }]) => `${words}: ${width} × ${height}`);
  });
  assert.deepEqual(small, []);
});

test("the report stays on paper", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  await paste(page, sampleText("payments-api"));
  await page.getByTestId("fact-duration").waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByTestId("fact-duration").isVisible(), true);
  assert.equal(await page.getByTestId("theme-switch").isVisible(), false);
});

async function assertAccessible(page, where) {
  const violations = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
  });
  assert.deepEqual(violations, [], where);
}

// Pages that are too wide are a nuisance from one pixel on.
function sidewaysScroll(page) {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}

async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`200 presses of Tab do not reach ${selector}`);
}

function focusIsVisible(page) {
  return page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
}

function background(page) {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}
