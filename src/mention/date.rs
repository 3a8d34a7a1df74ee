//! Dates: `2023-05-09`, `May 9th, 2023`, `9 May`, `Tue, 12/31/2024`, `06/Nov/2023`.
//!
//! *Refuses* days that the calendar does not have, month names used as other words ("may"), and
//! numbers that are part of something longer (versions, telephone numbers).

use super::date_parts::{self, Form};
use super::value::{DateValue, Value};
use super::{clause, month, number, short_date, spaced_date};
use crate::incident::{PartialDate, RuleId};
use crate::text::{Case, Cursor, Token, TokenKind};

/// A date with the year first: `2023-05-09`, `2023/5/9`, `2023 May 9`.
const YEAR_FIRST: RuleId = RuleId::new("date-year-first");
/// A month's name before the day: `May 9th, 2023`, `Oct. 7`.
pub(super) const MONTH_FIRST: RuleId = RuleId::new("date-month-name-first");
/// The day before a month's name: `9 May 2023`, `the 9th of May`, `09-May-23`.
pub(super) const DAY_FIRST: RuleId = RuleId::new("date-day-first");
/// Three numbers with slashes, dots or hyphens; where day and month cannot be told apart, both readings are kept: `9/5/2023`. With dots the day is first.
const NUMERIC: RuleId = RuleId::new("date-numeric");
/// Three numbers with commas or spaces between them, before a clock time or behind a field's name: `03, 14, 2024, 10:00`.
const SPACED: RuleId = RuleId::new("date-spaced");
/// Eight digits without marks: `20230509`.
const COMPACT: RuleId = RuleId::new("date-compact");
/// Day and month in numbers, beside a weekday, a clock time or a word such as "on".
const SHORT: RuleId = RuleId::new("date-short");

type Reader = fn(&mut Cursor) -> Option<DateValue>;

/// The forms of whole dates, in the order in which they are tried.
const READINGS: [(Reader, RuleId); 6] = [
    (year_first, YEAR_FIRST),
    (numeric, NUMERIC),
    (spaced_date::recognize, SPACED),
    (month_first, MONTH_FIRST),
    (day_first, DAY_FIRST),
    (compact, COMPACT),
];

/// Reads a date.
pub(super) fn recognize(cursor: &mut Cursor) -> Option<(Value, RuleId)> {
    if !may_begin_here(cursor) {
        return None;
    }
    read(cursor)
}

/// Reads a date whatever stands to the left of it, such as the dash of a range.
pub(super) fn read(cursor: &mut Cursor) -> Option<(Value, RuleId)> {
    let before = cursor.attempt(date_parts::weekday_before);
    let full = READINGS.iter().find_map(|(read, rule)| cursor.attempt(read).map(|date| (date, *rule)));
    let short = || cursor.attempt(|c| short_date::recognize(c, before.is_some())).map(|date| (date, SHORT));
    let (date, rule) = full.or_else(short)?;
    let weekday = match before {
        Some((weekday, bracket)) => {
            let _ = bracket && cursor.eat_mark(')');
            Some(weekday)
        }
        None => cursor.attempt(date_parts::weekday_behind),
    };
    Some((Value::Date(DateValue { weekday, ..date }), rule))
}

fn may_begin_here(cursor: &Cursor) -> bool {
    cursor.glued_left().is_none_or(|token: &Token| match token.kind {
        TokenKind::Mark(mark) => !matches!(mark, '.' | '/' | '#' | '$' | '%' | '=' | '&' | '-' | ','),
        TokenKind::Number | TokenKind::Address => false,
        TokenKind::Word => cursor.tokens().reads(token, "on|since"),
    })
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
    let _ = cursor.attempt(date_parts::ordinal);
    ends_here(cursor).then_some(())?;
    plain(Some(date_parts::plausible(year)?), month, day)
}

/// `12/31/2024`, `31.12.24`, `06/Nov/2023`, `05-25-2015`.
fn numeric(cursor: &mut Cursor) -> Option<DateValue> {
    let (first, _) = cursor.number(1..=2)?;
    cursor.peek_glued()?;
    let separator = cursor.eat_any_mark(&['/', '-', '.'])?;
    if cursor.peek_glued()?.kind == TokenKind::Word {
        let month = month::month(cursor.word()?)?;
        let joined = cursor.eat_glued(separator);
        let short = |c: &mut Cursor| {
            joined.then_some(())?;
            let (year, _) = c.glued_number(2..=2)?;
            date_parts::of_two_digits(year)
        };
        let year = cursor.attempt(date_parts::year).or_else(|| cursor.attempt(short));
        ends_here(cursor).then_some(())?;
        return plain(year, month, first);
    }
    let (second, _) = cursor.glued_number(1..=2)?;
    cursor.eat_glued(separator).then_some(())?;
    let (year, digits) = cursor.glued_number(2..=4)?;
    let year = match digits {
        // 2.10.14 is a version as often as a date.
        2 if separator != '.' => date_parts::of_two_digits(year)?,
        4 => date_parts::plausible(year)?,
        _ => return None,
    };
    ends_here(cursor).then_some(())?;
    // Those who write dots put the day first.
    let dotted = || plain(Some(year), u8::try_from(second).ok().filter(|_| separator == '.')?, first);
    dotted().or_else(|| either_order(Some(year), first, second))
}

