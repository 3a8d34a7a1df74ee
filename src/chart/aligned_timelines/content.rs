//! Which incidents can be laid side by side, and what each has to show.

use crate::chart::canvas::Told;
use crate::chart::clean_text::clean_text;
use crate::chart::{ComparedIncident, Table};
use crate::incident::Incident;
use crate::metrics::{
    Milestone, PhaseSpan, SpanKind, elapsed_minutes, event_moment, format_after_start, format_duration,
    milestones, minutes_to_detect, phase_spans, quantile,
};
use crate::text::{float_key, sorted_by_key};

/// More rows than this are no picture any more. The longest incidents are kept.
const MOST_ROWS: usize = 100;
/// The median of fewer incidents says more about them than about detection.
const LEAST_FOR_MEDIAN: usize = 3;
/// Where the longest incident is so many times as long as the median, the longest ones are cut ...
const CUT_FROM_MEDIANS: f64 = 6.0;
/// ... at so many times the median, rounded up to a round time.
const CUT_AT_MEDIANS: f64 = 4.0;

/// One incident, in minutes after its start.
pub(super) struct Row {
    /// Its place in the list of incidents.
    pub incident: usize,
    pub title: String,
    pub spans: Vec<PhaseSpan>,
    pub events: Vec<RowEvent>,
    pub total: f64,
    /// How long it took to notice, in minutes, where the report tells.
    detection: Option<f64>,
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
        let spans = phase_spans(one.incident);
        Some(Self {
            incident: place,
            title: one.name(),
            detection: minutes_to_detect(one.incident, &spans),
            spans,
            events: events_until(one.incident, total),
            total,
            ended: last == Milestone::Resolved,
        })
    }

    /// What stands beside the bar; an arrow where the bar is cut at the axis' end.
    pub fn beside(&self, end: f64) -> String {
        if self.total > end { format!("→ {}", self.total_words()) } else { self.total_words() }
    }

    /// The total in words.
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
    /// Where the axis ends, in minutes. Rows that are longer are cut there.
    pub end: f64,
    aligned: usize,
    without_times: usize,
}

impl Content {
    /// What `incidents` have to show, or `None` where none has a start and a later milestone.
    pub fn of(incidents: &[ComparedIncident]) -> Option<Self> {
        let rows: Vec<Row> =
            incidents.iter().enumerate().filter_map(|(place, one)| Row::of(place, one)).collect();
        let mut rows = sorted_by_key(rows, |row| !float_key(row.total));
        let aligned = rows.len();
        rows.truncate(MOST_ROWS);
        let without_times = incidents.len() - aligned;
        (aligned > 0).then(|| Self { end: Self::axis_end(&rows), rows, aligned, without_times })
    }

    /// What stands beside the picture.
    pub fn told(&self) -> Told {
        Told { title: self.title(), description: self.description(), table: self.table() }
    }

    /// The kinds of spans that are seen, in the order in which incidents pass them.
    pub fn kinds(&self) -> Vec<SpanKind> {
        let occurs = |kind: &SpanKind| self.rows.iter().any(|row| row.minutes_in(*kind) > Some(0.0));
        SpanKind::ALL.into_iter().filter(occurs).collect()
    }

    /// The finding: how soon half were detected where enough reports tell it, otherwise the longest.
    fn title(&self) -> String {
        if let Some(finding) = self.detection_finding() {
            return finding;
        }
        match self.rows.as_slice() {
            [] => String::new(),
            [only] => format!("{}, {}", only.title, only.total_words()),
            [longest, ..] => format!("The longest was {}, {}", longest.title, longest.total_words()),
        }
    }

    /// Incidents that were noticed at once count with zero, and those whose report does not tell
    /// when they were noticed not at all.
    fn detection_finding(&self) -> Option<String> {
        let told = self.rows.iter().filter_map(|row| row.detection).collect();
        let told = sorted_by_key(told, |minutes| float_key(*minutes));
        let median = quantile(&told, 0.5).filter(|_| told.len() >= LEAST_FOR_MEDIAN)?;
        let words = match median {
            0.0 => "at once".to_owned(),
            minutes => format!("within {}", format_duration(minutes)),
        };
        Some(format!("Half were detected {words}, of the {} whose reports tell", told.len()))
    }

    /// Where the axis ends, in minutes: at the longest total, unless that would leave most rows too
    /// short to read.
    fn axis_end(rows: &[Row]) -> f64 {
        let totals = rows.iter().map(|row| row.total).collect();
        let totals = sorted_by_key(totals, |total| float_key(*total));
        let longest = totals.last().copied().unwrap_or(0.0);
        match quantile(&totals, 0.5) {
            Some(median) if longest > CUT_FROM_MEDIANS * median => round_up(CUT_AT_MEDIANS * median),
            _ => longest,
        }
    }

    /// What is not drawn, which stands in the picture itself.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.without_times > 0 {
            let has = if self.without_times == 1 { "incident has" } else { "incidents have" };
            notes.push(format!("{} {has} no times to align", self.without_times));
        }
        let cut = self.rows.iter().filter(|row| row.total > self.end).count();
        if cut > 0 {
            let rows = if cut == 1 { "row is" } else { "rows are" };
            notes.push(format!("→ {cut} {rows} cut at {}", format_after_start(self.end)));
        }
        if self.aligned > self.rows.len() {
            notes.push(format!("the longest {} of {} are drawn", self.rows.len(), self.aligned));
        }
        notes
    }

    /// How to read the picture.
    fn description(&self) -> String {
        let reading = "Each row is an incident from its start; colors are phases, ticks are \
                       timeline entries. Lengths are those between the times that the reports give; the \
                       axis is linear, so that they compare.";
        let notes = self.notes().into_iter().map(|note| format!("{note}."));
        [reading.to_owned()].into_iter().chain(notes).collect::<Vec<_>>().join(" ")
    }

    /// One row an incident, one column a phase; a phase that its report does not tell is empty.
    fn table(&self) -> Table {
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

/// Whole hours from two hours on, ten minutes from twenty on, and minutes under that.
fn round_up(minutes: f64) -> f64 {
    let grain = match minutes {
        m if m >= 120.0 => 60.0,
        m if m >= 20.0 => 10.0,
        _ => 1.0,
    };
    (minutes / grain).ceil() * grain
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
