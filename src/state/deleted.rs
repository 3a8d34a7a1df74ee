//! The reports that were deleted and can still be brought back, in words.

use super::overview::title_of;
use super::reduce::KEPT_DELETED_MS;
use super::{PAGE_LENGTH, ReportId, State};
use crate::text::Gather;

const MINUTE_MS: f64 = 60_000.0;
const DAY_MS: f64 = 86_400_000.0;

/// One deleted report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// Its number.
    pub id: ReportId,
    /// Its title; the first one of several incidents.
    pub title: String,
    /// `deleted 3 days ago, goes for good in 27 days`.
    pub when: String,
}

/// The deleted reports, the last one first, at most a page of them.
#[must_use]
pub fn deleted_list(state: &State, now_ms: f64) -> Vec<Deleted> {
    let last_first = state.deleted.iter().rev().take(PAGE_LENGTH);
    let entry = |report: &std::rc::Rc<super::Report>| Deleted {
        id: report.id,
        title: title_of(report, 0, report.incidents().first()),
        when: when_words(report.deleted_ms.unwrap_or(now_ms), now_ms),
    };
    last_first.map(entry).gather()
}

fn when_words(deleted_ms: f64, now_ms: f64) -> String {
    let past = (now_ms - deleted_ms).max(0.0);
    let left = (KEPT_DELETED_MS - past).max(0.0);
    ["deleted ", &ago_words(past), ", goes for good in ", &counted((left / DAY_MS).ceil(), "day")].concat()
}

fn ago_words(past_ms: f64) -> String {
    const HOUR_MS: f64 = 60.0 * MINUTE_MS;
    let (length, unit) = match past_ms {
        past if past < MINUTE_MS => return "just now".to_owned(),
        past if past < HOUR_MS => (MINUTE_MS, "minute"),
        past if past < DAY_MS => (HOUR_MS, "hour"),
        _ => (DAY_MS, "day"),
    };
    [&counted((past_ms / length).floor(), unit), " ago"].concat()
}

fn counted(count: f64, unit: &str) -> String {
    // OK because the counts are whole, not negative and far below 2^32; anything else is cut to fit.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let count = count as u32;
    let plural = if count == 1 { "" } else { "s" };
    [count.to_string().as_str(), " ", unit, plural].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_say_how_long_ago_and_how_much_longer() {
        let now = 1e12;
        for (past, words) in [
            (0.0, "deleted just now, goes for good in 30 days"),
            (-5.0, "deleted just now, goes for good in 30 days"),
            (61_000.0, "deleted 1 minute ago, goes for good in 30 days"),
            (3.0 * 3_600_000.0, "deleted 3 hours ago, goes for good in 30 days"),
            (1.5 * DAY_MS, "deleted 1 day ago, goes for good in 29 days"),
            (29.5 * DAY_MS, "deleted 29 days ago, goes for good in 1 day"),
            (40.0 * DAY_MS, "deleted 40 days ago, goes for good in 0 days"),
        ] {
            assert_eq!(when_words(now - past, now), words);
        }
    }
}
