// The functions for JavaScript: the same facts as on the page, as plain objects, with spans that fit JavaScript's strings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ready, sampleText } from "./actions.mjs";
import { openPage } from "./harness.mjs";

test("analyze gives the facts of a report as plain objects", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  const report = await call(page, "analyze", sampleText("checkout-errors"));
  assert.equal(report.schema, "outage-lens/1");
  const [incident] = report.incidents;
  assert.equal(incident.start.at, "2024-02-20T18:05");
  assert.equal(incident.start.offset_minutes, 60);
  assert.equal(incident.duration.minutes, 90);
  assert.equal(incident.severity, null);
  assert.deepEqual(incident.discrepancies.map(({ kind }) => kind), ["duration-differs"]);
  await assertQuiet();
});

test("every span cuts its own words out of the text", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  const text = `🔥 Überlast\n\n${sampleText("payments-api")}`;
  const spans = spansIn(await call(page, "analyze", text));
  assert.ok(spans.length > 10, `only ${spans.length} spans`);
  for (const span of spans) assert.equal(text.slice(span.start, span.end), span.text);
});

test("mentions gives what the text mentions, in its order", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  const text = "😀 It took 45 minutes and hit 12% of users.";
  const { mentions } = await call(page, "mentions", text);
  assert.deepEqual(mentions.map(({ kind }) => kind), ["duration", "percentage"]);
  assert.deepEqual(mentions[0].value, { seconds: 2700 });
  assert.equal(text.slice(mentions[1].span.start, mentions[1].span.end), mentions[1].span.text);
});

test("a text without an incident gives an empty list", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  for (const text of ["", "milk, eggs", "\0", "\ud800"]) {
    assert.deepEqual((await call(page, "analyze", text)).incidents, []);
  }
});

// The module is the one that runs the page: importing it again gives the same instance.
function call(page, name, text) {
  return page.evaluate(async ([name, text]) => (await import("./page.js"))[name](text), [name, text]);
}

function spansIn(value) {
  if (value === null || typeof value !== "object") return [];
  if ("start" in value && "end" in value && typeof value.text === "string") return [value];
  return Object.values(value).flatMap(spansIn);
}
