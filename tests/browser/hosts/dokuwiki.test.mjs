// The element in DokuWiki, by the plugin of integrations/dokuwiki.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { snippets } from "./document.mjs";
import { HEADING, installDokuWiki } from "./dokuwiki.mjs";
import { fact, openWikiPage, testWiki } from "./wiki.mjs";

/** What a reader sees under a policy that refuses WebAssembly, as the document quotes it. */
const REFUSAL = snippets("## The host's content security policy", "text")[0].split("\n");

const report = (end, share) => `Checkout failed on 20 February 2024 from 18:05 to ${end} UTC. About ${share}% of customers could not pay.

===== Timeline =====
  * 18:05 UTC: **Payments** begin to fail
  * 18:12 UTC: An alert pages the [[on-call]] engineer
  * ${end} UTC: Payments work again
`;

testWiki({
  heading: HEADING,
  install: installDokuWiki,
  names: ["incidents:checkout_errors", "incidents:login_outage"],
  dated: "incidents:2024-02-20_checkout",
  // It answers with a page like any other, which has no incident in it.
  missing: /1 report is left out/,
  reports: [report("19:35", 40), report("18:35", 10)],
});

test("where the wiki's policy refuses WebAssembly, the report stays, and the line that is shown is enough", async (t) => {
  const { php, set } = policyFile(t);
  const wiki = await installDokuWiki({ php });
  t.after(() => wiki.close());
  await wiki.save("strict", snippets(HEADING, "wiki")[0]);
  // DokuWiki writes scripts into its pages.
  set("script-src 'self' 'unsafe-inline'; connect-src 'self'");
  const refused = await openWikiPage(t, wiki, "strict", { awaits: "outage-lens .notice" });
  const notice = await refused.page.locator("outage-lens .notice").innerText();
  for (const sentence of REFUSAL) assert.ok(notice.includes(sentence), notice);
  assert.match(await refused.page.locator("outage-lens > pre").innerText(), /Checkout failed on 20 February 2024/);
  const line = await refused.page.locator("outage-lens .notice .line").textContent();
  set(`${line}; connect-src 'self'`);
  const allowed = await openWikiPage(t, wiki, "strict");
  assert.equal(await fact(allowed.page, "duration"), "90");
  await allowed.assertQuiet();
});

// A line of php.ini that sends a content security policy with every page, as a web server's configuration would.
function policyFile(t) {
  const folder = mkdtempSync(join(tmpdir(), "policy-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const policy = join(folder, "policy.txt");
  const script = join(folder, "policy.php");
  writeFileSync(script, `<?php header("Content-Security-Policy: " . file_get_contents("${policy}"));`);
  const set = (words) => writeFileSync(policy, words);
  set("");
  return { php: [`auto_prepend_file=${script}`], set };
}
