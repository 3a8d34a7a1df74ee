//! The words before a figure that make it less than exact: "about", "up to", "more than".

use super::names::{Names, names, place_of};
use crate::incident::Bound;
use crate::text::{Gap, TokenKind, Tokens};

/// How the words before a figure qualify it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Hedge {
    /// Whether the figure is not exact.
    pub approximate: bool,
    /// Whether it is a limit.
    pub bound: Option<Bound>,
}

/// Single words, what they bound, and whether the word alone is enough.
const WORDS: [(&str, Option<Bound>); 20] = [
    ("about", None),
    ("around", None),
    ("approximately", None),
    ("approx", None),
    ("appx", None),
    ("roughly", None),
    ("circa", None),
    ("ca", None),
    ("c", None),
    ("nearly", None),
    ("almost", None),
    ("estimated", None),
    ("estimate", None),
    ("over", Some(Bound::AtLeast)),
    ("exceeding", Some(Bound::AtLeast)),
    ("under", Some(Bound::AtMost)),
    ("below", Some(Bound::AtMost)),
    ("maximum", Some(Bound::AtMost)),
    ("max", Some(Bound::AtMost)),
    ("minimum", Some(Bound::AtLeast)),
];

/// Pairs of words and what they bound.
const PAIRS: [(&str, &str, Option<Bound>); 12] = [
    ("up", "to", Some(Bound::AtMost)),
    ("less", "than", Some(Bound::AtMost)),
    ("fewer", "than", Some(Bound::AtMost)),
    ("at", "most", Some(Bound::AtMost)),
    ("no", "more", Some(Bound::AtMost)),
    ("more", "than", Some(Bound::AtLeast)),
    ("greater", "than", Some(Bound::AtLeast)),
    ("longer", "than", Some(Bound::AtLeast)),
    ("at", "least", Some(Bound::AtLeast)),
    ("close", "to", None),
    ("little", "over", Some(Bound::AtLeast)),
    ("just", "under", Some(Bound::AtMost)),
];

/// Words that may stand between the hedge and the figure.
const BETWEEN: Names = names("that|a|an|the|total|of|another|to|period");

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
        let between = tokens.get(index - 1).is_some_and(|t| place_of(tokens.lower(t), &BETWEEN).is_some());
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
    let before = last.checked_sub(1).and_then(|i| tokens.get(i)).map_or("", |t| tokens.lower(t));
    let pair = PAIRS.iter().find(|(a, b, _)| *a == before && *b == word).map(|(_, _, bound)| *bound);
    let single = || WORDS.iter().find(|(w, _)| *w == word).map(|(_, bound)| *bound);
    pair.or_else(single).map(|bound| Hedge { approximate: true, bound })
}
