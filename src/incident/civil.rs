//! Civil dates and clock times with exactly the precision that a text settles.
//!
//! Arithmetic on the calendar is the `time` crate's; what stands here is only the part that no
//! library has: times whose year, date or seconds are not known.

use std::cmp::Ordering;
use std::fmt;

use time::{Date, Duration, Month, Weekday};

/// A leap year that is no century year, so that 29 February exists where the year is unknown.
const STAND_IN_YEAR: i32 = 2004;
const MINUTES_PER_DAY: i64 = 24 * 60;

/// A whole calendar date.
pub type CivilDate = Date;

/// A clock time to the minute, with seconds where the text has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59, where the text has seconds.
    pub second: Option<u8>,
}

impl ClockTime {
    /// The time at `hour`:`minute`, or `None` where there is no such time.
    #[must_use]
    pub const fn new(hour: u8, minute: u8, second: Option<u8>) -> Option<Self> {
        let second_fits = match second {
            Some(s) => s < 60,
            None => true,
        };
        if hour < 24 && minute < 60 && second_fits { Some(Self { hour, minute, second }) } else { None }
    }

    /// Minutes after midnight, seconds as a fraction.
    #[must_use]
    pub fn minutes(self) -> f64 {
        f64::from(self.hour) * 60.0 + f64::from(self.minute) + f64::from(self.second.unwrap_or(0)) / 60.0
    }

    fn seconds(self) -> i64 {
        i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second.unwrap_or(0))
    }

    fn of_minutes(minutes: i64, second: Option<u8>) -> Self {
        // OK because the remainder of a division by a day's minutes fits both casts.
        let within = minutes.rem_euclid(MINUTES_PER_DAY);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Self { hour: (within / 60) as u8, minute: (within % 60) as u8, second }
    }
}

/// Minutes after the last midnight, of minutes after any one.
///
/// As `rem_euclid`, without the exact remainder of floats, whose code the page would carry for this alone.
#[must_use]
pub fn minutes_of_day(minutes: f64) -> f64 {
    minutes - (minutes / 1440.0).floor() * 1440.0
}

/// Whether `minutes` are a whole number of half hours, by which most zones differ; without the remainder of floats too.
#[must_use]
pub fn is_half_hours(minutes: f64) -> bool {
    (minutes / 30.0).fract().abs() <= 0.0
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        match self.second {
            Some(second) => write!(f, ":{second:02}"),
            None => Ok(()),
        }
    }
}

/// A date whose year may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year, where the text or its surroundings settle it.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u8,
    /// 1 to the month's length.
    pub day: u8,
}

impl PartialDate {
    /// The date, or `None` where the calendar has no such day. Without a year 29 February is allowed.
    #[must_use]
    pub fn new(year: Option<i32>, month: u8, day: u8) -> Option<Self> {
        let date = Self { year, month, day };
        date.calendar().map(|_| date)
    }

    /// The date in the calendar, a leap year standing in for an unknown year.
    #[must_use]
    pub fn calendar(self) -> Option<CivilDate> {
        let month = Month::try_from(self.month).ok()?;
        Date::from_calendar_date(self.year.unwrap_or(STAND_IN_YEAR), month, self.day).ok()
    }

    /// The day `days` later, or earlier where negative. `None` past the calendar's ends.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let moved = self.calendar()?.checked_add(Duration::days(days))?;
        let year = self.year.map(|_| moved.year());
        Some(Self { year, month: u8::from(moved.month()), day: moved.day() })
    }

    /// Days from 0 = Monday to 6 = Sunday; `None` where the year is unknown.
    #[must_use]
    pub fn weekday(self) -> Option<u8> {
        self.year?;
        self.calendar().map(|date| Weekday::number_days_from_monday(date.weekday()))
    }

    /// This date, with `year` where it had none.
    #[must_use]
    pub fn with_year_or(self, year: Option<i32>) -> Self {
        Self { year: self.year.or(year), ..self }
    }

    /// Whether the two can be the same day: an unknown year agrees with every year.
    #[must_use]
    pub fn agrees_with(self, other: Self) -> bool {
        let years_agree = match (self.year, other.year) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        years_agree && (self.month, self.day) == (other.month, other.day)
    }

    /// Days from this date to `other`; without both years the nearer way around the year.
    #[must_use]
    pub fn days_until(self, other: Self) -> Option<i64> {
        let known = self.year.is_some() && other.year.is_some();
        let from = Self { year: self.year.filter(|_| known), ..self }.calendar()?;
        let to = Self { year: other.year.filter(|_| known), ..other }.calendar()?;
        let days = (to - from).whole_days();
        Some(match days {
            _ if known => days,
            ..-183 => days + 366,
            184.. => days - 366,
            _ => days,
        })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

/// A civil time of which the date, the clock time, or both are known.
///
/// Written as `YYYY-MM-DDTHH:MM`, `--MM-DDTHH:MM` without a year, `THH:MM` without a date and
/// `YYYY-MM-DD` without a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialTime {
    /// The date, where known.
    pub date: Option<PartialDate>,
    /// The clock time, where known.
    pub time: Option<ClockTime>,
}

