//! The shapes of a report and its incidents in the data format. `None` is written as `null`: the
//! text does not say.

use serde::Serialize;

/// One analysed text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// [`super::SCHEMA`].
    pub schema: &'static str,
    /// The incidents, in document order.
    pub incidents: Vec<Incident>,
}

/// One incident.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Incident {
    /// The report's title.
    pub title: Option<String>,
    /// The severity that the report names.
    pub severity: Option<Named>,
    /// The service that the report names in a field.
    pub service: Option<Named>,
    /// The zone of the main times.
    pub zone: Option<Zone>,
    /// When users began to be affected.
    pub start: Option<Moment>,
    /// When the problem was first noticed.
    pub detected: Option<Moment>,
    /// When a responder took it on.
    pub acknowledged: Option<Moment>,
    /// When the harm was stopped or lessened.
    pub mitigated: Option<Moment>,
    /// When service was fully restored.
    pub end: Option<Moment>,
    /// The single windows, where there are two or more.
    pub windows: Vec<Window>,
    /// The headline duration.
    pub duration: Option<Duration>,
    /// Every defensible duration.
    pub durations: Vec<Duration>,
    /// The headline share affected.
    pub impact: Option<Impact>,
    /// Every share affected.
    pub impacts: Vec<Impact>,
    /// The timeline, in document order.
    pub timeline: Vec<Event>,
    /// Where the report contradicts itself.
    pub discrepancies: Vec<Discrepancy>,
}

/// Words of the text, in UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// First code unit.
    pub start: usize,
    /// One past the last code unit.
    pub end: usize,
    /// The words themselves.
    pub text: String,
}

/// A severity or a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// As the report writes it.
    pub value: String,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// A zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Zone {
    /// As written.
    pub name: String,
    /// Minutes east of UTC.
    pub offset_minutes: Option<i32>,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// A moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// `YYYY-MM-DDTHH:MM` or as much of it as the text settles.
    pub at: String,
    /// Minutes east of UTC.
    pub offset_minutes: Option<i32>,
    /// `stated`, `derived` or `assumed`.
    pub certainty: &'static str,
    /// The rule that chose it.
    pub rule: String,
    /// Whether the text hedges it.
    pub approximate: bool,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// One of several windows of an outage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Window {
    /// When it began.
    pub start: Moment,
    /// When it ended.
    pub end: Moment,
}

/// A duration.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Duration {
    /// Minutes, unless it is a range.
    pub minutes: Option<f64>,
    /// Lower end in minutes.
    pub low: Option<f64>,
    /// Upper end in minutes.
    pub high: Option<f64>,
    /// Whether the text hedges it.
    pub approximate: bool,
    /// `stated`, `window` or `timeline`.
    pub basis: &'static str,
    /// `stated`, `derived` or `assumed`.
    pub certainty: &'static str,
    /// The rule that chose it.
    pub rule: String,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// A share affected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Impact {
    /// Percent, unless it is a range.
    pub percent: Option<f64>,
    /// Lower end in percent.
    pub low: Option<f64>,
    /// Upper end in percent.
    pub high: Option<f64>,
    /// What it is a share of.
    pub of: Option<String>,
    /// Whether the text hedges it.
    pub approximate: bool,
    /// `at-least` or `at-most`.
    pub bound: Option<&'static str>,
    /// Whether it is a peak.
    pub peak: bool,
    /// `stated`, `derived` or `assumed`.
    pub certainty: &'static str,
    /// The rule that chose it.
    pub rule: String,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// A timeline entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// When, in the form of [`Moment::at`].
    pub at: Option<String>,
    /// The end of an entry's range.
    pub until: Option<String>,
    /// Minutes east of UTC.
    pub offset_minutes: Option<i32>,
    /// What happened.
    pub text: String,
    /// What it means for the incident.
    pub phase: &'static str,
    /// Whether the time is hedged.
    pub approximate: bool,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// A contradiction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Discrepancy {
    /// What disagrees.
    pub kind: &'static str,
    /// A sentence for people.
    pub message: String,
    /// The passages.
    pub evidence: Vec<Span>,
}
