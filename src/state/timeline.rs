//! The rows of the timeline table.

use crate::incident::{Event, Incident, Moment, Phase, minutes_between};
use crate::metrics::{format_after_start, format_date};
use crate::text::Gather;

use super::marks::MOST_ENTRIES;
use super::{FactId, doubts_of};

/// One timeline entry in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineRow {
    /// Which entry it is.
    pub id: FactId,
    /// The day, where it differs from the row's before.
    pub day: Option<String>,
    /// The clock time, or a range of them, or that only the day is known; `None` where the report leaves
    /// it open.
    pub time: Option<String>,
    /// The time for programs, empty where it is missing.
    pub value: String,
    /// The time after the outage began.
    pub after_start: Option<String>,
    /// What happened.
    pub text: String,
    /// What it means for the incident.
    pub phase: Phase,
    /// The places of the discrepancies that touch it.
    pub doubts: Vec<usize>,
}

/// The entries in document order, and how many are left out for length.
#[must_use]
pub fn timeline_rows(incident: &Incident) -> (Vec<TimelineRow>, usize) {
    let mut day = None;
    let rows = incident.timeline.iter().take(MOST_ENTRIES).enumerate();
    let rows: Vec<TimelineRow> = rows.map(|(place, event)| row(incident, place, event, &mut day)).gather();
    let left_out = incident.timeline.len() - rows.len();
    (rows, left_out)
}

impl TimelineRow {
    /// A row for an entry that the text has no more, of which only `words` are known.
    pub(super) fn gone(id: FactId, words: &str) -> Self {
        Self {
            id,
            day: None,
            time: None,
            value: String::new(),
            after_start: None,
            text: [words.trim(), " (no longer in the text)"].concat(),
            phase: Phase::Other,
            doubts: Vec::new(),
        }
    }
}

/// The entry at `place` of the incident's timeline; `day` is the day of the row before.
pub(super) fn row(incident: &Incident, place: usize, event: &Event, day: &mut Option<String>) -> TimelineRow {
    let id = FactId::Entry(place);
    let date = event.at.and_then(|at| at.date).map(format_date);
    let is_new = date.is_some() && date != *day;
    if is_new {
        day.clone_from(&date);
    }
    TimelineRow {
        id,
        day: date.filter(|_| is_new),
        time: time_words(event),
        value: event.at.map(|at| at.to_string()).unwrap_or_default(),
        after_start: incident.start.as_ref().and_then(|start| after_start(start, event)),
        text: event.text.clone(),
        phase: event.phase,
        doubts: doubts_of(incident, id),
    }
}

fn time_words(event: &Event) -> Option<String> {
    let Some(time) = event.at?.time else { return Some("that day".to_owned()) };
    let time = time.to_string();
    let until = event.until.and_then(|until| until.time).map(|until| until.to_string());
    let time = match until {
        Some(until) => [time, until].join("–"),
        None => time,
    };
    Some(if event.approximate { ["~", &time].concat() } else { time })
}

fn after_start(start: &Moment, event: &Event) -> Option<String> {
    let between_zones = match (start.offset_minutes, event.offset_minutes) {
        (Some(from), Some(to)) => f64::from(from) - f64::from(to),
        _ => 0.0,
    };
    minutes_between(start.at, event.at?).map(|minutes| format_after_start(minutes + between_zones))
}
