//! The words by which a sentence says what happened at a time in it.

use crate::reconcile::phrases::{Phrases, phrases};

/// Words right before a time that make it the beginning of what they speak of.
pub(super) const BEGAN: Phrases = phrases(
    "began|begin|begins|started|starts|starting|beginning|start of|the start|occurred|occurs|commenced|originated|since|\
     happened|took place|onset|commencing|commence|commences|kicked off|kicks off|kicking off|set in|sets in|\
     broke out|dates back to|dated back to|ran from|runs from",
);
/// What things do that fail.
pub(super) const FAILS: Phrases = phrases(
    "went down|goes down|crashed|failed|went offline|broke|lost|halted|stalled|froze|died|expired|ran out|\
     went dark|went silent|went away|went blank|became unavailable|became unreachable|became unresponsive|\
     fell over|collapsed|got stuck|locked up|jammed|hung|gave up|gave out|broke down|tripped|cut out|melted|\
     switched itself off|shut itself|shut themselves|dropped out|fell out|vanished|disappeared|\
     burned down|burnt down|caught fire|was flooded|exploded|became inaccessible|became slow|became degraded|loses|stalls|cut off|overheated",
);
pub(super) const DETECTED: Phrases = phrases(
    "alerted|alert fired|alerts fired|alerts came in|alarm|alarms|detected|noticed|paged|reported|discovered|\
     notified our on call|notified the on call|notified our engineer*|notified the engineer*|notified our team|\
     were notified|was notified|became aware|messaged|pinged|saw at|spotted|complained|reports came in|\
     reached us|told us|called us",
);
/// How somebody finds that there is a problem, rather than what caused it.
pub(super) const FINDS: Phrases = phrases(
    "identified that|identified an issue|identified issues|identified a problem|identified an outage|\
     discovered that|found that|discovered an issue|discovered a problem",
);
/// What happens for the last time when the outage ends.
pub(super) const LAST_TROUBLE: Phrases = phrases(
    "the last one|last error|last failure|last failed|last timeout|last affected|last dropped|last such|last 5 xx|\
     last 500|last 502|last 503",
);
/// Words right before a time that make it the end of what they speak of.
pub(super) const ENDED: Phrases = phrases(
    "restored|resolved|recovered|repaired|rectified|remedied|sorted out|was over|all over|back to baseline|back to usual|ended|ends|back online|back to normal|returned to normal|back up|came back|\
     was back|were back|resolution at|fully operational|normally since|normal since|subsided|resumed|\
     up again|work* again|online again|available again|fixed|ceased|back at|back by|errors stopped|regained|re established|reestablished|reinstated|\
     concluded|concludes|concluding|wrapped up|wraps up|wrapping up|wrapped things up|wrapped it up|came to an end|comes to an end|drew to a close|\
     terminated|ending|finished at|finished by|finished around|finishing at|\
     alerts stopped|failures stopped|caught up|fully drained|fully processed|reconnected|reopened|healthy again|reachable again",
);
/// What is done with trouble, or happens to it, when it ends; other things are cleared too.
pub(super) const LIFTED: Phrases = phrases(
    "cleared|lifted|gone|went away|cured|eliminated|addressed|corrected|settled|passed|abated|waned|dissipated|blew over|\
     wore off|put right|put to rest|put an end to|brought to a close|brought to an end|ironed out|faded",
);
/// What it does when it ends, in words that begin like those of a failure.
pub(super) const EBBS: Phrases = phrases("died down|died away|let up|tapered off|petered out");
/// What trouble does when it comes, and other things do too.
pub(super) const ARISES: Phrases = phrases(
    "kicked in|kicks in|surfaced|emerged|arose|erupted|manifested|triggered|got underway|got under way|first felt|\
     first seen|first appeared|flared up|struck|materialised|materialized|crept in|popped up|in earnest",
);
pub(super) const TROUBLE: Phrases = phrases(
    "trouble|problem|problems|issue|issues|fault|disruption|outage|incident|difficulties|blockage|disturbance|downtime|\
     interruption|degradation|slowdown|errors|failures|delays|timeouts",
);
/// Words behind a time that opens a clause, which make it the beginning.
pub(super) const BEGAN_BEHIND: Phrases = phrases(
    "experienc*|outage|suffered|faced|stopped|stops|encountered|unavailable|\
     incident occurred|were unable|was unable|fails|began to fail|\
     resulted in|led to|caused|triggered|error occur*|errors occur*|issue occur*|problem occur*|\
     queued up|backed up|piled up|built up|went undelivered|returned an error|returned error*|returned nothing|got an error|got error*|saw error*|timed out|was gone|\
     were gone",
);
pub(super) const CAUSED: Phrases = phrases("resulted in|led to|caused|triggered");
/// Somebody can do something ("again").
pub(super) const ABLE: Phrases = phrases("able to|could|can now");
/// What it takes until some time to do, after which all is well.
pub(super) const REPAIRS: Phrases = phrases(
    "fix|restore|recover|remove|bring|return|clear|repair|resolve|replace|get everything|get it|get them|\
     undo|correct|normal|back",
);
/// What is handled last of all that waited, where the outage is over.
pub(super) const LAST_OF_ALL: Phrases = phrases("the last|the final|the remaining|all|every");
pub(super) const WAITING: Phrases = phrases("pending|stuck|delayed|queued|held|backlogged");
pub(super) const HANDLED: Phrases = phrases(
    "was|were|had been|have been|cleared|completed|processed|credited|delivered|replayed|executed|settled",
);
/// What is at work while all is well, and is missed where it stops.
pub(super) const WORKING: Phrases = phrases(
    "chain|network|node|nodes|validators|service|services|server|servers|site|website|app|api|cluster|\
     database|blocks|production|traffic|processing|consensus|finality|workers|jobs|replication|ingestion|\
     delivery|indexing|relay|relayer|sequencer|mainnet|testnet|bridge|mail|emails|payments",
);
/// What is right "as of" a time.
pub(super) const SET_RIGHT: Phrases = phrases(
    "has corrected|have corrected|has been corrected|has fixed|have fixed|has been fixed|have been fixed|\
     has remediated|have remediated|has been remediated|has been contained|has been patched|has addressed|\
     have addressed|has been addressed",
);
/// What fails no more has recovered.
pub(super) const STOPS_FAILING: Phrases = phrases(
    "error* stop*|errors ceas*|alert* stop*|failure* stop*|timeouts stop*|stopped failing|stopped seeing|\
     stopped receiving error*|errors subsid*|no more error*|no further error*",
);
/// Words that introduce a time at the beginning of a clause.
pub(super) const OPENINGS: Phrases =
    phrases("at|on|around|starting|beginning|approximately|roughly|about|by|from|since|as|of|just");
