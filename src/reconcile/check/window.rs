//! A window that ends before it starts, and an outage that begins twice.

use super::{Facts, discrepancy};
use crate::incident::{Certainty, Discrepancy, DiscrepancyKind, PartialTime, format_time, minutes_between};
use crate::mention::{Stamp, Value};
use crate::reconcile::boundary::{Boundary, Trust};
use crate::reconcile::phase;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::timeline::Entry;

/// A range whose ends both give their day, a labelled end before the labelled start, or a resolution that is
/// told of days before the start.
pub(super) fn end_before_start(report: &Report, facts: &Facts) -> Option<Discrepancy> {
    range_backwards(report, facts)
        .or_else(|| labels_backwards(facts))
        .or_else(|| resolved_before(report, facts))
}

fn range_backwards(report: &Report, facts: &Facts) -> Option<Discrepancy> {
    report.mentions.ranges.iter().find_map(|range| {
        let (start, end) = (report.stamp(range.start), report.stamp(range.end));
        let at = |stamp: &Stamp| {
            let date = stamp.date.as_ref().filter(|_| writes_date(report, stamp))?;
            let date = facts.dates.settle(date).filter(|date| date.year.is_some())?;
            Some(PartialTime { date: Some(date), time: Some(stamp.time?.time) })
        };
        let (from, to) = (at(start)?, at(end)?);
        let same_zone = start.zone == end.zone;
        let backwards = same_zone && minutes_between(from, to).is_some_and(|minutes| minutes < 0.0);
        backwards.then(|| ends_early(from, to, &[start.span, end.span]))
    })
}

/// Whether the date stands in the stamp's own words, rather than at the range's other end.
fn writes_date(report: &Report, stamp: &Stamp) -> bool {
    let inside = report.mentions.mentions_in(stamp.span);
    inside.iter().any(|mention| matches!(mention.value, Value::Date(_)))
}

fn labels_backwards(facts: &Facts) -> Option<Discrepancy> {
    let labelled = |list: &[crate::reconcile::boundary::Boundary]| {
        let mut found = list.iter().filter(|boundary| boundary.trust == Trust::Label);
        let first = found.next()?.moment.clone();
        found.next().is_none().then_some(first)
    };
    let (start, end) = (labelled(&facts.found.starts)?, labelled(&facts.found.ends)?);
    let backwards = start.at.date.is_some() && minutes_between(start.at, end.at)? < 0.0;
    let dated = start.evidence.len() == 1 && end.evidence.len() == 1;
    let same_zone = start.offset_minutes == end.offset_minutes;
    (backwards && dated && same_zone)
        .then(|| ends_early(start.at, end.at, &[*start.evidence.first()?, *end.evidence.first()?]).into())?
}

/// "The incident was resolved on 5 June at 11 p.m." where it began on 7 June.
fn resolved_before(report: &Report, facts: &Facts) -> Option<Discrepancy> {
    const RESOLVED: Phrases = phrases(
        "the incident was resolved|this incident was resolved|the outage was resolved|this outage was resolved|\
         the incident was fixed|the outage was fixed|the outage ended|the incident ended",
    );
    let start = facts.window.start.as_ref().filter(|start| start.certainty == Certainty::Stated)?;
    facts.found.ends.iter().map(|end| &end.moment).find_map(|end| {
        let words = *end.evidence.first().filter(|_| end.certainty == Certainty::Stated)?;
        let told = report.sentence(report.tokens.index_at(words.start)).has(&RESOLVED);
        let days_before = minutes_between(start.at, end.at)? < -24.0 * 60.0;
        (told && days_before)
            .then(|| ends_early(start.at, end.at, &[*start.evidence.first()?, words]).into())?
    })
}

fn ends_early(start: PartialTime, end: PartialTime, evidence: &[crate::text::Span]) -> Discrepancy {
    let message =
        format!("The outage ends ({}) before it starts ({}).", format_time(end), format_time(start));
    discrepancy(DiscrepancyKind::EndBeforeStart, message, evidence)
}

/// Minutes between a told start and a marker that are more than rounding, and less than another event.
const APART: std::ops::RangeInclusive<f64> = 10.0..=720.0;

/// A marker such as `OUTAGE BEGINS` at another time than every window that the text gives.
pub(super) fn marker_against_windows(report: &Report, facts: &Facts) -> Option<Discrepancy> {
    let mut markers = facts.entries.iter().filter(|entry| {
        let words = entry.words(report);
        entry.at.time.is_some() && phase::marks_beginning(&words.before(words.start() + 3, 3))
    });
    let marker = markers.next().filter(|marker| !marker.stamp.hedge.approximate)?;
    let mut told = facts.found.starts.iter().filter(|start| start.trust >= Trust::Window);
    let first = &told.clone().next()?.moment;
    let differs = |start: &Boundary| {
        let apart = minutes_between(start.moment.at, marker.at).map(f64::abs);
        let same_zone = start.moment.offset_minutes == marker.offset_minutes();
        !start.moment.approximate && same_zone && apart.is_some_and(|minutes| APART.contains(&minutes))
    };
    let one_outage = markers.next().is_none() && facts.window.spells.is_empty();
    if !one_outage || !told.all(differs) {
        return None;
    }
    let message = format!(
        "The outage is said to begin at {}, but its marker in the timeline stands at {}.",
        format_time(first.at),
        format_time(marker.at)
    );
    let evidence = [*first.evidence.first()?, marker.stamp.span];
    Some(discrepancy(DiscrepancyKind::WindowDiffers, message, &evidence))
}

/// Two markers such as `OUTAGE BEGINS` in one list, with no end between them.
pub(super) fn begins_twice(report: &Report, entries: &[Entry]) -> Option<Discrepancy> {
    let mut begun: Option<&Entry> = None;
    entries.iter().filter(|entry| entry.at.time.is_some()).find_map(|entry| {
        let words = entry.words(report);
        let section = |entry: &Entry| report.blocks[entry.block].section;
        // A marker opens its entry; the same words further on only speak of it.
        if phase::marks_end(&words) {
            begun = None;
        } else if phase::marks_beginning(&words.before(words.start() + 6, 6)) {
            let first = begun.replace(entry).filter(|first| section(first) == section(entry))?;
            let differ = first.at != entry.at;
            let message = format!(
                "The outage is said to begin at {} and again at {}, without an end between them.",
                format_time(first.at),
                format_time(entry.at)
            );
            let evidence = [first.stamp.span, entry.stamp.span];
            return differ.then(|| discrepancy(DiscrepancyKind::WindowDiffers, message, &evidence));
        }
        None
    })
}
