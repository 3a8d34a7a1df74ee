//! Time zones: `UTC`, `GMT + 1`, `PST`, `US/Pacific`, `Central European Time`, `+05:30`.
//!
//! *Refuses* abbreviations in lower case that are also words ("cat", "est", "west"), unless they
//! follow a clock time or "at".

use super::value::{Value, ZoneName, ZoneOffset, ZoneValue};
use super::zone_names::ABBREVIATIONS;
use super::zone_place::{place, region};
use super::{clause, day_half};
use crate::incident::RuleId;
use crate::text::{Case, Cursor, Gap, TokenKind, is_one_of};

/// A zone's abbreviation, with an offset where one stands behind it: "PST", "UTC+1".
const ABBREVIATION: RuleId = RuleId::new("zone-abbreviation");
/// An offset from UTC right behind a clock time: "+05:30".
const OFFSET: RuleId = RuleId::new("zone-offset");
/// The name of a region or a city before "time": "Pacific Time", "Central European Summer Time".
const REGION: RuleId = RuleId::new("zone-region");
/// A place as the time zone database names it: "US/Pacific", "Europe/Paris".
const PLACE: RuleId = RuleId::new("zone-place");

type Reader = fn(&mut Cursor) -> Option<ZoneValue>;

/// The forms, in the order in which they are tried.
const READINGS: [(Reader, RuleId); 4] =
    [(place, PLACE), (region, REGION), (abbreviation, ABBREVIATION), (bare_offset, OFFSET)];

/// Whether a zone's name or offset begins at the cursor.
pub(super) fn begins(mut cursor: Cursor) -> bool {
    recognize(&mut cursor).is_some()
}

/// Reads a zone.
pub(super) fn recognize(cursor: &mut Cursor) -> Option<(Value, RuleId)> {
    READINGS.iter().find_map(|(read, rule)| cursor.attempt(read).map(|zone| (Value::Zone(zone), *rule)))
}

/// `UTC`, `PST`, `UTC+1`, `GMT + 05:30`, `MSK-1`.
fn abbreviation(cursor: &mut Cursor) -> Option<ZoneValue> {
    let follows_time = follows_time(cursor);
    let token = cursor.peek()?;
    let word = cursor.word()?;
    let (name, offset) = ABBREVIATIONS.find(word)?;
    let is_meant = match name {
        "z" => token.gap == Gap::None && follows_time,
        _ if is_one_of(name, "utc|gmt") => true,
        // EU-WEST-2 is the name of a region.
        _ if Cursor::new(cursor.tokens(), cursor.index() - 1)
            .glued_left()
            .is_some_and(|t| t.kind == TokenKind::Mark('-')) =>
        {
            false
        }
        _ => token.case == Case::Upper || follows_time || lower_case_is_meant(*cursor, word),
    };
    is_meant.then_some(())?;
    let name = ZoneName::Abbreviation(name);
    let follows_bare_time = follows_time && !in_brackets(cursor);
    let Some(minutes) =
        cursor.attempt(|c| if follows_bare_time { offset_behind_time(c) } else { signed_offset(c) })
    else {
        return Some(ZoneValue { name, offset });
    };
    let ZoneOffset::Fixed(base) = offset else { return Some(ZoneValue { name, offset }) };
    Some(ZoneValue { name, offset: ZoneOffset::Fixed(base + minutes) })
}

/// Whether the words around an abbreviation in small letters, behind which the cursor stands, make it a
/// zone: "times in pst", "at hkt".
fn lower_case_is_meant(cursor: Cursor, word: &str) -> bool {
    let index = cursor.index() - 1;
    let after = |leads: &str| cursor.tokens().word_before_is(index, leads);
    (ends_sentence(cursor) && after("at"))
        || (after("in|times") && !is_one_of(word, "west|wet|eat|cat|pet|aft|cot|et|mt|pt|ct"))
}

/// Whether no word goes on the sentence; a small letter behind a full stop does ("est. cost").
fn ends_sentence(mut cursor: Cursor) -> bool {
    if cursor.eat_glued('.') {
        return cursor.peek().is_none_or(|token| token.case != Case::Lower);
    }
    cursor.peek_word().is_none()
}

/// Whether a clock time, or a "(" after one, stands right before the cursor.
pub(super) fn follows_time(cursor: &Cursor) -> bool {
    let tokens = cursor.tokens();
    let mut index = cursor.index();
    if tokens.get(index).is_none_or(|t| t.gap > Gap::Space) {
        return false;
    }
    // A bracket and a full stop, "10 a.m. (PST)", are the most that stand between.
    for _ in 0..3 {
        let Some(token) = tokens.before(index, 1) else { return false };
        match token.kind {
            TokenKind::Number => return true,
            TokenKind::Word => {
                return tokens.reads(token, "am|pm|hrs")
                    || token.gap == Gap::None && tokens.reads(token, "a|p|m|h");
            }
            TokenKind::Mark('(' | '[' | '.') => index -= 1,
            _ => return false,
        }
    }
    false
}

