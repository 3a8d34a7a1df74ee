//! Several incidents in one document: a monthly report or a running log, with a dated heading for each.

use std::ops::Range;

use super::report::Report;
use crate::document::BlockKind;
use crate::mention::{Mentions, Range as TimeRange, Stretch};
use crate::text::Span;

/// The parts under dated headings of the same level, the highest level that has two of them.
pub(super) fn parts(report: &Report) -> Vec<Range<usize>> {
    let headings: Vec<(usize, u8)> = report
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(index, block)| match block.kind {
            BlockKind::Heading(level) => Some((index, level)),
            _ => None,
        })
        .collect();
    (1..=7).map(|level| of_level(report, &headings, level)).find(|parts| parts.len() >= 2).unwrap_or_default()
}

fn of_level(report: &Report, headings: &[(usize, u8)], level: u8) -> Vec<Range<usize>> {
    let borders: Vec<(usize, u8)> = headings.iter().copied().filter(|(_, other)| *other <= level).collect();
    borders
        .iter()
        .enumerate()
        .filter(|(_, (index, own))| *own == level && has_date(report, report.blocks[*index].span))
        .map(|(at, (index, _))| *index..borders.get(at + 1).map_or(report.blocks.len(), |(next, _)| *next))
        .collect()
}

/// Whether a date stands in `span`, beside other words than a bare day's.
fn has_date(report: &Report, span: Span) -> bool {
    let stamps = &report.mentions.stamps;
    let at = stamps.partition_point(|stamp| stamp.span.start < span.start);
    let dated = stamps.get(at).filter(|stamp| stamp.date.is_some() && span.contains(stamp.span));
    dated.is_some_and(|stamp| {
        let words = report.words_in(span).iter().count();
        words > report.words_in(stamp.span).iter().count()
    })
}

/// The mentions in the blocks of a part, its ranges counted anew.
pub(super) fn mentions_of(report: &Report, part: &Range<usize>) -> Mentions {
    let blocks = &report.blocks[part.clone()];
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return Mentions::default() };
    let span = first.span.cover(last.span);
    let all = report.mentions;
    let from = all.stamps.partition_point(|stamp| stamp.span.start < span.start);
    let to = all.stamps.partition_point(|stamp| stamp.span.start < span.end);
    let inside = |range: &&TimeRange| from <= range.start && range.end < to;
    let moved = |range: &TimeRange| TimeRange {
        start: range.start - from,
        end: range.end - from,
        span: range.span,
        rule: range.rule.clone(),
    };
    let first_stretch = all.stretches.partition_point(|stretch| stretch.span.start < span.start);
    let within = all.stretches[first_stretch..].iter().take_while(|stretch| stretch.span.start < span.end);
    let stretches = within.filter(|stretch| (from..to).contains(&stretch.start));
    let first_range = all.ranges.partition_point(|range| range.start < from);
    let first_mention = all.list.partition_point(|mention| mention.span.start < span.start);
    let last_mention = all.list.partition_point(|mention| mention.span.start < span.end);
    Mentions {
        list: all.list[first_mention..last_mention].to_vec(),
        stamps: all.stamps[from..to].to_vec(),
        ranges: all.ranges[first_range..]
            .iter()
            .take_while(|range| range.start < to)
            .filter(inside)
            .map(moved)
            .collect(),
        stretches: stretches
            .map(|stretch| Stretch { start: stretch.start - from, ..stretch.clone() })
            .collect(),
    }
}
