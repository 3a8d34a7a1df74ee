//! Times that are counted from another entry: `+10 minutes`, `[+2 hrs]`, `T+15m`, `T0`.

use super::entry::Form;
use super::opening::Opening;
use crate::mention::{Mention, Stamp, Value};
use crate::reconcile::report::Report;
use crate::text::{Cursor, TokenKind};

/// Reads such a time at byte `start`. How long it says may stay open (`+2 business days`).
pub(super) fn opening(report: &Report, start: usize) -> Option<Opening> {
    let mut cursor = Cursor::new(report.tokens, report.tokens.index_at(start));
    let first = cursor.index();
    let bracket = cursor.eat_any_mark(&['[', '(']);
    let zero = cursor.eat_word("t");
    if zero && cursor.glued_number(1..=1).is_some_and(|(number, _)| number == 0) && !cursor.at_mark('+') {
        return found(report, first, cursor.index(), Some(0));
    }
    let sign = if cursor.eat_mark('+') {
        1
    } else if zero && cursor.eat_mark('-') {
        -1
    } else {
        return None;
    };
    cursor.peek_glued().filter(|token| token.kind == TokenKind::Number)?;
    let length = duration_at(report, cursor.index());
    let no_time = length.is_none() && cursor.glued_number(1..=1).is_some_and(|(number, _)| number == 0);
    let minutes = length.as_ref().and_then(|(_, minutes)| *minutes).map(|minutes| minutes * sign);
    let minutes = minutes.or(no_time.then_some(0));
    let mut after = length.map_or(cursor.index() + 1, |(mention, _)| mention.tokens.1);
    if bracket.is_some() {
        after = closing_bracket(report, after)?;
    }
    found(report, first, after, minutes)
}

/// The time that the text counts from: `T0 = 2023-04-18 09:15 UTC`, `T+0: 09:15`.
pub(in crate::reconcile) fn origin<'r>(report: &Report<'r>) -> Option<&'r Stamp> {
    report.mentions.stamps.iter().filter(|stamp| stamp.time.is_some()).find(|stamp| {
        let before = stamp.tokens.0.saturating_sub(BEFORE_ORIGIN)..stamp.tokens.0;
        (before.start..before.end).any(|at| {
            let mut cursor = Cursor::new(report.tokens, at);
            let zero = cursor.eat_word("t") && {
                cursor.eat_mark('+');
                true
            };
            zero && cursor.glued_number(1..=1).is_some_and(|(number, _)| number == 0)
                && (cursor.eat_any_mark(&['=', ':', '-', '–', '(']).is_some() || cursor.eat_word("is|was"))
                && cursor.index() == stamp.tokens.0
        })
    })
}

/// Most tokens from "T0" to its time.
const BEFORE_ORIGIN: usize = 5;

fn found(report: &Report, first: usize, after: usize, offset: Option<i64>) -> Option<Opening> {
    let span = report.tokens.get(first)?.span.cover(report.tokens.get(after.checked_sub(1)?)?.span);
    let stamp = Stamp { span, tokens: (first, after), ..Stamp::default() };
    Some(Opening { offset, ..Opening::bare(stamp, Form::Offset, after) })
}

/// The length of time that begins with token `at`, and its whole minutes where it is one figure.
fn duration_at<'a>(report: &Report<'a>, at: usize) -> Option<(&'a Mention, Option<i64>)> {
    let list = &report.mentions.list;
    let from = list.partition_point(|mention| mention.tokens.0 < at);
    let mut at_token = list[from..].iter().take_while(|mention| mention.tokens.0 == at);
    at_token.find_map(|mention| match mention.value {
        Value::Duration(length) => Some((mention, whole_minutes(length.low, length.high))),
        _ => None,
    })
}

fn whole_minutes(low: f64, high: f64) -> Option<i64> {
    let plausible = (low - high).abs() < 1.0 && (0.0..MOST_SECONDS).contains(&low);
    // OK because the figure lies between 0 and 30 days.
    #[expect(clippy::cast_possible_truncation)]
    plausible.then_some((low / 60.0).round() as i64)
}

/// No list of events counts further than 30 days.
const MOST_SECONDS: f64 = 30.0 * 86_400.0;

/// Most tokens between the length and its bracket: `[+2 business days later]`.
const IN_BRACKET: usize = 5;

fn closing_bracket(report: &Report, from: usize) -> Option<usize> {
    (from..from + IN_BRACKET).find(|at| report.tokens.mark_at(*at, "])")).map(|at| at + 1)
}
