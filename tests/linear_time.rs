//! Time grows linearly with the text, whatever the text is.
//!
//! Every shape is read at two lengths while Valgrind counts the instructions, which is repeatable where a
//! clock is not. Work that grows with the square of the length is sixteen times as much for four times
//! the text; linear work is four times as much. `./dev test` runs this on the release build, whose path it
//! gives in `OUTAGE_LENS_CLI`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a program that cannot be started fails the test")]

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Length of the shorter text, in bytes; the longer one is four times as long.
const SHORT: usize = 12 * 1024;
/// Most times the work that four times the text may take; what is above four leaves room for sorting
/// and for tables that double when they are full.
const MOST_GROWTH: f64 = 5.0;

/// Texts by what they repeat: what stands before, the part that is repeated, what stands behind.
const SHAPES: &[(&str, &str, &str, &str)] = &[
    ("sentences", "", "At 10:00 UTC on 2 Feb 2022 requests failed for 5 minutes. ", ""),
    ("one sentence without end", "", "at 10:00 it failed and ", ""),
    ("paragraphs", "", "Between 10:00 and 11:30 UTC on 2 Feb 2022, 10% of users saw errors.\n\n", ""),
    ("entries", "# Outage\n\n## Timeline\n\n", "- 10:00 Requests fail\n", ""),
    ("entries with dates", "## Timeline\n\n", "- 2022-02-02 10:00 UTC: The team is paged\n", ""),
    ("entries of one paragraph", "## Timeline\n\n", "10:00 Requests fail, then recover\n", ""),
    ("entries with open times", "## Timeline\n\n", "- 14:?? Somebody restarts it\n", ""),
    ("relative entries", "## Timeline\n\nT0 is 10:00\n\n", "- T+5 the team is paged\n", ""),
    ("dated headings", "", "## 2 Feb 2022 10:00 UTC (lasting 5 minutes)\n\nIt failed.\n\n", ""),
    ("short headings", "", "# 10:00\n", ""),
    ("headings of days", "", "### March 3\n\n10:00 failed\n\n", ""),
    ("rows", "| Time | Event |\n|---|---|\n", "| 10:00 | Requests fail |\n", ""),
    ("one wide row", "| a | b |\n|---|---|\n|", " 10:00 |", "\n"),
    ("many tables", "", "| Start | End |\n|---|---|\n| 10:00 | 11:00 |\n\n", ""),
    ("labels", "", "Start: 2022-02-02 10:00 UTC\n\nDuration: 5 hours\n\n", ""),
    ("labels in one line", "", "Start: 10:00, End: 11:00, Duration: 5 h; ", ""),
    ("status updates", "", "**Resolved** - the issue is fixed.\nFeb 2, 10:00 UTC\n\n", ""),
    ("stamped updates", "", "2 Feb 2022 | 10:00 PST\n\nWe are investigating, began 09:30 UTC.\n\n", ""),
    ("updates in one line", "", "9:12 PM PST We are investigating errors.\n\n", ""),
    ("updates above their words", "# Slow\n\n", "**2022-02-02T10:00:00Z**\n\nWe are investigating.\n\n", ""),
    ("a timeline in prose", "## Timeline\n\n", "At 10:00 requests failed, and at 10:05 we were paged. ", ""),
    ("key events with times behind", "## Key events\n\n", "- Requests fail (10:00)\n", ""),
    ("a grid of fields", "| Field | Value |\n|---|---|\n", "| Start | 10:00 |\n| Duration | 5 hours |\n", ""),
    ("listed incidents", "| Date | Duration |\n|---|---|\n", "| 2022-02-02 | 5 hours |\n", ""),
    ("incidents in a sentence", "", "It was down 5 minutes on 2 Feb 2022 and ", ""),
    ("several windows", "", "Down on 2 Feb 2022 from 10:00 to 10:05 and from 11:00 to 11:05 UTC. ", ""),
    ("relative minutes", "## Timeline\n\n- 10:00 It fails\n", "- +10 minutes: the team is paged\n", ""),
    ("days told", "Monday, 7 Feb 2022\n\n", "It failed yesterday at 10:00, until the next day. ", ""),
    ("a chat", "## Timeline\n\n", "**ann** 10:00 AM\nIt fails\n\n", ""),
    ("repairs", "# Outage\n\n", "Time to repair: 5 minutes\n\nFirst detected: 10:00\n\n", ""),
    ("quotes", "", "> ", "10:00 it failed"),
    ("nested lists", "", "- ", "10:00 it failed"),
    ("brackets", "", "[", "](x)"),
    ("emphasis", "", "*a _b ", ""),
    ("backticks", "", "`a``b", ""),
    ("open tags", "", "<div><b>", ""),
    ("rows of tags", "<table>", "<tr><td>10:00<td>failed", "</table>"),
    ("comments", "", "<!-- ", ""),
    ("character names", "", "&amp;&nbsp;&x", ""),
    ("front matter without end", "---\n", "date: 2022-02-02\n", ""),
    ("fences", "", "```\n10:00 it failed\n", ""),
    ("underlined headings", "", "10:00\n===\n", ""),
    ("links", "", "[a]: https://example.org\n[a][b] ", ""),
    ("addresses", "", "https://example.org/10:00 ", ""),
    ("digits", "", "1", ""),
    ("numbers", "", "10 ", ""),
    ("colons", "", "10:", ""),
    ("dashes", "", "10:00 - ", ""),
    ("dots", "", "1.", ""),
    ("slashes", "", "1/2/", ""),
    ("shares", "", "10% of users and ", ""),
    ("shares without words", "", "10% ", ""),
    ("durations", "", "1 hour and ", ""),
    ("durations without words", "", "1h ", ""),
    ("number words", "", "twenty one hundred and ", ""),
    ("between", "", "between 10:00 ", ""),
    ("from and to", "", "from 10:00 to ", ""),
    ("months", "", "Feb 2 ", ""),
    ("zones", "", "UTC ", ""),
    ("zone offsets", "", "UTC+1 10:00 ", ""),
    ("hedges", "", "about approximately roughly ", "10:00"),
    ("words", "", "failed restored detected ", ""),
    ("letters", "", "a", ""),
    ("letters outside of ASCII", "", "é日", ""),
    ("marks", "", "🔥—", ""),
    ("lines", "", "\n", ""),
    ("blanks", "", " ", "10:00"),
    ("carriage returns", "", "10:00 it failed\r\n", ""),
];

