//! A stated duration against the window that the report itself gives.

use crate::incident::{
    Basis, Certainty, Discrepancy, DiscrepancyKind, Moment, OutageDuration, PartialTime, format_duration,
    format_window,
};
use crate::reconcile::boundary::Window;

/// The headline duration against the length of the window.
pub(super) fn against_window(window: &Window, durations: &[OutageDuration]) -> Option<Discrepancy> {
    let says = |d: &&OutageDuration| d.basis == Basis::Stated && d.certainty == Certainty::Stated;
    let stated = durations.iter().find(says)?;
    let (start, end) = (window.start.as_ref()?, window.end.as_ref()?);
    if [start, end].iter().any(|moment| moment.certainty == Certainty::Assumed) {
        return None;
    }
    let measured = durations.iter().find(|d| d.basis != Basis::Stated)?;
    let (stated_minutes, measured_minutes) = (stated.minutes?, measured.minutes?);
    let approximate = stated.approximate || measured.approximate;
    if (stated_minutes - measured_minutes).abs() <= tolerance_minutes(stated_minutes, approximate) {
        return None;
    }
    let what = if measured.basis == Basis::Timeline { "timeline" } else { "window" };
    let message = format!(
        "The report states {}, but its {what} runs {} ({}).",
        format_duration(stated_minutes),
        format_duration(measured_minutes),
        format_window(without_shared_date(start, end), without_shared_date(end, start)),
    );
    let mut evidence = stated.evidence.clone();
    evidence.extend([start, end].iter().filter_map(|moment| moment.evidence.first()));
    Some(Discrepancy { kind: DiscrepancyKind::DurationDiffers, message, evidence })
}

/// How far a stated duration may be from the window's length: people round.
fn tolerance_minutes(stated: f64, approximate: bool) -> f64 {
    if approximate { (stated * 0.25).max(10.0) } else { (stated * 0.1).max(2.0) }
}

/// The time of `moment`, its date left out where `other` is on the same day.
fn without_shared_date(moment: &Moment, other: &Moment) -> PartialTime {
    PartialTime { date: moment.at.date.filter(|_| moment.at.date != other.at.date), ..moment.at }
}
