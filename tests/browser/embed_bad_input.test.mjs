// What goes wrong in an embed is said in its place and by an event; nothing reaches the host's window.onerror.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { sampleText } from "./actions.mjs";
import { heard, hostPolicy, openHost } from "./embed_harness.mjs";

const script = ({ folder }) => `<script type="module" src="${folder}/outage-lens.js"></script>`;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const pre = (name) => `<pre>${escaped(sampleText(name))}</pre>`;
const thrown = (problems) => problems.filter((problem) => /^(window|uncaught|unhandled)/.test(problem));

/** A server that answers every path the same way. */
async function answering(t, headers, body, status = 200) {
  const server = createServer((_, response) => response.writeHead(status, headers).end(body));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** Opens a host with one element and gives what its error says, in the widget and in the event. */
async function failing(t, element, options = {}) {
  const opened = await openHost(t, { page: (lens) => `${script(lens)}${element}`, policy: () => undefined, ...options });
  const detail = await heard(opened.page, opened.events, "error");
  const shown = await opened.page.locator("outage-lens [role=alert]").innerText();
  assert.ok(shown.startsWith(detail.message), `${shown} | ${detail.message}`);
  assert.deepEqual(thrown(opened.problems), []);
  return { ...opened, detail, shown };
}

test("an empty element", async (t) => {
  const { detail } = await failing(t, "<outage-lens>  \n </outage-lens>");
  assert.deepEqual(detail, { code: "no-text", message: "There is no report here: it is empty." });
});

test("an element whose src is empty reads what is inside, and says where that is nothing", async (t) => {
  assert.equal((await failing(t, '<outage-lens src=""></outage-lens>')).detail.code, "no-text");
  assert.equal((await failing(t, '<outage-lens src=" "></outage-lens>')).detail.message, "There is no report here.");
  const { page, events } = await openHost(t, { page: (lens) => `${script(lens)}<outage-lens src="">The outage lasted 2 hours.</outage-lens>` });
  assert.equal((await heard(page, events, "analyzed")).report.incidents[0].duration.minutes, 120);
  await page.evaluate(() => (document.querySelector("outage-lens").texts = []));
  assert.equal((await heard(page, events, "error")).code, "no-text");
});

test("a comparison without reports", async (t) => {
  assert.equal((await failing(t, '<outage-lens view="compare"></outage-lens>')).detail.code, "no-text");
});

test("a report that is not there", async (t) => {
  const { detail } = await failing(t, '<outage-lens src="missing.md">The text inside.</outage-lens>');
  assert.equal(detail.code, "not-found");
  assert.match(detail.message, /missing\.md .* answers 404/);
});

test("an image in the place of a report", async (t) => {
  const { detail } = await failing(t, '<outage-lens src="/icon.svg"></outage-lens>');
  assert.equal(detail.code, "wrong-type");
  assert.match(detail.message, /image\/svg\+xml/);
});

test("bytes that are called a text", async (t) => {
  const origin = await answering(t, { "Content-Type": "text/plain", "Access-Control-Allow-Origin": "*" }, Buffer.from([0x89, 0, 1, 2]));
  assert.equal((await failing(t, `<outage-lens src="${origin}/x.md"></outage-lens>`)).detail.code, "wrong-type");
});

test("a server that does not let this site read", async (t) => {
  const origin = await answering(t, { "Content-Type": "text/plain" }, "The outage lasted 2 hours.");
  const { detail, host, shown } = await failing(t, `<outage-lens src="${origin}/x.md"></outage-lens>`);
  assert.equal(detail.code, "unreachable");
  assert.equal(detail.line, `Access-Control-Allow-Origin: ${host.origin}`);
  assert.ok(shown.includes(detail.line));
});

test("a policy that does not let this page read the report", async (t) => {
  const origin = await answering(t, { "Content-Type": "text/plain", "Access-Control-Allow-Origin": "*" }, "It lasted 2 hours.");
  const { detail } = await failing(t, `<outage-lens src="${origin}/x.md"></outage-lens>`, { policy: (lens) => hostPolicy(lens.origin) });
  assert.equal(detail.code, "source-refused");
  assert.match(detail.line, new RegExp(`^connect-src 'self' http.* ${origin}$`));
});

test("a report of 20 MB, by its announced length and without one", async (t) => {
  const body = "word ".repeat(4_000_000);
  const headers = { "Content-Type": "text/plain", "Access-Control-Allow-Origin": "*" };
  const origin = await answering(t, { ...headers, "Content-Length": body.length }, body);
  const chunked = await answering(t, { ...headers, "Transfer-Encoding": "chunked" }, body);
  assert.match((await failing(t, `<outage-lens src="${origin}/x.md"></outage-lens>`)).detail.message, /20 MB long/);
  assert.equal((await failing(t, `<outage-lens src="${chunked}/x.md"></outage-lens>`)).detail.code, "too-large");
});

test("a text of 20 MB that is set", async (t) => {
  const { page, events } = await openHost(t, { page: (lens) => `${script(lens)}<outage-lens>x</outage-lens>` });
  await heard(page, events, "analyzed");
  await page.evaluate(() => (document.querySelector("outage-lens").text = "word ".repeat(4_000_000)));
  assert.equal((await heard(page, events, "error")).code, "too-large");
});

test("one of several reports that is missing leaves the others", async (t) => {
  const { page, events, detail } = await failing(t, `<outage-lens view="compare"><a href="missing.md">x</a>${pre("checkout-errors")}${pre("payments-api")}</outage-lens>`);
  assert.equal(detail.code, "not-found");
  assert.equal((await heard(page, events, "analyzed")).reports.length, 2);
  assert.equal(await page.locator("outage-lens table.wide tbody tr").count(), 2);
});

test("an address that is none", async (t) => {
  for (const address of ["javascript:alert(1)", "http://[", "mailto:x@example.com"]) {
    assert.equal((await failing(t, `<outage-lens src="${address}"></outage-lens>`)).detail.code, "bad-address");
  }
});

test("a text without an incident is no failure", async (t) => {
  const { page, events, assertQuiet } = await openHost(t, { page: (lens) => `${script(lens)}<outage-lens>milk, eggs</outage-lens>` });
  assert.deepEqual((await heard(page, events, "analyzed")).report.incidents, []);
  assert.match(await page.locator("outage-lens [role=status]").textContent(), /^No incident was found/);
  await assertQuiet();
});

test("where WebAssembly is refused, the text stays and the exact line is told", async (t) => {
  const policy = (lens) => hostPolicy(lens.origin).replace(" 'wasm-unsafe-eval'", "");
  const { page, detail, lens } = await failing(t, `<outage-lens>${pre("checkout-errors")}</outage-lens>`, { policy });
  assert.equal(detail.code, "wasm-refused");
  assert.equal(detail.line, `script-src 'self' ${lens.origin} 'wasm-unsafe-eval'`);
  assert.ok(await page.locator("outage-lens pre").last().isVisible());
  assert.match(await page.locator("outage-lens").innerText(), /Checkout errors during the evening sale/);
});

test("where WebAssembly is refused, a text from elsewhere is shown as it is", async (t) => {
  const policy = (lens) => hostPolicy(lens.origin).replace(" 'wasm-unsafe-eval'", "");
  const { page } = await failing(t, '<outage-lens src="/wiki/one.md"></outage-lens>', { policy, files: { "/wiki/one.md": "The outage lasted 2 hours." } });
  assert.equal(await page.locator("outage-lens pre.text").textContent(), "The outage lasted 2 hours.");
});

test("where the policy does not let the engine be fetched, its line is told", async (t) => {
  const policy = (lens) => hostPolicy(lens.origin).replace(`connect-src 'self' ${lens.origin}`, "connect-src 'self'");
  const { detail, lens } = await failing(t, `<outage-lens>${pre("checkout-errors")}</outage-lens>`, { policy });
  assert.equal(detail.code, "engine-refused");
  assert.equal(detail.line, `connect-src 'self' ${lens.origin}`);
});

test("markup in a report stays text", async (t) => {
  const text = '# <img src=x onerror=alert(1)> down\n\nThe outage <script>alert(1)</script> lasted 2 hours.\n\n- 10:00 <b>began</b> [x](javascript:alert(1))\n- 12:00 resolved';
  const { page, events, assertQuiet } = await openHost(t, { page: (lens) => `${script(lens)}<outage-lens><pre>${escaped(text)}</pre></outage-lens>` });
  await heard(page, events, "analyzed");
  const live = await page.evaluate(() => document.querySelector("outage-lens").shadowRoot.querySelectorAll("img, script, a, iframe, [onerror]").length);
  assert.equal(live, 0);
  await assertQuiet();
});
