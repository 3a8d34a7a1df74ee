//! Dates for timeline entries that give only a clock time: each belongs to the day of the entry
//! before it, or to the next day where the clock goes back by hours.

use super::dates::Dates;
use super::day_marks::DayMark;
use super::timeline::Entry;
use crate::incident::{ClockTime, PartialDate, PartialTime};

/// Going back by less than this is an entry out of order, not a new day.
pub(super) const NEW_DAY_HOURS: f64 = 4.0;

/// Settles when each entry happened. `marks` are the days that lines between the entries give.
pub(super) fn settle(entries: &mut [Entry], marks: &[DayMark], dates: &Dates) {
    let own: Vec<Option<PartialDate>> = own_dates(entries, marks, dates);
    if newest_first(entries) {
        let reversed: Vec<_> = own.into_iter().rev().collect();
        entries.reverse();
        settle_forward(entries, &reversed, dates);
        entries.reverse();
    } else {
        settle_forward(entries, &own, dates);
    }
}

/// The date that each entry gives itself, or that a line between it and the entry before gives.
fn own_dates(entries: &[Entry], marks: &[DayMark], dates: &Dates) -> Vec<Option<PartialDate>> {
    let mut from = 0;
    entries
        .iter()
        .map(|entry| {
            let own = entry.stamp.date.as_ref().and_then(|date| dates.settle(date));
            let between = marks.iter().skip(marks.partition_point(|mark| mark.block < from));
            let mark = between.take_while(|mark| mark.block < entry.block).last();
            from = entry.block;
            own.or(mark.map(|mark| mark.date))
        })
        .collect()
}

fn settle_forward(entries: &mut [Entry], own: &[Option<PartialDate>], dates: &Dates) {
    let first_own = own.iter().find_map(|date| *date);
    let mut day = dates.base.map(|base| base.date).or(first_own);
    let mut before = None;
    for (entry, own) in entries.iter_mut().zip(own) {
        let Some(time) = entry.at.time else { continue };
        let minutes = time.minutes();
        day = match *own {
            Some(date) => Some(date),
            None if before.is_some_and(|before| before - minutes > NEW_DAY_HOURS * 60.0) => {
                day.and_then(|day: PartialDate| day.plus_days(1))
            }
            None => day,
        };
        before = Some(minutes);
        entry.set_at(PartialTime { date: day, time: Some(time) });
    }
}

/// Whether the list runs from the newest entry to the oldest.
fn newest_first(entries: &[Entry]) -> bool {
    let minutes: Vec<f64> = entries.iter().filter_map(|e| e.at.time.map(ClockTime::minutes)).collect();
    let falling = minutes.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let rising = minutes.windows(2).filter(|pair| pair[1] > pair[0]).count();
    falling >= 2 && falling > rising * 2
}
