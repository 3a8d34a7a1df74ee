//! The names of fields that hold one of the incident's moments.
//!
//! What is left of a name without its subject ("outage", "incident") and the words for a time has to be
//! one of the names below: `Start of impact`, `Incident start time (UTC)` and `Start` are the same.

use crate::incident::Phase;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::text::{is_letter, is_one_of, spaced};

/// Names, and what the moment in a field called so is.
type Lists = [(Phrases, Phase)];

/// Names of fields that hold hardly more than a time.
const MOMENTS: &Lists = &[
    (
        phrases(
            "start|starts|started|starting|begin|begins|began|begun|beginning|onset|from|occurred|occurs|\
             occurrence|down since|down from|went down|down",
        ),
        Phase::Began,
    ),
    (
        phrases("opened|raised|detected|detection|noticed|discovered|spotted|reported|alerted|first report"),
        Phase::Detected,
    ),
    (phrases("acknowledged|acknowledgement|acknowledgment|responded"), Phase::Acknowledged),
    (phrases("mitigated|repaired|contained"), Phase::Mitigated),
    (
        phrases(
            "up|end|ends|ended|ending|stop|stops|stopped|resolved|restored|recovered|finish|finished|fixed|to|\
             until|over|all clear|resolvedwhen|back up|back online|up again|restored at|cleared|rectified|resumed|normalised|\
             normalized",
        ),
        Phase::Resolved,
    ),
];

/// Names of fields that hold a time or a story; the time counts where the field begins with it.
const STORIES: &Lists = &[
    (phrases("alert|discovery"), Phase::Detected),
    (phrases("response|declared"), Phase::Acknowledged),
    (phrases("mitigation|containment"), Phase::Mitigated),
    (phrases("resolution|restoration|recovery|fix|repair"), Phase::Resolved),
];

/// Words that leave the meaning of a name as it is.
const FILLERS: Phrases = phrases(
    "the|a|of|time|at|on|in|date|datetime|day|when|timestamp|utc|gmt|incident|outage|impact|service|\
     services|issue|problem|event|disruption|downtime|fault|failure|customer|was|first|actual|\
     approximate|full|fully|total",
);
/// Names of the first that was felt of it.
const FIRSTS: Phrases = phrases(
    "first error|first errors|first failure|first failures|first 500|first 502|first 503|first 504|first 5xx|\
     first symptom|first symptoms|first impact|first timeout|first timeouts|first failed request|\
     first user impact|first customer impact|first affected request",
);
/// What names in one word end in.
const GLUED: Phrases = phrases("datetime|timestamp|date|time|when|at|on");
/// Words for a time, and what it is the time of.
const TIMES: Phrases = phrases("time|when|datetime");
const SUBJECTS: Phrases = phrases("incident|outage|event|disruption|failure|fault|occurrence");

/// The moment that a field called `name` (in lower case) holds.
pub(in crate::reconcile) fn phase_of(name: &str) -> Option<Phase> {
    let words = plain(name);
    let left = without_fillers(&words);
    if FIRSTS.lists(&words) {
        return Some(Phase::Began);
    }
    phase_in(MOMENTS, &left).or_else(|| phase_of_glued(&left)).or_else(|| {
        let of = |list: &Phrases| words.split(' ').any(|word| list.lists(word));
        (left.is_empty() && of(&TIMES) && of(&SUBJECTS)).then_some(Phase::Began)
    })
}

/// The moment that a name in one word holds: `resolvedDate`, `startTime`, `detectedAt`.
fn phase_of_glued(name: &str) -> Option<Phase> {
    let stems = GLUED.iter().filter_map(|ending| name.strip_suffix(ending));
    // "Update", "uptime", "overtime" and "downtime" are words of their own.
    let mut stems = stems.filter(|stem| stem.len() > 2 && !is_one_of(stem, "down|over"));
    stems.find_map(|stem| phase_in(MOMENTS, stem))
}

/// The moment that a field called `name` (in lower case) holds where a time is the first thing in it.
pub(super) fn phase_at_opening(name: &str) -> Option<Phase> {
    phase_in(STORIES, &without_fillers(&plain(name)))
}

fn phase_in(lists: &Lists, name: &str) -> Option<Phase> {
    lists.iter().find(|(names, _)| names.lists(name)).map(|(_, phase)| *phase)
}

/// The words of `name` before any bracket, with single spaces.
fn plain(name: &str) -> String {
    let before_bracket = name.split('(').next().unwrap_or("");
    let words = before_bracket.split(|c: char| !is_letter(c) && !c.is_ascii_digit());
    spaced(words.filter(|word| !word.is_empty()))
}

fn without_fillers(words: &str) -> String {
    spaced(words.split(' ').filter(|word| !FILLERS.lists(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_known_with_and_without_their_subject() {
        for (name, phase) in [
            ("start", Some(Phase::Began)),
            ("incident start time", Some(Phase::Began)),
            ("start of problem", Some(Phase::Began)),
            ("start (utc)", Some(Phase::Began)),
            ("time of incident", Some(Phase::Began)),
            ("date/time of the outage", Some(Phase::Began)),
            ("outage end", Some(Phase::Resolved)),
            ("end of impact", Some(Phase::Resolved)),
            ("detected at", Some(Phase::Detected)),
            ("first noticed", Some(Phase::Detected)),
            ("mitigated", Some(Phase::Mitigated)),
            ("status", None),
            ("impact", None),
            ("incident", None),
            ("started by", None),
            ("end users affected", None),
            ("time to resolution", None),
            ("endpoint", None),
            ("resolveddate", Some(Phase::Resolved)),
            ("starttime", Some(Phase::Began)),
            ("detectedat", Some(Phase::Detected)),
            ("update", None),
            ("uptime", None),
            ("downtime", None),
            ("overtime", None),
            ("", None),
        ] {
            assert_eq!(phase_of(name), phase, "{name}");
        }
    }

    #[test]
    fn fields_that_may_tell_a_story_are_others() {
        assert_eq!(phase_of("resolution"), None);
        assert_eq!(phase_at_opening("resolution"), Some(Phase::Resolved));
        assert_eq!(phase_at_opening("start"), None);
        assert_eq!(phase_at_opening("impact"), None);
    }
}
