//! What the timeline of one incident shows, before anything has a place in pixels.

use crate::chart::Table;
use crate::chart::axis::{Scale, ValueAxis};
use crate::chart::canvas::Told;
use crate::chart::clean_text::clean_text;
use crate::incident::{Event, Incident, Moment, PartialTime};
use crate::metrics::{
    Milestone, PhaseSpan, elapsed_minutes, event_moment, first_milestone, format_after_start,
    format_duration, format_time, format_window, milestones, phase_spans,
};
use crate::text::Gather;

/// How far outside the outage entries are shown, in lengths of the outage: the first of these that
/// shows most of them.
const SHOWN_OUTSIDE: [f64; 4] = [0.5, 2.0, 8.0, f64::INFINITY];
/// Two thirds of the entries are most of them.
const MOST: (usize, usize) = (2, 3);
/// Entries within this many minutes of the outage are always shown.
const ALWAYS_SHOWN_MINUTES: f64 = 10.0;

/// A milestone with its place and its words.
pub(super) struct PlacedMilestone {
    pub milestone: Milestone,
    pub minutes: f64,
    pub label: String,
    at: PartialTime,
    names: String,
    clock: String,
}

impl PlacedMilestone {
    /// What stands above the bar: `detected 14:45`, or only `detected` where there is little room.
    pub fn words(&self, narrow: bool) -> String {
        if narrow { self.names.clone() } else { format!("{} {}", self.names, self.clock) }
    }
}

/// A timeline entry with its place.
pub(super) struct PlacedEvent {
    /// Its place in the incident's timeline.
    pub place: usize,
    pub minutes: f64,
    pub label: String,
}

/// Everything that is drawn. Minutes count from `origin`.
pub(super) struct Content {
    pub origin: Moment,
    pub domain: (f64, f64),
    pub axis: ValueAxis,
    pub spans: Vec<PhaseSpan>,
    pub milestones: Vec<PlacedMilestone>,
    pub events: Vec<PlacedEvent>,
    entries: usize,
    far_entries: usize,
    zone: Option<String>,
    rows: Vec<Vec<String>>,
}

impl Content {
    /// What `incident` has to show, or `None` where that is less than two different times.
    pub fn of(incident: &Incident) -> Option<Self> {
        let origin = first_milestone(incident)
            .or_else(|| incident.timeline.iter().filter_map(event_moment).find(has_clock))?;
        let known = milestones(incident);
        let all = placed_events(&incident.timeline, &origin);
        let window = extent(known.iter().map(|(_, minutes)| *minutes)).filter(|(a, b)| b > a);
        let placed = all.len();
        let events = match window {
            Some(window) => shown_around(window, all),
            None => all,
        };
        let minutes = known.iter().map(|(_, m)| *m).chain(events.iter().map(|e| e.minutes));
        let domain = extent(minutes)?;
        Some(Self {
            axis: ValueAxis::new(domain.0, domain.1, Scale::Linear)?,
            domain,
            spans: phase_spans(incident).into_iter().filter(|span| span.minutes() > 0.0).gather(),
            milestones: merged(incident, &known),
            entries: incident.timeline.len(),
            far_entries: placed - events.len(),
            events,
            zone: incident.zone.as_ref().map(|zone| clean_text(&zone.name)),
            rows: rows(incident, &origin),
            origin,
        })
    }

    /// What stands beside the picture.
    pub fn told(&self) -> Told {
        Told { title: self.title(), description: self.description(), table: self.table() }
    }

    /// `14:30 to 16:00 WAT, 9 entries`.
    fn title(&self) -> String {
        let clock = |minutes: f64| self.time_at(minutes);
        let (from, to) = match (self.milestones.first(), self.milestones.last()) {
            (Some(first), Some(last)) if last.minutes > first.minutes => {
                (clock(first.minutes), clock(last.minutes))
            }
            _ => (clock(self.domain.0), clock(self.domain.1)),
        };
        let zone = self.zone.as_ref().map(|zone| format!(" {zone}")).unwrap_or_default();
        let entries = match self.entries {
            0 => String::new(),
            1 => ", 1 entry".to_owned(),
            n => format!(", {n} entries"),
        };
        format!("{}{zone}{entries}", format_window(from, to))
    }

    /// The phases in words, and what is not drawn.
    fn description(&self) -> String {
        let mut sentences: Vec<String> = Vec::new();
        let spans: Vec<String> = self.spans.iter().map(|span| self.span_label(span)).gather();
        if !spans.is_empty() {
            sentences.push(format!("Phases: {}.", spans.join("; ")));
        }
        let unplaced = self.entries - self.events.len() - self.far_entries;
        if self.far_entries > 0 {
            sentences.push(format!("{} far from the outage not drawn.", entries(self.far_entries)));
        }
        if unplaced > 0 {
            sentences.push(format!("{} without a time not drawn.", entries(unplaced)));
        }
        sentences.join(" ")
    }

