//! The report against itself: what two of its passages prove against each other.

mod clock;
mod duration;
mod impact;
mod order;
mod weekday;
mod zone;

use super::boundary::Window;
use super::report::Report;
use super::timeline::Entry;
use crate::incident::{Discrepancy, Impact, OutageDuration};

/// What the checks look at besides the report.
pub(super) struct Facts<'a> {
    pub(super) window: &'a Window,
    pub(super) durations: &'a [OutageDuration],
    pub(super) impacts: &'a [Impact],
    pub(super) entries: &'a [Entry],
}

/// Every contradiction, in the order of the checks.
pub(super) fn all(report: &Report, facts: &Facts) -> Vec<Discrepancy> {
    let found = [
        duration::against_window(facts.window, facts.durations),
        order::end_before_start(facts.window),
        order::entry_out_of_order(facts.entries),
        weekday::against_date(report),
        zone::name_against_offset(report),
        impact::against_counts(report, facts.impacts),
        clock::impossible_time(report),
    ];
    found.into_iter().flatten().collect()
}
