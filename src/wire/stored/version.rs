//! Records of every version that there has been.
//!
//! A version is never changed once it is released, and each takes its own step to the next ([`STEPS`]). A version that only
//! adds what may be absent is read in the shape of the next one; for one that does more, [`super::StoredReport`] as it
//! stands goes to a module of its own, and the step gets a function from it. Records are upgraded where they are read and
//! written back when they are next saved.

use super::read;
use super::{StoredReport, VERSION};
use crate::wire::json::Value;

/// What leads from each version to the next, from version 1 on.
const STEPS: [fn(StoredReport) -> StoredReport; VERSION as usize - 1] = [to_version_2];

/// Version 2 knows corrections of timeline entries, which entry a moment was read from, and entries without a time.
/// Version 1 has none of these.
fn to_version_2(report: StoredReport) -> StoredReport {
    StoredReport { version: 2, ..report }
}

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

/// The report of a `record`, which says of what version it is.
///
/// # Errors
///
/// Says that the record is of a later version, or what is wrong with it.
pub fn read_report(record: Value) -> Result<StoredReport, Unreadable> {
    let version = record.field("version").and_then(Value::number);
    let steps = match version {
        Some(1.0) => &STEPS[..],
        Some(2.0) => &[],
        Some(later) if later > f64::from(VERSION) => return Err(Unreadable::Newer),
        _ => return Err(Unreadable::Damaged("it has no version".to_owned())),
    };
    let report = read::report(record).map_err(Unreadable::Damaged)?;
    let report = steps.iter().fold(report, |report, step| step(report));
    // A field that stands twice may give another version now than before.
    let report = StoredReport { version: VERSION, ..report };
    check(&report).map_or(Ok(report), |fault| Err(Unreadable::Damaged(fault.to_owned())))
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
