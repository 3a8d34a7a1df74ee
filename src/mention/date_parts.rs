//! The parts of a date: its weekday, its day and its year.

use super::{clause, clock_time, month, number, zone};
use crate::text::{Cursor, TokenKind};

/// How a day is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `9`
    Digits,
    /// `9th`, and the wrong `23th`
    Ordinal,
    /// `ninth`
    Spelled,
}

/// A day of the month.
pub(super) fn day(cursor: &mut Cursor) -> Option<(u32, Form)> {
    if cursor.peek()?.kind != TokenKind::Number {
        return number::spelled_ordinal(cursor).map(|day| (day, Form::Spelled));
    }
    let (day, _) = cursor.number(1..=2)?;
    let is_ordinal = cursor.attempt(ordinal).is_some();
    Some((day, if is_ordinal { Form::Ordinal } else { Form::Digits }))
}

/// `st`, `nd`, `rd`, `th` glued to the day, the wrong one too (`23th`).
pub(super) fn ordinal(cursor: &mut Cursor) -> Option<()> {
    cursor.peek_glued()?;
    cursor.eat_word("st|nd|rd|th").then_some(())
}

/// `Tue`, `Tuesday,`, `Tuesday the`, `Tuesday (`; with whether a bracket is open.
pub(super) fn weekday_before(cursor: &mut Cursor) -> Option<(u8, bool)> {
    let weekday = month::weekday(cursor.word()?)?;
    let _ = cursor.eat_mark('.') || cursor.eat_mark(',');
    let _ = cursor.eat_word("the|on");
    Some((weekday, cursor.eat_mark('(')))
}

/// `(Tue)`, `, Tuesday`, `Tue`.
pub(super) fn weekday_behind(cursor: &mut Cursor) -> Option<u8> {
    let bracket = cursor.eat_mark('(');
    let _ = !bracket && cursor.eat_mark(',');
    let weekday = month::weekday(cursor.word()?)?;
    // "Monday's", "Monday.com" and "Monday to Friday" are not this date's day.
    let ends = match cursor.peek_glued() {
        Some(token) => bracket && token.kind == TokenKind::Mark(')'),
        None => cursor.peek().is_none_or(|token| token.kind == TokenKind::Number),
    };
    ends.then_some(())?;
    let _ = bracket && cursor.eat_mark(')');
    Some(weekday)
}

/// A year of four digits or in words, or one of two digits with an apostrophe.
pub(super) fn year(cursor: &mut Cursor) -> Option<i32> {
    if cursor.eat_mark('\'') {
        return cursor.glued_number(2..=2).and_then(|(year, _)| of_two_digits(year));
    }
    if cursor.peek()?.kind == TokenKind::Word {
        return spelled_year(cursor);
    }
    let (year, _) = cursor.number(4..=4)?;
    // "9 May 2015hrs" and "9 May 2010: ..." differ in what is glued to the digits.
    let is_time = cursor.peek_glued().is_some_and(|t| t.kind == TokenKind::Word);
    (!is_time).then(|| plausible(year))?
}

/// A year of two digits at a clause's end: "3 Aug 96" is a date, "3 Aug 96 hosts" and "3 Aug 10:30" only
/// begin with one.
pub(super) fn short_year(cursor: &mut Cursor) -> Option<i32> {
    let (year, _) = cursor.number(2..=2)?;
    clause::ends(*cursor).then(|| of_two_digits(year))?
}

/// `two thousand and eighteen`, `twenty twenty-four`, `nineteen ninety nine`.
fn spelled_year(cursor: &mut Cursor) -> Option<i32> {
    let first = number::one_word(cursor.word()?)?;
    let year = match first {
        2 if cursor.eat_word("thousand") => {
            let _ = cursor.eat_word("and");
            2000 + cursor.attempt(number::spelled).unwrap_or(0)
        }
        19 | 20 => first * 100 + number::spelled(cursor).filter(|rest| *rest >= 10)?,
        _ => return None,
    };
    plausible(year)
}

/// The year behind a clock time: `Oct 26 11:00:09 EDT 2023`.
pub(super) fn year_behind_time(mut cursor: Cursor) -> Option<i32> {
    let _ = cursor.eat_mark(',');
    let (time, _) = clock_time::recognize(&mut cursor)?;
    let super::Value::ClockTime(clock) = time else { return None };
    let _ = cursor.attempt(zone::recognize);
    let _ = cursor.eat_mark(',');
    let (year, _) = cursor.number(4..=4)?;
    // "Oct 26 11:00 2023 requests" counts, but a log's "11:00:09 2023" does not.
    let is_year = clock.time.second.is_some() || clause::ends(cursor);
    (is_year && (1990..2100).contains(&year)).then(|| plausible(year))?
}

/// A year of four digits that an incident can have.
pub(super) fn plausible(year: u32) -> Option<i32> {
    (1970..2200).contains(&year).then(|| i32::try_from(year).ok())?
}

/// The year of two digits.
pub(super) fn of_two_digits(year: u32) -> Option<i32> {
    i32::try_from(if year < 70 { 2000 + year } else { 1900 + year }).ok()
}
