// What every journey through the built page needs: the page served, a browser, and a watch on what must not happen.
//
//     test("a report can be pasted", async (t) => {
//       const { page, assertQuiet } = await openPage(t);
//       await page.getByRole("textbox").fill("…");
//       await assertQuiet();
//     });

import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { listenForRequests, serveFolder } from "./serve.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const DIST = join(ROOT, "dist");
const SCREENSHOTS = join(ROOT, "target", "screenshots");

const BROWSER = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

// One browser for all tests of a file; each test gets a context of its own, so nothing stored is shared.
let browser;
after(() => browser?.then((running) => running.close()));

/**
 * Opens a page on the built dist/ and closes everything when the test ends.
 *
 * `path` is what to open, `context` goes to Playwright's newContext (viewport, colorScheme, reducedMotion …),
 * `pages` and `headers` to the server (see serve.mjs). `prepare(page, outsider)` runs before the page loads. `profile`
 * gives the page a browser of its own that stores on the disk, as a reader's does, and not in memory.
 *
 * The result: `page`, `context`, `site` and `outsider` (servers with an `origin`; `outsider.requests` lists what
 * reached it), `problems` (console messages, uncaught errors, violations of the content security policy, failed or
 * foreign requests, in the order they happened) and `assertQuiet()`, which rejects on any problem or outside request.
 */
export async function openPage(t, options = {}) {
  assert.ok(existsSync(join(DIST, "index.html")), "dist/ holds no page: run ./dev build first");
  const { path = "/", context: contextOptions = {}, pages, headers, prepare = () => {}, profile = false } = options;
  const site = await serveFolder(DIST, { pages, headers });
  t.after(() => site.close());
  const outsider = await listenForRequests();
  t.after(() => outsider.close());
  const context = await (profile ? newProfile(t, contextOptions) : newContext(contextOptions));
  t.after(() => context.close());

  const problems = [];
  await watch(context, site.origin, problems);
  const page = await context.newPage();
  await prepare(page, outsider);
  await page.goto(site.origin + path);
  return { page, context, site, outsider, problems, assertQuiet: () => assertQuiet(page, problems, outsider) };
}

/** Saves a picture of the page as target/screenshots/NAME.png and returns its path. */
export async function screenshot(page, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const path = join(SCREENSHOTS, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** A context of the browser that the tests of a file share. */
export async function newContext(options) {
  browser ??= chromium.launch(BROWSER);
  return (await browser).newContext({ viewport: { width: 1280, height: 800 }, ...options });
}

async function newProfile(t, options) {
  const folder = mkdtempSync(join(tmpdir(), "outage-lens-"));
  const context = await chromium.launchPersistentContext(folder, { ...BROWSER, viewport: { width: 1280, height: 800 }, ...options });
  // The browser writes until it is closed, and a little longer.
  t.after(async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  return context;
}

/** Adds to `problems` whatever a context's pages complain of, and every request to another origin than theirs. */
export async function watch(context, origin, problems) {
  context.on("console", (message) => problems.push(`console ${message.type()}: ${message.text()}`));
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error().stack ?? error.error()}`));
  context.on("request", (request) => {
    if (isForeign(request.url(), origin)) problems.push(`foreign request: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    problems.push(`request failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  await watchPolicy(context, problems);
}

// The console names only some violations, the event all of them.
async function watchPolicy(context, problems) {
  await context.exposeBinding("reportViolation", (_source, violation) => {
    problems.push(`policy violation: ${violation}`);
  });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
      globalThis.reportViolation(`${violatedDirective} blocked ${blockedURI} at ${sourceFile}:${lineNumber}`);
    });
  });
}

function isForeign(url, origin) {
  return /^(https?|wss?):/.test(url) && new URL(url).origin !== origin;
}

async function assertQuiet(page, problems, outsider) {
  // A violation is reported in a task after the one that caused it, and two turns let both come through.
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
  assert.deepEqual(problems, [], "the console, the policy and the network must stay quiet");
  assert.deepEqual(outsider.requests, [], "no request may reach another origin");
}
