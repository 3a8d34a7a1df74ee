//! The values of a fact that the user can correct, as they stand in its fields.

use crate::incident::{Event, Incident, Moment, OutageDuration, PartialTime};
use crate::metrics::format_duration;
use crate::text::{Gather, decimal};

use super::correction::{SettledEntry, settled_entries};
use super::notes::{Correctable, EntryPart, Notes};
use super::{FactId, Report};

/// What is typed for an entry that is none.
pub const REMOVED: &str = "removed";

/// One field of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactPart {
    /// Which value it is.
    pub fact: Correctable,
    /// The value, as it can be typed; empty where there is none.
    pub words: String,
    /// Where the user corrected it: what the report says; empty where it says nothing.
    pub original: Option<String>,
}

/// What of `fact` can be corrected: nothing, one value, or the two ends of a window.
#[must_use]
pub const fn correctable(fact: FactId) -> &'static [Correctable] {
    match fact {
        FactId::Duration => &[Correctable::Duration],
        FactId::Impact => &[Correctable::Impact],
        FactId::Window => &[Correctable::Start, Correctable::End],
        FactId::Detected => &[Correctable::Detected],
        FactId::Acknowledged => &[Correctable::Acknowledged],
        FactId::Mitigated => &[Correctable::Mitigated],
        FactId::Severity => &[Correctable::Severity],
        FactId::Service => &[Correctable::Service],
        FactId::Zone => &[Correctable::Zone],
        _ => &[],
    }
}

/// The fact that shows the value; of a timeline entry, the one of its place in the timeline that was read.
#[must_use]
pub const fn fact_of(value: Correctable) -> FactId {
    match value {
        Correctable::Duration => FactId::Duration,
        Correctable::Impact => FactId::Impact,
        Correctable::Start | Correctable::End => FactId::Window,
        Correctable::Detected => FactId::Detected,
        Correctable::Acknowledged => FactId::Acknowledged,
        Correctable::Mitigated => FactId::Mitigated,
        Correctable::Severity => FactId::Severity,
        Correctable::Service => FactId::Service,
        Correctable::Zone => FactId::Zone,
        Correctable::Entry(place, _) => FactId::Entry(place),
    }
}

/// The fields of `fact` of the incident at `place`: none where it cannot be corrected.
#[must_use]
pub fn fact_parts(report: &Report, place: usize, fact: FactId) -> Vec<FactPart> {
    correctable(fact).iter().map(|value| part(report, place, *value)).gather()
}

fn part(report: &Report, place: usize, fact: Correctable) -> FactPart {
    let words = |incidents: &[Incident]| incidents.get(place).map(|it| typed(it, fact)).unwrap_or_default();
    let is_corrected = report.notes_of(place).correction(fact).is_some();
    FactPart {
        fact,
        words: words(report.incidents()),
        original: is_corrected.then(|| words(report.original_incidents())),
    }
}

/// One field of any fact, also of a timeline entry.
pub(super) fn part_of(report: &Report, place: usize, fact: Correctable) -> FactPart {
    let Correctable::Entry(entry, _) = fact else { return part(report, place, fact) };
    let notes = report.notes_of(place);
    let read = report.original_incidents().get(place);
    let settled = read.map(|read| settled_entries(read, &notes.corrections));
    let settled = settled.as_ref().and_then(|entries| entries.get(entry));
    let read = read.and_then(|read| read.timeline.get(entry));
    entry_part(notes, fact, settled, read)
}

/// The fields of the timeline entry at `place`, as it is `settled` and as it was `read`.
pub(super) fn entry_parts(
    notes: &Notes,
    place: usize,
    settled: Option<&SettledEntry>,
    read: Option<&Event>,
) -> Vec<FactPart> {
    let all = [EntryPart::Time, EntryPart::Phase, EntryPart::Removed];
    all.into_iter().map(|part| entry_part(notes, Correctable::Entry(place, part), settled, read)).gather()
}

