//! The words by which a sentence says what a length in it is the length of.

use crate::reconcile::phrases::{Phrases, phrases};

/// Several outages, whose lengths a list behind them gives.
pub(super) const OUTAGES: Phrases =
    phrases("outages|interruptions|disruptions|downtimes|blackouts|periods|windows|spells");

/// Verbs of lasting, right before a length.
pub(super) const LASTED: Phrases = phrases(
    "lasted|lasting|lasts|persisted|persisting|continued for|went on for|spanned|spanning|stretched|\
     remained for|ongoing for|was around for|existed for|dragged on for",
);

/// What an outage is called, right before "of 48 minutes" or right behind "48 minutes of".
pub(super) const OUTAGE: Phrases = phrases(
    "outage|outages|downtime|disruption*|interruption*|unavailability|incident|blackout|brownout|\
     degradation|degraded|impact|inaccessibility|stoppage|stall|halt|freeze|service loss|errors|\
     failures|loss of service|unresponsiveness|non availability|exposure|gap|failed|down time|disturbance",
);

/// The outage itself right before the length: "downtime: 53 minutes", "an outage of 2 days".
pub(super) const NAMED_BEFORE: Phrases = phrases(
    "outage|outages|downtime|disruption|interruption|unavailability|blackout|impact|outage time|down time|\
     incident duration|duration|outage length|degradation|time down|exposure",
);

/// Words that may stand between the outage's name and its length.
pub(super) const LINKS: Phrases = phrases(
    "of|was|were|is|for|in|with|time|that|lasting|totaling|totalling|extended|by|totaled|totalled|\
     came|amounted|had|being|took|period|therefore|thus",
);

/// States that make "for 40 minutes" the length of the outage.
pub(super) const BAD_STATE: Phrases = phrases(
    "unable|unavailab*|down|downtime|outage*|offline|affected|affecting|impact*|disrupt*|interrupt*|stuck|\
     fail*|error*|inaccessib*|unreachab*|unrespons*|unusab*|inoperab*|could not|couldn|cannot|degrad*|\
     broken|broke|not available|not accessible|not responding|problem|problems|issue|issues|slow*|\
     timed out|timing out|closed|halted|stalled|frozen|froze|paused|blocked|out of service|dead|\
     stopped|lost|crash*|unstable|instability|incident|read only|rejected|went dark|disappear*|\
     no access|not work*|no new|limited|trouble*|bug|without|500|502|503|504|5 xx|wrong|missing|delayed|exposed|no service|suffered|\
     no blocks|no traffic|no data|no requests|no response*|no connection*|nothing|gone|out of order|vanish*|hung|nobody|no one|none of|disconnected|unhealthy|not able|intermittent*|out",
);

/// Words right before a length that make it something else: a setting, a delay, an age, a plan.
pub(super) const OTHER_BEFORE: Phrases = phrases(
    "timeout*|every|per|delay*|latency|ttl|interval|retention|retain*|kept|stored|threshold|planned|scheduled|expected|estimated time|sla|slo|older than|newer than|\
     reduc*|average*|increase*|response time*|cache*|wait*|budget|uptime|rolled back|rollback|reverted|\
     next|past|previous|coming|following|the last|limit|lag*|time to live|expire*|old|age|window|\
     monitor*|detected|noticed|unnoticed|undetected|notice|alerted|acknowledged|responded|paged|aware|\
     available for|up for|running for|valid for|in place for|stable for|exists|lose|lost the|data loss of|\
     backlog*|queue of|trained|to normal|worked for|run for|been running|using|sustained for|maintenance|deploy*",
);
/// What lasts, but is no outage.
pub(super) const OTHER_LASTED: Phrases = phrases(
    "maintenance lasted|window lasted|deployment lasted|migration lasted|meeting lasted|call lasted|\
     upgrade lasted|rollout lasted|release lasted|batteries that lasted|batteries lasted|battery lasted|ups lasted|generator lasted|\
     generators lasted|calls lasted|not lasted|never lasted|exposure window lasted|node which lasted|server which lasted|host which lasted|machine which lasted|\
     instance which lasted|pod which lasted|replica which lasted|attempt which lasted",
);
/// Words right before a length that set a time by which something is done.
pub(super) const DEADLINE: Phrases = phrases("within|in|after|before|under|inside|took|takes|take|taking");

/// Words right behind a length that make it something else.
pub(super) const OTHER_BEHIND: Phrases = phrases(
    "ago|later|late|behind schedule|overdue|timeout*|delay*|interval*|window|before|after|earlier|old|latency|retention|cycle*|ttl|\
     meeting|per|into|notice|prior|apart|maintenance|credit|of credit|grace|wait*|limit|log|release*|\
     of data|of logs|worth|trial|lag|backlog|prior|of latency|of additional latency|of delay|of lag|sla|\
     in the past|each|every|of history|of notice|for each|uptime|backoff|sleep|poll*|cron|job|query|\
     cooldown|sprint|long query",
);

