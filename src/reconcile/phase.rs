//! What a timeline entry means for the incident, by its words.

use super::monitors;
use super::phase_words::{
    ACKNOWLEDGED, AGAIN, AUDIENCE, BACKLOG, BEGAN, BURDEN, CLOSED, DETECTED, DETECTION_OPENS, DONE, EASES,
    ESCALATED, FINE, IDENTIFIED, INTENT, LIGHTENS, MITIGATED, MITIGATES, MOST, NOT_FINE, OUTAGE_BEGINS,
    OUTAGE_ENDS, PARTLY, PLANNED, RECOVERY, REPORTS_BEGAN, RESOLVED, SETS_IN, SOLVED, TICKET, TO_VENDOR,
    TOLD, TROUBLE, WORKED_OFF,
};
use super::phrases::{Phrases, phrases};
use super::words::Words;
use crate::incident::Phase;

/// Sentences of an entry that are looked at.
const MOST_SENTENCES: usize = 4;

/// The phase that an entry names: that of its first sentence with a meaning, unless a later one says
/// that service was restored.
pub(super) fn of(words: &Words) -> Phase {
    let mut meaning = Phase::Other;
    for sentence in words.sentences(MOST_SENTENCES) {
        let phase = of_sentence(&sentence);
        if meaning == Phase::Other {
            meaning = phase;
        } else if phase == Phase::Resolved && !matches!(meaning, Phase::Began | Phase::Detected) {
            return phase;
        }
    }
    meaning
}

