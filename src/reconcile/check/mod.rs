//! The report against itself: what two of its passages prove against each other.
//!
//! A check compares passages, not the values that were chosen from them: a wrong choice would
//! otherwise be blamed on the report. Where several passages could be meant, all of them have to
//! disagree.

mod beside;
mod calendar;
mod clock;
mod document_dates;
mod duration;
mod impact;
mod order;
mod precision;
mod restated;
mod slip;
mod time_to;
mod weekday;
mod window;
mod zone;

use super::boundary::{Found, Window};
use super::dates::Dates;
use super::report::Report;
use super::timeline::Entry;
use crate::incident::{Discrepancy, DiscrepancyKind, Impact, OutageDuration};
use crate::text::{Gather, Span};

/// What the checks look at besides the report.
pub(super) struct Facts<'a> {
    pub(super) dates: &'a Dates,
    /// Every place that gives a start or an end.
    pub(super) found: &'a Found,
    pub(super) window: &'a Window,
    pub(super) durations: &'a [OutageDuration],
    pub(super) impacts: &'a [Impact],
    pub(super) entries: &'a [Entry],
}

type Check = fn(&Report, &Facts) -> Option<Discrepancy>;

/// Functions in a table rather than calls one after the other, which would all be laid out in one frame.
const CHECKS: [Check; 20] = [
    duration::against_window,
    |report, _| beside::against_range(report),
    time_to::against_moments,
    |report, _| restated::in_other_units(report),
    window::end_before_start,
    window::marker_against_windows,
    |report, facts| window::begins_twice(report, facts.entries),
    |report, facts| slip::of_day_halves(report, facts.entries),
    |report, facts| order::entry_out_of_order(report, facts.entries),
    |report, _| weekday::against_date(report),
    document_dates::heading_against_entries,
    |report, facts| document_dates::before_the_incident(report, facts.dates),
    |report, facts| document_dates::title_against_text(report, facts.dates),
    |report, facts| zone::declared_twice(report, facts.dates),
    |report, _| zone::name_against_offset(report),
    |report, _| zone::moment_against_moment(report),
    |report, facts| zone::out_of_season(report, facts.dates),
    |report, facts| impact::against_counts(report, facts.impacts),
    |report, _| clock::impossible_time(report),
    |report, _| calendar::impossible_date(report),
];

/// Every contradiction, in the order of the checks.
pub(super) fn all(report: &Report, facts: &Facts) -> Vec<Discrepancy> {
    CHECKS.iter().filter_map(|check| check(report, facts)).gather()
}

/// What contradicts itself in a text of several incidents, outside of any one of them.
pub(super) fn between_incidents(report: &Report) -> Option<Discrepancy> {
    restated::in_other_units(report)
}

// Inlined, it would stand at the end of every check.
#[inline(never)]
fn discrepancy(kind: DiscrepancyKind, message: String, evidence: &[Span]) -> Discrepancy {
    Discrepancy { kind, message, evidence: evidence.to_vec() }
}