    /// `to identify 50 min, 14:30 to 15:20`.
    pub fn span_label(&self, span: &PhaseSpan) -> String {
        let window = format_window(self.time_at(span.from_minutes), self.time_at(span.to_minutes));
        format!("{} {}, {window}", span.kind.label(), format_duration(span.minutes()))
    }

    fn table(&self) -> Table {
        let header = ["Time", "After start", "What happened", "Phase"].map(str::to_owned).to_vec();
        Table { header, rows: self.rows.clone() }
    }

    /// The civil time at a place on the axis: that of a milestone which stands there, with its
    /// seconds, otherwise to the minute.
    fn time_at(&self, minutes: f64) -> PartialTime {
        let milestone = self.milestones.iter().find(|one| one.minutes.total_cmp(&minutes).is_eq());
        // OK because places on the axis are differences of civil times, far below 2^63 minutes.
        #[expect(clippy::cast_possible_truncation)]
        let whole = minutes.floor() as i64;
        let counted = || self.origin.at.plus_minutes(whole).unwrap_or(self.origin.at);
        milestone.map_or_else(counted, |one| one.at)
    }
}

fn has_clock(moment: &Moment) -> bool {
    moment.at.time.is_some()
}

fn entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}

fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |extent, value| match extent {
        Some((low, high)) => Some((value.min(low), value.max(high))),
        None => Some((value, value)),
    })
}

/// The entries that stand near enough to the outage.
fn shown_around((from, to): (f64, f64), mut events: Vec<PlacedEvent>) -> Vec<PlacedEvent> {
    let is_near = |around: f64, event: &PlacedEvent| {
        let around = ((to - from) * around).max(ALWAYS_SHOWN_MINUTES);
        (from - around..=to + around).contains(&event.minutes)
    };
    let shows_most = |around: &f64| {
        let near = events.iter().filter(|event| is_near(*around, event)).count();
        near * MOST.1 >= events.len() * MOST.0
    };
    let around = SHOWN_OUTSIDE.into_iter().find(shows_most).unwrap_or(f64::INFINITY);
    events.retain(|event| is_near(around, event));
    events
}

fn placed_events(timeline: &[Event], origin: &Moment) -> Vec<PlacedEvent> {
    let placed = |(place, event): (usize, &Event)| {
        let moment = event_moment(event)?;
        let minutes = elapsed_minutes(origin, &moment)?;
        let about = if event.approximate { "about " } else { "" };
        let time = match event.until {
            Some(until) => format_window(moment.at, until),
            None => format_time(moment.at),
        };
        let label = format!("{about}{time} {}", clean_text(&event.text));
        Some(PlacedEvent { place, minutes, label })
    };
    timeline.iter().enumerate().filter_map(placed).gather()
}

/// The milestones, those of one moment under one label: `began, detected 14:30`.
fn merged(incident: &Incident, known: &[(Milestone, f64)]) -> Vec<PlacedMilestone> {
    let mut merged: Vec<PlacedMilestone> = Vec::new();
    for &(milestone, minutes) in known {
        let name = milestone.label();
        let Some(moment) = milestone.moment(incident) else { continue };
        let (about, hedge) = if moment.approximate { ("about ", "~") } else { ("", "") };
        match merged.last_mut().filter(|last| last.minutes.total_cmp(&minutes).is_eq()) {
            Some(last) => {
                last.names = format!("{}, {name}", last.names);
                last.label = format!("{}, {name}", last.label);
            }
            None => merged.push(PlacedMilestone {
                milestone,
                minutes,
                label: format!("{about}{} {name}", format_time(moment.at)),
                at: moment.at,
                names: name.to_owned(),
                clock: moment.at.time.map(|time| format!("{hedge}{time}")).unwrap_or_default(),
            }),
        }
    }
    merged
}

/// The table's rows: the timeline's entries, or the milestones of an incident without a timeline.
fn rows(incident: &Incident, origin: &Moment) -> Vec<Vec<String>> {
    let after = |moment: Option<&Moment>| {
        let minutes = moment.and_then(|moment| elapsed_minutes(origin, moment));
        minutes.map(format_after_start).unwrap_or_default()
    };
    let of_event = |event: &Event| {
        let moment = event_moment(event);
        let time = event.at.map(format_time).unwrap_or_default();
        let phase = event.phase.as_str().to_owned();
        vec![time, after(moment.as_ref()), clean_text(&event.text), phase]
    };
    let of_milestone = |milestone: Milestone| {
        let moment = milestone.moment(incident)?;
        let name = milestone.label().to_owned();
        Some(vec![format_time(moment.at), after(Some(&moment)), String::new(), name])
    };
    if incident.timeline.is_empty() {
        Milestone::ALL.into_iter().filter_map(of_milestone).gather()
    } else {
        incident.timeline.iter().map(of_event).gather()
    }
}
