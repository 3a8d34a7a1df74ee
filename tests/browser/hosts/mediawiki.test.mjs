// The element in MediaWiki, by the extension of integrations/mediawiki.

import assert from "node:assert/strict";
import { test } from "node:test";
import { snippets } from "./document.mjs";
import { HEADING, installMediaWiki } from "./mediawiki.mjs";
import { fact, openWikiPage, testWiki } from "./wiki.mjs";

const report = (end, share) => `Checkout failed on 20 February 2024 from 18:05 to ${end} UTC. About ${share}% of customers could not pay.

== Timeline ==
* 18:05 UTC: '''Payments''' begin to fail
* 18:12 UTC: An alert pages the [[on-call]] engineer
* ${end} UTC: Payments work again
`;

testWiki({
  heading: HEADING,
  install: installMediaWiki,
  names: ["Incidents/Checkout errors", "Incidents/Login outage"],
  dated: "Incidents/2024-02-20 Checkout",
  missing: /nowhere.* cannot be had: the server answers 404/,
  reports: [report("19:35", 40), report("18:35", 10)],
});

test("MediaWiki's own content security policy lets the widget run", async (t) => {
  const wiki = await installMediaWiki({ settings: "$wgCSPHeader = true;" });
  t.after(() => wiki.close());
  await wiki.save("Policy", snippets(HEADING, "wiki")[0]);
  const { page, assertQuiet } = await openWikiPage(t, wiki, "Policy");
  const header = (await fetch(wiki.address("Policy"))).headers.get("content-security-policy");
  assert.match(header, /script-src/);
  assert.equal(await fact(page, "duration"), "90");
  await assertQuiet();
});
