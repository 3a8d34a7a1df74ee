//! One incident of a comparison that is not in the library: what a widget of another page shows.

use crate::incident::Incident;
use crate::metrics::{DurationDefinition, MeasuredDuration};
use crate::text::decimal;

use super::overview::{day_of, duration_in_use, time_to_detect};
use super::wording::{impact_value, impact_words};

/// One incident in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRow {
    /// The day it began.
    pub day: Option<String>,
    /// How long it lasted.
    pub duration: Option<String>,
    /// Its minutes; `None` where it has not one length.
    pub minutes: Option<String>,
    /// The share affected.
    pub impact: Option<String>,
    /// The percentage for programs, empty where it is missing.
    pub impact_value: String,
    /// What the share is of.
    pub impact_of: Option<String>,
    /// The time from start to detection.
    pub time_to_detect: Option<String>,
}

/// One incident in words, its duration as `definition` counts it.
#[must_use]
pub fn compared_row(incident: &Incident, definition: DurationDefinition) -> ComparedRow {
    let impact = incident.impact.as_ref();
    let minutes = MeasuredDuration::of(incident, definition).ok().and_then(|measured| measured.minutes());
    ComparedRow {
        day: day_of(incident),
        duration: duration_in_use(definition, incident),
        minutes: minutes.map(|minutes| decimal(minutes, 2)),
        impact: impact.map(impact_words),
        impact_value: impact.map(impact_value).unwrap_or_default(),
        impact_of: impact.and_then(|impact| impact.of.clone()),
        time_to_detect: time_to_detect(incident),
    }
}
