//! What a sentence says of a time in it: that the outage began then, was noticed, or ended.
//!
//! The words before the time are asked first ("was restored at 14:00"), the nearest of them to it.
//! A time that opens a clause is like that of a timeline entry: what follows says what happened
//! ("By 14:00, service was restored").

mod before;
mod behind;
mod well;

use super::sentence_words::{
    AFTERWARDS, CAUSED, COMES_IN, FAULT, FROM_THEN, LASTS, NOT_YET, OPENINGS, UNRELATED,
};
use crate::incident::Phase;
use crate::mention::Stamp;
use crate::reconcile::incident_day::{is_background, tells_of_trouble};
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::reconcile::words::Words;
use crate::text::{Case, TokenKind};

/// What the sentence around `stamp` says of its time.
pub(in crate::reconcile) fn of(report: &Report, stamp: &Stamp) -> Option<Phase> {
    let sentence = report.sentence(stamp.tokens.0);
    let place = Place::of(report, &sentence, stamp);
    // "Exports did not arrive until we restarted the workers at 16:00."
    let by_somebody = |at: usize| {
        place.before.has_after(at, 2, &const { phrases("until we|until someone|until our|until they|until i|until the|until a|until an") })
    };
    let near = |at: &usize| at + 4 >= stamp.tokens.0 || by_somebody(*at);
    if let Some(until) = place.before.last(&LASTS).filter(near) {
        return place.until(until, until == sentence.start());
    }
    if place.behind.begins_with(&AFTERWARDS) {
        return None;
    }
    // A heading such as "March 8 07:20 UTC (lasting 25 minutes)".
    let lasting = || sentence.has_after(stamp.tokens.1, 3, &const { phrases("lasting|lasted") });
    if stamp.tokens.0 == sentence.start() && lasting() {
        return Some(Phase::Began);
    }
    // "At 22:52 maintenance resulted in the loss of ..." tells of an outage all the same.
    let unrelated = sentence.has(&UNRELATED) && !place.behind.has(&CAUSED);
    if unrelated || is_background(&sentence) {
        return None;
    }
    match place.told_before() {
        // "The site went down, and at 01:15 service was restored" says the first of another time.
        Some(Phase::Began | Phase::Detected)
            if joins_a_clause(report, &sentence, stamp) && place.told_behind() == Some(Phase::Resolved) =>
        {
            Some(Phase::Resolved)
        }
        told => told.or_else(|| place.told_behind()),
    }
}

/// The words around a time, as far as they speak of it rather than of another time.
struct Place<'t> {
    /// All of the sentence before the time, other times and what was said of them included.
    earlier: Words<'t>,
    before: Words<'t>,
    /// The time itself, which may hold a word that leads to it: "on 3 May from 10:00".
    time: Words<'t>,
    /// As `before`, and farther back: what lasted until the time may be told at length.
    lasting: Words<'t>,
    behind: Words<'t>,
    /// Whether `behind` ends with another time of the sentence.
    is_cut: bool,
    opens: bool,
    in_summary: bool,
}

/// Most tokens before a time in which its subject is looked for.
const EARLIER: usize = 24;
/// Most tokens before a time that are asked.
const BEFORE: usize = 10;
/// Most words of what a sentence opens with that was done at a time.
const OPENING: usize = 12;
/// Words of what was not so until a time.
const NEGATED: Phrases = phrases("not|wasn|weren|didn|hadn|couldn|isn|unable");
/// Most tokens before a time that tell what lasted until then.
const LASTING: usize = 16;
/// Most tokens behind a time that are asked.
const BEHIND: usize = 24;

