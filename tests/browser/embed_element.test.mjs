// <outage-lens> in a page of another site, under the strictest policy that lets it run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleText } from "./actions.mjs";
import { heard, openHost } from "./embed_harness.mjs";

const script = ({ folder }) => `<script type="module" src="${folder}/outage-lens.js"></script>`;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const pre = (name) => `<pre>${escaped(sampleText(name))}</pre>`;
const fact = (page, id) => page.locator(`outage-lens [data-fact=${id}]`).first();

test("the text inside the element becomes facts, a chart and a timeline", async (t) => {
  const { page, events, assertQuiet } = await openHost(t, {
    page: (lens) => `${script(lens)}<outage-lens>${pre("checkout-errors")}</outage-lens>`,
  });
  const { report } = await heard(page, events, "analyzed");
  assert.equal(report.schema, "outage-lens/1");
  assert.equal(report.incidents[0].duration.minutes, 90);
  assert.equal(await fact(page, "duration").getAttribute("data-value"), "90");
  assert.match(await fact(page, "window").textContent(), /18:05–19:20/);
  assert.match(await page.locator("outage-lens .doubt").textContent(), /states 1 h 30 min/);
  assert.ok((await page.locator("outage-lens svg.scene g[data-fact]").count()) > 3);
  assert.ok((await page.locator("outage-lens .entries tbody tr").count()) > 3);
  assert.equal(await page.locator("outage-lens pre").isVisible(), false, "the widget stands in the text's place");
  assert.deepEqual(events.map(({ type }) => type), ["outage-lens:ready", "outage-lens:analyzed"]);
  await assertQuiet();
});
