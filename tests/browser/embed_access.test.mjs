// The widgets against axe-core, in both themes: names, roles, contrast, headings.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { sampleText } from "./actions.mjs";
import { heard, openHost } from "./embed_harness.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const pre = (name) => `<pre>${escaped(sampleText(name))}</pre>`;
const BODIES = {
  "one report": `<outage-lens>${pre("checkout-errors")}</outage-lens>`,
  "a comparison": `<outage-lens view="compare">${["checkout-errors", "image-uploads", "payments-api"].map(pre).join("")}</outage-lens>`,
  "a failure": "<outage-lens src='missing.md'></outage-lens>",
};

for (const [name, body] of Object.entries(BODIES)) {
  for (const theme of ["light", "dark"]) {
    test(`${name}, ${theme}`, async (t) => {
      const { page, events } = await openHost(t, {
        policy: () => undefined,
        page: ({ folder }) => `<script type="module" src="${folder}/outage-lens.js"></script><main><h1>Wiki</h1><h2>Page</h2>${body.replace("<outage-lens", `<outage-lens theme="${theme}"`)}</main>`,
      });
      await heard(page, events, name === "a failure" ? "error" : "analyzed");
      await page.evaluate(() => {
        const shown = document.querySelector("outage-lens").shadowRoot;
        for (const details of shown.querySelectorAll("details")) details.open = true;
        shown.querySelector(".fact")?.click();
      });
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => globalThis.axe.run("outage-lens"));
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(" ")} ${failureSummary}`).join("; ")}`);
      assert.deepEqual(told, []);
    });
  }
}
