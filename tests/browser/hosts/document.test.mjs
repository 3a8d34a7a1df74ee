// What docs/embedding.md says of hosts that are not at hand, and of policies, tried on pages that stand for them.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DIST, newContext, watch } from "../harness.mjs";
import { serveFolder } from "../serve.mjs";
import { complaints } from "./complaints.mjs";
import { follow, snippets } from "./document.mjs";

const SERVER = "https://lens.example.org";
const REPORT = "Checkout failed on 20 February 2024 from 18:05 to 19:35 UTC. About 40% of customers could not pay.\n";
const [ELEMENT] = snippets("## The element", "html");
const [FRAME] = snippets("## A frame", "html");
const [FRAME_POLICY] = snippets("## A frame", "http").map(valueOf);
const [ELEMENT_POLICY, OWN_POLICY] = snippets("## The host's content security policy", "http").map(valueOf);
// What BookStack's CspService writes, with ALLOWED_IFRAME_SOURCES as the document says.
const BOOKSTACK = `frame-ancestors 'self'; frame-src 'self' ${SERVER}; script-src http: https: 'nonce-x'; object-src 'self'; base-uri 'self'`;

const minutes = (where) => where.locator("outage-lens [data-fact=duration]").first().getAttribute("data-value");

test("the element from another server, under the policy that is named for it and nothing else", async (t) => {
  const { page, assertQuiet } = await openHost(t, ELEMENT, `default-src 'none'; ${ELEMENT_POLICY}`);
  assert.equal(await minutes(page), "90");
  await assertQuiet();
});

test("the element from the host's own server, under the policy that is named for it and nothing else", async (t) => {
  const { page, assertQuiet } = await openHost(t, ELEMENT.replace(SERVER, "/lens"), `default-src 'none'; ${OWN_POLICY}`);
  assert.equal(await minutes(page), "90");
  await assertQuiet();
});

test("the frame, under the policy that is named for it and nothing else", async (t) => {
  const { page, assertQuiet } = await openHost(t, FRAME, `default-src 'none'; ${FRAME_POLICY}`);
  assert.equal(await minutes(page.frameLocator("iframe")), "90");
  await assertQuiet();
});

test("the frame in a sandbox, with several reports, one of them in the address", async (t) => {
  const several = FRAME.replace("checkout-errors.md", "checkout-errors.md&src=reports/login.md");
  const { page } = await openHost(t, several.replace("<iframe", '<iframe sandbox="allow-scripts"'));
  await page.frameLocator("iframe").getByText("2 incidents").first().waitFor();
  const address = `#text=${encodeURIComponent(REPORT)}`;
  const inside = FRAME.replace("#src=reports/checkout-errors.md", address).replace("<iframe", '<iframe sandbox="allow-scripts"');
  const alone = await openHost(t, inside);
  assert.equal(await minutes(alone.page.frameLocator("iframe")), "90");
});

test("in BookStack the frame runs and the element does not", async (t) => {
  const framed = await openHost(t, FRAME, BOOKSTACK);
  assert.equal(await minutes(framed.page.frameLocator("iframe")), "90");
  await framed.assertQuiet();
  const { page } = await openHost(t, ELEMENT, BOOKSTACK);
  const [refusal] = snippets("### When something is refused", "text")[0].split("\n");
  await page.getByText(refusal).waitFor();
  assert.equal(await page.locator("outage-lens > pre").isVisible(), true);
});

test("Wiki.js with frames allowed keeps the frame, and without leaves the text of the element", async (t) => {
  const frame = await sanitized(t, FRAME, ["iframe"]);
  const { page, assertQuiet } = await openHost(t, frame);
  assert.equal(await minutes(page.frameLocator("iframe")), "90");
  await assertQuiet();
  assert.equal(await sanitized(t, FRAME, []), "");
  const element = await sanitized(t, ELEMENT, []);
  assert.ok(!element.includes("outage-lens") && element.includes("18:12 An alert"), element);
});

