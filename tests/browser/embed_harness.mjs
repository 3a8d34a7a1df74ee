// A page of another site that embeds Outage Lens: a host on one origin, the built files on another and under a path.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST, newContext } from "./harness.mjs";
import { serveFolder } from "./serve.mjs";

/** What the strictest host has to allow; `lens` is the origin of the built files. */
export const hostPolicy = (lens) =>
  `default-src 'none'; script-src 'self' ${lens} 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' ${lens}; ` +
  `frame-src ${lens}; base-uri 'none'; require-trusted-types-for 'script'`;

/**
 * Opens a host page and closes everything when the test ends.
 *
 * `page({ lens })` gives the host's HTML for the address of the built files; `files` are other pages of the host, by
 * path; `policy({ lens, origin })` its content security policy; `lensHeaders` what the other origin answers with.
 *
 * The result: `page`, `context`, `host` and `lens` (servers; `lens.folder` is the built files' address), `problems` (as in
 * harness.mjs, and calls of the host's window.onerror), `events` (what the host heard, as `{type, detail}`) and
 * `assertQuiet()`.
 */
export async function openHost(t, options) {
  const { context: contextOptions = {}, files = {}, policy = ({ origin }) => hostPolicy(origin), prepare = () => {} } = options;
  assert.ok(existsSync(join(DIST, "outage-lens.js")), "dist/ holds no embeds: run ./dev build first");
  const lens = await serveLens(t, options.lensHeaders ?? { "Access-Control-Allow-Origin": "*" });
  const own = policy(lens);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A wiki</title><body>${options.page(lens)}</body></html>`;
  const headers = { ...(own && { "Content-Security-Policy": own }), ...options.hostHeaders };
  const host = await serveFolder(DIST, { pages: { "/wiki/page.html": html, "/favicon.ico": "", ...files }, headers });
  t.after(() => host.close());
  const context = await newContext(contextOptions);
  t.after(() => context.close());
  const problems = [];
  const events = [];
  await watch(context, problems, events);
  const page = await context.newPage();
  await prepare(page);
  await page.goto(`${host.origin}/wiki/page.html`);
  return { page, context, host, lens, problems, events, assertQuiet: () => assertQuiet(page, problems) };
}

/** Waits until the host has heard `count` events of that type, and gives what the last one said. */
export async function heard(page, events, type, count = 1) {
  const deadline = Date.now() + 15_000;
  const found = () => events.filter((event) => event.type === `outage-lens:${type}`);
  while (found().length < count) {
    assert.ok(Date.now() < deadline, `${type} was not heard ${count} times: ${JSON.stringify(events).slice(0, 600)}`);
    await page.waitForTimeout(20);
  }
  return found()[count - 1].detail;
}

async function serveLens(t, headers) {
  const folder = mkdtempSync(join(tmpdir(), "lens-"));
  symlinkSync(DIST, join(folder, "lens"));
  const server = await serveFolder(folder, { headers });
  t.after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return { ...server, folder: `${server.origin}/lens` };
}

async function watch(context, problems, events) {
  context.on("console", (message) => problems.push(`console ${message.type()}: ${message.text()}`));
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error().stack ?? error.error()}`));
  await context.exposeBinding("reportProblem", (_source, words) => void problems.push(words));
  await context.exposeBinding("reportEvent", (_source, event) => void events.push(event));
  await context.addInitScript(() => {
    if (globalThis !== globalThis.top) return;
    addEventListener("error", (event) => globalThis.reportProblem(`window.onerror: ${event.message}`));
    addEventListener("unhandledrejection", (event) => globalThis.reportProblem(`unhandled: ${event.reason}`));
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.reportProblem(`policy violation: ${event.violatedDirective} blocked ${event.blockedURI}`);
    });
    for (const name of ["ready", "analyzed", "error"]) {
      addEventListener(`outage-lens:${name}`, ({ type, detail, target }) => {
        globalThis.reportEvent({ type, id: target.id, detail: JSON.parse(JSON.stringify(detail)) });
      });
    }
  });
}

async function assertQuiet(page, problems) {
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
  assert.deepEqual(problems, [], "the host's console, its policy and its window.onerror must stay quiet");
}
