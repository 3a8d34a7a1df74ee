//! Incidents beside each other: the list, and the table of the comparison.

use std::rc::Rc;

use crate::incident::Incident;
use crate::metrics::{
    DurationDefinition, Summary, elapsed_minutes, format_date, format_duration, summarize_incidents,
};

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

/// Every line of the list, in order.
#[must_use]
pub fn list_entries(state: &State) -> Vec<EntryView> {
    state.entries().map(|(id, report, incident)| entry(id, report, incident)).collect()
}

fn entry(id: EntryId, report: &Report, incident: Option<&Incident>) -> EntryView {
    let nothing = Incident::default();
    let found = incident.unwrap_or(&nothing);
    let impact = found.impact.as_ref();
    EntryView {
        id,
        title: title_of(report, incident),
        found: incident.is_some(),
        is_being_read: report.is_being_read(),
        day: day_of(found),
        duration: found.duration.as_ref().map(duration_words),
        duration_value: found.duration.as_ref().map(duration_value).unwrap_or_default(),
        impact: impact.map(impact_words),
        impact_value: impact.map(impact_value).unwrap_or_default(),
        impact_of: impact.and_then(|impact| impact.of.clone()),
        percent: impact.and_then(|impact| impact.percent.or(impact.high)),
        time_to_detect: time_to_detect(found),
        entries: found.timeline.len(),
        doubts: found.discrepancies.len(),
    }
}

fn day_of(incident: &Incident) -> Option<String> {
    let moments = [&incident.start, &incident.detected, &incident.end];
    let date = moments.into_iter().flatten().find_map(|moment| moment.at.date)?;
    Some(format_date(date))
}

fn time_to_detect(incident: &Incident) -> Option<String> {
    let minutes = elapsed_minutes(incident.start.as_ref()?, incident.detected.as_ref()?)?;
    (minutes >= 0.0).then(|| format_duration(minutes))
}

/// The incident's title, else the first words of the text, else where the text came from.
#[must_use]
pub fn title_of(report: &Report, incident: Option<&Incident>) -> String {
    let stated = incident.and_then(|incident| incident.title.clone());
    let title = stated.or_else(|| first_words(report)).unwrap_or_else(|| name_of(&report.source));
    match title.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => [title[..end].trim_end(), "…"].concat(),
        None => title,
    }
}

fn first_words(report: &Report) -> Option<String> {
    let document = &report.reading.as_ref()?.extraction.document;
    let mut blocks = document.blocks().iter().take(20);
    blocks.find_map(|block| {
        let near = crate::text::Span::new(block.span.start, block.span.end.min(block.span.start + 2_000));
        let words = document.words(fitted(document.visible(), near));
        (!words.is_empty()).then_some(words)
    })
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
        Source::File(name) => name.to_string(),
    }
}

/// What the comparison is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The incidents, with the title that each is shown under.
    pub incidents: Vec<(EntryId, String, Rc<Report>)>,
    /// Their figures.
    pub summary: Summary,
}

impl Comparison {
    /// Title and incident of each.
    pub fn pairs(&self) -> impl Iterator<Item = (EntryId, &str, &Incident)> {
        self.incidents.iter().filter_map(|(id, title, report)| {
            report.incidents().get(id.incident).map(|incident| (*id, title.as_str(), incident))
        })
    }
}

/// Every incident on the list with figures over all of them.
#[must_use]
pub fn comparison(state: &State) -> Comparison {
    let found = || state.entries().filter_map(|(id, report, incident)| Some((id, report, incident?)));
    let incidents: Vec<&Incident> = found().map(|(_, _, incident)| incident).collect();
    let summary = summarize_incidents(&incidents, DurationDefinition::default());
    let incidents = found()
        .map(|(id, report, incident)| (id, title_of(report, Some(incident)), Rc::clone(report)))
        .collect();
    Comparison { incidents, summary }
}

/// The figures in one line of words.
#[must_use]
pub fn summary_words(summary: &Summary) -> String {
    let mut parts = vec![["Duration counts ", summary.definition.label()].concat()];
    if let Some(figures) = summary.duration_minutes {
        parts.push(["median ", &format_duration(figures.median)].concat());
        let range = [format_duration(figures.min), format_duration(figures.max)];
        parts.push(range.join(" to "));
    }
    if let Some(total) = summary.downtime_minutes {
        parts.push(["total ", &format_duration(total)].concat());
    }
    for (count, of) in [(summary.n_with_duration, "duration"), (summary.n_with_impact, "share affected")] {
        if count < summary.n {
            parts.push(format!("{} without a {of}", summary.n - count));
        }
    }
    parts.join(" · ")
}
