//! A weekday beside a date that falls on another one.

use crate::incident::{Discrepancy, DiscrepancyKind, format_date};
use crate::mention::Value;
use crate::reconcile::report::Report;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The first such date.
pub(super) fn against_date(report: &Report) -> Option<Discrepancy> {
    report.mentions.list.iter().find_map(|mention| {
        let Value::Date(date) = &mention.value else { return None };
        let (said, real) = (date.weekday?, date.date.weekday()?);
        if said == real || date.day_first.is_some_and(|other| other.weekday() == Some(said)) {
            return None;
        }
        let name = |day: u8| WEEKDAYS.get(usize::from(day)).copied().unwrap_or_default();
        let message =
            format!("{} is called a {}, but it was a {}.", format_date(date.date), name(said), name(real));
        Some(Discrepancy { kind: DiscrepancyKind::WeekdayDiffers, message, evidence: vec![mention.span] })
    })
}
