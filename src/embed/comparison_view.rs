//! What a widget shows of several incidents, in the words of the page.

use serde::Serialize;

use crate::incident::Incident;
use crate::metrics::{DurationDefinition, summarize_incidents};
use crate::state::{ComparedRow, compared_row, summary_words};
use crate::text::Gather;

/// All incidents beside each other.
#[derive(Serialize)]
pub(super) struct ComparisonView {
    n: usize,
    /// The figures in one line of words.
    summary: String,
    rows: Vec<Row>,
    /// How many texts hold no incident.
    left_out: usize,
}

/// One incident; see [`ComparedRow`].
#[derive(Serialize)]
struct Row {
    title: String,
    day: Option<String>,
    duration: Option<String>,
    minutes: Option<String>,
    impact: Option<String>,
    impact_value: String,
    impact_of: Option<String>,
    time_to_detect: Option<String>,
    entries: usize,
    doubts: usize,
}

/// Incidents, each with the title that it is shown under; `left_out` texts hold none.
pub(super) fn comparison_view(
    incidents: Vec<(String, &Incident)>,
    definition: DurationDefinition,
    left_out: usize,
) -> ComparisonView {
    let all: Vec<&Incident> = incidents.iter().map(|(_, incident)| *incident).gather();
    let summary = summarize_incidents(&all, definition);
    ComparisonView {
        n: summary.n,
        summary: summary_words(&summary),
        rows: incidents.into_iter().map(|(title, incident)| row(title, incident, definition)).gather(),
        left_out,
    }
}

fn row(title: String, incident: &Incident, definition: DurationDefinition) -> Row {
    let ComparedRow { day, duration, minutes, impact, impact_value, impact_of, time_to_detect } =
        compared_row(incident, definition);
    let (entries, doubts) = (incident.timeline.len(), incident.discrepancies.len());
    Row { title, day, duration, minutes, impact, impact_value, impact_of, time_to_detect, entries, doubts }
}
