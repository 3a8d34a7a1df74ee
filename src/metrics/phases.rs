//! An incident as consecutive spans between the moments that are known of it.

use super::elapsed_minutes;
use crate::incident::{Certainty, Event, Incident, Moment, Phase, RuleId};
use crate::text::Gather;

/// A moment that ends one phase of an incident and begins the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milestone {
    /// Users begin to be affected.
    Began,
    /// The problem is noticed.
    Detected,
    /// A responder takes it on.
    Acknowledged,
    /// The cause is found.
    Identified,
    /// The harm is stopped or lessened.
    Mitigated,
    /// Service is fully restored.
    Resolved,
}

impl Milestone {
    /// Every milestone, in the order in which incidents pass them.
    pub const ALL: [Self; 6] =
        [Self::Began, Self::Detected, Self::Acknowledged, Self::Identified, Self::Mitigated, Self::Resolved];

    /// One word for it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Began => "began",
            Self::Detected => "detected",
            Self::Acknowledged => "acknowledged",
            Self::Identified => "identified",
            Self::Mitigated => "mitigated",
            Self::Resolved => "resolved",
        }
    }

    /// When the incident passed it. The moment of identification is the first timeline entry that
    /// says so; the others are facts of the incident.
    #[must_use]
    pub fn moment(self, incident: &Incident) -> Option<Moment> {
        match self {
            Self::Began => incident.start.clone(),
            Self::Detected => incident.detected.clone(),
            Self::Acknowledged => incident.acknowledged.clone(),
            Self::Identified => first_identified(incident),
            Self::Mitigated => incident.mitigated.clone(),
            Self::Resolved => incident.end.clone(),
        }
    }
}

/// What an incident is waiting for during a span. Each span is named after the milestone it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpanKind {
    /// Until the problem is noticed.
    Detect,
    /// Until a responder takes it on.
    Acknowledge,
    /// Until the cause is found.
    Identify,
    /// Until the harm is stopped or lessened.
    Mitigate,
    /// Until service is fully restored.
    Recover,
    /// From start to end, where the report tells nothing in between.
    Outage,
}

impl SpanKind {
    /// Every kind, in the order in which incidents pass them.
    pub const ALL: [Self; 6] =
        [Self::Detect, Self::Acknowledge, Self::Identify, Self::Mitigate, Self::Recover, Self::Outage];

    /// Two words for it, such as `to detect`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Detect => "to detect",
            Self::Acknowledge => "to acknowledge",
            Self::Identify => "to identify",
            Self::Mitigate => "to mitigate",
            Self::Recover => "to recover",
            Self::Outage => "outage",
        }
    }

    const fn reaching(milestone: Milestone) -> Self {
        match milestone {
            Milestone::Began => Self::Outage,
            Milestone::Detected => Self::Detect,
            Milestone::Acknowledged => Self::Acknowledge,
            Milestone::Identified => Self::Identify,
            Milestone::Mitigated => Self::Mitigate,
            Milestone::Resolved => Self::Recover,
        }
    }
}

/// One phase of an incident, in minutes after its first known milestone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhaseSpan {
    /// What the incident was waiting for.
    pub kind: SpanKind,
    /// Where it begins.
    pub from_minutes: f64,
    /// Where it ends, never before it begins.
    pub to_minutes: f64,
}

impl PhaseSpan {
    /// How long it is.
    #[must_use]
    pub fn minutes(self) -> f64 {
        self.to_minutes - self.from_minutes
    }
}

/// The first milestone whose clock time is known: where the minutes of [`milestones`] count from.
#[must_use]
pub fn first_milestone(incident: &Incident) -> Option<Moment> {
    let known = Milestone::ALL.into_iter().filter_map(|milestone| milestone.moment(incident));
    known.into_iter().find(|moment| moment.at.time.is_some())
}

/// When a timeline entry happened, as a moment; `None` where the entry has no time.
#[must_use]
pub fn event_moment(event: &Event) -> Option<Moment> {
    Some(Moment {
        at: event.at?,
        offset_minutes: event.offset_minutes,
        certainty: Certainty::Stated,
        rule: RuleId::new("timeline-entry"),
        approximate: event.approximate,
        evidence: event.evidence.clone(),
    })
}

/// The milestones that are known and in order, with minutes after the first of them.
///
/// A milestone that lies before an earlier one, or after the end, is left out: no order can be
/// told for it. So is one that cannot be placed, such as a clock time without the others' date,
/// and a cause that was found only after the harm was stopped, which ends no phase.
#[must_use]
pub fn milestones(incident: &Incident) -> Vec<(Milestone, f64)> {
    let Some(origin) = first_milestone(incident) else { return Vec::new() };
    let placed: Vec<(Milestone, f64)> = (Milestone::ALL.into_iter())
        .filter_map(|milestone| Some((milestone, elapsed_minutes(&origin, &milestone.moment(incident)?)?)))
        .gather();
    in_order(placed)
}

/// The phases between the incident's known milestones. A span runs from one known milestone to the
/// next, so that one that is missing lengthens the span that would have begun with it.
///
/// A span may have no length, as where an outage was noticed at once.
#[must_use]
pub fn phase_spans(incident: &Incident) -> Vec<PhaseSpan> {
    let known = milestones(incident);
    let nothing_between = known.iter().all(|(m, _)| matches!(m, Milestone::Began | Milestone::Resolved));
    (known.windows(2))
        .map(|pair| PhaseSpan {
            kind: if nothing_between { SpanKind::Outage } else { SpanKind::reaching(pair[1].0) },
            from_minutes: pair[0].1,
            to_minutes: pair[1].1,
        })
        .gather()
}

