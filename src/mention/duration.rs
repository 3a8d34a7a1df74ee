//! Durations: `37 minutes`, `1h50m`, `2-hour`, `an hour and a half`, `30 to 45 minutes`.
//!
//! *Refuses* what is part of a longer word or number (`v1.5h`), and units without a number.

use super::number;
use super::value::{DurationValue, Value};
use super::{Mention, hedge::Hedge};
use crate::incident::RuleId;
use crate::text::{Case, Cursor, Gap, TokenKind, Tokens, group_of};

/// A number with a unit, or several of them: `66 minutes`, `1h50m`, `2 days and 3 hours`, `an hour and a half`.
const COMPOUND: RuleId = RuleId::new("duration-compound");
/// Two lengths with a common unit: `2 to 15 minutes`, `between 3 and 4 hours`.
const SPAN: RuleId = RuleId::new("duration-range");
/// Hours, minutes and seconds with colons, where the words around them make it a length: `01:30:00`.
const CLOCK_FORM: RuleId = RuleId::new("duration-clock-form");

const MINUTE: f64 = 60.0;
const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;

/// Reads a duration or a range of durations.
pub(super) fn recognize(cursor: &mut Cursor) -> Option<(Value, RuleId)> {
    if !may_begin_here(cursor) {
        return None;
    }
    if let Some((low, high)) = cursor.attempt(shared_unit_range) {
        return Some((Value::Duration(DurationValue { low, high }), SPAN));
    }
    let between = cursor.tokens().word_before_is(cursor.index(), "between");
    let first = *cursor;
    let low = compound(cursor)?;
    if is_an_ordinal(first, *cursor) || goes_on(*cursor) {
        return None;
    }
    let high = cursor.attempt(|c| {
        let joined = if between {
            c.eat_mark(',');
            c.eat_word("and")
        } else {
            c.eat_word("to") || c.eat_mark('-')
        };
        joined.then_some(())?;
        compound(c).filter(|high| *high > low)
    });
    match high {
        Some(high) => Some((Value::Duration(DurationValue { low, high }), SPAN)),
        None => Some((Value::Duration(DurationValue { low, high: low }), COMPOUND)),
    }
}

/// Whether nothing is glued to the left that makes the number part of something longer.
fn may_begin_here(cursor: &Cursor) -> bool {
    // The host web-12h is none.
    let hyphen = TokenKind::Mark('-');
    if cursor.glued_pair_left().is_some_and(|(near, far)| near.kind == hyphen && far.kind == TokenKind::Word)
    {
        return false;
    }
    cursor.glued_left().is_none_or(|token| match token.kind {
        TokenKind::Mark(mark) => !matches!(mark, '.' | '_' | '/' | '#' | '$' | '%' | '=' | '&'),
        _ => false,
    })
}

/// `a second engineer`: "second" counts what follows, unless a word of time does.
fn is_an_ordinal(mut first: Cursor, behind: Cursor) -> bool {
    let counts = first.eat_word("a") && first.eat_word("second") && first.index() == behind.index();
    let next = behind.peek().filter(|token| token.gap == Gap::Space && token.kind == TokenKind::Word);
    counts && next.is_some() && !behind.at_word(AFTER_SECOND)
}

/// Words that can follow a length of one second.
const AFTER_SECOND: &str = "of|for|after|later|or|and|to|in|at|before|when|while|until|per|each|long|delay|timeout|ago|on|\
     with|from|outage|was|is|every";

/// Whether digits are glued behind, as in a hexadecimal name: `40d1-99b4`, `414d-9143`.
fn goes_on(mut cursor: Cursor) -> bool {
    let digits = |cursor: &Cursor| cursor.peek_glued().is_some_and(|t| t.kind == TokenKind::Number);
    digits(&cursor) || (cursor.eat_glued('-') && digits(&cursor) && cursor.glued_number(3..=9).is_some())
}

/// `2-3 hours`, `30 to 60 minutes`, `between 5 and 10 minutes`: two numbers and one unit.
fn shared_unit_range(cursor: &mut Cursor) -> Option<(f64, f64)> {
    let low = number::any(cursor)?;
    let joined = cursor.eat_mark('-') || cursor.eat_word("to|or|and");
    joined.then_some(())?;
    let high = number::any(cursor)?;
    cursor.eat_mark('-');
    let unit = unit(cursor)?;
    (low < high && !goes_on(*cursor)).then_some((low * unit, high * unit))
}

