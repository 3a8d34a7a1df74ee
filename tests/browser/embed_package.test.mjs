// The npm package in a page and in a web worker: served as it was put together, without a bundler.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { sampleText } from "./actions.mjs";
import { heard, openHost } from "./embed_harness.mjs";
import { DIST, newContext } from "./harness.mjs";
import { serveFolder } from "./serve.mjs";

// TypeScript comes with the tests of the package.
const TSC = join(DIST, "..", "tests", "package", "node_modules", "typescript", "bin", "tsc");
const PACKAGE = join(DIST, "..", "target", "package");
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self' blob:";

async function openEmpty(t) {
  const site = await serveFolder(PACKAGE, { pages: { "/favicon.ico": "", "/index.html": "<!doctype html><title>x</title>" }, headers: { "Content-Security-Policy": POLICY } });
  t.after(() => site.close());
  const context = await newContext();
  t.after(() => context.close());
  const problems = [];
  context.on("console", (message) => problems.push(`console ${message.type()}: ${message.text()}`));
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
  const page = await context.newPage();
  await page.goto(`${site.origin}/index.html`);
  return { page, site, problems };
}

test("in a page", async (t) => {
  const { page, problems } = await openEmpty(t);
  const [minutes, n, svg] = await page.evaluate(async (text) => {
    const { analyze, compare, renderChart } = await import("/browser.js");
    return [analyze(text).incidents[0].duration.minutes, compare([text, text]).n, renderChart("durations", [text, text])];
  }, sampleText("checkout-errors"));
  assert.deepEqual([minutes, n], [90, 2]);
  assert.match(svg, /^<svg /);
  assert.deepEqual(problems, []);
});

test("in a web worker", async (t) => {
  const { page, problems } = await openEmpty(t);
  const minutes = await page.evaluate(async (text) => {
    const source = `import { analyze } from "${location.origin}/browser.js";
      onmessage = ({ data }) => postMessage(analyze(data).incidents[0].duration.minutes);
      postMessage("ready");`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), { type: "module" });
    const next = () => new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    });
    await next();
    worker.postMessage(text);
    return next();
  }, sampleText("checkout-errors"));
  assert.equal(minutes, 90);
  assert.deepEqual(problems, []);
});

test("what the element's events say fits their types", async (t) => {
  const pre = (name) => `<pre>${sampleText(name).replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`;
  const { page, events } = await openHost(t, {
    policy: () => undefined,
    page: ({ folder }) => `<script type="module" src="${folder}/outage-lens.js"></script><outage-lens>${pre("checkout-errors")}</outage-lens>
      <outage-lens view="compare">${pre("payments-api")}${pre("overnight-login")}${pre("slow-dashboards")}</outage-lens><outage-lens src="none.md"></outage-lens>`,
  });
  await page.evaluate(() => {
    for (const lens of document.querySelectorAll("outage-lens")) lens.setAttribute("parts", "facts");
  });
  await heard(page, events, "analyzed", 2);
  await heard(page, events, "error");
  const types = { "outage-lens:analyzed": "AnalyzedDetail", "outage-lens:error": "ErrorDetail" };
  const values = events.filter(({ type }) => type in types)
    .map(({ type, detail }, place) => `export const value${place}: ${types[type]} = ${JSON.stringify(detail)};`);
  const folder = mkdtempSync(join(tmpdir(), "types-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "values.ts"), `import type { AnalyzedDetail, ErrorDetail } from "${PACKAGE}/element.js";\n${values.join("\n")}\n`);
  const flags = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom"];
  execFileSync(process.execPath, [TSC, ...flags, join(folder, "values.ts")], { stdio: "inherit" });
});