/// `+1`, `- 05:30`, `+0200`, `4:30` glued to the name.
fn signed_offset(cursor: &mut Cursor) -> Option<i32> {
    let sign = if cursor.peek_glued().is_some_and(|t| t.kind == TokenKind::Number) {
        1
    } else {
        match cursor.eat_any_mark(&['+', '-', '\u{B1}'])? {
            '-' => -1,
            _ => 1,
        }
    };
    let minutes = offset_digits(cursor)?;
    Some(sign * minutes)
}

/// The offset of a zone that stands right behind a clock time, where a dash as often leads to the end
/// of a range: "09:05 UTC - 10:20 UTC", "8am PT - 11am PT", "14:05 UTC - 5 nodes down".
fn offset_behind_time(cursor: &mut Cursor) -> Option<i32> {
    let glued = cursor.peek_glued().is_some();
    let dashed = cursor.at_mark('-');
    let first = cursor.index();
    let minutes = signed_offset(cursor)?;
    let glued = glued && cursor.tokens().get(first + 1).is_some_and(|token| token.gap == Gap::None);
    let is_time = cursor.attempt(day_half::meridiem).is_some() || names_zone(cursor);
    let exists = minutes.abs() <= 12 * 60 && matches!(minutes.abs() % 60, 0 | 30 | 45);
    let hours_alone = cursor.index() == first + 2;
    let fits = if glued { exists && !is_time } else { hours_alone && !is_time && clause::ends(*cursor) };
    (!dashed || fits).then_some(minutes)
}

fn names_zone(cursor: &Cursor) -> bool {
    cursor.peek_word().is_some_and(|word| ABBREVIATIONS.find(word).is_some())
}

/// Whether the abbreviation right before the cursor opens a bracket.
fn in_brackets(cursor: &Cursor) -> bool {
    cursor.index().checked_sub(2).is_some_and(|at| cursor.tokens().mark_at(at, "(["))
}

/// `1`, `01`, `0100`, `01:00`, `5:30`.
fn offset_digits(cursor: &mut Cursor) -> Option<i32> {
    let (number, digits) = cursor.number(1..=4)?;
    let number = i32::try_from(number).ok()?;
    let (hours, minutes) = match digits {
        1 | 2 => {
            let minutes = cursor.attempt(minutes_of_offset);
            (number, minutes.map_or(0, |m| i32::try_from(m).unwrap_or(0)))
        }
        3 | 4 => (number / 100, number % 100),
        _ => return None,
    };
    let belongs_to_more =
        cursor.peek_glued().is_some_and(|t| matches!(t.kind, TokenKind::Number | TokenKind::Mark(':' | '%')));
    (hours <= 14 && minutes < 60 && !belongs_to_more).then_some(hours * 60 + minutes)
}

/// The `:30` of `+05:30`, or the `.5` that says the same.
fn minutes_of_offset(cursor: &mut Cursor) -> Option<u32> {
    cursor.peek_glued()?;
    if cursor.eat_any_mark(&[':', '.'])? == ':' {
        return cursor.glued_number(2..=2).map(|(minutes, _)| minutes);
    }
    match cursor.glued_number(1..=2)? {
        (5 | 50, _) => Some(30),
        (75, _) => Some(45),
        (minutes, 2) => Some(minutes),
        _ => None,
    }
}

/// `+05:30`, `-0800` right after a clock time.
fn bare_offset(cursor: &mut Cursor) -> Option<ZoneValue> {
    follows_time(cursor).then_some(())?;
    let colon_is_exact = follows_exact_time(cursor);
    let sign = cursor.eat_any_mark(&['+', '-'])?;
    cursor.peek_glued()?;
    let digits = cursor.peek()?.span.len();
    let minutes = offset_digits(cursor)?;
    // "10:00 - 11" is a range: an offset has four digits or a colon.
    // So is "10:00-11:00", while "10:00:00-05:00" and "T10:00-05:00" give an offset.
    let exact = digits == 4 || (cursor.span().len() == 6 && (sign == '+' || colon_is_exact));
    exact.then_some(())?;
    let name = ZoneName::Offset(sign, minutes);
    let minutes = if sign == '-' { -minutes } else { minutes };
    Some(ZoneValue { name, offset: ZoneOffset::Fixed(minutes) })
}

/// Whether the time before the cursor has seconds, or the `T` of the ISO form before it.
fn follows_exact_time(cursor: &Cursor) -> bool {
    let before = |back: usize| cursor.tokens().before(cursor.index(), back);
    let is = |back: usize, kind: TokenKind| before(back).is_some_and(|token| token.kind == kind);
    let colon = |back: usize| is(back, TokenKind::Mark(':'));
    // In "Outage: 10:00-10:20" the first colon belongs to the label.
    let glued = before(3).is_some_and(|token| token.gap == Gap::None);
    let t = before(4).is_some_and(|token| cursor.tokens().reads(token, "t"));
    let fraction = is(2, TokenKind::Mark('.'));
    glued && ((colon(2) && (t || colon(4))) || (fraction && colon(4)))
}
