//! Whether a clause tells of a bad state, or of everything being well.

use crate::reconcile::incident_day::tells_of_trouble;
use crate::reconcile::phrases::phrases;
use crate::reconcile::plain_words;
use crate::reconcile::window::sentence_words::{
    ABLE, BADLY, FINDS, HANDLED, LAST_OF_ALL, NOT_YET, STOPS_FAILING, TURNS, WAITING,
};
use crate::reconcile::words::Words;

/// Whether something came into a bad state: "the primary went read-only", "the queue was left stuck".
pub(super) fn turns_bad(words: &Words) -> bool {
    words.any(&TURNS, &|at| words.has_after(at + 1, 3, &BADLY))
}

/// Whether somebody finds in a clause that something is wrong, rather than why.
pub(super) fn finds_trouble(clause: &Words) -> bool {
    let odd = || clause.has(&const { phrases("unexpected*|shut down|shutdown|unusual*|abnormal*") });
    clause.has(&FINDS) && (tells_of_trouble(clause) || odd())
}

/// Whether a clause says that users can work again, that all of them are back, or that nothing fails.
pub(super) fn is_well(clause: &Words) -> bool {
    let again = || clause.has(&const { phrases("again") });
    let spoilt = || clause.has(&NOT_YET) || clause.has(&const { phrases("almost|nearly|not all") });
    clause.has(&STOPS_FAILING)
        || clause.has(&ABLE) && again()
        || plain_words::tell_of_recovery(clause)
        || clause.has(&LAST_OF_ALL) && clause.has(&WAITING) && clause.has(&HANDLED) && !spoilt()
}
