//! What is written in a usual way is read back as the same value, whatever the value.

use proptest::prelude::*;

use outage_lens::incident::{ClockTime, PartialDate};
use outage_lens::mention::{Value, recognize};
use outage_lens::metrics::format_duration;
use outage_lens::text::Tokens;

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

/// The values that are recognized in a sentence around `words`.
fn values(words: &str) -> Vec<Value> {
    let sentence = format!("It says {words} here.");
    recognize(&Tokens::scan(&sentence)).list.into_iter().map(|mention| mention.value).collect()
}

fn seconds(words: &str) -> Option<f64> {
    match values(words).as_slice() {
        [Value::Duration(found)] if found.low.total_cmp(&found.high).is_eq() => Some(found.low),
        _ => None,
    }
}

fn clock(words: &str) -> Option<ClockTime> {
    match values(words).as_slice() {
        [Value::ClockTime(found)] => Some(found.time),
        _ => None,
    }
}

fn date(words: &str) -> Option<PartialDate> {
    match values(words).as_slice() {
        [Value::Date(found)] if found.day_first.is_none() => Some(found.date),
        _ => None,
    }
}

fn percent(words: &str) -> Option<f64> {
    match values(words).as_slice() {
        [Value::Percentage(found)] => Some(found.low),
        _ => None,
    }
}

fn any_date() -> impl Strategy<Value = PartialDate> {
    (1990_i32..2100, 1_u8..=12, 1_u8..=31)
        .prop_filter_map("the calendar has no such day", |(y, m, d)| PartialDate::new(Some(y), m, d))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn durations_are_read_in_every_usual_form(hours in 1_u32..100, minutes in 1_u32..60) {
        let wanted = Some(f64::from(hours * 3600 + minutes * 60));
        let forms = [
            format!("{hours} h {minutes} min"),
            format!("{hours}h{minutes}m"),
            format!("{hours}h {minutes}m"),
            format!("{hours} hours and {minutes} minutes"),
            format!("{hours} hours, {minutes} minutes"),
            format!("{} minutes", hours * 60 + minutes),
            format!("{} min", hours * 60 + minutes),
        ];
        for form in forms {
            prop_assert_eq!(seconds(&form), wanted, "{}", form);
        }
    }

    #[test]
    fn durations_as_the_page_writes_them_are_read_back(minutes in 1_u32..1440) {
        let words = format_duration(f64::from(minutes));
        prop_assert_eq!(seconds(&words), Some(f64::from(minutes) * 60.0), "{}", words);
    }

    #[test]
    fn clock_times_are_read_in_every_usual_form(hour in 0_u8..24, minute in 0_u8..60) {
        let wanted = ClockTime::new(hour, minute, None);
        let on_the_dial = if hour % 12 == 0 { 12 } else { hour % 12 };
        let half = if hour < 12 { "AM" } else { "PM" };
        let forms = [
            format!("{hour:02}:{minute:02}"),
            format!("{on_the_dial}:{minute:02} {half}"),
            format!("{on_the_dial}:{minute:02}{}", half.to_lowercase()),
        ];
        for form in forms {
            prop_assert_eq!(clock(&form), wanted, "{}", form);
        }
    }

    #[test]
    fn dates_are_read_in_every_usual_form(date_given in any_date()) {
        let PartialDate { year, month, day } = date_given;
        let year = year.unwrap_or_default();
        let name = MONTHS[usize::from(month) - 1];
        let forms = [
            format!("{year}-{month:02}-{day:02}"),
            format!("{day} {name} {year}"),
            format!("{name} {day}, {year}"),
            format!("{} {day}, {year}", &name[..3]),
            format!("{day}-{}-{year}", &name[..3]),
        ];
        for form in forms {
            prop_assert_eq!(date(&form), Some(date_given), "{}", form);
        }
    }

    #[test]
    fn percentages_are_read_in_every_usual_form(tenths in 0_u32..=1000) {
        let wanted = f64::from(tenths) / 10.0;
        for form in [format!("{wanted}%"), format!("{wanted} %"), format!("{wanted} percent")] {
            prop_assert_eq!(percent(&form), Some(wanted), "{}", form);
        }
    }
}
