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
mod incident_day;
mod milestones;
mod phase;
mod phrases;
mod report;
mod roll_over;
mod section_kind;
mod spells;
mod split;
mod timeline;
mod title;
mod updates;
mod window;
mod words;
mod zone;

use boundary::Window;
use dates::Dates;
use report::Report;
use updates::Series;
use window::Finder;

use crate::document::Document;
use crate::incident::{Basis, Certainty, Incident, Moment, Phase};
use crate::mention::Mentions;
use crate::text::Tokens;

/// The incidents of one text.
#[must_use]
pub fn reconcile(
    document: &Document,
    tokens: &Tokens,
    mentions: &Mentions,
    file_name: Option<&str>,
) -> Vec<Incident> {
    let report = Report::new(document, tokens, mentions, file_name);
    let several = in_parts(&report);
    if several.len() >= 2 {
        return several;
    }
    let told_of = |incident: &Incident| is_an_incident(incident) || !report.updates.is_empty();
    Some(incident(&report, None)).filter(told_of).into_iter().collect()
}

/// The incidents under dated headings, those that tell how long they lasted.
fn in_parts(report: &Report) -> Vec<Incident> {
    let year = dates::year_of(report);
    split::parts(report)
        .into_iter()
        .filter_map(|part| {
            let mentions = split::mentions_of(report, &part);
            let incident = incident(&report.part(part, &mentions), year);
            let stated = incident.durations.iter().any(|duration| duration.basis == Basis::Stated);
            (stated && is_an_incident(&incident)).then_some(incident)
        })
        .collect()
}

fn incident(report: &Report, year: Option<i32>) -> Incident {
    let dates = Dates::of(report, year);
    let main_zone = zone::main_zone(report, &dates);
    let (zone_value, zone_fact) = main_zone.map_or((None, None), |(value, fact)| (Some(value), Some(fact)));
    let entries = if report.has_timeline() {
        timeline::entries(report, &dates, zone_value.as_ref())
    } else {
        Vec::new()
    };
    let series = Series::of(report, &dates, zone_value.as_ref());
    let finder = Finder { report, dates: &dates, main_zone: zone_value.as_ref(), series: &series };
    let mut found = finder.found(&entries);
    if !series.is_empty() {
        series.weigh(&mut found, &duration::readings(report, &Window::default()));
    }
    let mut window = found.choose();
    spells::merge(report, &found.candidates, &entries, &mut window);
    window::one_zone::settle(&mut window, zone_value.as_ref());
    if window::by_length::can_help(&window) {
        window::by_length::complete(report, &entries, &duration::readings(report, &window), &mut window);
    }
    let durations = duration::readings(report, &window);
    let impacts = impact::readings(report);
    let facts = check::Facts {
        dates: &dates,
        found: &found,
        window: &window,
        durations: &durations,
        impacts: &impacts.all,
        entries: &entries,
    };
    let discrepancies = check::all(report, &facts);
    let milestones = milestones::find(report, &finder, &entries);
    Incident {
        title: title::title(report),
        severity: title::severity(report),
        zone: zone_fact,
        detected: milestones.detected,
        acknowledged: milestones.acknowledged,
        mitigated: milestones.mitigated,
        start: window.start,
        end: window.end,
        windows: window.spells,
        duration: durations.first().cloned(),
        durations,
        impact: impacts.headline,
        impacts: impacts.all,
        timeline: if entries.is_empty() {
            series.events(report)
        } else {
            entries.iter().map(|entry| entry.event(report)).collect()
        },
        discrepancies,
    }
}

/// Whether what was found tells of an incident: a text without figures does not, and neither does a
/// list of times none of which speaks of one, such as the minutes of a meeting.
fn is_an_incident(incident: &Incident) -> bool {
    let by_convention = |moment: &Moment| moment.certainty == Certainty::Assumed;
    let plain = |moment: &Option<Moment>| moment.as_ref().is_some_and(|moment| !by_convention(moment));
    plain(&incident.start)
        || plain(&incident.end)
        || incident.impact.is_some()
        || incident.durations.iter().any(|duration| duration.basis == Basis::Stated)
        || incident.timeline.iter().any(|event| event.phase != Phase::Other)
}
