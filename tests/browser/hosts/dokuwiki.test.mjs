// The element in DokuWiki, by the plugin of integrations/dokuwiki.

import { HEADING, installDokuWiki } from "./dokuwiki.mjs";
import { testWiki } from "./wiki.mjs";

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
  reports: [report("19:35", 40), report("18:35", 10)],
});
