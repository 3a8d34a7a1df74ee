//! One time that is before noon in the timeline and after noon elsewhere, or the other way around.

use super::discrepancy;
use crate::incident::{ClockTime, Discrepancy, DiscrepancyKind};
use crate::mention::Stamp;
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::reconcile::timeline::Entry;
use crate::text::Span;

const HALF_DAY: usize = 12 * 60;

/// The first such time. Whole and half hours are too common to be the same moment by that alone.
pub(super) fn of_day_halves(report: &Report, entries: &[Entry]) -> Option<Discrepancy> {
    let mut by_minute: Vec<Option<Span>> = vec![None; 2 * HALF_DAY];
    for entry in entries {
        let Some(clock) = entry.stamp.time.filter(|clock| clock.meridiem.is_some()) else { continue };
        by_minute[minute_of(clock.time)] = Some(entry.stamp.span);
    }
    let elsewhere = |stamp: &&Stamp| {
        let of_timeline = report.kind_at(stamp.span) == SectionKind::Timeline
            || entries.binary_search_by_key(&stamp.span.start, |entry| entry.stamp.span.start).is_ok();
        !of_timeline && report.kind_at(stamp.span) != SectionKind::Plans
    };
    report.mentions.stamps.iter().filter(elsewhere).find_map(|stamp| {
        let clock = stamp.time.filter(|clock| clock.meridiem.is_some() && clock.time.minute % 30 != 0)?;
        let minute = minute_of(clock.time);
        let other =
            by_minute[(minute + HALF_DAY) % (2 * HALF_DAY)].filter(|_| by_minute[minute].is_none())?;
        let words = |span| report.document.words(span);
        let message = format!(
            "\"{}\" in the timeline is \"{}\" elsewhere in the text.",
            words(other),
            words(stamp.span)
        );
        Some(discrepancy(DiscrepancyKind::TimeDiffers, message, &[other, stamp.span]))
    })
}

fn minute_of(time: ClockTime) -> usize {
    usize::from(time.hour) * 60 + usize::from(time.minute)
}
