//! One end of a range that may be only a number.

use crate::incident::RuleId;
use crate::mention::value::{ClockValue, DateValue, Value};
use crate::mention::{clock_time, date, date_parts, day_half, month, number};
use crate::text::{Cursor, TokenKind};

/// What an end of a range says.
pub(super) enum End {
    Date(DateValue, RuleId),
    Clock(ClockValue, RuleId),
    Number(Bare),
    /// Two numbers with a slash between them.
    Slashed((u32, u32)),
}

/// A number that only the other end makes an hour or a day.
#[derive(Clone, Copy)]
pub(super) struct Bare {
    pub(super) value: u32,
    /// The minutes of "three thirty".
    pub(super) minutes: u32,
    /// How many digits; 0 where it is written in words.
    pub(super) digits: usize,
    /// Whether it is written as `3rd`, which makes it a day.
    pub(super) ordinal: bool,
}

/// The end that a range begins with.
pub(super) fn first(cursor: &mut Cursor, opened: bool) -> Option<End> {
    let token = cursor.peek()?;
    match token.kind {
        TokenKind::Number => {}
        TokenKind::Word => {
            let word = cursor.tokens().lower(token);
            let hour = number::is_small(word) || day_half::noon_or_midnight(word).is_some();
            let opens = month::month(word).is_some() || (opened && hour);
            opens.then_some(())?;
        }
        _ => return None,
    }
    // What is glued to the left makes the number part of something longer.
    let stands_free = cursor
        .glued_left()
        .is_none_or(|t| matches!(t.kind, TokenKind::Mark('(' | '[' | '"' | '\'' | '|' | '*' | '~')));
    stands_free.then_some(())?;
    read(cursor, opened)
}

/// The end that a range ends with.
pub(super) fn second(cursor: &mut Cursor, opened: bool) -> Option<End> {
    read(cursor, opened)
}

fn read(cursor: &mut Cursor, opened: bool) -> Option<End> {
    if let Some((Value::Date(date), rule)) = cursor.attempt(date::read) {
        return Some(End::Date(date, rule));
    }
    // "1330-1400 UTC" has no offset in it.
    if let Some(bare) = cursor.attempt(|c| digits(c).filter(|bare| bare.digits == 4)) {
        return Some(End::Number(bare));
    }
    if let Some((Value::ClockTime(clock), rule)) = cursor.attempt(clock_time::recognize) {
        return Some(End::Clock(clock, rule));
    }
    let slashed = cursor.attempt(|c| {
        let (a, _) = c.number(1..=2)?;
        c.eat_glued('/').then_some(())?;
        Some((a, c.glued_number(1..=2)?.0))
    });
    if let Some(pair) = slashed {
        return Some(End::Slashed(pair));
    }
    cursor.attempt(digits).or_else(|| cursor.attempt(|c| words(c).filter(|_| opened))).map(End::Number)
}

fn digits(cursor: &mut Cursor) -> Option<Bare> {
    let (value, digits) = cursor.number(1..=4)?;
    (digits != 3).then_some(())?;
    let ordinal = cursor.attempt(date_parts::ordinal).is_some();
    Some(Bare { value, minutes: 0, digits, ordinal })
}

/// `three`, `three thirty`.
fn words(cursor: &mut Cursor) -> Option<Bare> {
    let value = number::one_word(cursor.word()?).filter(|hour| *hour <= 12)?;
    let minutes = cursor.attempt(|c| number::spelled(c).filter(|minutes| (10..60).contains(minutes)));
    Some(Bare { value, minutes: minutes.unwrap_or(0), digits: 0, ordinal: false })
}
