//! Daylight saving time of the zones that reports name by season ("Pacific Time", "CET").
//!
//! The rules are those of the IANA time zone database from 2009 on; `tests/seasons.rs` checks them
//! against a library's copy of it, day by day.

use time::{Date, Month, Weekday};

use super::{CivilDate, PartialDate};

/// Which rule moves a zone's clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// Second Sunday of March to first Sunday of November (United States, Canada).
    American,
    /// Last Sunday of March to last Sunday of October (European Union, United Kingdom).
    European,
    /// First Sunday of October to first Sunday of April (south-eastern Australia).
    Australian,
    /// Last Sunday of September to first Sunday of April (New Zealand).
    NewZealand,
}

/// Minutes east of UTC on `date` where winter time is `winter_minutes`.
///
/// On the day of a change the later offset is given: reports give no clock times precise enough to
/// tell the hour of the change apart.
#[must_use]
pub fn offset_on(season: Season, winter_minutes: i32, date: CivilDate) -> i32 {
    if is_summer(season, date) { winter_minutes + 60 } else { winter_minutes }
}

/// As [`offset_on`], for a date whose year may be unknown: `None` where it depends on the year.
#[must_use]
pub fn offset_near(season: Season, winter_minutes: i32, date: PartialDate) -> Option<i32> {
    // Weekdays and leap days repeat after 28 years.
    let years = date.year.map_or(2000..=2027, |year| year..=year);
    let mut offsets = years.filter_map(|year| {
        let date = PartialDate { year: Some(year), ..date }.calendar()?;
        Some(offset_on(season, winter_minutes, date))
    });
    let first = offsets.next()?;
    offsets.all(|offset| offset == first).then_some(first)
}

fn is_summer(season: Season, date: CivilDate) -> bool {
    let year = date.year();
    let change = |month: Month, which: Which| change_day(year, month, which).unwrap_or(date);
    match season {
        Season::American => {
            date >= change(Month::March, Which::Second) && date < change(Month::November, Which::First)
        }
        Season::European => {
            date >= change(Month::March, Which::Last) && date < change(Month::October, Which::Last)
        }
        Season::Australian => {
            date >= change(Month::October, Which::First) || date < change(Month::April, Which::First)
        }
        Season::NewZealand => {
            date >= change(Month::September, Which::Last) || date < change(Month::April, Which::First)
        }
    }
}

#[derive(Clone, Copy)]
enum Which {
    First,
    Second,
    Last,
}

/// The first, second or last Sunday of a month.
fn change_day(year: i32, month: Month, which: Which) -> Option<CivilDate> {
    let first_day = match which {
        Which::First => 1,
        Which::Second => 8,
        Which::Last => month.length(year) - 6,
    };
    let start = Date::from_calendar_date(year, month, first_day).ok()?;
    let days_to_sunday = i64::from(7 - Weekday::number_days_from_monday(start.weekday()) - 1);
    start.checked_add(time::Duration::days(days_to_sunday))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn american(year: Option<i32>, month: u8, day: u8) -> Option<i32> {
        offset_near(Season::American, -480, PartialDate { year, month, day })
    }

    #[test]
    fn a_day_without_a_year_is_settled_where_every_year_agrees() {
        assert_eq!(american(None, 7, 14), Some(-420));
        assert_eq!(american(None, 12, 1), Some(-480));
        assert_eq!(american(None, 3, 10), None);
        assert_eq!(american(Some(2023), 3, 10), Some(-480));
        assert_eq!(american(None, 2, 29), Some(-480));
        assert_eq!(american(Some(2023), 2, 29), None);
    }
}
