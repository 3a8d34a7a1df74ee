//! Records of every version that there has been.
//!
//! A version is never changed once it is released. Version 2 takes one step: [`super::StoredReport`] as it stands goes to a
//! module `v1`, the new one gets a function from it, and `1 =>` below reads the old one and hands it to that function.
//! Records are upgraded where they are read and written back when they are next saved.

use serde::{Deserialize, Deserializer};

use super::{StoredReport, VERSION};

/// The first number that is no longer exact.
const NUMBERS_END: f64 = 9_007_199_254_740_992.0;

/// Why a record cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A later version of the program wrote it.
    Newer,
    /// It is no record; what is wrong with it.
    Damaged(String),
}

impl Unreadable {
    /// The reason as the end of a sentence: "… cannot be read: it was written by a newer Outage Lens".
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            Self::Newer => "it was written by a newer Outage Lens",
            Self::Damaged(words) => words,
        }
    }
}

/// The report of a `record` that says it is of `version`.
///
/// # Errors
///
/// Says that the record is of a later version, or what is wrong with it.
pub fn read_report<'de, D>(version: Option<f64>, record: D) -> Result<StoredReport, Unreadable>
where
    D: Deserializer<'de>,
{
    let report = match version {
        Some(1.0) => StoredReport::deserialize(record).map_err(|error| damaged(&error.to_string()))?,
        Some(later) if later > f64::from(VERSION) => return Err(Unreadable::Newer),
        _ => return Err(Unreadable::Damaged("it has no version".to_owned())),
    };
    check(&report).map_or(Ok(report), |fault| Err(Unreadable::Damaged(fault.to_owned())))
}

/// The browser's errors begin with their name.
fn damaged(words: &str) -> Unreadable {
    Unreadable::Damaged(words.strip_prefix("Error: ").unwrap_or(words).to_owned())
}

/// What is wrong with numbers that are numbers.
fn check(report: &StoredReport) -> Option<&'static str> {
    let is_time = |ms: f64| (0.0..NUMBERS_END).contains(&ms);
    if !is_time(report.id) || report.id.fract() > 0.0 || report.id.is_sign_negative() {
        return Some("`id` must be a whole number from 0 to 2^53");
    }
    let are_times = is_time(report.added_ms) && is_time(report.changed_ms);
    if !are_times || !report.deleted_ms.is_none_or(is_time) {
        return Some("`added_ms`, `changed_ms` and `deleted_ms` must be milliseconds since 1970");
    }
    None
}
