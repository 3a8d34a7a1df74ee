// How long the comparison takes in Chromium: opening it, and each of its charts alone, with 12, 1,000 and 10,000
// incidents. Run by ./dev bench after ./dev build; the numbers are milliseconds on this machine.
//
// A chart is drawn from its figures to its scene and on to the page's elements ("drawn"), and then laid out and painted by
// the browser ("shown"). All others are hidden meanwhile, because charts that come near together are drawn together.
// Each is opened several times, and the middle time is printed. One that takes more than the limit fails.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openComparison, paste, ready } from "../tests/browser/actions.mjs";
import { openPage } from "../tests/browser/harness.mjs";

/** The page lists at most 300 incidents of one text. */
const PER_TEXT = 250;
/** How often each chart is drawn. */
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** What drawing one chart may take, in milliseconds. */
const LIMIT_MS = 100;
const COUNTS = process.env.COUNTS ? process.env.COUNTS.split(",").map(Number) : [12, 1000, 10000];

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

const press = (label) => [...document.querySelectorAll(".tab")].find((tab) => tab.textContent.startsWith(label)).click();

/** Lets only the chart of that name be seen, and takes the time until it is drawn, and until it is shown. */
async function drawAlone(page, name) {
  return page.evaluate(async (name) => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    performance.clearMeasures();
    const shown = (chart) => chart?.querySelector("svg.scene") ?? chart?.querySelector("p.soft");
    const chart = document.querySelector(`.charts figure[data-testid="${name}"]`);
    const drawn = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (!shown(chart)) return;
        observer.disconnect();
        // Yew lets the browser paint before it says that a component was rendered, where that took longer than a frame. The
        // page's measure would then hold the painting too.
        const [begin] = performance.getEntriesByName(name, "mark");
        const measured = performance.getEntriesByName(name, "measure").map((entry) => entry.duration);
        done(begin ? performance.now() - begin.startTime : Math.max(...measured));
      });
      observer.observe(chart, { childList: true, subtree: true });
    });
    await frame();
    const before = performance.now();
    chart.classList.add("alone");
    chart.scrollIntoView({ block: "center" });
    const took = await drawn;
    await frame();
    const all = performance.now() - before;
    chart.classList.remove("alone");
    return { drawn: took, shown: all, nodes: chart.querySelectorAll("svg *").length };
  }, name);
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

for (const count of COUNTS) {
  test(`${count} incidents`, async (t) => {
    const { page } = await openPage(t);
    await ready(page);
    for (const text of texts(count)) await paste(page, text);
    const label = `Compare ${count}`;
    await page.waitForFunction(
      (label) => [...document.querySelectorAll(".tab")].some((tab) => tab.textContent === label), label, { timeout: 240000 });
    const opened = await page.evaluate(async (label) => {
      const tab = [...document.querySelectorAll(".tab")].find((tab) => tab.textContent === label);
      const before = performance.now();
      tab.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - before;
    }, label);
    await openComparison(page);
    console.log(`${count} incidents: opened and painted in ${opened.toFixed(0)} ms`);
    const names = await page.evaluate(() => [...document.querySelectorAll(".charts figure")].map((chart) => chart.dataset.testid));
    // A sheet of the document's own, because the page's policy refuses every other.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".charts figure:not(.alone) { display: none; }");
      document.adoptedStyleSheets.push(sheet);
    });
    const taken = new Map(names.map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      await page.evaluate(press, "Report");
      await page.evaluate(press, "Compare");
      await openComparison(page);
      for (const name of names) taken.get(name).push(await drawAlone(page, name));
    }
    for (const [name, rounds] of taken) {
      const of = (part) => middle(rounds.map((round) => round[part]));
      console.log(`  ${name.padEnd(24)}${of("drawn").toFixed(1).padStart(8)} ms drawn  ${of("shown").toFixed(0).padStart(5)} ms shown  ${of("nodes")} elements`);
    }
    for (const [name, rounds] of taken) {
      const took = middle(rounds.map((round) => round.drawn));
      assert.ok(took < LIMIT_MS, `${name} takes ${took.toFixed(0)} ms with ${count} incidents`);
    }
  });
}
