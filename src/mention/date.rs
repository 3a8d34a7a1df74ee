//! Dates: `2023-05-09`, `May 9th, 2023`, `9 May`, `Tue, 12/31/2024`, `06/Nov/2023`.
//!
//! *Refuses* days that the calendar does not have, month names used as other words ("may"), and
//! numbers that are part of something longer (versions, telephone numbers).

use super::month;
use super::value::{DateValue, Value};
use crate::incident::{PartialDate, RuleId};
use crate::text::{Case, Cursor, Token, TokenKind};

const YEAR_FIRST: RuleId = RuleId::new("date-year-first");
pub(super) const MONTH_FIRST: RuleId = RuleId::new("date-month-name-first");
pub(super) const DAY_FIRST: RuleId = RuleId::new("date-day-first");
const NUMERIC: RuleId = RuleId::new("date-numeric");
const COMPACT: RuleId = RuleId::new("date-compact");

type Reader = fn(&mut Cursor) -> Option<DateValue>;

/// Reads a date.
pub(super) fn recognize(cursor: &mut Cursor) -> Option<(Value, RuleId)> {
    if !may_begin_here(cursor) {
        return None;
    }
    read(cursor)
}

/// Reads a date whatever stands to the left of it, such as the dash of a range.
pub(super) fn read(cursor: &mut Cursor) -> Option<(Value, RuleId)> {
    let weekday = cursor.attempt(weekday_before);
    let readings: [(Reader, RuleId); 5] = [
        (year_first, YEAR_FIRST),
        (numeric, NUMERIC),
        (month_first, MONTH_FIRST),
        (day_first, DAY_FIRST),
        (compact, COMPACT),
    ];
    readings.into_iter().find_map(|(read, rule)| {
        let date = cursor.attempt(read)?;
        Some((Value::Date(DateValue { weekday, ..date }), rule))
    })
}

fn may_begin_here(cursor: &Cursor) -> bool {
    cursor.glued_left().is_none_or(|token: Token| match token.kind {
        TokenKind::Mark(mark) => !matches!(mark, '.' | '/' | '#' | '$' | '%' | '=' | '&' | '-' | ','),
        TokenKind::Number | TokenKind::Address => false,
        TokenKind::Word => matches!(cursor.tokens().lower(token), "on" | "since"),
    })
}

/// `Tue`, `Tuesday,`, `Tuesday the`.
fn weekday_before(cursor: &mut Cursor) -> Option<u8> {
    let weekday = month::weekday(cursor.word()?)?;
    let _ = cursor.eat_mark('.') || cursor.eat_mark(',');
    let _ = cursor.eat_word(&["the", "on"]);
    Some(weekday)
}

/// `2023-05-09`, `2023/5/9`, `2015.05.25`, `2023-Aug-09`, `2018 March 18`.
fn year_first(cursor: &mut Cursor) -> Option<DateValue> {
    let (year, _) = cursor.number(4..=4)?;
    let separator = cursor.attempt(|c| {
        c.peek_glued()?;
        c.eat_any_mark(&['-', '/', '.'])
    });
    let month = match (separator, cursor.peek()?.kind) {
        (Some(_), TokenKind::Number) => u8::try_from(cursor.glued_number(1..=2)?.0).ok()?,
        (_, TokenKind::Word) => month::month(cursor.word()?)?,
        _ => return None,
    };
    if let Some(separator) = separator {
        cursor.eat_glued(separator).then_some(())?;
    }
    let (day, _) = cursor.number(1..=2)?;
    let _ = cursor.attempt(ordinal);
    ends_here(cursor).then_some(())?;
    plain(Some(plausible_year(year)?), month, day)
}

/// `12/31/2024`, `31.12.24`, `06/Nov/2023`, `05-25-2015`.
fn numeric(cursor: &mut Cursor) -> Option<DateValue> {
    let (first, _) = cursor.number(1..=2)?;
    cursor.peek_glued()?;
    let separator = cursor.eat_any_mark(&['/', '-', '.'])?;
    if cursor.peek_glued()?.kind == TokenKind::Word {
        let month = month::month(cursor.word()?)?;
        let _ = cursor.eat_glued(separator);
        let year = cursor.attempt(year_after);
        ends_here(cursor).then_some(())?;
        return plain(year, month, first);
    }
    let (second, _) = cursor.glued_number(1..=2)?;
    cursor.eat_glued(separator).then_some(())?;
    let (year, digits) = cursor.glued_number(2..=4)?;
    let year = match digits {
        // 2.10.14 is a version as often as a date.
        2 if separator != '.' => two_digit_year(year),
        4 => plausible_year(year)?,
        _ => return None,
    };
    ends_here(cursor).then_some(())?;
    either_order(year, first, second)
}

