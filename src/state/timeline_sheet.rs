//! The rows of the timeline table with what the user can correct of them.

use crate::incident::Incident;
use crate::text::Gather;

use super::correction::settled_entries;
use super::parts::entry_parts;
use super::timeline::row;
use super::{Correctable, FactId, FactPart, MOST_ENTRIES, Report, TimelineRow};

/// One entry of the timeline that was read, with the user's corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The entry's place in the timeline that was read.
    pub place: usize,
    /// What is shown.
    pub row: TimelineRow,
    /// Whether it is an entry of the incident: neither removed, nor gone from the text.
    pub is_there: bool,
    /// The fields to correct it in; none before its text is read.
    pub parts: Vec<FactPart>,
}

impl SheetRow {
    /// Whether the user settled any value of it.
    #[must_use]
    pub fn is_corrected(&self) -> bool {
        self.parts.iter().any(|part| part.original.is_some())
    }
}

/// The incident at `place` of `report` as the text tells it, without the entries that the user removed: what the words
/// of the text stand for. Its entries have the places that they have in the corrected incident.
#[must_use]
pub fn incident_of_words(report: &Report, place: usize) -> Option<Incident> {
    let read = report.original_incidents().get(place)?;
    let entries = settled_entries(read, &report.notes_of(place).corrections);
    let left = read.timeline.iter().zip(entries).filter(|(_, settled)| !settled.is_removed);
    Some(Incident { timeline: left.map(|(event, _)| event.clone()).gather(), ..read.clone() })
}

/// The entries of the incident at `place` of `report`, in document order, the removed ones among them, and behind them
/// those that were corrected and that the text has no more; and how many are left out for length.
#[must_use]
pub fn timeline_sheet(report: &Report, place: usize, incident: &Incident) -> (Vec<SheetRow>, usize) {
    let Some(read) = report.original_incidents().get(place) else { return (Vec::new(), 0) };
    let notes = report.notes_of(place);
    let can_correct = report.reading.is_some();
    let mut rows = Vec::new();
    let (mut day, mut shown) = (None, 0);
    for (entry, settled) in settled_entries(read, &notes.corrections).iter().take(MOST_ENTRIES).enumerate() {
        let parts = entry_parts(notes, entry, Some(settled), read.timeline.get(entry));
        let row = row(incident, shown, &settled.event, &mut day);
        shown += usize::from(!settled.is_removed);
        let parts = if can_correct { parts } else { Vec::new() };
        rows.push(SheetRow { place: entry, row, is_there: !settled.is_removed, parts });
    }
    let left_out = read.timeline.len() - rows.len();
    for correction in &notes.corrections {
        let Correctable::Entry(entry, _) = correction.fact else { continue };
        if can_correct && entry >= read.timeline.len() && rows.iter().all(|row| row.place != entry) {
            let key = correction.entry.as_deref().unwrap_or_default();
            let row = TimelineRow::gone(FactId::Entry(entry), key);
            let parts = entry_parts(notes, entry, None, None);
            rows.push(SheetRow { place: entry, row, is_there: false, parts });
        }
    }
    (rows, left_out)
}
