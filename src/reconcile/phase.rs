//! What a timeline entry means for the incident, by its words.

use super::phrases::{Phrases, phrases};
use super::words::Words;
use crate::incident::Phase;

/// Markers that name the outage's own end, apart from that of the work on it.
const OUTAGE_ENDS: Phrases =
    phrases("outage end*|end of outage|end of the outage|outage over|impact end*|end of impact");
/// Markers that name the outage's own beginning.
const OUTAGE_BEGINS: Phrases = phrases(
    "outage begin*|outage began|outage start*|outage commence*|start of outage|start of the outage|\
     beginning of outage|impact start*|impact begin*|impact began|start of impact",
);

/// Words that end the work on an incident, which may be long after the outage.
const CLOSED: Phrases = phrases(
    "incident end*|end of incident|incident closed|incident is closed|incident was closed|\
     closed the incident|marked as resolved|incident resolved|declared over",
);

const RESOLVED: Phrases = phrases(
    "restored|restoring service*|resolved|resolving the issue|back online*|back up|back to normal|\
     returned to normal|return to normal|recovered|full recovery|operating normally|\
     functioning normally|normal operation*|service resumed|services resumed|all clear|\
     fully operational|is over|up and running",
);
/// Something works "again".
const AGAIN: Phrases = phrases(
    "work* again|load* again|succeed* again|forward* again|respond* again|up again|online again|\
     running again|normal again|available again|reachable again|serving again|again for all|\
     again for everyone|deliver* again|accept* again|pass again|flow* again",
);

const PARTLY: Phrases = phrases(
    "partial*|some users|some customers|begin* to recover|began to recover|starting to recover|\
     started to recover|start* to recover|recovering|most|half|mitigation",
);

/// Words that turn a success into a wish or an attempt.
const INTENT: Phrases = phrases(
    "to resolve|to restore|to fix|to mitigate|to recover|not resolved|not resolve|not restored|\
     unsuccessful*|failed to|attempt*|working on|trying|tried|try to|did not|didn|unable to|not yet|\
     will be|should be|hoping",
);

/// Words that name a mitigation as such.
const MITIGATES: Phrases = phrases("mitigated|mitigation|repaired|workaround in place|workaround applied");

const MITIGATED: Phrases = phrases(
    "mitigated|mitigation applied|mitigation deployed|mitigation complete*|rolled back|\
     rollback complete*|successful rollback|rollback successful*|rollback deployed|reverted|\
     revert deployed|fix deployed|fix applied|fix implemented|fix was deployed|fix was applied|hotfix|\
     workaround|fix rolled out|fix is out|error* drop*|errors decreas*|error rate drop*|\
     traffic shifted|failed over|failover complete*|adjusted|temporary fix|patch applied|patch deployed",
);

const BEGAN: Phrases = phrases(
    "incident begin*|incident began|incident start*|start of incident|start of the incident|went down|\
     goes down|became unavailable|becomes unavailable|went offline|goes offline|stopped responding|\
     stops responding|stop responding|stop to|stopped working|stops working|stop working|begin to|\
     begins to|began to|start to fail|start to time out|starts to time out|\
     started to time out|started timing out|starts timing out|start to drop|started to drop|\
     start to return|started to return|starts to fail|started to fail|start failing|starts failing|\
     started failing|begin failing|began failing|errors begin|errors began|errors start*|\
     users start* to|users begin experiencing|users began experiencing|users started experiencing|\
     users start experiencing|became unresponsive|became inaccessible|outage occur*|crashed|\
     problem start*|issue start*|issue began|issues began|issues start*|fault occurs",
);

const DETECTED: Phrases = phrases(
    "detected|detects|detect|alert*|alarm*|pager*|paged|page|noticed|notice*|reported|reports|\
     reporting|report|observed|complain*|monitoring|discovered that the|flagged|support tickets|\
     ticket*|pingdom",
);

const ACKNOWLEDGED: Phrases = phrases(
    "acknowledg*|ack|acked|incident declared|declared|begin* investigat*|began investigat*|\
     start* investigat*|investigation start*|investigation began|investigation begin*|\
     initiated an investigation|engineers respond*|responded|responds|on call engineer join*|took over|\
     looking into|looked into|investigates|investigating|investigated|investigation",
);

const ESCALATED: Phrases = phrases(
    "escalat*|called in|brought in|handed over|was notified|were notified|notified|pulled in|looped in",
);

const IDENTIFIED: Phrases = phrases(
    "identified|identifies|identify|root cause|discovered|discovers|found that|found to be|finds that|\
     determined|pinpointed|traced to|cause found|cause was found|was the cause|confirmed that|culprit|\
     diagnosed|isolated",
);

/// The phase that the words of an entry name, the strongest meaning first.
pub(super) fn of(words: &Words) -> Phase {
    if marks_end(words) {
        return Phase::Resolved;
    }
    if marks_beginning(words) {
        return Phase::Began;
    }
    let intended = words.has(&INTENT);
    if !intended && (words.has(&RESOLVED) || words.has(&AGAIN) || words.has(&CLOSED)) {
        return if words.has(&PARTLY) { Phase::Mitigated } else { Phase::Resolved };
    }
    if words.begins_with(&const { phrases("users report*|users began reporting|customers report*") }) {
        return Phase::Detected;
    }
    if words.has(&BEGAN) && !words.has(&const { phrases("reporting|investigat*") }) && !intended {
        return Phase::Began;
    }
    if words.has(&MITIGATED) && !intended {
        return Phase::Mitigated;
    }
    if words.has(&const { phrases("acknowledg*|acked") }) {
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

/// Whether the words say that the harm was lessened.
pub(super) fn names_mitigation(words: &Words) -> bool {
    let lessened = words.has(&MITIGATES) || (words.has(&PARTLY) && words.has(&RESOLVED));
    lessened && !words.has(&INTENT)
}

/// Whether the words mark the end of the outage itself (`OUTAGE ENDS`).
pub(super) fn marks_end(words: &Words) -> bool {
    words.has(&OUTAGE_ENDS)
}

/// Whether the words only close the work on the incident.
pub(super) fn closes_the_work(words: &Words) -> bool {
    words.has(&CLOSED)
}

/// Whether the words mark the beginning of the outage itself (`OUTAGE BEGINS`).
pub(super) fn marks_beginning(words: &Words) -> bool {
    words.has(&OUTAGE_BEGINS)
}

/// The phase whose words stand first.
fn first_of(words: &Words, candidates: &[(Phrases, Phase)]) -> Phase {
    candidates
        .iter()
        .filter_map(|(phrases, phase)| words.find(phrases).map(|at| (at, *phase)))
        .min_by_key(|(at, _)| *at)
        .map_or(Phase::Other, |(_, phase)| phase)
}
