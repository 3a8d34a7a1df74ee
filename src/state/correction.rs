//! Facts that the user settles: what was typed becomes a value, and the value takes the place of what was read.
//!
//! *Accepts* what a report could say: `90 min`, `1 h 30`, `75 % of users`, `2024-05-09 14:30 UTC`, `14:30`, `US/Pacific`.
//! A number alone is minutes for a duration and percent for a share. *Refuses*, with a sentence, words that hold
//! anything besides.

mod entries;
mod zone;

use std::rc::Rc;

use crate::incident::{
    Basis, Certainty, Impact, Incident, Moment, OutageDuration, PartialDate, PartialTime, RuleId, Service,
    Severity,
};
use crate::mention::{self, Mentions, Value};
use crate::metrics::elapsed_minutes;
use crate::text::{Gather, Span, Tokens, parse_decimal};

use super::notes::{CorrectValue, Correctable, Correction, EntryPart, kept_words};
use entries::{phase_named, settle};
use zone::{rezone, zone_named};

pub(in crate::state) use entries::anchor;
pub use entries::{CORRECTED_ENTRY, SettledEntry, places_to_keep, settled_entries};

/// The user settled it.
pub const CORRECTED: RuleId = RuleId::new("corrected");
/// The duration follows from a start or an end that the user settled.
pub const CORRECTED_WINDOW: RuleId = RuleId::new("corrected-window");

/// Reads what was typed for `fact`. `None` inside stands for a fact that is not known: nothing was typed.
///
/// # Errors
/// A sentence that says what is expected, where the words are something else.
pub fn parse_correction(
    fact: Correctable,
    words: &str,
    incident: &Incident,
) -> Result<Option<CorrectValue>, &'static str> {
    let words = words.trim();
    if words.is_empty() {
        return Ok(None);
    }
    let read = match fact {
        Correctable::Duration => {
            minutes(words).ok_or("Write a length of time, such as 45 min or 1 h 30 min.")
        }
        Correctable::Impact => {
            share(words).ok_or("Write a share from 0 to 100 %, such as 75 % or 20 to 30 % of users.")
        }
        Correctable::Severity | Correctable::Service | Correctable::Entry(_, EntryPart::Removed) => {
            kept_words(words).map(CorrectValue::Words).ok_or("Write a name.")
        }
        Correctable::Zone => zone_named(words)
            .and_then(|_| kept_words(words).map(CorrectValue::Words))
            .ok_or("Write a zone, such as UTC, CET, UTC+2 or Europe/Paris."),
        Correctable::Entry(_, EntryPart::Phase) => phase_named(words)
            .map(|phase| CorrectValue::Words(phase.as_str().into()))
            .ok_or("Write a phase: began, detected, acknowledged, escalated, identified, mitigated, resolved, other."),
        _ => moment(words, incident, fact)
            .ok_or("Write a date and a time, such as 2024-05-09 14:30 UTC, or only a time."),
    };
    read.map(Some)
}

/// What the words mention, and whether one mention covers all of them.
fn recognized(words: &str) -> Mentions {
    mention::recognize(&Tokens::scan(words))
}

fn is_whole(span: Span, words: &str) -> bool {
    span.start == 0 && span.end == words.len()
}

fn whole_value(words: &str) -> Option<Value> {
    let found = recognized(words).list.into_iter().find(|mention| is_whole(mention.span, words))?;
    Some(found.value)
}

fn minutes(words: &str) -> Option<CorrectValue> {
    /// A century: nothing that is longer is an outage.
    const LONGEST: f64 = 100.0 * 366.0 * 1440.0;
    let (low, high) = match (plain_number(words), whole_value(words)) {
        (Some(minutes), _) => (minutes, minutes),
        (None, Some(Value::Duration(value))) => (value.low / 60.0, value.high / 60.0),
        _ => return None,
    };
    (0.0..=LONGEST).contains(&low).then_some(())?;
    (low..=LONGEST).contains(&high).then_some(CorrectValue::Minutes { low, high })
}

fn plain_number(words: &str) -> Option<f64> {
    parse_decimal(words).filter(|number| *number >= 0.0)
}

fn share(words: &str) -> Option<CorrectValue> {
    let (share, of) = match words.split_once(" of ") {
        Some((share, of)) => (share.trim(), kept_words(of)),
        None => (words, None),
    };
    let (low, high) = match (plain_number(share), whole_value(share)) {
        (Some(percent), _) => (percent, percent),
        (None, Some(Value::Percentage(value))) => (value.low, value.high),
        _ => return None,
    };
    let fits = (0.0..=100.0).contains(&low) && (low..=100.0).contains(&high);
    fits.then_some(CorrectValue::Percent { low, high, of })
}