/// Minutes until the problem was noticed, of an incident with these `spans`.
///
/// A start that is only assumed, such as the first entry of a timeline, tells nothing of that: it
/// often is the detection itself.
#[must_use]
pub fn minutes_to_detect(incident: &Incident, spans: &[PhaseSpan]) -> Option<f64> {
    let is_known = |moment: &Option<Moment>| {
        moment.as_ref().is_some_and(|moment| moment.certainty != Certainty::Assumed)
    };
    let span = spans.iter().find(|span| span.kind == SpanKind::Detect)?;
    (is_known(&incident.start) && is_known(&incident.detected)).then(|| span.minutes())
}

fn in_order(mut placed: Vec<(Milestone, f64)>) -> Vec<(Milestone, f64)> {
    let reached_at = |wanted: Milestone| {
        let found = placed.iter().find(|(milestone, minutes)| *milestone == wanted && *minutes >= 0.0);
        found.map_or(f64::INFINITY, |(_, minutes)| *minutes)
    };
    let (mitigated, end) = (reached_at(Milestone::Mitigated), reached_at(Milestone::Resolved));
    let mut reached = 0.0;
    placed.retain(|&(milestone, minutes)| {
        let too_late = milestone == Milestone::Identified && minutes > mitigated;
        let keep = minutes >= reached && minutes <= end && !too_late;
        reached = if keep { minutes } else { reached };
        keep
    });
    placed
}

fn first_identified(incident: &Incident) -> Option<Moment> {
    let mut found = incident.timeline.iter().filter(|event| event.phase == Phase::Identified);
    found.find_map(event_moment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{ClockTime, PartialTime};

    fn at(hour: u8, minute: u8) -> PartialTime {
        PartialTime { date: None, time: ClockTime::new(hour, minute, None) }
    }

    fn clock(hour: u8, minute: u8) -> Option<Moment> {
        event_moment(&entry(Phase::Other, hour, minute))
    }

    fn entry(phase: Phase, hour: u8, minute: u8) -> Event {
        Event {
            at: Some(at(hour, minute)),
            until: None,
            offset_minutes: None,
            text: String::new(),
            phase,
            approximate: false,
            evidence: Vec::new(),
        }
    }

    fn kinds(incident: &Incident) -> Vec<(SpanKind, f64)> {
        phase_spans(incident).into_iter().map(|span| (span.kind, span.minutes())).collect()
    }

    #[test]
    fn spans_run_between_known_milestones() {
        let incident = Incident {
            start: clock(14, 30),
            detected: clock(14, 45),
            mitigated: clock(15, 20),
            end: clock(16, 0),
            ..Incident::default()
        };
        let expected = vec![(SpanKind::Detect, 15.0), (SpanKind::Mitigate, 35.0), (SpanKind::Recover, 40.0)];
        assert_eq!(kinds(&incident), expected);
    }

    #[test]
    fn a_bare_window_is_one_outage() {
        let incident = Incident { start: clock(14, 30), end: clock(16, 0), ..Incident::default() };
        assert_eq!(kinds(&incident), vec![(SpanKind::Outage, 90.0)]);
    }

    #[test]
    fn the_timeline_tells_when_the_cause_was_found() {
        let incident = Incident {
            start: clock(14, 30),
            end: clock(16, 0),
            timeline: vec![entry(Phase::Identified, 15, 20)],
            ..Incident::default()
        };
        assert_eq!(kinds(&incident), vec![(SpanKind::Identify, 50.0), (SpanKind::Recover, 40.0)]);
    }

    #[test]
    fn a_cause_found_after_the_harm_was_stopped_ends_no_phase() {
        let incident = Incident {
            start: clock(14, 30),
            mitigated: clock(15, 0),
            end: clock(16, 0),
            timeline: vec![entry(Phase::Identified, 15, 20)],
            ..Incident::default()
        };
        assert_eq!(kinds(&incident), vec![(SpanKind::Mitigate, 30.0), (SpanKind::Recover, 60.0)]);
    }

    #[test]
    fn an_outage_noticed_at_once_has_a_detection_of_no_length() {
        let incident = Incident {
            start: clock(14, 30),
            detected: clock(14, 30),
            end: clock(16, 0),
            ..Incident::default()
        };
        assert_eq!(kinds(&incident), vec![(SpanKind::Detect, 0.0), (SpanKind::Recover, 90.0)]);
    }

    #[test]
    fn a_milestone_out_of_order_is_left_out() {
        let incident = Incident {
            start: clock(14, 30),
            detected: clock(14, 0),
            mitigated: clock(17, 0),
            end: clock(16, 0),
            ..Incident::default()
        };
        assert_eq!(kinds(&incident), vec![(SpanKind::Outage, 90.0)]);
    }

    #[test]
    fn without_an_end_the_spans_stop_at_the_last_milestone() {
        let incident = Incident { start: clock(14, 30), detected: clock(14, 45), ..Incident::default() };
        assert_eq!(kinds(&incident), vec![(SpanKind::Detect, 15.0)]);
    }

    #[test]
    fn an_end_before_the_start_gives_no_span() {
        let incident = Incident { start: clock(16, 0), end: clock(14, 0), ..Incident::default() };
        assert_eq!(kinds(&incident), Vec::new());
    }
}
