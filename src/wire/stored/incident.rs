//! From what is stored back to an incident, without the words behind it.
//!
//! Records may be damaged or written by hand: what is no value of its kind gives no fact.

use super::{
    STORED_ENTRY_RULE, STORED_RULE, StoredDuration, StoredEntry, StoredFacts, StoredImpact, StoredMoment,
    StoredZone, parse_moment,
};
use crate::incident::{
    Basis, Bound, Certainty, Event, Impact, Incident, Moment, OutageDuration, Phase, Service, Severity,
    ZoneFact,
};
use crate::text::Gather;

/// No zone is further from UTC, in minutes.
const FURTHEST_OFFSET: i32 = 18 * 60;

impl StoredFacts {
    /// The incident: no evidence, no discrepancies, of the timeline only [`StoredFacts::entries`].
    ///
    /// Durations, phases and shares over many incidents come out as from the incident that was stored.
    #[must_use]
    pub fn into_incident(self) -> Incident {
        let moment = |stored: Option<StoredMoment>| stored.and_then(|it| it.moment());
        let duration = |stored: Option<StoredDuration>| stored.and_then(|it| it.duration());
        let headline = duration(self.duration);
        Incident {
            title: self.title,
            severity: self.severity.map(|value| Severity { value, evidence: Vec::new() }),
            service: self.service.map(|value| Service { value, evidence: Vec::new() }),
            zone: self.zone.map(StoredZone::into_zone),
            start: moment(self.start),
            detected: moment(self.detected),
            acknowledged: moment(self.acknowledged),
            mitigated: moment(self.mitigated),
            end: moment(self.end),
            durations: headline.clone().into_iter().chain(duration(self.stated_duration)).collect(),
            duration: headline,
            impact: self.impact.and_then(StoredImpact::into_impact),
            timeline: self.entries.into_iter().filter_map(StoredEntry::into_event).gather(),
            ..Incident::default()
        }
    }
}

impl StoredZone {
    fn into_zone(self) -> ZoneFact {
        ZoneFact { name: self.name, offset_minutes: settled(self.offset_minutes), evidence: Vec::new() }
    }
}

impl StoredMoment {
    fn moment(&self) -> Option<Moment> {
        Some(Moment {
            at: parse_moment(&self.at)?,
            offset_minutes: settled(self.offset_minutes),
            certainty: certainty(&self.certainty)?,
            rule: if self.from_entry { STORED_ENTRY_RULE } else { STORED_RULE },
            approximate: self.approximate,
            evidence: Vec::new(),
        })
    }
}

impl StoredDuration {
    fn duration(&self) -> Option<OutageDuration> {
        if [self.minutes, self.low, self.high].iter().flatten().any(|minutes| !is_length(*minutes)) {
            return None;
        }
        Some(OutageDuration {
            minutes: self.minutes,
            low: self.low,
            high: self.high,
            approximate: self.approximate,
            basis: named(&[Basis::Stated, Basis::Window, Basis::Timeline], Basis::as_str, &self.basis)?,
            certainty: certainty(&self.certainty)?,
            rule: STORED_RULE,
            evidence: Vec::new(),
        })
    }
}

impl StoredImpact {
    fn into_impact(self) -> Option<Impact> {
        if [self.percent, self.low, self.high].iter().flatten().any(|percent| !is_share(*percent)) {
            return None;
        }
        let bound = match &self.bound {
            Some(name) => Some(named(&[Bound::AtLeast, Bound::AtMost], Bound::as_str, name)?),
            None => None,
        };
        Some(Impact {
            percent: self.percent,
            low: self.low,
            high: self.high,
            of: self.of,
            approximate: self.approximate,
            bound,
            peak: self.peak,
            certainty: certainty(&self.certainty)?,
            rule: STORED_RULE,
            evidence: Vec::new(),
        })
    }
}

impl StoredEntry {
    fn into_event(self) -> Option<Event> {
        let at = if self.at.is_empty() { None } else { Some(parse_moment(&self.at)?) };
        Some(Event {
            at,
            until: None,
            offset_minutes: settled(self.offset_minutes),
            text: self.text,
            phase: named(&Phase::ALL, Phase::as_str, &self.phase)?,
            approximate: self.approximate,
            evidence: Vec::new(),
        })
    }
}

fn settled(offset_minutes: Option<i32>) -> Option<i32> {
    offset_minutes.filter(|minutes| (-FURTHEST_OFFSET..=FURTHEST_OFFSET).contains(minutes))
}

fn certainty(name: &str) -> Option<Certainty> {
    named(&[Certainty::Stated, Certainty::Derived, Certainty::Assumed], Certainty::as_str, name)
}

/// Which of `all` has that name.
fn named<T: Copy>(all: &[T], name_of: impl Fn(T) -> &'static str, name: &str) -> Option<T> {
    all.iter().copied().find(|one| name_of(*one) == name)
}

fn is_length(minutes: f64) -> bool {
    minutes >= 0.0 && minutes.is_finite()
}

fn is_share(percent: f64) -> bool {
    (0.0..=100.0).contains(&percent)
}
