//! What a stated length settles of a window that is open at one side: the end is the start and the
//! length, or the timeline's entry that lies so far from the other side.

use crate::incident::{Basis, Certainty, Moment, OutageDuration, PartialTime, RuleId, minutes_between};
use crate::mention::Value;
use crate::reconcile::boundary::Window;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::timeline::Entry;
use crate::text::sorted_by_key;

/// The start and the stated length give the end, where the text does not: "from 10:00, down for 2 hours".
const END: RuleId = RuleId::new("end-from-length");
/// The end less the stated length gives the start, where the text does not: "down for 2 hours until 12:00".
const START: RuleId = RuleId::new("start-from-length");
/// The day of a short outage, where the text gives no clock time.
pub(super) const SAME_DAY: RuleId = RuleId::new("end-same-day");
/// The timeline entry, or the time in running text, that lies the stated length behind the start.
const END_ENTRY: RuleId = RuleId::new("end-entry-by-length");
/// The timeline entry, or the time in running text, that lies the stated length before the end.
const START_ENTRY: RuleId = RuleId::new("start-entry-by-length");
/// The timeline entry that lies the stated time to detection before another entry.
const BEFORE_DETECTION: RuleId = RuleId::new("start-before-detection");

/// Whether a side of `window` is unknown or only a convention's, so that a length can help.
pub(in crate::reconcile) fn can_help(window: &Window) -> bool {
    !is_firm(window.start.as_ref()) || !is_firm(window.end.as_ref())
}

/// Settles what `window` leaves open by the headline of `durations`, and by the time to detection.
pub(in crate::reconcile) fn complete(
    report: &Report,
    entries: &[Entry],
    durations: &[OutageDuration],
    window: &mut Window,
) {
    let apart = Apart::new(entries);
    if !is_firm(window.start.as_ref())
        && let Some(entry) = time_to_detection(report).and_then(|minutes| apart.only_pair(minutes))
    {
        window.start = Some(super::moment(&entries[entry.0], Certainty::Derived, BEFORE_DETECTION));
    }
    let stated = durations.first().filter(|length| length.basis == Basis::Stated);
    let Some((length, minutes)) = stated.and_then(|length| Some((length, length.minutes?))) else { return };
    if window.end.is_none() {
        window.end = same_day(window.start.as_ref(), minutes, length);
    }
    // The outage did not begin after it was noticed.
    let noticed = window.start.as_ref().map(|start| start.at);
    let is_no_later = |entry: &Entry| noticed.is_none_or(|noticed| entry.at <= noticed);
    match (is_firm(window.start.as_ref()), is_firm(window.end.as_ref())) {
        (true, false) => {
            let entry = apart.entry_at(window.start.as_ref(), minutes);
            let by_entry = entry.map(|at| super::moment(&entries[at], Certainty::Derived, END_ENTRY));
            let open = window.end.is_none();
            let reckoned = || shifted(window.start.as_ref().filter(|_| open)?, minutes, length, END);
            window.end = by_entry.or_else(reckoned).or_else(|| window.end.take());
        }
        (false, true) => {
            let entry = apart.entry_at(window.end.as_ref(), -minutes).filter(|at| is_no_later(&entries[*at]));
            let moment = |at: usize| super::moment(&entries[at], Certainty::Derived, START_ENTRY);
            let by_entry = entry.map(|at| confirmed(window.start.clone(), moment(at)));
            let open = window.start.is_none();
            let reckoned = || shifted(window.end.as_ref().filter(|_| open)?, -minutes, length, START);
            window.start = by_entry.or_else(reckoned).or_else(|| window.start.take());
        }
        (false, false) => {
            if let Some((first, last)) =
                apart.only_pair(minutes).filter(|(first, _)| is_no_later(&entries[*first]))
            {
                let moment = |at: usize, rule| super::moment(&entries[at], Certainty::Derived, rule);
                window.start = Some(confirmed(window.start.take(), moment(first, START_ENTRY)));
                window.end = Some(confirmed(window.end.take(), moment(last, END_ENTRY)));
            }
        }
        (true, true) => {}
    }
}

