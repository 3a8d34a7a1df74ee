//! What running text tells around its times, read like a timeline: "the first runner keeled over at 03:12".
//!
//! Sentences use many more words than entries do, and speak of much else, so that what is found here
//! stands behind everything that names a beginning or an end.

use super::entry::{Entry, Form};
use super::opening::{self, Opening};
use super::{gives_time, told};
use crate::document::BlockKind;
use crate::incident::Phase;
use crate::mention::Stamp;
use crate::mention::ZoneValue;
use crate::reconcile::dates::Dates;
use crate::reconcile::day_marks;
use crate::reconcile::incident_day;
use crate::reconcile::phase;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::plain_words;
use crate::reconcile::report::{MOST_WEIGHED, Report};
use crate::reconcile::roll_over;
use crate::reconcile::section_kind::SectionKind;
use crate::reconcile::window;
use crate::reconcile::words::Words;
use crate::reconcile::zone;
use crate::text::{Gather, TokenKind};

/// The times of the running text with what is told of each, beside the `entries` of the timeline.
pub(in crate::reconcile) fn story(
    report: &Report,
    dates: &Dates,
    main_zone: Option<&ZoneValue>,
    entries: &[Entry],
) -> Vec<Entry> {
    if !report.updates.is_empty() {
        return Vec::new();
    }
    let stamps = &report.mentions.stamps;
    let told = |at| told_at(report, at, entries);
    let mut story: Vec<Entry> = (0..stamps.len().min(MOST_WEIGHED)).filter_map(told).gather();
    roll_over::settle(&mut story, &day_marks::find(report, dates), dates, None);
    for told in &mut story {
        let zone = zone::of_stamp(&told.stamp, main_zone);
        told.offset_minutes = zone.and_then(|zone| zone.minutes_on(told.at.date));
        told.phase = phase::of(&told.words(report));
    }
    told::mark(report, &mut story);
    for told in story.iter_mut().filter(|told| matches!(told.phase, Phase::Began | Phase::Detected)) {
        let sentence = report.sentence(told.stamp.tokens.0);
        // "We were offline until the cable was spliced at 19:40."
        let until = || sentence.has_before(told.stamp.tokens.0, UNTIL, &const { phrases("until|till") });
        if sentence.has(&ANOTHER) || until() {
            told.phase = Phase::Other;
        }
    }
    mark_consequence(report, &mut story);
    story
}

/// Most tokens between "until" and the time at which a state ended.
const UNTIL: usize = 8;

/// Words of a time that is not one of the incident's.
const OTHER: Phrases = phrases(
    "maintenance|scheduled for|support hours|office hours|business hours|opening hours|will be|planned for|all times|see|please",
);

fn told_at(report: &Report, at: usize, entries: &[Entry]) -> Option<Entry> {
    let stamp = report.stamp(at);
    stamp.time?;
    let index = report.block_index_at(stamp.span.start)?;
    let block = &report.blocks[index];
    let is_text = matches!(block.kind, BlockKind::Line | BlockKind::Item);
    let kind = report.kind_of(block);
    let is_range = opening::range_end(report, at).is_some() || opening::ends_range(report, at);
    if !is_text
        || stamp.restates
        || is_range
        || !matches!(kind, SectionKind::Summary | SectionKind::Other)
        || gives_time(entries, index, stamp)
    {
        return None;
    }
    let mut sentence = report.sentence(stamp.tokens.0);
    if block.label.is_some() {
        // Fields below each other are no sentence.
        let line = report.words_in(block.span);
        sentence = sentence.between(line.start(), line.end());
    }
    if sentence.has(&OTHER)
        || incident_day::is_background(&sentence)
        || incident_day::is_decoy(report, stamp)
        || incident_day::dates_the_page(report, stamp.span)
    {
        return None;
    }
    let opening = Opening::bare(*stamp, Form::Sentence, stamp.tokens.1);
    Some(Entry::new(index, &opening, vec![own_words(report, at, &sentence).span()]))
}

