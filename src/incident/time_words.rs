//! Civil times as people write them.

use super::{PartialDate, PartialTime};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The short name of a month, 1 to 12; empty for one that no calendar has.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    let name = usize::from(month).checked_sub(1).and_then(|index| MONTHS.get(index));
    name.copied().unwrap_or_default()
}

/// A date with as much of it as is known: `9 May 2023`, or `3 Mar` without a year.
#[must_use]
pub fn format_date(date: PartialDate) -> String {
    let month = month_name(date.month);
    match date.year {
        Some(year) => format!("{} {month} {year}", date.day),
        None => format!("{} {month}", date.day),
    }
}

/// A civil time with exactly what is known of it: `9 May 2023 14:30`, `3 Mar 20:00`, `14:30`.
///
/// Empty where neither the date nor the clock time is known.
#[must_use]
pub fn format_time(at: PartialTime) -> String {
    match (at.date, at.time) {
        (Some(date), Some(time)) => format!("{} {time}", format_date(date)),
        (Some(date), None) => format_date(date),
        (None, Some(time)) => time.to_string(),
        (None, None) => String::new(),
    }
}

/// A window, which names its days only where it spans more than one: `14:30 to 16:00`,
/// `3 Mar 20:00 to 4 Mar 08:00`, `31 Dec 2023 23:00 to 1 Jan 2024 01:00`.
#[must_use]
pub fn format_window(start: PartialTime, end: PartialTime) -> String {
    if let (Some(from), Some(to)) = (start.time, end.time)
        && start.date == end.date
    {
        return format!("{from} to {to}");
    }
    let same_year = matches!((start.date, end.date), (Some(a), Some(b)) if a.year == b.year);
    let short = |at: PartialTime| PartialTime {
        date: at.date.map(|date| PartialDate { year: date.year.filter(|_| !same_year), ..date }),
        ..at
    };
    format!("{} to {}", format_time(short(start)), format_time(short(end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::ClockTime;

    fn at(year: Option<i32>, month: u8, day: u8, hour: u8, minute: u8) -> PartialTime {
        PartialTime { date: PartialDate::new(year, month, day), time: ClockTime::new(hour, minute, None) }
    }

    #[test]
    fn only_what_is_known_is_written() {
        assert_eq!(format_time(at(Some(2023), 5, 9, 14, 30)), "9 May 2023 14:30");
        assert_eq!(format_time(at(None, 3, 3, 20, 0)), "3 Mar 20:00");
        assert_eq!(format_time(PartialTime { time: None, ..at(None, 3, 3, 0, 0) }), "3 Mar");
        assert_eq!(format_time(PartialTime { date: None, ..at(None, 3, 3, 9, 5) }), "09:05");
        assert_eq!(format_time(PartialTime { date: None, time: None }), "");
    }

    #[test]
    fn seconds_stay_where_the_text_has_them() {
        let time = PartialTime { date: None, time: ClockTime::new(14, 30, Some(5)) };
        assert_eq!(format_time(time), "14:30:05");
    }

    #[test]
    fn a_window_names_its_days_where_it_spans_several() {
        let day = |hour| at(Some(2023), 5, 9, hour, 0);
        assert_eq!(format_window(day(14), day(16)), "14:00 to 16:00");
        let night = format_window(at(Some(2024), 3, 3, 20, 0), at(Some(2024), 3, 4, 8, 0));
        assert_eq!(night, "3 Mar 20:00 to 4 Mar 08:00");
        let new_year = format_window(at(Some(2023), 12, 31, 23, 0), at(Some(2024), 1, 1, 1, 0));
        assert_eq!(new_year, "31 Dec 2023 23:00 to 1 Jan 2024 01:00");
    }
}
