//! What tells the halves of the day apart: `pm`, `a.m.`, `o'clock am`, `in the afternoon`, `at night`.

use super::month;
use super::value::Meridiem;
use crate::text::{Case, Cursor, TokenKind, group_of, is_one_of};

/// Reads what stands behind the clock time `hour` and says which half of the day is meant.
pub(super) fn recognize(cursor: &mut Cursor, hour: u32) -> Option<Meridiem> {
    let named = |cursor: &mut Cursor| {
        let named = noon_or_midnight(cursor.word()?).filter(|_| hour == 12)?;
        Some(if named == 12 { Meridiem::Pm } else { Meridiem::Am })
    };
    let half = cursor.attempt(meridiem).or_else(|| cursor.attempt(named));
    half.or_else(|| cursor.attempt(|c| part_of_day(c, hour)))
}

/// The hour that a name of its own stands for.
pub(super) fn noon_or_midnight(word: &str) -> Option<u32> {
    group_of(word, "noon midday|midnight").map(|place| if place == 0 { 12 } else { 0 })
}

/// `am`, `PM`, `a.m.`, `p. m.`, `a m`.
pub(super) fn meridiem(cursor: &mut Cursor) -> Option<Meridiem> {
    let word = cursor.word()?;
    let half = of_letter(word.get(..1)?)?;
    match word.get(1..)? {
        "m" => return Some(half),
        "" => {}
        _ => return None,
    }
    let dotted = cursor.eat_mark('.');
    cursor.eat_word("m").then_some(())?;
    let _ = dotted && cursor.eat_glued('.');
    Some(half)
}

/// The `PM` of `PM 2:30`, which no number owns that stands before it.
pub(super) fn before(cursor: &Cursor) -> Option<Meridiem> {
    let word = cursor.previous().filter(|token| token.case == Case::Upper && token.span.len() == 2)?;
    let mut at = Cursor::new(cursor.tokens(), cursor.index() - 1);
    let owned = at.previous().is_some_and(|token| token.kind == TokenKind::Number);
    (!owned && word.kind == TokenKind::Word).then(|| meridiem(&mut at))?
}

/// The `a` or `p` of `9:06a`.
pub(super) fn glued_letter(cursor: &mut Cursor) -> Option<Meridiem> {
    cursor.peek_glued()?;
    of_letter(cursor.word()?)
}

fn of_letter(letter: &str) -> Option<Meridiem> {
    match letter {
        "a" => Some(Meridiem::Am),
        "p" => Some(Meridiem::Pm),
        _ => None,
    }
}

/// `in the morning`, `at night`, `this afternoon`, `tonight`, `on Friday evening`, `early the next morning`.
pub(super) fn part_of_day(cursor: &mut Cursor, hour: u32) -> Option<Meridiem> {
    let mut led = false;
    // "in the early morning of" is the longest way there.
    for _ in 0..4 {
        let word = cursor.peek_word()?;
        if is_one_of(word, "in|at|this|that|yesterday|tomorrow|last|next|following")
            || month::weekday(word).is_some()
        {
            led = true;
        } else if !is_one_of(word, "on|the|same|early|late") {
            break;
        }
        cursor.bump();
    }
    let noun = cursor.word()?;
    // "at 9:00 last night's backup" tells which backup, not which nine.
    let owns = cursor.peek_glued().is_some_and(|token| token.kind == TokenKind::Mark('\''));
    (!owns && (led || noun == "tonight")).then_some(())?;
    match group_of(noun, "afternoon afternoons evening evenings pm|night nights tonight|am morning mornings")?
    {
        0 => Some(Meridiem::Pm),
        1 if (6..12).contains(&hour) => Some(Meridiem::Pm),
        _ => Some(Meridiem::Am),
    }
}

/// `o'clock`, `oclock`, `o clock`.
pub(super) fn o_clock(cursor: &mut Cursor) -> Option<()> {
    let whole = cursor.eat_word("oclock");
    if !whole {
        cursor.eat_word("o").then_some(())?;
        let _ = cursor.eat_mark('\'');
        cursor.eat_word("clock").then_some(())?;
    }
    Some(())
}