/// `May 9th, 2023`, `Jan. 3`, `January23`, `October, 1st`, `february the 15th`, `March twenty-first`,
/// `Oct 26 11:00:09 2023`.
fn month_first(cursor: &mut Cursor) -> Option<DateValue> {
    let name = cursor.peek()?;
    let month = month::month(cursor.word()?)?;
    let _ = cursor.eat_any_mark(&['.', ',', '-', '/']);
    let _ = cursor.eat_word("the");
    let ordinal_or_digits = cursor.attempt(date_parts::day);
    let (day, form) = match ordinal_or_digits {
        Some(day) => day,
        // "march twenty one" needs its year: "in March two hosts failed".
        None => (number::spelled(cursor)?, Form::Spelled),
    };
    let year = cursor.attempt(|c| {
        let _ = c.eat_any_mark(&[',', '-', '/']);
        let _ = c.eat_word("of|in");
        date_parts::year(c)
    });
    let year = year.or_else(|| cursor.attempt(date_parts::short_year));
    let year = year.or_else(|| cursor.attempt(|c| spaced_date::short_year(c, day)));
    ends_here(cursor).then_some(())?;
    let is_may = cursor.tokens().reads(name, "may");
    let is_date = match form {
        // "may 5 users" is a verb; a month is written with a capital, an ordinal or a year.
        Form::Digits => !is_may || name.case != Case::Lower || clause::ends(*cursor),
        Form::Ordinal => true,
        // "April first responders"
        Form::Spelled => {
            ordinal_or_digits.is_some()
                && ((day > 3 && !is_may) || clause::ends(*cursor) || cursor.at_word("at"))
        }
    };
    (year.is_some() || is_date).then_some(())?;
    plain(year.or_else(|| date_parts::year_behind_time(*cursor)), month, day)
}

/// `9 May 2023`, `23rd of february, 2016`, `16. Nov. 2016`, `15Sep`, `the third of March`.
fn day_first(cursor: &mut Cursor) -> Option<DateValue> {
    let _ = cursor.eat_word("the");
    let (day, form) = date_parts::day(cursor)?;
    let _ = cursor.eat_any_mark(&['.', '-', ',']);
    let of = cursor.eat_word("of");
    let name = cursor.peek()?;
    let month = month::month(cursor.word()?)?;
    let year = cursor.attempt(|c| {
        let _ = c.eat_any_mark(&['.', ',', '-', '/']);
        let _ = c.eat_any_mark(&[',']);
        let _ = c.eat_word("of|in");
        date_parts::year(c)
    });
    let year = year.or_else(|| cursor.attempt(date_parts::short_year));
    let other_word = name.case == Case::Lower && cursor.tokens().reads(name, "may|march");
    let is_date = match form {
        Form::Digits => !other_word || clause::ends(*cursor),
        // "the 2nd may fail"
        Form::Ordinal => !other_word || cursor.peek_word().is_none(),
        Form::Spelled => false,
    };
    (of || year.is_some() || is_date).then_some(())?;
    plain(year.or_else(|| date_parts::year_behind_time(*cursor)), month, day)
}

/// `20230509`.
fn compact(cursor: &mut Cursor) -> Option<DateValue> {
    let (number, _) = cursor.number(8..=8)?;
    let year = number / 10_000;
    (1990..2100).contains(&year).then_some(())?;
    ends_here(cursor).then_some(())?;
    plain(Some(date_parts::plausible(year)?), u8::try_from(number / 100 % 100).ok()?, number % 100)
}

/// Whether nothing glued to the date makes it part of something longer.
pub(super) fn ends_here(cursor: &Cursor) -> bool {
    cursor.peek_glued().is_none_or(|token| match token.kind {
        TokenKind::Number => false,
        TokenKind::Mark(mark) => !matches!(mark, '%' | '/'),
        _ => true,
    })
}

pub(super) fn plain(year: Option<i32>, month: u8, day: u32) -> Option<DateValue> {
    let date = PartialDate::new(year, month, u8::try_from(day).ok()?)?;
    Some(DateValue { date, day_first: None, weekday: None })
}

/// A numeric date in whichever order the calendar allows; both where it allows both.
pub(super) fn either_order(year: Option<i32>, first: u32, second: u32) -> Option<DateValue> {
    let reading =
        |month: u32, day: u32| PartialDate::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let month_first = reading(first, second);
    let day_first = reading(second, first);
    let date = month_first.or(day_first)?;
    let other = day_first.filter(|other| *other != date);
    Some(DateValue { date, day_first: other, weekday: None })
}
