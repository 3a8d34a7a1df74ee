//! The shapes of mentions in the data format.

use serde::Serialize;

use super::Span;

/// What one text mentions, before any reconciliation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MentionList {
    /// The mentions in text order.
    pub mentions: Vec<Mention>,
}

/// One mention.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mention {
    /// `duration`, `percentage`, `clock-time`, `date`, `zone` or `range`.
    pub kind: &'static str,
    /// What it says.
    pub value: MentionValue,
    /// The rule that recognized it.
    pub rule: String,
    /// Where it says it.
    pub span: Span,
}

/// What a mention says; the fields depend on its kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum MentionValue {
    /// A duration.
    Duration {
        /// Its length in seconds.
        seconds: f64,
    },
    /// A range of durations.
    DurationRange {
        /// Lower end in seconds.
        low_seconds: f64,
        /// Upper end in seconds.
        high_seconds: f64,
    },
    /// A percentage.
    Percentage {
        /// In percent.
        percent: f64,
    },
    /// A range of percentages.
    PercentageRange {
        /// Lower end in percent.
        low: f64,
        /// Upper end in percent.
        high: f64,
    },
    /// A time of day.
    ClockTime {
        /// 0 to 23.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// 0 to 59, where the text has seconds.
        second: Option<u8>,
    },
    /// A day.
    Date {
        /// The year, where the text has it.
        year: Option<i32>,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// A day whose day and month cannot be told apart.
    AmbiguousDate {
        /// Both readings, as `YYYY-MM-DD`.
        ambiguous: [String; 2],
    },
    /// A zone.
    Zone {
        /// As written.
        name: String,
        /// Minutes east of UTC, where the name and the date beside it settle them.
        offset_minutes: Option<i32>,
    },
    /// A range of times, in the forms of [`super::Moment::at`].
    Range {
        /// Where it begins.
        start: String,
        /// Where it ends.
        end: String,
    },
}