/// One or more parts: `2 days, 20 hours and 31 minutes`.
fn compound(cursor: &mut Cursor) -> Option<f64> {
    if is_a_count(*cursor) {
        return None;
    }
    let (mut total, mut last_unit) = part(cursor)?;
    while let Some((seconds, unit)) = cursor.attempt(|c| next_part(c, last_unit)) {
        total += seconds;
        last_unit = unit;
    }
    if let Some(half) = cursor.attempt(and_a_half) {
        return Some(total + half * last_unit);
    }
    if last_unit == HOUR {
        total += cursor.attempt(glued_minutes).or_else(|| cursor.attempt(bare_minutes)).unwrap_or(0.0);
    }
    if last_unit >= DAY {
        total += cursor.attempt(clock_part).unwrap_or(0.0);
    }
    Some(total)
}

/// `10M` of a currency, `500s` and `404s` of a server's answers.
fn is_a_count(mut cursor: Cursor) -> bool {
    let Some(amount) = number::digits(&mut cursor) else { return false };
    let Some(letter) = cursor.peek_glued() else { return false };
    let is_status = (400.0..600.0).contains(&amount) && amount.fract() == 0.0;
    match cursor.tokens().lower(letter) {
        "m" => letter.case == Case::Upper,
        "s" => is_status,
        _ => false,
    }
}

fn next_part(cursor: &mut Cursor, last_unit: f64) -> Option<(f64, f64)> {
    // An abbreviation's full stop: "1 hr. 15 mins."
    if is_abbreviated(cursor) {
        cursor.eat_glued('.');
    }
    cursor.eat_mark(',');
    cursor.eat_word("and");
    cursor.eat_mark('&');
    let (seconds, unit) = part(cursor)?;
    // Parts go from large to small; another order is a new statement: "5 minutes and 10 minutes".
    (unit < last_unit).then_some((seconds, unit))
}

/// Whether the unit just read is an abbreviation.
fn is_abbreviated(cursor: &Cursor) -> bool {
    let unit = cursor.tokens().before(cursor.index(), 1);
    unit.is_some_and(|unit| cursor.tokens().reads(unit, "h|hr|hrs|d|min|mins"))
}

fn part(cursor: &mut Cursor) -> Option<(f64, f64)> {
    if is_calendar_week(*cursor) || is_one_more(*cursor) {
        return None;
    }
    if let Some(part) = cursor.attempt(half_part) {
        return Some(part);
    }
    let amount = match cursor.attempt(number::fraction) {
        Some(amount) => amount,
        None => number::any(cursor)?,
    };
    let amount = amount + cursor.attempt(and_a_half_before_unit).unwrap_or(0.0);
    // "60+ minutes"
    cursor.eat_glued('+');
    cursor.eat_mark('-');
    cursor.eat_word("more|extra|full|whole|additional");
    let unit = unit(cursor)?;
    Some((amount * unit, unit))
}

/// `a second outage`, which counts outages.
fn is_one_more(mut cursor: Cursor) -> bool {
    let second = cursor.eat_word("a") && cursor.eat_word("second");
    second
        && cursor.peek_word().is_some()
        && !cursor.at_word("or|and|to|in|for|of|at|on|ago|later|after|before")
}

/// `2023W43`, a week of the calendar.
fn is_calendar_week(mut cursor: Cursor) -> bool {
    let year = cursor.number(4..=4).is_some();
    year && cursor.peek_glued().is_some() && cursor.eat_word("w") && cursor.glued_number(2..=2).is_some()
}

/// `half an hour`, `half a day`, `half hour`, `three quarters of an hour`.
fn half_part(cursor: &mut Cursor) -> Option<(f64, f64)> {
    if let Some(part) = cursor.attempt(quarters) {
        return Some(part);
    }
    cursor.eat_word("a");
    cursor.eat_word("half").then_some(())?;
    cursor.eat_mark('-');
    cursor.eat_word("a|an");
    let unit = unit(cursor)?;
    Some((unit / 2.0, unit))
}

/// `three quarters of an hour`, `a quarter of an hour`.
fn quarters(cursor: &mut Cursor) -> Option<(f64, f64)> {
    let amount = if cursor.eat_word("three") { 0.75 } else { 0.25 };
    cursor.eat_word("a");
    cursor.eat_mark('-');
    cursor.eat_word("quarter|quarters").then_some(())?;
    cursor.eat_word("of").then_some(())?;
    cursor.eat_word("a|an").then_some(())?;
    let unit = unit(cursor)?;
    Some((amount * unit, unit))
}

