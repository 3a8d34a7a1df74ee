//! Layer 4: from mentions to incidents.
//!
//! In come the document and its mentions; out come incidents whose every value names the rule that
//! chose it and the words behind it. Each step is a file of its own; what the text does not settle
//! stays absent. Nothing here recognizes anything: that is [`crate::mention`]'s.

mod boundary;
mod check;
mod dates;
mod day_marks;
mod duration;
mod impact;
mod labels;
mod phase;
mod report;
mod roll_over;
mod section_kind;
mod sentence;
mod timeline;
mod title;
mod window;
mod words;
mod zone;

use dates::Dates;
use report::Report;
use timeline::Entry;

use crate::document::Document;
use crate::incident::{Basis, Certainty, Incident, Moment, Phase, RuleId};
use crate::mention::Mentions;
use crate::text::Tokens;

const FIRST_DETECTED: RuleId = RuleId::new("first-entry-detected");
const FIRST_ACKNOWLEDGED: RuleId = RuleId::new("first-entry-acknowledged");
const LAST_MITIGATED: RuleId = RuleId::new("last-entry-mitigated");

/// The incidents of one text.
#[must_use]
pub fn reconcile(
    document: &Document,
    tokens: &Tokens,
    mentions: &Mentions,
    file_name: Option<&str>,
) -> Vec<Incident> {
    let report = Report::new(document, tokens, mentions, file_name);
    let incident = incident(&report);
    if is_empty(&incident) || is_only_a_schedule(&incident) { Vec::new() } else { vec![incident] }
}

fn incident(report: &Report) -> Incident {
    let dates = Dates::of(report);
    let main_zone = zone::main_zone(report, &dates);
    let (zone_value, zone_fact) = main_zone.map_or((None, None), |(value, fact)| (Some(value), Some(fact)));
    let entries = timeline::entries(report, &dates, zone_value.as_ref());
    let window = window::find(report, &dates, zone_value.as_ref(), &entries);
    let durations = duration::readings(report, &window);
    let impacts = impact::readings(report);
    let facts = check::Facts { window: &window, durations: &durations, impacts: &impacts, entries: &entries };
    let discrepancies = check::all(report, &facts);
    let labelled = |phase| window::labelled(report, &dates, zone_value.as_ref(), phase);
    let timed = || entries.iter().filter(|entry| entry.at.time.is_some());
    let first = |phase, rule| labelled(phase).or_else(|| timed().find(|e| e.phase == phase).map(|e| stated(e, rule)));
    let last = |phase, rule| {
        labelled(phase).or_else(|| timed().rev().find(|e| e.phase == phase).map(|e| stated(e, rule)))
    };
    Incident {
        title: title::title(report),
        severity: title::severity(report),
        zone: zone_fact,
        detected: first(Phase::Detected, FIRST_DETECTED)
            .or_else(|| window::told_detection(report, &dates, zone_value.as_ref())),
        acknowledged: first(Phase::Acknowledged, FIRST_ACKNOWLEDGED),
        mitigated: last(Phase::Mitigated, LAST_MITIGATED),
        start: window.start,
        end: window.end,
        duration: durations.first().cloned(),
        durations,
        impact: impacts.first().cloned(),
        impacts,
        timeline: entries.iter().map(|entry| entry.event(report)).collect(),
        discrepancies,
    }
}

fn stated(entry: &Entry, rule: RuleId) -> Moment {
    window::moment(entry, Certainty::Stated, rule)
}

/// Whether nothing of an incident was found: a text without figures is no report.
fn is_empty(incident: &Incident) -> bool {
    incident.start.is_none()
        && incident.end.is_none()
        && incident.duration.is_none()
        && incident.impact.is_none()
        && incident.timeline.is_empty()
}

/// Whether all that was found is a list of times none of which speaks of an incident, such as the
/// minutes of a meeting.
fn is_only_a_schedule(incident: &Incident) -> bool {
    let by_convention = |moment: &Moment| moment.certainty == Certainty::Assumed;
    incident.timeline.iter().all(|event| event.phase == Phase::Other)
        && incident.start.as_ref().is_none_or(by_convention)
        && incident.end.as_ref().is_none_or(by_convention)
        && incident.durations.iter().all(|duration| duration.basis != Basis::Stated)
        && incident.impact.is_none()
}
