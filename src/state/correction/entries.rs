//! Timeline entries as the user settled them, and the facts that were read from them.

use crate::incident::{Certainty, Event, Incident, Moment, PartialTime, Phase, RuleId};
use crate::metrics::event_moment;
use crate::state::notes::{CorrectValue, Correctable, Correction, EntryPart};
use crate::text::Gather;
use crate::wire::stored::{entry_key, is_of_entry};

/// The fact follows from a timeline entry that the user corrected.
pub const CORRECTED_ENTRY: RuleId = RuleId::new("corrected-entry");

/// One entry of the timeline that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct SettledEntry {
    /// The entry with the user's corrections.
    pub event: Event,
    /// Whether the user says that it is none.
    pub is_removed: bool,
}

/// Every entry of `read`, by its place there.
#[must_use]
pub fn settled_entries(read: &Incident, corrections: &[Correction]) -> Vec<SettledEntry> {
    let mut entries: Vec<SettledEntry> =
        read.timeline.iter().map(|event| SettledEntry { event: event.clone(), is_removed: false }).gather();
    for (correction, part, place) in placed(&read.timeline, corrections) {
        let entry = &mut entries[place]; // OK because the place was found in the same timeline.
        match (part, &correction.value) {
            (EntryPart::Removed, _) => entry.is_removed = true,
            (EntryPart::Time, Some(CorrectValue::Moment { at, offset_minutes })) => {
                let offset_minutes = offset_minutes.or(entry.event.offset_minutes);
                set_time(&mut entry.event, Some(*at), offset_minutes);
            }
            (EntryPart::Time, _) => set_time(&mut entry.event, None, None),
            (EntryPart::Phase, value) => entry.event.phase = phase_of(value.as_ref()).unwrap_or(Phase::Other),
        }
    }
    entries
}

fn set_time(event: &mut Event, at: Option<PartialTime>, offset_minutes: Option<i32>) {
    (event.at, event.offset_minutes) = (at, offset_minutes);
    (event.until, event.approximate) = (None, false);
}

fn phase_of(value: Option<&CorrectValue>) -> Option<Phase> {
    let Some(CorrectValue::Words(words)) = value else { return None };
    phase_named(words)
}

/// The phase of that name.
pub(super) fn phase_named(words: &str) -> Option<Phase> {
    Phase::ALL.into_iter().find(|phase| phase.as_str() == words)
}

/// The corrections of entries that there are, each with its part and the entry's place.
fn placed<'c>(
    timeline: &[Event],
    corrections: &'c [Correction],
) -> impl Iterator<Item = (&'c Correction, EntryPart, usize)> {
    corrections.iter().filter_map(|correction| {
        let Correctable::Entry(place, part) = correction.fact else { return None };
        Some((correction, part, found(timeline, place, correction.entry.as_deref())?))
    })
}

/// Where the entry of that key is: at `place`, else the first that there is.
fn found(timeline: &[Event], place: usize, key: Option<&str>) -> Option<usize> {
    let key = key?;
    let is_it = |event: &Event| entry_key(event) == key;
    if timeline.get(place).is_some_and(is_it) { Some(place) } else { timeline.iter().position(is_it) }
}

/// Gives every correction of an entry the place that its entry has in `timeline`: a text that was edited, or is read
/// by another version of the program, may have it elsewhere. One whose entry is gone stays, behind the last entry.
pub(in crate::state) fn anchor(corrections: &mut [Correction], timeline: &[Event]) {
    let mut gone: Vec<Option<std::rc::Rc<str>>> = Vec::new();
    for correction in corrections {
        let Correctable::Entry(place, part) = correction.fact else { continue };
        let place = found(timeline, place, correction.entry.as_deref()).unwrap_or_else(|| {
            let earlier = gone.iter().position(|key| *key == correction.entry);
            timeline.len()
                + earlier.unwrap_or_else(|| {
                    gone.push(correction.entry.clone());
                    gone.len() - 1
                })
        });
        correction.fact = Correctable::Entry(place, part);
    }
}

