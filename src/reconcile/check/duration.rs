//! The length of the whole outage as the report states it, against its own window and timeline.

use super::precision::Stated;
use super::{Facts, discrepancy};
use crate::incident::{
    Basis, Certainty, Discrepancy, DiscrepancyKind, Moment, OutageDuration, PartialTime, Phase,
    format_duration, format_window, minutes_between,
};
use crate::reconcile::boundary::{Boundary, Trust};
use crate::reconcile::report::Report;
use crate::reconcile::timeline::Entry;

/// A length of days is compared only where both days are written.
const MINUTES_PER_DAY: f64 = 24.0 * 60.0;
/// Most places of each kind that are compared with each other.
const MOST: usize = 64;

/// The one stated length against every start and every end that the report gives.
pub(super) fn against_window(report: &Report, facts: &Facts) -> Option<Discrepancy> {
    let stated = only_length(report, facts.durations)?;
    let (start, end) = (facts.window.start.as_ref()?, facts.window.end.as_ref()?);
    if [start, end].iter().any(|moment| moment.certainty == Certainty::Assumed) {
        return None;
    }
    let by_guess = [start, end].iter().any(|moment| moment.certainty != Certainty::Stated);
    if (by_guess && stated.minutes >= MINUTES_PER_DAY) || has_own_range(report, &stated) {
        return None;
    }
    let measured = minutes_from(start.at, end.at)?;
    let own_start = start_beside(report, &stated, &facts.found.starts);
    let other_starts = || places(&facts.found.starts, facts.entries, &[Phase::Began, Phase::Detected]);
    let starts = own_start.map_or_else(other_starts, |start| vec![start]);
    let ends = places(&facts.found.ends, facts.entries, &[Phase::Mitigated, Phase::Resolved]);
    let fits = |start: PartialTime| {
        ends.iter().any(|end| minutes_from(start, *end).is_none_or(|length| stated.fits(length)))
    };
    if stated.fits(measured) || fits_several(&stated, facts) || starts.iter().any(|start| fits(*start)) {
        return None;
    }
    let is_timeline = [start, end].iter().any(|moment| moment.rule.as_str().contains("entry"));
    let (said, runs) = (format_duration(stated.minutes), format_duration(measured));
    let message = format!(
        "The report states {said}, but its {} runs {runs} ({}).",
        if is_timeline { "timeline" } else { "window" },
        format_window(without_shared_date(start, end), without_shared_date(end, start)),
    );
    let mut evidence = stated.span.alone();
    for moment in [start, end] {
        evidence.extend(moment.evidence.first());
    }
    (said != runs).then(|| discrepancy(DiscrepancyKind::DurationDiffers, message, &evidence))
}

/// Whether it is the length of several windows together: what lies between them was no outage.
fn fits_several(stated: &Stated, facts: &Facts) -> bool {
    let spells = &facts.window.spells;
    let together: Option<f64> = spells.iter().map(|spell| minutes_from(spell.start.at, spell.end.at)).sum();
    !spells.is_empty() && together.is_some_and(|length| stated.fits(length))
}

/// Whether a range stands in the length's sentence, which says how the two belong together.
fn has_own_range(report: &Report, stated: &Stated) -> bool {
    let sentence = report.sentence(report.tokens.index_at(stated.span.start)).span();
    let first = report.mentions.range_index_at(sentence.start);
    report.mentions.ranges.get(first).is_some_and(|range| range.span.start < sentence.end)
}

/// The length that the report states, where it states no other one.
fn only_length(report: &Report, durations: &[OutageDuration]) -> Option<Stated> {
    let mut lengths = durations.iter().filter(|duration| duration.basis == Basis::Stated);
    let first = lengths.next().filter(|duration| duration.certainty == Certainty::Stated)?;
    let first = Stated::at(report, *first.evidence.first()?)?;
    lengths.all(|other| other.minutes.is_some_and(|minutes| first.fits(minutes))).then_some(first)
}

/// The start that the stated length's own sentence gives: "at 10:00 an outage began that lasted an hour".
fn start_beside(report: &Report, stated: &Stated, starts: &[Boundary]) -> Option<PartialTime> {
    let sentence = report.sentence(report.tokens.index_at(stated.span.start)).span();
    let in_sentence =
        |place: &&Boundary| place.moment.evidence.first().is_some_and(|words| sentence.contains(*words));
    starts.iter().find(in_sentence).map(|place| place.moment.at)
}

/// The times that the report gives a start or an end; those that only a convention would choose are
/// none of them, because the chosen window is a stated one.
fn places(found: &[Boundary], entries: &[Entry], phases: &[Phase]) -> Vec<PartialTime> {
    let mut places = Vec::new();
    for place in found.iter().filter(|place| place.trust != Trust::Convention).take(MOST) {
        places.push(place.moment.at);
    }
    let most = places.len() + MOST;
    for entry in entries.iter().filter(|entry| phases.contains(&entry.phase)) {
        places.push(entry.at);
        if let Some(until) = entry.until_at {
            places.push(until);
        }
    }
    places.truncate(most);
    places.retain(|at| at.time.is_some());
    places
}

/// Minutes from one time to another; the next day's where one of them has no date.
pub(super) fn minutes_from(start: PartialTime, end: PartialTime) -> Option<f64> {
    let minutes = minutes_between(start, end)?;
    let overnight = minutes < 0.0 && (start.date.is_none() || end.date.is_none());
    Some(if overnight { minutes + 24.0 * 60.0 } else { minutes })
}

/// The time of `moment`, its date left out where `other` is on the same day.
fn without_shared_date(moment: &Moment, other: &Moment) -> PartialTime {
    PartialTime { date: moment.at.date.filter(|_| moment.at.date != other.at.date), ..moment.at }
}
