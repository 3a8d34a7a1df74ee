// The single file: opened from a disk without a network, and in a macro that allows only what stands in the page.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { withReports } from "../../scripts/single_page.mjs";
import { sampleText } from "./actions.mjs";
import { DIST, newContext } from "./harness.mjs";
import { serveFolder } from "./serve.mjs";

const MACRO = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:";
const EMPTY = readFileSync(join(DIST, "outage-lens-single.html"), "utf8");
const named = (name) => ({ name: `${name}.md`, text: sampleText(name) });
const duration = (page) => page.locator("outage-lens [data-fact=duration]").first();

/** Opens a page without any network, and gives it with the list of what went wrong. */
async function openAlone(t, address, options = {}) {
  const context = await newContext({ viewport: { width: 900, height: 900 }, ...options });
  t.after(() => context.close());
  const problems = [];
  context.on("console", (message) => problems.push(`console ${message.type()}: ${message.text()}`));
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
  context.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) problems.push(`request: ${request.url()}`);
  });
  await context.setOffline(address.startsWith("file:"));
  const page = await context.newPage();
  await page.goto(address);
  return { page, problems };
}

function fileOf(t, html) {
  const folder = mkdtempSync(join(tmpdir(), "single-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "page with spaces.html");
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}

test("an empty single file reads what is pasted and files that are opened, from a disk and offline", async (t) => {
  const { page, problems } = await openAlone(t, fileOf(t, EMPTY));
  await page.getByLabel("Report").fill(sampleText("checkout-errors"));
  await duration(page).waitFor();
  assert.equal(await duration(page).getAttribute("data-value"), "90");
  const files = ["image-uploads", "payments-api"].map((name) => ({ name: `${name}.md`, mimeType: "text/markdown", buffer: Buffer.from(sampleText(name)) }));
  await page.getByLabel("Files").setInputFiles(files);
  await page.locator("outage-lens table.wide").waitFor();
  assert.equal(await page.locator("outage-lens table.wide tbody tr").count(), 2);
  assert.deepEqual(problems, []);
});

test("a single file with a report shows its facts", async (t) => {
  const { page, problems } = await openAlone(t, fileOf(t, withReports(EMPTY, [named("checkout-errors")])));
  await duration(page).waitFor();
  assert.equal(await duration(page).getAttribute("data-value"), "90");
  assert.deepEqual(problems, []);
});

test("a single file with several reports compares them", async (t) => {
  const reports = ["checkout-errors", "image-uploads", "payments-api"].map(named);
  const { page, problems } = await openAlone(t, fileOf(t, withReports(EMPTY, reports)));
  await page.locator("outage-lens table.wide").waitFor();
  assert.equal(await page.locator("outage-lens table.wide tbody tr").count(), 3);
  assert.deepEqual(problems, []);
});

test("a macro that allows only inline parts and wasm shows it", async (t) => {
  const site = await serveFolder(DIST, {
    pages: { "/macro.html": withReports(EMPTY, [named("checkout-errors")]) },
    headers: { "Content-Security-Policy": MACRO },
  });
  t.after(() => site.close());
  const { page, problems } = await openAlone(t, `${site.origin}/macro.html`);
  await duration(page).waitFor();
  assert.equal(await duration(page).getAttribute("data-value"), "90");
  assert.deepEqual(problems, []);
});

test("a macro that shows it in a sandboxed frame of the same policy shows it", async (t) => {
  const file = withReports(EMPTY, [named("checkout-errors")]).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const site = await serveFolder(DIST, {
    pages: { "/macro.html": `<!doctype html><title>x</title><iframe title="Report" width="800" height="800" sandbox="allow-scripts" srcdoc="${file}"></iframe>` },
    headers: { "Content-Security-Policy": MACRO },
  });
  t.after(() => site.close());
  const { page, problems } = await openAlone(t, `${site.origin}/macro.html`);
  await duration(page.frameLocator("iframe")).waitFor();
  assert.equal(await duration(page.frameLocator("iframe")).getAttribute("data-value"), "90");
  assert.deepEqual(problems, []);
});

test("where wasm is refused, the text stays and the line to add is told", async (t) => {
  const site = await serveFolder(DIST, {
    pages: { "/macro.html": withReports(EMPTY, [named("checkout-errors")]) },
    headers: { "Content-Security-Policy": MACRO.replace(" 'wasm-unsafe-eval'", "") },
  });
  t.after(() => site.close());
  const { page } = await openAlone(t, `${site.origin}/macro.html`);
  await page.locator("outage-lens [role=alert]").waitFor();
  const line = await page.locator("outage-lens .line").textContent();
  assert.equal(line, "script-src 'unsafe-inline' 'wasm-unsafe-eval'");
  assert.ok(await page.locator("outage-lens > pre").isVisible(), "the report's text stays visible");
});

test("a report cannot break out of its place in the file", async (t) => {
  const text = `# Outage </pre><script>document.title="broken"</script> $& $1 {{wasm}} &lt;b&gt;\n\nThe outage lasted 2 hours. <img src=x onerror="document.title='broken'">`;
  const { page, problems } = await openAlone(t, fileOf(t, withReports(EMPTY, [{ name: `"><b>`, text }])));
  await duration(page).waitFor();
  assert.equal(await duration(page).getAttribute("data-value"), "120");
  assert.equal(await page.title(), "Outage Lens");
  assert.equal(await page.locator("outage-lens > pre").textContent(), text);
  assert.deepEqual(problems, []);
});

test("reports go into an empty single file only", () => {
  assert.throws(() => withReports("<html></html>", []), /no outage-lens-single/);
  assert.throws(() => withReports(withReports(EMPTY, [named("checkout-errors")]), []), /already/);
});