/// What was known of a moment, where the length only confirms it, or else `found`.
fn confirmed(known: Option<Moment>, found: Moment) -> Moment {
    known.filter(|known| known.at == found.at).unwrap_or(found)
}

/// The longest outage "on 5 May", in minutes, that is taken to have ended on that day.
const WITHIN_A_DAY: f64 = 6.0 * 60.0;

/// The end of a short outage of which only the day is known.
fn same_day(start: Option<&Moment>, minutes: f64, length: &OutageDuration) -> Option<Moment> {
    let start = start
        .filter(|start| start.at.date.is_some() && start.at.time.is_none() && minutes <= WITHIN_A_DAY)?;
    let evidence = super::evidence(&start.evidence, &length.evidence);
    Some(Moment { certainty: Certainty::Derived, rule: SAME_DAY, evidence, ..start.clone() })
}

/// Whether the text itself gives the moment, to the minute.
fn is_firm(moment: Option<&Moment>) -> bool {
    moment.is_some_and(|moment| moment.certainty != Certainty::Assumed)
}

/// `moment` and `minutes`, where both are exact.
fn shifted(moment: &Moment, minutes: f64, length: &OutageDuration, rule: RuleId) -> Option<Moment> {
    // A time to repair may be counted from the detection on; only the timeline can prove its ends.
    let of_a_repair = length.certainty == Certainty::Assumed || length.rule.as_str().contains("repair");
    if length.approximate || moment.approximate || of_a_repair {
        return None;
    }
    let at = moment.at.plus_minutes(seconds(minutes) / 60)?;
    let evidence = super::evidence(&moment.evidence, &length.evidence);
    Some(Moment { at, certainty: Certainty::Derived, rule, evidence, ..moment.clone() })
}

/// The shortest time to detection in `Time to detection: 349 minutes`, in minutes.
fn time_to_detection(report: &Report) -> Option<f64> {
    const NAMES: Phrases = phrases(
        "time to detect|time to detection|detection time|detection delay|ttd|mttd|time until detection",
    );
    report.mentions.list.iter().find_map(|mention| {
        let Value::Duration(value) = &mention.value else { return None };
        let (name, _) = report.field_of(mention.span)?;
        (NAMES.are_in(&name) && value.low > 0.0 && value.high <= value.low).then_some(value.low / 60.0)
    })
}

/// How far the timeline's entries lie apart.
struct Apart {
    origin: Option<PartialTime>,
    /// Seconds after the first entry, and the index of the entry, in the order of time.
    places: Vec<(i64, usize)>,
}

/// A stated length is rounded to minutes.
const SLACK_SECONDS: i64 = 59;

impl Apart {
    fn new(entries: &[Entry]) -> Self {
        let origin = entries.iter().map(|entry| entry.at).find(|at| at.time.is_some());
        let mut places = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            if let Some(minutes) = origin.and_then(|origin| minutes_between(origin, entry.at)) {
                places.push((seconds(minutes), index));
            }
        }
        Self { origin, places: sorted_by_key(places, |(at, _)| at.abs_diff(i64::MIN)) }
    }

    /// The entry that lies `minutes` behind `moment`.
    fn entry_at(&self, moment: Option<&Moment>, minutes: f64) -> Option<usize> {
        self.near(seconds(minutes_between(self.origin?, moment?.at)? + minutes))
    }

    /// The two entries that lie `minutes` apart, where there is only one such pair.
    fn only_pair(&self, minutes: f64) -> Option<(usize, usize)> {
        let mut only = None;
        for (at, first) in &self.places {
            if let Some(last) = self.near(at + seconds(minutes))
                && only.replace((*first, last)).is_some()
            {
                return None;
            }
        }
        only
    }

    /// The first entry that lies `at` seconds behind the first.
    fn near(&self, at: i64) -> Option<usize> {
        let first = self.places.partition_point(|(place, _)| *place < at - SLACK_SECONDS);
        let place = self.places.get(first).filter(|(place, _)| *place <= at + SLACK_SECONDS);
        place.map(|(_, index)| *index)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "times of a calendar are far below 2^63 seconds apart")]
fn seconds(minutes: f64) -> i64 {
    (minutes * 60.0).round() as i64
}