#[test]
#[ignore = "takes a minute and Valgrind; ./dev test runs it"]
fn work_grows_no_faster_than_the_text() {
    let nothing = instructions("");
    let complaints: Vec<String> = SHAPES
        .iter()
        .filter_map(|shape| {
            let short = instructions(&text(shape, SHORT)) - nothing;
            let long = instructions(&text(shape, 4 * SHORT)) - nothing;
            let growth = long / short;
            println!("{:>6.2}  {:>7.0} a byte  {}", growth, long / to_f64(4 * SHORT), shape.0);
            (growth > MOST_GROWTH)
                .then(|| format!("{}: {growth:.2} times the work for 4 times the text", shape.0))
        })
        .collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn the_shapes_reach_their_length() {
    for shape in SHAPES {
        assert!(text(shape, SHORT).len() >= SHORT, "{}", shape.0);
    }
}

fn text((_, before, part, behind): &(&str, &str, &str, &str), length: usize) -> String {
    format!("{before}{}{behind}", part.repeat(length.div_ceil(part.len())))
}

#[allow(clippy::disallowed_methods, reason = "which program is measured changes nothing of what it prints")]
fn program() -> String {
    env::var("OUTAGE_LENS_CLI").unwrap_or_else(|_| env!("CARGO_BIN_EXE_outage-lens").to_owned())
}

/// How many instructions the command line takes to read `text`.
fn instructions(text: &str) -> f64 {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("linear_time.txt");
    fs::write(&file, text).unwrap();
    let run = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .args([program().as_str(), "analyze", "--json"])
        .arg(&file)
        .output()
        .unwrap_or_else(|error| panic!("valgrind does not start ({error}); ./dev test installs it"));
    assert!(run.status.success(), "the command line failed");
    let report = String::from_utf8_lossy(&run.stderr);
    let count = report.split("refs:").nth(1).and_then(|rest| rest.lines().next());
    let digits: String = count.unwrap_or("").chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("Valgrind counted nothing: {report}"))
}

/// Exact for every length here.
#[allow(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
fn to_f64(length: usize) -> f64 {
    length as f64
}
