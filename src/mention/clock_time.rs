//! Clock times: `14:30`, `2:30 PM`, `10am`, `2100hrs`, `13:04:05.123`, `noon`.
//!
//! *Refuses* ratios (`4:3`), hours past 24, parts of longer numbers (addresses, versions), and bare
//! numbers without anything that makes them a time.

use super::value::{ClockValue, Meridiem, Value};
use super::{clock_words, day_half, dotted, listed, zone};
use crate::incident::{ClockTime, RuleId};
use crate::text::{Case, Cursor, Gap, Token, TokenKind};

/// Hours and minutes with a colon, and what stands behind them: seconds, "pm", "in the afternoon".
const COLON: RuleId = RuleId::new("clock-colon");
/// An hour, with or without minutes, and "am" or "pm"; with minutes behind a full stop, a zone will do.
const MERIDIEM: RuleId = RuleId::new("clock-meridiem");
/// Four digits with "hrs", "Z" or the name of a zone behind them.
const FOUR_DIGITS: RuleId = RuleId::new("clock-four-digits");
/// Four digits that their place makes a time: behind a date, after "at" with a nought before them, or at the
/// head of a line among others of the kind.
const LISTED: RuleId = RuleId::new("clock-listed");
/// Hours and minutes with a full stop between them at the head of a line, among lines that begin so and rise.
const DOTTED: RuleId = RuleId::new("clock-dotted");
/// Hours and minutes with an "h" between them.
const H_FORM: RuleId = RuleId::new("clock-h");
/// Noon or midnight.
const NAMED: RuleId = RuleId::new("clock-named");
/// Minutes past, after or before an hour: "half past three", "ten to eight".
const PAST: RuleId = RuleId::new("clock-past");
/// An hour in words, or a bare one with "o'clock" or a part of the day behind it.
const WORDS: RuleId = RuleId::new("clock-words");
/// Four or six digits behind the "T" of a compact timestamp: `20230509T180500`.
const COMPACT: RuleId = RuleId::new("clock-compact");

type Reader = fn(&mut Cursor) -> Option<ClockValue>;

/// The forms, in the order in which they are tried.
const READINGS: [(Reader, RuleId); 9] = [
    (colon_form, COLON),
    (meridiem_form, MERIDIEM),
    (dotted::at_head, DOTTED),
    (four_digits, FOUR_DIGITS),
    (listed::digits, LISTED),
    (h_form, H_FORM),
    (named, NAMED),
    (clock_words::before_or_past, PAST),
    (clock_words::hour_in_words, WORDS),
];

/// Reads a clock time.
pub(super) fn recognize(cursor: &mut Cursor) -> Option<(Value, RuleId)> {
    // The T of 2023-05-09T14:30 is part of the form, not of the time.
    if cursor.at_word("t") {
        return iso_time(cursor);
    }
    if !may_begin_here(cursor) {
        return None;
    }
    READINGS
        .iter()
        .find_map(|(read, rule)| cursor.attempt(read).map(|clock| (Value::ClockTime(clock), *rule)))
}

fn may_begin_here(cursor: &Cursor) -> bool {
    // fe80::12:34 is an address.
    let colon = TokenKind::Mark(':');
    if cursor.glued_pair_left().is_some_and(|(near, far)| near.kind == colon && far.kind == colon) {
        return false;
    }
    if follows_list_number(cursor) {
        return true;
    }
    cursor.glued_left().is_none_or(|token: &Token| match token.kind {
        // "2:40am GMT+1/07:40am PST" says it twice.
        TokenKind::Mark('/') => {
            let mut after = *cursor;
            colon_form(&mut after).is_some() && zone::begins(after)
        }
        TokenKind::Mark(mark) => !matches!(mark, '.' | '_' | '#' | '$' | '%' | '=' | '&' | '+'),
        // "at10:30" and "UTC14:05" happen; "IPv4:80" and "Version1:20" are no times.
        TokenKind::Word => cursor.tokens().reads(token, "at|from|t|utc"),
        TokenKind::Number | TokenKind::Address => false,
    })
}

/// "9.10:40 Restored": the number of an entry that no space sets off.
fn follows_list_number(cursor: &Cursor) -> bool {
    let pair = cursor.glued_pair_left();
    let number = pair.filter(|(near, _)| near.kind == TokenKind::Mark('.')).map(|(_, far)| far);
    let heads = number
        .is_some_and(|far| far.kind == TokenKind::Number && far.gap >= Gap::Line && far.span.len() <= 2);
    let mut after = *cursor;
    heads && colon_form(&mut after).is_some()
}

fn iso_time(cursor: &mut Cursor) -> Option<(Value, RuleId)> {
    let before = cursor.glued_left()?;
    if before.kind != TokenKind::Number {
        return None;
    }
    cursor.bump();
    cursor.peek_glued()?;
    if let Some(clock) = cursor.attempt(colon_form) {
        return Some((Value::ClockTime(clock), COLON));
    }
    // Compact digits are a time only behind a compact date.
    (before.span.len() == 8).then_some(())?;
    compact_form(cursor).map(|clock| (Value::ClockTime(clock), COMPACT))
}

/// The `1430` or `143005` of `20230509T143005Z`.
fn compact_form(cursor: &mut Cursor) -> Option<ClockValue> {
    let (number, digits) = cursor.number(4..=6)?;
    match digits {
        4 => clock(number / 100, number % 100, None, None),
        6 => clock(number / 10_000, number / 100 % 100, Some(number % 100), None),
        _ => None,
    }
}

