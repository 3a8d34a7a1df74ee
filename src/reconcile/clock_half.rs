//! The half of the day that entries of a timeline leave out: "11:45 AM", "12:30", "1:15".
//!
//! Writers who keep a twelve-hour clock often write "PM" once and leave it out behind that. Such an entry belongs to the
//! half in which it follows the one before it, where only one of the halves lets it.

use super::report::Report;
use super::timeline::Entry;
use crate::incident::ClockTime;
use crate::mention::Stamp;

/// Minutes of half a day.
const HALF: f64 = 12.0 * 60.0;
/// The longest step between two entries of an afternoon, in minutes, where no entry names a half.
const STEP: f64 = 4.0 * 60.0;

/// Puts the entries that leave their half of the day out into the afternoon where that is where they belong.
pub(super) fn settle(report: &Report, entries: &mut [Entry]) {
    let timed = || entries.iter().filter_map(|entry| entry.stamp.time.map(|clock| (entry, clock)));
    let names_halves = timed().any(|(_, clock)| clock.meridiem.is_some());
    let has_twelve_hours = |stamp: &Stamp| {
        stamp.time.is_some_and(|clock| (1..=12).contains(&clock.time.hour)) && !is_padded(report, stamp)
    };
    if !names_halves && !timed().all(|(entry, _)| has_twelve_hours(&entry.stamp)) {
        return;
    }
    let mut before: Option<f64> = None;
    for entry in entries {
        let Some(clock) = entry.stamp.time.filter(|_| entry.offset.is_none()) else { continue };
        let mut minutes = clock.time.minutes();
        if clock.meridiem.is_none() && has_twelve_hours(&entry.stamp) {
            let hour = before.and_then(|before| in_the_other_half(before, clock.time, names_halves));
            if let Some(hour) = hour {
                let time = ClockTime { hour, ..clock.time };
                entry.put_at(time);
                minutes = time.minutes();
            }
        }
        before = Some(minutes);
    }
}

/// The hour of `time` in the half of the day that its digits do not name, where it follows an entry at `before` only
/// there: in the afternoon, or right after midnight.
fn in_the_other_half(before: f64, time: ClockTime, names_halves: bool) -> Option<u8> {
    if time.hour == 12 {
        return (names_halves && before >= 1.5 * HALF).then_some(0);
    }
    let (morning, afternoon) = (time.minutes(), time.minutes() + HALF);
    let near = names_halves || before >= HALF - STEP && afternoon - before <= STEP;
    (morning < before && before <= afternoon && near).then_some(time.hour + 12)
}

/// Whether the hour is written as on a clock of 24 hours: with a nought before it, or without a colon behind it.
fn is_padded(report: &Report, stamp: &Stamp) -> bool {
    let hour = (stamp.tokens.0..stamp.tokens.1).find(|at| report.tokens.mark_at(at + 1, ":"));
    hour.and_then(|at| report.tokens.get(at)).is_none_or(|hour| report.tokens.lower(hour).starts_with('0'))
}
