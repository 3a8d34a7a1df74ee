//! How a block gives the time of an entry.

use super::entry::Form;
use super::{offset, row};
use crate::document::{Block, BlockKind};
use crate::mention::Stamp;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::text::{Cursor, Gap, Token, TokenKind, group_of};

/// A time that a block begins or ends with.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    pub(super) stamp: Stamp,
    /// Where it gives a range, the range's end.
    pub(super) until: Option<Stamp>,
    pub(super) form: Form,
    /// Minutes after the entry that the list counts from.
    pub(super) offset: Option<i64>,
    /// Token after the time.
    pub(super) after: usize,
    /// Whether words in brackets make the time uncertain.
    pub(super) hedged: bool,
}

impl Opening {
    pub(super) fn new(report: &Report, stamp: Stamp, form: Form, last: usize) -> Self {
        let until = range_end(report, last);
        let after = match &until {
            Some(until) => until.tokens.1,
            None => restated_until(report, last).unwrap_or(stamp.tokens.1),
        };
        Self { until, ..Self::bare(stamp, form, after) }
    }

    /// A time that ends before token `after`, and nothing else.
    pub(super) fn bare(stamp: Stamp, form: Form, after: usize) -> Self {
        Self { stamp, until: None, form, offset: None, after, hedged: false }
    }
}

/// What each block begins with, in the order of the blocks.
pub(super) fn of_blocks(report: &Report) -> Vec<Option<Opening>> {
    let stamps = &report.mentions.stamps;
    let mut next = 0;
    let mut found: Vec<Option<Opening>> = Vec::with_capacity(report.blocks.len());
    let mut list_of_times = false;
    for (index, block) in report.blocks.iter().enumerate() {
        while stamps.get(next).is_some_and(|stamp| stamp.span.start < block.span.start) {
            next += 1;
        }
        let above = found.last().and_then(Option::as_ref);
        let mut opening = of_block(report, index, next, above);
        if block.continues {
            opening = opening.filter(|opening| begins_anew(report, block, opening, list_of_times));
        } else {
            list_of_times = opening.is_some() || ends_with_colon(report, block);
        }
        found.push(opening);
    }
    found
}

fn of_block(report: &Report, index: usize, next: usize, above: Option<&Opening>) -> Option<Opening> {
    let block = &report.blocks[index];
    let stamp = report.mentions.stamps.get(next).filter(|stamp| begins_in(report, index, stamp));
    if stamp.is_some_and(|stamp| report.updates.is_posting(stamp.span)) {
        return None;
    }
    if report.is_stacked(block) {
        return None;
    }
    if let BlockKind::Row { header, .. } = block.kind {
        return if header { None } else { row::opening(report, index, next, above) };
    }
    if let Some(stamp) = stamp
        && let Some(is_prose) = lead(report, report.tokens.index_at(block.span.start), stamp)
    {
        let form = match (block.kind, stamp.time) {
            (BlockKind::Code, _) => Form::Log,
            (_, None) => Form::Day,
            _ if is_prose => Form::Prose,
            _ => Form::Time,
        };
        let mut opening = Opening::new(report, *stamp, form, next);
        opening.hedged = is_hedged(report, block, opening.after);
        if form == Form::Day
            && let Some(open) = report.tokens.get(opening.after).and_then(|t| open_time(report, t.span.start))
        {
            opening.after = open.after;
            opening.form = Form::Time;
        }
        return Some(opening);
    }
    offset::opening(report, block.span.start).or_else(|| open_time(report, block.span.start))
}

/// Whether the stamp begins in the block at `index`; a line may break off within it.
fn begins_in(report: &Report, index: usize, stamp: &Stamp) -> bool {
    let block = &report.blocks[index];
    let goes_on = || {
        let next = report.blocks.get(index + 1).filter(|next| next.continues);
        next.is_some_and(|next| stamp.span.start < block.span.end && stamp.span.end <= next.span.end)
    };
    block.span.contains(stamp.span) || goes_on()
}

/// The token after the moment of stamp `first` where that is told once more in another zone.
fn restated_until(report: &Report, first: usize) -> Option<usize> {
    let own = report.mentions.stamps.get(first)?;
    let again = report.mentions.stamps.get(first + 1).filter(|again| again.restates)?;
    (again.tokens.0 <= own.tokens.1 + 2).then_some(())?;
    let closes = report.tokens.mark_at(again.tokens.1, ")");
    Some(again.tokens.1 + usize::from(closes))
}

/// Whether a further line of a paragraph begins an entry of its own, rather than going on with a
/// sentence that was broken before a time.
fn begins_anew(report: &Report, block: &Block, opening: &Opening, list_of_times: bool) -> bool {
    let first = report.tokens.index_at(block.span.start);
    let Some(before) = report.tokens.before(first, 1) else { return true };
    if matches!(before.kind, TokenKind::Mark('.' | '!' | '?' | ':')) {
        return true;
    }
    let behind = report.tokens.get(opening.after);
    let is_set_off = report.tokens.mark_at(opening.after, ":-]");
    if list_of_times && is_set_off {
        return true;
    }
    let fills_line = behind.is_none_or(|token| token.gap >= Gap::Line);
    let goes_on = matches!(before.kind, TokenKind::Mark(',' | '-' | '('))
        || GOING_ON.lists(report.tokens.lower(before));
    !goes_on && (list_of_times || fills_line)
}