/// A date and a time. A day that is not written is taken from the fact as it was, else from the incident's other
/// moments; a zone that is not written is that of the report, whatever the user says of it later.
fn moment(words: &str, incident: &Incident, fact: Correctable) -> Option<CorrectValue> {
    let mentions = recognized(words);
    let stamp = mentions.stamps.iter().find(|stamp| is_whole(stamp.span, words))?;
    let date = match stamp.date {
        Some(date) if date.day_first.is_some() => return None,
        Some(date) => Some(date.date),
        None => day_of_entry(incident, fact)
            .or_else(|| moments_of(incident, fact).find_map(|moment| moment.at.date)),
    };
    let offset_minutes = stamp.zone.and_then(|zone| zone.minutes_on(date));
    let at = PartialTime { date, time: stamp.time.map(|time| time.time) };
    Some(CorrectValue::Moment { at, offset_minutes })
}

fn day_of_entry(incident: &Incident, fact: Correctable) -> Option<PartialDate> {
    let Correctable::Entry(place, _) = fact else { return None };
    incident.timeline.get(place)?.at?.date
}

/// The moment of `fact` first, then the incident's others.
fn moments_of(incident: &Incident, fact: Correctable) -> impl Iterator<Item = &Moment> {
    let own = match fact {
        Correctable::Start => &incident.start,
        Correctable::End => &incident.end,
        Correctable::Acknowledged => &incident.acknowledged,
        Correctable::Mitigated => &incident.mitigated,
        _ => &incident.detected,
    };
    let all = [own, &incident.start, &incident.end, &incident.detected, &incident.mitigated];
    all.into_iter().flatten()
}

/// The incident with the user's values in the place of those that were read.
///
/// A duration that was worked out from start and end is worked out anew where one of these was corrected;
/// one that the report states stays.
#[must_use]
pub fn corrected(read: &Incident, corrections: &[Correction]) -> Incident {
    let mut incident = read.clone();
    let is_corrected = |fact| corrections.iter().any(|correction| correction.fact == fact);
    if let Some(zone) = corrections.iter().find(|correction| correction.fact == Correctable::Zone) {
        rezone(&mut incident, zone.value.as_ref().and_then(words_of).as_deref());
    }
    if corrections.iter().any(|correction| matches!(correction.fact, Correctable::Entry(..))) {
        settle(&mut incident, corrections);
    }
    for correction in corrections {
        put(&mut incident, correction);
    }
    let length = |incident: &Incident| elapsed_minutes(incident.start.as_ref()?, incident.end.as_ref()?);
    let is_settled = is_corrected(Correctable::Start) || is_corrected(Correctable::End);
    let is_stated = incident.duration.as_ref().is_some_and(|duration| duration.basis == Basis::Stated);
    let has_moved = is_settled || length(read) != length(&incident);
    if has_moved && !is_stated && !is_corrected(Correctable::Duration) {
        incident.duration = length_of_window(&incident);
    }
    incident
}

fn put(incident: &mut Incident, Correction { fact, value, .. }: &Correction) {
    let value = value.as_ref();
    match fact {
        Correctable::Duration => incident.duration = value.and_then(duration_of),
        Correctable::Impact => incident.impact = value.and_then(impact_of),
        Correctable::Start => incident.start = moment_of(incident, *fact, value),
        Correctable::End => incident.end = moment_of(incident, *fact, value),
        Correctable::Detected => incident.detected = moment_of(incident, *fact, value),
        Correctable::Acknowledged => incident.acknowledged = moment_of(incident, *fact, value),
        Correctable::Mitigated => incident.mitigated = moment_of(incident, *fact, value),
        Correctable::Severity => {
            incident.severity =
                value.and_then(words_of).map(|value| Severity { value, evidence: Vec::new() });
        }
        Correctable::Service => {
            incident.service = value.and_then(words_of).map(|value| Service { value, evidence: Vec::new() });
        }
        Correctable::Zone | Correctable::Entry(..) => {}
    }
}

fn duration_of(value: &CorrectValue) -> Option<OutageDuration> {
    let CorrectValue::Minutes { low, high } = *value else { return None };
    let (minutes, low, high) = ends(low, high);
    Some(OutageDuration {
        minutes,
        low,
        high,
        approximate: false,
        basis: Basis::Stated,
        certainty: Certainty::Stated,
        rule: CORRECTED,
        evidence: Vec::new(),
    })
}

fn impact_of(value: &CorrectValue) -> Option<Impact> {
    let CorrectValue::Percent { low, high, ref of } = *value else { return None };
    let (percent, low, high) = ends(low, high);
    Some(Impact {
        percent,
        low,
        high,
        of: of.as_ref().map(Rc::to_string),
        approximate: false,
        bound: None,
        peak: false,
        certainty: Certainty::Stated,
        rule: CORRECTED,
        evidence: Vec::new(),
    })
}

/// One value, or the two ends of a range.
fn ends(low: f64, high: f64) -> (Option<f64>, Option<f64>, Option<f64>) {
    if low < high { (None, Some(low), Some(high)) } else { (Some(low), None, None) }
}

fn moment_of(incident: &Incident, fact: Correctable, value: Option<&CorrectValue>) -> Option<Moment> {
    let CorrectValue::Moment { at, offset_minutes } = *value? else { return None };
    let of_zone = || incident.zone.as_ref().and_then(|zone| zone.offset_minutes);
    let of_the_report =
        || moments_of(incident, fact).find_map(|moment| moment.offset_minutes).or_else(of_zone);
    Some(Moment {
        at,
        offset_minutes: offset_minutes.or_else(of_the_report),
        certainty: Certainty::Stated,
        rule: CORRECTED,
        approximate: false,
        evidence: Vec::new(),
    })
}