/// The phase that the words of a sentence name, the strongest meaning first.
fn of_sentence(words: &Words) -> Phase {
    if marks_end(words) {
        return Phase::Resolved;
    }
    if marks_beginning(words) {
        return Phase::Began;
    }
    if is_named_onset(words) {
        return Phase::Began;
    }
    let intended = words.has(&INTENT);
    let caught_up = || words.has(&BACKLOG) && words.has(&WORKED_OFF);
    let over = || {
        let told = words.has(&RESOLVED) || words.has(&AGAIN) || words.has(&CLOSED);
        told || is_solved(words) || is_done(words) || monitors::report_all_up(words)
    };
    if !intended && (over() || caught_up()) {
        return match (words.has(&PARTLY) || is_of_a_share(words), has_a_rest(words)) {
            (true, _) => Phase::Mitigated,
            (false, true) => Phase::Other,
            (false, false) => Phase::Resolved,
        };
    }
    if !intended && words.has(&BURDEN) && words.has(&LIGHTENS) {
        return Phase::Mitigated;
    }
    if names_acknowledgement(words) {
        return Phase::Acknowledged;
    }
    if opens_with_detection(words) {
        return Phase::Detected;
    }
    if !intended && words.has(&MITIGATED) || names_mitigation(words) {
        return Phase::Mitigated;
    }
    let asked = |at: usize| words.has_before(at, 8, &const { phrases("why|how come|what caused") });
    let began = || words.any(&BEGAN, &|at| !asked(at)) || tells_of_onset(words);
    if !intended && began() && !words.has(&REPORTS_BEGAN) {
        return Phase::Began;
    }
    if words.has(&PLANNED) {
        return Phase::Other;
    }
    if words.has(&TICKET) {
        return if words.has(&TO_VENDOR) { Phase::Escalated } else { Phase::Detected };
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

/// "Customer impact", and nothing else but figures, in a list of milestones.
fn is_named_onset(words: &Words) -> bool {
    const NAMES: Phrases = phrases(
        "customer impact|user impact|first customer impact|first user impact|first impact|users affected|\
         customers affected|users impacted|customers impacted|service impact|first error|first errors|first failure",
    );
    let mut others = words.iter().filter(|word| !word.starts_with(|first: char| first.is_ascii_digit()));
    words.begins_with(&NAMES)
        && others.nth(3).is_none()
        && !words.has(&const { phrases("end*|over|stop*|resol*|none|no") })
}

/// "Interruption begins": trouble that sets in, other than to become less.
fn tells_of_onset(words: &Words) -> bool {
    words.any(&SETS_IN, &|at| words.has_before(at, 2, &TROUBLE) && !words.has_after(at + 1, 2, &EASES))
}

/// "The problem is now solved": trouble and what was done about it, with no more than its verb between them.
fn is_solved(words: &Words) -> bool {
    // "Fixed."
    let alone = || words.begins_with(&SOLVED) && words.count() == 1;
    alone()
        || words.any(&SOLVED, &|at| {
            // "The list is told of the outage, fixed status and impact": what stands in a list is no verb.
            let near = words.between(at.saturating_sub(4).max(words.clause_start(at)), at);
            near.has(&TROUBLE) && !words.has_before(at, 3, &INTENT)
        })
}

/// Whether the words speak of a part in figures: "95% of nodes are back".
pub(super) fn is_of_a_share(words: &Words) -> bool {
    let at = words.last_mark("%");
    at.is_some_and(|at| {
        let number = words.before(at, 1);
        words.has_after(at + 1, 1, &const { phrases("of") }) && !number.has(&const { phrases("100|0") })
    })
}

/// "Recovery of the main network completed."
fn is_done(words: &Words) -> bool {
    words.any(&RECOVERY, &|at| {
        let behind = words.after(at + 1, 14);
        behind.has(&DONE)
            && !behind.has(&const { phrases("not|to be|will|until|when|once|nearly|almost|first|steps") })
    })
}

/// Whether what is restored is named with what is not: "the node is back, but volumes will not mount".
pub(super) fn has_a_rest(words: &Words) -> bool {
    let rest = words.find(&const { phrases("but|however|although|except") });
    rest.is_some_and(|at| {
        words.has_after(at, 10, &const { phrases("not|still|fail*|cannot|couldn|can t|won|unable|remain*") })
    })
}

/// Whether the words begin with an alert or a report, which is a detection whatever it is about.
pub(super) fn opens_with_detection(words: &Words) -> bool {
    words.begins_with(&DETECTION_OPENS) && !words.has(&PLANNED)
}

/// Whether the words speak of a detection, whatever else they mean.
pub(super) fn speaks_of_detection(words: &Words) -> bool {
    words.has(&DETECTED) || opens_with_detection(words)
}

/// Whether the words say that responders were told of the problem.
pub(super) fn tells_responders(words: &Words) -> bool {
    words.has(&TOLD) && !words.has(&AUDIENCE)
}

/// Whether the words name an acknowledgement as such.
pub(super) fn names_acknowledgement(words: &Words) -> bool {
    words.has(&const { phrases("acknowledg*|acked") })
}

/// "Most users are fine by now."
fn most_are_fine(words: &Words) -> bool {
    words.clauses().any(|clause| clause.has(&MOST) && clause.has(&FINE) && !clause.has(&NOT_FINE))
}

/// Whether the words say that the harm was lessened.
pub(super) fn names_mitigation(words: &Words) -> bool {
    let lessened =
        words.has(&MITIGATES) || (words.has(&PARTLY) && words.has(&RESOLVED)) || most_are_fine(words);
    lessened && !words.has(&INTENT) && !words.has(&const { phrases("seem*|appear*") })
}

/// Whether some sentence says that a remedy is in place.
pub(super) fn tells_of_remedy(words: &Words) -> bool {
    words
        .sentences(MOST_SENTENCES)
        .any(|one| !one.has(&INTENT) && (one.has(&MITIGATED) || names_mitigation(&one)))
}

/// Whether the words tell of something that was done against the problem.
pub(super) fn names_remedy(words: &Words) -> bool {
    words.has(&MITIGATED)
}

/// Whether the words mark the end of the outage itself (`OUTAGE ENDS`).
pub(super) fn marks_end(words: &Words) -> bool {
    words.has(&OUTAGE_ENDS) || names_border(words, &const { phrases("end of") })
}

/// `Start of the shop's outage`: a border named with what it is a border of.
fn names_border(words: &Words, border: &Phrases) -> bool {
    words.begins_with(border)
        && words.has_before(
            words.start() + BORDER_WORDS,
            BORDER_WORDS,
            &const { phrases("outage|downtime|disruption|degradation|unavailability") },
        )
}

/// Most tokens from a border's first word to what it is a border of.
const BORDER_WORDS: usize = 8;

/// Whether the words only close the work on the incident.
pub(super) fn closes_the_work(words: &Words) -> bool {
    words.has(&CLOSED)
}

/// Whether the words mark the beginning of the outage itself (`OUTAGE BEGINS`).
pub(super) fn marks_beginning(words: &Words) -> bool {
    words.has(&OUTAGE_BEGINS)
        || names_border(
            words,
            &const { phrases("start of|beginning of|onset of|initial onset of|first onset of") },
        )
}

/// The phase whose words stand first.
fn first_of(words: &Words, candidates: &[(Phrases, Phase)]) -> Phase {
    candidates
        .iter()
        .filter_map(|(phrases, phase)| words.find(phrases).map(|at| (at, *phase)))
        .min_by_key(|(at, _)| *at)
        .map_or(Phase::Other, |(_, phase)| phase)
}
