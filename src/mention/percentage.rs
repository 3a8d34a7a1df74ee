//! Shares: `75%`, `8-15 %`, `two percent`, `a third of`, `3 out of 10`.
//!
//! *Refuses* URL escapes (`%2D`), percent signs without a number, and percentages that are part of
//! a longer token.

use super::number;
use super::value::{PercentageValue, Value};
use crate::incident::RuleId;
use crate::text::{Cursor, Gap, TokenKind, group_of};

/// A number with `%`, `percent` or `per cent`.
const SIGN: RuleId = RuleId::new("percentage-sign");
/// Two percentages: `8-15 %`, `between 20% and 30%`.
const RANGE: RuleId = RuleId::new("percentage-range");
/// A fraction in words: `a third`, `two thirds of`, `half of`.
const FRACTION: RuleId = RuleId::new("percentage-fraction");
/// One in so many, told by their places in a row: `every second request`, `every other call`.
const EVERY: RuleId = RuleId::new("percentage-every");
/// A count out of a whole: `12 out of 40`.
const OUT_OF: RuleId = RuleId::new("percentage-out-of");

/// Reads a share.
pub(super) fn recognize(cursor: &mut Cursor) -> Option<(Value, RuleId)> {
    if !may_begin_here(cursor) {
        return None;
    }
    if let Some((low, high)) = cursor.attempt(range) {
        return Some((share(low, high, false), RANGE));
    }
    if let Some(percent) = cursor.attempt(single) {
        return Some((share(percent, percent, false), SIGN));
    }
    if let Some(percent) = cursor.attempt(out_of) {
        return Some((part(percent), OUT_OF));
    }
    if let Some(percent) = cursor.attempt(every) {
        return Some((part(percent), EVERY));
    }
    let percent = cursor.attempt(fraction)?;
    Some((part(percent), FRACTION))
}

fn share(low: f64, high: f64, fraction: bool) -> Value {
    Value::Percentage(PercentageValue { low, high, fraction })
}

/// A share that was worked out, to three places: two thirds are 66.667 %.
fn part(percent: f64) -> Value {
    let rounded = (percent * 1000.0).round() / 1000.0;
    share(rounded, rounded, true)
}

fn may_begin_here(cursor: &Cursor) -> bool {
    cursor.glued_left().is_none_or(|token| match token.kind {
        TokenKind::Mark(mark) => !matches!(mark, '.' | '_' | '/' | '%' | '=' | '&'),
        _ => false,
    })
}

fn single(cursor: &mut Cursor) -> Option<f64> {
    let percent = number::any(cursor)?;
    percent_sign(cursor).then_some(percent)
}

/// `8-15%`, `8% to 15%`, `between 5 and 10 percent`.
fn range(cursor: &mut Cursor) -> Option<(f64, f64)> {
    let between = cursor.tokens().word_before_is(cursor.index(), "between");
    let low = number::any(cursor)?;
    let _ = cursor.attempt(|c| percent_sign(c).then_some(()));
    let joined = cursor.eat_mark('-') || cursor.eat_word("to") || (between && cursor.eat_word("and"));
    joined.then_some(())?;
    let high = number::any(cursor)?;
    (percent_sign(cursor) && low < high).then_some((low, high))
}

/// `%` that no further digits or letters follow, or the word.
fn percent_sign(cursor: &mut Cursor) -> bool {
    if cursor.eat_mark('%') {
        return cursor.peek_glued().is_none_or(|t| matches!(t.kind, TokenKind::Mark(_)));
    }
    cursor.eat_word("percent|percents|percentage|pct")
        || cursor.attempt(|c| (c.eat_word("per") && c.eat_word("cent")).then_some(())).is_some()
}

/// `12 of 40 nodes`, `250 of our 1,000 customers`: counts of something that is named.
fn counted(cursor: &mut Cursor) -> Option<f64> {
    let part = number::digits(cursor)?;
    cursor.eat_word("of").then_some(())?;
    let _ = cursor.eat_word("our|the|its|all");
    let _ = cursor.eat_word("total|roughly|about");
    let whole = number::digits(cursor).filter(|whole| *whole > part && *whole > 1.0)?;
    let named = cursor.peek().is_some_and(|t| t.kind == TokenKind::Word && t.gap == Gap::Space);
    named.then_some(part / whole * 100.0)
}

