//! The words before a figure that make it less than exact: "about", "up to", "more than".

use crate::incident::Bound;
use crate::text::{Gap, TokenKind, Tokens, group_of};

/// How the words before a figure qualify it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Hedge {
    /// Whether the figure is not exact.
    pub approximate: bool,
    /// Whether it is a limit.
    pub bound: Option<Bound>,
}

/// What the words of each group bound.
const BOUNDS: [Option<Bound>; 3] = [None, Some(Bound::AtLeast), Some(Bound::AtMost)];

/// Single words that are enough.
const WORDS: &str = "about around approximately approx appx roughly circa ca c nearly almost estimated estimate|\
                     over exceeding minimum|under below maximum max";

/// Pairs of words, with a hyphen between them.
const PAIRS: &str = "close-to|more-than greater-than longer-than at-least little-over|\
                     up-to less-than fewer-than at-most no-more just-under";

/// Words that may stand between the hedge and the figure.
const BETWEEN: &str = "that|a|an|the|total|of|another|to|period";

/// Reads the hedge before token `at`, looking at a few tokens at the most.
pub(super) fn before(tokens: &Tokens, at: usize) -> Hedge {
    let mut index = at;
    for _ in 0..3 {
        if tokens.get(index).is_none_or(|t| t.gap > Gap::Line && index != at) || index == 0 {
            break;
        }
        if let Some(hedge) = ending_at(tokens, index - 1) {
            return hedge;
        }
        let between = tokens.get(index - 1).is_some_and(|t| tokens.reads(t, BETWEEN));
        if !between {
            break;
        }
        index -= 1;
    }
    Hedge::default()
}

fn ending_at(tokens: &Tokens, last: usize) -> Option<Hedge> {
    let token = tokens.get(last)?;
    match token.kind {
        TokenKind::Mark('~') => return Some(Hedge { approximate: true, bound: None }),
        TokenKind::Mark('<') => return Some(Hedge { approximate: true, bound: Some(Bound::AtMost) }),
        TokenKind::Mark('>') => return Some(Hedge { approximate: true, bound: Some(Bound::AtLeast) }),
        TokenKind::Mark('.') => {
            return ending_at(tokens, last.checked_sub(1)?).filter(|_| token.gap == Gap::None);
        }
        TokenKind::Word => {}
        _ => return None,
    }
    let word = tokens.lower(token);
    let before = tokens.before(last, 1).map_or("", |t| tokens.lower(t));
    let pair = [before, word].join("-");
    let group = group_of(&pair, PAIRS).or_else(|| group_of(word, WORDS))?;
    BOUNDS.get(group).map(|bound| Hedge { approximate: true, bound: *bound })
}
