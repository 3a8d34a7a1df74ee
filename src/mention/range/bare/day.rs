//! Days of which only one end names the month: `3-5 June`, `July 13 through 15, 2023`, `5/1-5/7, 2020`.

use super::end::Bare;
use super::{Ends, Frame, ends_here};
use crate::incident::{PartialDate, RuleId};
use crate::mention::value::{DateValue, Value};
use crate::mention::{date, date_parts};
use crate::text::{Cursor, TokenKind};

/// A day of a range whose month and year stand at the range's other end: the 3 of "3 to 5 June 2023".
const DAY_IN_RANGE: RuleId = RuleId::new("date-in-range");
/// A month and a day at one end of a range, without a year: `6/14 - 6/16/2023`.
const SLASHED: RuleId = RuleId::new("date-in-slashed-range");

/// `3-5 June 2023`, `from the 13th to the 15th of July`, `from 2 to April 7`.
pub(super) fn before_date(frame: &Frame, day: Bare, date: &DateValue, rule: RuleId) -> Option<Ends> {
    let month_last = rule == date::DAY_FIRST || (rule == date::MONTH_FIRST && frame.opened.is_some());
    let first = PartialDate { day: day_of(day)?, ..date.date };
    (month_last && first.day < date.date.day).then_some(())?;
    Some([(plain(first), DAY_IN_RANGE), (Value::Date(*date), rule)])
}

/// `July 13-15`, `July 13 through 15, 2023`.
pub(super) fn behind_date(
    cursor: &mut Cursor,
    frame: &Frame,
    (date, rule): (&DateValue, RuleId),
    day: Bare,
) -> Option<Ends> {
    (rule == date::MONTH_FIRST && date.date.year.is_none()).then_some(())?;
    let year = cursor.attempt(year_behind);
    let settled = day.ordinal || year.is_some() || (frame.glued && no_part_of_more(cursor));
    (settled || ends_here(cursor)).then_some(())?;
    let last = PartialDate::new(year, date.date.month, day_of(day)?)?;
    (date.date.day < last.day).then_some(())?;
    Some([(Value::Date(*date), rule), (plain(last), DAY_IN_RANGE)])
}

fn year_behind(cursor: &mut Cursor) -> Option<i32> {
    let _ = cursor.eat_mark(',');
    let _ = cursor.eat_word("of|in");
    date_parts::year(cursor)
}

/// `5/1-5/7, 2020`. Two fractions are no days, unless a year stands behind them.
pub(super) fn slashed(cursor: &mut Cursor, frame: &Frame, a: (u32, u32), b: (u32, u32)) -> Option<Ends> {
    let year = cursor.attempt(year_behind);
    let fractions = a.0 < a.1 && b.0 < b.1;
    let settled = frame.opened.is_some() || frame.glued;
    (year.is_some() || (settled && !fractions && ends_here(cursor))).then_some(())?;
    let days = |turned: bool| {
        let read = |(x, y): (u32, u32)| {
            let (month, day) = if turned { (y, x) } else { (x, y) };
            PartialDate::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
        };
        read(a).zip(read(b)).filter(|(first, last)| first < last)
    };
    let (first, last) = days(false).or_else(|| days(true))?;
    let other = days(false).and_then(|_| days(true)).filter(|other| *other != (first, last));
    let ambiguous = |date, day_first| Value::Date(DateValue { date, day_first, weekday: None });
    Some([
        (ambiguous(first, other.map(|other| other.0)), SLASHED),
        (ambiguous(last, other.map(|other| other.1)), SLASHED),
    ])
}

fn day_of(bare: Bare) -> Option<u8> {
    let day = u8::try_from(bare.value).ok()?;
    ((1..=2).contains(&bare.digits) && (1..=31).contains(&day)).then_some(day)
}

fn no_part_of_more(cursor: &Cursor) -> bool {
    cursor.peek_glued().is_none_or(|token| match token.kind {
        TokenKind::Mark(mark) => {
            matches!(mark, ',' | ')' | ']' | ';' | '"' | '\'' | '|') || ends_here(cursor)
        }
        _ => false,
    })
}

fn plain(date: PartialDate) -> Value {
    Value::Date(DateValue { date, day_first: None, weekday: None })
}
