//! The names of time zones that reports use, and what they mean.
//!
//! Source: the IANA time zone database's abbreviations and the names of the CLDR's metazones. An
//! abbreviation that stands for several zones in use is ambiguous and gets no offset.

use super::value::ZoneOffset::{self, Ambiguous, Fixed, Seasonal, Summer};
use crate::incident::Season::{American, Australian, European, NewZealand};

/// Abbreviations, in lower case.
pub(super) const ABBREVIATIONS: &[(&str, ZoneOffset)] = &[
    ("utc", Fixed(0)),
    ("gmt", Fixed(0)),
    ("z", Fixed(0)),
    ("zulu", Fixed(0)),
    ("pst", Fixed(-480)),
    ("pdt", Fixed(-420)),
    ("mst", Fixed(-420)),
    ("mdt", Fixed(-360)),
    ("cdt", Fixed(-300)),
    ("est", Fixed(-300)),
    ("edt", Fixed(-240)),
    ("akst", Fixed(-540)),
    ("akdt", Fixed(-480)),
    ("hst", Fixed(-600)),
    ("nst", Fixed(-210)),
    ("ndt", Fixed(-150)),
    ("adt", Fixed(-180)),
    ("brt", Fixed(-180)),
    ("brst", Fixed(-120)),
    ("cot", Fixed(-300)),
    ("pet", Fixed(-300)),
    ("clt", Fixed(-240)),
    ("wet", Fixed(0)),
    ("west", Fixed(60)),
    ("cest", Fixed(120)),
    ("eest", Fixed(180)),
    ("msk", Fixed(180)),
    ("trt", Fixed(180)),
    ("wat", Fixed(60)),
    ("cat", Fixed(120)),
    ("sast", Fixed(120)),
    ("eat", Fixed(180)),
    ("gst", Fixed(240)),
    ("pkt", Fixed(300)),
    ("npt", Fixed(345)),
    ("aft", Fixed(270)),
    ("ict", Fixed(420)),
    ("wib", Fixed(420)),
    ("hkt", Fixed(480)),
    ("sgt", Fixed(480)),
    ("myt", Fixed(480)),
    ("pht", Fixed(480)),
    ("awst", Fixed(480)),
    ("awdt", Fixed(540)),
    ("wita", Fixed(480)),
    ("irst", Fixed(210)),
    ("idt", Fixed(180)),
    ("bdt", Fixed(360)),
    ("clst", Fixed(-180)),
    ("jst", Fixed(540)),
    ("kst", Fixed(540)),
    ("acst", Fixed(570)),
    ("acdt", Fixed(630)),
    ("aest", Fixed(600)),
    ("aedt", Fixed(660)),
    ("nzst", Fixed(720)),
    ("nzdt", Fixed(780)),
    ("tost", Fixed(840)),
    ("pt", Seasonal(-480, American)),
    ("mt", Seasonal(-420, American)),
    ("et", Seasonal(-300, American)),
    ("cet", Seasonal(60, European)),
    ("eet", Seasonal(120, European)),
    ("aet", Seasonal(600, Australian)),
    ("nzt", Seasonal(720, NewZealand)),
    ("ct", Ambiguous),
    ("cst", Ambiguous),
    ("ist", Ambiguous),
    ("bst", Summer(60, European)),
    ("ast", Ambiguous),
];

