//! Numbers in digits and in words.

use crate::text::{Cursor, TokenKind};

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

fn whole(cursor: &mut Cursor, most: usize) -> Option<(f64, usize)> {
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
    if cursor.eat_word(&["hundred"]) {
        value *= 100.0;
        let rest = cursor.attempt(|c| {
            c.eat_word(&["and"]);
            c.word().and_then(small)
        });
        value += rest.unwrap_or(0.0);
    }
    Some(value)
}

fn unit_after_tens(cursor: &mut Cursor) -> Option<f64> {
    let _ = cursor.eat_mark('-') || cursor.eat_word(&["and"]);
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

fn small(word: &str) -> Option<f64> {
    Some(match word {
        "a" | "an" | "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" | "fourty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    })
}
