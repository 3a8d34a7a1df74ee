// The npm package as a stranger gets it: the tarball installed into an empty folder, used in Node, in workers and by TypeScript.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "..", "..");
const EMBED = join(ROOT, "target", "embed");
const SAMPLES = join(ROOT, "static", "samples");
const samples = readdirSync(SAMPLES).filter((name) => name.endsWith(".md")).sort();
const textOf = (name) => readFileSync(join(SAMPLES, name), "utf8");

let folder;
let lens;

before(async () => {
  const tarball = readdirSync(EMBED).find((name) => name.endsWith(".tgz"));
  assert.ok(tarball, "target/embed/ holds no package: run ./dev build first");
  folder = mkdtempSync(join(tmpdir(), "package-"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", join(EMBED, tarball)], { cwd: folder });
  writeFileSync(join(folder, "lens.mjs"), 'export * from "outage-lens"; export * as core from "outage-lens/core";');
  lens = await import(pathToFileURL(join(folder, "lens.mjs")));
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("the package has no dependencies, and its licence, types and version", () => {
  const manifest = JSON.parse(readFileSync(join(folder, "node_modules", "outage-lens", "package.json"), "utf8"));
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.license, "MIT OR Apache-2.0");
  assert.ok(readFileSync(join(ROOT, "Cargo.toml"), "utf8").includes(`\nversion = "${manifest.version}"\n`));
  const files = readdirSync(join(folder, "node_modules", "outage-lens"));
  for (const file of ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "index.d.ts", "element"]) assert.ok(files.includes(file), file);
  assert.deepEqual(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith(".")), ["outage-lens"]);
});

test("analyze reads the samples, and every span cuts its own words out of the text", () => {
  for (const name of samples) {
    const { schema, incidents } = lens.analyze(textOf(name));
    assert.equal(schema, "outage-lens/1");
    assert.equal(incidents.length > 0, name !== "slow-dashboards.md", name);
    for (const span of spansIn(incidents)) assert.equal(textOf(name).slice(span.start, span.end), span.text);
  }
  const [incident] = lens.analyze(textOf("checkout-errors.md")).incidents;
  assert.equal(incident.duration.minutes, 90);
  assert.equal(incident.start.at, "2024-02-20T18:05");
  assert.deepEqual(incident.discrepancies.map(({ kind }) => kind), ["duration-differs"]);
  for (const text of ["", "milk, eggs", "\0", "\ud800"]) assert.deepEqual(lens.analyze(text), { schema: "outage-lens/1", incidents: [] });
});

test("a file's name may carry the date", () => {
  const text = "Outage\n\n14:00 UTC: errors begin\n15:00 UTC: resolved";
  const at = (options) => lens.analyze(text, options).incidents[0].start.at;
  assert.equal(at(), "T14:00");
  assert.equal(at({ fileName: "2024-03-05-outage.md" }), "2024-03-05T14:00");
});

test("mentions are told in text order", () => {
  const { mentions } = lens.mentions("😀 It took 45 minutes and hit 12% of users.");
  assert.deepEqual(mentions.map(({ kind }) => kind), ["duration", "percentage"]);
  assert.deepEqual(mentions[0].value, { seconds: 2700 });
});

test("texts and their reports give the same figures, exactly, and the incidents that were given", () => {
  const texts = samples.map(textOf);
  const reports = texts.map((text) => lens.analyze(text));
  const ofTexts = lens.compare(texts);
  const ofReports = lens.compare(JSON.parse(JSON.stringify(reports)));
  assert.deepEqual(ofReports, ofTexts);
  assert.equal(ofTexts.n, reports.flatMap(({ incidents }) => incidents).length);
  assert.deepEqual(ofTexts.incidents, reports.flatMap(({ incidents }) => incidents));
  const minutes = ofTexts.measured.map((one) => one.minutes).filter((one) => one !== null).sort((a, b) => a - b);
  const middle = (minutes[Math.floor((minutes.length - 1) / 2)] + minutes[Math.ceil((minutes.length - 1) / 2)]) / 2;
  assert.equal(ofTexts.duration_minutes.median, middle);
  assert.equal(ofTexts.downtime_minutes, minutes.reduce((sum, one) => sum + one, 0));
  for (const definition of ["detection-to-end", "start-to-mitigation", "detection-to-mitigation", "stated"]) {
    assert.deepEqual(lens.compare(reports, { definition }), lens.compare(texts, { definition }), definition);
  }
});

test("a value that was corrected counts", () => {
  const report = lens.analyze("The outage lasted 2 hours.");
  report.incidents[0].duration.minutes = 30;
  assert.equal(lens.compare(report).duration_minutes.median, 30);
});

test("a report from elsewhere that is damaged gives no wrong figure and no failure", () => {
  const damaged = [
    { schema: "outage-lens/1", incidents: [] },
    { schema: "outage-lens/1", incidents: [null, 7, "x", {}, []] },
    { schema: "outage-lens/1", incidents: [{ duration: { minutes: -5, basis: "stated", certainty: "stated" } }] },
    { schema: "outage-lens/1", incidents: [{ duration: { minutes: Number.NaN, basis: "x", certainty: 7 } }] },
    { schema: "outage-lens/1", incidents: [{ start: { at: "yesterday" }, end: 7, timeline: [null, { at: {} }], durations: "x" }] },
    { schema: "outage-lens/1", incidents: [{ zone: { name: "X", offset_minutes: 1e12 }, impact: { percent: 400, certainty: "stated" } }] },
  ];
  for (const report of damaged) {
    const figures = lens.compare(report);
    assert.equal(figures.n_with_duration, 0, JSON.stringify(report));
    assert.equal(figures.downtime_minutes, null);
    for (const kind of lens.CHART_KINDS) assert.equal(lens.renderChart(kind, report), null, kind);
  }
});

test("nothing to compare gives no figures", () => {
  const figures = lens.compare([]);
  assert.deepEqual([figures.n, figures.duration_minutes.median, figures.incidents], [0, null, []]);
});

test("every chart is an SVG document with its numbers of incidents, and the same for the same input", () => {
  const texts = samples.map(textOf);
  for (const kind of lens.CHART_KINDS) {
    const svg = lens.renderChart(kind, texts, { width: 640 });
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* width="640" /, kind);
    assert.ok(svg.endsWith("</svg>\n") && !/NaN|Infinity|undefined/.test(svg), kind);
    assert.equal(lens.renderChart(kind, texts, { width: 640 }), svg);
    assert.equal(lens.renderChart(kind, "No incident."), null, kind);
  }
  assert.match(lens.renderChart("timeline", textOf("checkout-errors.md")), /width="720"/);
  assert.notEqual(lens.renderChart("durations", texts, { definition: "stated" }), lens.renderChart("durations", texts));
  assert.notEqual(lens.renderChart("ecdf", texts, { thresholdMinutes: 5 }), lens.renderChart("ecdf", texts));
  assert.notEqual(lens.renderChart("periods", texts, { period: "year" }), lens.renderChart("periods", texts));
});