/// Names before "time", "standard time", "daylight time" and the like, in lower case, beside those of [`PLACES`].
pub(super) const REGIONS: &[(&str, ZoneOffset)] = &[
    ("alaska", Seasonal(-540, American)),
    ("hawaii", Fixed(-600)),
    ("atlantic", Seasonal(-240, American)),
    ("coordinated universal", Fixed(0)),
    ("universal coordinated", Fixed(0)),
    ("universal", Fixed(0)),
    ("zulu", Fixed(0)),
    ("greenwich mean", Fixed(0)),
    ("western european", Seasonal(0, European)),
    ("central european", Seasonal(60, European)),
    ("eastern european", Seasonal(120, European)),
    ("british", Seasonal(0, European)),
    // In Ireland the summer's time is the standard one.
    ("irish standard", Fixed(60)),
    ("irish", Seasonal(0, European)),
    ("moscow", Fixed(180)),
    ("west africa", Fixed(60)),
    ("west african", Fixed(60)),
    ("central africa", Fixed(120)),
    ("central african", Fixed(120)),
    ("south africa", Fixed(120)),
    ("east africa", Fixed(180)),
    ("east african", Fixed(180)),
    ("arabian", Fixed(180)),
    ("gulf", Fixed(240)),
    ("pakistan", Fixed(300)),
    ("afghanistan", Fixed(270)),
    ("india", Fixed(330)),
    ("indian", Fixed(330)),
    ("indochina", Fixed(420)),
    ("china", Fixed(480)),
    ("japan", Fixed(540)),
    ("korea", Fixed(540)),
    ("colombia", Fixed(-300)),
    ("argentina", Fixed(-180)),
    ("brasilia", Fixed(-180)),
    ("beijing", Fixed(480)),
    ("philippine", Fixed(480)),
    ("malaysia", Fixed(480)),
    ("western indonesia", Fixed(420)),
    ("bangladesh", Fixed(360)),
    ("sri lanka", Fixed(330)),
    ("myanmar", Fixed(390)),
    ("vietnam", Fixed(420)),
    ("thailand", Fixed(420)),
    ("taiwan", Fixed(480)),
    ("korean", Fixed(540)),
    ("iran", Fixed(210)),
    ("arab", Fixed(180)),
    ("turkey", Fixed(180)),
    ("kenya", Fixed(180)),
    ("nigeria", Fixed(60)),
    ("venezuela", Fixed(-240)),
    ("peru", Fixed(-300)),
    ("ecuador", Fixed(-300)),
    ("azores", Seasonal(-60, European)),
    ("nepal", Fixed(345)),
    ("newfoundland", Seasonal(-210, American)),
    ("australian eastern", Seasonal(600, Australian)),
    ("australian western", Fixed(480)),
    ("australian west", Fixed(480)),
    ("australian central", Seasonal(570, Australian)),
    ("new zealand", Seasonal(720, NewZealand)),
    ("local", Ambiguous),
];