impl<'t> Place<'t> {
    fn of(report: &Report<'t>, sentence: &Words<'t>, stamp: &Stamp) -> Self {
        let stamps = &report.mentions.stamps;
        let own = report.mentions.stamp_index_at(stamp.span.start);
        // What stands in brackets is most often the same moment in another zone.
        let end = behind_brackets(report, sentence, stamp.tokens.1);
        let next =
            stamps[own..].iter().position(|other| other.tokens.0 >= end && other.tokens.0 > stamp.tokens.0);
        let previous = own.checked_sub(1).map_or(0, |at| stamps[at].tokens.1);
        let reach = next.map_or(BEHIND, |at| (stamps[own + at].tokens.0 - end).min(BEHIND));
        let floor = sentence
            .before(stamp.tokens.0, BEFORE)
            .last_mark(";")
            .map_or(previous, |at| previous.max(at + 1));
        let back = stamp.tokens.0.saturating_sub(floor).min(BEFORE);
        let before = sentence.before(stamp.tokens.0, back);
        let opens = opens(report, sentence, stamp, previous)
            || sentence.begins_with(&OPENINGS) && stamp.tokens.0 <= sentence.start() + 8;
        let in_summary = report.kind_at(stamp.span) == SectionKind::Summary;
        Self {
            earlier: sentence.before(stamp.tokens.0, EARLIER),
            time: Words::new(report.tokens, stamp.tokens.0..stamp.tokens.1),
            lasting: sentence.before(stamp.tokens.0, stamp.tokens.0.saturating_sub(floor).min(LASTING)),
            before,
            is_cut: next.is_some_and(|at| stamps[own + at].tokens.0 < sentence.end()),
            behind: sentence.after(end, reach),
            opens,
            in_summary,
        }
    }
}

/// Whether the sentence says that a fault came in at the time that opens it: "At 14:00 a faulty rule was
/// published", or that trouble followed from it: "From that moment on sign-ins were rejected".
pub(super) fn brings_a_fault(report: &Report, stamp: &Stamp) -> bool {
    let sentence = report.sentence(stamp.tokens.0);
    let place = Place::of(report, &sentence, stamp);
    let comes_in = |words: &Words| words.has(&FAULT) && words.has(&COMES_IN);
    let fault = || comes_in(&place.behind);
    let trouble_since = || {
        let next = report.sentence(sentence.end());
        next.start() == sentence.end() && next.begins_with(&FROM_THEN) && tells_of_trouble(&next)
    };
    let opening = || place.opens && (fault() || trouble_since());
    // "The first bad rule went out at 14:00."
    let leading = || comes_in(&place.before) && !place.before.has(&LASTS) && !place.before.has(&NOT_YET);
    place.in_summary && !sentence.has(&UNRELATED) && (opening() || leading())
}

/// Most tokens of a bracket that is passed over.
const BRACKET: usize = 14;

/// The token behind the bracket that opens at token `at`, or `at` itself.
fn behind_brackets(report: &Report, sentence: &Words, at: usize) -> usize {
    let closing = (at..sentence.end().min(at + BRACKET)).find(|index| report.tokens.mark_at(*index, ")"));
    closing.filter(|_| report.tokens.mark_at(at, "(")).map_or(at, |closing| closing + 1)
}

/// Whether the time opens a further clause of its sentence.
fn joins_a_clause(report: &Report, sentence: &Words, stamp: &Stamp) -> bool {
    stamp.tokens.0 > sentence.start() + 4 && opens(report, sentence, stamp, 0)
}

/// Whether nothing but opening words stand between the time and the beginning of its clause.
fn opens(report: &Report, sentence: &Words, stamp: &Stamp, previous: usize) -> bool {
    let is_opening = |word: &str| OPENINGS.lists(word);
    let first =
        (sentence.start()..stamp.tokens.0).rev().filter_map(|index| report.tokens.get(index)).find(|token| {
            !matches!(token.kind, TokenKind::Mark('~' | '*' | '(' | '`'))
                && !is_opening(report.tokens.lower(token))
        });
    // "15:20 UTC At 15:02 the backlog was worked off": the time of the entry stands before its sentence.
    let is_capital = |at| report.tokens.get(at).is_some_and(|token| token.case == Case::Capital);
    if first.is_some() && previous > 0 && first == report.tokens.get(previous - 1) && is_capital(previous) {
        return true;
    }
    first.is_none_or(|token| {
        if let TokenKind::Mark(mark) = token.kind {
            // "Investigating - Since 14:00 uploads fail", other than the dash of a range.
            let set_off = || mark == '-' && is_capital(stamp.tokens.0.saturating_sub(1));
            return matches!(mark, ',' | ';' | ':' | '.') || set_off();
        }
        // "and 14:00" ends a range; "and at 14:00" opens a clause.
        let joins = report.tokens.reads(token, "and|but|then");
        joins && report.words_in(token.span.cover(stamp.span)).iter().nth(1).is_some_and(is_opening)
    })
}
