// Texts that are no reports: a calm answer within seconds, and nothing that was already there is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { factValue, paste, pasteSample, ready } from "./actions.mjs";
import { openPage } from "./harness.mjs";

const MEGABYTE = 1 << 20;
// A person's patience is a second or two; the machines that run this are slow and may be busy.
const LIMIT_MS = 6_000;
const LINE = "- 14:05 The queue on host 12 grew to 80% for 5 minutes on 3 May 2021\n";

const INPUTS = {
  "a shopping list": "- 2 l milk\n- 500 g flour\n- 6 eggs\n- 1 kg apples, 20% off\n",
  "white space": " \n\t\n   ",
  "nothing at all": "",
  "NUL bytes": "\0".repeat(1000),
  "a lone surrogate": "The outage \ud800 lasted\udfff\n".repeat(20),
  "100,000 nested quotes": "> ".repeat(100_000),
  "100,000 brackets": "[".repeat(100_000),
  "10 MB in one line": "a".repeat(10 * MEGABYTE),
  "10 MB of entries": LINE.repeat(Math.ceil((10 * MEGABYTE) / LINE.length)),
};

for (const [name, text] of Object.entries(INPUTS)) {
  test(`pasting ${name} is answered calmly and loses nothing`, async (t) => {
    const { page, assertQuiet } = await openPage(t);
    await ready(page);
    await pasteSample(page, "checkout-errors");
    const started = Date.now();
    await paste(page, text);
    await page.waitForFunction(isIdle, null, { timeout: LIMIT_MS });
    t.diagnostic(`answered after ${Date.now() - started} ms`);
    const first = page.getByTestId("report-item").filter({ hasText: /checkout errors/i });
    await first.click();
    await page.waitForFunction(
      () => document.querySelector("[data-testid=fact-duration]")?.getAttribute("data-value") === "90",
    );
    await assertQuiet();
  });
}

test("a text without an incident says so and shows no figure", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  await page.getByTestId("report-text").fill(INPUTS["a shopping list"]);
  await page.getByText("No incident was found in this text.").waitFor();
  for (const fact of ["duration", "impact"]) {
    if (await page.getByTestId(`fact-${fact}`).count()) assert.equal(await factValue(page, fact), "");
  }
  await assertQuiet();
});

test("what was typed stays when the text is spoilt and mended", async (t) => {
  const { page, assertQuiet } = await openPage(t);
  await ready(page);
  const field = page.getByTestId("report-text");
  const report = "# Mail outage\n\nThe outage lasted 35 minutes.";
  await field.fill(report);
  await field.pressSequentially("\n``` > > > | [ \0 <table><tr>");
  assert.ok((await field.inputValue()).startsWith(report));
  await field.fill(report);
  await page.waitForFunction(
    () => document.querySelector("[data-testid=fact-duration]")?.getAttribute("data-value") === "35",
  );
  await assertQuiet();
});

test("markup in a report is shown as text and runs nothing", async (t) => {
  const { page, outsider, assertQuiet } = await openPage(t);
  await ready(page);
  const hostile = [
    `# Outage <img src="${outsider.origin}/a.png" onerror="document.title='run'">`,
    `The outage lasted 10 minutes. ![picture](${outsider.origin}/b.png) [link](javascript:document.title='run')`,
    `<script>document.title='run'</script><style>@import "${outsider.origin}/c.css"</style>`,
    `<iframe src="${outsider.origin}/d"></iframe><svg onload="document.title='run'">`,
  ].join("\n\n");
  await paste(page, hostile);
  await page.waitForFunction(
    () => document.querySelector("[data-testid=fact-duration]")?.getAttribute("data-value") === "10",
  );
  assert.notEqual(await page.title(), "run");
  assert.equal(await page.locator("[data-testid=report-view] :is(img, script, style, iframe, a[href])").count(), 0);
  await assertQuiet();
});

// Runs in the page: nothing waits to be read any more.
function isIdle() {
  return !/reading…/i.test(document.body.innerText);
}
