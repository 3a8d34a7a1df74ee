//! Several windows of one outage: "between 02:20 and 03:30 UTC, and between 04:07 and 04:52 UTC".
//!
//! The outage runs from the first start to the last end, and each window is kept. Only windows of
//! equal standing are put together: those that one sentence lists, those that go on where the one
//! before ended, those of sentences that begin alike, and those of like labels. A window that only
//! tells of one aspect, within the outage's own, changes nothing.

use super::boundary::{Boundary, Window};
use super::phrases::{Phrases, phrases};
use super::report::Report;
use super::timeline::Entry;
use super::window;
use crate::document::BlockKind;
use crate::incident::{Certainty, Moment, RuleId, Spell, minutes_between};
use crate::text::{Case, Gap, Gather, Span, Token, TokenKind, spaced};

/// The first start and the last end of several windows that a report gives the outage with equal standing.
const SEVERAL: RuleId = RuleId::new("windows-several");
/// One of several windows that a list gives, where the list as a whole begins and ends as the outage does.
const LISTED: RuleId = RuleId::new("windows-listed");

/// A range that was read as the outage's window.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    span: Span,
    /// Whether the text gives its date beside it.
    dated: bool,
    start: Boundary,
    end: Boundary,
}

/// A window of the outage, and when it began and ended in minutes after the first window's start.
struct Placed {
    start: Moment,
    end: Moment,
    began: f64,
    ended: f64,
}

/// Most windows of one outage: a text with more of them is a log of something else.
const MOST: usize = 40;
const DAY: f64 = 24.0 * 60.0;

impl Candidate {
    pub(super) fn new(span: Span, dated: bool, start: &Boundary, end: &Boundary) -> Self {
        Self { span, dated, start: start.clone(), end: end.clone() }
    }

    fn begins(&self, window: &Window) -> bool {
        window.start.as_ref().is_some_and(|start| start.at == self.start.moment.at)
    }

    fn ends(&self, window: &Window) -> bool {
        window.end.as_ref().is_some_and(|end| end.at == self.end.moment.at)
    }
}

/// Extends `window` over the further windows that stand beside it, and keeps them all.
pub(super) fn merge(report: &Report, candidates: &[Candidate], entries: &[Entry], window: &mut Window) {
    let Some(first) = candidates.iter().position(|candidate| candidate.begins(window)) else { return };
    // The end may be that of a later window already.
    let known_end = |candidate: &Candidate| candidate.start.trust == candidates[first].start.trust;
    if !candidates[first..].iter().any(|candidate| candidate.ends(window) && known_end(candidate)) {
        return;
    }
    let Some(placed) = Placed::first(&candidates[first]) else { return };
    let mut spells = vec![placed];
    let mut last = &candidates[first];
    for next in &candidates[first + 1..] {
        let Some(bond) = bond(report, last, next).filter(|_| next.start.trust == last.start.trust) else {
            continue;
        };
        let Some(placed) = Placed::after(&spells, next) else { continue };
        let within = spells.iter().any(|known| known.began <= placed.began && placed.ended <= known.ended);
        if within && bond != Bond::Listed {
            continue;
        }
        spells.push(placed);
        last = next;
        if spells.len() == MOST {
            break;
        }
    }
    if spells.len() >= 2 {
        extend(window, &spells);
        window.spells =
            spells.into_iter().map(|placed| Spell { start: placed.start, end: placed.end }).gather();
    } else {
        window.spells = listed(entries, window);
    }
}

impl Placed {
    fn first(candidate: &Candidate) -> Option<Self> {
        let (start, end) = (candidate.start.moment.clone(), candidate.end.moment.clone());
        let length = minutes_between(start.at, end.at)?;
        let ended = if length < 0.0 { length + DAY } else { length };
        Some(Self { start, end, began: 0.0, ended })
    }

