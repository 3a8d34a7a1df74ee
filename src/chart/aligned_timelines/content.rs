//! Which incidents can be laid side by side, and what each has to show.

use crate::chart::clean_text::{clean_text, isolate_direction};
use crate::chart::{ComparedIncident, Table};
use crate::incident::Incident;
use crate::metrics::{
    Milestone, PhaseSpan, SpanKind, elapsed_minutes, event_moment, format_after_start, format_duration,
    milestones, phase_spans,
};

/// More rows than this are no picture any more. The longest incidents are kept.
const MOST_ROWS: usize = 100;
/// A share of detection under this many incidents says more about them than about detection.
const LEAST_FOR_SHARE: usize = 2;

/// One incident, in minutes after its start.
pub(super) struct Row {
    /// Its place in the list of incidents.
    pub incident: usize,
    pub title: String,
    pub spans: Vec<PhaseSpan>,
    pub events: Vec<RowEvent>,
    pub total: f64,
    /// Whether the end is known; otherwise `total` reaches the last milestone that is.
    ended: bool,
}

/// One entry of a timeline.
pub(super) struct RowEvent {
    /// Its place in the incident's timeline.
    pub place: usize,
    pub minutes: f64,
    pub label: String,
}

impl Row {
    fn of(place: usize, one: &ComparedIncident) -> Option<Self> {
        let known = milestones(one.incident);
        let &(first, _) = known.first()?;
        let &(last, total) = known.last()?;
        if first != Milestone::Began || total <= 0.0 {
            return None;
        }
        Some(Self {
            incident: place,
            title: name(one),
            spans: phase_spans(one.incident),
            events: events_until(one.incident, total),
            total,
            ended: last == Milestone::Resolved,
        })
    }

    /// What stands beside the bar.
    pub fn total_words(&self) -> String {
        let total = format_duration(self.total);
        if self.ended { total } else { format!("{total} or more") }
    }

    /// What a bar's phase says.
    pub fn span_label(&self, span: &PhaseSpan) -> String {
        let length = format_duration(span.minutes());
        format!("{}: {} {length}", self.title, span.kind.label())
    }

    fn minutes_in(&self, kind: SpanKind) -> Option<f64> {
        self.spans.iter().find(|span| span.kind == kind).map(|span| span.minutes())
    }
}

/// Everything that is drawn, the longest incident first.
pub(super) struct Content {
    pub rows: Vec<Row>,
    aligned: usize,
    without_times: usize,
}

impl Content {
    /// What `incidents` have to show, or `None` where none has a start and a later milestone.
    pub fn of(incidents: &[ComparedIncident]) -> Option<Self> {
        let mut rows: Vec<Row> =
            incidents.iter().enumerate().filter_map(|(place, one)| Row::of(place, one)).collect();
        rows.sort_by(|a, b| b.total.total_cmp(&a.total));
        let aligned = rows.len();
        rows.truncate(MOST_ROWS);
        let without_times = incidents.len() - aligned;
        (aligned > 0).then_some(Self { rows, aligned, without_times })
    }

    /// The longest total, which the axis must hold.
    pub fn longest(&self) -> f64 {
        self.rows.iter().map(|row| row.total).fold(0.0, f64::max)
    }

    /// The kinds of spans that occur, in the order in which incidents pass them.
    pub fn kinds(&self) -> Vec<SpanKind> {
        let occurs = |kind: &SpanKind| self.rows.iter().any(|row| row.minutes_in(*kind).is_some());
        SpanKind::ALL.into_iter().filter(occurs).collect()
    }

    /// The finding: the share of detection where enough reports tell it, otherwise the longest.
    pub fn title(&self) -> String {
        let told: Vec<(f64, f64)> = (self.rows.iter())
            .filter_map(|row| Some((row.minutes_in(SpanKind::Detect)?, row.total)))
            .collect();
        if told.len() >= LEAST_FOR_SHARE {
            let (detect, total) = told.iter().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            let percent = (100.0 * detect / total).round();
            return format!(
                "{percent} % of the time passed before detection, in the {} incidents that tell",
                told.len()
            );
        }
        match self.rows.first() {
            Some(longest) if self.rows.len() > 1 => {
                format!("The longest was {}, {}", longest.title, longest.total_words())
            }
            Some(only) => format!("{}, {}", only.title, only.total_words()),
            None => String::new(),
        }
    }

    /// What is not drawn, which stands in the picture itself.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.without_times > 0 {
            let has = if self.without_times == 1 { "incident has" } else { "incidents have" };
            notes.push(format!("{} {has} no times to align", self.without_times));
        }
        if self.aligned > self.rows.len() {
            notes.push(format!("the longest {} of {} are drawn", self.rows.len(), self.aligned));
        }
        notes
    }

    /// How to read the picture.
    pub fn description(&self) -> String {
        let reading = "Each row is an incident from its start; colors are phases, ticks are \
                       timeline entries. The axis is linear, so that lengths compare.";
        let notes = self.notes().into_iter().map(|note| format!("{note}."));
        [reading.to_owned()].into_iter().chain(notes).collect::<Vec<_>>().join(" ")
    }

    /// One row an incident, one column a phase; a phase that its report does not tell is empty.
    pub fn table(&self) -> Table {
        let kinds = self.kinds();
        let mut header = vec!["Incident".to_owned()];
        header.extend(kinds.iter().map(|kind| kind.label().to_owned()));
        header.push("Total".to_owned());
        let cells = |row: &Row| {
            let mut cells = vec![row.title.clone()];
            let words = |kind: &SpanKind| row.minutes_in(*kind).map(format_duration);
            cells.extend(kinds.iter().map(|kind| words(kind).unwrap_or_default()));
            cells.push(row.total_words());
            cells
        };
        Table { rows: self.rows.iter().map(cells).collect(), header }
    }
}

fn name(one: &ComparedIncident) -> String {
    isolate_direction(clean_text(&one.title).trim())
}

/// The entries from the start until `total` minutes after it; later ones are no part of the outage.
fn events_until(incident: &Incident, total: f64) -> Vec<RowEvent> {
    let Some(start) = incident.start.as_ref() else { return Vec::new() };
    let placed = (incident.timeline.iter().enumerate()).filter_map(|(place, event)| {
        let minutes = elapsed_minutes(start, &event_moment(event)?)?;
        let label = format!("{} {}", format_after_start(minutes), clean_text(&event.text));
        (0.0..=total).contains(&minutes).then_some(RowEvent { place, minutes, label })
    });
    placed.collect()
}
