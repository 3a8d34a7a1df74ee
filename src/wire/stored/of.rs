//! From an incident to what is stored of it.

use super::entry::{is_of_any_entry, kept_text};
use super::{StoredDuration, StoredEntry, StoredFacts, StoredImpact, StoredMoment, StoredZone};
use crate::incident::{Basis, Bound, Event, Impact, Incident, Moment, OutageDuration, Phase, ZoneFact};
use crate::metrics::{elapsed_minutes, event_moment};
use crate::text::Gather;

impl StoredFacts {
    /// What is stored of `incident`.
    #[must_use]
    pub fn of(incident: &Incident) -> Self {
        Self::with_entries(incident, &counted_entries(incident))
    }

    /// What is stored of `incident` where of its timeline the entries at `places` are kept.
    #[must_use]
    pub fn with_entries(incident: &Incident, places: &[usize]) -> Self {
        let moment = |moment: &Option<Moment>| moment.as_ref().map(|it| StoredMoment::of(it, incident));
        Self {
            title: incident.title.clone(),
            severity: incident.severity.as_ref().map(|severity| severity.value.clone()),
            service: incident.service.as_ref().map(|service| service.value.clone()),
            zone: incident.zone.as_ref().map(StoredZone::of),
            start: moment(&incident.start),
            detected: moment(&incident.detected),
            acknowledged: moment(&incident.acknowledged),
            mitigated: moment(&incident.mitigated),
            end: moment(&incident.end),
            duration: incident.duration.as_ref().map(StoredDuration::of),
            stated_duration: stated_besides(incident).map(StoredDuration::of),
            impact: incident.impact.as_ref().map(StoredImpact::of),
            entries: entries(incident, places),
            events: count(incident.timeline.len()),
            discrepancies: count(incident.discrepancies.len()),
        }
    }
}

impl StoredZone {
    fn of(zone: &ZoneFact) -> Self {
        Self { name: zone.name.clone(), offset_minutes: zone.offset_minutes }
    }
}

impl StoredMoment {
    fn of(moment: &Moment, incident: &Incident) -> Self {
        Self {
            at: moment.at.to_string(),
            offset_minutes: moment.offset_minutes,
            certainty: moment.certainty.as_str().to_owned(),
            approximate: moment.approximate,
            from_entry: is_of_any_entry(moment, incident),
        }
    }
}

impl StoredDuration {
    fn of(duration: &OutageDuration) -> Self {
        Self {
            minutes: duration.minutes,
            low: duration.low,
            high: duration.high,
            approximate: duration.approximate,
            basis: duration.basis.as_str().to_owned(),
            certainty: duration.certainty.as_str().to_owned(),
        }
    }
}

impl StoredImpact {
    fn of(impact: &Impact) -> Self {
        Self {
            percent: impact.percent,
            low: impact.low,
            high: impact.high,
            of: impact.of.clone(),
            approximate: impact.approximate,
            bound: impact.bound.map(Bound::as_str).map(str::to_owned),
            peak: impact.peak,
            certainty: impact.certainty.as_str().to_owned(),
        }
    }
}

impl StoredEntry {
    fn of(event: &Event) -> Self {
        Self {
            at: event.at.map(|at| at.to_string()).unwrap_or_default(),
            offset_minutes: event.offset_minutes,
            phase: event.phase.as_str().to_owned(),
            text: kept_text(event),
            approximate: event.approximate,
        }
    }
}

fn stated_besides(incident: &Incident) -> Option<&OutageDuration> {
    let is_stated = |duration: &&OutageDuration| duration.basis == Basis::Stated;
    if incident.duration.as_ref().is_some_and(|headline| is_stated(&headline)) {
        return None;
    }
    incident.durations.iter().find(is_stated)
}

/// The places of the entries that phases and open-ended durations are counted from; one may be there twice.
#[must_use]
pub fn counted_entries(incident: &Incident) -> Vec<usize> {
    let is_identified = |event: &Event| event.phase == Phase::Identified && event.at.is_some();
    let mut places = vec![incident.timeline.iter().position(is_identified)];
    if incident.end.is_none() && incident.duration.is_none() {
        places.push(last_sign(incident, incident.start.as_ref()));
        places.push(last_sign(incident, incident.detected.as_ref()));
    }
    places.into_iter().flatten().gather()
}

/// The entries at `places`, each once and in document order.
fn entries(incident: &Incident, places: &[usize]) -> Vec<StoredEntry> {
    (incident.timeline.iter().enumerate())
        .filter(|(place, _)| places.contains(place))
        .map(|(_, event)| StoredEntry::of(event))
        .gather()
}

/// The place of the entry that, the longest after `from`, tells what became of the outage other than its end.
fn last_sign(incident: &Incident, from: Option<&Moment>) -> Option<usize> {
    let from = from?;
    let mut last: Option<(usize, f64)> = None;
    for (place, event) in incident.timeline.iter().enumerate() {
        if matches!(event.phase, Phase::Other | Phase::Resolved) {
            continue;
        }
        let Some(minutes) = event_moment(event).and_then(|moment| elapsed_minutes(from, &moment)) else {
            continue;
        };
        if last.is_none_or(|(_, most)| minutes > most) {
            last = Some((place, minutes));
        }
    }
    last.map(|(place, _)| place)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
