//! The command line as a script sees it: what it prints, and how it ends.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a command that cannot be started fails the test")]

use std::path::Path;
use std::process::{Command, Output};

const SAMPLE: &str = "static/samples/checkout-errors.md";

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_outage-lens"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .args(arguments)
        .output()
        .unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn analyze_prints_one_line_of_json_for_each_file() {
    let lines = printed(&["analyze", "--json", SAMPLE, "static/samples/slow-dashboards.md"]);
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(lines.len(), 2);
    let start = format!("{{\"file\":\"{SAMPLE}\",\"schema\":\"outage-lens/1\",\"incidents\":[{{");
    assert!(lines[0].starts_with(&start), "{}", lines[0]);
    for part in ["\"at\":\"2024-02-20T18:05\"", "\"offset_minutes\":60", "\"duration-differs\""] {
        assert!(lines[0].contains(part), "{part} is missing in {}", lines[0]);
    }
}

#[test]
fn analyze_prints_the_facts_for_people() {
    let words = printed(&["analyze", SAMPLE]);
    for part in ["1 h 30 min", "40"] {
        assert!(words.contains(part), "{part} is missing in\n{words}");
    }
}

#[test]
fn mentions_prints_what_was_recognized_with_its_place() {
    let line = printed(&["mentions", SAMPLE]);
    assert_eq!(line.lines().count(), 1);
    assert!(line.contains("\"kind\":\"duration\",\"value\":{\"seconds\":5400"), "{line}");
    assert!(line.contains("\"text\":\"90-minute\""), "{line}");
}

#[test]
fn compare_prints_one_object_over_all_files() {
    let files = [
        "static/samples/checkout-errors.md",
        "static/samples/image-uploads.md",
        "static/samples/overnight-login.md",
    ];
    let line = printed(&[&["compare", "--json"][..], &files].concat());
    let compared: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(compared["schema"], "outage-lens/1");
    assert_eq!(compared["definition"], "start-to-end");
    assert_eq!(
        ["n", "n_with_duration", "n_with_impact"].map(|field| compared[field].as_u64()),
        [3, 3, 2].map(Some)
    );
    assert_eq!(compared["duration_minutes"]["median"], 90.0);
    assert!(compared["duration_minutes"]["p90"].is_null());
    assert_eq!(
        compared["withheld"][0]["reason"],
        "p90 takes 10 durations: a tenth of 3 is less than one of them."
    );
    assert_eq!(compared["downtime_minutes"], 90.0 + 52.0 + 510.0);
    assert_eq!(compared["weighted_downtime_minutes"], 90.0 * 0.4 + 52.0);
    assert_eq!(compared["within"]["finding"], "1 of 3 (33 %) were over within 1 h.");
    assert_eq!(compared["measured"][2]["name"], "static/samples/overnight-login.md");
    assert_eq!(compared["incidents"][1]["title"], "Image uploads rejected");
}

#[test]
fn compare_of_a_text_without_an_incident_has_no_figures() {
    let line = printed(&["compare", "--json", "LICENSE-MIT"]);
    let compared: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(compared["n"], 0);
    for figure in ["median", "min", "p90", "mean", "geometric_mean", "log_sigma", "median_interval"] {
        assert!(compared["duration_minutes"][figure].is_null(), "{figure}");
    }
    assert!(compared["downtime_minutes"].is_null() && compared["weighted_downtime_minutes"].is_null());
    assert!(printed(&["compare", "LICENSE-MIT"]).contains("No incident was found."));
}

#[test]
fn compare_counts_as_it_is_told_to() {
    let arguments = ["compare", "--json", "--definition", "stated", "--within", "50", "--seed", "7", SAMPLE];
    let compared: serde_json::Value = serde_json::from_str(&printed(&arguments)).unwrap();
    assert_eq!(compared["definition"], "stated");
    assert_eq!(compared["within"]["minutes"], 50.0);
    assert_eq!(compared["bootstrap"]["seed"], 7);
}

#[test]
fn compare_prints_aligned_columns_for_people() {
    let table = printed(&["compare", SAMPLE, "static/samples/image-uploads.md"]);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "n = 2, duration counts outage start to end");
    let begins =
        |start: &str| lines.iter().find(|line| line.trim_start().starts_with(start)).copied().unwrap();
    assert_eq!(begins("median"), "  median          1 h 11 min");
    assert_eq!(begins("p90 takes"), "  p90 takes 10 durations: a tenth of 2 is less than one of them.");
    assert_eq!(
        begins("1 h 30 min"),
        "  1 h 30 min  40 %   36 min    Checkout errors during the evening sale"
    );
    assert_eq!(begins("52 min"), "  52 min      100 %  52 min    Image uploads rejected");
}

#[test]
fn compare_refuses_what_it_does_not_know() {
    let refused = [
        &["compare"][..],
        &["compare", "--definition", "mean", SAMPLE],
        &["compare", "--within", "soon", SAMPLE],
        &["compare", "--within", "-5", SAMPLE],
        &["compare", "--seed"],
        &["compare", "--yaml", SAMPLE],
    ];
    for arguments in refused {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_file_that_is_not_there_is_named_and_fails() {
    let output = run(&["analyze", "no-such-report.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no-such-report.md"));
    assert!(output.stdout.is_empty());
}

#[test]
fn an_unknown_command_explains_the_known_ones() {
    for arguments in [&["analyse", SAMPLE][..], &[][..], &["analyze"][..], &["analyze", "--yaml", SAMPLE][..]]
    {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("analyze"), "{arguments:?}");
    }
}

#[test]
fn help_is_printed_where_output_goes() {
    assert!(printed(&["--help"]).contains("mentions"));
}