    /// A further window; one without a date of its own that seems to come before the last is on the
    /// next day.
    fn after(spells: &[Self], candidate: &Candidate) -> Option<Self> {
        let (origin, last) = (spells.first()?, spells.last()?);
        let (mut start, mut end) = (candidate.start.moment.clone(), candidate.end.moment.clone());
        let mut began = minutes_between(origin.start.at, start.at)?;
        let length = minutes_between(start.at, end.at)?;
        if began < last.began && !candidate.dated {
            began += DAY;
            start.at = start.at.plus_minutes(24 * 60)?;
            end.at = end.at.plus_minutes(24 * 60)?;
        }
        let ended = began + if length < 0.0 { length + DAY } else { length };
        Some(Self { start, end, began, ended })
    }
}

/// Stretches the window to the first start and the last end.
fn extend(window: &mut Window, spells: &[Placed]) {
    let first = spells.iter().reduce(|a, b| if b.began < a.began { b } else { a });
    let last = spells.iter().reduce(|a, b| if b.ended > a.ended { b } else { a });
    let moved = |chosen: &mut Option<Moment>, outermost: Option<&Moment>| {
        if let Some(moment) =
            outermost.filter(|moment| chosen.as_ref().is_none_or(|known| known.at != moment.at))
        {
            *chosen = Some(Moment { rule: SEVERAL, ..moment.clone() });
        }
    };
    moved(&mut window.start, first.map(|spell| &spell.start));
    // A later end that was chosen already stays.
    let later = |spell: &&Placed| window.end.as_ref().is_none_or(|end| spell.end.at >= end.at);
    let last = last.filter(later);
    moved(&mut window.end, last.map(|spell| &spell.end));
}

/// The windows that the entries of a list give, where together they begin and end as `window` does and
/// leave time between them, as the steps of a response do not.
fn listed(entries: &[Entry], window: &Window) -> Vec<Spell> {
    let spells: Vec<Spell> = entries.iter().filter_map(spell).gather();
    let first =
        spells.iter().any(|spell| window.start.as_ref().is_some_and(|start| start.at == spell.start.at));
    let last = spells.iter().any(|spell| window.end.as_ref().is_some_and(|end| end.at == spell.end.at));
    let apart = spells.windows(2).all(|pair| pair[0].end.at < pair[1].start.at);
    let several = (2..=MOST).contains(&spells.len()) && spells.len() == entries.len();
    if several && apart && first && last { spells } else { Vec::new() }
}

/// The window that an entry with two times gives.
fn spell(entry: &Entry) -> Option<Spell> {
    let start = window::moment(entry, Certainty::Stated, LISTED);
    Some(Spell { end: Moment { at: entry.until_at?, ..start.clone() }, start })
}

/// What puts two windows beside each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bond {
    /// A sentence lists them.
    Listed,
    /// The second begins where the first ended.
    GoesOn,
    /// They stand in sentences that begin alike.
    Alike,
    /// Their labels are the same but for a number.
    Labels,
}

fn bond(report: &Report, last: &Candidate, next: &Candidate) -> Option<Bond> {
    let (a, b) = (report.block_index_at(last.span.start)?, report.block_index_at(next.span.start)?);
    if listed_together(report, last.span, next.span) || items(report, (a, last.span), (b, next.span)) {
        return Some(Bond::Listed);
    }
    if a < b && same_labels(report, last.span, next.span) {
        return Some(Bond::Labels);
    }
    if report.blocks[a].section != report.blocks[b].section || !opens_sentence(report, next.span) {
        return None;
    }
    if last.end.moment.at == next.start.moment.at {
        return Some(Bond::GoesOn);
    }
    (next_to_each_other(report, a, b) && opens_sentence(report, last.span)).then_some(Bond::Alike)
}

/// Whether two blocks are of one paragraph, or of two that follow each other.
fn next_to_each_other(report: &Report, a: usize, b: usize) -> bool {
    const LINES: usize = 8;
    let begun = || report.blocks[a + 1..=b].iter().filter(|block| !block.continues).count();
    a <= b && b - a <= LINES && begun() <= 1
}

