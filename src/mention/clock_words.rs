//! Clock times in words: `seven o'clock`, `half past three pm`, `ten to eight`, `6 in the morning`,
//! `seven thirty am`.
//!
//! *Refuses* an hour with nothing that makes it one ("at seven", "three thirty flight"), and numbers
//! that count something else ("from 10 minutes to 5", "one in the morning and one at night").

use super::clock_time::clock;
use super::number;
use super::value::ClockValue;
use super::{clause, day_half, month, zone};
use crate::text::{Cursor, TokenKind, group_of, is_one_of};

/// `seven o'clock`, `10 o'clock am`, `ten am`, `6 in the morning`, `seven thirty pm`, `at nine thirty`.
pub(super) fn hour_in_words(cursor: &mut Cursor) -> Option<ClockValue> {
    let opened = follows_opener(cursor);
    let counted = !opened && follows_list(cursor);
    let in_words = cursor.peek()?.kind == TokenKind::Word;
    let hour = hour(cursor)?;
    if cursor.attempt(day_half::o_clock).is_some() {
        return clock(hour, 0, None, day_half::recognize(cursor, hour));
    }
    let minute = if in_words { cursor.attempt(minute_in_words) } else { None };
    let alone = minute.is_none() && !opened;
    let half = cursor.attempt(day_half::meridiem).or_else(|| {
        // "restarted 6 this morning" counts; "6 in the morning" is a time.
        let named = !alone || (cursor.at_word("in|at|tonight") && !counted);
        let half = cursor.attempt(|c| named.then(|| day_half::part_of_day(c, hour))?)?;
        (!alone || !counts_on(cursor)).then_some(half)
    });
    let is_time = half.is_some() || (minute.is_some() && opened && ends_clause(*cursor));
    (is_time && (1..=12).contains(&hour)).then(|| clock(hour, minute.unwrap_or(0), None, half))?
}

/// `half past three pm`, `a quarter to eight`, `15 past 3`, `20 minutes past 3pm`, `at ten to nine`.
pub(super) fn before_or_past(cursor: &mut Cursor) -> Option<ClockValue> {
    let opened = follows_opener(cursor);
    let follows = |word: &str| cursor.tokens().word_before_is(cursor.index(), word);
    let (lasting, by) = (follows("for"), follows("by"));
    let apart = minutes_apart(cursor)?;
    let relation = cursor.word()?;
    let past = match group_of(relation, "past|after|to till til before")? {
        0 if apart.is_part || !lasting => true,
        1 if apart.is_part || opened => true,
        // "at 5 to 8 pm" lasts three hours.
        2 if apart.is_part || ((opened || by) && !apart.bare) => false,
        _ => return None,
    };
    let hour = hour(cursor)?;
    let o_clock = cursor.attempt(day_half::o_clock).is_some();
    let half = day_half::recognize(cursor, hour);
    let settled = o_clock || half.is_some() || zone::begins(*cursor);
    let says_past = relation == "past";
    let likely = (opened || says_past) && ends_clause(*cursor);
    (settled || likely || (says_past && apart.is_part)).then_some(())?;
    let time = clock(hour, 0, None, half)?.time;
    let total = u32::from(time.hour) * 60 + if past { apart.minutes } else { 24 * 60 - apart.minutes };
    let moved = clock(total / 60 % 24, total % 60, None, None)?;
    Some(ClockValue { meridiem: half, ..moved })
}

/// The minutes before or after an hour.
struct Apart {
    minutes: u32,
    /// Whether they are told as a part of the hour: "half", "a quarter".
    is_part: bool,
    /// Whether they are mere digits, which could count anything.
    bare: bool,
}

fn minutes_apart(cursor: &mut Cursor) -> Option<Apart> {
    let parts = cursor.attempt(|c| {
        let three = c.eat_word("three");
        let _ = !three && c.eat_word("a");
        c.eat_word("quarter|quarters").then_some(if three { 45 } else { 15 })
    });
    if let Some(minutes) = parts {
        return Some(Apart { minutes, is_part: true, bare: false });
    }
    if cursor.eat_word("half") {
        return cursor.at_word("past").then_some(Apart { minutes: 30, is_part: true, bare: false });
    }
    let digits = cursor.peek()?.kind == TokenKind::Number;
    let minutes = small_number(cursor).filter(|minutes| (1..60).contains(minutes))?;
    let named = cursor.eat_word("minutes|minute|mins|min");
    Some(Apart { minutes, is_part: false, bare: digits && !named })
}

fn hour(cursor: &mut Cursor) -> Option<u32> {
    if cursor.peek()?.kind == TokenKind::Number {
        return small_number(cursor).filter(|hour| *hour <= 24);
    }
    let word = cursor.word()?;
    day_half::noon_or_midnight(word).or_else(|| number::one_word(word).filter(|hour| *hour <= 12))
}

fn small_number(cursor: &mut Cursor) -> Option<u32> {
    match cursor.peek()?.kind {
        TokenKind::Number => cursor.number(1..=2).map(|(number, _)| number),
        _ => number::spelled(cursor),
    }
}

/// `thirty`, `thirty five`, `oh five`.
fn minute_in_words(cursor: &mut Cursor) -> Option<u32> {
    if cursor.eat_word("oh|o") {
        return number::one_word(cursor.word()?).filter(|minute| *minute < 10);
    }
    number::spelled(cursor).filter(|minute| (10..60).contains(minute))
}

/// Whether the word before makes a time of what follows: "at nine thirty", "it's five to eight", "March 3rd
/// nine thirty".
fn follows_opener(cursor: &Cursor) -> bool {
    let Some(before) = cursor.previous() else { return false };
    let word = cursor.tokens().lower(before);
    is_one_of(word, "at|is|s|it|was|until|till|around|about|since|st|nd|rd|th")
        || month::weekday(word).is_some()
        || number::ordinal(word).is_some()
}

/// Whether the number is one of several that are counted: "one in the morning and one at night", but not
/// "between two and three in the morning".
fn follows_list(cursor: &Cursor) -> bool {
    let Some(before) = cursor.previous() else { return false };
    let ends_range = || {
        let first = cursor.index().checked_sub(2);
        first.is_some_and(|first| cursor.tokens().word_before_is(first, "between"))
    };
    cursor.tokens().reads(before, ",|or|the|this|that|each|only|just")
        || cursor.tokens().reads(before, "and") && !ends_range()
}

fn counts_on(cursor: &Cursor) -> bool {
    cursor.at_word("and|or") || cursor.at_mark(',')
}

/// Whether no noun follows that the number could count.
fn ends_clause(cursor: Cursor) -> bool {
    clause::ends(cursor) || cursor.at_word("on") || (cursor.peek_word().is_some() && zone::begins(cursor))
}
