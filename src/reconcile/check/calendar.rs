//! Days that no calendar has: `31 June`, `2023-02-30`, `20202-01-16`.

use super::discrepancy;
use crate::incident::{Discrepancy, DiscrepancyKind, PartialDate};
use crate::mention::month;
use crate::reconcile::report::Report;
use crate::text::{Case, Cursor, Gap, Span, TokenKind};

/// The first such day.
pub(super) fn impossible_date(report: &Report) -> Option<Discrepancy> {
    let span = report.token_range().find_map(|at| {
        let token = report.tokens.get(at)?;
        match token.kind {
            TokenKind::Number if token.span.len() >= 4 => year_first(Cursor::new(report.tokens, at)),
            TokenKind::Number => day_first(Cursor::new(report.tokens, at)),
            TokenKind::Word if token.case != Case::Lower => month_first(Cursor::new(report.tokens, at)),
            _ => None,
        }
    })?;
    let message = format!("No calendar has the day \"{}\".", report.document.words(span));
    Some(discrepancy(DiscrepancyKind::ImpossibleTime, message, &[span]))
}

/// `2023-02-30`, `20202-01-16`; a month past twelve may be a day that stands before its month.
fn year_first(mut cursor: Cursor) -> Option<Span> {
    cursor.glued_left().is_none().then_some(())?;
    let (year, digits) = cursor.number(4..=5)?;
    cursor.eat_glued('-').then_some(())?;
    let (month, _) = cursor.glued_number(2..=2)?;
    cursor.eat_glued('-').then_some(())?;
    let (day, _) = cursor.glued_number(2..=2)?;
    let ends = cursor
        .peek_glued()
        .is_none_or(|token| !matches!(token.kind, TokenKind::Number | TokenKind::Mark('-')));
    let is_year = if digits == 4 { (1990..2100).contains(&year) } else { (20_000..20_999).contains(&year) };
    let year = i32::try_from(year).ok().filter(|_| digits == 4);
    let exists = |month: u32, day: u32| exists(year, month, day) && digits == 4;
    (ends && is_year && !exists(month, day) && !exists(day, month)).then(|| cursor.span())
}

/// `31 June`, `31st of June 2023`.
fn day_first(mut cursor: Cursor) -> Option<Span> {
    cursor.glued_left().is_none().then_some(())?;
    let (day, _) = cursor.number(2..=2)?;
    let _ = cursor.attempt(|c| c.peek_glued().and_then(|_| c.eat_word("st|nd|rd|th").then_some(())));
    let _ = cursor.eat_word("of");
    (cursor.peek()?.case != Case::Lower).then_some(())?;
    let month = month(&mut cursor)?;
    past_its_end(cursor, month, day)
}

/// `June 31`, `February 30th`.
fn month_first(mut cursor: Cursor) -> Option<Span> {
    cursor.glued_left().is_none().then_some(())?;
    let led_in = cursor.previous().is_some_and(|t| cursor.tokens().reads(t, LEADS_IN));
    let month = month(&mut cursor)?;
    let (day, _) = cursor.number(2..=2)?;
    // "In June 31 customers wrote" counts customers.
    let is_count = !led_in && cursor.peek().is_some_and(|t| t.gap != Gap::None && t.kind == TokenKind::Word);
    (!is_count).then(|| past_its_end(cursor, month, day))?
}

const LEADS_IN: &str = "on|since|until|from|by|between|to|and";

/// A day that is only just too late: larger numbers beside a month's name are hours or counts.
fn past_its_end(cursor: Cursor, month: u8, day: u32) -> Option<Span> {
    let goes_on = cursor.peek_glued().is_some_and(|token| {
        matches!(token.kind, TokenKind::Number | TokenKind::Mark(':' | '%' | '.' | '-' | '/'))
    });
    (!goes_on && (30..=31).contains(&day) && !exists(None, u32::from(month), day)).then(|| cursor.span())
}

fn exists(year: Option<i32>, month: u32, day: u32) -> bool {
    let parts = u8::try_from(month).ok().zip(u8::try_from(day).ok());
    parts.is_some_and(|(month, day)| PartialDate::new(year, month, day).is_some())
}
