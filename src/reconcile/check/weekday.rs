//! A weekday beside a date that falls on another one.

use super::discrepancy;
use crate::incident::{Discrepancy, DiscrepancyKind, PartialDate, format_date};
use crate::mention::{DateValue, Mention, Value, weekday};
use crate::reconcile::report::Report;
use crate::text::{Cursor, Span};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The first such date.
pub(super) fn against_date(report: &Report) -> Option<Discrepancy> {
    let only_year = only_year(report);
    dates(report).find_map(|(date, mention)| {
        let (said, span) = named(report, date, mention)?;
        let falls_on = |date: PartialDate| date.with_year_or(only_year).weekday();
        let real = falls_on(date.date)?;
        if said == real || date.day_first.is_some_and(|other| falls_on(other) == Some(said)) {
            return None;
        }
        let name = |day: u8| WEEKDAYS.get(usize::from(day)).copied().unwrap_or_default();
        let day = format_date(date.date.with_year_or(only_year));
        let message = format!("{day} is called a {}, but it was a {}.", name(said), name(real));
        Some(discrepancy(DiscrepancyKind::WeekdayDiffers, message, &[span]))
    })
}

fn dates<'a>(report: &'a Report) -> impl Iterator<Item = (&'a DateValue, &'a Mention)> {
    report.mentions.list.iter().filter_map(|mention| match &mention.value {
        Value::Date(date) => Some((date, mention)),
        _ => None,
    })
}

/// The weekday before the date, or in brackets behind it.
fn named(report: &Report, date: &DateValue, mention: &Mention) -> Option<(u8, Span)> {
    if let Some(said) = date.weekday {
        return Some((said, mention.span));
    }
    let mut cursor = Cursor::new(report.tokens, mention.tokens.1);
    cursor.previous()?;
    cursor.eat_mark('(').then_some(())?;
    let said = weekday(&mut cursor)?;
    cursor.at_mark(')').then(|| (said, mention.span.cover(cursor.span())))
}

/// The year of all dates that have one, where they agree.
fn only_year(report: &Report) -> Option<i32> {
    let mut years = dates(report).filter_map(|(date, _)| date.date.year);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}
