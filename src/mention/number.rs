//! Numbers in digits and in words.

use super::names::{Names, names, place_of};
use crate::text::{Cursor, TokenKind, is_one_of};

/// Reads digits with thousands separators and decimals: `1,200`, `1.5`, `0.07`.
pub(super) fn digits(cursor: &mut Cursor) -> Option<f64> {
    let (mut value, length) = whole(cursor, 9)?;
    if length <= 3 {
        while let Some(group) = cursor.attempt(|c| c.eat_glued(',').then(|| c.glued_number(3..=3))?) {
            value = value * 1000.0 + f64::from(group.0);
        }
    }
    let fraction = cursor.attempt(|c| {
        c.eat_glued('.').then_some(())?;
        c.peek_glued()?;
        whole(c, 9)
    });
    if let Some((fraction, places)) = fraction {
        // OK because at most nine digits are read.
        #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap)]
        let scale = 10_f64.powi(places as i32);
        value += fraction / scale;
    }
    Some(value)
}

fn whole(cursor: &mut Cursor, most: u8) -> Option<(f64, usize)> {
    cursor.number(1..=most).map(|(value, length)| (f64::from(value), length))
}

/// A number below a thousand in words: `two`, `twenty-one`, `a hundred and ten`. `a` and `an` count
/// as one.
pub(super) fn words(cursor: &mut Cursor) -> Option<f64> {
    let first = cursor.attempt(|c| {
        let value = c.word().and_then(small)?;
        Some(value)
    })?;
    let mut value = first;
    if first >= 20.0 {
        value += cursor.attempt(unit_after_tens).unwrap_or(0.0);
    }
    if cursor.eat_word("hundred") {
        value *= 100.0;
        let rest = cursor.attempt(|c| {
            c.eat_word("and");
            c.word().and_then(small)
        });
        value += rest.unwrap_or(0.0);
    }
    Some(value)
}

fn unit_after_tens(cursor: &mut Cursor) -> Option<f64> {
    let _ = cursor.eat_mark('-') || cursor.eat_word("and");
    let unit = small(cursor.word()?)?;
    (1.0..10.0).contains(&unit).then_some(unit)
}

/// Digits or words.
pub(super) fn any(cursor: &mut Cursor) -> Option<f64> {
    match cursor.peek()?.kind {
        TokenKind::Number => digits(cursor),
        TokenKind::Word => words(cursor),
        _ => None,
    }
}

/// Reads `1/2` or `½` and the like.
pub(super) fn fraction(cursor: &mut Cursor) -> Option<f64> {
    let sign = match cursor.peek()?.kind {
        TokenKind::Mark('\u{BD}') => Some(0.5),
        TokenKind::Mark('\u{BC}') => Some(0.25),
        TokenKind::Mark('\u{BE}') => Some(0.75),
        _ => None,
    };
    if sign.is_some() {
        cursor.bump();
        return sign;
    }
    let (numerator, _) = cursor.number(1..=2)?;
    cursor.eat_glued('/').then_some(())?;
    let (denominator, _) = cursor.glued_number(1..=2)?;
    (0 < numerator && numerator < denominator).then(|| f64::from(numerator) / f64::from(denominator))
}

/// Whether `word` is a number below a hundred.
pub(super) fn is_small(word: &str) -> bool {
    small(word).is_some()
}

/// The numbers from 1 on that are one word.
pub(super) const SMALL: Names = names(
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|\
    fourteen|fifteen|sixteen|seventeen|eighteen|nineteen",
);

/// The tens from 10 on.
pub(super) const TENS: Names = names("ten|twenty|thirty|forty fourty|fifty|sixty|seventy|eighty|ninety");

/// The ordinals from 1 on that are one word.
pub(super) const ORDINALS: Names = names(
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|\
    twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth",
);

/// A number that is one word, `a` and `an` among them.
fn small(word: &str) -> Option<f64> {
    if is_one_of(word, "a|an") { Some(1.0) } else { one_word(word).map(f64::from) }
}

/// A number that is one word.
pub(super) fn one_word(word: &str) -> Option<u32> {
    let small = || place_of(word, &SMALL).map(|place| u32::from(place) + 1);
    let tens = || place_of(word, &TENS).map(|place| (u32::from(place) + 1) * 10);
    small().or_else(tens)
}

/// A whole number below a hundred in words: `five`, `thirty five`, `twenty-three`.
pub(super) fn spelled(cursor: &mut Cursor) -> Option<u32> {
    let first = one_word(cursor.word()?)?;
    let unit = (first >= 20)
        .then(|| {
            cursor.attempt(|c| {
                let _ = c.eat_mark('-');
                one_word(c.word()?).filter(|unit| *unit < 10)
            })
        })
        .flatten();
    Some(first + unit.unwrap_or(0))
}

/// An ordinal that is one word.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    let place = place_of(word, &ORDINALS).map(|place| u32::from(place) + 1);
    place.or_else(|| (word == "thirtieth").then_some(30))
}

/// An ordinal of a day in words: `third`, `twenty-first`, `thirtieth`.
pub(super) fn spelled_ordinal(cursor: &mut Cursor) -> Option<u32> {
    let word = cursor.word()?;
    if is_one_of(word, "twenty|thirty") {
        let _ = cursor.eat_mark('-');
        let unit = ordinal(cursor.word()?).filter(|unit| *unit < 10)?;
        return Some(one_word(word)? + unit);
    }
    ordinal(word)
}
