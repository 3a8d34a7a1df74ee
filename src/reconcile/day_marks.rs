//! Lines that give the day of the timeline entries after them: `## July 22`, `**Date: 2023-11-22**`.

use super::dates::Dates;
use super::report::Report;
use crate::document::{Block, BlockKind};
use crate::incident::PartialDate;
use crate::text::TokenKind;

/// A day and the block that gives it.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayMark {
    pub(super) block: usize,
    pub(super) date: PartialDate,
}

/// Most words besides the date itself.
const MOST_WORDS: usize = 7;

/// Most bytes of such a line.
const LONGEST: usize = 120;

/// The day marks in document order.
pub(super) fn find(report: &Report, dates: &Dates) -> Vec<DayMark> {
    let blocks = report.blocks;
    let of_stamp = |stamp: &crate::mention::Stamp| {
        let block = report.block_index_at(stamp.span.start)?;
        let alone = stamp.time.is_none() && gives_only_a_day(report, &blocks[block]);
        let date = dates.settle(stamp.date.as_ref().filter(|_| alone)?)?;
        Some(DayMark { block, date })
    };
    report.mentions.stamps.iter().filter_map(of_stamp).collect()
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
        let name = report.document.words(label.name).to_ascii_lowercase();
        name == "date" || name == "day"
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