/// `and a half` after the unit.
fn and_a_half(cursor: &mut Cursor) -> Option<f64> {
    cursor.eat_word("and").then_some(())?;
    half_or_quarter(cursor)
}

fn half_or_quarter(cursor: &mut Cursor) -> Option<f64> {
    cursor.eat_word("a|an");
    group_of(cursor.word()?, "half|quarter").map(|place| if place == 0 { 0.5 } else { 0.25 })
}

/// `and a half` or `and three quarters` before the unit, or the sign for it right behind the number.
fn and_a_half_before_unit(cursor: &mut Cursor) -> Option<f64> {
    let is_glued_mark = cursor.peek_glued().is_some_and(|token| matches!(token.kind, TokenKind::Mark(_)));
    if let Some(sign) = cursor.attempt(|c| is_glued_mark.then(|| number::fraction(c))?) {
        return Some(sign);
    }
    // "two-and-a-half hours"
    let hyphened = cursor.eat_glued('-');
    cursor.eat_word("and").then_some(())?;
    if hyphened {
        let joined = cursor.eat_glued('-') && cursor.eat_word("a") && cursor.eat_glued('-');
        return (joined && cursor.eat_word("half")).then_some(0.5);
    }
    if cursor.eat_word("three") {
        return cursor.eat_word("quarters|quarter").then_some(0.75);
    }
    half_or_quarter(cursor)
}

/// `1h30`, `2hr05`.
fn glued_minutes(cursor: &mut Cursor) -> Option<f64> {
    let (minutes, _) = cursor.glued_number(2..=2)?;
    (minutes < 60 && cursor.peek_glued().is_none_or(|t| matches!(t.kind, TokenKind::Mark(_))))
        .then(|| f64::from(minutes) * MINUTE)
}

/// `1 hour thirty`, `1 hour and 30`, where no further word makes the number count something else.
fn bare_minutes(cursor: &mut Cursor) -> Option<f64> {
    cursor.eat_word("and");
    let minutes = number::any(cursor).filter(|n| (1.0..60.0).contains(n) && n.fract() == 0.0)?;
    let free = cursor.peek().is_none_or(|t| matches!(t.kind, TokenKind::Mark('.' | ',' | ')' | ';')));
    let decimal = cursor.peek_glued().is_some_and(|t| t.kind != TokenKind::Mark('.'));
    (free && !decimal).then_some(minutes * MINUTE)
}

/// `01:02:03` after days.
fn clock_part(cursor: &mut Cursor) -> Option<f64> {
    cursor.eat_mark(',');
    let (hours, _) = cursor.number(1..=2)?;
    cursor.eat_glued(':').then_some(())?;
    let (minutes, _) = cursor.glued_number(2..=2)?;
    let seconds = cursor.attempt(|c| c.eat_glued(':').then(|| number::digits(c))?).unwrap_or(0.0);
    Some(f64::from(hours) * HOUR + f64::from(minutes) * MINUTE + seconds)
}

/// Reads a unit and gives its seconds. One glued to a following digit is fine (`1h50m`).
fn unit(cursor: &mut Cursor) -> Option<f64> {
    const NAMES: &str = "ms msec msecs millis millisecond milliseconds|s sec secs second seconds|\
                         m min mins minute minutes minuets mn|h hr hrs hour hours|d day days|w wk wks week weeks|\
                         mo mos month months|y yr yrs year years";
    const SECONDS: [f64; 8] = [0.001, 1.0, MINUTE, HOUR, DAY, 7.0 * DAY, 30.0 * DAY, 365.0 * DAY];
    let place = group_of(cursor.peek_word()?, NAMES)?;
    cursor.bump();
    SECONDS.get(place).copied()
}

/// A clock time with seconds can also be read as a duration: `Duration: 02:15:00`.
pub(super) fn clock_form(tokens: &Tokens, mention: &Mention) -> Option<Mention> {
    let Value::ClockTime(clock) = &mention.value else { return None };
    let second = clock.time.second.filter(|_| clock.meridiem.is_none())?;
    let first = tokens.get(mention.tokens.0)?;
    if first.kind != TokenKind::Number || first.gap == Gap::None {
        return None;
    }
    let seconds =
        f64::from(clock.time.hour) * HOUR + f64::from(clock.time.minute) * MINUTE + f64::from(second);
    let value = Value::Duration(DurationValue { low: seconds, high: seconds });
    Some(Mention { value, hedge: Hedge::default(), rule: CLOCK_FORM, ..*mention })
}
