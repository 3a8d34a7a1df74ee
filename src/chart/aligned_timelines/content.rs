//! Which incidents can be laid side by side, and what is said of them.

use super::row::{AlignedAt, Candidate, Row};
use crate::chart::canvas::Told;
use crate::chart::{ComparedIncident, Table};
use crate::metrics::{SpanKind, ascending, format_duration, quantile};
use crate::text::{Gather, float_key, sorted_by_key};

/// More rows than this are no picture any more. The longest incidents are kept.
const MOST_ROWS: usize = 100;
/// The median of fewer incidents says more about them than about detection.
const LEAST_FOR_MEDIAN: usize = 3;
/// Where the longest incident is so many times as long as the median, the longest ones are cut ...
const CUT_FROM_MEDIANS: f64 = 6.0;
/// ... at so many times the median, rounded up to a round time.
const CUT_AT_MEDIANS: f64 = 4.0;

/// Everything that is drawn, the longest incident first.
pub(super) struct Content {
    pub aligned_at: AlignedAt,
    pub rows: Vec<Row>,
    /// Where the axis begins and ends, in minutes. Rows that reach beyond are cut there.
    pub ends: (f64, f64),
    aligned: usize,
    without_times: usize,
    /// Minutes to detection, ascending, of every incident that can be aligned and tells it.
    detections: Vec<f64>,
}

impl Content {
    /// What `incidents` have to show, or `None` where none has the moment to align at and another one.
    pub fn of(incidents: &[ComparedIncident], aligned_at: AlignedAt) -> Option<Self> {
        let candidates = incidents.iter().enumerate();
        let candidates = candidates.filter_map(|(place, one)| Candidate::of(place, one, aligned_at)).gather();
        let candidates = sorted_by_key(candidates, |one: &Candidate| !float_key(one.length));
        let row = |one: &Candidate| Row::of(one.incident, incidents.get(one.incident)?, aligned_at);
        let rows: Vec<Row> = candidates.iter().take(MOST_ROWS).filter_map(row).gather();
        let leads = rows.iter().map(|row| -row.from).filter(|lead| *lead > 0.0);
        let content = Self {
            aligned_at,
            ends: (-axis_end(leads), axis_end(rows.iter().map(|row| row.to))),
            aligned: candidates.len(),
            without_times: incidents.len() - candidates.len(),
            detections: ascending(candidates.iter().filter_map(|one| one.detection)),
            rows,
        };
        (!content.rows.is_empty()).then_some(content)
    }

    /// What stands beside the picture.
    pub fn told(&self) -> Told {
        Told { title: self.title(), description: self.description(), table: self.table() }
    }

    /// The kinds of spans that are seen, in the order in which incidents pass them.
    pub fn kinds(&self) -> Vec<SpanKind> {
        let occurs = |kind: &SpanKind| self.rows.iter().any(|row| row.minutes_in(*kind) > Some(0.0));
        SpanKind::ALL.into_iter().filter(occurs).gather()
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
        let told = &self.detections;
        let median = quantile(told, 0.5).filter(|_| told.len() >= LEAST_FOR_MEDIAN)?;
        let words = match median {
            0.0 => "at once".to_owned(),
            minutes => format!("within {}", format_duration(minutes)),
        };
        Some(format!("Half were detected {words}, of the {} whose reports tell", told.len()))
    }

    /// What the picture counts and what is not drawn, which stands in the picture itself.
    pub fn notes(&self) -> Vec<String> {
        let mut notes =
            vec![format!("n = {}", self.aligned), "between the times that the reports give".to_owned()];
        if self.without_times > 0 {
            let has = if self.without_times == 1 { "incident has" } else { "incidents have" };
            notes.push(format!("{} {has} no times to align", self.without_times));
        }
        let (begin, end) = self.ends;
        let cut = |is_cut: &dyn Fn(&Row) -> bool, arrow: &str, at: f64| {
            let cut = self.rows.iter().filter(|row| is_cut(row)).count();
            let rows = if cut == 1 { "row is" } else { "rows are" };
            (cut > 0).then(|| format!("{arrow} {cut} {rows} cut at {}", self.axis_words(at)))
        };
        notes.extend(cut(&|row| row.to > end, "→", end));
        notes.extend(cut(&|row| row.from < begin, "←", begin));
        if self.aligned > self.rows.len() {
            notes.push(format!("the longest {} of {} are drawn", self.rows.len(), self.aligned));
        }
        if self.rows.iter().any(|row| !row.hedged.is_empty()) {
            notes.push("○ a time that the report hedges".to_owned());
        }
        notes
    }

    /// A place on the axis in words.
    pub fn axis_words(&self, minutes: f64) -> String {
        match minutes {
            0.0 => self.aligned_at.label().to_owned(),
            minutes if minutes > 0.0 => format!("+{}", format_duration(minutes)),
            minutes => format_duration(minutes),
        }
    }

    /// How to read the picture.
    fn description(&self) -> String {
        let from = match self.aligned_at {
            AlignedAt::Start => "Each row is an incident from its start",
            AlignedAt::Detection => {
                "Each row is an incident around the moment when it was noticed; \
                                     what stands beside it is the time after that"
            }
        };
        let reading = "colors are phases, ticks are timeline entries, and an arrow at the end of a row stands where no end is \
                       told. The axis is linear, so that lengths compare.";
        let notes = self.notes().into_iter().map(|note| format!("{note}."));
        [format!("{from}; {reading}")].into_iter().chain(notes).gather().join(" ")
    }

    /// One row an incident, one column a phase; a phase that its report does not tell is empty.
    fn table(&self) -> Table {
        let kinds = self.kinds();
        let mut header = vec!["Incident".to_owned()];
        header.extend(kinds.iter().map(|kind| kind.label().to_owned()));
        let total = match self.aligned_at {
            AlignedAt::Start => "Total",
            AlignedAt::Detection => "After detection",
        };
        header.push(total.to_owned());
        let cells = |row: &Row| {
            let mut cells = vec![row.title.clone()];
            let words = |kind: &SpanKind| row.minutes_in(*kind).map(format_duration);
            cells.extend(kinds.iter().map(|kind| words(kind).unwrap_or_default()));
            cells.push(row.total_words());
            cells
        };
        Table { rows: self.rows.iter().map(cells).gather(), header }
    }
}

/// Where an axis of these lengths ends: at the longest, unless that would leave most too short to read.
fn axis_end(lengths: impl Iterator<Item = f64>) -> f64 {
    let lengths = ascending(lengths);
    let longest = lengths.last().copied().unwrap_or(0.0);
    match quantile(&lengths, 0.5) {
        Some(median) if median > 0.0 && longest > CUT_FROM_MEDIANS * median => {
            round_up(CUT_AT_MEDIANS * median)
        }
        _ => longest,
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