/// The words of a sentence that speak of the time at index `at`, where others of them speak of another time:
/// what follows a time that opens a clause, or else what leads to it; behind the last time all the rest.
fn own_words<'t>(report: &Report<'t>, at: usize, sentence: &Words<'t>) -> Words<'t> {
    let stamps = &report.mentions.stamps;
    let stamp = report.stamp(at);
    let is_time = |index: usize| stamps.get(index).filter(|other| other.time.is_some());
    let before = at.checked_sub(1).and_then(is_time).map_or(0, |other| other.tokens.1);
    let floor = sentence.start().max(before);
    let next = is_time(at + 1).filter(|next| next.tokens.0 < sentence.end());
    let opens = |stamp: &Stamp, floor: usize| {
        let first = sentence.clause_start(stamp.tokens.0).max(floor);
        opening::lead(report, first, stamp).is_some()
    };
    let behind = sentence.between(
        stamp.tokens.1,
        next.map_or(sentence.end(), |next| {
            if opens(next, stamp.tokens.1) { sentence.clause_start(next.tokens.0) } else { next.tokens.0 }
        }),
    );
    if opens(stamp, floor) {
        // "At 1:01, after the database failed, ..." tells of what was before.
        let aside = behind.begins_with(&const { phrases("after|because|following|due|when|while|since") });
        let main =
            behind.start() + behind.clauses().next().map_or(0, |clause| clause.end() + 1 - clause.start());
        return if aside { behind.between(main, behind.end()) } else { behind };
    }
    let leads = |at: usize| sentence.between(at, at + 1).has(&LEADS);
    let to = (floor..stamp.tokens.0).rev().find(|at| !leads(*at)).map_or(floor, |last| last + 1);
    let leading = sentence.between(floor, to);
    let goes_on = || behind.begins_with(&const { phrases("and|but|which") });
    if next.is_none() && goes_on() && !tells_anything(&leading) { behind } else { leading }
}

/// Words that lead to a time.
const LEADS: Phrases =
    phrases("at|on|by|around|about|from|since|approximately|roughly|only|until|just|after");

fn tells_anything(words: &Words) -> bool {
    phase::of(words) != Phase::Other
        || plain_words::tell_of_failure(words)
        || plain_words::tell_of_exhaustion(words)
        || plain_words::tell_of_notice(words)
        || plain_words::tell_of_recovery(words)
}

/// Words of what happened once more.
const ANOTHER: Phrases =
    phrases("another outage|another incident|same issue|same problem|recur*|reoccur*|once more|again");

/// Sentences behind that of a time which may tell what followed from it.
const FOLLOWING: usize = 2;
/// Most lines of a paragraph.
const MOST_LINES: usize = 20;
/// Words that make what follows later than the time before it.
const LATER: Phrases =
    phrases("later|eventually|gradually|soon|after|meanwhile|slowly|next|then|until|before");

/// Where nothing tells of the beginning, the first time of the story, if the sentences behind it tell of a failure:
/// "At 09:02 a job woke up. Publishers were blocked behind it."
fn mark_consequence(report: &Report, story: &mut [Entry]) {
    if story.iter().any(|told| told.phase == Phase::Began) {
        return;
    }
    let Some(first) = told::earliest(story, &|_| true).filter(|first| first.phase == Phase::Other) else {
        return;
    };
    // "This was fixed at 11:45. Uploads had failed for some users": nothing followed from the end.
    if window::phase_in_sentence(report, &first.stamp) == Some(Phase::Resolved) {
        return;
    }
    let mut sentence = report.sentence(first.stamp.tokens.0);
    let below = report.blocks.get(first.block + 1..).unwrap_or_default();
    let own = below.iter().take(MOST_LINES).take_while(|block| block.continues).last();
    let last = own.or_else(|| report.blocks.get(first.block));
    let end = last.map_or(0, |block| report.tokens.index_at(block.span.end));
    for _ in 0..FOLLOWING {
        let next = sentence.end();
        if next >= end {
            return;
        }
        sentence = report.sentence(next);
        if sentence.tokens().any(|token| token.kind == TokenKind::Number) || sentence.has(&LATER) {
            return;
        }
        if plain_words::tell_of_failure(&sentence) {
            return first.infer(Phase::Began);
        }
    }
}
