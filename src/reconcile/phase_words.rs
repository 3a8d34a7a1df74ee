//! The words by which an entry of a timeline says what it means for the incident.

use super::phrases::{Phrases, phrases};

/// Markers that name the outage's own end, apart from that of the work on it.
pub(super) const OUTAGE_ENDS: Phrases = phrases(
    "outage end*|end of outage|end of the outage|outage over|impact end*|end of impact|interruption end*|\
     downtime end*|disruption end*",
);
/// Markers that name the outage's own beginning.
pub(super) const OUTAGE_BEGINS: Phrases = phrases(
    "outage begin*|outage began|outage start*|outage commence*|start of outage|start of the outage|\
     beginning of outage|impact start*|impact begin*|impact began|start of impact|\
     interruption begin*|interruption began|interruption start*|downtime begin*|downtime began|downtime start*|\
     disruption begin*|disruption began|disruption start*",
);
/// Words that end the work on an incident, which may be long after the outage.
pub(super) const CLOSED: Phrases = phrases(
    "incident end*|end of incident|incident closed|incident is closed|incident was closed|\
     close the incident|closes the incident|closed the incident|incident close|incident closes|all clear|marked as resolved|incident resolved|declared over|announced the recovery|announced recovery|\
     announced the restoration|announced the resolution",
);
pub(super) const RESOLVED: Phrases = phrases(
    "restored|restores service|restoring service*|resolved|resolving the issue|back online*|back up|\
     back to normal|back in service|back to baseline|back to usual|back to the usual|back to expected|\
     back to the expected|back to the level*|back at normal|back at the usual|back at usual|returned to usual|\
     returned to the usual|returned to expected|returned to regular|returned to previous|returned to normal|return to normal|returns to normal|\
     returned to baseline|recovered|recovers fully|full recovery|operating normally|functioning normally|\
     running normally|working normally|normal operation*|normal levels|service resumed|services resumed|\
     fully operational|fully functional|operat* correctly|function* correctly|work* correctly|operat* properly|\
     function* properly|work* properly|all systems operational|is over|up and running|\
     working as expected|works as expected|is back|are back|came back|comes back up|everything is working|\
     everything works|system recovers|service recovers|services recover|systems recover|function* normally|\
     progressing normally|invoked normally|behaving normally|processing normally|processed normally|\
     serving normally|performing normally|operate* normally|work* normally|reopen*|re open*|\
     hub is up|site is up|website is up|service is up|services are up|server is up|servers are up|\
     cluster is up|api is up|app is up|system is up|systems are up|database is up|\
     backlog cleared|backlog was cleared|backlog has cleared|backlog processed|processed the backlog|\
     cleared the backlog|fully caught up|confirmed fixed|confirmed resolved|was resolve|is resolve|were resolve|been resolve|\
     was restore|is restore|were restore|been restore|was recover|been recover",
);
/// Something works "again".
pub(super) const AGAIN: Phrases = phrases(
    "work* again|load* again|succeed* again|forward* again|respond* again|up again|online again|\
     running again|normal again|available again|reachable again|serving again|again for all|\
     again for everyone|deliver* again|accept* again|pass again|flow* again|healthy again|stable again|\
     functional again|live again|well again|fine again|good again|green again|accessible again",
);
/// What has piled up, and that none of it is left.
pub(super) const BACKLOG: Phrases = phrases("backlog*|backlogged|queued|queues|accumulated|pending");
pub(super) const WORKED_OFF: Phrases = phrases(
    "was cleared|were cleared|been cleared|fully cleared|fully processed|fully drained|fully delivered|\
     successfully delivered|successfully processed|was delivered|were delivered|been delivered|\
     was processed|were processed|been processed|was drained|were drained|been drained|\
     was worked off|were worked off|been worked off|was worked through|been worked through|\
     was completed|were completed|was emptied|were emptied|caught up",
);
pub(super) const PARTLY: Phrases = phrases(
    "partial*|some users|some customers|begin* to recover|began to recover|starting to recover|\
     started to recover|start* to recover|recovering|most|half of|half the|about half|only part*|only some|only a|mitigation",
);
/// Words that turn a success into a wish or an attempt.
pub(super) const INTENT: Phrases = phrases(
    "towards full|toward full|towards recovery|toward recovery|towards resolution|towards resolving|\
     we expect to|we expect the|we expect this|we expect full|we expect that|we anticipate|is expected to|are expected to|expect to|expect full|remain on track|on track for|\
     to resolve|to restore|restored from|restored to|to fix|to mitigate|order to recover|help recover|helped recover|not resolved|not resolve|not restored|\
     not recovered|not back|unresolved|unsuccessful*|failed to|attempt*|working on|trying|tried|try to|\
     did not|didn|unable to|not yet|will be|should be|hoping|once the|once we|once it|proposed|proposes|proposal|suggested|\
     whether|see if|check if|checks if|checked if|checking if|test if|tests if|tested if|testing if|verify if|\
     verifies if|verified if|know if|sure if|confirm if|wonder* if|ask if|asks if|asked if|find out if",
);
/// Words that name a mitigation as such.
pub(super) const MITIGATES: Phrases = phrases(
    "mitigated|mitigation|repaired|workaround in place|workaround applied|start* to recover|\
     begin* to recover|began to recover|starts recovering|begins recovering|began recovering|\
     started recovering|partially restored|partially recovered|partial recovery|seeing improvement*|\
     showing improvement*|seeing recovery|signs of recovery|signs of improvement|are improving|is improving|\
     has improved|have improved|start* to improve|begin* to improve|began to improve|fix has been implemented|\
     fix has been deployed|fix has been applied|fix is in place",
);
pub(super) const MITIGATED: Phrases = phrases(
    "mitigated|repaired|mitigation applied|mitigation deployed|mitigation complete*|rolled back|\
     rollback complete*|roll back complete*|successful rollback|rollback successful*|rollback deployed|\
     reverted|revert deployed|fix deployed|fix applied|fix implemented|fix was deployed|fix was applied|\
     hotfix|workaround|fix rolled out|fix is out|error* drop*|errors decreas*|error rate drop*|\
     deployed a fix*|deploys a fix*|deployed the fix*|deploys the fix*|applied a fix*|applied the fix*|\
     pushed a fix*|released a fix*|rolled out a fix*|implemented a fix*|fix has been|fix is in place|fix was released|fix released|successfully restart*|\
     traffic shifted|failed over|failover complete*|adjusted|temporary fix|patch applied|patch deployed|\
     start* to recover|begin* to recover|began to recover|starts recovering|begins recovering|\
     began recovering|started recovering",
);
pub(super) const BEGAN: Phrases = phrases(
    "start of incident|start of the incident|went down|\
     goes down|is down|are down|hard down|became unavailable|becomes unavailable|went offline|goes offline|\
     stopped responding|stops responding|stop responding|stop to|stopped working|stops working|\
     stop working|begin to|begins to|began to|start to fail|start to time out|starts to time out|\
     started to time out|started timing out|starts timing out|start to drop|started to drop|\
     start to return|started to return|starts to fail|started to fail|start failing|starts failing|\
     started failing|begin failing|began failing|\
     users start* to|users begin experiencing|users began experiencing|users started experiencing|\
     users start experiencing|start* experiencing|began experiencing|begins experiencing|\
     became unresponsive|becomes unresponsive|became inaccessible|crashed|exploited",
);
/// Words that an entry about a detection opens with, whatever it says of the problem behind them.
pub(super) const DETECTION_OPENS: Phrases = phrases(
    "users report*|users began reporting|customers report*|customer report*|user report*|report of|\
     reports of|reports from|reports that|first report*|first sign*|initial report*|initial sign*|initial alert*|\
     incident opened|incident was opened|incident created|incident raised|incident is opened|alert*|automated alert*|alarm*|\
     first alert*|monitoring alert*|monitoring system*|monitoring detect*|detected|\
     first detected|first noticed|noticed|an alert*|the alert*|an alarm|the alarm|a report|a user report*|\
     a customer report*|some users report*|several users report*|page sent|page was|page is|page fire*|\
     page trigger*|page goes|page received|page from|page for|pager*",
);
pub(super) const DETECTED: Phrases = phrases(
    "detected|detects|detect|detection|alert*|alarm*|pager*|paged|pages the|pages our|pages on|is paged|\
     got a page|noticed|notices|notice|reported|reports|report|reporting|observed|observes|observe|complain*|\
     monitoring system*|monitoring tool*|monitoring service*|monitoring show*|monitoring flag*|\
     monitoring pick*|monitoring trigger*|monitoring notif*|uptime check*|health check*|monitor fired|monitors fired|monitor fires|flagged|pingdom|\
     made aware|became aware|becomes aware|incident opened|incident was opened|opened an incident|identified by monitoring|identified by our monitoring|\
     identified by alert*|identified by automat*|spotted|caught by|picked up by",
);
/// It is the reports or the work that begin, not the problem.
pub(super) const REPORTS_BEGAN: Phrases = phrases(
    "start* reporting|began reporting|begin* reporting|investigat*|begin* to look|began to look|begin* to check|began to check|\
     begin* to debug|began to debug|begin* to dig|began to dig|begin* to work|began to work|begin* to search|began to search|\
     begin* to trace|began to trace|begin* to review|began to review|begin* to report|began to report",
);
/// Work that was planned is no sign of the problem.
pub(super) const PLANNED: Phrases =
    phrases("upcoming|new version|new release|planned maintenance|scheduled maintenance|maintenance window");
