//! What one report is in the library: the record of each, version 2.
//!
//! A record holds what lists, comparisons and charts need of its incidents, flat and without the words behind it,
//! so that ten thousand of them open at once. The text is kept apart, because it is long; evidence, the whole
//! timeline and discrepancies are read again from it when the report is opened. What is absent is left out.
//!
//! Times of the record itself are milliseconds since 1970 in UTC; times of incidents are civil times in the
//! incident's own zone, in the forms of [`crate::incident::PartialTime`].

mod entry;
mod incident;
mod moment;
mod of;
mod read;
mod version;

pub use entry::{STORED_ENTRY_RULE, entry_key, is_of_entry};
pub use moment::parse_moment;
pub use of::counted_entries;
pub use version::{Unreadable, read_report};

use serde::Serialize;

/// The version of the records that this program writes.
pub const VERSION: u32 = 2;

/// The rule id of every fact that comes from a record.
pub const STORED_RULE: crate::incident::RuleId = crate::incident::RuleId::new("stored");

/// One report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoredReport {
    /// [`VERSION`] of the record.
    pub version: u32,
    /// Its number in the library: whole, at least 0, below 2^53.
    pub id: f64,
    /// When it was added.
    pub added_ms: f64,
    /// When the user changed it last; of two copies the later one wins.
    pub changed_ms: f64,
    /// When the user removed it; `None` while it is in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_ms: Option<f64>,
    /// How it came here: `pasted`, `typed`, `sample`, `file` or `imported`.
    pub source: String,
    /// The name of the file that it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// The version of the program that read the facts.
    pub reader: String,
    /// The first words of a text in which no incident was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<String>,
    /// Its incidents, in document order.
    pub incidents: Vec<StoredIncident>,
}

/// One incident of a report.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
pub struct StoredIncident {
    /// What was read from the text.
    pub facts: StoredFacts,
    /// The user's own title for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The user's tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What the user says against what was read, at most one for each fact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<StoredCorrection>,
}

/// What was read of one incident.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
pub struct StoredFacts {
    /// The report's own title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The severity, in the report's letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// The service, in the report's letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The zone of the main times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<StoredZone>,
    /// When users began to be affected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<StoredMoment>,
    /// When the problem was first noticed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detected: Option<StoredMoment>,
    /// When a responder took it on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<StoredMoment>,
    /// When the harm was stopped or lessened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mitigated: Option<StoredMoment>,
    /// When service was fully restored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<StoredMoment>,
    /// The headline duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<StoredDuration>,
    /// The first duration that the report states in words, where the headline is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated_duration: Option<StoredDuration>,
    /// The headline share affected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impact: Option<StoredImpact>,
    /// The few timeline entries that figures over many incidents depend on, in document order: the one that tells
    /// of the cause and, where neither an end nor a length is told, the last ones that tell of the outage; and those
    /// that the user corrected, with those that figures depend on since.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<StoredEntry>,
    /// How many entries the timeline has.
    pub events: u32,
    /// In how many places the report contradicts itself.
    pub discrepancies: u32,
}

/// A zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoredZone {
    /// As written.
    pub name: String,
    /// Minutes east of UTC, where settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset_minutes: Option<i32>,
}

/// A moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoredMoment {
    /// `YYYY-MM-DDTHH:MM` or as much of it as the text settles.
    pub at: String,
    /// Minutes east of UTC, where settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset_minutes: Option<i32>,
    /// `stated`, `derived` or `assumed`.
    pub certainty: String,
    /// Whether the text hedges it.
    #[serde(skip_serializing_if = "is_false")]
    pub approximate: bool,
    /// Whether it was read from a timeline entry, so that it follows where that one is corrected.
    #[serde(skip_serializing_if = "is_false")]
    pub from_entry: bool,
}

/// A duration.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoredDuration {
    /// Minutes, unless it is a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<f64>,
    /// Lower end in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Whether the text hedges it.
    #[serde(skip_serializing_if = "is_false")]
    pub approximate: bool,
    /// `stated`, `window` or `timeline`.
    pub basis: String,
    /// `stated`, `derived` or `assumed`.
    pub certainty: String,
}

/// A share affected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoredImpact {
    /// Percent, unless it is a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// Lower end in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What it is a share of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Whether the text hedges it.
    #[serde(skip_serializing_if = "is_false")]
    pub approximate: bool,
    /// `at-least` or `at-most`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<String>,
    /// Whether it is a peak.
    #[serde(skip_serializing_if = "is_false")]
    pub peak: bool,
    /// `stated`, `derived` or `assumed`.
    pub certainty: String,
}

/// A timeline entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoredEntry {
    /// When, in the form of [`StoredMoment::at`]; empty where the text leaves it open.
    pub at: String,
    /// Minutes east of UTC, where settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset_minutes: Option<i32>,
    /// What it means for the incident, such as `identified`.
    pub phase: String,
    /// What happened, cut after [`StoredEntry::LONGEST_TEXT`] characters.
    pub text: String,
    /// Whether the time is hedged.
    #[serde(skip_serializing_if = "is_false")]
    pub approximate: bool,
}

/// What the user says of one fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoredCorrection {
    /// `duration`, `impact`, `start`, `end`, `detected`, `acknowledged`, `mitigated`, `severity`, `service` or `zone`;
    /// or of a timeline entry, by its place, `entry-3-time`, `entry-3-phase` or `entry-3-removed`.
    pub fact: String,
    /// What it is; `None` where the user says that the report does not tell it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<StoredValue>,
    /// What [`entry_key`] says of the entry that it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
}

/// A value that the user entered, in one form for each kind of fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoredValue {
    /// A duration in minutes.
    Minutes(f64),
    /// A duration between two lengths, in minutes.
    MinutesRange(f64, f64),
    /// A share affected.
    Share {
        /// From 0 to 100.
        percent: f64,
        /// What it is a share of.
        #[serde(skip_serializing_if = "Option::is_none")]
        of: Option<String>,
    },
    /// A share affected between two values.
    ShareRange {
        /// From 0 to 100.
        low: f64,
        /// From `low` to 100.
        high: f64,
        /// What it is a share of.
        #[serde(skip_serializing_if = "Option::is_none")]
        of: Option<String>,
    },
    /// A moment.
    Moment {
        /// In the form of [`StoredMoment::at`].
        at: String,
        /// Minutes east of UTC, where known.
        #[serde(skip_serializing_if = "Option::is_none")]
        offset_minutes: Option<i32>,
    },
    /// A severity, a service, a zone's name, an entry's phase.
    Text(String),
}

impl StoredEntry {
    /// The most characters of an entry's text.
    pub const LONGEST_TEXT: usize = 160;
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}
