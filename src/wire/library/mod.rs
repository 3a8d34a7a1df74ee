//! A whole library as one file: JSON of the schema `outage-lens/library/1`.
//!
//! ```json
//! {"schema":"outage-lens/library/1","reports":[
//! {"version":1,"id":1, …, "incidents":[…],"text":"The whole report"}
//! ]}
//! ```
//!
//! Every report is one line, its fields stand in the order of [`StoredReport`] with the text last, and reports in the
//! order in which they were added, so that equal libraries are equal bytes. JSON itself is written elsewhere: by the
//! browser in the page, by `serde_json` outside of it.

mod bucket;
mod merge;
mod read;

pub use bucket::{BUCKETS, Bucket, bucket_of, changed_bucket, read_bucket};
pub use merge::{Merge, merge};
pub use read::read_library;

use super::stored::StoredReport;
use crate::text::{float_key, sorted_by_key};

/// The name and version of the file's format.
pub const LIBRARY_SCHEMA: &str = "outage-lens/library/1";

/// What stands before the first report.
pub const LIBRARY_HEAD: &str = "{\"schema\":\"outage-lens/library/1\",\"reports\":[";
/// What stands between two reports.
pub const LIBRARY_BETWEEN: &str = ",";
/// What stands after the last report.
pub const LIBRARY_TAIL: &str = "\n]}\n";

/// A report and its text.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptReport {
    /// The record.
    pub report: StoredReport,
    /// The text as it was pasted; `None` where it is not at hand.
    pub text: Option<String>,
}

/// `items` by the time at which their reports were added; of the same time, by their numbers.
#[must_use]
pub fn in_order_of_adding<T>(items: Vec<T>, report: impl Fn(&T) -> &StoredReport) -> Vec<T> {
    let by_number = sorted_by_key(items, |item| float_key(report(item).id));
    sorted_by_key(by_number, |item| float_key(report(item).added_ms))
}
