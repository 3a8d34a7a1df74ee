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
