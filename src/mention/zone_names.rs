//! The names of time zones that reports use, and what they mean.
//!
//! Source: the IANA time zone database's abbreviations and the names of the CLDR's metazones. An
//! abbreviation that stands for several zones in use is ambiguous and gets no offset.

use super::value::ZoneOffset::{self, Ambiguous, Fixed, Seasonal, Summer};
use crate::incident::Season;

/// Names in lower case with what they mean, as `name=meaning` with `|` between them: the minutes east of UTC in winter, then
/// the rule of daylight saving time, `a` American, `e` European, `u` Australian, `n` New Zealand's, and then `s`
/// where the name is that of the summer's time alone. `?` stands for what the name does not settle.
///
/// One string, because a table of so many names costs the page twice what their letters do.
#[derive(Clone, Copy)]
pub(super) struct Zones(&'static str);

impl Zones {
    /// Each name with what it means.
    pub(super) fn iter(self) -> impl Iterator<Item = (&'static str, ZoneOffset)> {
        self.0.split('|').filter_map(meant)
    }

    /// The zone of that name.
    pub(super) fn find(self, name: &str) -> Option<(&'static str, ZoneOffset)> {
        let is_named = |zone: &&str| zone.strip_prefix(name).is_some_and(|rest| rest.starts_with('='));
        self.0.split('|').find(is_named).and_then(meant)
    }
}

fn meant(zone: &'static str) -> Option<(&'static str, ZoneOffset)> {
    let (name, meaning) = zone.split_once('=')?;
    let minutes = meaning.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let Ok(winter) = minutes.parse() else { return Some((name, Ambiguous)) };
    let rule = &meaning.as_bytes()[minutes.len()..];
    let season = match rule.first() {
        None => return Some((name, Fixed(winter))),
        Some(b'a') => Season::American,
        Some(b'e') => Season::European,
        Some(b'u') => Season::Australian,
        Some(_) => Season::NewZealand,
    };
    Some((name, if rule.len() > 1 { Summer(winter, season) } else { Seasonal(winter, season) }))
}

/// Abbreviations, in lower case.
pub(super) const ABBREVIATIONS: Zones = Zones(
    "utc=0|gmt=0|z=0|zulu=0|pst=-480|pdt=-420|mst=-420|mdt=-360|cdt=-300|est=-300|edt=-240|akst=-540|\
     akdt=-480|hst=-600|nst=-210|ndt=-150|adt=-180|brt=-180|brst=-120|cot=-300|pet=-300|clt=-240|wet=0|\
     west=60|cest=120|eest=180|msk=180|trt=180|wat=60|cat=120|sast=120|eat=180|gst=240|pkt=300|npt=345|\
     aft=270|ict=420|wib=420|hkt=480|sgt=480|myt=480|pht=480|awst=480|awdt=540|wita=480|irst=210|idt=180|\
     bdt=360|clst=-180|jst=540|kst=540|acst=570|acdt=630|aest=600|aedt=660|nzst=720|nzdt=780|tost=840|\
     pt=-480a|mt=-420a|et=-300a|cet=60e|eet=120e|aet=600u|nzt=720n|ct=?|cst=?|ist=?|bst=60es|ast=?",
);

/// Names before "time", "standard time", "daylight time" and the like, in lower case, beside those of [`PLACES`].
pub(super) const REGIONS: Zones = Zones(
    "alaska=-540a|hawaii=-600|atlantic=-240a|coordinated universal=0|universal coordinated=0|universal=0|\
     zulu=0|greenwich mean=0|western european=0e|central european=60e|eastern european=120e|british=0e|\
     irish standard=60|irish=0e|moscow=180|west africa=60|west african=60|central africa=120|\
     central african=120|south africa=120|east africa=180|east african=180|arabian=180|gulf=240|\
     pakistan=300|afghanistan=270|india=330|indian=330|indochina=420|china=480|japan=540|korea=540|\
     colombia=-300|argentina=-180|brasilia=-180|beijing=480|philippine=480|malaysia=480|\
     western indonesia=420|bangladesh=360|sri lanka=330|myanmar=390|vietnam=420|thailand=420|taiwan=480|\
     korean=540|iran=210|arab=180|turkey=180|kenya=180|nigeria=60|venezuela=-240|peru=-300|ecuador=-300|\
     azores=-60e|nepal=345|newfoundland=-210a|australian eastern=600u|australian western=480|\
     australian west=480|australian central=570u|new zealand=720n|local=?",
);

/// Area and city, as the IANA database names them, in lower case.
pub(super) const PLACES: Zones = Zones(
    "us/pacific=-480a|us/mountain=-420a|us/central=-360a|us/eastern=-300a|america/los_angeles=-480a|\
     america/vancouver=-480a|america/denver=-420a|america/phoenix=-420|america/chicago=-360a|\
     america/new_york=-300a|us/alaska=-540a|us/arizona=-420|us/hawaii=-600|etc/utc=0|etc/gmt=0|\
     america/edmonton=-420a|america/winnipeg=-360a|america/montreal=-300a|america/toronto=-300a|\
     america/halifax=-240a|america/sao_paulo=-180|america/bogota=-300|america/lima=-300|\
     america/buenos_aires=-180|europe/london=0e|europe/dublin=0e|europe/lisbon=0e|europe/paris=60e|\
     europe/berlin=60e|europe/madrid=60e|europe/rome=60e|europe/amsterdam=60e|europe/brussels=60e|\
     europe/vienna=60e|europe/zurich=60e|europe/stockholm=60e|europe/oslo=60e|europe/copenhagen=60e|\
     europe/prague=60e|europe/warsaw=60e|europe/budapest=60e|europe/luxembourg=60e|europe/zagreb=60e|\
     europe/belgrade=60e|europe/kiev=120e|europe/kyiv=120e|europe/sofia=120e|europe/riga=120e|\
     europe/tallinn=120e|europe/vilnius=120e|europe/helsinki=120e|europe/athens=120e|\
     europe/bucharest=120e|europe/istanbul=180|europe/moscow=180|africa/lagos=60|africa/johannesburg=120|\
     africa/accra=0|africa/kigali=120|africa/kampala=180|africa/addis_ababa=180|africa/nairobi=180|\
     asia/dubai=240|asia/riyadh=180|asia/kathmandu=345|asia/colombo=330|asia/dhaka=360|\
     asia/ho_chi_minh=420|asia/taipei=480|asia/kuala_lumpur=480|asia/karachi=300|asia/kolkata=330|\
     asia/calcutta=330|asia/bangkok=420|asia/jakarta=420|asia/shanghai=480|asia/hong_kong=480|\
     asia/singapore=480|asia/manila=480|asia/tokyo=540|asia/seoul=540|australia/perth=480|\
     australia/brisbane=600|australia/adelaide=570u|australia/darwin=570|australia/hobart=600u|\
     australia/sydney=600u|australia/melbourne=600u|pacific/auckland=720n",
);

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    use super::*;
    use crate::incident::PartialDate;
    use crate::mention::{ZoneName, ZoneValue};

    #[test]
    fn places_have_the_offsets_of_the_time_zone_database() -> Result<(), Box<dyn std::error::Error>> {
        for (path, offset) in PLACES.iter() {
            let real = TimeZone::get(path)?;
            let ours = ZoneValue { name: ZoneName::Place(path), offset };
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
                assert!(names.iter().take(index).all(|(other, _)| other != name), "{name}");
            }
        }
    }

    #[test]
    fn a_name_means_what_stands_behind_it() {
        assert_eq!(ABBREVIATIONS.find("utc"), Some(("utc", Fixed(0))));
        assert_eq!(ABBREVIATIONS.find("npt"), Some(("npt", Fixed(345))));
        assert_eq!(ABBREVIATIONS.find("pt"), Some(("pt", Seasonal(-480, Season::American))));
        assert_eq!(ABBREVIATIONS.find("bst"), Some(("bst", Summer(60, Season::European))));
        assert_eq!(ABBREVIATIONS.find("cst"), Some(("cst", Ambiguous)));
        assert_eq!(ABBREVIATIONS.find("ut"), None);
        assert_eq!(REGIONS.find("new zealand"), Some(("new zealand", Seasonal(720, Season::NewZealand))));
        assert_eq!(
            REGIONS.find("australian eastern").map(|(_, offset)| offset),
            Some(Seasonal(600, Season::Australian))
        );
    }
}
