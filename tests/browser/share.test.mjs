// A link that holds the figures: made on one page, opened on another, and refused where it was cut.

import assert from "node:assert/strict";
import { test } from "node:test";
import { factValue, paste, pasteSample, ready, sampleNames } from "./actions.mjs";
import { newContext, openPage } from "./harness.mjs";

const FACTS = ["duration", "impact", "window", "detected"];

async function facts(page) {
  const values = [];
  for (const fact of FACTS) values.push(await factValue(page, fact));
  return values;
}

/** The page of somebody else: nothing that is kept is shared. */
async function stranger(t) {
  const context = await newContext({});
  t.after(() => context.close());
  return context;
}

/** Opens the dialog and waits for the link. */
async function shareLink(page) {
  await page.getByTestId("share").click();
  await page.waitForFunction(() => document.querySelector("[data-testid=share-link]")?.value.includes("#share="));
  return page.getByTestId("share-link").inputValue();
}

test("a link brings every sample's figures to another page", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  const context = await stranger(t);
  await ready(page);
  for (const name of sampleNames().filter((name) => name !== "slow-dashboards")) {
    await pasteSample(page, name);
    const expected = await facts(page);
    const link = await shareLink(page);
    assert.ok(link.length < 4000, `${name}: ${link.length} characters`);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    const other = await context.newPage();
    await other.goto(link);
    await other.getByTestId("fact-duration").waitFor();
    // A post's time of detection can be read from a timeline but not from the posts that it was made of.
    const read = await facts(other);
    for (const [place, value] of expected.entries()) if (value !== "") assert.equal(read[place], value, name);
    await other.close();
  }
  await assertQuiet();
});

test("figures alone leave the report's words out, and a cut link says that it was cut", async (t) => {
  const { page, site, assertQuiet } = await openPage(t);
  const context = await stranger(t);
  await ready(page);
  await paste(page, "# Secret project Zebra\n\nOn 9 May 2024 from 14:00 UTC to 15:00 UTC the shop was down.\n");
  const whole = await shareLink(page);
  await page.getByRole("button", { name: /^Figures only/ }).click();
  await page.waitForFunction((before) => {
    const { value } = document.querySelector("[data-testid=share-link]");
    return value.includes("#share=") && value !== before;
  }, whole);
  const link = await page.getByTestId("share-link").inputValue();
  const other = await context.newPage();
  await other.goto(link);
  await other.getByTestId("fact-duration").waitFor();
  assert.equal(await factValue(other, "duration"), "60");
  assert.doesNotMatch(await other.locator("main").innerText(), /Zebra/);
  const cut = await context.newPage();
  await cut.goto(link.slice(0, -30));
  await cut.getByText(/This link was cut: \d+ of \d+ characters arrived/).waitFor();
  const damaged = await context.newPage();
  await damaged.goto(`${site.origin}/#share=1z.AAAAAA.4.AAAA`);
  await damaged.getByText(/changed on its way/).waitFor();
  await assertQuiet();
});

test("what is copied is Markdown and a Mermaid chart", async (t) => {
  const { page, assertQuiet } = await openPage(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await ready(page);
  await pasteSample(page, "payments-api");
  await shareLink(page);
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await page.getByText("The facts were copied as Markdown.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^# .+\n\n\| Incident \| Value \|\n/);
  await page.getByRole("button", { name: "Copy as Mermaid chart" }).click();
  await page.getByText("The chart was copied for Mermaid.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^```mermaid\ngantt\n/);
  await assertQuiet();
});
