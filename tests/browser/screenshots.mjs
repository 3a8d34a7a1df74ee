// Takes the pictures of the README from the built page: node tests/browser/screenshots.mjs
//
// It is no test, because fonts and their smoothing differ between machines and a test must not change files.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openComparison, pasteSample, ready } from "./actions.mjs";
import { openPage } from "./harness.mjs";

const IMAGES = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "docs", "images");
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

mkdirSync(IMAGES, { recursive: true });

test("docs/images/report-light.png", async (t) => {
  const { page } = await openPage(t, { context: { viewport: DESKTOP, colorScheme: "light" } });
  await ready(page);
  await pasteSample(page, "checkout-errors");
  await page.getByTestId("fact-impact").hover();
  await page.screenshot({ path: join(IMAGES, "report-light.png") });
});

test("docs/images/compare-dark.png", async (t) => {
  const { page } = await openPage(t, { context: { viewport: DESKTOP, colorScheme: "dark" } });
  await ready(page);
  const names = ["checkout-errors", "image-uploads", "payments-api", "eastern-region-network", "overnight-login"];
  for (const name of names) await pasteSample(page, name);
  await openComparison(page);
  await page.screenshot({ path: join(IMAGES, "compare-dark.png") });
});

test("docs/images/phone.png", async (t) => {
  const { page } = await openPage(t, { context: { viewport: PHONE, colorScheme: "light", deviceScaleFactor: 2 } });
  await ready(page);
  await pasteSample(page, "payments-api");
  await page.getByTestId("fact-duration").scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(IMAGES, "phone.png") });
});
