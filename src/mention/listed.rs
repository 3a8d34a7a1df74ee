//! Times of four digits with nothing that marks them but where they stand: `2024-03-12 0616: paged`.
//!
//! *Refuses* digits that count something, years, and a number at the head of a line without others
//! of its kind before or behind it.

use super::clock_time::clock;
use super::value::ClockValue;
use crate::text::{Cursor, Gap, TokenKind, Tokens};

/// Tokens before and behind a number at the head of a line among which another is looked for.
const NEIGHBOURS: usize = 80;

/// Reads such digits.
pub(super) fn digits(cursor: &mut Cursor) -> Option<ClockValue> {
    let (tokens, at) = (cursor.tokens(), cursor.index());
    let (number, _) = cursor.number(4..=4)?;
    let time = clock(number / 100, number % 100, None, None)?;
    let is_set_off = sets_off(tokens, at);
    let after_at = || {
        tokens.word_before_is(at, "at|by|until|till|since|around") && number < 1000 && ends_number(tokens, at)
    };
    (is_set_off && (follows_date(tokens, at) || has_neighbour(tokens, at)) || after_at()).then_some(time)
}

/// Whether a mark or a border behind the number at `at` sets it off from what is told of it.
fn sets_off(tokens: &Tokens, at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return true };
    let glued_behind = || tokens.get(at + 2).is_some_and(|token| token.gap == Gap::None);
    match next.kind {
        _ if next.gap >= Gap::Cell => true,
        TokenKind::Mark(':') => !glued_behind(),
        TokenKind::Mark('-') => next.gap > Gap::None && !glued_behind(),
        TokenKind::Mark(']' | ')') => true,
        _ => false,
    }
}

/// Whether no further digits or letters belong to the number at `at`.
fn ends_number(tokens: &Tokens, at: usize) -> bool {
    let Some(next) = tokens.get(at + 1).filter(|next| next.gap == Gap::None) else { return true };
    let end = matches!(next.kind, TokenKind::Mark(',' | '.' | ';' | ')'));
    end && tokens.get(at + 2).is_none_or(|behind| behind.gap > Gap::None)
}

/// Whether a date in numbers, the year first, stands before token `at`: `2024-03-12`.
fn follows_date(tokens: &Tokens, at: usize) -> bool {
    let number = |back: usize, digits: usize| {
        let token = tokens.before(at, back);
        token.is_some_and(|token| token.kind == TokenKind::Number && token.span.len() == digits)
    };
    let hyphen = |back: usize| {
        let token = tokens.before(at, back);
        token.is_some_and(|token| token.kind == TokenKind::Mark('-') && token.gap == Gap::None)
    };
    let apart = tokens.get(at).is_some_and(|token| token.gap == Gap::Space);
    apart && number(1, 2) && hyphen(2) && number(3, 2) && hyphen(4) && number(5, 4)
}

/// Whether the number at `at` heads its line, and so does a later time of its form behind it or an
/// earlier one before it, of which not both can be years.
fn has_neighbour(tokens: &Tokens, at: usize) -> bool {
    let Some(own) = head(tokens, at) else { return false };
    let fits = |earlier: u32, later: u32| {
        let is_year = |number: u32| (1900..2100).contains(&number);
        earlier < later && !(is_year(earlier) && is_year(later))
    };
    let before = at.saturating_sub(NEIGHBOURS)..at;
    (at + 1..at + 1 + NEIGHBOURS).any(|next| head(tokens, next).is_some_and(|later| fits(own, later)))
        || before.rev().any(|last| head(tokens, last).is_some_and(|earlier| fits(earlier, own)))
}

/// The time of four digits at `at` that heads a line and is set off from the rest of it.
fn head(tokens: &Tokens, at: usize) -> Option<u32> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number && token.span.len() == 4)?;
    let before = tokens.before(at, 1);
    let in_bracket = before.is_some_and(|mark| mark.kind == TokenKind::Mark('[') && mark.gap >= Gap::Line);
    let heads = token.gap >= Gap::Line || in_bracket && token.gap == Gap::None;
    let number: u32 = tokens.lower(token).parse().ok()?;
    let is_time = number / 100 < 24 && number % 100 < 60;
    (heads && is_time && sets_off(tokens, at)).then_some(number)
}