impl PartialTime {
    /// Both a date and a clock time.
    #[must_use]
    pub const fn of(date: PartialDate, time: ClockTime) -> Self {
        Self { date: Some(date), time: Some(time) }
    }

    /// The time `minutes` later; the date moves along where it is known.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Option<Self> {
        let time = self.time?;
        let total = i64::from(time.hour) * 60 + i64::from(time.minute) + minutes;
        let date = match self.date {
            Some(date) => Some(date.plus_days(total.div_euclid(MINUTES_PER_DAY))?),
            None => None,
        };
        Some(Self { date, time: Some(ClockTime::of_minutes(total, time.second)) })
    }
}

impl PartialOrd for PartialTime {
    /// The order in time, where both are precise enough to have one.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self == other {
            return Some(Ordering::Equal);
        }
        minutes_between(*self, *other).map(|minutes| 0.0_f64.total_cmp(&minutes))
    }
}

impl fmt::Display for PartialTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(date) = self.date {
            write!(f, "{date}")?;
        }
        match self.time {
            Some(time) => write!(f, "T{time}"),
            None => Ok(()),
        }
    }
}

/// Minutes from `from` to `to`, both in the same zone; `None` where a clock time is missing or only
/// one of them has a date. Without dates both are taken to be on the same day.
#[must_use]
pub fn minutes_between(from: PartialTime, to: PartialTime) -> Option<f64> {
    let days = match (from.date, to.date) {
        (Some(a), Some(b)) => a.days_until(b)?,
        (None, None) => 0,
        _ => return None,
    };
    let seconds = days * MINUTES_PER_DAY * 60 + to.time?.seconds() - from.time?.seconds();
    // OK because the calendar's whole range in seconds is far below 2^53.
    #[expect(clippy::cast_precision_loss)]
    Some(seconds as f64 / 60.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(date: &str, hour: u8, minute: u8) -> PartialTime {
        let parts: Vec<i32> = date.split('-').filter_map(|p| p.parse().ok()).collect();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let date = PartialDate::new(
            (parts.len() == 3).then(|| parts[0]),
            parts[parts.len() - 2] as u8,
            parts[parts.len() - 1] as u8,
        );
        PartialTime { date, time: ClockTime::new(hour, minute, None) }
    }

    #[test]
    fn an_unknown_year_is_written_with_two_dashes() {
        assert_eq!(at("03-04", 8, 0).to_string(), "--03-04T08:00");
        assert_eq!(at("2024-03-04", 8, 0).to_string(), "2024-03-04T08:00");
    }

    #[test]
    fn days_roll_over_with_and_without_a_year() {
        let end_of_february = PartialDate::new(Some(2023), 2, 28).and_then(|d| d.plus_days(1));
        assert_eq!(end_of_february.map(|d| d.to_string()).as_deref(), Some("2023-03-01"));
        let new_year = PartialDate::new(None, 12, 31).and_then(|d| d.plus_days(1));
        assert_eq!(new_year.map(|d| d.to_string()).as_deref(), Some("--01-01"));
    }

    #[test]
    fn impossible_dates_and_times_are_refused() {
        assert!(PartialDate::new(Some(2023), 2, 29).is_none());
        assert!(PartialDate::new(None, 2, 29).is_some());
        assert!(PartialDate::new(Some(2023), 13, 1).is_none());
        assert!(ClockTime::new(24, 0, None).is_none());
        assert!(ClockTime::new(13, 60, None).is_none());
    }

    #[test]
    fn minutes_between_crosses_midnight_and_the_turn_of_the_year() {
        assert_eq!(minutes_between(at("03-03", 20, 0), at("03-04", 8, 0)), Some(720.0));
        assert_eq!(minutes_between(at("12-31", 23, 0), at("01-01", 1, 0)), Some(120.0));
        assert_eq!(minutes_between(at("2023-12-31", 23, 0), at("2024-01-01", 1, 0)), Some(120.0));
    }

    #[test]
    fn the_weekday_needs_a_year() {
        assert_eq!(PartialDate::new(Some(2024), 3, 4).and_then(PartialDate::weekday), Some(0));
        assert_eq!(PartialDate::new(None, 3, 4).and_then(PartialDate::weekday), None);
    }
}
