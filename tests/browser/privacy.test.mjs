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

test("reports are stored in the library only, and what is deleted for good leaves not a word", async (t) => {
  const { page, context } = await openPage(t);
  page.on("dialog", (dialog) => dialog.accept());
  await ready(page);
  await pasteSample(page, "checkout-errors");
  await page.getByTestId("theme-switch").click();
  await page.waitForTimeout(300);
  const words = sampleText("checkout-errors").match(/\p{L}{7,}/gu);
  const inLibrary = await stored(context);
  assert.deepEqual(inLibrary.cookies, []);
  assert.ok(words.every((word) => inLibrary.library.includes(word)));
  for (const word of words) assert.ok(!inLibrary.elsewhere.includes(word), word);
  await page.getByRole("button", { name: /^delete check/i }).click();
  await page.getByTestId("deleted").click();
  await page.getByTestId("erase").click();
  await page.getByTestId("deleted-view").waitFor({ state: "detached" });
  await page.waitForTimeout(300);
  const { library } = await stored(context);
  for (const word of words) assert.ok(!library.includes(word), word);
});

// Everything that the browser keeps for the page, as text.
async function stored(context) {
  const { origins, cookies } = await context.storageState({ indexedDB: true });
  const library = JSON.stringify(origins.map((origin) => origin.indexedDB ?? []));
  const elsewhere = JSON.stringify(origins.map((origin) => origin.localStorage));
  return { cookies, library, elsewhere };
}