/// The places in `read` of the entries that corrections are about, and of those that figures depend on since.
#[must_use]
pub fn places_to_keep(read: &Incident, settled: &Incident, corrections: &[Correction]) -> Vec<usize> {
    let mut places: Vec<usize> = placed(&read.timeline, corrections).map(|(.., place)| place).gather();
    if places.is_empty() {
        return places;
    }
    let entries = settled_entries(read, corrections);
    let left = (0..entries.len()).filter(|place| !entries[*place].is_removed); // OK because of the range.
    let left: Vec<usize> = left.gather();
    let counted = crate::wire::stored::counted_entries(settled);
    places.extend(counted.into_iter().filter_map(|place| left.get(place)));
    places
}

/// Puts the corrected entries into `incident`, whose timeline is as it was read, and lets the facts follow that were
/// read from them.
///
/// A fact moves with its entry. It is gone where the entry is, or where the entry means something else now: which
/// other entry should have told it, the text has to be read for, and the user can say. An entry that comes to mean
/// a fact which the report does not tell, tells it.
pub(super) fn settle(incident: &mut Incident, corrections: &[Correction]) {
    let entries = settled_entries(incident, corrections);
    let read = incident.clone();
    let places: Vec<usize> = placed(&read.timeline, corrections).map(|(.., place)| place).gather();
    for place in &places {
        for phase in FACTS {
            let before = &read.timeline[*place]; // OK because the place was found in the same timeline.
            if fact(&read, phase).is_some_and(|own| is_of_entry(own, before)) {
                follow(fact_mut(incident, phase), before, &entries[*place], phase);
            }
        }
    }
    for place in &places {
        let (before, after) = (&read.timeline[*place], &entries[*place]); // OK as above.
        if before.phase == after.event.phase || after.is_removed {
            continue;
        }
        if FACTS.contains(&after.event.phase) {
            let fact = fact_mut(incident, after.event.phase);
            if fact.is_none() {
                *fact = told_by(&after.event);
            }
        }
    }
    incident.timeline =
        entries.into_iter().filter(|entry| !entry.is_removed).map(|entry| entry.event).gather();
}

/// The phases whose moment is a fact of the incident.
const FACTS: [Phase; 5] =
    [Phase::Began, Phase::Detected, Phase::Acknowledged, Phase::Mitigated, Phase::Resolved];

fn fact(incident: &Incident, phase: Phase) -> Option<&Moment> {
    let fact = match phase {
        Phase::Began => &incident.start,
        Phase::Acknowledged => &incident.acknowledged,
        Phase::Mitigated => &incident.mitigated,
        Phase::Resolved => &incident.end,
        _ => &incident.detected,
    };
    fact.as_ref()
}

fn fact_mut(incident: &mut Incident, phase: Phase) -> &mut Option<Moment> {
    match phase {
        Phase::Began => &mut incident.start,
        Phase::Acknowledged => &mut incident.acknowledged,
        Phase::Mitigated => &mut incident.mitigated,
        Phase::Resolved => &mut incident.end,
        _ => &mut incident.detected,
    }
}

fn follow(fact: &mut Option<Moment>, before: &Event, after: &SettledEntry, phase: Phase) {
    let means_it_no_more = before.phase == phase && after.event.phase != phase;
    if after.is_removed || means_it_no_more || after.event.at.is_none() {
        *fact = None;
    } else if let (Some(fact), Some(at)) = (fact, after.event.at)
        && (before.at, before.offset_minutes) != (Some(at), after.event.offset_minutes)
    {
        (fact.at, fact.offset_minutes) = (at, after.event.offset_minutes);
        (fact.rule, fact.approximate) = (CORRECTED_ENTRY, false);
    }
}

fn told_by(event: &Event) -> Option<Moment> {
    let moment = event_moment(event)?;
    Some(Moment { certainty: Certainty::Stated, rule: CORRECTED_ENTRY, ..moment })
}