fn entry_part(
    notes: &Notes,
    fact: Correctable,
    settled: Option<&SettledEntry>,
    read: Option<&Event>,
) -> FactPart {
    let removed = settled.is_some_and(|entry| entry.is_removed);
    let words = |event: Option<&Event>, is_removed: bool| match (fact, event) {
        (Correctable::Entry(_, EntryPart::Time), Some(event)) => event.at.map(typed_time).unwrap_or_default(),
        (Correctable::Entry(_, EntryPart::Phase), Some(event)) => event.phase.as_str().to_owned(),
        (Correctable::Entry(_, EntryPart::Removed), _) if is_removed => REMOVED.to_owned(),
        _ => String::new(),
    };
    let is_corrected = notes.correction(fact).is_some();
    FactPart {
        fact,
        words: words(settled.map(|entry| &entry.event), removed),
        original: is_corrected.then(|| words(read, false)),
    }
}

/// The value as the user would type it; [`super::parse_correction`] reads it back.
#[must_use]
pub fn typed(incident: &Incident, fact: Correctable) -> String {
    let moment = |moment: &Option<Moment>| moment.as_ref().map(typed_moment).unwrap_or_default();
    match fact {
        Correctable::Duration => incident.duration.as_ref().map(typed_duration).unwrap_or_default(),
        Correctable::Impact => typed_impact(incident).unwrap_or_default(),
        Correctable::Start => moment(&incident.start),
        Correctable::End => moment(&incident.end),
        Correctable::Detected => moment(&incident.detected),
        Correctable::Acknowledged => moment(&incident.acknowledged),
        Correctable::Mitigated => moment(&incident.mitigated),
        Correctable::Severity => incident.severity.as_ref().map(|it| it.value.clone()).unwrap_or_default(),
        Correctable::Service => incident.service.as_ref().map(|it| it.value.clone()).unwrap_or_default(),
        Correctable::Zone => incident.zone.as_ref().map(|it| it.name.clone()).unwrap_or_default(),
        Correctable::Entry(..) => String::new(),
    }
}

fn typed_duration(duration: &OutageDuration) -> String {
    match (duration.minutes, duration.low, duration.high) {
        (Some(minutes), ..) => format_duration(minutes),
        (None, Some(low), Some(high)) => [format_duration(low), format_duration(high)].join(" to "),
        _ => String::new(),
    }
}

fn typed_impact(incident: &Incident) -> Option<String> {
    let impact = incident.impact.as_ref()?;
    let number = |value| decimal(value, 2);
    let share = match (impact.percent, impact.low, impact.high) {
        (Some(percent), ..) => number(percent),
        (None, Some(low), Some(high)) => [number(low), number(high)].join(" to "),
        _ => return None,
    };
    let of = impact.of.as_ref().map(|of| [" of ", of].concat()).unwrap_or_default();
    Some([&share, " %", &of].concat())
}

fn typed_moment(moment: &Moment) -> String {
    typed_time(moment.at)
}

fn typed_time(at: PartialTime) -> String {
    let date = at.date.filter(|date| date.year.is_some()).map(|date| date.to_string());
    let time = at.time.map(|time| time.to_string());
    date.into_iter().chain(time).gather().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Options, extract};
    use crate::state::Correction;
    use crate::state::{SAMPLES, corrected, parse_correction};

    #[test]
    fn every_value_that_can_be_corrected_is_shown_by_a_fact_that_has_it() {
        for value in Correctable::all() {
            assert!(correctable(fact_of(value)).contains(&value), "{value}");
        }
    }

    /// What stands in a field, confirmed without a change, changes nothing.
    #[test]
    fn what_stands_in_a_field_is_read_back() {
        for sample in &SAMPLES {
            for incident in extract(sample.text, &Options::default()).incidents {
                for fact in Correctable::all() {
                    let words = typed(&incident, fact);
                    let value = parse_correction(fact, &words, &incident);
                    assert_eq!(value.as_ref().map(Option::is_some), Ok(!words.is_empty()), "{fact} {words}");
                    let correction = Correction::of(fact, value.ok().flatten());
                    assert_eq!(typed(&corrected(&incident, &[correction]), fact), words, "{fact}");
                }
            }
        }
    }
}
