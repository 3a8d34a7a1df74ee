//! Rows of tables: which cell gives the time, and in which order the others are told.

use super::entry::Form;
use super::opening::{self, Opening};
use crate::document::{Block, BlockKind};
use crate::mention::Stamp;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::text::Span;

/// The words of a column's head that make it the one that tells what happened.
const DESCRIPTION_HEADS: Phrases = phrases("event|description|what|happen|detail|action|activity|summary");

/// The words of a column's head that make it the one of the times.
const TIME_HEADS: Phrases = phrases("time|when|date|hour");

/// How a row gives a time: a cell of its own, mostly the first. A row whose cell for the time is
/// empty has the time of the row above it.
pub(super) fn opening(
    report: &Report,
    index: usize,
    next: usize,
    above: Option<&Opening>,
) -> Option<Opening> {
    let block = &report.blocks[index];
    let stamps = &report.mentions.stamps[next..];
    let found = stamps
        .iter()
        .take_while(|stamp| block.span.contains(stamp.span))
        .take(MOST_COLUMNS)
        .position(|stamp| stands_first_in_time_cell(report, index, stamp));
    let Some(at) = found else { return without_time(report, index, above) };
    let mut stamp = stamps[at];
    let mut last = next + at;
    if stamp.time.is_none() {
        last += usize::from(join_time_cell(report, block, &mut stamp, last + 1));
    }
    let form = if stamp.time.is_some() { Form::Time } else { Form::Day };
    Some(Opening::new(report, stamp, form, last))
}

/// Columns that are looked at for a time.
const MOST_COLUMNS: usize = 4;

fn stands_first_in_time_cell(report: &Report, index: usize, stamp: &Stamp) -> bool {
    let block = &report.blocks[index];
    let Some(cell) = block.cell_of(stamp.span) else { return false };
    let first = report.tokens.index_at(block.cells[cell].start);
    if opening::lead(report, first, stamp).is_none() {
        return false;
    }
    let before = &block.cells[..cell];
    before.iter().all(|cell| cell.len() <= 3) || head_holds(report, index, cell, &TIME_HEADS)
}

fn without_time(report: &Report, index: usize, above: Option<&Opening>) -> Option<Opening> {
    let block = &report.blocks[index];
    let first = block.cells.first()?;
    if first.is_empty() {
        let same_table =
            index.checked_sub(1).is_some_and(|before| table_of(report, before) == table_of(report, index));
        let time = above.filter(|_| same_table)?;
        return Some(time.clone());
    }
    super::offset::opening(report, first.start).or_else(|| opening::open_time(report, first.start))
}

/// Takes the time of the next cell into a stamp whose own cell holds only the date.
fn join_time_cell(report: &Report, block: &Block, stamp: &mut Stamp, next: usize) -> bool {
    let Some(time) = report.mentions.stamps.get(next) else { return false };
    let adjoining = block.span.contains(time.span) && time.date.is_none() && time.tokens.0 == stamp.tokens.1;
    if adjoining {
        stamp.time = time.time;
        stamp.zone = stamp.zone.or(time.zone);
        stamp.span = stamp.span.cover(time.span);
        stamp.tokens.1 = time.tokens.1;
    }
    adjoining
}

/// What a row says beside its time: the description first, then the other cells in their order.
pub(super) fn said(report: &Report, index: usize, columns: &[Option<usize>], opening: &Opening) -> Vec<Span> {
    let block = &report.blocks[index];
    let last = report.tokens.before(opening.after, 1);
    let time = last.map_or(opening.stamp.span, |token| opening.stamp.span.cover(token.span));
    let is_apart = |cell: &Span| cell.end <= time.start || cell.start >= time.end;
    let is_number =
        |cell: &Span| report.document.words(*cell).bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let mut ordered: Vec<Span> = Vec::new();
    let described = table_of(report, index).and_then(|table| columns.get(table).copied().flatten());
    for (column, one) in block.cells.iter().enumerate() {
        if !one.is_empty() && is_apart(one) && !is_number(one) {
            let place = if Some(column) == described { 0 } else { ordered.len() };
            ordered.insert(place, *one);
        }
    }
    if let Some(rest) = rest_of_time_cell(report, block, time, opening.after) {
        // Beside other cells, a word or two behind a time are a remark on the time.
        let fewest = if ordered.is_empty() { 1 } else { 3 };
        if report.words_in(rest).count() >= fewest {
            ordered.insert(0, rest);
        }
    }
    ordered
}

/// What stands in the time's own cell behind the time.
fn rest_of_time_cell(report: &Report, block: &Block, time: Span, after: usize) -> Option<Span> {
    let cell = block.cells.iter().rfind(|cell| cell.start < time.end && time.start < cell.end)?;
    let start = super::saying::first_word(report, after, report.tokens.index_at(cell.end))?;
    Some(Span::new(report.tokens.get(start)?.span.start, cell.end))
}

/// For each table the column that tells what happened: by its head, or else the one with most words.
pub(super) fn description_columns(report: &Report) -> Vec<Option<usize>> {
    let mut widths: Vec<Vec<usize>> = Vec::new();
    let mut named: Vec<Option<usize>> = Vec::new();
    for block in report.blocks {
        let BlockKind::Row { table, header } = block.kind else { continue };
        while widths.len() <= table {
            widths.push(Vec::new());
            named.push(None);
        }
        if header {
            let holds = |cell: &Span| names(report, *cell, &DESCRIPTION_HEADS);
            named[table] = block.cells.iter().position(holds);
            continue;
        }
        let sums = &mut widths[table];
        sums.resize(sums.len().max(block.cells.len()), 0);
        for (sum, one) in sums.iter_mut().zip(&block.cells) {
            *sum += one.len();
        }
    }
    let widest = |sums: &Vec<usize>| {
        let most = sums.iter().max()?;
        sums.iter().position(|sum| sum == most)
    };
    for (column, sums) in named.iter_mut().zip(&widths) {
        *column = column.or_else(|| widest(sums));
    }
    named
}

/// Whether the head of column `cell` of the row's table holds one of `words`.
fn head_holds(report: &Report, index: usize, cell: usize, words: &Phrases) -> bool {
    let Some(table) = table_of(report, index) else { return false };
    // OK because a row stands as many rows below its head as the table has rows before it, and only
    // rows whose first cells give no time ask.
    let head =
        report.blocks[..index].iter().rev().take(MOST_ROWS).take_while(|block| is_of(block, table)).last();
    let is_head = |block: &&Block| matches!(block.kind, BlockKind::Row { header: true, .. });
    head.filter(is_head)
        .and_then(|block| block.cells.get(cell))
        .is_some_and(|head| names(report, *head, words))
}

/// Rows between a row and its head that are looked over.
const MOST_ROWS: usize = 60;

fn names(report: &Report, cell: Span, words: &Phrases) -> bool {
    words.are_in(&report.document.lower_words(cell))
}

fn is_of(block: &Block, wanted: usize) -> bool {
    matches!(block.kind, BlockKind::Row { table, .. } if table == wanted)
}

fn table_of(report: &Report, index: usize) -> Option<usize> {
    match report.blocks.get(index)?.kind {
        BlockKind::Row { table, .. } => Some(table),
        _ => None,
    }
}