test("charts of groups and of the error budget take what they are asked for, from texts and from reports alike", () => {
  const texts = [grouped(1, "SEV-1", "payments", 40), grouped(2, "SEV-1", "login", 20), grouped(3, "SEV-2", "login", 30), grouped(4, "SEV-2", "login", 90)];
  const tagged = texts.map((text, place) => ({ text, tags: place === 0 ? ["deploy"] : [] }));
  const names = (svg) => [...svg.matchAll(/<text class="chart-label-text"[^>]*><title>([^<]*)</g)].map(([, words]) => words);
  const groups = (groupBy) => names(lens.renderChart("groups", tagged, { groupBy }));
  assert.deepEqual(groups(), ["SEV-1", "SEV-2"]);
  assert.deepEqual(groups("service"), ["login", "payments"]);
  assert.deepEqual(groups("quarter"), ["Q1 2024", "Q2 2024"]);
  assert.deepEqual(groups({ tag: "deploy" }), ["deploy", "without deploy"]);
  const options = [
    ["groups", { groupBy: "service" }],
    ["groups", { groupBy: { tag: "deploy" } }],
    ["error-budget", { from: "2024-01-01", to: "2024-12-31", objectivePercent: 99.95, weighting: "share" }],
    ["error-budget", { weighting: "partial" }],
  ];
  const reports = JSON.parse(JSON.stringify(tagged.map(({ text, tags }) => ({ ...lens.analyze(text), tags }))));
  for (const [kind, asked] of options) {
    const svg = lens.renderChart(kind, tagged, asked);
    assert.notEqual(svg, lens.renderChart(kind, tagged), JSON.stringify(asked));
    assert.equal(lens.renderChart(kind, reports, asked), svg, `${kind} of reports ${JSON.stringify(asked)}`);
  }
  assert.match(lens.renderChart("error-budget", tagged, { from: "2024-04-01", to: "2024-04-30" }), /99\.9 %/);
  assert.equal(lens.renderChart("error-budget", "The outage lasted 2 hours."), null, "no period without a date");
});