/// Words that let a state last until a time.
pub(super) const LASTS: Phrases = phrases("until|till|til");
/// Work on an outage, and other work, which begins and ends at times of its own.
pub(super) const WORK: Phrases = phrases(
    "recover|recovery|recovering|restoration|restoring|investigat*|deploy*|roll*|rollback|upgrad*|migrat*|\
     restart*|reboot*|mitigat*|repair*|work|working|response|respond*|debug*|troubleshoot*|fixing|looking|\
     monitor*|meeting|call|rebuild*|backfill*|scaling|testing|update*|updating|revert*|releas*|patch*|\
     drain*|bringing|cleanup|review*|retrospective*|retro|postmortem*|maintenance|replay*|import*|backup*|switch*|\
     provision*|escalat*|discuss*|analys*|analyz*",
);
/// Words right behind a time that is later than the end of the outage.
pub(super) const AFTERWARDS: Phrases = phrases(
    "after the impact|after impact|after the outage|after service|after users|after customers|\
     long after|well after|hours after",
);
/// What is wrong with a change, and that the change is made.
pub(super) const FAULT: Phrases = phrases(
    "faulty|misconfigur*|bad|wrong|wrongly|incorrect*|broken|buggy|erroneous*|malformed|swapped|defective|\
     invalid|accidental*|by mistake|mistakenly|inadvertent*|bug|typo",
);
pub(super) const COMES_IN: Phrases = phrases(
    "introduced|deployed|imported|merged|pushed|released|rolled out|shipped|applied|published|activated|\
     enabled|changed|deleted|removed|dropped|executed|went out|went live",
);
/// How a sentence begins that tells what followed from the one before it.
pub(super) const FROM_THEN: Phrases = phrases(
    "from that moment|from then on|from that point|from this moment|from this point|at that moment|\
     at that point|as of then|that is when|this is when|that s when",
);
/// What things do again that are back.
pub(super) const AT_WORK: Phrases = phrases(
    "working|responding|answering|accepting|serving|functioning|operating|delivering|flowing|loading|succeeding",
);
/// Words of those who do not see a problem.
pub(super) const UNSEEN: Phrases = phrases(
    "noticed|notice|noticing|detected|detect|unnoticed|undetected|aware|realised|realized|spotted|spot",
);
/// Words right before a time since which all is well.
pub(super) const WELL_SINCE: Phrases =
    phrases("normally since|normal since|stable since|fine since|again since|fully since");
/// A mitigation that leaves no harm.
pub(super) const WHOLLY_MITIGATED: Phrases =
    phrases("fully mitigated|completely mitigated|impact was mitigated|impact mitigated|fully remediated");
