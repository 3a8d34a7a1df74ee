//! One length of time in two units: `883.25 hours = 36.8 days`, `2 hours (120 minutes)`.

use super::discrepancy;
use super::precision::Stated;
use crate::incident::{Discrepancy, DiscrepancyKind};
use crate::mention::{Mention, Value};
use crate::reconcile::report::Report;
use crate::text::{Gap, TokenKind};

/// The first pair that is not the same length.
pub(super) fn in_other_units(report: &Report) -> Option<Discrepancy> {
    let is_length = |mention: &&Mention| {
        matches!(mention.value, Value::Duration(_)) && mention.rule.as_str() != "duration-clock-form"
    };
    let mut before: Option<&Mention> = None;
    report.mentions.list.iter().filter(is_length).find_map(|second| {
        let first = before.replace(second).filter(|first| restates(report, first, second))?;
        let (one, other) = (Stated::of(report, first)?, Stated::of(report, second)?);
        if one.fits(other.minutes) || other.fits(one.minutes) {
            return None;
        }
        let words = |mention: &Mention| report.document.words(mention.span);
        let message = format!("{} is not {}.", words(first), words(second));
        Some(discrepancy(DiscrepancyKind::DurationDiffers, message, &[one.span, other.span]))
    })
}

/// Whether an equals sign, or a bracket that closes again, stands between the two.
fn restates(report: &Report, first: &Mention, second: &Mention) -> bool {
    let mark = |at: usize| report.tokens.get(at).filter(|t| t.gap <= Gap::Space).map(|token| token.kind);
    let apart = second.tokens.0.checked_sub(first.tokens.1) == Some(1);
    let (opens, closes) = (mark(first.tokens.1), mark(second.tokens.1));
    apart
        && match opens {
            Some(TokenKind::Mark('=')) => true,
            Some(TokenKind::Mark('(')) => closes == Some(TokenKind::Mark(')')),
            _ => false,
        }
}
