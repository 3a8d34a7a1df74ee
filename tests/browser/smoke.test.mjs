// The built page starts, in silence; and the watch on it would hear a noise.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, screenshot } from "./harness.mjs";

test("the page starts without a complaint", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await screenshot(page, "start");
  await assertQuiet();
});

test("the page may not fetch from another origin", async (t) => {
  const { page, outsider, problems } = await openPage(t);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const outcome = await page.evaluate(async (url) => {
    const violated = new Promise((resolve) => addEventListener("securitypolicyviolation", resolve, { once: true }));
    const outcome = await fetch(url).then(() => "fetched", () => "refused");
    await Promise.race([violated, new Promise((resolve) => setTimeout(resolve, 2000))]);
    return outcome;
  }, outsider.origin);
  assert.equal(outcome, "refused");
  assert.deepEqual(outsider.requests, []);
  assert.ok(problems.some((problem) => problem.startsWith("policy violation: connect-src")), problems.join("\n"));
});
