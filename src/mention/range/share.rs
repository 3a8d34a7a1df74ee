//! What only one end of a range says and holds for both: the date, the year, the zone, "am" or "pm".

use crate::incident::{ClockTime, PartialDate};
use crate::mention::stamp::Stamp;
use crate::mention::value::{ClockValue, DateValue, Meridiem};

/// Gives each end what only the other one says.
pub(super) fn share(start: &mut Stamp, end: &mut Stamp) {
    if start.zone.is_none() {
        start.zone.clone_from(&end.zone);
    } else if end.zone.is_none() {
        end.zone.clone_from(&start.zone);
    }
    let one_day = match (start.date, end.date) {
        (Some(a), Some(b)) => a.date.agrees_with(b.date),
        _ => true,
    };
    if let (Some(a), Some(b)) = (&mut start.time, &mut end.time)
        && one_day
    {
        share_meridiem(a, b);
    }
    share_date(start, end);
}

fn share_date(start: &mut Stamp, end: &mut Stamp) {
    let overnight = matches!((start.time, end.time), (Some(a), Some(b)) if b.time < a.time);
    match (start.date, end.date) {
        (Some(date), None) => {
            let moved = if overnight { date.date.plus_days(1) } else { Some(date.date) };
            end.date = moved.map(plain);
        }
        (None, Some(date)) => {
            start.date = Some(DateValue { weekday: None, ..date });
        }
        (Some(a), Some(b)) => share_year(start, a, end, b),
        (None, None) => {}
    }
}

/// The year of one end, for the other: the one before or after where the turn of the year lies between.
fn share_year(start: &mut Stamp, a: DateValue, end: &mut Stamp, b: DateValue) {
    let turns = (b.date.month, b.date.day) < (a.date.month, a.date.day);
    match (a.date.year, b.date.year) {
        (None, Some(year)) => {
            let date = a.date.with_year_or(Some(if turns { year - 1 } else { year }));
            start.date = Some(DateValue { date, ..a });
        }
        (Some(year), None) => {
            let date = b.date.with_year_or(Some(if turns { year + 1 } else { year }));
            end.date = Some(DateValue { date, ..b });
        }
        _ => {}
    }
}

fn plain(date: PartialDate) -> DateValue {
    DateValue { date, day_first: None, weekday: None }
}

fn share_meridiem(start: &mut ClockValue, end: &mut ClockValue) {
    match (start.meridiem, end.meridiem) {
        (None, Some(meridiem)) if (1..=12).contains(&start.time.hour) => {
            let shared = with_meridiem(start.time, meridiem);
            // 11:30 to 1pm began before noon.
            let meridiem = if shared > end.time { other(meridiem) } else { meridiem };
            start.time = with_meridiem(start.time, meridiem);
            start.meridiem = Some(meridiem);
        }
        (Some(meridiem), None) if (1..=12).contains(&end.time.hour) => {
            let shared = with_meridiem(end.time, meridiem);
            let meridiem = if shared < start.time { other(meridiem) } else { meridiem };
            end.time = with_meridiem(end.time, meridiem);
            end.meridiem = Some(meridiem);
        }
        _ => {}
    }
}

fn other(meridiem: Meridiem) -> Meridiem {
    match meridiem {
        Meridiem::Am => Meridiem::Pm,
        Meridiem::Pm => Meridiem::Am,
    }
}

fn with_meridiem(time: ClockTime, meridiem: Meridiem) -> ClockTime {
    let hour = time.hour % 12 + if meridiem == Meridiem::Pm { 12 } else { 0 };
    ClockTime { hour, ..time }
}