/// Words that no line of a list ends with, but a broken sentence before a time.
const GOING_ON: Phrases = phrases(
    "until|till|to|at|by|from|and|or|between|on|around|since|before|after|approximately|about|of|the",
);

fn ends_with_colon(report: &Report, block: &Block) -> bool {
    let last = report.tokens.index_at(block.span.end).checked_sub(1);
    last.is_some_and(|at| report.tokens.mark_at(at, ":"))
}

/// `14:??` and `2X:XX`: a time that its writer left open. The entry stays in the list.
pub(super) fn open_time(report: &Report, start: usize) -> Option<Opening> {
    let mut cursor = Cursor::new(report.tokens, report.tokens.index_at(start));
    let first = cursor.index();
    let placeholder = |cursor: &mut Cursor| {
        let mut found = false;
        while cursor.at_mark('?') || cursor.at_word("x|xx") {
            cursor.bump();
            found = true;
        }
        found
    };
    let digits = cursor.number(1..=2).is_some();
    let open_hour = placeholder(&mut cursor);
    (digits || open_hour).then_some(())?;
    cursor.eat_glued(':').then_some(())?;
    let open_minute = placeholder(&mut cursor);
    (open_hour || open_minute).then_some(())?;
    let stamp = Stamp { span: cursor.span(), tokens: (first, cursor.index()), ..Stamp::default() };
    let after = cursor.index();
    let block = report.block_of(stamp.span)?;
    Some(Opening { hedged: is_hedged(report, block, after), ..Opening::bare(stamp, Form::Time, after) })
}

/// Most tokens before the time at the start of an entry.
const LEAD: usize = 4;
/// Words before such a time: that hedge it, that introduce it in prose, those that status pages put before an update's
/// time, and what times are counted from.
const LEADING: &str = "around approximately about approx ca circa roughly est|at on by from between then later finally just after before \
     shortly until since starting|resolved monitoring identified investigating update completed|t";

/// Whether the stamp stands at the beginning of what starts with token `first`, and whether words
/// introduce it as in a sentence.
pub(super) fn lead(report: &Report, first: usize, stamp: &Stamp) -> Option<bool> {
    let lead = stamp.tokens.0.checked_sub(first).filter(|length| *length <= LEAD)?;
    if lead == 2 && is_list_number(report, first) {
        return Some(false);
    }
    let (mut is_prose, mut has_status) = (false, false);
    for index in first..first + lead {
        let token = report.tokens.get(index)?;
        let next = report.tokens.get(index + 1)?;
        match token.kind {
            TokenKind::Mark(mark) if !matches!(mark, '+' | '%' | '=' | '.' | '/' | '#') => {}
            TokenKind::Word => match group_of(report.tokens.lower(token), LEADING)? {
                0 => {}
                1 => is_prose = !has_status,
                2 => has_status = true,
                // T0 (14:05): what the times after it are counted from.
                _ if next.kind == TokenKind::Number && next.gap == Gap::None => {}
                _ => return None,
            },
            TokenKind::Number if numbers_an_update(report, first, index) => {}
            // A row's number stands in a cell of its own.
            TokenKind::Number if next.gap == Gap::Cell || is_zero_hour(report, index, token) => {}
            _ => return None,
        }
    }
    Some(is_prose)
}

/// `9.10:40 Restored`.
fn is_list_number(report: &Report, first: usize) -> bool {
    let is = |at: usize, kind| {
        report
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == kind && (at == first || token.gap == Gap::None))
    };
    let glued = report.tokens.get(first + 2).is_some_and(|token| token.gap == Gap::None);
    glued && is(first, TokenKind::Number) && is(first + 1, TokenKind::Mark('.'))
}

/// `UPDATE 3 (14:55)`.
fn numbers_an_update(report: &Report, first: usize, index: usize) -> bool {
    index == first + 1 && report.tokens.word_before_is(index, "update")
}

fn is_zero_hour(report: &Report, index: usize, token: &Token) -> bool {
    token.gap == Gap::None && report.tokens.reads(token, "0") && report.tokens.word_before_is(index, "t")
}

/// The end of the range that begins with stamp `start`.
pub(super) fn range_end(report: &Report, start: usize) -> Option<Stamp> {
    let ranges = &report.mentions.ranges;
    let at = ranges.binary_search_by_key(&start, |range| range.start).ok()?;
    Some(*report.stamp(ranges[at].end))
}

/// Whether a range ends with the stamp at index `end`.
pub(super) fn ends_range(report: &Report, end: usize) -> bool {
    let ranges = &report.mentions.ranges;
    // A range's ends are neighbours, or have the first end in another zone between them.
    let from = ranges.partition_point(|range| range.start + 2 < end);
    ranges[from..].iter().take_while(|range| range.start < end).any(|range| range.end == end)
}

/// Whether a remark in brackets behind the time makes it uncertain: `(not sure exact time)`.
fn is_hedged(report: &Report, block: &Block, after: usize) -> bool {
    const UNSURE: Phrases = phrases(
        "maybe|perhaps|approx*|about|roughly|around|not sure|unsure|estimate*|circa|tbc|unclear|guess*",
    );
    let in_brackets = report.tokens.mark_at(after, "(");
    in_brackets && report.words_in(block.span).has_after(after, 6, &UNSURE)
}

/// Whether `block` stands in a section that is called a timeline.
pub(super) fn in_timeline(report: &Report, block: &Block) -> bool {
    report.kind_of(block) == SectionKind::Timeline
}
