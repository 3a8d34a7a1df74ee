//! A percentage against the counts beside it: `250 of our 1,000 customers (30 %)`.

use super::discrepancy;
use crate::incident::{Discrepancy, DiscrepancyKind, Impact};
use crate::reconcile::report::Report;
use crate::text::{Cursor, Span, TokenKind, decimal};

/// Tokens on either side of a percentage among which its counts may stand.
const REACH: usize = 12;

/// The first percentage that its own counts disprove.
pub(super) fn against_counts(report: &Report, impacts: &[Impact]) -> Option<Discrepancy> {
    impacts.iter().find_map(|impact| {
        let (percent, span) = (impact.percent?, *impact.evidence.first()?);
        let (counted, counts) = counts_near(report, span)?;
        if impact.approximate || (counted - percent).abs() <= tolerance(percent) {
            return None;
        }
        let message = format!(
            "The report says {} %, but its own counts (\"{}\") are {} %.",
            decimal(percent, 4),
            report.document.words(counts),
            decimal(counted, 1)
        );
        Some(discrepancy(DiscrepancyKind::ImpactDiffers, message, &[span, counts]))
    })
}

/// A whole percentage may be rounded; so may its counts.
fn tolerance(percent: f64) -> f64 {
    (percent * 0.1).max(1.0)
}

/// The share in percent that `N of our M customers` gives in the same sentence, and its place.
fn counts_near(report: &Report, span: Span) -> Option<(f64, Span)> {
    let at = report.tokens.index_at(span.start);
    let sentence = report.sentence(at);
    let from = at.saturating_sub(REACH).max(sentence.start());
    let to = (at + REACH).min(sentence.end());
    (from..to).find_map(|index| {
        let mut cursor = Cursor::new(report.tokens, index);
        if cursor
            .glued_left()
            .is_some_and(|t| matches!(t.kind, TokenKind::Number | TokenKind::Mark(',' | '.')))
        {
            return None;
        }
        let part = crate::mention::count(&mut cursor)?;
        let _ = cursor.eat_word("out");
        cursor.eat_word("of").then_some(())?;
        let _ = cursor.eat_word("our|the|all|a|its");
        let _ = cursor.eat_word("total|roughly|about");
        let _ = cursor.eat_word("of");
        let whole = crate::mention::count(&mut cursor)?;
        (whole > 1.0 && part < whole).then(|| (part / whole * 100.0, cursor.span()))
    })
}
