//! How exactly a text states a length of time: people round to the unit that they write.

use crate::incident::Bound;
use crate::mention::{Mention, Value};
use crate::reconcile::report::Report;
use crate::text::{Span, TokenKind};

/// A length of time that the text states, and how far from it the truth may be.
pub(super) struct Stated {
    pub(super) minutes: f64,
    pub(super) span: Span,
    slack: f64,
    bound: Option<Bound>,
    /// Whether it is given to the minute and without a hedge.
    pub(super) is_exact: bool,
}

impl Stated {
    /// What `mention` states. A range of lengths and one in weeks or months states nothing that a clock
    /// could disprove.
    pub(super) fn of(report: &Report, mention: &Mention) -> Option<Self> {
        let Value::Duration(value) = &mention.value else { return None };
        let (minutes, is_range) = (value.low / 60.0, value.low < value.high);
        let grain = grain_minutes(report, mention)?;
        let hedged = mention.hedge.approximate;
        // "About" reaches half a unit or a share of the whole, plain words a quarter of a unit; the
        // ends of a window are given to the minute, so a minute is always open.
        let slack = if hedged { (grain / 2.0).max(5.0).max(minutes * 0.15) } else { (grain / 4.0).max(1.5) };
        let is_exact = !hedged && grain <= 1.0;
        (!is_range).then_some(Self {
            minutes,
            span: mention.span,
            slack,
            bound: mention.hedge.bound,
            is_exact,
        })
    }

    /// What the words at `span` state.
    pub(super) fn at(report: &Report, span: Span) -> Option<Self> {
        let mut here = report.mentions.mentions_in(span).iter().filter(|mention| mention.span == span);
        here.find_map(|mention| Self::of(report, mention))
    }

    /// Whether `measured` minutes can be what it states.
    pub(super) fn fits(&self, measured: f64) -> bool {
        match self.bound {
            // "Up to two hours" is the longest of many, and says nothing of the whole.
            Some(Bound::AtMost) => true,
            Some(Bound::AtLeast) => measured >= self.minutes - 1.0,
            None => (measured - self.minutes).abs() <= self.slack,
        }
    }
}

/// The smallest unit that the words give, in minutes.
fn grain_minutes(report: &Report, mention: &Mention) -> Option<f64> {
    let mut smallest = None;
    for token in report.words_in(mention.span).tokens().filter(|t| t.kind == TokenKind::Word) {
        smallest = match report.tokens.lower(token).as_bytes() {
            // "Seconds", "minutes" and the like; "a", "half", "and", "one" are no units.
            [b's', b'e', b'c', ..] | [b's' | b'm'] | [b'm', b'i', ..] => Some(1.0),
            [b'h', b'o' | b'r', ..] | [b'h'] => Some(60.0),
            [b'd', b'a', ..] | [b'd'] => Some(24.0 * 60.0),
            [b'w', b'e', ..] | [b'm', b'o', ..] | [b'y', ..] => return None,
            _ => smallest,
        };
    }
    smallest
}
