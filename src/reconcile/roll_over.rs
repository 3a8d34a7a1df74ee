//! Dates for timeline entries that give only a clock time: each belongs to the day of the entry
//! before it, or to the next day where the clock goes back by hours.

use super::dates::Dates;
use super::day_marks::DayMark;
use super::timeline::Entry;
use crate::incident::{ClockTime, PartialDate, PartialTime};
use crate::text::Gather;

/// Going back by less than this is an entry out of order, not a new day.
pub(super) const NEW_DAY_HOURS: f64 = 4.0;

/// Settles when each entry happened. `marks` are the days that lines between the entries give, `origin` the
/// time that entries such as `T+5m` count from.
pub(super) fn settle(entries: &mut [Entry], marks: &[DayMark], dates: &Dates, origin: Option<PartialTime>) {
    let mut own: Vec<Option<PartialDate>> = own_dates(entries, marks, dates);
    let for_all = marks.iter().find(|mark| mark.for_all).map(|mark| mark.date);
    let newest_first = newest_first(entries);
    if newest_first {
        own.reverse();
        entries.reverse();
    }
    settle_forward(entries, &own, dates, for_all, origin);
    if newest_first {
        entries.reverse();
    }
}

/// The date that each entry gives itself, or that a line between it and the entry before gives.
fn own_dates(entries: &[Entry], marks: &[DayMark], dates: &Dates) -> Vec<Option<PartialDate>> {
    let mut from = 0;
    entries
        .iter()
        .map(|entry| {
            let own = dates.day_of(&entry.stamp);
            let between = marks.iter().skip(marks.partition_point(|mark| mark.block < from));
            let mark =
                between.take_while(|mark| mark.block < entry.block).filter(|mark| !mark.for_all).last();
            from = entry.block;
            own.or(mark.map(|mark| mark.date))
        })
        .gather()
}

/// `for_all` is the day of the entries that give none, whatever stands before them.
fn settle_forward(
    entries: &mut [Entry],
    own: &[Option<PartialDate>],
    dates: &Dates,
    for_all: Option<PartialDate>,
    origin: Option<PartialTime>,
) {
    let mut day = for_all.or_else(|| day_before(entries, dates)).or_else(|| day_of_first(entries, own));
    let mut before: Option<f64> = None;
    let mut counted_from = origin;
    for (entry, own) in entries.iter_mut().zip(own) {
        if let Some(offset) = entry.offset {
            if let Some(at) = counted_from.and_then(|from| from.plus_minutes(offset)) {
                entry.set_at(at);
            }
            continue;
        }
        let time = entry.at.time;
        if let Some(time) = time.filter(|_| own.is_none() || for_all.is_none()) {
            let minutes = time.minutes();
            let wraps = before.is_some_and(|before| before - minutes > NEW_DAY_HOURS * 60.0);
            if own.is_none() && wraps {
                day = day.and_then(|day| day.plus_days(1));
            }
            before = Some(minutes);
        }
        if for_all.is_none() {
            day = own.or(day);
        }
        let has_day = time.is_some() || entry.has_own_date();
        let at = PartialTime { date: own.or(day).filter(|_| has_day), time };
        if time.is_some() {
            counted_from.get_or_insert(at);
        }
        entry.set_at(at);
    }
}

/// The incident's day, where it is not one that only an entry gives.
fn day_before(entries: &[Entry], dates: &Dates) -> Option<PartialDate> {
    let base = dates.base?;
    let of_entry = base.span.is_some_and(|span| entries.iter().any(|entry| entry.stamp.span.contains(span)));
    (!of_entry).then_some(base.date)
}

/// The day of the first entry, counted back from the first that gives its own: entries before midnight
/// give none, where the day is only written once it changes.
fn day_of_first(entries: &[Entry], own: &[Option<PartialDate>]) -> Option<PartialDate> {
    let first = own.iter().position(Option::is_some)?;
    let times = clock_minutes(&entries[..=first]);
    let steps = times.windows(2).map(|pair| pair[0] - pair[1]);
    let last = times.len().saturating_sub(2);
    // The day is written because it is a new one: there every step back counts.
    let threshold = |step: usize| if step == last { 0.0 } else { NEW_DAY_HOURS * 60.0 };
    let nights = steps.enumerate().filter(|(step, back)| *back > threshold(*step)).count();
    own[first]?.plus_days(-i64::try_from(nights).ok()?)
}

/// The clock times that entries give, in minutes.
fn clock_minutes(entries: &[Entry]) -> Vec<f64> {
    entries.iter().filter_map(|entry| entry.at.time.map(ClockTime::minutes)).gather()
}

/// Whether the list runs from the newest entry to the oldest.
fn newest_first(entries: &[Entry]) -> bool {
    let minutes = clock_minutes(entries);
    let falling = minutes.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let rising = minutes.windows(2).filter(|pair| pair[1] > pair[0]).count();
    falling >= 2 && falling > rising * 2
}
