// Many incidents beside each other: settings, figures, charts, ways out, and what a keyboard or a finger reaches.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openComparison, paste, ready } from "./actions.mjs";
import { openPage } from "./harness.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const CLI = join(ROOT, "target", "debug", "outage-lens");
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const CHARTS = ["dots", "shares", "impact", "periods", "aligned", "phases", "groups", "availability"];

// Twelve incidents of two severities, from 20 minutes to 4 hours.
const TWELVE = Array.from({ length: 12 }, (_, place) => incident(place + 1));

function incident(day) {
  const minutes = day * 20;
  const end = `${10 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  const date = `2024-${day % 2 ? "03" : "04"}-${String(day).padStart(2, "0")}`;
  return `# Queue ${day} stalled

Severity: ${day % 2 ? "SEV1" : "SEV2"}
Service: ${day % 3 ? "queue" : "mail"}
Start: ${date} 10:00 UTC
Detected: ${date} 10:0${day % 7} UTC
End: ${date} ${end} UTC

${day * 7}% of users were affected.
`;
}

/** Opens the page with these texts, on the comparison where there is one. */
async function openWith(t, texts, options) {
  const opened = await openPage(t, options);
  await ready(opened.page);
  for (const text of texts) await paste(opened.page, text);
  if (texts.length < 2) return opened;
  const found = (n) => document.querySelector(".tab:nth-child(2)")?.textContent.endsWith(` ${n}`);
  await opened.page.waitForFunction(found, texts.length);
  await openComparison(opened.page);
  return opened;
}

/** Brings every chart near, so that all are drawn. */
async function drawAll(page) {
  for (const chart of await page.locator(".charts figure").all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator("svg.scene, p.soft").first().waitFor();
  }
}

const figure = (page, name) => page.getByTestId(`figure-${name}`).locator("dd").first().innerText();
const chart = (page, name) => page.getByTestId(`compare-${name}`);
const address = (page) => page.evaluate(() => location.hash);

function compareByCommandLine(texts, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "outage-lens-"));
  try {
    const files = texts.map((text, place) => join(folder, `${String(place).padStart(2, "0")}.md`));
    files.forEach((file, place) => writeFileSync(file, texts[place]));
    return JSON.parse(execFileSync(CLI, ["compare", "--json", ...options, ...files], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `1 h 30 min` in minutes. */
function minutes(words) {
  const units = { d: 1440, h: 60, min: 1, s: 1 / 60 };
  const parts = [...words.matchAll(/([\d.]+) (d|h|min|s)\b/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit], 0);
}

test("figures are those of the command line, under every definition", async (t) => {
  const { page, assertQuiet } = await openWith(t, TWELVE);
  for (const definition of ["start-to-end", "detection-to-end", "stated"]) {
    await page.getByTestId("definition").selectOption(definition);
    const wanted = compareByCommandLine(TWELVE, "--definition", definition);
    await page.waitForFunction(
      (n) => document.querySelector("[data-testid=figure-n] dd").textContent === n,
      String(wanted.n_with_duration),
    );
    for (const [name, value] of [
      ["median", wanted.duration_minutes.median],
      ["p90", wanted.duration_minutes.p90],
      ["downtime", wanted.downtime_minutes],
    ]) {
      const words = await figure(page, name);
      if (value === null) assert.equal(words, "cannot be said", `${name} of ${definition}`);
      else assert.ok(Math.abs(minutes(words) - value) <= 1, `${name} of ${definition}: ${words} for ${value}`);
    }
  }
  await assertQuiet();
});

test("every chart has its finding, its definition and its table", async (t) => {
  const { page, assertQuiet } = await openWith(t, TWELVE);
  await drawAll(page);
  for (const name of CHARTS) {
    const shown = chart(page, name);
    assert.match(await shown.locator("h2").innerText(), /\w/, name);
    assert.match(await shown.locator("svg.scene").textContent(), /n = \d+/, `${name} says how many it shows`);
    await shown.getByText("As a table", { exact: true }).click();
    await shown.locator(".numbers tbody tr").first().waitFor();
  }
  assert.equal(await chart(page, "dots").locator(".numbers tbody tr").count(), 12);
  await assertQuiet();
});

test("settings stand in the address, survive a reload and lead back", async (t) => {
  const { page, assertQuiet } = await openWith(t, TWELVE);
  await page.getByTestId("definition").selectOption("detection-to-end");
  await page.getByTestId("origin").selectOption("detection");
  await page.getByTestId("per").selectOption("quarter");
  await page.getByTestId("grouping").selectOption("service");
  await page.getByTestId("weighting").selectOption("share");
  await page.getByTestId("objective").fill("99.5");
  await page.getByTestId("objective").blur();
  await page.getByTestId("search").fill("queue");
  await page.waitForFunction(() => /search=queue/.test(location.hash));
  for (const part of ["definition=detection-to-end", "origin=detection", "per=quarter", "group=service"]) {
    assert.ok((await address(page)).includes(part), part);
  }
  assert.match(await address(page), /slo=99\.5.*weighting=share/);
  await page.reload();
  await page.getByTestId("compare-table").waitFor();
  assert.equal(await page.getByTestId("definition").inputValue(), "detection-to-end");
  assert.equal(await page.getByTestId("grouping").inputValue(), "service");
  assert.equal(await page.getByTestId("objective").inputValue(), "99.5");
  assert.equal(await page.getByTestId("search").inputValue(), "queue");
  // Charts that are drawn meanwhile would move the table under the pointer.
  await drawAll(page);
  await page.getByTestId("compare-table").getByRole("button", { name: /^Queue/ }).first().click();
  await page.getByTestId("fact-duration").waitFor();
  await page.goBack();
  await page.getByTestId("compare-table").waitFor();
  assert.equal(await page.getByTestId("definition").inputValue(), "detection-to-end");
  await assertQuiet();
});

test("the words searched for say what is compared", async (t) => {
  const { page } = await openWith(t, TWELVE);
  await page.getByTestId("search").fill("sev1");
  await page.waitForFunction(
    () => document.querySelector("[data-testid=compare-count]").textContent === "6 of 12 incidents",
  );
  assert.equal(await figure(page, "n"), "6");
  await page.getByTestId("search").fill("nowhere");
  await page.waitForFunction(() => /^0 of 12/.test(document.querySelector("[data-testid=compare-count]").textContent));
  await drawAll(page);
  for (const name of CHARTS) assert.match(await chart(page, name).locator("p.soft").first().innerText(), /\.$/, name);
});

test("the threshold moves by keyboard and says what it means", async (t) => {
  const { page, assertQuiet } = await openWith(t, TWELVE);
  await drawAll(page);
  const slider = page.getByTestId("threshold");
  assert.equal(await slider.getAttribute("aria-valuetext"), "3 of 12 (25 %) were over within 1 h");
  await slider.focus();
  for (let presses = 0; presses < 8; presses++) await page.keyboard.press("ArrowRight");
  const words = await slider.getAttribute("aria-valuetext");
  assert.match(words, /^4 of 12 \(33 %\) were over within 1 h \d+ min$/);
  assert.equal(await chart(page, "shares").locator("h2").innerText(), words);
  await page.waitForFunction(() => /threshold=\d+/.test(location.hash));
  await assertQuiet();
});

test("the line is dragged in the plot, by a pointer that may leave it, without flooding the address", async (t) => {
  const { page, assertQuiet } = await openWith(t, TWELVE);
  await drawAll(page);
  const line = chart(page, "shares").locator(".chart-threshold");
  await line.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    globalThis.changes = 0;
    const replace = history.replaceState.bind(history);
    history.replaceState = (...rest) => (globalThis.changes++, replace(...rest));
  });
  const slider = page.getByTestId("threshold");
  const [before, box] = [await slider.getAttribute("aria-valuetext"), await line.locator("path").first().boundingBox()];
  const y = box.y + box.height / 2;
  // Beside the line, as a finger would: the strip around it can be held.
  await page.mouse.move(box.x + 8, y);
  await page.mouse.down();
  for (let step = 0; step <= 120; step++) await page.mouse.move(box.x + 8 + step, y - step);
  assert.notEqual(await slider.getAttribute("aria-valuetext"), before);
  const after = await line.locator("path").first().boundingBox();
  assert.ok(Math.abs(after.x - (box.x + 128)) < 8, `the line is under the pointer: ${after.x} for ${box.x + 128}`);
  const words = await slider.getAttribute("aria-valuetext");
  assert.equal(await chart(page, "shares").locator("h2").innerText(), words);
  await page.mouse.up();
  await page.mouse.move(box.x, y);
  assert.equal(await slider.getAttribute("aria-valuetext"), words, "let go is let go");
  await page.waitForFunction((words) => /threshold=/.test(location.hash) && words, words);
  await page.waitForTimeout(500);
  const changes = await page.evaluate(() => globalThis.changes);
  assert.ok(changes <= 40, `${changes} changes of the address`);
  await page.reload();
  await page.getByTestId("threshold").waitFor();
  assert.equal(await page.getByTestId("threshold").getAttribute("aria-valuetext"), words);
  await assertQuiet();
});

test("a finger drags the line and scrolls the page beside it", async (t) => {
  const { page } = await openWith(t, TWELVE, { context: { viewport: { width: 390, height: 844 }, hasTouch: true } });
  await drawAll(page);
  const line = chart(page, "shares").locator(".chart-threshold");
  await line.scrollIntoViewIfNeeded();
  const box = await line.locator("path").first().boundingBox();
  const before = await page.getByTestId("threshold").getAttribute("aria-valuetext");
  const session = await page.context().newCDPSession(page);
  const y = box.y + box.height / 2;
  const touch = (type, x) => session.send("Input.dispatchTouchEvent", { type, touchPoints: x === null ? [] : [{ x, y }] });
  await touch("touchStart", box.x + 4);
  for (let step = 10; step <= 80; step += 10) await touch("touchMove", box.x + 4 + step);
  await touch("touchEnd", null);
  assert.notEqual(await page.getByTestId("threshold").getAttribute("aria-valuetext"), before);
});

test("a chart is one stop for Tab, arrows move in it, and everything of an incident lights up", async (t) => {
  const { page, assertQuiet } = await openWith(t, TWELVE);
  await drawAll(page);
  const dots = chart(page, "dots");
  assert.equal(await dots.locator("svg [tabindex='0']").count(), 1);
  await dots.locator("svg [tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  const focused = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  assert.match(focused, /^Queue 2 stalled: 40 min$/);
  assert.equal(await page.locator("#tip").innerText(), focused);
  const entry = await page.evaluate(() => document.activeElement.dataset.entry);
  for (const place of [".wide tr", "[data-testid=compare-shares] circle", "[data-testid=compare-aligned] rect"]) {
    assert.ok((await page.locator(`${place}[data-entry="${entry}"][data-lit]`).count()) > 0, `${place} lights up`);
  }
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#tip").isVisible(), false);
  await page.keyboard.press("Enter");
  await page.getByTestId("fact-duration").waitFor();
  assert.equal(await page.getByTestId("fact-duration").getAttribute("data-value"), "40");
  await assertQuiet();
});

test("a finger reads a mark first and follows it with the second touch", async (t) => {
  const context = { viewport: { width: 390, height: 844 }, hasTouch: true };
  const { page } = await openWith(t, TWELVE, { context });
  await drawAll(page);
  const dot = chart(page, "dots").locator("svg [data-entry]").first();
  await dot.scrollIntoViewIfNeeded();
  await dot.tap();
  assert.match(await page.locator("#tip").innerText(), /Queue 1 stalled: 20 min\nTap again to open the report\./);
  assert.equal(await page.getByTestId("compare-table").isVisible(), true);
  await dot.tap();
  await page.getByTestId("fact-duration").waitFor();
});

test("pictures and numbers can be taken away and read again", async (t) => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const { page, assertQuiet } = await openWith(t, TWELVE, { context: { permissions } });
  await drawAll(page);
  const svg = (await saved(page, "dots", "Save as SVG")).toString("utf8");
  assert.match(svg, /^<svg [^>]*>[^]*<title>Half were over[^]*<\/svg>\s*$/);
  assert.match(svg, /<metadata id="outage-lens">/);
  const png = await saved(page, "dots", "Save as PNG");
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.ok(png.readUInt32BE(16) > 400, "it is as wide as the chart");
  const csv = (await saved(page, "dots", "Save numbers as CSV")).toString("utf8").trim().split("\r\n");
  assert.equal(csv.length, 13);
  assert.match(csv[1], /^Queue 1 stalled,20 min,20/);
  await chart(page, "dots").getByRole("button", { name: "Save or copy this chart" }).click();
  await page.getByRole("button", { name: "Copy numbers as a table" }).locator("visible=true").click();
  await page.getByText("Copied 12 rows as Markdown and as HTML.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^\| Incident \|[^]*\| Queue 12 stalled \| 4 h \|/);
  await assertQuiet();
});

async function saved(page, name, way) {
  await chart(page, name).getByRole("button", { name: "Save or copy this chart" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: way }).locator("visible=true").click();
  const file = await download;
  await page.getByText(`Saved ${file.suggestedFilename()}.`).waitFor();
  return readFileSync(await file.path());
}

test("the table sorts, and groups are chosen", async (t) => {
  const { page, assertQuiet } = await openWith(t, TWELVE);
  const first = () => page.getByTestId("compare-table").locator("tbody tr").first().locator("button").innerText();
  const duration = page.getByTestId("compare-table").getByRole("columnheader", { name: "Duration" });
  await duration.getByRole("button").click();
  await duration.getByRole("button").click();
  await duration.and(page.locator("[aria-sort=descending]")).waitFor();
  assert.equal(await first(), "Queue 12 stalled");
  await drawAll(page);
  const sentence = page.getByTestId("group-difference").locator(".sentences p").first();
  assert.match(await sentence.innerText(), /6 against 6 incidents/);
  await page.getByTestId("grouping").selectOption("service");
  await page.waitForFunction(() => document.querySelector("#pair-a").value === "mail");
  assert.match(await sentence.innerText(), /8 against 4 incidents/);
  await assertQuiet();
});

for (const [what, texts] of Object.entries({
  "equal durations": [1, 2, 3].map((day) => incident(3).replaceAll("Queue 3", `Queue ${day}`)),
  "zero and negative durations": ["10:00", "09:00"].map((end) => incident(1).replace("10:20", end)),
  "no dates and no impact": ["The outage lasted 5 minutes.", "# Mail\n\nThe outage lasted 3 hours."],
  "ten years": [incident(1), "# Long\n\nStart: 2014-03-01 10:00 UTC\nEnd: 2024-03-01 10:00 UTC\n"],
  "odd titles": [
    `# ${"a very long title ".repeat(28)}\n\nThe outage lasted 5 minutes.`,
    "# \u202eعطل في الشبكة 🔥\n\nThe outage lasted 50 minutes.",
  ],
})) {
  test(`every chart says something true of ${what}, or that it cannot`, async (t) => {
    const { page, assertQuiet } = await openWith(t, texts, { context: { viewport: { width: 360, height: 740 } } });
    await drawAll(page);
    for (const name of CHARTS) {
      const words = await chart(page, name).innerText();
      assert.doesNotMatch(words, /NaN|Infinity|undefined|-\d+ min/, name);
      if ((await chart(page, name).locator("svg.scene").count()) === 0) {
        assert.match(await chart(page, name).locator("p.soft").first().innerText(), /\.$/, name);
      }
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `nothing runs out sideways, but ${overflow} px do`);
    await assertQuiet();
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`no rule of accessibility is broken by the whole comparison, ${colorScheme}`, async (t) => {
    const { page } = await openWith(t, TWELVE, { context: { colorScheme, bypassCSP: true } });
    await drawAll(page);
    await page.addScriptTag({ path: AXE });
    const violations = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
    });
    assert.deepEqual(violations, []);
  });
}

test("paper gets the charts and not the controls", async (t) => {
  const { page } = await openWith(t, TWELVE);
  await chart(page, "dots").locator("svg.scene").waitFor();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await chart(page, "availability").locator("svg.scene").waitFor();
  for (const name of CHARTS) assert.equal(await chart(page, name).locator("svg.scene").isVisible(), true, name);
  assert.equal(await page.getByTestId("settings").isVisible(), false);
});
