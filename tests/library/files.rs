//! The file of a whole library.

use std::fs;

use outage_lens::wire::library::{KeptReport, in_order_of_adding};
use outage_lens::wire::stored::{STORED_ENTRY_RULE, StoredFacts};
use proptest::prelude::*;

use crate::arbitrary::library;
use crate::library_file::{export, import};

/// Written once and kept for ever: every version of the program must read them.
const VERSION_1: &str = "tests/data/library/v1.json";
const VERSION_2: &str = "tests/data/library/v2.json";

fn record(fields: &str) -> String {
    format!("{{\"schema\":\"outage-lens/library/1\",\"reports\":[{{{fields}}}]}}")
}

const SOUND: &str =
    r#""version":1,"id":1,"added_ms":1,"changed_ms":1,"source":"pasted","reader":"0.1.0","incidents":[]"#;

#[test]
fn the_file_of_version_2_is_read_and_written_back_byte_for_byte() {
    let file = fs::read_to_string(VERSION_2).unwrap();
    let reports = import(&file).unwrap();
    let incident = &reports[1].report.incidents[0];
    assert_eq!(incident.corrections.len(), 10);
    assert_eq!(incident.corrections[9].entry.as_deref(), Some(" Somebody calls"));
    let facts = incident.facts.clone().into_incident();
    assert_eq!((facts.timeline.len(), facts.timeline[1].at), (2, None));
    assert_eq!(facts.acknowledged.unwrap().rule, STORED_ENTRY_RULE);
    assert_eq!(export(reports), file);
}

#[test]
fn the_file_of_version_1_is_read_and_written_back_as_version_2_with_nothing_else_changed() {
    let file = fs::read_to_string(VERSION_1).unwrap();
    let reports = import(&file).unwrap();
    assert_eq!(reports.len(), 3);
    let full = &reports[1];
    assert_eq!(full.text.as_deref(), Some("Line\r\nتعطل\0 \u{1b}🚨 </script>\t\"\\"));
    let incident = full.report.incidents[0].facts.clone().into_incident();
    assert_eq!(incident.duration.and_then(|duration| duration.minutes), Some(120.0));
    assert_eq!(incident.durations.len(), 2);
    assert_eq!(incident.impact.and_then(|impact| impact.percent), Some(75.25));
    assert_eq!(incident.detected.unwrap().at.to_string(), "--05-09T14:35:05");
    assert_eq!(full.report.incidents[0].corrections.len(), 6);
    assert_eq!(
        (reports[2].text.as_ref(), &reports[2].report.incidents[0].facts),
        (None, &StoredFacts::default())
    );
    assert_eq!(export(reports), file.replace("\"version\":1", "\"version\":2"));
}

#[test]
fn an_empty_library_is_a_file_too() {
    let file = export(Vec::new());
    assert_eq!(file, "{\"schema\":\"outage-lens/library/1\",\"reports\":[\n]}\n");
    assert_eq!(import(&file), Ok(Vec::new()));
}

#[test]
fn what_is_no_library_is_refused_with_the_reason() {
    let refused = |file: &str| import(file).unwrap_err();
    assert!(refused("").starts_with("The file is not a library of Outage Lens, because it is no JSON: "));
    assert!(refused("{\n \"a\" 1}").contains("line 2"));
    for file in ["[]", "null", "{}", "7", "{\"schema\":1}", "{\"schema\":\"outage-lens/1\",\"incidents\":[]}"]
    {
        assert!(refused(file).contains("its `schema` is not \"outage-lens/library/1\""), "{file}");
    }
    assert!(refused("{\"schema\":\"outage-lens/library/2\",\"reports\":[]}").contains("get a newer one"));
    let no_list = "The file has no list of `reports`. Nothing was imported.";
    assert_eq!(refused("{\"schema\":\"outage-lens/library/1\",\"reports\":{}}"), no_list);
}