/// Whether two ranges begin two items of a list that follow each other.
fn items(report: &Report, last: (usize, Span), next: (usize, Span)) -> bool {
    let begins = |(block, span): (usize, Span)| {
        let block = &report.blocks[block];
        let place = |at: usize| report.tokens.index_at(at);
        block.kind == BlockKind::Item && place(block.span.start) == place(span.start)
    };
    last.0 + 1 == next.0 && begins(last) && begins(next)
}

/// Words that may stand between two windows of a list.
const LISTING: Phrases = phrases(
    "and|from|between|again|also|then|later|as|well|at|on|the|of|same|day|followed|by|another|second|once|\
     more|about|approximately|around|roughly|for|a|period|periods|starting|beginning|additionally|\
     subsequently|plus",
);

/// Whether nothing but words and marks that list stand between two ranges.
fn listed_together(report: &Report, last: Span, next: Span) -> bool {
    const REACH: usize = 8;
    let from = report.tokens.index_at(last.end);
    let to = report.tokens.index_at(next.start);
    let mut listing = false;
    let lists = |token: &Token| match token.kind {
        TokenKind::Mark(mark) => matches!(mark, ',' | ';' | '&' | '+' | ')' | '~'),
        TokenKind::Word => LISTING.lists(report.tokens.lower(token)),
        _ => false,
    };
    let fits = to.saturating_sub(from) <= REACH
        && (from..=to).all(|index| {
            let Some(token) = report.tokens.get(index).filter(|token| token.gap <= Gap::Line) else {
                return false;
            };
            let mark = matches!(token.kind, TokenKind::Mark(',' | ';' | '&' | '+'));
            listing |= index < to && (mark || report.tokens.reads(token, "and"));
            index == to || lists(token)
        });
    fits && listing
}

/// Whether both stand under the same label, or under labels that differ in a number only, in one
/// section or in sections that are counted: "Occurrence 1" and "Occurrence 2".
fn same_labels(report: &Report, last: Span, next: Span) -> bool {
    let label = |span: Span| report.label_of(span).map(|label| stem(&label)).filter(|stem| !stem.is_empty());
    label(last).is_some() && label(last) == label(next) && same_section(report, last, next)
}

fn same_section(report: &Report, last: Span, next: Span) -> bool {
    const COUNTED: Phrases = phrases("occurrence|window|outage|period|episode|wave|disruption|impact|event");
    let section = |span: Span| report.block_of(span).map(|block| block.section);
    let title = |span: Span| {
        let title = report.document.sections().get(section(span)?)?.title?;
        Some(stem(&report.document.lower_words(title)))
    };
    let counted = |title: &String| title.split(' ').any(|word| COUNTED.lists(word));
    section(last) == section(next) || title(last).is_some_and(|own| counted(&own) && Some(own) == title(next))
}

/// The words of a label without those that count it: "first outage", "impact window #2".
fn stem(label: &str) -> String {
    const COUNTS: Phrases = phrases("first|second|third|fourth|1st|2nd|3rd|4th");
    let is_number = |word: &str| word.trim_matches(['#', '(', ')', ':']).bytes().all(|b| b.is_ascii_digit());
    spaced(label.split_whitespace().filter(|word| !COUNTS.lists(word) && !is_number(word)))
}

/// Whether a sentence begins with the range: "Between", "From" or "On" with a capital right before it.
fn opens_sentence(report: &Report, span: Span) -> bool {
    const BACK: usize = 4;
    let at = report.tokens.index_at(span.start);
    (at.saturating_sub(BACK)..at).rev().map_while(|index| report.tokens.get(index)).any(|token| {
        token.kind == TokenKind::Word
            && token.case != Case::Lower
            && report.tokens.reads(token, "between|from|on|starting|beginning|then|later|additionally")
    })
}
