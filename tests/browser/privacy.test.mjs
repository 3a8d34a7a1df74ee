// Nothing leaves the page: what the README tells a reader to check, checked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { factValue, openComparison, pasteSample, ready, sampleText } from "./actions.mjs";
import { openPage } from "./harness.mjs";

test("everything works without a network once the page has started", async (t) => {
  const { page, context, assertQuiet } = await openPage(t);
  await ready(page);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await pasteSample(page, "checkout-errors");
  await pasteSample(page, "payments-api");
  assert.equal(await factValue(page, "duration"), "125");
  await openComparison(page);
  await assertQuiet();
});

test("reading and comparing reports makes no request at all", async (t) => {
  const { page, context, assertQuiet } = await openPage(t);
  await ready(page);
  await page.waitForLoadState("networkidle");
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  await pasteSample(page, "checkout-errors");
  await pasteSample(page, "payments-api");
  await openComparison(page);
  await page.getByTestId("theme-switch").click();
  assert.deepEqual(requests, []);
  await assertQuiet();
});

test("once started, the page may not even connect to its own site", async (t) => {
  const { page, site, problems } = await openPage(t);
  await ready(page);
  await page.waitForLoadState("networkidle");
  const outcome = await page.evaluate((url) => fetch(url).then(() => "fetched", () => "refused"), site.origin);
  assert.equal(outcome, "refused");
  assert.ok(problems.some((problem) => problem.includes("connect-src 'none'")), problems.join("\n"));
});

test("no word of a report is stored", async (t) => {
  const { page, context } = await openPage(t);
  await ready(page);
  await pasteSample(page, "checkout-errors");
  await page.getByTestId("theme-switch").click();
  const { origins, cookies } = await context.storageState({ indexedDB: true });
  assert.deepEqual(cookies, []);
  const stored = JSON.stringify(origins);
  for (const word of sampleText("checkout-errors").match(/\p{L}{7,}/gu)) assert.ok(!stored.includes(word), word);
});
