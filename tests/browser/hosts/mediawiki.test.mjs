// The element in MediaWiki, by the extension of integrations/mediawiki.

import { HEADING, installMediaWiki } from "./mediawiki.mjs";
import { testWiki } from "./wiki.mjs";

const report = (end, share) => `Checkout failed on 20 February 2024 from 18:05 to ${end} UTC. About ${share}% of customers could not pay.

== Timeline ==
* 18:05 UTC: '''Payments''' begin to fail
* 18:12 UTC: An alert pages the [[on-call]] engineer
* ${end} UTC: Payments work again
`;

testWiki({
  heading: HEADING,
  // Under the policy that MediaWiki itself can send.
  install: (options) => installMediaWiki({ settings: "$wgCSPHeader = true;", ...options }),
  policy: /^script-src /,
  names: ["Incidents/Checkout errors", "Incidents/Login outage"],
  dated: "Incidents/2024-02-20 Checkout",
  missing: /nowhere.* cannot be had: the server answers 404/,
  reports: [report("19:35", 40), report("18:35", 10)],
});
