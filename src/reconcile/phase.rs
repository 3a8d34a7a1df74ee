//! What a timeline entry means for the incident, by its words.

use super::words::Words;
use crate::incident::Phase;

const RESOLVED: &[&str] = &[
    "outage end*", "incident end*", "end of outage", "end of incident", "impact end*", "fully restored",
    "service restored", "services restored", "was restored", "were restored", "restored", "been restored",
    "restoring service*", "resolved", "back online*", "back up", "back to normal", "returned to normal",
    "return to normal", "recovered", "fully recovered", "full recovery", "operating normally",
    "functioning normally", "normal operation*", "service resumed", "services resumed", "all clear",
    "fully operational", "is over", "up and running", "incident closed", "outage over",
    "resolving the issue", "online again", "working again", "works again",
];

const PARTLY: &[&str] = &[
    "partial*", "some users", "some customers", "begin* to recover", "began to recover",
    "starting to recover", "started to recover", "start* to recover", "recovering", "most",
];

/// Words that turn a success into a wish or an attempt.
const INTENT: &[&str] = &[
    "to resolve", "to restore", "to fix", "to mitigate", "to recover", "not resolved", "not resolve",
    "not restored", "unsuccessful*", "failed to", "attempt*", "working on", "trying", "tried", "try to",
    "did not", "didn", "unable to", "not yet", "will be", "should be", "hoping",
];

const MITIGATED: &[&str] = &[
    "mitigated", "mitigation applied", "mitigation deployed", "mitigation complete*", "outage mitigated",
    "rolled back", "rollback complete*", "successful rollback", "rollback successful*", "rollback deployed",
    "reverted", "revert deployed", "fix deployed", "fix applied", "fix implemented", "fix was deployed",
    "fix was applied", "hotfix", "workaround", "fix rolled out", "error* drop*", "errors decreas*",
    "error rate drop*", "traffic shifted", "failed over", "failover complete*", "adjusted", "temporary fix",
    "patch applied", "patch deployed",
];

const BEGAN: &[&str] = &[
    "outage begin*",
    "outage began",
    "outage start*",
    "outage commence*",
    "incident begin*",
    "incident began",
    "incident start*",
    "impact start*",
    "impact begin*",
    "impact began",
    "start of outage",
    "start of the outage",
    "start of incident",
    "start of impact",
    "beginning of outage",
    "went down",
    "goes down",
    "became unavailable",
    "becomes unavailable",
    "went offline",
    "goes offline",
    "stopped responding",
    "stops responding",
    "errors begin",
    "errors began",
    "errors start*",
    "users begin to*",
    "users start* to",
    "users began to",
    "users begin experiencing",
    "users began experiencing",
    "users started experiencing",
    "users start experiencing",
    "became unresponsive",
    "became inaccessible",
    "outage occur*",
    "crashed",
    "problem start*",
    "issue start*",
    "issue began",
    "issues began",
    "issues start*",
    "fault occurs",
];

const DETECTED: &[&str] = &[
    "detected", "detects", "detect", "alert*", "alarm*", "pager*", "paged", "page", "noticed", "notice*",
    "reported", "reports", "reporting", "report", "observed", "complain*", "monitoring",
    "discovered that the", "flagged", "support tickets", "ticket*", "pingdom",
];

const ACKNOWLEDGED: &[&str] = &[
    "acknowledg*",
    "ack",
    "acked",
    "incident declared",
    "declared",
    "begin* investigat*",
    "began investigat*",
    "start* investigat*",
    "investigation start*",
    "investigation began",
    "investigation begin*",
    "initiated an investigation",
    "engineers respond*",
    "responded",
    "responds",
    "on call engineer join*",
    "took over",
    "looking into",
    "looked into",
    "investigates",
    "investigating",
    "investigated",
    "investigation",
];

const ESCALATED: &[&str] = &[
    "escalat*", "called in", "brought in", "handed over", "was notified", "were notified", "notified",
    "pulled in", "looped in",
];

const IDENTIFIED: &[&str] = &[
    "identified", "identifies", "identify", "root cause", "discovered", "discovers", "found that",
    "found to be", "finds that", "determined", "pinpointed", "traced to", "cause found", "cause was found",
    "was the cause", "confirmed that", "culprit", "diagnosed", "isolated",
];

/// The phase that the words of an entry name, the strongest meaning first.
pub(super) fn of(words: &Words) -> Phase {
    let intended = words.has(INTENT);
    if words.has(RESOLVED) && !intended {
        return if words.has(PARTLY) { Phase::Mitigated } else { Phase::Resolved };
    }
    if words.has(BEGAN) && !intended {
        return Phase::Began;
    }
    if words.has(MITIGATED) && !intended {
        return Phase::Mitigated;
    }
    if words.has(&["acknowledg*", "acked"]) {
        return Phase::Acknowledged;
    }
    first_of(
        words,
        &[
            (ESCALATED, Phase::Escalated),
            (DETECTED, Phase::Detected),
            (IDENTIFIED, Phase::Identified),
            (ACKNOWLEDGED, Phase::Acknowledged),
        ],
    )
}

/// The phase whose words stand first.
fn first_of(words: &Words, candidates: &[(&[&str], Phase)]) -> Phase {
    candidates
        .iter()
        .filter_map(|(phrases, phase)| words.find(phrases).map(|at| (at, *phase)))
        .min_by_key(|(at, _)| *at)
        .map_or(Phase::Other, |(_, phase)| phase)
}