#[test]
fn a_report_that_cannot_be_read_is_named_with_its_fault() {
    let fault = |fields: &str| {
        let sentence = import(&record(fields)).unwrap_err();
        let named = sentence.strip_prefix("Report 1 of the file cannot be read: ").unwrap();
        named.strip_suffix(". Nothing was imported.").unwrap().to_owned()
    };
    assert_eq!(import(&record(SOUND)).unwrap().len(), 1);
    assert_eq!(fault(""), "it has no version");
    assert_eq!(fault(&SOUND.replace("\"version\":1", "\"version\":\"1\"")), "it has no version");
    assert_eq!(fault(&SOUND.replace("\"version\":1", "\"version\":0")), "it has no version");
    assert_eq!(
        fault(&SOUND.replace("\"version\":1", "\"version\":3")),
        "it was written by a newer Outage Lens"
    );
    assert_eq!(fault(&SOUND.replace("\"added_ms\":1,", "")), "`added_ms` is missing");
    for id in ["-1", "0.5", "9007199254740992", "-0.0"] {
        let fault = fault(&SOUND.replace("\"id\":1", &format!("\"id\":{id}")));
        assert_eq!(fault, "`id` must be a whole number from 0 to 2^53", "{id}");
    }
    assert_eq!(fault(&SOUND.replace(",\"incidents\":[]", "")), "`incidents` is missing");
    let with = |incidents: &str| fault(&SOUND.replace("[]", incidents));
    assert_eq!(with("{}"), "`incidents` must be a list");
    assert_eq!(with("[7]"), "`facts` is missing");
    assert_eq!(with("[{\"facts\":7}]"), "`facts` must be an object");
    assert_eq!(with(r#"[{"facts":{"start":{"certainty":"stated"}}}]"#), "`at` is missing");
    assert_eq!(with(r#"[{"facts":{"events":1.5}}]"#), "`events` must be a whole number from 0 on");
    assert_eq!(with(r#"[{"facts":{},"tags":[1]}]"#), "`tags` must be texts");
    let corrected = |value: &str| {
        with(&format!(r#"[{{"facts":{{}},"corrections":[{{"fact":"start","value":{value}}}]}}]"#))
    };
    assert_eq!(corrected("{}"), "`value` is of no known kind");
    assert_eq!(corrected(r#"{"minutes":"1"}"#), "`minutes` must be a number");
    assert_eq!(corrected(r#"{"minutes-range":[1]}"#), "`minutes-range` must be two numbers");
    assert_eq!(corrected(r#"{"share":{}}"#), "`percent` is missing");
    assert!(fault(&SOUND.replace("\"changed_ms\":1", "\"changed_ms\":-5")).contains("milliseconds"));
    assert_eq!(fault(&format!("{SOUND},\"text\":5")), "`text` must be a text");
    assert_eq!(import(&record(&format!("{SOUND},\"text\":null"))).unwrap()[0].text, None);
    let twice = import(&record(&format!("{SOUND},\"version\":7"))).unwrap();
    assert_eq!(twice[0].report.version, 2, "what is written can be read again");
}

proptest! {
    #[test]
    fn importing_what_was_exported_gives_the_same_library(reports in library()) {
        let sorted: Vec<KeptReport> = in_order_of_adding(reports.clone(), |kept| &kept.report);
        let file = export(reports);
        let read = import(&file).unwrap();
        prop_assert_eq!(&read, &sorted);
        prop_assert_eq!(export(read), file);
    }

    #[test]
    fn equal_libraries_are_equal_bytes_in_whatever_order_they_are_at_hand(reports in library()) {
        let reversed = reports.iter().rev().cloned().collect();
        prop_assert_eq!(export(reports), export(reversed));
    }

    #[test]
    fn a_cut_file_is_refused(reports in library(), cut in any::<prop::sample::Index>()) {
        let file = export(reports);
        let shorter: String = file.chars().take(cut.index(file.trim_end().chars().count())).collect();
        prop_assert!(import(&shorter).is_err());
    }
}
