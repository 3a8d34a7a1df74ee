//! Times with a full stop between hours and minutes at the head of lines: `14.37 Paged`.
//!
//! *Refuses* versions, amounts, measures and numbers of sections: such a time needs another one behind it that is
//! later, or one before it that is earlier, at the head of a line of its own.

use super::clock_time::clock;
use super::value::ClockValue;
use crate::text::{Cursor, Gap, TokenKind, Tokens};

/// Tokens before and behind such a head among which another is looked for.
const NEIGHBOURS: usize = 100;

/// Words behind a number that it measures or counts, or that call it a version.
const MEASURES: &str = "ms|s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hr|hour|hours|days|weeks|x|k|b|kb|mb|gb|tb|kib|\
     mib|gib|usd|eur|gbp|euro|euros|dollars|pounds|million|billion|percent|lts|rps|\
     qps|of|and|to";

/// Reads the time that heads a line among others of its form.
pub(super) fn at_head(cursor: &mut Cursor) -> Option<ClockValue> {
    let (tokens, at) = (cursor.tokens(), cursor.index());
    let own = head(tokens, at)?;
    (ends_well(tokens, at + 3) && has_neighbour(tokens, at, own)).then_some(())?;
    for _ in 0..3 {
        cursor.bump();
    }
    clock(own / 60, own % 60, None, None)
}

/// Whether the next head behind is later or the last one before is earlier, and some hour has two digits, as numbers
/// of sections seldom have.
fn has_neighbour(tokens: &Tokens, at: usize, own: u32) -> bool {
    let (mut before, mut behind, mut two_digits) = (None, None, false);
    for near in at.saturating_sub(NEIGHBOURS)..at + NEIGHBOURS {
        if is_section(tokens, near) {
            return false;
        }
        let Some(time) = head(tokens, near) else { continue };
        two_digits |= tokens.get(near).is_some_and(|hour| hour.span.len() == 2);
        if near < at {
            before = Some(time);
        } else if near > at && behind.is_none() {
            behind = Some(time);
        }
    }
    let rises = |from: Option<u32>, to: Option<u32>| from.zip(to).is_some_and(|(from, to)| follows(from, to));
    two_digits && (rises(before, Some(own)) || rises(Some(own), behind))
}

/// Whether `later` comes after `earlier`, on the same day or past midnight.
fn follows(earlier: u32, later: u32) -> bool {
    earlier < later || earlier >= 20 * 60 && later < 6 * 60
}

/// The minutes of the day at token `at`, where a line begins with them: `14.37`, or `14:37` as one of the others.
fn head(tokens: &Tokens, at: usize) -> Option<u32> {
    let (hour, mark, minute) = parts(tokens, at)?;
    let minute_at = tokens.get(at + 2)?;
    (matches!(mark, '.' | ':') && minute_at.span.len() == 2 && hour < 24 && minute < 60)
        .then_some(hour * 60 + minute)
}

/// Whether a line begins with a number such as `1.2`.
fn is_section(tokens: &Tokens, at: usize) -> bool {
    parts(tokens, at).is_some_and(|(_, mark, _)| mark == '.')
        && tokens.get(at + 2).is_some_and(|token| token.span.len() != 2)
}

/// The two numbers at the head of a line, and the mark between them, with nothing else glued to them.
fn parts(tokens: &Tokens, at: usize) -> Option<(u32, char, u32)> {
    let first = tokens.get(at).filter(|token| token.gap >= Gap::Line && token.kind == TokenKind::Number)?;
    let TokenKind::Mark(mark) = tokens.get(at + 1).filter(|token| token.gap == Gap::None)?.kind else {
        return None;
    };
    let second = tokens.get(at + 2).filter(|token| token.gap == Gap::None)?;
    (first.span.len() <= 2 && second.kind == TokenKind::Number).then_some(())?;
    Some((tokens.lower(first).parse().ok()?, mark, tokens.lower(second).parse().ok()?))
}

/// Whether what stands at token `at`, behind the time, lets it be one.
fn ends_well(tokens: &Tokens, at: usize) -> bool {
    // A number alone on its line may be anything.
    let Some(next) = tokens.get(at).filter(|next| next.gap != Gap::Line && next.gap != Gap::Block) else {
        return false;
    };
    match next.kind {
        TokenKind::Word => {
            next.gap > Gap::None && !MEASURES.split('|').any(|word| word == tokens.lower(next))
        }
        // "10.08:07" is the tenth entry of a list.
        TokenKind::Mark(':' | ')' | ']' | ',') => {
            tokens.get(at + 1).is_none_or(|token| token.gap > Gap::None)
        }
        TokenKind::Mark(mark) => next.gap > Gap::None && !matches!(mark, '%' | '$' | '*' | '+' | '/' | '='),
        _ => next.gap == Gap::Cell,
    }
}
