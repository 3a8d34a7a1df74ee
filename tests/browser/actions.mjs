// What a reader does on the page, and what they read from it.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "static", "samples");

/** The names of the sample reports. */
export function sampleNames() {
  return readdirSync(SAMPLES).filter((file) => file.endsWith(".md")).map((file) => file.slice(0, -3)).sort();
}

/** The text of a sample report. */
export function sampleText(name) {
  return readFileSync(join(SAMPLES, `${name}.md`), "utf8");
}

/** Waits until the page has started. */
export async function ready(page) {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
}

/** Pastes `text` on the page, outside of the text field, as the clipboard would. */
export async function paste(page, text) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
  }, text);
}

/** Pastes a sample report and waits until its facts are there. */
export async function pasteSample(page, name) {
  const before = await page.getByTestId("report-item").count();
  await paste(page, sampleText(name));
  await page.waitForFunction(
    (count) => document.querySelectorAll("[data-testid=report-item]").length > count,
    before,
  );
  await page.waitForFunction(() => {
    const answer = document.querySelector("[data-testid=fact-duration], [data-testid=nothing-found]");
    return answer && !answer.textContent.includes("Reading");
  });
}

/** The value of a fact for programs: minutes, percent, times; empty where the text does not settle it. */
export async function factValue(page, fact) {
  const cell = page.getByTestId(`fact-${fact}`);
  return (await cell.count()) === 0 ? "" : cell.getAttribute("data-value");
}

/** Opens the comparison of all reports. */
export async function openComparison(page) {
  const table = page.getByTestId("compare-table");
  if (!(await table.isVisible())) await page.getByRole("button", { name: /^compare/i }).click();
  await table.waitFor();
}

/** Waits until the element of that test id has the focus, which comes a moment after what was done is drawn. */
export function focusIs(page, testid) {
  return page.waitForFunction((testid) => document.activeElement.dataset.testid === testid, testid);
}
