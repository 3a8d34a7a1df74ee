//! A comparison as aligned columns for the terminal.

use std::fmt::Write;

use crate::metrics::{DurationDefinition, format_duration, least_for_interval};
use crate::text::decimal;
use crate::wire::{Comparison, Measured, Within};

/// The longest name of an incident, in characters.
const LONGEST_NAME: usize = 60;

/// What `compared` says, counted from and to what `definition` says: the figures, what they leave out and
/// why, and a row for each incident.
pub(super) fn compare_table(compared: &Comparison, definition: DurationDefinition) -> String {
    let mut out = format!("n = {}, duration counts {}\n", compared.n, definition.label());
    if compared.n == 0 {
        out.push_str("No incident was found.\n");
        return out;
    }
    out.push('\n');
    push_table(&mut out, &figures(compared));
    out.push('\n');
    for note in notes(compared) {
        push_line(&mut out, &note);
    }
    out.push('\n');
    push_table(&mut out, &incidents(compared));
    out
}

/// Name, value and interval of each figure.
fn figures(compared: &Comparison) -> Vec<Vec<String>> {
    let figures = &compared.duration_minutes;
    let row = |name: &str, value: Option<f64>, interval: Option<[f64; 2]>| {
        let interval = interval.map(|[low, high]| format!("95 % interval {}", range(low, high)));
        let held = compared.withheld.iter().any(|held| held.figure == name);
        let missing = if held { "held back" } else { "–" };
        let value = value.map_or_else(|| missing.to_owned(), format_duration);
        vec![name.to_owned(), value, interval.unwrap_or_default()]
    };
    let weighted = [of_incidents(compared.n_weighted), "with a duration and a share".to_owned()].join(" ");
    let total = |name: &str, value: Option<f64>, of: String| {
        vec![name.to_owned(), value.map_or_else(|| "–".to_owned(), format_duration), of]
    };
    vec![
        row("shortest", figures.min, None),
        row("p25", figures.p25, figures.p25_interval),
        row("median", figures.median, figures.median_interval),
        row("p75", figures.p75, figures.p75_interval),
        row("p90", figures.p90, figures.p90_interval),
        row("longest", figures.max, None),
        row("geometric mean", figures.geometric_mean, None),
        total("total", compared.downtime_minutes, of_incidents(compared.n_with_duration)),
        total("share-weighted", compared.weighted_downtime_minutes, weighted),
    ]
}

fn of_incidents(count: usize) -> String {
    if count == 1 { "of 1 incident".to_owned() } else { format!("of {count} incidents") }
}

/// What the figures are made of, how sure they are, and what they leave out.
fn notes(compared: &Comparison) -> Vec<String> {
    let mut notes = vec![format!("{} of {} have one duration.", compared.n_with_duration, compared.n)];
    let left_out = &compared.left_out;
    let kinds = [
        (left_out.ranges, "told as a range"),
        (left_out.open_ended, "without an end"),
        (left_out.end_before_start, "ending before the start"),
        (left_out.untold, "without a duration"),
    ];
    let left_out: Vec<String> =
        kinds.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")).collect();
    if !left_out.is_empty() {
        notes.push(format!("Not in the figures: {}.", left_out.join(", ")));
    }
    notes.extend(within(&compared.within));
    let bootstrap = &compared.bootstrap;
    if bootstrap.resamples > 0 {
        notes.push(format!(
            "Intervals are bootstrap percentiles of {} resamples with seed {}.",
            bootstrap.resamples, bootstrap.seed
        ));
    }
    for held in compared
        .withheld
        .iter()
        .filter(|held| matches!(held.figure, "p90" | "median_interval" | "geometric_mean"))
    {
        notes.push(held.reason.clone());
    }
    if compared.n_with_duration > 0 && compared.duration_minutes.p90_interval.is_none() {
        let (quartile, decile) = (least_for_interval(0.25), least_for_interval(0.9));
        notes.push(format!("p25 and p75 have an interval from {quartile} durations on, p90 from {decile}."));
    }
    notes
}

fn within(within: &Within) -> Option<String> {
    let [low, high] = within.share_interval?;
    let percent = |share: f64| decimal(share * 100.0, 0);
    let [least, most] = within.count_bounds;
    let with_all = match within.n_bounded {
        all if all > within.n => {
            format!(" With ranges and those without an end, {least} to {most} of {all}.")
        }
        _ => String::new(),
    };
    Some(format!("{} 95 % interval {} to {} %.{with_all}", within.finding, percent(low), percent(high)))
}

/// A header, and a row for each incident.
fn incidents(compared: &Comparison) -> Vec<Vec<String>> {
    let header = ["Duration", "Share", "Weighted", "Incident"].map(str::to_owned).to_vec();
    let rows = compared.measured.iter().zip(&compared.incidents).map(|(measured, incident)| {
        let share = measured.share.map(|share| format!("{} %", decimal(share * 100.0, 2)));
        let title = incident.title.as_ref().or(measured.name.as_ref());
        vec![
            duration(measured),
            share.unwrap_or_else(|| "–".to_owned()),
            measured.weighted_minutes.map_or_else(|| "–".to_owned(), format_duration),
            shortened(title.map_or("", String::as_str)),
        ]
    });
    [header].into_iter().chain(rows).collect()
}

fn duration(measured: &Measured) -> String {
    let about = if measured.approximate { "about " } else { "" };
    let words = match (measured.minutes, measured.low, measured.high) {
        (Some(minutes), ..) => format_duration(minutes),
        (None, Some(low), Some(high)) => range(low, high),
        (None, Some(low), None) if low > 0.0 => format!("{} or more", format_duration(low)),
        (None, Some(_), None) => return "no end told".to_owned(),
        (None, None, _) => return "–".to_owned(),
    };
    [about, &words].concat()
}

fn range(low: f64, high: f64) -> String {
    [format_duration(low), format_duration(high)].join(" to ")
}

/// One line without control characters, which a terminal would obey.
fn shortened(name: &str) -> String {
    let clean: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => [words[..end].trim_end(), "…"].concat(),
        None => words,
    }
}

/// Rows with their cells under each other.
fn push_table(out: &mut String, rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:<width$}"));
        push_line(out, cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}

fn push_line(out: &mut String, line: &str) {
    // OK because writing to a string cannot fail.
    let _ = writeln!(out, "  {line}");
}
