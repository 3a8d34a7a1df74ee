//! The facts of one incident, each with its evidence, rule and certainty.

use super::{Discrepancy, Event, PartialTime, RuleId};
use crate::text::Span;

/// Everything that one report says of one incident. What the text does not settle is absent.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Incident {
    /// The report's own title, without markup.
    pub title: Option<String>,
    /// The severity that the report names.
    pub severity: Option<Severity>,
    /// The service that the report is about, where it names one in a field.
    pub service: Option<Service>,
    /// The zone of the report's main times.
    pub zone: Option<ZoneFact>,
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
    /// The single windows of the outage, where the report gives two or more.
    pub windows: Vec<Spell>,
    /// The duration that a careful engineer would record.
    pub duration: Option<OutageDuration>,
    /// Every defensible duration, the headline among them.
    pub durations: Vec<OutageDuration>,
    /// The headline share of users, requests, customers ... affected.
    pub impact: Option<Impact>,
    /// Every share of something affected, the headline among them.
    pub impacts: Vec<Impact>,
    /// The timeline, in document order.
    pub timeline: Vec<Event>,
    /// Where the report contradicts itself.
    pub discrepancies: Vec<Discrepancy>,
}

/// How sure a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// These words say it.
    Stated,
    /// It follows from stated values.
    Derived,
    /// A convention was applied, such as "the first entry is the start".
    Assumed,
}

impl Certainty {
    /// The stable lower-case name that the data format uses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Derived => "derived",
            Self::Assumed => "assumed",
        }
    }
}

/// A severity as the report names it, such as `SEV-1`, `P2` or `Critical`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    /// The name, in the report's letters.
    pub value: String,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// The service, system or component that a report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The name, in the report's letters.
    pub value: String,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// The zone of the report's main times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneFact {
    /// The name as written: `WAT`, `GMT + 1`, `US/Pacific`.
    pub name: String,
    /// Minutes east of UTC; `None` where the name is ambiguous (CST, IST, "local time").
    pub offset_minutes: Option<i32>,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// A moment in the zone of the report's main times, no more precise than the text is.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Civil date and clock time, as far as they are known.
    pub at: PartialTime,
    /// Minutes east of UTC, where settled.
    pub offset_minutes: Option<i32>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The rule that chose it.
    pub rule: RuleId,
    /// Whether the text hedges it.
    pub approximate: bool,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// One of several windows in which users were affected.
#[derive(Clone, Debug, PartialEq)]
pub struct Spell {
    /// When it began.
    pub start: Moment,
    /// When it ended.
    pub end: Moment,
}

/// What a duration was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The report says it in words: "lasted 37 minutes".
    Stated,
    /// An explicit start and end.
    Window,
    /// Chosen timeline entries.
    Timeline,
}

impl Basis {
    /// The stable lower-case name that the data format uses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Window => "window",
            Self::Timeline => "timeline",
        }
    }
}

/// How long the outage was. Either `minutes`, or `low` and `high` of a stated range.
#[derive(Clone, Debug, PartialEq)]
pub struct OutageDuration {
    /// Minutes; `None` for a range.
    pub minutes: Option<f64>,
    /// Lower end of a stated range, in minutes.
    pub low: Option<f64>,
    /// Upper end of a stated range, in minutes.
    pub high: Option<f64>,
    /// Whether the text hedges it ("about", "nearly", "up to").
    pub approximate: bool,
    /// What it was read from.
    pub basis: Basis,
    /// How sure it is.
    pub certainty: Certainty,
    /// The rule that chose it.
    pub rule: RuleId,
    /// The words that say so.
    pub evidence: Vec<Span>,
}

/// Whether a percentage is a limit rather than a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// "over 40 %".
    AtLeast,
    /// "less than 1 %", "up to 10 %".
    AtMost,
}

impl Bound {
    /// The stable kebab-case name that the data format uses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
        }
    }
}

/// The share of something that was affected. Either `percent`, or `low` and `high` of a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Impact {
    /// Share affected, 0 to 100; `None` for a range.
    pub percent: Option<f64>,
    /// Lower end of a stated range.
    pub low: Option<f64>,
    /// Upper end of a stated range.
    pub high: Option<f64>,
    /// What it is a share of: "users", "requests"; `None` where the text leaves it open.
    pub of: Option<String>,
    /// Whether the text hedges it.
    pub approximate: bool,
    /// Whether it is a limit.
    pub bound: Option<Bound>,
    /// Whether it is a peak value rather than one for the whole outage.
    pub peak: bool,
    /// How sure it is.
    pub certainty: Certainty,
    /// The rule that chose it.
    pub rule: RuleId,
    /// The words that say so.
    pub evidence: Vec<Span>,
}
