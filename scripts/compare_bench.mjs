// How long the comparison takes in Chromium: opening it, and each of its charts, scene and elements, with 12, 1,000 and
// 10,000 incidents. Run by ./dev bench after ./dev build; the numbers are milliseconds on this machine.

import { test } from "node:test";
import { openComparison, paste, ready } from "../tests/browser/actions.mjs";
import { openPage } from "../tests/browser/harness.mjs";

/** The page lists at most 300 incidents of one text. */
const PER_TEXT = 250;

// Log-normal durations by a generator of one line, so that every run compares the same incidents.
function texts(count) {
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const rows = Array.from({ length: count }, (_, place) => {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const minutes = Math.max(1, Math.round(Math.exp(4 + 1.3 * normal)));
    const start = new Date(Date.UTC(2021, 0, 1) + Math.floor(random() * 3 * 365) * 86400000 + 36000000);
    const at = (after) => new Date(+start + after * 60000).toISOString().slice(0, 16).replace("T", " ");
    const [severity, percent] = [1 + Math.floor(random() * 3), 1 + Math.floor(random() * 100)];
    return `## ${at(0).slice(0, 10)}: Incident ${place}

Severity: SEV${severity}
Start: ${at(0)} UTC
Detected: ${at(minutes / 5)} UTC
End: ${at(minutes)} UTC

${percent}% of users were affected.
`;
  });
  const parts = Math.ceil(count / PER_TEXT);
  return Array.from({ length: parts }, (_, part) => rows.slice(part * PER_TEXT, (part + 1) * PER_TEXT).join("\n"));
}

for (const count of [12, 1000, 10000]) {
  test(`${count} incidents`, async (t) => {
    const { page } = await openPage(t);
    await ready(page);
    for (const text of texts(count)) await paste(page, text);
    const label = `Compare ${count}`;
    await page.waitForFunction(
      (label) => [...document.querySelectorAll(".tab")].some((tab) => tab.textContent === label), label, { timeout: 240000 });
    await page.evaluate(() => performance.clearMeasures());
    const opened = await page.evaluate(async (label) => {
      const tab = [...document.querySelectorAll(".tab")].find((tab) => tab.textContent === label);
      const before = performance.now();
      tab.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - before;
    }, label);
    await openComparison(page);
    for (const chart of await page.locator(".charts figure").all()) {
      await chart.scrollIntoViewIfNeeded();
      await chart.locator("svg.scene, p.soft").first().waitFor();
    }
    const charts = await page.evaluate(() => {
      const longest = {};
      for (const { name, duration } of performance.getEntriesByType("measure")) {
        longest[name] = Math.max(longest[name] ?? 0, duration);
      }
      return Object.entries(longest);
    });
    const marks = await page.evaluate(() =>
      [...document.querySelectorAll(".charts figure")].map((chart) => [chart.dataset.testid, chart.querySelectorAll("svg g").length]));
    console.log(`${count} incidents: opened and painted in ${opened.toFixed(0)} ms`);
    for (const [name, took] of charts) {
      console.log(`  ${name.padEnd(24)}${took.toFixed(1).padStart(8)} ms  ${new Map(marks).get(name) ?? ""} marks`);
    }
  });
}
