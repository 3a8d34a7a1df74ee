//! The rules of daylight saving time against a library's copy of the IANA time zone database.

use jiff::civil::date;
use jiff::tz::TimeZone;
use outage_lens::incident::{PartialDate, Season, offset_on};

/// A rule, a zone that follows it, and that zone's winter offset in minutes.
const ZONES: [(Season, &str, i32); 7] = [
    (Season::American, "America/Los_Angeles", -480),
    (Season::American, "America/New_York", -300),
    (Season::European, "Europe/Paris", 60),
    (Season::European, "Europe/London", 0),
    (Season::European, "Europe/Helsinki", 120),
    (Season::Australian, "Australia/Sydney", 600),
    (Season::NewZealand, "Pacific/Auckland", 720),
];

/// First and last year for which the rules are claimed: Australia's and New Zealand's are from 2008.
const YEARS: std::ops::RangeInclusive<i16> = 2009..=2037;

#[test]
fn offsets_agree_with_the_time_zone_database_at_noon_of_every_day() -> Result<(), Box<dyn std::error::Error>>
{
    for (season, name, winter_minutes) in ZONES {
        let zone = TimeZone::get(name)?;
        for year in YEARS {
            let days = date(year, 1, 1).series(jiff::Span::new().days(1));
            for day in days.take_while(|day| day.year() == year) {
                let real = day.at(12, 0, 0, 0).to_zoned(zone.clone())?.offset().seconds() / 60;
                let (month, of_month) = (u8::try_from(day.month())?, u8::try_from(day.day())?);
                let ours = PartialDate::new(Some(i32::from(year)), month, of_month)
                    .and_then(PartialDate::calendar)
                    .map(|date| offset_on(season, winter_minutes, date));
                assert_eq!(ours, Some(real), "{name} on {day}");
            }
        }
    }
    Ok(())
}
