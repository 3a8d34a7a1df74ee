//! Dates for timeline entries that give only a clock time: each belongs to the day of the entry
//! before it, or to the next day where the clock goes back by hours.

use super::dates::Dates;
use super::timeline::Entry;
use crate::incident::{PartialDate, PartialTime};

/// Going back by less than this is an entry out of order, not a new day.
const NEW_DAY_HOURS: f64 = 4.0;

/// Settles when each entry happened.
pub(super) fn settle(entries: &mut [Entry], dates: &Dates) {
    if newest_first(entries) {
        entries.reverse();
        settle_forward(entries, dates);
        entries.reverse();
    } else {
        settle_forward(entries, dates);
    }
}

fn settle_forward(entries: &mut [Entry], dates: &Dates) {
    let first_own = entries.iter().find_map(|entry| own_date(entry, dates));
    let mut day = dates.base.map(|base| base.date).or(first_own);
    let mut before = None;
    for entry in entries {
        let Some(time) = entry.at.time else { continue };
        let minutes = time.minutes();
        day = match own_date(entry, dates) {
            Some(date) => Some(date),
            None if before.is_some_and(|before| before - minutes > NEW_DAY_HOURS * 60.0) => {
                day.and_then(|date: PartialDate| date.plus_days(1))
            }
            None => day,
        };
        before = Some(minutes);
        entry.set_at(PartialTime { date: day, time: Some(time) });
    }
}

fn own_date(entry: &Entry, dates: &Dates) -> Option<PartialDate> {
    entry.stamp.date.as_ref().and_then(|date| dates.settle(date))
}

/// Whether the list runs from the newest entry to the oldest.
fn newest_first(entries: &[Entry]) -> bool {
    let minutes: Vec<f64> = entries.iter().filter_map(|e| e.at.time.map(|t| t.minutes())).collect();
    let falling = minutes.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let rising = minutes.windows(2).filter(|pair| pair[1] > pair[0]).count();
    falling >= 2 && falling > rising * 2
}
