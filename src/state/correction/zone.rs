//! The zone as the user settled it.

use crate::incident::{Incident, PartialDate, PartialTime, ZoneFact};
use crate::mention::ZoneValue;
use crate::text::Gather;

use super::{is_whole, recognized};

/// What the words name, as they would behind a clock time: `UTC`, `+02:00`, `US/Pacific`, `Pacific time`.
pub(super) fn zone_named(words: &str) -> Option<ZoneValue> {
    let words = ["12:00 ", words].concat();
    let mentions = recognized(&words);
    let stamp = mentions.stamps.iter().find(|stamp| is_whole(stamp.span, &words))?;
    stamp.zone.filter(|_| stamp.time.is_some() && stamp.date.is_none())
}

/// Puts the zone of that name in the place of the one that was read, or takes it out. Times that were told in the zone
/// of the report are in the other one then; those with a zone of their own keep it.
pub(super) fn rezone(incident: &mut Incident, name: Option<&str>) {
    let before = incident.zone.take();
    let zone = name.and_then(zone_named);
    let date = [&incident.start, &incident.end].into_iter().flatten().find_map(|moment| moment.at.date);
    incident.zone = name.map(|name| ZoneFact {
        name: name.to_owned(),
        offset_minutes: zone.and_then(|zone| zone.minutes_on(date)),
        evidence: Vec::new(),
    });
    let read = before.as_ref().and_then(|zone| zone_named(&zone.name));
    let is_in_zone = |offset: i32, date: Option<PartialDate>| {
        let told = before.as_ref().and_then(|zone| zone.offset_minutes);
        told == Some(offset) || read.is_some_and(|zone| zone.minutes_on(date) == Some(offset))
    };
    for (at, offset) in times_of(incident) {
        let date = at.date.or(date);
        if offset.is_none_or(|offset| is_in_zone(offset, date)) {
            *offset = zone.and_then(|zone| zone.minutes_on(date));
        }
    }
}

fn times_of(incident: &mut Incident) -> Vec<(PartialTime, &mut Option<i32>)> {
    let Incident { start, detected, acknowledged, mitigated, end, windows, timeline, .. } = incident;
    let spells = windows.iter_mut().flat_map(|spell| [&mut spell.start, &mut spell.end]);
    let facts = [start, detected, acknowledged, mitigated, end].into_iter().flatten();
    let moments = facts.chain(spells).map(|moment| (moment.at, &mut moment.offset_minutes));
    let entries = timeline.iter_mut();
    moments.chain(entries.filter_map(|event| Some((event.at?, &mut event.offset_minutes)))).gather()
}
