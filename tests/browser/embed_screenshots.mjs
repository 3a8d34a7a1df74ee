// Takes pictures of the widgets into target/screenshots, to be looked at: node --test tests/browser/embed_screenshots.mjs

import { test } from "node:test";
import { sampleText } from "./actions.mjs";
import { heard, openHost } from "./embed_harness.mjs";
import { screenshot } from "./harness.mjs";

const COMPARED = ["checkout-errors", "image-uploads", "payments-api", "eastern-region-network", "overnight-login", "message-delivery"];
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const pre = (name) => `<pre>${escaped(sampleText(name))}</pre>`;
const script = ({ folder }) => `<script type="module" src="${folder}/outage-lens.js"></script>`;
const BODIES = {
  report: `<h2>Postmortem</h2><p>A paragraph of the wiki.</p><outage-lens>${pre("checkout-errors")}</outage-lens><p>More of it.</p>`,
  compare: `<h2>This month</h2><outage-lens view="compare">${COMPARED.map(pre).join("")}</outage-lens>`,
};

for (const [name, body] of Object.entries(BODIES)) {
  for (const width of [340, 720, 1200]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${name} ${width} ${colorScheme}`, async (t) => {
        const { page, events } = await openHost(t, {
          context: { viewport: { width, height: 900 }, colorScheme },
          page: (lens) => `<meta name="color-scheme" content="light dark">${script(lens)}${body}`,
        });
        await heard(page, events, "analyzed");
        await page.waitForTimeout(200);
        await screenshot(page, `embed-${name}-${width}-${colorScheme}`);
      });
    }
  }
}
