// What the page copies for wikis that take Markdown: turned into HTML by GitHub's own program and drawn by Mermaid itself, which
// GitHub, GitLab, Notion and Wiki.js have inside.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pasteSample, ready } from "../actions.mjs";
import { newContext, openPage } from "../harness.mjs";

const MERMAID = createRequire(import.meta.url).resolve("@mermaid-js/tiny/dist/mermaid.tiny.js");
// The words that must be in the table, and how many phases and events are in the chart.
const COPIED = {
  "checkout-errors": { facts: ["1 h 30 min", "about 40 %"], bars: 3, milestones: 4 },
  "payments-api": { facts: ["2 h 5 min", "62 %"], bars: 5, milestones: 7 },
  "eastern-region-network": { facts: ["2 h 35 min", "about 18 %"], bars: 4, milestones: 5 },
};

for (const [name, { facts, bars, milestones }] of Object.entries(COPIED)) {
  test(`${name} is a table for GitHub's Markdown and a chart for Mermaid`, async (t) => {
    const [markdown, chart] = await copied(t, name);
    const html = execFileSync("cmark-gfm", ["--extension", "table", "--extension", "tagfilter"], { input: markdown, encoding: "utf8" });
    const drawn = await openDrawn(t);
    await drawn.setContent(html);
    const cells = await drawn.locator("table").first().locator("tbody td").allInnerTexts();
    for (const fact of facts) assert.ok(cells.some((cell) => cell.includes(fact)), `${fact} is not in ${cells.join(" | ")}`);
    const [, source] = /^```mermaid\n(.*)\n```\n$/s.exec(chart) ?? [];
    assert.ok(source, chart);
    assert.deepEqual(await tasks(drawn, source), { bars, milestones });
  });
}

/** What the dialog copies: the facts as Markdown, the timeline as a fenced block. */
async function copied(t, name) {
  const { page } = await openPage(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await ready(page);
  await pasteSample(page, name);
  await page.getByTestId("share").click();
  const texts = [];
  for (const [button, told] of [["Copy as Markdown", "copied as Markdown."], ["Copy as Mermaid chart", "copied for Mermaid."]]) {
    await page.getByRole("button", { name: button }).click();
    await page.getByText(told).waitFor();
    texts.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  return texts;
}

async function openDrawn(t) {
  const context = await newContext({ offline: true });
  t.after(() => context.close());
  return context.newPage();
}

/** How many bars and milestones Mermaid draws of a chart; it throws where it does not understand one. */
async function tasks(page, source) {
  await page.addScriptTag({ path: MERMAID });
  const svg = await page.evaluate(async (source) => {
    globalThis.mermaid.initialize({ startOnLoad: false });
    return (await globalThis.mermaid.render("chart", source)).svg;
  }, source);
  await page.setContent(svg);
  const milestones = await page.locator("rect.task.milestone").count();
  return { bars: (await page.locator("rect.task").count()) - milestones, milestones };
}
