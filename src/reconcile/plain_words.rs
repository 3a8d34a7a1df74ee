//! What an entry tells in plain words, without naming it an outage, a detection or a restoration:
//! "certificate expires", "Nagios screams", "queues empty".
//!
//! Such words are everyday ones, so they are believed only where they stand in the right place: the
//! first failure before anybody noticed, the last success of a timeline that names no restoration.

use super::phase;
use super::phrases::{Phrases, phrases};
use super::plain_lists::{
    AFTERMATH, ALL_ROUND, AROUND, BURDEN, CAME_IN, FADES, FAILS, FALLS, FLATLY_FAILS, GIVES_WAY, GONE, GOOD,
    GROWS, LEFT, NOT_YET, NOTICES, PREPARES, REPEATED, SETS_IN, STOPS, TO_ACT, WATCHES, WELL, WELL_IF_WHOLE,
    WHOLE, WORK,
};
use super::words::Words;
use crate::text::is_one_of;

/// Whether the first sentences tell of something that fails, of more trouble, or of less of what is good.
pub(super) fn tell_of_failure(words: &Words) -> bool {
    let fails = |clause: Words| {
        // Errors that stop are a good sign.
        if clause.has(&BURDEN) && clause.has(&GONE) {
            return false;
        }
        let fails = || {
            clause.any(&FAILS, &|at| !is_purpose(&clause, at))
                || tell_of_more_trouble(&clause)
                || stops(&clause)
                || sets_in(&clause)
                || is_the_last(&clause)
        };
        clause.has(&FLATLY_FAILS) || fails() && !clause.has(&PREPARES)
    };
    words.sentences(2).any(|sentence| sentence.clauses().any(fails))
}

/// Whether a failure is what something is for: "a setting to block macros", but not "pods start to fail".
fn is_purpose(clause: &Words, at: usize) -> bool {
    let to = clause.has_before(at, 1, &const { phrases("to") });
    to && !clause.has_before(
        at,
        2,
        &const {
            phrases("begin*|began|start*|continu*|due|owing|led|leads|leading|going|down|caus*|thanks|prone")
        },
    )
}

/// Whether something came in for the last time before the failure: "the last reading came in".
fn is_the_last(clause: &Words) -> bool {
    let last = clause.find(&const { phrases("last") });
    last.is_some_and(|at| {
        let of_the_rest =
            || clause.has_after(at, 5, &const { phrases("of|stuck|queued|pending|delayed|remaining") });
        clause.has(&CAME_IN) && !of_the_rest()
    })
}

/// Whether the words tell of more of what is bad, or of less of what is good.
pub(super) fn tell_of_more_trouble(words: &Words) -> bool {
    words.has(&BURDEN) && words.has(&GROWS) || words.has(&GOOD) && words.has(&FALLS)
}

/// Whether something stops: "builds stop", "pods stopped sending", but not "an engineer stops the queue".
fn stops(clause: &Words) -> bool {
    // What troubles users is missed by nobody.
    const TROUBLES: Phrases = phrases("attack*|alarm*|alert*|flood*|scan*|spam*|abuse*");
    let Some(at) = clause.find(&STOPS).filter(|_| !clause.has(&TROUBLES)) else { return false };
    let behind = clause.after(at + 1, 1);
    let has_object = behind.first().is_some_and(|word| !word.ends_with("ing"));
    at > clause.start() && (!has_object || behind.has(&AROUND))
}

/// Whether something that nobody does on purpose sets in: "the proxy began handing out 502s".
fn sets_in(clause: &Words) -> bool {
    let Some(at) = clause.find(&SETS_IN) else { return false };
    let behind = clause.after(at + 1, 1);
    at > clause.start()
        && behind.iter().any(|word| word.ends_with("ing"))
        && !clause.has_after(at + 1, 2, &WORK)
        // More visitors fail nothing yet.
        && !(clause.has(&GOOD) && clause.has(&GROWS))
}

/// Whether the words tell that what was bad came to an end: "response times fell back to normal".
pub(super) fn tell_of_relief(words: &Words) -> bool {
    words.has(&BURDEN) && words.has(&FADES) && !words.has(&NOT_YET)
}

/// Whether all mail is out, which is no letter about the outage.
fn is_all_mail_out(words: &Words) -> bool {
    let out = const { phrases("sent|delivered|processed|gone out|went out|sent out") };
    let mail = const {
        phrases(
            "mail was|mail has|mail had|emails were|mails were|emails have|mails have|emails had|mails had|emails are|mails are",
        )
    };
    words.has(&WHOLE) && words.any(&mail, &|at| words.has_after(at, 5, &out))
}

/// Whether the words tell of something that is used up, which soon fails.
pub(super) fn tell_of_exhaustion(words: &Words) -> bool {
    words.has(&GIVES_WAY) && !words.has(&PREPARES)
}

/// Whether the words tell that somebody or something noticed the problem.
pub(super) fn tell_of_notice(words: &Words) -> bool {
    words.any(&NOTICES, &|at| !words.goes_on_with(at, 4, &TO_ACT))
}

/// Whether the words tell that all is well, which after an outage means that it is over.
pub(super) fn tell_of_recovery(words: &Words) -> bool {
    let is_well = |clause: Words| {
        let over = clause.has(&BURDEN) && clause.has(&GONE);
        let again = clause.ends_with(&const { phrases("again|once more|anew") })
            && !clause.has(&FAILS)
            && !clause.has(&REPEATED);
        // "Images were showing again everywhere."
        let again = again
            || clause.any(&const { phrases("again") }, &|at| clause.goes_on_with(at + 1, 3, &ALL_ROUND))
                && !clause.has(&FAILS)
                && !clause.has(&REPEATED);
        // "Search has been returning results since."
        let since = clause.ends_with(&const { phrases("since") })
            && clause.has(&const { phrases("has|have") })
            && !clause.has(&FAILS);
        // "API available", but not "a fix is available".
        let up = clause.ends_with(&const { phrases("available|alive|ok|okay|is up|are up|online") })
            && !clause.has(
                &const { phrases("fix|patch|update|release|version|new|part|parts|image|binary|no longer|replacement|spare|standby|secondary|backup|temporary") },
            );
        // "Volumes were writable".
        let able = clause.iter().last().is_some_and(is_possible)
            && clause.has(&const { phrases("is|are|was|were|been") });
        // "Checkouts work", but not "engineers start work".
        let at_work = clause.ends_with(&const { phrases("work|works|load|loads|respond|responds") })
            && !clause.has(&FAILS)
            && !clause.has(&SETS_IN);
        let well = again
            || since
            || up
            || at_work
            || able
            || clause.has(&WELL)
            || clause.has(&WHOLE) && clause.has(&WELL_IF_WHOLE);
        let well = over || well;
        well && !clause.has(&NOT_YET) && !clause.has(&WATCHES) && !phase::is_of_a_share(&clause)
    };
    !words.has(&LEFT)
        && !phase::has_a_rest(words)
        && (!are_of_the_aftermath(words) || is_all_mail_out(words))
        && words.clauses().any(is_well)
}

/// "Writable", "reachable", "visible", but not "unable" or "inaccessible".
fn is_possible(word: &str) -> bool {
    let able = word.len() > 6 && (word.ends_with("able") || word.ends_with("ible"));
    able && !(word.starts_with("un")
        || word.starts_with("in")
        || word.starts_with("vulner")
        || is_one_of(word, "responsible|available"))
}

/// Whether the words tell of what follows an outage: watching, telling, cleaning up, looking back.
pub(super) fn are_of_the_aftermath(words: &Words) -> bool {
    words.has(&AFTERMATH)
}
