//! A readable summary of one report for the terminal.

use std::fmt::Write;

use crate::extract::Extraction;
use crate::incident::{Impact, Incident, Moment, OutageDuration};
use crate::metrics::format_duration as duration_words;

/// The facts of each incident of `file`, one a line, with the words that they were read from.
pub(super) fn summary(file: &str, text: &str, extraction: &Extraction) -> String {
    let mut out = format!("{file}\n");
    if extraction.incidents.is_empty() {
        out.push_str("  no incident found\n");
    }
    for incident in &extraction.incidents {
        incident_lines(&mut out, text, incident);
    }
    out
}

fn incident_lines(out: &mut String, text: &str, incident: &Incident) {
    if let Some(title) = &incident.title {
        line(out, "title", title);
    }
    line(out, "duration", &incident.duration.as_ref().map_or_else(not_found, |d| duration(text, d)));
    line(out, "impact", &incident.impact.as_ref().map_or_else(not_found, |i| impact(text, i)));
    line(out, "start", &incident.start.as_ref().map_or_else(not_found, |m| moment(text, m)));
    line(out, "detected", &incident.detected.as_ref().map_or_else(not_found, |m| moment(text, m)));
    line(out, "end", &incident.end.as_ref().map_or_else(not_found, |m| moment(text, m)));
    for spell in &incident.windows {
        line(out, "window", &format!("{} to {}", spell.start.at, spell.end.at));
    }
    line(out, "zone", &incident.zone.as_ref().map_or_else(not_found, |z| z.name.clone()));
    for event in &incident.timeline {
        let at = event.at.map_or_else(|| "?".to_owned(), |at| at.to_string());
        line(out, "", &format!("{at}  {} [{}]", event.text, event.phase.as_str()));
    }
    for discrepancy in &incident.discrepancies {
        line(out, "doubt", &discrepancy.message);
    }
}

fn line(out: &mut String, name: &str, value: &str) {
    // OK because writing to a string cannot fail.
    let _ = writeln!(out, "  {name:<9} {value}");
}

fn not_found() -> String {
    "not found".to_owned()
}

fn quoted(text: &str, evidence: &[crate::text::Span]) -> String {
    let words: Vec<String> = evidence
        .iter()
        .map(|span| span.slice(text).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    format!("\"{}\"", words.join("\" \""))
}

fn duration(text: &str, value: &OutageDuration) -> String {
    let length = match (value.minutes, value.low, value.high) {
        (Some(minutes), _, _) => duration_words(minutes),
        (None, Some(low), Some(high)) => format!("{} to {}", duration_words(low), duration_words(high)),
        _ => not_found(),
    };
    format!("{length}  ({}, {}: {})", value.certainty.as_str(), value.rule, quoted(text, &value.evidence))
}

fn impact(text: &str, value: &Impact) -> String {
    let share = match (value.percent, value.low, value.high) {
        (Some(percent), _, _) => format!("{percent} %"),
        (None, Some(low), Some(high)) => format!("{low} to {high} %"),
        _ => not_found(),
    };
    let of = value.of.as_ref().map_or_else(String::new, |of| format!(" of {of}"));
    format!("{share}{of}  ({}, {}: {})", value.certainty.as_str(), value.rule, quoted(text, &value.evidence))
}

fn moment(text: &str, value: &Moment) -> String {
    format!("{}  ({}, {}: {})", value.at, value.certainty.as_str(), value.rule, quoted(text, &value.evidence))
}
