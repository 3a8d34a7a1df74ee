//! The facts that each sample report of the page must show.

#![allow(clippy::unwrap_used, reason = "a sample that cannot be read fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use outage_lens::extract::{Options, extract};
use outage_lens::incident::{Incident, Moment, OutageDuration};

/// What a careful engineer records from one sample; `None` where the sample does not say.
#[derive(Debug, PartialEq, Default)]
struct Facts {
    start: Option<&'static str>,
    detected: Option<&'static str>,
    mitigated: Option<&'static str>,
    end: Option<&'static str>,
    offset_minutes: Option<i32>,
    minutes: Option<f64>,
    impact: Option<(f64, &'static str)>,
    entries: usize,
    discrepancies: &'static [&'static str],
}

/// The samples by file name, in alphabetical order.
const SAMPLES: &[(&str, Facts)] = &[
    (
        "checkout-errors",
        Facts {
            start: Some("2024-02-20T18:05"),
            detected: Some("2024-02-20T18:12"),
            mitigated: None,
            end: Some("2024-02-20T19:20"),
            offset_minutes: Some(60),
            minutes: Some(90.0),
            impact: Some((40.0, "users")),
            entries: 7,
            discrepancies: &["duration-differs"],
        },
    ),
    (
        "eastern-region-network",
        Facts {
            start: Some("2025-10-14T09:12"),
            detected: Some("2025-10-14T09:16"),
            mitigated: Some("2025-10-14T10:51"),
            end: Some("2025-10-14T11:47"),
            offset_minutes: Some(0),
            minutes: Some(155.0),
            impact: Some((18.0, "requests")),
            entries: 6,
            discrepancies: &[],
        },
    ),
    (
        "image-uploads",
        Facts {
            start: Some("2023-01-18T10:14"),
            detected: Some("2023-01-18T10:19"),
            mitigated: None,
            end: Some("2023-01-18T11:06"),
            offset_minutes: Some(60),
            minutes: Some(52.0),
            impact: Some((100.0, "uploads")),
            entries: 8,
            discrepancies: &[],
        },
    ),
    (
        "message-delivery",
        Facts {
            start: Some("2024-11-05T11:20"),
            detected: Some("2024-11-05T11:20"),
            mitigated: None,
            end: Some("2024-11-05T13:05"),
            offset_minutes: Some(-480),
            minutes: Some(105.0),
            impact: Some((30.0, "messages")),
            entries: 5,
            discrepancies: &[],
        },
    ),
    (
        "overnight-login",
        Facts {
            start: Some("--11-30T21:40"),
            detected: Some("--11-30T21:55"),
            mitigated: None,
            end: Some("--12-01T06:10"),
            offset_minutes: None,
            minutes: Some(510.0),
            impact: None,
            entries: 8,
            discrepancies: &[],
        },
    ),
    (
        "payments-api",
        Facts {
            start: Some("2022-06-09T13:20"),
            detected: Some("2022-06-09T13:31"),
            mitigated: Some("2022-06-09T14:40"),
            end: Some("2022-06-09T15:25"),
            offset_minutes: Some(0),
            minutes: Some(125.0),
            impact: Some((62.0, "requests")),
            entries: 7,
            discrepancies: &[],
        },
    ),
    (
        "search-overload",
        Facts {
            start: Some("2021-09-22T20:34"),
            detected: Some("2021-09-22T20:37"),
            mitigated: None,
            end: Some("2021-09-22T21:22"),
            offset_minutes: Some(330),
            minutes: Some(48.0),
            impact: None,
            entries: 9,
            discrepancies: &[],
        },
    ),
    (
        "slow-dashboards",
        Facts {
            start: None,
            detected: None,
            mitigated: None,
            end: None,
            offset_minutes: None,
            minutes: None,
            impact: None,
            entries: 0,
            discrepancies: &[],
        },
    ),
];

#[test]
fn every_sample_shows_its_facts() {
    let mut faults = Vec::new();
    for (name, expected) in SAMPLES {
        let text = fs::read_to_string(folder().join(name).with_extension("md")).unwrap();
        let extraction = extract(&text, &Options::default());
        faults.extend(faults_of(name, expected, extraction.incidents.first()));
        if extraction.incidents.len() > 1 {
            faults.push(format!("{name}: {} incidents instead of one", extraction.incidents.len()));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn the_table_names_every_sample() {
    let mut found: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    found.sort();
    let named: Vec<&str> = SAMPLES.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, named);
}

#[test]
fn every_sample_begins_with_its_title() {
    for (name, _) in SAMPLES {
        let text = fs::read_to_string(folder().join(name).with_extension("md")).unwrap();
        let title = text.lines().next().and_then(|line| line.strip_prefix("# "));
        assert!(title.is_some_and(|title| !title.trim().is_empty()), "{name}");
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/samples")
}

/// One sentence for every fact that is not as expected.
fn faults_of(name: &str, expected: &Facts, incident: Option<&Incident>) -> Vec<String> {
    let none = Incident::default();
    let incident = incident.unwrap_or(&none);
    let mut faults = Vec::new();
    let mut hold = |fact: &str, wanted: String, found: String| {
        if wanted != found {
            faults.push(format!("{name}: {fact} is {found} instead of {wanted}"));
        }
    };
    hold("start", word(expected.start), at(incident.start.as_ref()));
    hold("detected", word(expected.detected), at(incident.detected.as_ref()));
    hold("mitigated", word(expected.mitigated), at(incident.mitigated.as_ref()));
    hold("end", word(expected.end), at(incident.end.as_ref()));
    let offset = incident.zone.as_ref().and_then(|zone| zone.offset_minutes);
    hold("offset", word(expected.offset_minutes), word(offset));
    hold("duration", word(expected.minutes), minutes(incident.duration.as_ref()));
    hold("impact", impact(expected.impact), share(incident));
    hold("number of entries", expected.entries.to_string(), incident.timeline.len().to_string());
    let kinds: Vec<&str> = incident.discrepancies.iter().map(|found| found.kind.as_str()).collect();
    hold("list of discrepancies", expected.discrepancies.join(", "), kinds.join(", "));
    faults
}

fn word(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "unknown".to_owned(), |value| value.to_string())
}

fn at(moment: Option<&Moment>) -> String {
    word(moment.map(|moment| moment.at))
}

fn minutes(duration: Option<&OutageDuration>) -> String {
    word(duration.and_then(|duration| duration.minutes))
}

fn impact(expected: Option<(f64, &str)>) -> String {
    word(expected.map(|(percent, of)| format!("{percent} % of {of}")))
}

/// The headline share; of "payment requests" only the noun counts.
fn share(incident: &Incident) -> String {
    word(incident.impact.as_ref().map(|impact| {
        let of = impact.of.as_deref().and_then(|of| of.split(' ').next_back()).unwrap_or("?");
        format!("{} % of {of}", word(impact.percent))
    }))
}
