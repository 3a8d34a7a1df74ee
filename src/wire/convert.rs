//! From the model to the data format. The one place where byte spans become UTF-16 spans.

use super::incident as wire;
use super::mention::{Mention, MentionList, MentionValue};
use crate::extract::Extraction;
use crate::incident as model;
use crate::mention::{Mentions, Value};
use crate::text::{self, Gather, Utf16Index};

/// An extraction in the data format. `text` must be the text that it was read from.
#[must_use]
pub fn report(text: &str, extraction: &Extraction) -> wire::Report {
    let writer = Writer::new(text);
    wire::Report {
        schema: super::SCHEMA,
        incidents: extraction.incidents.iter().map(|incident| writer.incident(incident)).gather(),
    }
}

/// Mentions in the data format. `text` must be the text that they were recognized in.
#[must_use]
pub fn mentions(text: &str, found: &Mentions) -> MentionList {
    let writer = Writer::new(text);
    MentionList { mentions: found.list.iter().map(|mention| writer.mention(found, mention)).gather() }
}

/// Writes what was read from one text.
pub(super) struct Writer<'t> {
    text: &'t str,
    index: Utf16Index<'t>,
}

impl<'t> Writer<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, index: Utf16Index::new(text) }
    }

    fn span(&self, span: text::Span) -> wire::Span {
        wire::Span {
            start: self.index.offset(span.start),
            end: self.index.offset(span.end),
            text: span.slice(self.text).to_owned(),
        }
    }

    fn spans(&self, spans: &[text::Span]) -> Vec<wire::Span> {
        spans.iter().map(|span| self.span(*span)).gather()
    }

    pub fn incident(&self, incident: &model::Incident) -> wire::Incident {
        let moment = |moment: &Option<model::Moment>| moment.as_ref().map(|m| self.moment(m));
        wire::Incident {
            title: incident.title.clone(),
            severity: incident
                .severity
                .as_ref()
                .map(|it| wire::Named { value: it.value.clone(), evidence: self.spans(&it.evidence) }),
            service: incident
                .service
                .as_ref()
                .map(|it| wire::Named { value: it.value.clone(), evidence: self.spans(&it.evidence) }),
            zone: incident.zone.as_ref().map(|z| wire::Zone {
                name: z.name.clone(),
                offset_minutes: z.offset_minutes,
                evidence: self.spans(&z.evidence),
            }),
            start: moment(&incident.start),
            detected: moment(&incident.detected),
            acknowledged: moment(&incident.acknowledged),
            mitigated: moment(&incident.mitigated),
            end: moment(&incident.end),
            windows: incident.windows.iter().map(|spell| self.window(spell)).gather(),
            duration: incident.duration.as_ref().map(|d| self.duration(d)),
            durations: incident.durations.iter().map(|d| self.duration(d)).gather(),
            impact: incident.impact.as_ref().map(|i| self.impact(i)),
            impacts: incident.impacts.iter().map(|i| self.impact(i)).gather(),
            timeline: incident.timeline.iter().map(|e| self.event(e)).gather(),
            discrepancies: incident.discrepancies.iter().map(|d| self.discrepancy(d)).gather(),
        }
    }

    fn moment(&self, moment: &model::Moment) -> wire::Moment {
        wire::Moment {
            at: moment.at.to_string(),
            offset_minutes: moment.offset_minutes,
            certainty: moment.certainty.as_str(),
            rule: moment.rule.to_string(),
            approximate: moment.approximate,
            evidence: self.spans(&moment.evidence),
        }
    }

    fn window(&self, spell: &model::Spell) -> wire::Window {
        wire::Window { start: self.moment(&spell.start), end: self.moment(&spell.end) }
    }

    fn duration(&self, duration: &model::OutageDuration) -> wire::Duration {
        wire::Duration {
            minutes: duration.minutes,
            low: duration.low,
            high: duration.high,
            approximate: duration.approximate,
            basis: duration.basis.as_str(),
            certainty: duration.certainty.as_str(),
            rule: duration.rule.to_string(),
            evidence: self.spans(&duration.evidence),
        }
    }

    fn impact(&self, impact: &model::Impact) -> wire::Impact {
        wire::Impact {
            percent: impact.percent,
            low: impact.low,
            high: impact.high,
            of: impact.of.clone(),
            approximate: impact.approximate,
            bound: impact.bound.map(model::Bound::as_str),
            peak: impact.peak,
            certainty: impact.certainty.as_str(),
            rule: impact.rule.to_string(),
            evidence: self.spans(&impact.evidence),
        }
    }

    fn event(&self, event: &model::Event) -> wire::Event {
        wire::Event {
            at: event.at.map(|at| at.to_string()),
            until: event.until.map(|until| until.to_string()),
            offset_minutes: event.offset_minutes,
            text: event.text.clone(),
            phase: event.phase.as_str(),
            approximate: event.approximate,
            evidence: self.spans(&event.evidence),
        }
    }

    fn discrepancy(&self, discrepancy: &model::Discrepancy) -> wire::Discrepancy {
        wire::Discrepancy {
            kind: discrepancy.kind.as_str(),
            message: discrepancy.message.clone(),
            evidence: self.spans(&discrepancy.evidence),
        }
    }

    fn mention(&self, found: &Mentions, mention: &crate::mention::Mention) -> Mention {
        let (kind, value) = mention_value(found, mention);
        Mention { kind, value, rule: mention.rule.to_string(), span: self.span(mention.span) }
    }
}

#[expect(clippy::float_cmp, reason = "ends of a range are copies of each other where it is none")]
fn mention_value(found: &Mentions, mention: &crate::mention::Mention) -> (&'static str, MentionValue) {
    match &mention.value {
        Value::Duration(d) if d.low == d.high => ("duration", MentionValue::Duration { seconds: d.low }),
        Value::Duration(d) => {
            ("duration", MentionValue::DurationRange { low_seconds: d.low, high_seconds: d.high })
        }
        Value::Percentage(p) if p.low == p.high => {
            ("percentage", MentionValue::Percentage { percent: p.low })
        }
        Value::Percentage(p) => ("percentage", MentionValue::PercentageRange { low: p.low, high: p.high }),
        Value::ClockTime(clock) => {
            let model::ClockTime { hour, minute, second } = clock.time;
            ("clock-time", MentionValue::ClockTime { hour, minute, second })
        }
        Value::Date(date) => ("date", date_value(date)),
        Value::Zone(zone) => {
            let offset_minutes = zone.minutes_on(found.date_beside(mention));
            ("zone", MentionValue::Zone { name: zone.name.to_string(), offset_minutes })
        }
        Value::Range(range) => {
            ("range", MentionValue::Range { start: range.start.to_string(), end: range.end.to_string() })
        }
    }
}

fn date_value(date: &crate::mention::DateValue) -> MentionValue {
    if let Some(other) = date.day_first {
        return MentionValue::AmbiguousDate { ambiguous: [date.date.to_string(), other.to_string()] };
    }
    let model::PartialDate { year, month, day } = date.date;
    MentionValue::Date { year, month, day }
}
