//! Where the time of incidents goes: to detect, to acknowledge, to identify, to mitigate, to recover.

use super::{SpanKind, ascending, minutes_to_detect, phase_spans, quantile};
use crate::incident::Incident;
use crate::text::Gather;

/// One phase over many incidents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhaseFigures {
    /// Which phase. Never [`SpanKind::Outage`], which is the time of incidents without phases.
    pub kind: SpanKind,
    /// How many incidents tell how long it took, at least 1.
    pub n: usize,
    /// A quarter took at most so many minutes.
    pub p25: f64,
    /// Half took at most so many minutes.
    pub median: f64,
    /// Three quarters took at most so many minutes.
    pub p75: f64,
    /// The sum over those incidents, in minutes.
    pub total_minutes: f64,
    /// That sum as a part of all time whose phase is known, 0 to 1.
    pub share: f64,
}

/// The phases of many incidents.
///
/// A phase ends at the milestone it is named after and begins at the last one before it that the
/// report tells. A milestone that a report leaves out therefore lengthens the phase after it.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseSplit {
    /// How many incidents were given.
    pub n: usize,
    /// How many of them tell how long at least one phase took.
    pub with_phases: usize,
    /// How many of those tell no detection after a start, so that the time until somebody noticed
    /// is unknown, or part of their next phase.
    pub without_detection: usize,
    /// The phases that some incident tells, in the order in which incidents pass them.
    pub phases: Vec<PhaseFigures>,
}

/// Splits the time of `incidents` into phases.
///
/// A detection counts only where the report itself tells both the start and the detection: an
/// assumed start, such as the first entry of a timeline, often is the detection.
#[must_use]
pub fn split_into_phases(incidents: &[&Incident]) -> PhaseSplit {
    let told: Vec<Vec<(SpanKind, f64)>> = incidents.iter().map(|incident| told_phases(incident)).gather();
    let with_phases = told.iter().filter(|phases| !phases.is_empty());
    let detects = |phases: &&Vec<(SpanKind, f64)>| phases.iter().any(|(kind, _)| *kind == SpanKind::Detect);
    let all: f64 = told.iter().flatten().map(|(_, minutes)| minutes).sum();
    PhaseSplit {
        n: incidents.len(),
        with_phases: with_phases.clone().count(),
        without_detection: with_phases.filter(|phases| !detects(phases)).count(),
        phases: SpanKind::ALL.into_iter().filter_map(|kind| figures(kind, &told, all)).gather(),
    }
}

fn told_phases(incident: &Incident) -> Vec<(SpanKind, f64)> {
    let spans = phase_spans(incident);
    let is_told = |kind: SpanKind| match kind {
        SpanKind::Outage => false,
        SpanKind::Detect => minutes_to_detect(incident, &spans).is_some(),
        _ => true,
    };
    spans.iter().filter(|span| is_told(span.kind)).map(|span| (span.kind, span.minutes())).gather()
}

fn figures(kind: SpanKind, told: &[Vec<(SpanKind, f64)>], all: f64) -> Option<PhaseFigures> {
    let of_kind = told.iter().flatten().filter(|(other, _)| *other == kind).map(|(_, minutes)| *minutes);
    let sorted = ascending(of_kind);
    let total_minutes = sorted.iter().sum();
    Some(PhaseFigures {
        kind,
        n: sorted.len(),
        p25: quantile(&sorted, 0.25)?,
        median: quantile(&sorted, 0.5)?,
        p75: quantile(&sorted, 0.75)?,
        total_minutes,
        // Phases that all took no time have no share of it.
        share: if all > 0.0 { total_minutes / all } else { 0.0 },
    })
}

impl PhaseSplit {
    /// The phase that took the most time in all, where any took some; of equals the first.
    #[must_use]
    pub fn longest(&self) -> Option<&PhaseFigures> {
        let timed = self.phases.iter().filter(|phase| phase.total_minutes > 0.0);
        timed.reduce(|best, one| if one.total_minutes > best.total_minutes { one } else { best })
    }

    /// What a reader must know of the figures, in a few words each.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes = vec![
            format!("n = {}", self.with_phases),
            "a milestone that is not told lengthens the phase after it".to_owned(),
        ];
        let counts = [
            (self.without_detection, "without a detection after a stated start"),
            (self.n - self.with_phases, "without phases, left out"),
        ];
        notes.extend(counts.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")));
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Certainty, ClockTime, Moment, PartialTime, RuleId};

    fn clock(hour: u8, minute: u8) -> Option<Moment> {
        let time = ClockTime::new(hour, minute, None)?;
        Some(Moment {
            at: PartialTime { date: None, time: Some(time) },
            offset_minutes: None,
            certainty: Certainty::Stated,
            rule: RuleId::new("test"),
            approximate: false,
            evidence: Vec::new(),
        })
    }

    fn detected_after(minutes: u8, mitigated: u8) -> Incident {
        Incident {
            start: clock(14, 0),
            detected: clock(14, minutes),
            mitigated: clock(14, mitigated),
            end: clock(15, 0),
            ..Incident::default()
        }
    }

    fn split(incidents: &[Incident]) -> PhaseSplit {
        split_into_phases(&incidents.iter().collect::<Vec<_>>())
    }

    #[test]
    fn each_phase_has_its_quartiles_and_its_share() {
        let split = split(&[detected_after(10, 20), detected_after(20, 40), detected_after(30, 55)]);
        let rows: Vec<_> = split.phases.iter().map(|p| (p.kind, p.n, p.p25, p.median, p.p75)).collect();
        assert_eq!(
            rows,
            [
                (SpanKind::Detect, 3, 15.0, 20.0, 25.0),
                (SpanKind::Mitigate, 3, 15.0, 20.0, 22.5),
                (SpanKind::Recover, 3, 12.5, 20.0, 30.0),
            ]
        );
        let shares: Vec<f64> = split.phases.iter().map(|phase| phase.share * 180.0).collect();
        let expected = [60.0, 55.0, 65.0];
        assert!(
            shares.iter().zip(expected).all(|(share, minutes)| (share - minutes).abs() < 1e-9),
            "{shares:?}"
        );
        assert_eq!(split.longest().map(|phase| phase.kind), Some(SpanKind::Recover));
    }

    #[test]
    fn incidents_without_phases_are_counted() {
        let window = Incident { start: clock(14, 0), end: clock(15, 0), ..Incident::default() };
        let split = split(&[window, Incident::default(), detected_after(10, 20)]);
        assert_eq!((split.n, split.with_phases, split.without_detection), (3, 1, 0));
        assert_eq!(split.notes().last().map(String::as_str), Some("2 without phases, left out"));
    }

    #[test]
    fn an_assumed_start_tells_nothing_of_detection() {
        let mut incident = detected_after(10, 20);
        incident.start.iter_mut().for_each(|start| start.certainty = Certainty::Assumed);
        let split = split(&[incident]);
        assert_eq!(split.phases.first().map(|phase| phase.kind), Some(SpanKind::Mitigate));
        assert_eq!(split.without_detection, 1);
    }

    #[test]
    fn phases_of_no_length_have_no_share() {
        let at_once = Incident { start: clock(14, 0), detected: clock(14, 0), ..Incident::default() };
        let split = split(&[at_once]);
        assert_eq!(split.phases.first().map(|phase| (phase.median, phase.share)), Some((0.0, 0.0)));
        assert_eq!(split.longest(), None);
    }
}