/// `7 out of 10`, `1 in 5`.
fn out_of(cursor: &mut Cursor) -> Option<f64> {
    if let Some(percent) = cursor.attempt(counted) {
        return Some(percent);
    }
    let part = number::any(cursor)?;
    let mut in_place_of_out_of = false;
    if cursor.eat_word("out") {
        cursor.eat_word("of").then_some(())?;
        let _ = cursor.eat_word("every");
    } else {
        cursor.eat_word("in").then_some(())?;
        let _ = cursor.eat_word("every");
        in_place_of_out_of = true;
    }
    let whole = number::any(cursor).filter(|whole| *whole > part && *whole > 1.0)?;
    // "2 in 5 users"; larger numbers behind "in" count something else: "4 in 2023".
    (!in_place_of_out_of || part <= 1.0 || whole <= 10.0).then_some(())?;
    Some(part / whole * 100.0)
}

/// `a third of`, `two-thirds of`, `half of`, `half the users`, `three quarters`.
fn fraction(cursor: &mut Cursor) -> Option<f64> {
    if let Some(value) = cursor.attempt(number::fraction) {
        let is_score = cursor.peek_glued().is_some_and(|t| !matches!(t.kind, TokenKind::Mark(_)));
        return (!is_score).then_some(value * 100.0);
    }
    if cursor.attempt(half).is_some() {
        return Some(50.0);
    }
    let numerator = number::words(cursor).filter(|n| *n < 10.0)?;
    cursor.eat_mark('-');
    let denominator = denominator(cursor.word()?)?;
    // A third party is no share.
    let goes_on = cursor.peek_glued().is_some_and(|t| t.kind == TokenKind::Mark('-'));
    if goes_on || cursor.at_word("party|parties|time|attempt|person|past") || tells_the_hour(cursor) {
        return None;
    }
    (numerator < denominator).then_some(numerator / denominator * 100.0)
}

/// "A quarter to two" is a time of day, "a quarter to a third of them" a share.
fn tells_the_hour(cursor: &Cursor) -> bool {
    let mut ahead = *cursor;
    ahead.eat_word("to")
        && ahead.at_word("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight")
}

/// What recurs, instead of being one of many.
const SPANS: &str = "day|week|month|year|hour|minute|second|time|quarter|night|morning|sprint|monday|tuesday|\
     wednesday|thursday|friday|saturday|sunday|weekend|of|we";

/// `every second request`, `roughly every other call`, but not `every second` or `every third day`.
fn every(cursor: &mut Cursor) -> Option<f64> {
    cursor.eat_word("every|each").then_some(())?;
    let whole = if cursor.eat_word("second|other|2nd") { 2.0 } else { denominator(cursor.word()?)? };
    // A share of something; what is done every other day or second is no share.
    let next = cursor.peek().filter(|token| token.kind == TokenKind::Word && token.gap == Gap::Space)?;
    (!cursor.tokens().reads(next, SPANS)).then_some(100.0 / whole)
}

/// `half` as a share: of something, the something, or standing alone.
fn half(cursor: &mut Cursor) -> Option<()> {
    let _ = cursor.eat_word("a|one");
    cursor.eat_word("half").then_some(())?;
    let a_duration = cursor.at_word("hour|hours|an|a|day|past|minute|way|time");
    let glued = cursor.peek_glued().is_some_and(|t| t.kind == TokenKind::Mark('-'));
    (!a_duration && !glued).then_some(())
}

fn denominator(word: &str) -> Option<f64> {
    const NAMES: &str = "third thirds|quarter quarters fourth fourths|fifth fifths|sixth sixths|\
                         seventh sevenths|eighth eighths|tenth tenths";
    const PARTS: [f64; 7] = [3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0];
    PARTS.get(group_of(word, NAMES)?).copied()
}