/// `May 9th, 2023`, `Jan. 3`, `January23`, `October, 1st`, `february the 15th`, `Oct 26 11:00:09 2023`.
fn month_first(cursor: &mut Cursor) -> Option<DateValue> {
    let name = cursor.peek()?;
    let month = month::month(cursor.word()?)?;
    let _ = cursor.attempt(|c| {
        c.eat_any_mark(&['.', ',', '-', '/'])?;
        Some(())
    });
    let _ = cursor.eat_word(&["the"]);
    let (day, _) = cursor.number(1..=2)?;
    let is_ordinal = cursor.attempt(ordinal).is_some();
    // "may 5 users" is a verb; a month is written with a capital, an ordinal or a year.
    let is_verb = cursor.tokens().lower(name) == "may" && name.case == Case::Lower && !is_ordinal;
    let year = cursor.attempt(|c| {
        let _ = c.eat_any_mark(&[',', '-', '/']);
        let _ = c.eat_word(&["of", "in"]);
        year_after(c)
    });
    ends_here(cursor).then_some(())?;
    (year.is_some() || !is_verb).then_some(())?;
    plain(year, month, day)
}

/// `9 May 2023`, `23rd of february, 2016`, `16. Nov. 2016`, `15Sep`.
fn day_first(cursor: &mut Cursor) -> Option<DateValue> {
    let _ = cursor.eat_word(&["the"]);
    let (day, _) = cursor.number(1..=2)?;
    let is_ordinal = cursor.attempt(ordinal).is_some();
    let _ = cursor.attempt(|c| c.eat_any_mark(&['.', '-', ',']));
    let _ = cursor.eat_word(&["of"]);
    let name = cursor.peek()?;
    let month = month::month(cursor.word()?)?;
    let year = cursor.attempt(|c| {
        let _ = c.eat_any_mark(&['.', ',', '-', '/']);
        let _ = c.eat_any_mark(&[',']);
        let _ = c.eat_word(&["of", "in"]);
        year_after(c)
    });
    let is_other_word = name.case == Case::Lower && matches!(cursor.tokens().lower(name), "may" | "march");
    (is_ordinal || year.is_some() || !is_other_word).then_some(())?;
    plain(year, month, day)
}

/// `20230509`.
fn compact(cursor: &mut Cursor) -> Option<DateValue> {
    let (number, _) = cursor.number(8..=8)?;
    let year = number / 10_000;
    (1990..2100).contains(&year).then_some(())?;
    ends_here(cursor).then_some(())?;
    plain(Some(plausible_year(year)?), u8::try_from(number / 100 % 100).ok()?, number % 100)
}

/// `st`, `nd`, `rd`, `th` glued to the day, the wrong one too (`23th`).
pub(super) fn ordinal(cursor: &mut Cursor) -> Option<()> {
    cursor.peek_glued()?;
    cursor.eat_word(&["st", "nd", "rd", "th"]).then_some(())
}

/// A year of four digits, or one of two with an apostrophe.
pub(super) fn year_after(cursor: &mut Cursor) -> Option<i32> {
    if cursor.eat_mark('\'') {
        return cursor.glued_number(2..=2).map(|(year, _)| two_digit_year(year));
    }
    let (year, _) = cursor.number(4..=4)?;
    // "9 May 2015hrs" and "9 May 2010: ..." differ in what is glued to the digits.
    let is_time = cursor.peek_glued().is_some_and(|t| t.kind == TokenKind::Word);
    (!is_time).then(|| plausible_year(year))?
}

fn ends_here(cursor: &Cursor) -> bool {
    cursor.peek_glued().is_none_or(|token| match token.kind {
        TokenKind::Number => false,
        TokenKind::Mark(mark) => !matches!(mark, '%' | '/'),
        _ => true,
    })
}

fn plausible_year(year: u32) -> Option<i32> {
    (1970..2200).contains(&year).then(|| i32::try_from(year).ok())?
}

fn two_digit_year(year: u32) -> i32 {
    // OK because the caller read two digits.
    let year = i32::try_from(year).unwrap_or(0);
    if year < 70 { 2000 + year } else { 1900 + year }
}

fn plain(year: Option<i32>, month: u8, day: u32) -> Option<DateValue> {
    let date = PartialDate::new(year, month, u8::try_from(day).ok()?)?;
    Some(DateValue { date, day_first: None, weekday: None })
}

/// A numeric date in whichever order the calendar allows; both where it allows both.
fn either_order(year: i32, first: u32, second: u32) -> Option<DateValue> {
    let reading = |month: u32, day: u32| {
        PartialDate::new(Some(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    };
    let month_first = reading(first, second);
    let day_first = reading(second, first);
    let date = month_first.or(day_first)?;
    let other = day_first.filter(|other| *other != date);
    Some(DateValue { date, day_first: other, weekday: None })
}
