//! Ranges one end of which is only a number: `9-11am`, `from 10 to 11:30`, `June 3-5`, `3 to 5 June`.
//!
//! A number alone means no time; the other end of the range makes it an hour or a day. *Refuses*
//! numbers that count something ("1:30pm to 4 people") or name something ("Update 3 - 4:15 PM").

mod day;
mod end;
mod hour;

use super::joiner;
use crate::incident::RuleId;
use crate::mention::{Mention, Value, hedge};
use crate::text::{Cursor, Gap, Span, TokenKind, Tokens, is_one_of};
use end::End;

/// What stands between and around the two ends.
struct Frame<'t> {
    /// The word that opens the range: "from", "between".
    opened: Option<&'t str>,
    /// Whether a dash joins the ends, and not a word.
    dashed: bool,
    /// Whether nothing stands between the ends and what joins them.
    glued: bool,
}

/// The two ends, and how to call what was read.
type Ends = [(Value, RuleId); 2];

/// Reads a range at token `at` that has a bare number for an end, or two dates glued together.
pub(in crate::mention) fn recognize(tokens: &Tokens, at: usize) -> Option<[Mention; 2]> {
    let opened = joiner::opening_before(tokens, at).filter(|word| is_one_of(word, "from|between"));
    let mut cursor = Cursor::new(tokens, at);
    let first = end::first(&mut cursor, opened.is_some())?;
    let first_end = cursor.index();
    let joined = joiner::read(&mut cursor, opened)?;
    let second_start = cursor.index();
    let second = end::second(&mut cursor, opened.is_some())?;
    let frame = Frame { opened, dashed: joined.dash, glued: joined.glued };
    if !frame.glued && frame.dashed && frame.opened.is_none() && names_something(tokens, at, &first) {
        return None;
    }
    let [a, b] = ends(&mut cursor, &frame, &first, &second)?;
    Some([mention(tokens, (at, first_end), a), mention(tokens, (second_start, cursor.index()), b)])
}

fn ends(cursor: &mut Cursor, frame: &Frame, first: &End, second: &End) -> Option<Ends> {
    match (first, second) {
        (End::Number(a), End::Date(b, rule)) => day::before_date(frame, *a, b, *rule),
        (End::Date(a, rule), End::Number(b)) => day::behind_date(cursor, frame, (a, *rule), *b),
        (End::Date(a, first_rule), End::Date(b, rule)) => {
            let ends = [(Value::Date(*a), *first_rule), (Value::Date(*b), *rule)];
            (frame.glued && frame.dashed).then_some(ends)
        }
        (End::Slashed(a), End::Slashed(b)) => day::slashed(cursor, frame, *a, *b),
        (End::Number(a), End::Clock(b, rule)) => hour::before_clock(frame, *a, *b, *rule),
        (End::Clock(a, rule), End::Number(b)) => hour::behind_clock(cursor, frame, (*a, *rule), *b),
        (End::Number(a), End::Number(b)) => hour::both_bare(cursor, frame, *a, *b),
        _ => None,
    }
}

fn mention(tokens: &Tokens, at: (usize, usize), (value, rule): (Value, RuleId)) -> Mention {
    let place = |index: usize| tokens.get(index).map_or(Span::default(), |token| token.span);
    let span = place(at.0).cover(place(at.1 - 1));
    Mention { value, span, tokens: at, hedge: hedge::before(tokens, at.0), rule }
}

/// Whether a number at token `at` belongs to the word before it, as in "Update 3 - 4:15 PM".
fn names_something(tokens: &Tokens, at: usize, first: &End) -> bool {
    if !matches!(first, End::Number(_)) || tokens.get(at).is_none_or(|token| token.gap > Gap::Line) {
        return false;
    }
    let before = tokens.before(at, 1);
    before.is_some_and(|token| {
        token.kind == TokenKind::Word
            && !joiner::fills(tokens.lower(token))
            && crate::mention::month::weekday(tokens.lower(token)).is_none()
    })
}

/// Whether what stands at the cursor lets a number end there: no unit, no decimals, and no word that
/// it counts.
fn ends_here(cursor: &Cursor) -> bool {
    let Some(token) = cursor.peek() else { return true };
    let glued = token.gap == Gap::None;
    match token.kind {
        TokenKind::Number | TokenKind::Address => false,
        TokenKind::Mark('.' | ',' | ':') => {
            let mut behind = *cursor;
            behind.bump();
            !glued || behind.peek_glued().is_none_or(|next| next.kind != TokenKind::Number)
        }
        TokenKind::Mark(mark) => !glued || !matches!(mark, '%' | '/' | '-' | '+' | '_' | '$' | '#'),
        TokenKind::Word => {
            let goes_on = cursor.at_word(
                "on|at|in|from|between|and|the|we|our|this|when|while|due|for|during|where|which|because|with",
            );
            !glued && (goes_on || crate::mention::zone::begins(*cursor))
        }
    }
}
