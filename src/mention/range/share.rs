//! What only one end of a range says and holds for both: the date, the year, the zone, "am" or "pm".

use crate::incident::{ClockTime, PartialDate};
use crate::mention::stamp::Stamp;
use crate::mention::value::{ClockValue, DateValue, Meridiem};
use crate::text::Tokens;

/// Gives each end what only the other one says.
pub(super) fn share(tokens: &Tokens, start: &mut Stamp, end: &mut Stamp) {
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
    share_date(tokens, start, end);
}

/// The day of one end, for the other. A day behind both times is that on which the range begins, as
/// reports file an outage; one that leads the second time is that time's own.
fn share_date(tokens: &Tokens, start: &mut Stamp, end: &mut Stamp) {
    let overnight = matches!((start.time, end.time), (Some(a), Some(b)) if b.time < a.time);
    match (start.date, end.date) {
        (Some(date), None) => {
            end.date = moved(date, i64::from(overnight));
        }
        (None, Some(date)) => {
            let own = leads_with_date(tokens, end);
            start.date = moved(date, if overnight && own { -1 } else { 0 });
            if overnight && !own {
                end.date = moved(date, 1);
            }
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

/// The date some days later, in both of its readings where it has two.
fn moved(date: DateValue, days: i64) -> Option<DateValue> {
    let shifted = |date: PartialDate| date.plus_days(days);
    Some(DateValue { date: shifted(date.date)?, day_first: date.day_first.and_then(shifted), weekday: None })
}

/// Whether the date of a stamp stands before its time.
fn leads_with_date(tokens: &Tokens, stamp: &Stamp) -> bool {
    let colon = (stamp.tokens.0 + 1..stamp.tokens.1).find(|index| tokens.mark_at(*index, ":"));
    colon.is_some_and(|index| index > stamp.tokens.0 + 1)
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
