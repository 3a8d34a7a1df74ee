//! What a sentence says of a time in it: that the outage began then, was noticed, or ended.

use crate::incident::Phase;
use crate::mention::Stamp;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;

/// Words right before a time that make it the beginning.
const BEGAN_BEFORE: Phrases = phrases(
    "began|begin|begins|started|starting|beginning|occurred|commenced|originated|since|happened|\
     went down|took place",
);
/// Words behind the time that a sentence opens with, which make it the beginning.
const BEGAN_BEHIND: Phrases = phrases(
    "experienced|outage|went down|became unavailable|began|started|suffered|faced|stopped|encountered|\
     unavailable|crashed|became|incident occurred|were unable|failed|fails|broke|ran out",
);
const DETECTED: Phrases =
    phrases("alerted|alert fired|alarm|detected|noticed|paged|first reported|were notified");
const ENDED_BEFORE: Phrases = phrases(
    "restored|resolved|recovered|ended|until|back online|back to normal|lasted until|resolution at|\
     fully operational|normally since|normal since",
);
const ENDED_BEHIND: Phrases =
    phrases("back to normal|restored|resolved|recovered|back online|fully operational");
const OPENINGS: Phrases = phrases("at|on|around|starting|beginning|approximately|by");

/// Words that make a sentence speak of something else than the outage.
pub(super) const UNRELATED: Phrases =
    phrases("maintenance|scheduled for|support hours|office hours|business hours|will be|planned for");

/// What the sentence around `stamp` says of its time.
pub(super) fn of(report: &Report, stamp: &Stamp) -> Option<Phase> {
    let sentence = report.sentence(stamp.tokens.0);
    let before = sentence.before(stamp.tokens.0, 8);
    let behind = sentence.after(stamp.tokens.1, 16);
    let opens = sentence.begins_with(&OPENINGS) && stamp.tokens.0 <= sentence.start() + 8;
    if before.has(&ENDED_BEFORE) && !before.has(&const { phrases("not|unable|attempt*") }) {
        return Some(Phase::Resolved);
    }
    if before.has(&BEGAN_BEFORE) && !sentence.has(&UNRELATED) {
        return Some(Phase::Began);
    }
    if before.has(&DETECTED) || (opens && sentence.after(stamp.tokens.1, 4).has(&DETECTED)) {
        return Some(Phase::Detected);
    }
    // A heading such as "June 1 09:40 UTC (lasting 48 minutes)".
    if stamp.tokens.0 == sentence.start()
        && sentence.after(stamp.tokens.1, 3).has(&const { phrases("lasting|lasted") })
    {
        return Some(Phase::Began);
    }
    match (opens, behind.has(&ENDED_BEHIND), behind.has(&BEGAN_BEHIND)) {
        (true, true, _) => Some(Phase::Resolved),
        (true, false, true) => Some(Phase::Began),
        _ => None,
    }
}