test("Confluence's user macro, as its template makes the page of an escaped body", async (t) => {
  const [template] = snippets("### Confluence Data Center", "html");
  const body = `${REPORT}<img src=x onerror=alert(1)> & more`.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const { page, assertQuiet } = await openHost(t, template.replace(/^## .*\n/, "").replace("$body", () => body));
  assert.equal(await minutes(page), "90");
  await assertQuiet();
});

test("where the script is refused, the report is the text that it was", async (t) => {
  const { page } = await openHost(t, ELEMENT, "default-src 'none'", { awaits: false });
  assert.equal(await page.locator("outage-lens > pre").isVisible(), true);
  assert.equal(await page.locator("outage-lens").evaluate((one) => one.shadowRoot), null);
});

test("the single file with a report inside shows it from a disk", async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "report.md"), REPORT);
  const [command] = snippets("## A single file", "sh");
  follow(command.replace(" report.md ", ` "$FOLDER/report.md" `).replace("> report.html", `> "$FOLDER/report.html"`), { FOLDER: folder });
  const page = await newPage(t, "file://", []);
  await page.goto(pathToFileURL(join(folder, "report.html")).href);
  await page.locator("outage-lens .lens .foot").first().waitFor();
  assert.equal(await minutes(page), "90");
});

// A page with `html` on a server of its own that also has the files, and another server of only the files.
async function openHost(t, html, policy, { awaits = true } = {}) {
  const files = filesWithReports(t);
  const lens = await serveFolder(files, { headers: { "Access-Control-Allow-Origin": "*" } });
  t.after(() => lens.close());
  const here = (words) => words.replaceAll(SERVER, lens.origin);
  const root = temporaryFolder(t);
  symlinkSync(files, join(root, "lens"));
  // Browsers ask for an icon, too.
  const pages = { "/favicon.ico": "", "/page.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>A wiki</title>${here(html)}` };
  const host = await serveFolder(root, { pages, headers: policy ? { "Content-Security-Policy": here(policy) } : {} });
  t.after(() => host.close());
  const problems = [];
  const page = await newPage(t, host.origin, problems);
  await page.goto(`${host.origin}/page.html`);
  if (awaits) await shown(page, html);
  return { page, assertQuiet: async () => assert.deepEqual(complaints(problems, lens.origin), []) };
}

async function newPage(t, origin, problems) {
  const context = await newContext({});
  t.after(() => context.close());
  await watch(context, origin, problems);
  return context.newPage();
}

// As the module of Wiki.js that sanitizes HTML asks DOMPurify to; `allowed` is what its setting "Allow iframes" adds.
async function sanitized(t, html, allowed) {
  const page = await newPage(t, "null", []);
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("dompurify/dist/purify.min.js") });
  const settings = { ADD_ATTR: ["v-pre", "v-slot:tabs", "v-slot:content"], ADD_TAGS: ["tabset", "template", "component", ...allowed] };
  return page.evaluate(([html, settings]) => globalThis.DOMPurify.sanitize(html, settings).trim(), [html, settings]);
}

function shown(page, html) {
  const where = html.includes("<iframe") ? page.frameLocator("iframe") : page;
  return where.locator("outage-lens").locator(".foot, .notice").first().waitFor({ state: "attached" });
}

function filesWithReports(t) {
  const folder = temporaryFolder(t);
  for (const name of readdirSync(DIST)) symlinkSync(join(DIST, name), join(folder, name));
  mkdirSync(join(folder, "reports"));
  writeFileSync(join(folder, "reports", "checkout-errors.md"), REPORT);
  writeFileSync(join(folder, "reports", "login.md"), REPORT.replace("19:35", "18:35"));
  return folder;
}

function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), "embedding-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function valueOf(header) {
  return header.replace(/^Content-Security-Policy: /, "");
}