/// What went wrong before and does so no more.
pub(super) const FAILS_NO_LONGER: Phrases = phrases(
    "no longer fail*|no longer drop*|no longer time*|no longer crash*|no longer see error*|no longer return*|\
     no longer reject*|no longer affected|no more error*",
);
/// Nothing bad that was seen "since".
pub(super) const QUIET: Phrases = phrases(
    "no error*|no further|no more|no new error*|no failure*|no failed|no alert*|no timeouts|no issue*|\
     no problem*|no recurrence|not seen any|not recurred|not reoccurred|not happened",
);
/// Words of something that happened once more, after the outage that the report is about.
pub(super) const AGAIN: Phrases =
    phrases("same issue|same problem|again|another|second|recur*|reoccur*|re occur*|previous*|earlier");
/// Words that turn a restoration into a wish or its opposite.
pub(super) const NOT_YET: Phrases = phrases(
    "not|unable|attempt*|tried|trying|wanted|to come back|failed to|to restore|to resolve|to recover|expect*|should be|\
     will be|hope*|estimat*|wasn|weren|hadn|didn|isn",
);
pub(super) const PARTLY: Phrases = phrases(
    "partial*|some|began|begin|begins|started|starting|starts|most|majority|many|half|recovering|appear*|seem*",
);

/// Coming into a state, and the states that are bad.
pub(super) const TURNS: Phrases = phrases(
    "went|goes|became|becomes|turned|turns|fell|got|was left|were left|ended up|switched to|flipped to|entered|came to",
);
pub(super) const BADLY: Phrases = phrases(
    "unavailable|unreachable|unresponsive|inaccessible|read only|readonly|offline|down|dark|silent|quiet|missing|stuck|\
     slow|sluggish|unhealthy|degraded|overloaded|saturated|corrupt*|stale|unusable|blocked|full|dead|blank|unstable|flaky|\
     partitioned|isolated|disconnected|out of sync|out of memory|haywire|wrong|bad|wedged|jammed|overwhelmed|a crash loop|\
     crash loop|deadlock*|a halt|standstill|behind",
);
/// Words that introduce a time behind what is said of it.
pub(super) const INTRODUCES: Phrases = phrases(
    "at|on|by|from|since|around|about|approximately|approx|roughly|circa|ca|just|before|after|as|of|shortly",
);
/// What is done to have service back, in the infinitive, and how that begins.
pub(super) const REMEDIES: Phrases = phrases(
    "resolve|restore|fix|repair|recover|remedy|rectify|remediate|bring|get|return|turn|put|reestablish|\
     re establish|reopen|revive|resume|unblock|reinstate|correct",
);
pub(super) const INFINITIVE: Phrases =
    phrases("to|to fully|to completely|to finally|to permanently|to successfully|to manually");
pub(super) const RETURNED: Phrases = phrases("back|online|up|running|normal|live");
/// It came about.
pub(super) const MANAGED: Phrases =
    phrases("able to|managed to|it possible to|in a position to|successful in|finally got to");
pub(super) const CARRIED_OUT: Phrases = phrases(
    "made|deployed|applied|pushed|released|rolled out|implemented|performed|executed|carried out|merged|shipped|\
     published|put in place|rolled back|reverted|restarted|added|changed|switched|replaced|added",
);
/// It did not, or not yet.
pub(super) const HINDERED: Phrases = phrases(
    "not|unable|attempt*|tried|trying|failed|fails|expect*|hope*|hoping|will|should|would|could|planned|plan|\
     weren|wasn|didn|couldn|took|until|before|in order",
);

/// Words that make a sentence speak of the outage itself.
pub(super) const AFFECTED: Phrases = phrases(
    "outage*|experienc*|returned|503|500|502|504|5 xx|unavailab*|affected|impact*|down|downtime|degrad*|\
     fail*|error*|disrupt*|interrupt*|incident|inaccessible|unreachable|offline|unable|could not|\
     couldn|elevated|slow*|latency|users|customers|not available|timeout*|lost|crash*|unresponsive|\
     faced|suffered|issue*|increased|delay*|throttl*|stale|stuck|blocked|declined|unusable|gone|broken|\
     refused|rejected|warnings|dropped|discarded|stop* work*|stop* respond*|stop* load*|stop* serv*|stop* accept*|stop* process*|\
     not work*|not respond*|not load*|no longer|halted|stalled|frozen|froze|missing|denied|not reach*|\
     not log in|no access|without|went dark|paused|incorrect*|wrong",
);
/// Words that make a sentence speak of something else than the outage.
pub(super) const UNRELATED: Phrases = phrases(
    "maintenance|scheduled for|we ll|we will|support hours|office hours|business hours|will be|planned for",
);
