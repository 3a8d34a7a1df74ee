//! The copy of a library's records from which it opens: buckets, each of which is one text with a record of JSON on each
//! line.
//!
//! Each row costs a database more than the record in it, so that ten thousand rows would be most of what opening a library
//! takes. A bucket is small enough to be written anew with each change of one of its reports.

use super::StoredReport;
use crate::text::ByNumber;
use crate::wire::json::{Json, ReadNumber};
use crate::wire::stored::read_report;

/// How many buckets there are: a prime, so that numbers of reports in even steps spread over all of them.
pub const BUCKETS: u32 = 509;

/// What a bucket holds.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Bucket {
    /// The reports, in the order of their lines.
    pub reports: Vec<StoredReport>,
    /// How many further lines are no record that this program can read.
    pub damaged: usize,
}

/// The bucket for the report with that number: a number from 0 to [`BUCKETS`], which it does not reach, and whole where
/// that is. What is no number of a report has one too.
#[must_use]
pub fn bucket_of(id: f64) -> f64 {
    if id.is_finite() { id.rem_euclid(f64::from(BUCKETS)) } else { 0.0 }
}

impl Bucket {
    /// How many lines it has.
    #[must_use]
    pub const fn lines(&self) -> usize {
        self.reports.len() + self.damaged
    }
}

/// Reads the lines of a bucket. `number` is what [`Json::parse`] needs.
#[must_use]
pub fn read_bucket(lines: &str, number: ReadNumber) -> Bucket {
    let mut bucket = Bucket::default();
    for line in lines.lines() {
        match Json::parse(line, number).ok().and_then(|record| read_report(record.value()).ok()) {
            Some(report) => bucket.reports.push(report),
            None => bucket.damaged += 1,
        }
    }
    bucket
}

/// The lines of a bucket after `changes`: by the bits of a report's number its new record, or `None` where it goes.
/// Lines that cannot be read stay. `number` is as for [`read_bucket`].
#[must_use]
pub fn changed_bucket(lines: &str, changes: &ByNumber<Option<String>>, number: ReadNumber) -> String {
    let kept = lines.lines().filter(|line| !is_changed(line, changes, number));
    let new = changes.list().iter().filter_map(|(_, record)| record.as_deref());
    let mut after = String::with_capacity(lines.len());
    for line in kept.chain(new) {
        after.push_str(line);
        after.push('\n');
    }
    after
}

fn is_changed(line: &str, changes: &ByNumber<Option<String>>, number: ReadNumber) -> bool {
    let id = Json::parse(line, number).ok().and_then(|record| record.value().field("id")?.number());
    id.is_some_and(|id| changes.get(id.to_bits()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(digits: &str) -> f64 {
        digits.parse().unwrap_or(f64::NAN)
    }

    fn record(id: f64, source: &str) -> String {
        format!(
            r#"{{"version":2,"id":{id},"added_ms":1,"changed_ms":1,"source":"{source}","reader":"","incidents":[]}}"#
        )
    }

    fn changes(changes: &[(f64, Option<&str>)]) -> ByNumber<Option<String>> {
        let changes = changes.iter().map(|(id, source)| (id.to_bits(), source.map(|it| record(*id, it))));
        ByNumber::of(changes.collect())
    }

    #[test]
    fn numbers_spread_over_the_buckets() {
        assert!(
            [f64::NAN, f64::INFINITY, -1.0, 1000.5].iter().all(|id| (0.0..509.0).contains(&bucket_of(*id)))
        );
        let buckets = [0.0, 508.0, 509.0, 1024.0, 9_007_199_254_740_991.0].map(bucket_of);
        assert_eq!(buckets.map(f64::to_bits), [0.0, 508.0, 0.0, 6.0, 109.0].map(f64::to_bits));
    }

    #[test]
    fn a_change_leaves_the_other_lines_and_what_cannot_be_read() {
        let all = changed_bucket(
            "",
            &changes(&[(1.0, Some("one")), (2.0, Some("two")), (3.0, Some("three"))]),
            number,
        );
        let with_damage = ["{\"id\":\n", &all, "7\n"].concat();
        let after =
            changed_bucket(&with_damage, &changes(&[(2.0, Some("new")), (3.0, None), (4.0, None)]), number);
        let Bucket { reports, damaged } = read_bucket(&after, number);
        let sources: Vec<&str> = reports.iter().map(|report| report.source.as_str()).collect();
        assert_eq!((sources, damaged), (vec!["one", "new"], 2));
        assert!(after.starts_with("{\"id\":\n"), "{after}");
    }

    #[test]
    fn numbers_of_reports_are_told_apart_up_to_the_largest() {
        let ids = [9_007_199_254_740_991.0, 9_007_199_254_740_990.0];
        let both = changed_bucket("", &changes(&ids.map(|id| (id, Some("x")))), number);
        let one = changed_bucket(&both, &changes(&[(ids[0], None)]), number);
        let left: Vec<f64> = read_bucket(&one, number).reports.iter().map(|report| report.id).collect();
        assert_eq!(left, [ids[1]]);
    }

    #[test]
    fn a_bucket_whose_only_report_goes_is_empty() {
        let one = changed_bucket("", &changes(&[(1.0, Some("one"))]), number);
        assert_eq!(changed_bucket(&one, &changes(&[(1.0, None)]), number), "");
        assert_eq!(read_bucket("", number), Bucket::default());
    }
}
