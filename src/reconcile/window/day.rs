//! The incident's day, in a report without any clock time.

use crate::incident::{Certainty, Moment, PartialTime, RuleId};
use crate::reconcile::boundary::{Boundary, Trust};
use crate::reconcile::dates::Dates;
use crate::reconcile::report::Report;

/// The incident's date, in a report that gives no clock time.
const DAY: RuleId = RuleId::new("start-day");

/// The day as the start.
pub(super) fn start(report: &Report, dates: &Dates) -> Option<Boundary> {
    let base = dates.base?;
    if report.mentions.stamps.iter().any(|stamp| stamp.time.is_some()) {
        return None;
    }
    let span = base.span?;
    let at = PartialTime { date: Some(base.date), time: None };
    let moment = Moment {
        at,
        offset_minutes: None,
        certainty: Certainty::Stated,
        rule: DAY,
        approximate: false,
        evidence: vec![span],
    };
    Some(Boundary { trust: Trust::Day, moment })
}
