//! The literate cases of `tests/cases`: every heading is a test, every table row a text of its own.
//!
//! Only what an expectation names is held: `impact 75` says nothing about whose share it is. The
//! words of an expected line must occur in the found line in this order; the ones in quotes must be
//! the whole quote, and for an event the beginning of its text.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

#[path = "support/case_file.rs"]
mod case_file;
#[path = "support/incident_lines.rs"]
mod incident_lines;
#[path = "support/mention_lines.rs"]
mod mention_lines;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use outage_lens::extract::{Options, extract};

use case_file::{Case, Expected, line_words, parse_cases};
use incident_lines::incident_lines;
use mention_lines::mention_lines;

/// One test for each case file, so that a failure names its file and the files run side by side.
macro_rules! case_files {
    ($($name:ident),* $(,)?) => {
        $(#[test]
        fn $name() {
            hold_cases(stringify!($name));
        })*

        const CASE_FILES: &[&str] = &[$(stringify!($name)),*];
    };
}

case_files! {
    certainty,
    clock_times,
    dates,
    discrepancies,
    discrepant_dates,
    discrepant_lengths,
    discrepant_repairs,
    discrepant_times,
    discrepant_zones,
    dotted_times,
    durations,
    entry_windows,
    fields,
    headline_durations,
    hedges,
    impact,
    incident_dates,
    labelled_lengths,
    layouts,
    nothing,
    percentages,
    phases,
    plain_words,
    posts_and_letters,
    ranges,
    report_zone,
    several,
    shares,
    short_reports,
    spells,
    stories,
    timeline_columns,
    timeline_layouts,
    timelines,
    told_lengths,
    told_times,
    update_ends,
    update_layouts,
    update_milestones,
    updates,
    vendor_reports,
    whole_reports,
    window_lengths,
    windows,
    zones,
}

#[test]
fn every_case_file_is_run() {
    let mut found: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert_eq!(found, CASE_FILES);
}

#[test]
fn an_expectation_that_does_not_hold_is_reported() {
    let found = ["duration 75 exact stated stated \"75 minutes\" rule".to_owned()];
    let complaint = |line: &str| complaint_about(line, &found);
    assert_eq!(complaint("duration 75 stated"), None);
    assert_eq!(complaint("duration 75 \"75 minutes\""), None);
    assert!(complaint("duration 76").is_some());
    assert!(complaint("duration 75 approximate").is_some());
    assert!(complaint("duration 75 \"75\"").is_some());
    assert!(complaint("none duration").is_some());
    assert!(complaint("impact 75").is_some());
    assert_eq!(complaint("none impact"), None);
}

#[test]
fn a_file_without_refusals_is_not_accepted() {
    assert!(parse_cases("## a case\n\n```report\nx\n```\n\n```expect\nnothing\n```\n").is_err());
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn hold_cases(file: &str) {
    let path = folder().join(file).with_extension("md");
    let cases = parse_cases(&fs::read_to_string(&path).unwrap()).unwrap();
    assert!(!cases.is_empty(), "{} holds no case", path.display());
    let reports: Vec<String> = cases.iter().filter_map(|case| failure_of(file, case)).collect();
    assert!(reports.is_empty(), "\n{}{} of {} cases fail\n", reports.concat(), reports.len(), cases.len());
}

/// What is wrong with `case`, for people; `None` where it holds.
fn failure_of(file: &str, case: &Case) -> Option<String> {
    let complaints = match &case.expected {
        Expected::Incident(lines) => incident_complaints(case, lines),
        Expected::Mentions { kind, lines } => mention_complaints(case, kind.as_deref(), lines),
    };
    if complaints.is_empty() {
        return None;
    }
    let mut report = format!("{file}.md:{}: {}\n", case.line, case.name);
    let first_line = case.input.lines().next().unwrap_or("");
    if matches!(case.expected, Expected::Mentions { .. }) {
        let _ = writeln!(report, "  in {first_line:?}");
    }
    for complaint in complaints {
        let _ = writeln!(report, "{complaint}");
    }
    Some(report)
}

fn incident_complaints(case: &Case, expected: &[String]) -> Vec<String> {
    let options = Options { file_name: case.file_name.as_deref() };
    let extraction = extract(&case.input, &options);
    let found = extraction
        .incidents
        .first()
        .map(|incident| incident_lines(&case.input, &extraction.document, incident));
    if expected == ["nothing"] {
        return found.iter().map(|lines| format!("  found   {}", lines.join("\n          "))).collect();
    }
    let mut found = found.unwrap_or_default();
    found.push(format!("incidents {}", extraction.incidents.len()));
    let mut complaints: Vec<String> =
        expected.iter().filter_map(|line| complaint_about(line, &found)).collect();
    complaints.extend(order_complaint(expected, &found));
    complaints
}

/// What is wrong with one expected line, given every found line.
fn complaint_about(expected: &str, found: &[String]) -> Option<String> {
    let words = line_words(expected);
    let absent = words.first().is_some_and(|word| word == "none");
    let name = words.get(usize::from(absent)).map_or("", String::as_str);
    let mut rivals = found.iter().filter(|line| line.split(' ').next() == Some(name));
    let holds = if absent {
        rivals.clone().next().is_none()
    } else {
        rivals.any(|line| line_holds(&words, &line_words(line)))
    };
    if holds {
        return None;
    }
    let mut complaint = format!("  wanted  {expected}");
    let rivals: Vec<&String> = found.iter().filter(|l| l.split(' ').next() == Some(name)).collect();
    if rivals.is_empty() {
        let _ = write!(complaint, "\n  found   no {name}");
    }
    for line in rivals {
        let _ = write!(complaint, "\n  found   {line}");
    }
    Some(complaint)
}

/// Whether the expected words occur in the found line in their order.
fn line_holds(expected: &[String], found: &[String]) -> bool {
    let is_event = expected.first().is_some_and(|name| name == "event");
    let mut rest = found.iter();
    expected.iter().all(|word| rest.any(|other| word_holds(word, other, is_event)))
}

fn word_holds(expected: &str, found: &str, is_event: bool) -> bool {
    let text_begins =
        is_event && expected.strip_suffix('"').is_some_and(|text| text.len() > 1 && found.starts_with(text));
    expected == found || text_begins
}

/// Events must be found in the order in which the case names them.
fn order_complaint(expected: &[String], found: &[String]) -> Option<String> {
    let events = |lines: &[String]| -> Vec<Vec<String>> {
        lines.iter().filter(|line| line.starts_with("event ")).map(|line| line_words(line)).collect()
    };
    let found = events(found);
    let mut rest = found.iter();
    let in_order = events(expected).iter().all(|event| rest.any(|other| line_holds(event, other)));
    (!in_order).then(|| "  the events stand in another order, or one of them is missing".to_owned())
}

fn mention_complaints(case: &Case, kind: Option<&str>, expected: &[String]) -> Vec<String> {
    let found: Vec<String> = mention_lines(&case.input)
        .into_iter()
        .filter(|line| kind.is_none_or(|kind| line.split(' ').next() == Some(kind)))
        .collect();
    let holds = expected.len() == found.len()
        && expected.iter().zip(&found).all(|(line, other)| line_holds(&line_words(line), &line_words(other)));
    if holds {
        return Vec::new();
    }
    let list = |lines: &[String]| match lines {
        [] => "nothing".to_owned(),
        lines => lines.join("\n          "),
    };
    vec![format!("  wanted  {}\n  found   {}", list(expected), list(&found))]
}
