//! What an entry says: the rest of its line, the cells of its row, or the text under or over it.

use super::entry::Form;
use super::opening::{self, Opening};
use super::row;
use crate::document::{Block, BlockKind};
use crate::reconcile::report::Report;
use crate::text::{Span, TokenKind};

/// Most lines of one entry.
const MOST_LINES: usize = 20;

/// What the block at `index` says behind the time that it begins with.
pub(super) fn of(
    report: &Report,
    openings: &[Option<Opening>],
    columns: &[Option<usize>],
    index: usize,
) -> Option<Vec<Span>> {
    let block = &report.blocks[index];
    let opening = openings[index].as_ref()?;
    if let BlockKind::Row { .. } = block.kind {
        return Some(row::said(report, index, columns, opening)).filter(|said| !said.is_empty());
    }
    // A line may break off within the time.
    let breaks_off = report.tokens.index_at(block.span.end) < opening.stamp.tokens.1;
    let index = index + usize::from(breaks_off && index + 1 < report.blocks.len());
    let block = &report.blocks[index];
    let place = Place { report, openings, index, block };
    let end = report.tokens.index_at(block.span.end);
    let Some(from) = first_word(report, opening.after, end) else {
        return place.over().or_else(|| place.under()).map(Span::alone);
    };
    let start = report.tokens.get(from)?.span.start;
    if place.is_remark(from, end)
        && let Some(said) = place.under()
    {
        return Some(said.alone());
    }
    let said = Span::new(start, place.end_of_paragraph());
    let day_only = opening.form == Form::Day;
    (!day_only || place.tells_of_a_day(said)).then(|| said.alone())
}

/// The first token from `from` on that is more than a mark between a time and its text.
pub(super) fn first_word(report: &Report, from: usize, end: usize) -> Option<usize> {
    let is_separator = |at: &usize| {
        let kind = report.tokens.get(*at).map(|token| token.kind);
        matches!(kind, Some(TokenKind::Mark(mark)) if !matches!(mark, '(' | '<' | '#' | '@' | '$' | '\'' | '"' | '+' | '/'))
    };
    (from..end).find(|at| !is_separator(at))
}

/// A block that gives a time, and what stands around it.
struct Place<'p, 'a> {
    report: &'p Report<'a>,
    openings: &'p [Option<Opening>],
    index: usize,
    block: &'p Block,
}

impl Place<'_, '_> {
    /// Whether all that follows the time on its line is a remark on it in brackets.
    fn is_remark(&self, from: usize, end: usize) -> bool {
        let tokens = self.report.tokens;
        tokens.mark_at(from, "(") && end.checked_sub(1).is_some_and(|last| tokens.mark_at(last, ")"))
    }

    /// The next block, where the time stands alone above what it says.
    fn under(&self) -> Option<Span> {
        let next = self.report.blocks.get(self.index + 1)?;
        if self.openings[self.index + 1].is_some() {
            return None;
        }
        let is_heading = matches!(next.kind, BlockKind::Heading(1..=6));
        let goes_on = match self.block.kind {
            BlockKind::Heading(_) => true,
            _ if next.continues || next.depth > self.block.depth => true,
            // A time in a paragraph of its own stands above the next one.
            _ => {
                let is_clock =
                    || self.openings[self.index].as_ref().is_some_and(|own| own.form == Form::Time);
                next.kind == BlockKind::Line && (opening::in_timeline(self.report, self.block) || is_clock())
            }
        };
        (goes_on && !is_heading).then(|| Span::new(next.span.start, self.end_of_paragraph_at(self.index + 1)))
    }

    /// The lines before it, where the time stands alone below what it says.
    fn over(&self) -> Option<Span> {
        let blocks = &self.report.blocks[..self.index];
        let next_continues = self.report.blocks.get(self.index + 1).is_some_and(|next| next.continues);
        if !self.block.continues || next_continues {
            return None;
        }
        let lines = blocks.iter().rev().take(MOST_LINES);
        let own = 1 + lines.take_while(|line| line.continues).count();
        let first = self.index.checked_sub(own)?;
        let free = self.openings[first..self.index].iter().all(Option::is_none);
        free.then(|| self.report.blocks[first].span.cover(self.report.blocks[self.index - 1].span))
    }

    fn end_of_paragraph(&self) -> usize {
        self.end_of_paragraph_at(self.index)
    }

    /// Where the lines of one paragraph end: further lines belong to an entry unless they give a
    /// time themselves.
    fn end_of_paragraph_at(&self, index: usize) -> usize {
        let blocks = self.report.blocks;
        let further = blocks.iter().zip(self.openings).skip(index + 1).take(MOST_LINES);
        let own = further.take_while(|(block, opening)| block.continues && opening.is_none());
        own.last().map_or(blocks[index].span.end, |(block, _)| block.span.end)
    }

    /// Whether a line that begins with a day only tells what happened then, rather than standing
    /// above the times of that day.
    fn tells_of_a_day(&self, said: Span) -> bool {
        let is_heading = matches!(self.block.kind, BlockKind::Heading(_));
        let times_follow = self.openings.get(self.index + 1).and_then(Option::as_ref).is_some_and(|next| {
            next.form != Form::Day && self.report.blocks[self.index + 1].depth > self.block.depth
        });
        !is_heading && !times_follow && self.report.words_in(said).count() >= LEAST_OF_A_DAY
    }
}

/// Fewest words that tell what happened on a day.
const LEAST_OF_A_DAY: usize = 3;