fn words_of(value: &CorrectValue) -> Option<String> {
    let CorrectValue::Words(words) = value else { return None };
    Some(words.to_string())
}

fn length_of_window(incident: &Incident) -> Option<OutageDuration> {
    let (start, end) = (incident.start.as_ref()?, incident.end.as_ref()?);
    let minutes = elapsed_minutes(start, end).filter(|minutes| *minutes >= 0.0)?;
    Some(OutageDuration {
        minutes: Some(minutes),
        low: None,
        high: None,
        approximate: start.approximate || end.approximate,
        basis: Basis::Window,
        certainty: Certainty::Derived,
        rule: CORRECTED_WINDOW,
        evidence: start.evidence.iter().chain(&end.evidence).copied().gather(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Options, extract};

    fn incident(text: &str) -> Incident {
        extract(text, &Options::default()).incidents.into_iter().next().unwrap_or_default()
    }

    fn read(fact: Correctable, words: &str) -> Result<Option<CorrectValue>, &'static str> {
        parse_correction(
            fact,
            words,
            &incident("On 9 May 2024 from 14:00 UTC to 15:00 UTC the shop was down."),
        )
    }

    #[test]
    fn lengths_are_read_as_people_write_them() {
        for (words, low, high) in [
            ("90", 90.0, 90.0),
            ("1 h 30 min", 90.0, 90.0),
            (" 2 hours ", 120.0, 120.0),
            ("3 to 4 hours", 180.0, 240.0),
        ] {
            assert_eq!(
                read(Correctable::Duration, words),
                Ok(Some(CorrectValue::Minutes { low, high })),
                "{words}"
            );
        }
        for words in ["soon", "-5", "1e99", "NaN", "2 hours or so", "inf", "10:00 to 11:00"] {
            assert!(read(Correctable::Duration, words).is_err(), "{words}");
        }
    }

    #[test]
    fn shares_stay_between_none_and_all() {
        let percent = |low, high, of: Option<&str>| CorrectValue::Percent { low, high, of: of.map(Rc::from) };
        for (words, value) in [
            ("75", percent(75.0, 75.0, None)),
            ("0.5 %", percent(0.5, 0.5, None)),
            ("20-30% of paying users", percent(20.0, 30.0, Some("paying users"))),
        ] {
            assert_eq!(read(Correctable::Impact, words), Ok(Some(value)), "{words}");
        }
        for words in ["101 %", "-1", "many", "50 % of users and 20 % of orders %"] {
            let read = read(Correctable::Impact, words);
            assert!(read.is_err() || words.contains("orders"), "{words}: {read:?}");
        }
    }

    #[test]
    fn a_time_alone_takes_its_day_from_the_incident_and_leaves_the_zone_to_it() {
        let Ok(Some(CorrectValue::Moment { at, offset_minutes })) = read(Correctable::Detected, "14:07")
        else {
            panic!("a time is a moment");
        };
        assert_eq!((at.to_string().as_str(), offset_minutes), ("2024-05-09T14:07", None));
        let Ok(Some(CorrectValue::Moment { at, offset_minutes })) =
            read(Correctable::Start, "2024-05-10 09:00 CEST")
        else {
            panic!("a stamp is a moment");
        };
        assert_eq!((at.to_string().as_str(), offset_minutes), ("2024-05-10T09:00", Some(120)));
        for words in ["03/04/2024 10:00", "yesterday", "14:00 to 15:00", "25:10"] {
            assert!(read(Correctable::Start, words).is_err(), "{words}");
        }
    }

    #[test]
    fn a_moved_end_moves_a_duration_that_was_worked_out_but_none_that_is_stated() {
        let end = |words: &str, incident: &Incident| {
            let value = parse_correction(Correctable::End, words, incident).ok().flatten();
            Correction::of(Correctable::End, value)
        };
        let worked_out = incident("On 9 May 2024 from 14:00 UTC to 15:00 UTC the shop was down.");
        let moved = corrected(&worked_out, &[end("16:00", &worked_out)]);
        assert_eq!(moved.duration.as_ref().and_then(|it| it.minutes), Some(120.0));
        assert_eq!(moved.duration.map(|it| it.rule), Some(CORRECTED_WINDOW));
        let stated =
            incident("On 9 May 2024 from 14:00 UTC the shop was down. The outage lasted 55 minutes.");
        let moved = corrected(&stated, &[end("16:00", &stated)]);
        assert_eq!(moved.duration.and_then(|it| it.minutes), Some(55.0));
    }

    #[test]
    fn nothing_typed_says_that_the_fact_is_not_known() {
        let read =
            incident("On 9 May 2024 from 14:00 UTC to 15:00 UTC the shop was down for half of all users.");
        let correction = Correction::of(Correctable::Impact, None);
        assert_eq!(parse_correction(Correctable::Impact, "  ", &read), Ok(None));
        assert!(read.impact.is_some() && corrected(&read, &[correction]).impact.is_none());
    }
}