/// Area and city, as the IANA database names them, in lower case.
pub(super) const PLACES: &[(&str, ZoneOffset)] = &[
    ("us/pacific", Seasonal(-480, American)),
    ("us/mountain", Seasonal(-420, American)),
    ("us/central", Seasonal(-360, American)),
    ("us/eastern", Seasonal(-300, American)),
    ("america/los_angeles", Seasonal(-480, American)),
    ("america/vancouver", Seasonal(-480, American)),
    ("america/denver", Seasonal(-420, American)),
    ("america/phoenix", Fixed(-420)),
    ("america/chicago", Seasonal(-360, American)),
    ("america/new_york", Seasonal(-300, American)),
    ("us/alaska", Seasonal(-540, American)),
    ("us/arizona", Fixed(-420)),
    ("us/hawaii", Fixed(-600)),
    ("etc/utc", Fixed(0)),
    ("etc/gmt", Fixed(0)),
    ("america/edmonton", Seasonal(-420, American)),
    ("america/winnipeg", Seasonal(-360, American)),
    ("america/montreal", Seasonal(-300, American)),
    ("america/toronto", Seasonal(-300, American)),
    ("america/halifax", Seasonal(-240, American)),
    ("america/sao_paulo", Fixed(-180)),
    ("america/bogota", Fixed(-300)),
    ("america/lima", Fixed(-300)),
    ("america/buenos_aires", Fixed(-180)),
    ("europe/london", Seasonal(0, European)),
    ("europe/dublin", Seasonal(0, European)),
    ("europe/lisbon", Seasonal(0, European)),
    ("europe/paris", Seasonal(60, European)),
    ("europe/berlin", Seasonal(60, European)),
    ("europe/madrid", Seasonal(60, European)),
    ("europe/rome", Seasonal(60, European)),
    ("europe/amsterdam", Seasonal(60, European)),
    ("europe/brussels", Seasonal(60, European)),
    ("europe/vienna", Seasonal(60, European)),
    ("europe/zurich", Seasonal(60, European)),
    ("europe/stockholm", Seasonal(60, European)),
    ("europe/oslo", Seasonal(60, European)),
    ("europe/copenhagen", Seasonal(60, European)),
    ("europe/prague", Seasonal(60, European)),
    ("europe/warsaw", Seasonal(60, European)),
    ("europe/budapest", Seasonal(60, European)),
    ("europe/luxembourg", Seasonal(60, European)),
    ("europe/zagreb", Seasonal(60, European)),
    ("europe/belgrade", Seasonal(60, European)),
    ("europe/kiev", Seasonal(120, European)),
    ("europe/kyiv", Seasonal(120, European)),
    ("europe/sofia", Seasonal(120, European)),
    ("europe/riga", Seasonal(120, European)),
    ("europe/tallinn", Seasonal(120, European)),
    ("europe/vilnius", Seasonal(120, European)),
    ("europe/helsinki", Seasonal(120, European)),
    ("europe/athens", Seasonal(120, European)),
    ("europe/bucharest", Seasonal(120, European)),
    ("europe/istanbul", Fixed(180)),
    ("europe/moscow", Fixed(180)),
    ("africa/lagos", Fixed(60)),
    ("africa/johannesburg", Fixed(120)),
    ("africa/accra", Fixed(0)),
    ("africa/kigali", Fixed(120)),
    ("africa/kampala", Fixed(180)),
    ("africa/addis_ababa", Fixed(180)),
    ("africa/nairobi", Fixed(180)),
    ("asia/dubai", Fixed(240)),
    ("asia/riyadh", Fixed(180)),
    ("asia/kathmandu", Fixed(345)),
    ("asia/colombo", Fixed(330)),
    ("asia/dhaka", Fixed(360)),
    ("asia/ho_chi_minh", Fixed(420)),
    ("asia/taipei", Fixed(480)),
    ("asia/kuala_lumpur", Fixed(480)),
    ("asia/karachi", Fixed(300)),
    ("asia/kolkata", Fixed(330)),
    ("asia/calcutta", Fixed(330)),
    ("asia/bangkok", Fixed(420)),
    ("asia/jakarta", Fixed(420)),
    ("asia/shanghai", Fixed(480)),
    ("asia/hong_kong", Fixed(480)),
    ("asia/singapore", Fixed(480)),
    ("asia/manila", Fixed(480)),
    ("asia/tokyo", Fixed(540)),
    ("asia/seoul", Fixed(540)),
    ("australia/perth", Fixed(480)),
    ("australia/brisbane", Fixed(600)),
    ("australia/adelaide", Seasonal(570, Australian)),
    ("australia/darwin", Fixed(570)),
    ("australia/hobart", Seasonal(600, Australian)),
    ("australia/sydney", Seasonal(600, Australian)),
    ("australia/melbourne", Seasonal(600, Australian)),
    ("pacific/auckland", Seasonal(720, NewZealand)),
];

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    use super::*;
    use crate::incident::PartialDate;
    use crate::mention::{ZoneName, ZoneValue};

    #[test]
    fn places_have_the_offsets_of_the_time_zone_database() -> Result<(), Box<dyn std::error::Error>> {
        for (path, offset) in PLACES {
            let real = TimeZone::get(path)?;
            let ours = ZoneValue { name: ZoneName::Place(path), offset: *offset };
            for month in [1, 4, 7, 11] {
                let noon = date(2024, month, 15).at(12, 0, 0, 0).to_zoned(real.clone())?;
                let day = PartialDate::new(Some(2024), u8::try_from(month)?, 15);
                assert_eq!(
                    ours.minutes_on(day),
                    Some(noon.offset().seconds() / 60),
                    "{path} in month {month}"
                );
            }
        }
        Ok(())
    }

    #[test]
    fn no_name_stands_twice() {
        for names in [ABBREVIATIONS, REGIONS, PLACES] {
            for (index, (name, _)) in names.iter().enumerate() {
                assert!(names[..index].iter().all(|(other, _)| other != name), "{name}");
            }
        }
    }
}