/// `14:30`, `14:30:05`, `14:30:05.123`, `2:30 PM`, `9:06a`, `PM 2:30`.
fn colon_form(cursor: &mut Cursor) -> Option<ClockValue> {
    let before = day_half::before(cursor);
    let (hour, _) = cursor.number(1..=2)?;
    cursor.eat_glued(':').then_some(())?;
    let (minute, _) = cursor.glued_number(2..=2)?;
    let second = cursor.attempt(|c| c.eat_glued(':').then(|| c.glued_number(2..=2))?).map(|(s, _)| s);
    if second.is_some() {
        let _ = cursor.attempt(|c| c.eat_any_mark(&['.', ',']).and_then(|_| c.glued_number(1..=9)));
        let _ = cursor.attempt(|c| c.eat_glued(':').then(|| c.glued_number(3..=3))?);
    }
    let meridiem = day_half::recognize(cursor, hour).or_else(|| cursor.attempt(day_half::glued_letter));
    let meridiem = meridiem.or(before);
    ends_here(*cursor).then_some(())?;
    clock(hour, minute, second, meridiem)
}

/// Whether no further digits belong to the time; `10:05: paged` does end there.
fn ends_here(mut cursor: Cursor) -> bool {
    let Some(token) = cursor.peek_glued() else { return true };
    match token.kind {
        TokenKind::Mark(':') => {
            cursor.bump();
            cursor.peek_glued().is_none_or(|next| next.kind != TokenKind::Number)
        }
        TokenKind::Mark('%') | TokenKind::Number => false,
        _ => true,
    }
}

/// `10 am`, `10am`, `8.30pm`, `830am`, `3:AM`, `14.05 CET`.
fn meridiem_form(cursor: &mut Cursor) -> Option<ClockValue> {
    let (number, digits) = cursor.number(1..=4)?;
    let (hour, minute) = match digits {
        1 | 2 => {
            let minute = cursor.attempt(|c| c.eat_glued('.').then(|| c.glued_number(2..=2))?);
            (number, minute.map_or(0, |(m, _)| m))
        }
        _ => (number / 100, number % 100),
    };
    // "3:AM" has lost its minutes.
    let without_minutes = |c: &mut Cursor| {
        c.eat_glued(':').then(|| c.peek_glued())??;
        day_half::meridiem(c)
    };
    let half = cursor.attempt(day_half::meridiem).or_else(|| cursor.attempt(without_minutes));
    let Some(meridiem) = half else {
        // A full stop between hours and minutes is a decimal point without a zone.
        let zoned = cursor.peek().is_some_and(|token| token.case == Case::Upper) && zone::begins(*cursor);
        return (digits <= 2 && cursor.span().len() >= 4 && zoned)
            .then(|| clock(hour, minute, None, None))?;
    };
    // Nobody writes 14PM; 14:05 PM happens.
    (1..=12).contains(&hour).then_some(())?;
    clock(hour, minute, None, Some(meridiem))
}

/// `2100hrs`, `2100 hrs`, `at 1430 hours`, `1300 UTC`, `0930h`, `0530Z`.
fn four_digits(cursor: &mut Cursor) -> Option<ClockValue> {
    let at = cursor.tokens().word_before_is(cursor.index(), "at");
    let (number, _) = cursor.number(4..=4)?;
    let glued = cursor.peek_glued().is_some();
    let is_time = if glued { cursor.eat_word("hrs|h|hr") } else { cursor.eat_word("hrs") };
    // 1430 hours are two months, unless they are a point in time.
    let military = !is_time && (number < 1000 || at) && cursor.eat_word("hours|h");
    // 2012-1400 is no time with an offset: only the name of a zone settles it.
    let zoned = || cursor.peek_word().is_some() && zone::begins(*cursor);
    (is_time || military || zoned()).then_some(())?;
    clock(number / 100, number % 100, None, None)
}

/// `10h47`. With an `m` behind it, it is a duration.
fn h_form(cursor: &mut Cursor) -> Option<ClockValue> {
    let at = cursor.tokens().word_before_is(cursor.index(), "at");
    let (hour, digits) = cursor.number(1..=2)?;
    (cursor.peek_glued()?.kind == TokenKind::Word && cursor.eat_word("h")).then_some(())?;
    let (minute, _) = cursor.glued_number(2..=2)?;
    let duration = cursor.peek_glued().is_some_and(|t| t.kind == TokenKind::Word);
    ((digits == 2 || at || zone::begins(*cursor)) && !duration).then_some(())?;
    clock(hour, minute, None, None)
}

/// `noon`, `12 noon`, `midnight`.
fn named(cursor: &mut Cursor) -> Option<ClockValue> {
    if cursor.peek()?.kind == TokenKind::Number {
        let (hour, _) = cursor.number(2..=2)?;
        (hour == 12).then_some(())?;
    }
    let hour = day_half::noon_or_midnight(cursor.word()?)?;
    // "Noon PM" says it twice.
    let _ = cursor.attempt(day_half::meridiem);
    clock(hour, 0, None, None)
}

/// The time of day; an hour past 12 with "PM" and 0 with "am" say the same twice and are taken.
pub(super) fn clock(
    hour: u32,
    minute: u32,
    second: Option<u32>,
    meridiem: Option<Meridiem>,
) -> Option<ClockValue> {
    let hour = match (meridiem, hour) {
        (Some(Meridiem::Am), 12) => 0,
        (Some(Meridiem::Pm), 1..=11) => hour + 12,
        _ => hour,
    };
    let second = match second {
        Some(second) => Some(u8::try_from(second).ok()?),
        None => None,
    };
    let time = ClockTime::new(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, second)?;
    Some(ClockValue { time, meridiem })
}