test("what is no text and no report is refused with a sentence", () => {
  for (const wrong of [undefined, null, 7, {}, []]) assert.throws(() => lens.analyze(wrong), TypeError);
  assert.throws(() => lens.mentions(), TypeError);
  assert.throws(() => lens.compare(["It lasted 1 hour.", 7]), /Report 2 is no text/);
  assert.throws(() => lens.compare({ schema: "outage-lens/2", incidents: [] }), TypeError);
  assert.throws(() => lens.compare([], { definition: "whole" }), /"whole" is no definition/);
  assert.throws(() => lens.compare([], { seed: -1 }), RangeError);
  assert.throws(() => lens.renderChart("pie", []), /no chart "pie"/);
  assert.throws(() => lens.renderChart("ecdf", [], { width: Number.NaN }), RangeError);
  for (const groupBy of ["tag", {}, null, { tag: 7 }]) assert.throws(() => lens.renderChart("groups", [], { groupBy }), /groupBy must be one of/);
  for (const from of ["2024-02-30", "2024-2-1", "May", 7, null]) assert.throws(() => lens.renderChart("error-budget", [], { from }), /from must be a day/);
  assert.throws(() => lens.renderChart("error-budget", [], { from: "2024-02-02", to: "2024-02-01" }), /to must not lie before from/);
  for (const objectivePercent of [0, 100, "x", Number.NaN]) assert.throws(() => lens.renderChart("error-budget", [], { objectivePercent }), RangeError);
  assert.throws(() => lens.renderChart("error-budget", [], { weighting: "half" }), /weighting must be one of full, share, partial/);
});

test("many calls do not fill the memory", () => {
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  for (let left = 300; left > 0; left -= 1) lens.compare([textOf("checkout-errors.md"), lens.analyze(textOf("payments-api.md"))]);
  const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().external - before;
  assert.ok(grown < 20e6, `${grown} bytes`);
});

test("a worker of Node has the same functions", async () => {
  const worker = join(folder, "worker.mjs");
  writeFileSync(worker, `
    import { parentPort, workerData } from "node:worker_threads";
    import { analyze } from "outage-lens";
    parentPort.postMessage(analyze(workerData));
  `);
  const text = textOf("checkout-errors.md");
  const report = await new Promise((resolve, reject) => {
    new Worker(worker, { workerData: text }).once("message", resolve).once("error", reject);
  });
  assert.deepEqual(report, lens.analyze(text));
});

test("the types compile in strict TypeScript, and fit what is returned", () => {
  copyFileSync(join(HERE, "consumer.ts"), join(folder, "consumer.ts"));
  const values = {
    Report: samples.map((name) => lens.analyze(textOf(name))),
    MentionList: samples.map((name) => lens.mentions(textOf(name))),
    Comparison: [lens.compare(samples.map(textOf)), lens.compare([])],
  };
  // As literals, so that a field too many is an error like a field too few.
  const written = Object.entries(values).flatMap(([type, all]) =>
    all.map((value, place) => `export const ${type}${place}: ${type} = ${JSON.stringify(value)};`));
  writeFileSync(join(folder, "values.ts"), `import type { Comparison, MentionList, Report } from "outage-lens";\n${written.join("\n")}\n`);
  const tsc = join(HERE, "node_modules", "typescript", "bin", "tsc");
  const flags = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--moduleResolution", "nodenext", "--lib", "es2022,dom"];
  execFileSync(process.execPath, [tsc, ...flags, "consumer.ts", "values.ts"], { cwd: folder, stdio: "inherit" });
});

// One outage a month of 2024, in a report of fields.
function grouped(month, severity, service, minutes) {
  const day = `2024-0${month}-10`;
  return `# Outage\n\nSeverity: ${severity}\nService: ${service}\nImpact: 40% of users\nStart: ${day} 10:00 UTC\nDuration: ${minutes} minutes\n`;
}

function spansIn(value) {
  if (value === null || typeof value !== "object") return [];
  if ("start" in value && "end" in value && typeof value.text === "string") return [value];
  return Object.values(value).flatMap(spansIn);
}
