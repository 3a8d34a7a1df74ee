//! An incident as lines of words, for cases and snapshots: one line a fact, in a fixed order.
//!
//! ```text
//! start 2023-05-09T14:30 +60 exact stated "2:30 PM" field-start
//! duration 120 exact stated stated "2-hour outage" stated-outage
//! impact 75 of users exact stated "75%" share-affected
//! event 2023-05-09T14:30 detected "The issue was detected when ..."
//! ```

use std::fmt::Write as _;

use outage_lens::document::Document;
use outage_lens::incident::{Bound, Discrepancy, Event, Impact, Incident, Moment, OutageDuration, RuleId};
use outage_lens::text::Span;

/// Every fact of `incident`, a line each; facts that the text does not settle have no line.
pub fn incident_lines(text: &str, document: &Document, incident: &Incident) -> Vec<String> {
    let words = Words { text, document };
    let mut lines = Vec::new();
    lines.extend(incident.title.as_ref().map(|title| format!("title {title:?}")));
    lines.extend(
        incident
            .severity
            .as_ref()
            .map(|found| format!("severity {}{}", found.value, words.quotes(&found.evidence))),
    );
    lines.extend(
        incident
            .service
            .as_ref()
            .map(|found| format!("service {:?}{}", found.value, words.quotes(&found.evidence))),
    );
    lines.extend(incident.zone.as_ref().map(|zone| {
        let offset = offset_word(zone.offset_minutes);
        format!("zone {} {offset}{}", zone.name, words.quotes(&zone.evidence))
    }));
    let moments = [
        ("start", &incident.start),
        ("detected", &incident.detected),
        ("acknowledged", &incident.acknowledged),
        ("mitigated", &incident.mitigated),
        ("end", &incident.end),
    ];
    for (name, moment) in moments {
        lines.extend(moment.as_ref().map(|moment| words.moment(name, moment)));
    }
    lines.extend(
        incident.windows.iter().map(|spell| format!("window {} to {}", spell.start.at, spell.end.at)),
    );
    lines.extend(incident.duration.iter().map(|found| words.duration("duration", found)));
    lines.extend(incident.durations.iter().map(|found| words.duration("reading", found)));
    lines.extend(incident.impact.iter().map(|found| words.impact("impact", found)));
    lines.extend(incident.impacts.iter().map(|found| words.impact("share", found)));
    lines.push(format!("events {}", incident.timeline.len()));
    lines.extend(incident.timeline.iter().map(event));
    lines.extend(incident.discrepancies.iter().map(|found| words.discrepancy(found)));
    lines
}

/// What stands in the text, for quoting evidence.
struct Words<'a> {
    text: &'a str,
    document: &'a Document,
}

impl Words<'_> {
    fn quotes(&self, evidence: &[Span]) -> String {
        let mut line = String::new();
        for span in evidence {
            assert!(self.text.get(span.start..span.end).is_some(), "{span:?} is no part of the text");
            let _ = write!(line, " {:?}", self.document.words(*span));
        }
        line
    }

    fn proof(&self, evidence: &[Span], rule: &RuleId) -> String {
        format!("{} {rule}", self.quotes(evidence))
    }

    fn moment(&self, name: &str, moment: &Moment) -> String {
        format!(
            "{name} {} {} {} {}{}",
            moment.at,
            offset_word(moment.offset_minutes),
            hedge(moment.approximate),
            moment.certainty.as_str(),
            self.proof(&moment.evidence, &moment.rule),
        )
    }

    fn duration(&self, name: &str, found: &OutageDuration) -> String {
        format!(
            "{name} {} {} {} {}{}",
            value(found.minutes, found.low, found.high),
            hedge(found.approximate),
            found.basis.as_str(),
            found.certainty.as_str(),
            self.proof(&found.evidence, &found.rule),
        )
    }

    fn impact(&self, name: &str, found: &Impact) -> String {
        let mut line = format!("{name} {}", value(found.percent, found.low, found.high));
        if let Some(of) = &found.of {
            let _ = write!(line, " of {of}");
        }
        if let Some(bound) = found.bound.map(Bound::as_str) {
            let _ = write!(line, " {bound}");
        }
        if found.peak {
            line.push_str(" peak");
        }
        let certainty = found.certainty.as_str();
        let proof = self.proof(&found.evidence, &found.rule);
        let _ = write!(line, " {} {certainty}{proof}", hedge(found.approximate));
        line
    }

    fn discrepancy(&self, found: &Discrepancy) -> String {
        let quotes = self.quotes(&found.evidence);
        format!("discrepancy {} {:?}{quotes}", found.kind.as_str(), found.message)
    }
}

fn event(event: &Event) -> String {
    let at = event.at.map_or_else(|| "?".to_owned(), |at| at.to_string());
    let until = event.until.map_or_else(String::new, |until| format!(" until {until}"));
    let hedged = if event.approximate { " approximate" } else { "" };
    format!("event {at}{until}{hedged} {} {:?}", event.phase.as_str(), event.text)
}

fn value(single: Option<f64>, low: Option<f64>, high: Option<f64>) -> String {
    match (single, low, high) {
        (Some(single), _, _) => single.to_string(),
        (None, Some(low), Some(high)) => format!("{low}..{high}"),
        _ => "?".to_owned(),
    }
}

/// `+60`, `-480`, `+0`, or `?` where the text does not settle the offset.
pub fn offset_word(minutes: Option<i32>) -> String {
    minutes.map_or_else(|| "?".to_owned(), |minutes| format!("{minutes:+}"))
}

fn hedge(approximate: bool) -> &'static str {
    if approximate { "approximate" } else { "exact" }
}
