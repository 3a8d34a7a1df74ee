//! What the different kinds of mentions say.

use std::fmt;

use super::zone_place::US_REGIONS;
use crate::incident::{ClockTime, PartialDate, PartialTime, Season, offset_near};
use crate::text::is_one_of;

/// What a mention says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A length of time.
    Duration(DurationValue),
    /// A share of something.
    Percentage(PercentageValue),
    /// A time of day.
    ClockTime(ClockValue),
    /// A calendar day.
    Date(DateValue),
    /// A time zone.
    Zone(ZoneValue),
    /// From one time to another.
    Range(RangeValue),
}

/// A length of time in seconds; `low` and `high` are equal unless the text gives a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DurationValue {
    /// Lower end, in seconds.
    pub low: f64,
    /// Upper end, in seconds.
    pub high: f64,
}

/// A share in percent; `low` and `high` are equal unless the text gives a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PercentageValue {
    /// Lower end, in percent.
    pub low: f64,
    /// Upper end, in percent.
    pub high: f64,
    /// Whether it is written as a fraction ("a third of") rather than in percent.
    pub fraction: bool,
}

/// Before or after noon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meridiem {
    /// Before noon.
    Am,
    /// After noon.
    Pm,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockValue {
    /// The time on a 24-hour clock.
    pub time: ClockTime,
    /// The "am" or "pm" that the text writes.
    pub meridiem: Option<Meridiem>,
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// The day; where day and month cannot be told apart, read month first.
    pub date: PartialDate,
    /// The other reading where day and month cannot be told apart, day first.
    pub day_first: Option<PartialDate>,
    /// The weekday that the text puts beside it, 0 = Monday.
    pub weekday: Option<u8>,
}

/// How far a zone is from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneOffset {
    /// Minutes east of UTC.
    Fixed(i32),
    /// By the season: minutes east of UTC in winter, and the rule of daylight saving time.
    Seasonal(i32, Season),
    /// Minutes east of UTC in summer; in winter the name stands for another zone.
    Summer(i32, Season),
    /// The name stands for several zones.
    Ambiguous,
}

/// What a text calls a zone: a name of our tables, which are in lower case. It is displayed as people write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneName {
    /// `UTC`, `PST`.
    Abbreviation(&'static str),
    /// `US/Pacific`, `America/New_York`.
    Place(&'static str),
    /// `Pacific time`, `New York time`.
    Region(&'static str),
    /// `Pacific timezone`.
    Timezone(&'static str),
    /// `+05:30`: its sign, and its minutes without one.
    Offset(char, i32),
}

impl fmt::Display for ZoneName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Abbreviation(name) => f.write_str(&name.to_ascii_uppercase()),
            Self::Place(name) => f.write_str(&titled(name)),
            Self::Region(name) => write!(f, "{} time", titled(name).replace('_', " ")),
            Self::Timezone(name) => write!(f, "{} timezone", titled(name).replace('_', " ")),
            Self::Offset(sign, minutes) => write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60),
        }
    }
}

/// `us/pacific` as `US/Pacific`, `new york` as `New York`.
fn titled(name: &str) -> String {
    let mut start = true;
    let mut titled = String::with_capacity(name.len());
    for c in name.chars() {
        titled.push(if start { c.to_ascii_uppercase() } else { c });
        start = !c.is_ascii_alphabetic();
    }
    if titled.starts_with("Us/") { titled.replacen("Us/", "US/", 1) } else { titled }
}

/// A time zone as the text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneValue {
    /// What it is called.
    pub name: ZoneName,
    /// What it means.
    pub offset: ZoneOffset,
}

impl ZoneValue {
    /// Minutes east of UTC on `date`; `None` where the name or the season is not settled.
    #[must_use]
    pub fn minutes_on(&self, date: Option<PartialDate>) -> Option<i32> {
        match (self.offset, date) {
            (ZoneOffset::Fixed(minutes), _) => Some(minutes),
            (ZoneOffset::Seasonal(winter, season), Some(date)) => offset_near(season, winter, date),
            // Without a date, CET is what its letters say; "Pacific time" could be either.
            (ZoneOffset::Seasonal(winter, _), None) => self.names_standard_time().then_some(winter),
            // BST is British Summer Time while that lasts.
            (ZoneOffset::Summer(minutes, season), date) => {
                offset_near(season, minutes - 60, date?).filter(|offset| *offset == minutes)
            }
            (ZoneOffset::Ambiguous, _) => None,
        }
    }

    /// Whether the name is one of those that the clocks of the United States go by.
    #[must_use]
    pub fn is_american(&self) -> bool {
        match self.name {
            ZoneName::Abbreviation(name) => is_one_of(name, "et|est|edt|ct|cdt|mt|mst|mdt|pt|pst|pdt"),
            ZoneName::Place(name) => name.starts_with("us/"),
            ZoneName::Region(name) | ZoneName::Timezone(name) => is_one_of(name, US_REGIONS),
            ZoneName::Offset(..) => false,
        }
    }

    /// Whether the name is that of the zone's standard time rather than of what its clocks show.
    fn names_standard_time(&self) -> bool {
        match self.name {
            ZoneName::Abbreviation(name) => is_one_of(name, "cet|eet"),
            ZoneName::Timezone(_) => true,
            _ => false,
        }
    }
}

/// From one time to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RangeValue {
    /// Where it begins.
    pub start: PartialTime,
    /// Where it ends.
    pub end: PartialTime,
}
