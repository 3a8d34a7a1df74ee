//! One incident of the timelines: what it has to show on either side of the moment that all are aligned at.

use crate::chart::ComparedIncident;
use crate::chart::clean_text::clean_text;
use crate::incident::Incident;
use crate::metrics::{
    Milestone, PhaseSpan, SpanKind, elapsed_minutes, event_moment, first_milestone, format_after_start,
    format_duration, format_time, milestones, minutes_to_detect, phase_spans,
};
use crate::text::Gather;

/// The moment that all incidents stand under each other at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum AlignedAt {
    /// When users began to be affected.
    #[default]
    Start,
    /// When the problem was noticed: what came before lies left of it.
    Detection,
}

impl AlignedAt {
    /// Both, the usual one first.
    pub const ALL: [Self; 2] = [Self::Start, Self::Detection];

    /// One word for it, as the axis names it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Detection => "detected",
        }
    }

    const fn milestone(self) -> Milestone {
        match self {
            Self::Start => Milestone::Began,
            Self::Detection => Milestone::Detected,
        }
    }
}

/// What chooses the rows: cheap, because of 10,000 incidents few are drawn.
pub(super) struct Candidate {
    /// Its place in the list of incidents.
    pub incident: usize,
    /// From its first milestone to its last, in minutes.
    pub length: f64,
    /// How long it took to notice, in minutes, where the report tells.
    pub detection: Option<f64>,
}

impl Candidate {
    /// The incident, where it has the moment to align at and any other one.
    pub fn of(incident: usize, one: &ComparedIncident, at: AlignedAt) -> Option<Self> {
        let known = milestones(one.incident);
        known.iter().find(|(milestone, _)| *milestone == at.milestone())?;
        let ((_, from), (_, to)) = known.first().zip(known.last())?;
        let detection = minutes_to_detect(one.incident, &phase_spans(one.incident));
        (to > from).then_some(Self { incident, length: to - from, detection })
    }
}

/// One incident. Minutes count from the moment that it is aligned at.
pub(super) struct Row {
    /// Its place in the list of incidents.
    pub incident: usize,
    pub title: String,
    pub spans: Vec<PhaseSpan>,
    pub events: Vec<RowEvent>,
    /// The milestones whose time the report hedges.
    pub hedged: Vec<Hedged>,
    /// Its first milestone, at most 0.
    pub from: f64,
    /// Its last milestone, at least 0.
    pub to: f64,
    /// Whether the end is known; otherwise `to` is the last milestone that is.
    pub ended: bool,
}

/// A milestone whose time the report hedges.
pub(super) struct Hedged {
    pub milestone: Milestone,
    pub minutes: f64,
    pub label: String,
}

/// One entry of a timeline.
pub(super) struct RowEvent {
    /// Its place in the incident's timeline.
    pub place: usize,
    pub minutes: f64,
    pub label: String,
}

impl Row {
    pub fn of(incident: usize, one: &ComparedIncident, at: AlignedAt) -> Option<Self> {
        let known = milestones(one.incident);
        let origin = known.iter().find(|(milestone, _)| *milestone == at.milestone())?.1;
        let (&(_, from), &(last, to)) = known.first().zip(known.last())?;
        let hedged = |&(milestone, minutes): &(Milestone, f64)| {
            let moment = milestone.moment(one.incident).filter(|moment| moment.approximate)?;
            let label = format!("{}: {} about {}", one.name(), milestone.label(), format_time(moment.at));
            Some(Hedged { milestone, minutes: minutes - origin, label })
        };
        let moved = |span: PhaseSpan| PhaseSpan {
            from_minutes: span.from_minutes - origin,
            to_minutes: span.to_minutes - origin,
            ..span
        };
        Some(Self {
            incident,
            title: one.name(),
            spans: phase_spans(one.incident).into_iter().map(moved).gather(),
            events: events_within(one.incident, (from, to), origin),
            hedged: known.iter().filter_map(hedged).gather(),
            from: from - origin,
            to: to - origin,
            ended: last == Milestone::Resolved,
        })
    }

    /// What stands beside the bar; an arrow where the bar is cut at the axis' end.
    pub fn beside(&self, end: f64) -> String {
        if self.to > end { format!("→ {}", self.total_words()) } else { self.total_words() }
    }

    /// How long it went on after the moment that it is aligned at, in words.
    pub fn total_words(&self) -> String {
        let is_hedged = |one: &Hedged| one.minutes >= self.to || one.minutes == 0.0;
        let about = if self.hedged.iter().any(is_hedged) { "about " } else { "" };
        match (self.ended, format_duration(self.to)) {
            (true, total) => format!("{about}{total}"),
            (false, _) if self.to <= 0.0 => "no end told".to_owned(),
            (false, total) => format!("{about}{total} or more"),
        }
    }

    /// What a bar's phase says.
    pub fn span_label(&self, span: &PhaseSpan) -> String {
        let length = format_duration(span.minutes());
        format!("{}: {} {length}", self.title, span.kind.label())
    }

    pub fn minutes_in(&self, kind: SpanKind) -> Option<f64> {
        self.spans.iter().find(|span| span.kind == kind).map(|span| span.minutes())
    }
}

/// The entries between the first and the last milestone; earlier and later ones are no part of the outage.
fn events_within(incident: &Incident, (from, to): (f64, f64), origin: f64) -> Vec<RowEvent> {
    let Some(first) = first_milestone(incident) else { return Vec::new() };
    let placed = (incident.timeline.iter().enumerate()).filter_map(|(place, event)| {
        let minutes = elapsed_minutes(&first, &event_moment(event)?)?;
        let about = if event.approximate { "about " } else { "" };
        let label = format!("{about}{} {}", format_after_start(minutes), clean_text(&event.text));
        (from..=to).contains(&minutes).then_some(RowEvent { place, minutes: minutes - origin, label })
    });
    placed.gather()
}