/// Words for a message from users; to a vendor it is an escalation.
pub(super) const TICKET: Phrases = phrases("support ticket*|ticket*");
pub(super) const TO_VENDOR: Phrases =
    phrases("ticket with|opened with|via the|provider|vendor|to aws|with aws|with azure|with google");
pub(super) const ACKNOWLEDGED: Phrases = phrases(
    "acknowledg*|ack|acked|incident declared|declared|declares an incident|begin* investigat*|\
     began investigat*|start* investigat*|investigation start*|investigation began|investigation begin*|\
     initiated an investigation|engineers respond*|responded|responds|on call engineer join*|took over|\
     looking into|looked into|look into|looks into|to investigate|investigates|investigating|investigated|investigation|triage*|picks up the page|picked up the page|takes the page|took the page|answers the page|\
     answered the page|joins the bridge|joined the bridge|joins the call|joined the call",
);
pub(super) const ESCALATED: Phrases = phrases(
    "escalat*|called in|brought in|handed over|was notified|were notified|notified|pulled in|looped in",
);
/// Somebody is told, which is how a problem is noticed where nothing before says so.
pub(super) const TOLD: Phrases =
    phrases("notified|informed of|informed about|is informed|are informed|was informed|were informed");
/// Those who are told of an outage by its responders.
pub(super) const AUDIENCE: Phrases =
    phrases("customers|users|clients|stakeholders|public*|community|management|partners");
