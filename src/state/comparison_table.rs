//! The table of the comparison for other programs: all of its pages, in the order that is shown.

use crate::chart::Table;
use crate::text::Gather;

use super::State;
use super::listing::listed;
use super::overview::{EntryView, entry_view};

/// The columns. Durations and shares stand in words and as numbers.
const HEADER: [&str; 11] = [
    "Incident", "Began", "Severity", "Service", "Duration", "Minutes", "Share affected", "Percent",
    "To detect", "Entries", "Doubts",
];

/// Every incident that is compared, under the definition of duration in use.
#[must_use]
pub fn comparison_table(state: &State) -> Table {
    let found = listed(state).into_iter().filter(|entry| entry.incident.is_some());
    let rows = found.map(|entry| row(entry_view(state, &entry))).gather();
    let mut header = HEADER.map(str::to_owned).to_vec();
    header[4] = ["Duration (", state.settings.definition.label(), ")"].concat(); // OK because there are eleven columns.
    Table { header, rows }
}

fn row(entry: EntryView) -> Vec<String> {
    let known = Option::unwrap_or_default;
    vec![
        entry.title,
        known(entry.day),
        known(entry.severity),
        known(entry.service),
        known(entry.duration),
        entry.duration_value,
        known(entry.impact),
        entry.impact_value,
        known(entry.time_to_detect),
        entry.entries.to_string(),
        entry.doubts.to_string(),
    ]
}
