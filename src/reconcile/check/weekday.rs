//! A weekday beside a date that falls on another one.

use super::discrepancy;
use crate::incident::{Discrepancy, DiscrepancyKind, PartialDate, format_date};
use crate::mention::{DateValue, Mention, Value};
use crate::reconcile::report::Report;
use crate::text::TokenKind;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The first such date.
pub(super) fn against_date(report: &Report) -> Option<Discrepancy> {
    let only_year = only_year(report);
    dates(report).find_map(|(date, mention)| {
        let said = date.weekday.filter(|_| !ends_a_sentence(report, mention.tokens.0))?;
        let falls_on = |date: PartialDate| date.with_year_or(only_year).weekday();
        let real = falls_on(date.date)?;
        if said == real || date.day_first.is_some_and(|other| falls_on(other) == Some(said)) {
            return None;
        }
        let name = |day: u8| WEEKDAYS.get(usize::from(day)).copied().unwrap_or_default();
        let day = format_date(date.date.with_year_or(only_year));
        let message = format!("{day} is called a {}, but it was a {}.", name(said), name(real));
        Some(discrepancy(DiscrepancyKind::WeekdayDiffers, message, &[mention.span]))
    })
}

fn dates<'a>(report: &'a Report) -> impl Iterator<Item = (&'a DateValue, &'a Mention)> {
    report.mentions.list.iter().filter_map(|mention| match &mention.value {
        Value::Date(date) => Some((date, mention)),
        _ => None,
    })
}

/// Whether a full stop behind the whole name of a weekday ends a sentence: "until Thursday. May 31: ...".
fn ends_a_sentence(report: &Report, weekday: usize) -> bool {
    let token = |at: usize| report.tokens.get(at);
    let is_whole = token(weekday).is_some_and(|name| report.tokens.lower(name).ends_with("day"));
    is_whole && token(weekday + 1).is_some_and(|mark| mark.kind == TokenKind::Mark('.'))
}

/// The year of all dates that have one, where they agree.
fn only_year(report: &Report) -> Option<i32> {
    let mut years = dates(report).filter_map(|(date, _)| date.date.year);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}