pub(super) const IDENTIFIED: Phrases = phrases(
    "identified|identifies|identify|root cause|discovered|discovers|found that|found to be|finds that|\
     determined|pinpointed|traced to|cause found|cause was found|was the cause|confirmed that|culprit|\
     diagnosed|isolated the|isolated to|was isolated",
);
/// What an outage or what is felt of it is called.
pub(super) const TROUBLE: Phrases = phrases(
    "outage*|incident|interruption*|disruption*|degradation|downtime|unavailability|issue|issues|problem|problems|\
     trouble|error|errors|failures|fault|slowdown|timeouts|attack",
);
/// What trouble does when it comes.
pub(super) const SETS_IN: Phrases =
    phrases("begin|begins|began|start|starts|started|commence*|occurs|occurred|set in|sets in|arose|emerged");
/// What is done about trouble until there is none.
pub(super) const SOLVED: Phrases = phrases("solved|fixed|patched|rectified|remedied|cured|corrected");
/// What trouble begins to do when it ends.
pub(super) const EASES: Phrases = phrases(
    "to drop|to fall|to decrease|to decline|to clear|to subside|to ease|to go down|to resolve|to recover|dropping|\
     falling|decreasing|declining|clearing|subsiding|easing|going down|resolving|recovering",
);
/// What brings service back, and that there is no more to do of it.
pub(super) const RECOVERY: Phrases = phrases("recovery|restoration|repair|repairs|full restore|resolution");
pub(super) const DONE: Phrases =
    phrases("complete|completed|completes|done|finished|finishes|concluded|accomplished");
/// What is better the less there is of it.
pub(super) const BURDEN: Phrases = phrases("backlog*|error*|failure*|latenc*|queue*|lag|timeouts|delays");
pub(super) const LIGHTENS: Phrases = phrases(
    "begin* to drop|began to drop|start* to drop|begin* to fall|began to fall|start* to fall|\
     begin* to decrease|began to decrease|start* to decrease|begin* to decline|began to decline|\
     begin* to drain|began to drain|start* to drain|begin* to clear|began to clear|start* to clear",
);
/// Nearly all of them, how they are when they are well, and that they are not.
pub(super) const MOST: Phrases = phrases("most|majority|nearly all|almost all");
pub(super) const FINE: Phrases = phrases(
    "fine|is back|are back|back online|back to|working again|work again|recovered|restored|healthy|online|\
     operational|up again|able to",
);
pub(super) const NOT_FINE: Phrases = phrases("not|can t|cannot|unable|fail*|down|error*|unavailable");
