//! Several incidents in one document: a monthly report or a running log, with a heading for each.

use std::ops::Range;

use super::phrases::{Phrases, phrases};
use super::report::Report;
use super::section_kind::SectionKind;
use crate::document::{Block, BlockKind};
use crate::incident::PartialDate;
use crate::mention::{Mentions, Range as TimeRange, Stamp, Stretch};
use crate::text::{Gather, Span, TokenKind, group_of};

/// What tells the heading of one incident from that of the next.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Key {
    /// The day in it.
    Day(PartialDate),
    /// Its number: "Incident 2", "Second outage".
    Number(u32),
}

/// The parts under headings of single incidents, of the highest level that has two different ones.
pub(super) fn parts(report: &Report) -> Vec<Range<usize>> {
    let level = |(index, block): (usize, &Block)| match block.kind {
        BlockKind::Heading(level) => Some((index, level)),
        _ => None,
    };
    let headings: Vec<(usize, u8)> = report.blocks.iter().enumerate().filter_map(level).gather();
    (1..=7).find_map(|level| of_level(report, &headings, level)).unwrap_or_default()
}

fn of_level(report: &Report, headings: &[(usize, u8)], level: u8) -> Option<Vec<Range<usize>>> {
    let borders: Vec<(usize, u8)> = headings.iter().copied().filter(|(_, other)| *other <= level).gather();
    let mut first = None;
    let mut differ = false;
    let mut parts = Vec::new();
    // Where one bare day is the heading of an incident with a title, every bare day is.
    let bare = borders.iter().any(|(index, own)| *own == level && is_titled_day(report, *index));
    for (at, (index, own)) in borders.iter().enumerate() {
        let Some(key) = key(report, *index, bare).filter(|_| *own == level) else { continue };
        differ |= *first.get_or_insert(key) != key;
        parts.push(*index..borders.get(at + 1).map_or(report.blocks.len(), |(next, _)| *next));
    }
    (differ || parts.len() >= 2 && level_lasts(report, &parts)).then_some(parts)
}

/// Whether the headings say how long each incident lasted; two may be of one day.
fn level_lasts(report: &Report, parts: &[Range<usize>]) -> bool {
    let lasting = |part: &Range<usize>| {
        let heading = report.blocks.get(part.start);
        heading.is_some_and(|b| report.words_in(b.span).has(&const { phrases("lasting|lasted") }))
    };
    parts.iter().filter(|part| lasting(part)).count() >= 2
}

/// What makes the heading at block `index` that of one incident among several.
fn key(report: &Report, index: usize, bare: bool) -> Option<Key> {
    let block = report.blocks.get(index)?;
    if report.kind_of(block) == SectionKind::Timeline {
        return None;
    }
    let day = || {
        let dated = dated(report, block)?;
        (bare || has_words(report, block.span, dated)).then_some(dated.date.as_ref()?.date)
    };
    number(report, block).map(Key::Number).or_else(|| day().map(Key::Day))
}

/// The first stamp of a heading, where it gives a day.
fn dated<'r>(report: &'r Report, heading: &Block) -> Option<&'r Stamp> {
    let first = report.mentions.stamps_in(heading.span).first();
    first.filter(|stamp| heading.span.contains(stamp.span) && stamp.date.is_some())
}

/// Whether the heading at block `index` is a day, with a heading of its own right below.
fn is_titled_day(report: &Report, index: usize) -> bool {
    let (Some(block), Some(next)) = (report.blocks.get(index), report.blocks.get(index + 1)) else {
        return false;
    };
    let is_below = is_below(block, next);
    is_below && report.kind_of(block) != SectionKind::Timeline && dated(report, block).is_some()
}

fn has_words(report: &Report, span: Span, dated: &Stamp) -> bool {
    report.words_in(span).count() > report.words_in(dated.span).count()
}

fn is_below(heading: &Block, next: &Block) -> bool {
    matches!((heading.kind, next.kind), (BlockKind::Heading(own), BlockKind::Heading(below)) if below > own)
}

const INCIDENTS: Phrases = phrases("incident|outage|disruption|interruption|event|downtime");
const ORDINALS: &str = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth";

/// `Incident 2: ...`, `Outage #3`, `Second outage`.
fn number(report: &Report, block: &Block) -> Option<u32> {
    let words = report.words_in(block.span);
    let at = words.find(&INCIDENTS).filter(|at| *at <= words.start() + 3)?;
    let before = words.before(at, 1).first();
    let ordinal = before.and_then(|word| group_of(word, ORDINALS));
    if let Some(place) = ordinal {
        return u32::try_from(place + 1).ok();
    }
    let mark = report.tokens.get(at + 1).filter(|t| matches!(t.kind, TokenKind::Mark('#')));
    let number = report.tokens.get(at + 1 + usize::from(mark.is_some()))?;
    let is_last =
        number.kind == TokenKind::Number && number.span.len() <= 2 && block.span.contains(number.span);
    is_last.then(|| report.tokens.lower(number).parse().ok())?
}

/// The mentions in the blocks of a part, its ranges counted anew.
pub(super) fn mentions_of(report: &Report, part: &Range<usize>) -> Mentions {
    let blocks = &report.blocks[part.clone()];
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return Mentions::default() };
    let span = first.span.cover(last.span);
    let all = report.mentions;
    let (from, to) = (all.stamp_index_at(span.start), all.stamp_index_at(span.end));
    let first_stretch = all.stretches.partition_point(|stretch| stretch.span.start < span.start);
    let first_range = all.ranges.partition_point(|range| range.start < from);
    let mut part = Mentions {
        list: all.mentions_in(span).to_vec(),
        stamps: all.stamps[from..to].to_vec(),
        ..Mentions::default()
    };
    for range in all.ranges[first_range..].iter().take_while(|range| range.start < to) {
        if range.end < to {
            let (start, end) = (range.start - from, range.end - from);
            part.ranges.push(TimeRange { start, end, ..range.clone() });
        }
    }
    for stretch in all.stretches[first_stretch..].iter().take_while(|stretch| stretch.span.start < span.end) {
        if (from..to).contains(&stretch.start) {
            part.stretches.push(Stretch { start: stretch.start - from, ..stretch.clone() });
        }
    }
    part
}