/// Words that make a sentence speak of another occasion, a condition or a plan.
pub(super) const ELSEWHERE: Phrases = phrases(
    "previously|in the past|last time|years ago|last year|last month|similar incident|earlier incident|\
     previous incident|previous outage|if|only when|unless|whenever|in case|would have|could have|should have|\
     should|expected to|expect|estimated to|planned to|planned for|plan to|plans to|scheduled for|scheduled to|scheduled a|scheduled an|will be|will take|going to|\
     maintenance window|is designed|by default|configured|typically|usually|normally|upcoming|\
     not exceed|exceed*|fires|fire when|trigger*|alert if|alert when|in future|in the future|historically|agreement|guarantee*|policy|credits|notification of|\
     customers see|users see|may see|might see|can see|may take|can take|\
     proposed|history|in advance|beforehand",
);

/// From when on a repair took so long.
pub(super) const SINCE_TROUBLE: Phrases = phrases(
    "after the issue|after the incident|after the outage|after the problem|after the failure|after the first|\
     after the initial|after the start|after the onset|after the crash|after the alert|after the disruption|\
     after it started|after it began|after it occurred|after it happened|after detection|after being detected|\
     after being reported|after the impact|after the beginning",
);

/// Words of those who cannot do something, and of what responders do.
pub(super) const UNABLE: Phrases = phrases(
    "unable|could not|couldn|cannot|can t|not able|wasn t able|nobody|no one|none of us|too busy|did not|didn|\
     unavailable|failed to|not free",
);
pub(super) const RESPOND: Phrases = phrases(
    "address|addressed|fix|fixed|investigate|investigated|respond|responded|react|reacted|look into|looked into|\
     look at|looked at|looked|attend|attended|intervene|intervened|act|acted|diagnose|debug|troubleshoot|\
     work on|worked on|deal with|take action|took action|notice|noticed|find the|found the|figure out|\
     determine|identify|pinpoint|reproduce",
);

/// Words that say that nothing happened in that time.
pub(super) const NONE: Phrases = phrases(
    "no outage|no outages|no downtime|no interruption*|no impact|no errors|without an outage|without outage*|\
     without downtime|without interruption*|without issue*|without incident|without any|no incident*|zero error*|zero failure*|zero 500*|zero 5 xx|no alerts|no 500*|\
     problem free|trouble free|error free|issue free|incident free|fault free|bug free|hassle free|without a hitch|\
     without problem*|without trouble|without error*|without failure*|without fail|without complaint*|flawless*|\
     uneventful*|happily|untouched|reliably|just fine|perfectly well",
);

/// How service came back, right before "in", "within" or "after" and a length.
pub(super) const BACK: Phrases = phrases(
    "resolved|restored|fixed|recovered|repaired|mitigated|back online|back up|back to normal|back|\
     remediated|returned|solved|resumed|corrected",
);
/// What it took so long to do.
pub(super) const TO_REPAIR: Phrases = phrases(
    "to resolve|to restore|to fix|to recover|to repair|to bring|to get back|to return|to mitigate|\
     to come back|to be resolved|to be restored|to be fixed|to rectify|to get everything|to fully|\
     until|before normal|from the start|from start|from the beginning|from detection to|from the first|\
     to completely|for service|for the service|for services|to get",
);
/// Names of the time until service was back, within a sentence.
pub(super) const TIME_TO_REPAIR: Phrases = phrases(
    "time to resol*|time to recover*|time to restor*|time to repair|time to mitigat*|recovery time|\
     resolution time|time to fix|mttr|ttr",
);
/// From the outage's first moment on.
pub(super) const FROM_START: Phrases = phrases(
    "from the start of|from start to|from the beginning of|from beginning to|from initial|end to end|\
     from the onset|from onset",
);

pub(super) const TOTALS: Phrases = phrases(
    "total|in total|overall|altogether|in all|entire|whole|combined|cumulative*|totaling|totalling|full outage",
);
pub(super) const PARTS: Phrases = phrases(
    "partial*|another|additional|further|extended by|each|intermittent*|unstable|diminished|reduced|slow*|\
     limited|brief*|some of|second outage|degrad*|instability|remaining",
);

/// Words that end the phrase that a length begins: "48 minutes later the outage ..." is none.
pub(super) const BREAKS: Phrases = phrases(
    "the|this|our|that|when|until|before|after|and|later|into|from|to|while|since|during|ago|but|\
     which|per|without|between",
);

/// Words of a hedge, and others that leave the meaning as it is.
pub(super) const HEDGES: Phrases = phrases(
    "about|around|approximately|approx|roughly|nearly|almost|over|up|to|at|least|most|more|less|than|\
     just|only|a|an|the|some|circa|ca|estimated|under|well|little|close|total|good|further|\
     additional|another|maximum|minimum|exactly|between|slightly|as|probably|perhaps|maybe|presumably|likely|possibly|\
     somewhere|something|like|quite|fully|anywhere",
);
