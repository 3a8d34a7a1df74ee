//! One incident as a short Markdown page: to paste back into a wiki, to put into a link, to carry inside a picture.
//!
//! What it says in its tables, [`crate::extract`] reads back: it is a report like any other. So a link needs no format of
//! its own, and a wiki page made of it can be pasted again.
//!
//! ```text
//! # Checkout errors
//!
//! | Incident | Value |
//! |---|---|
//! | Start | 2024-05-09 14:30 UTC |
//! | End | 2024-05-09 16:00 UTC |
//! | Duration | 1 h 30 min |
//! | Impact | 40 % of users |
//! ```

mod cells;

use std::fmt::Write as _;

use crate::incident::{Bound, Event, Impact, Incident, Moment, OutageDuration, PartialTime, Phase};
use crate::text::{Gather, decimal};

use self::cells::{cell, exact_duration};

/// How much of an incident is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Detail {
    /// Names, figures and the timeline with its words.
    #[default]
    Whole,
    /// Names and figures, without the timeline.
    Facts,
    /// Figures and the times of the timeline, without any words of the report: no title, no service, no entry's text.
    Figures,
}

/// The incident as Markdown, under the name that the reader knows it by.
#[must_use]
pub fn digest(incident: &Incident, name: &str, detail: Detail) -> String {
    let title = if detail == Detail::Figures { "Incident".to_owned() } else { cell(name) };
    let mut page = ["# ", &title, "\n\n| Incident | Value |\n|---|---|\n"].concat();
    for (fact, value) in facts(incident, detail) {
        // OK because writing to a string cannot fail.
        let _ = writeln!(page, "| {fact} | {value} |");
    }
    if detail != Detail::Facts {
        timeline(&mut page, incident, detail);
    }
    page
}

fn facts(incident: &Incident, detail: Detail) -> Vec<(&'static str, String)> {
    let open_zone = incident.zone.as_ref().filter(|zone| zone.offset_minutes.is_none());
    let zone = open_zone.map(|zone| cell(&zone.name));
    let moment = |moment: &Option<Moment>| moment.as_ref().map(|it| moment_words(it, zone.as_deref()));
    let service = incident.service.as_ref().filter(|_| detail != Detail::Figures);
    let found = [
        ("Severity", incident.severity.as_ref().map(|severity| cell(&severity.value))),
        ("Service", service.map(|service| cell(&service.value))),
        ("Start", moment(&incident.start)),
        ("Detected", moment(&incident.detected)),
        ("Acknowledged", moment(&incident.acknowledged)),
        ("Mitigated", moment(&incident.mitigated)),
        ("End", moment(&incident.end)),
        ("Duration", incident.duration.as_ref().and_then(duration_words)),
        ("Impact", incident.impact.as_ref().and_then(impact_words)),
    ];
    found.into_iter().filter_map(|(fact, value)| Some((fact, value?))).gather()
}

fn timeline(page: &mut String, incident: &Incident, detail: Detail) {
    let dated = incident.timeline.iter().filter_map(|event| Some((event.at?, event)));
    let rows: Vec<(PartialTime, &Event)> = dated.filter(|(at, _)| at.time.is_some()).gather();
    if rows.is_empty() {
        return;
    }
    page.push_str("\n## Timeline\n\n| Time | What happened |\n|---|---|\n");
    for (at, event) in rows {
        let hedge = if event.approximate { "~" } else { "" };
        let text =
            if detail == Detail::Figures { phase_words(event.phase).to_owned() } else { cell(&event.text) };
        // OK because writing to a string cannot fail.
        let _ =
            writeln!(page, "| {hedge}{}{} | {text} |", time_words(at), offset_words(event.offset_minutes));
    }
}

/// What an entry is about, in words that are read as that.
const fn phase_words(phase: Phase) -> &'static str {
    match phase {
        Phase::Began => "Outage begins",
        Phase::Detected => "Problem detected",
        Phase::Acknowledged => "Alert acknowledged",
        Phase::Escalated => "Escalated",
        Phase::Identified => "Cause identified",
        Phase::Mitigated => "Mitigated",
        Phase::Resolved => "Resolved",
        Phase::Other => "Update",
    }
}

fn moment_words(moment: &Moment, open_zone: Option<&str>) -> String {
    let hedge = if moment.approximate { "about " } else { "" };
    let zone = match (moment.offset_minutes, open_zone) {
        (None, Some(name)) => [" ", name].concat(),
        (offset, _) => offset_words(offset),
    };
    let zone = if moment.at.time.is_some() { zone } else { String::new() };
    [hedge, &time_words(moment.at), &zone].concat()
}

/// `2024-05-09 14:30`; a date without a year as `9 May`.
fn time_words(at: PartialTime) -> String {
    let date = at.date.map(|date| match date.year {
        Some(_) => date.to_string(),
        None => crate::incident::format_date(date),
    });
    let time = at.time.map(|time| time.to_string());
    date.into_iter().chain(time).gather().join(" ")
}

/// ` UTC`, ` UTC+01:00`; nothing where the offset is not settled.
fn offset_words(offset_minutes: Option<i32>) -> String {
    match offset_minutes {
        None => String::new(),
        Some(0) => " UTC".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!(" UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}

fn duration_words(duration: &OutageDuration) -> Option<String> {
    let words = match (duration.minutes, duration.low, duration.high) {
        (Some(minutes), ..) => exact_duration(minutes),
        (None, Some(low), Some(high)) => [exact_duration(low), exact_duration(high)].join(" to "),
        (None, Some(low), None) => return Some(["more than ", &exact_duration(low)].concat()),
        (None, None, Some(high)) => return Some(["up to ", &exact_duration(high)].concat()),
        (None, None, None) => return None,
    };
    Some(if duration.approximate { ["about ", &words].concat() } else { words })
}

fn impact_words(impact: &Impact) -> Option<String> {
    let number = |value| decimal(value, 4);
    let share = match (impact.percent, impact.low, impact.high) {
        (Some(percent), ..) => number(percent),
        (None, Some(low), Some(high)) => [number(low), number(high)].join(" to "),
        _ => return None,
    };
    let hedge = match (impact.bound, impact.approximate) {
        (Some(Bound::AtLeast), _) => "at least ",
        (Some(Bound::AtMost), _) => "at most ",
        (None, true) => "about ",
        (None, false) => "",
    };
    let of = impact.of.as_ref().map(|of| [" of ", &cell(of)].concat()).unwrap_or_default();
    let peak = if impact.peak { " at the peak" } else { "" };
    Some([hedge, &share, " %", &of, peak].concat())
}
