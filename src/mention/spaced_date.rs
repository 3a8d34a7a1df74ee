//! Dates of numbers that stand apart: `03, 14, 2024, 10:00 AM`, `Date: 14 03 2024`, `2024 / 03 / 14 10:00`; and years of
//! two digits behind a comma: `February 24th, 15, 9:21 PM`.
//!
//! *Refuses* lists of numbers and of days: without a clock time behind them or the name of a field before them,
//! such numbers are no date.

use super::value::DateValue;
use super::{clause, clock_time, date, date_parts};
use crate::text::{Cursor, Gap, TokenKind};

/// Reads three numbers, of which the first or the last is a year.
pub(super) fn recognize(cursor: &mut Cursor) -> Option<DateValue> {
    let in_field = follows_field(cursor);
    let (first, first_digits) = cursor.number(1..=4)?;
    let mark = separator(cursor)?;
    let (second, _) = part(cursor, 2)?;
    (separator(cursor)? == mark).then_some(())?;
    let (third, third_digits) = part(cursor, 4)?;
    date::ends_here(cursor).then_some(())?;
    let is_date = before_time(*cursor) || in_field && clause::ends(*cursor) && !goes_on(*cursor);
    is_date.then_some(())?;
    match (first_digits, third_digits) {
        (4, 1 | 2) => date::plain(Some(date_parts::plausible(first)?), u8::try_from(second).ok()?, third),
        (1 | 2, 4) => date::either_order(Some(date_parts::plausible(third)?), first, second),
        _ => None,
    }
}

/// The mark between two parts that stand apart; a space stands for none.
fn separator(cursor: &mut Cursor) -> Option<char> {
    let token = cursor.peek().filter(|token| token.gap < Gap::Line)?;
    match token.kind {
        TokenKind::Number => Some(' '),
        TokenKind::Mark(mark @ (',' | '/' | '-' | '.')) => {
            cursor.bump();
            Some(mark)
        }
        _ => None,
    }
}

/// A number that nothing is glued to on its left.
fn part(cursor: &mut Cursor, most: u8) -> Option<(u32, usize)> {
    cursor.peek().filter(|token| token.gap == Gap::Space)?;
    cursor.number(1..=most)
}

/// Whether a colon behind a word stands right before: `Date: 14 03 2024`.
fn follows_field(cursor: &Cursor) -> bool {
    let is_colon = cursor.previous().is_some_and(|token| token.kind == TokenKind::Mark(':'));
    is_colon && cursor.peek().is_some_and(|token| token.gap <= Gap::Cell)
}

/// Whether a clock time follows, behind a comma, "at" or a dash.
fn before_time(mut cursor: Cursor) -> bool {
    let _ = cursor.eat_any_mark(&[',', '-', '@']);
    let _ = cursor.eat_word("at");
    clock_time::recognize(&mut cursor).is_some()
}

/// Whether further numbers of a list follow.
fn goes_on(mut cursor: Cursor) -> bool {
    let comma = cursor.eat_mark(',');
    let joined = cursor.eat_word("and|or");
    (comma || joined) && cursor.peek().is_some_and(|token| token.kind == TokenKind::Number)
}

/// A year of two digits behind a comma. "February 24, 25 and 26" and "March 3, 15 hosts" name none.
pub(super) fn short_year(cursor: &mut Cursor, day: u32) -> Option<i32> {
    cursor.eat_glued(',').then_some(())?;
    let (year, _) = part(cursor, 2).filter(|(_, digits)| *digits == 2)?;
    // Days of a list rise to its end.
    let ends = || !goes_on(*cursor) && clause::ends(*cursor) && (cursor.at_mark(',') || year < day);
    (before_time(*cursor) || ends()).then(|| date_parts::of_two_digits(year))?
}
