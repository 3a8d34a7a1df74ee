//! The report against itself: what two of its passages prove against each other.

use super::report::Report;
use super::window::Window;
use crate::incident::{
    Basis, Discrepancy, DiscrepancyKind, Moment, OutageDuration, PartialTime, format_duration, format_window,
};
use crate::mention::Value;
use crate::text::Span;

/// Every contradiction, in the order of the checks.
pub(super) fn all(report: &Report, window: &Window, durations: &[OutageDuration]) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    found.extend(duration_against_window(window, durations));
    found.extend(weekday_against_date(report));
    found
}

/// How far a stated duration may be from the window's length: people round.
fn tolerance(stated: f64, approximate: bool) -> f64 {
    if approximate { (stated * 0.25).max(10.0) } else { (stated * 0.1).max(2.0) }
}

/// The headline duration against the window that the report itself gives.
fn duration_against_window(window: &Window, durations: &[OutageDuration]) -> Option<Discrepancy> {
    let stated = durations.first().filter(|d| d.basis == Basis::Stated)?;
    let (start, end) = (window.start.as_ref()?, window.end.as_ref()?);
    if [start, end].iter().any(|moment| is_guess(moment)) {
        return None;
    }
    let measured = durations.iter().find(|d| d.basis != Basis::Stated)?;
    let (stated_minutes, measured_minutes) = (stated.minutes?, measured.minutes?);
    let approximate = stated.approximate || measured.approximate;
    if (stated_minutes - measured_minutes).abs() <= tolerance(stated_minutes, approximate) {
        return None;
    }
    let what = if measured.basis == Basis::Timeline { "timeline" } else { "window" };
    let message = format!(
        "The report states {}, but its {what} runs {} ({}).",
        format_duration(stated_minutes),
        format_duration(measured_minutes),
        format_window(without_date(start.at, end.at), without_date(end.at, start.at)),
    );
    let mut evidence = stated.evidence.clone();
    evidence.extend([start, end].iter().filter_map(|moment| moment.evidence.first()));
    Some(Discrepancy { kind: DiscrepancyKind::DurationDiffers, message, evidence })
}

/// A boundary that a convention gave proves nothing.
fn is_guess(moment: &Moment) -> bool {
    moment.certainty == crate::incident::Certainty::Assumed
}

/// `at` without its date where the other end is on the same day.
fn without_date(at: PartialTime, other: PartialTime) -> PartialTime {
    PartialTime { date: at.date.filter(|_| at.date != other.date), ..at }
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A weekday beside a date that falls on another one.
fn weekday_against_date(report: &Report) -> Option<Discrepancy> {
    report.mentions.list.iter().find_map(|mention| {
        let Value::Date(date) = &mention.value else { return None };
        let (said, real) = (date.weekday?, date.date.weekday()?);
        if said == real || date.day_first.is_some_and(|other| other.weekday() == Some(said)) {
            return None;
        }
        let evidence: Vec<Span> = vec![mention.span];
        let message = format!(
            "The report says {}, but {} was a {}.",
            report.document.words(mention.span),
            date.date,
            WEEKDAYS.get(usize::from(real)).copied().unwrap_or_default(),
        );
        Some(Discrepancy { kind: DiscrepancyKind::WeekdayDiffers, message, evidence })
    })
}
