//! Incidents beside each other: one line of the list, and one row of the comparison's table.

use std::rc::Rc;

use crate::document::Document;
use crate::incident::Incident;
use crate::metrics::{DurationDefinition, MeasuredDuration, elapsed_minutes, format_date, format_duration};
use crate::text::decimal;

use super::listing::Listed;
use super::wording::{duration_value, duration_words, impact_value, impact_words};
use super::{EntryId, Report, Source, State};

/// The longest title that is shown.
const LONGEST_TITLE: usize = 90;

/// One line of the list and one row of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryView {
    /// Which entry it is.
    pub id: EntryId,
    /// The report's title, or its first words.
    pub title: String,
    /// Whether an incident was found.
    pub found: bool,
    /// Whether the text is still being read.
    pub is_being_read: bool,
    /// Whether a fact of it was corrected.
    pub is_corrected: bool,
    /// The user's tags.
    pub tags: Vec<Rc<str>>,
    /// How grave it was.
    pub severity: Option<String>,
    /// What was affected.
    pub service: Option<String>,
    /// The day it began.
    pub day: Option<String>,
    /// How long it lasted.
    pub duration: Option<String>,
    /// The minutes for programs, empty where they are missing.
    pub duration_value: String,
    /// The share affected.
    pub impact: Option<String>,
    /// The percentage for programs, empty where it is missing.
    pub impact_value: String,
    /// What the share is of.
    pub impact_of: Option<String>,
    /// The share as a number, for a bar.
    pub percent: Option<f64>,
    /// The time from start to detection.
    pub time_to_detect: Option<String>,
    /// How many timeline entries there are.
    pub entries: usize,
    /// How many discrepancies there are.
    pub doubts: usize,
}

/// One entry in words.
#[must_use]
pub fn entry_view(state: &State, listed: &Listed) -> EntryView {
    let Listed { id, report, incident } = *listed;
    let nothing = Incident::default();
    let found = incident.unwrap_or(&nothing);
    let impact = found.impact.as_ref();
    let notes = report.notes_of(id.incident);
    let (entries, doubts) = counts(report, id.incident, found);
    EntryView {
        id,
        title: title_of(report, id.incident, incident),
        found: incident.is_some(),
        is_being_read: report.is_being_read(),
        is_corrected: !notes.corrections.is_empty(),
        tags: notes.tags.clone(),
        severity: found.severity.as_ref().map(|severity| severity.value.clone()),
        service: found.service.as_ref().map(|service| service.value.clone()),
        day: day_of(found),
        duration: duration_in_use(state.settings.definition, found),
        duration_value: value_in_use(state.settings.definition, found),
        impact: impact.map(impact_words),
        impact_value: impact.map(impact_value).unwrap_or_default(),
        impact_of: impact.and_then(|impact| impact.of.clone()),
        percent: impact.and_then(|impact| impact.percent.or(impact.high)),
        time_to_detect: time_to_detect(found),
        entries,
        doubts,
    }
}

/// How many timeline entries and discrepancies there are; those of a report that was not read yet are
/// known from the library.
fn counts(report: &Report, place: usize, incident: &Incident) -> (usize, usize) {
    let kept = report.kept.as_ref().filter(|_| report.reading.is_none());
    match kept.and_then(|kept| kept.counts.get(place)) {
        Some(&(entries, doubts)) => (entries as usize, doubts as usize),
        None => (incident.timeline.len(), incident.discrepancies.len()),
    }
}

/// The duration under the definition in use, the headline's words where that is the headline.
pub(super) fn duration_in_use(definition: DurationDefinition, incident: &Incident) -> Option<String> {
    if definition == DurationDefinition::StartToEnd {
        return incident.duration.as_ref().map(duration_words);
    }
    MeasuredDuration::of(incident, definition).ok().map(|measured| measured.words())
}

/// The minutes under the definition in use, for programs; empty where they are missing.
fn value_in_use(definition: DurationDefinition, incident: &Incident) -> String {
    if definition == DurationDefinition::StartToEnd {
        return incident.duration.as_ref().map(duration_value).unwrap_or_default();
    }
    let minutes = MeasuredDuration::of(incident, definition).ok().and_then(|measured| measured.minutes());
    minutes.map(|minutes| decimal(minutes, 2)).unwrap_or_default()
}

pub(super) fn day_of(incident: &Incident) -> Option<String> {
    let moments = [&incident.start, &incident.detected, &incident.end];
    let date = moments.into_iter().flatten().find_map(|moment| moment.at.date)?;
    Some(format_date(date))
}

pub(super) fn time_to_detect(incident: &Incident) -> Option<String> {
    let minutes = elapsed_minutes(incident.start.as_ref()?, incident.detected.as_ref()?)?;
    (minutes >= 0.0).then(|| format_duration(minutes))
}

/// The name that the user gave the incident at `place`, else its title, else the first words of the text, else
/// where the text came from.
#[must_use]
pub fn title_of(report: &Report, place: usize, incident: Option<&Incident>) -> String {
    let given = report.notes_of(place).name.as_ref().map(Rc::to_string);
    let stated = || incident.and_then(|incident| incident.title.clone());
    let title =
        given.or_else(stated).or_else(|| first_words(report)).unwrap_or_else(|| name_of(&report.source));
    shortened(title)
}

/// The first words of the text, also of one that is still in the library.
pub(super) fn first_words(report: &Report) -> Option<String> {
    match &report.reading {
        Some(reading) => opening_words(&reading.extraction.document),
        None => report.kept.as_ref()?.opening.clone(),
    }
}

/// The incident's title, else the first words of the text; `None` where there are no words.
#[must_use]
pub fn title_in(document: &Document, incident: &Incident) -> Option<String> {
    incident.title.clone().map(shortened).or_else(|| opening_words(document))
}

fn opening_words(document: &Document) -> Option<String> {
    let mut blocks = document.blocks().iter().take(20);
    let words = blocks.find_map(|block| {
        let near = crate::text::Span::new(block.span.start, block.span.end.min(block.span.start + 2_000));
        let words = document.words(fitted(document.visible(), near));
        (!words.is_empty()).then_some(words)
    })?;
    Some(shortened(words))
}

fn shortened(words: String) -> String {
    match words.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => [words[..end].trim_end(), "…"].concat(),
        None => words,
    }
}

/// The span with its end on a character boundary.
fn fitted(text: &str, span: crate::text::Span) -> crate::text::Span {
    crate::text::Span::new(span.start, text.floor_char_boundary(span.end))
}

fn name_of(source: &Source) -> String {
    match source {
        Source::Pasted => "Pasted text".to_owned(),
        Source::Typed => "New text".to_owned(),
        Source::Sample => "Sample".to_owned(),
        Source::Link => "Shared report".to_owned(),
        Source::Imported => "Imported report".to_owned(),
        Source::File(name) => name.to_string(),
    }
}
