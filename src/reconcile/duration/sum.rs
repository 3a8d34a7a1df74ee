//! The lengths of several outages in one list, added up.

use super::vocabulary::OUTAGES;
use super::{SUM, Scope, Verdict, verdict};
use crate::incident::{Basis, Certainty, OutageDuration};
use crate::mention::{Mention, Value};
use crate::reconcile::report::Report;
use crate::text::{Gather, TokenKind};

/// Tokens before a list among which the outages are named.
const REACH: usize = 6;

/// The sum of the first list of lengths behind "outages": `several outages (7 min, 2 min and 4 min)`.
pub(super) fn of_parts(report: &Report) -> Option<(Verdict, OutageDuration)> {
    let list = &report.mentions.list;
    list.iter().enumerate().find_map(|(at, first)| {
        seconds(first)?;
        let named = report.sentence(first.tokens.0).has_before(first.tokens.0, REACH, &OUTAGES);
        let told = named.then(|| verdict(report, first))??;
        let parts = parts(report, list.get(at..)?);
        let total: f64 = parts.iter().filter_map(|part| seconds(part)).sum();
        let reading = OutageDuration {
            minutes: Some(total / 60.0),
            low: None,
            high: None,
            approximate: parts.iter().any(|part| part.hedge.approximate),
            basis: Basis::Stated,
            certainty: Certainty::Derived,
            rule: SUM,
            evidence: parts.iter().map(|part| part.span).gather(),
        };
        (parts.len() >= 2).then_some((Verdict { scope: Scope::Total, rule: SUM, ..told }, reading))
    })
}

fn seconds(mention: &Mention) -> Option<f64> {
    match &mention.value {
        Value::Duration(value) if value.low >= value.high => Some(value.low),
        _ => None,
    }
}

/// The lengths from the first of `list` on that only commas and "and" stand between.
fn parts<'m>(report: &Report, list: &'m [Mention]) -> Vec<&'m Mention> {
    let mut parts: Vec<&Mention> = Vec::new();
    for mention in list {
        let joined = parts.last().is_none_or(|last| {
            let between = last.tokens.1..mention.tokens.0;
            between.len() <= 2 && !between.is_empty() && between.clone().all(|at| joins(report, at))
        });
        if !joined || seconds(mention).is_none() {
            break;
        }
        parts.push(mention);
    }
    parts
}

fn joins(report: &Report, at: usize) -> bool {
    report.tokens.get(at).is_some_and(|token| match token.kind {
        TokenKind::Mark(mark) => matches!(mark, ',' | '&' | '+'),
        _ => report.tokens.reads(token, "and"),
    })
}
