//! Lines that give the day of the timeline entries after them: `## July 22`, `**Date: 2023-11-22**`.

use super::dates::Dates;
use super::incident_day;
use super::phrases::{Phrases, phrases};
use super::report::Report;
use super::section_kind::SectionKind;
use crate::document::{Block, BlockKind};
use crate::incident::PartialDate;
use crate::mention::Stamp;
use crate::text::{Gather, TokenKind, is_one_of};

/// A day and the block that gives it.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayMark {
    pub(super) block: usize,
    pub(super) date: PartialDate,
    /// Whether it holds for every entry that gives no day itself, not only up to the next day.
    pub(super) for_all: bool,
}

/// Most words besides the date itself.
const MOST_WORDS: usize = 7;

/// Most bytes of such a line.
const LONGEST: usize = 120;

/// The day marks in document order.
pub(super) fn find(report: &Report, dates: &Dates) -> Vec<DayMark> {
    let blocks = report.blocks;
    let of_stamp = |stamp: &Stamp| {
        let block = report.block_index_at(stamp.span.start)?;
        stamp.time.is_none().then_some(())?;
        let for_all = speaks_for_all(report, stamp);
        let is_mark = for_all || gives_only_a_day(report, &blocks[block]);
        let date = dates.settle(stamp.date.as_ref().filter(|_| is_mark)?)?;
        let of_another =
            incident_day::dates_the_page(report, stamp.span) || incident_day::is_decoy(report, stamp);
        // A field beside the summary with a later day than the incident's is the report's own.
        let of_report = blocks[block].label.is_some()
            && report.kind_of(&blocks[block]) != SectionKind::Timeline
            && dates.base.and_then(|base| base.date.days_until(date)).is_some_and(|days| days > 0);
        (!of_another && !of_report).then_some(DayMark { block, date, for_all })
    };
    report.mentions.stamps.iter().filter_map(of_stamp).gather()
}

/// A sentence of the timeline that gives a day to all of it: "Unless noted, all events are of 3 May."
fn speaks_for_all(report: &Report, stamp: &Stamp) -> bool {
    const ALL: Phrases = phrases(
        "all events|all times|all entries|all timestamps|unless otherwise|unless noted|unless stated|\
         everything happened",
    );
    let sentence = report.sentence(stamp.tokens.0);
    let is_told = sentence.has_before(stamp.tokens.0, 2, &const { phrases("on|of|for|the|from") });
    is_told && report.kind_at(stamp.span) == SectionKind::Timeline && sentence.has(&ALL)
}

/// Whether the block is hardly more than a date.
fn gives_only_a_day(report: &Report, block: &Block) -> bool {
    if block.span.len() > LONGEST {
        return false;
    }
    let is_head = matches!(block.kind, BlockKind::Heading(_) | BlockKind::Line | BlockKind::Item);
    let is_row = block.cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
    if !is_head && !is_row {
        return false;
    }
    let words = report.words_in(block.span).tokens().filter(|t| t.kind == TokenKind::Word).count();
    let named_date = block.label.is_some_and(|label| {
        let name = report.document.lower_words(label.name);
        is_one_of(&name, "date|day")
    });
    matches!(block.kind, BlockKind::Heading(_))
        || named_date
        || words <= MOST_WORDS && is_short_line(report, block)
}

/// A line that ends without a sentence's full stop.
fn is_short_line(report: &Report, block: &Block) -> bool {
    let last = report.words_in(block.span).tokens().last();
    block.span.len() <= 60 && last.is_some_and(|t| t.kind != TokenKind::Mark('.'))
}
