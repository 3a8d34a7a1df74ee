//! Layer 4: from mentions to incidents.
//!
//! In come the document and its mentions; out come incidents whose every value names the rule that
//! chose it and the words behind it. Each step is a file of its own; what the text does not settle
//! stays absent. Nothing here recognizes anything: that is [`crate::mention`]'s.

mod boundary;
mod changes;
mod check;
mod clock_half;
mod dates;
mod day_marks;
mod duration;
mod impact;
mod incident_day;
mod listed;
mod milestones;
mod monitors;
mod phase;
mod phase_words;
mod phrases;
mod plain_lists;
mod plain_words;
mod report;
mod roll_over;
mod section_kind;
mod spells;
mod split;
mod stacked;
mod still_open;
mod subject;
mod timeline;
mod title;
mod told_day;
mod updates;
mod window;
mod words;
mod zone;

use boundary::Window;
use dates::Dates;
use listed::Listed;
use report::Report;
use updates::Series;
use window::Finder;

use crate::document::Document;
use crate::incident::{Basis, Certainty, Incident, Moment};
use crate::mention::Mentions;
use crate::text::{Gather, Tokens};

/// The incidents of one text.
#[must_use]
pub fn reconcile(
    document: &Document,
    tokens: &Tokens,
    mentions: &Mentions,
    file_name: Option<&str>,
) -> Vec<Incident> {
    let report = Report::new(document, tokens, mentions, file_name);
    let parts = in_parts(&report);
    if parts.len() >= 2 {
        return checked(&report, parts);
    }
    let dates = Dates::of(&report, None);
    let listed = in_a_list(&report, &dates);
    if listed.len() >= 2 {
        return checked(&report, listed);
    }
    let incident = incident(&report, &dates);
    if subject::is_an_incident(&report, &incident) { vec![incident] } else { Vec::new() }
}

/// Several incidents of one text, with what contradicts itself outside of any one of them.
fn checked(report: &Report, mut incidents: Vec<Incident>) -> Vec<Incident> {
    let known = |found: &_| incidents.iter().any(|incident| incident.discrepancies.contains(found));
    if let Some(found) = check::between_incidents(report).filter(|found| !known(found))
        && let Some(first) = incidents.first_mut()
    {
        first.discrepancies.push(found);
    }
    incidents
}

/// The incidents under headings of their own. At least two must tell on their own how long they
/// lasted or when they began and ended; the others that give times are then incidents too.
fn in_parts(report: &Report) -> Vec<Incident> {
    let year = dates::year_of(report);
    let mut alone = 0;
    let mut incidents = Vec::new();
    for part in split::parts(report) {
        let mentions = split::mentions_of(report, &part);
        let part = report.part(part, &mentions);
        let incident = incident(&part, &Dates::of(&part, year));
        alone += usize::from(stands_alone(&incident) || part.updates.stand_alone());
        let has_times = incident.start.is_some() || !incident.timeline.is_empty();
        if has_times || subject::is_an_incident(&part, &incident) {
            incidents.push(incident);
        }
    }
    if alone >= 2 { incidents } else { Vec::new() }
}

/// The incidents that a table or a sentence lists.
fn in_a_list(report: &Report, dates: &Dates) -> Vec<Incident> {
    let listed = listed::find(report, dates);
    if listed.len() < 2 {
        return Vec::new();
    }
    let year = dates::year_of(report);
    let zone = zone::main_zone(report, dates).map(|(_, zone)| zone);
    let read = |listed: Listed| {
        let mut found = match listed.block {
            Some(block) => {
                let part = block..block + 1;
                let mentions = split::mentions_of(report, &part);
                let part = report.part(part, &mentions);
                incident(&part, &Dates::of(&part, year))
            }
            None => Incident { title: title::title(report), ..Incident::default() },
        };
        listed.apply(&mut found, zone.clone());
        found
    };
    let incidents: Vec<Incident> = listed.into_iter().map(read).gather();
    // One question for all of them, because it looks through the whole text.
    let told_of = incidents.first().is_some_and(|incident| subject::is_an_incident(report, incident));
    if told_of { incidents } else { Vec::new() }
}

/// Whether a part tells how long its incident lasted, or gives both of its ends.
fn stands_alone(incident: &Incident) -> bool {
    let plain = |moment: &Option<Moment>| {
        moment.as_ref().is_some_and(|m| m.certainty != Certainty::Assumed && m.at.time.is_some())
    };
    incident.durations.iter().any(|duration| duration.basis == Basis::Stated)
        || (plain(&incident.start) && plain(&incident.end))
}

fn incident(report: &Report, dates: &Dates) -> Incident {
    let main_zone = zone::main_zone(report, dates);
    let (zone_value, zone_fact) = main_zone.map_or((None, None), |(value, fact)| (Some(value), Some(fact)));
    let entries = if report.has_timeline() {
        timeline::entries(report, dates, zone_value.as_ref())
    } else {
        Vec::new()
    };
    let series = Series::of(report, dates, zone_value.as_ref());
    let finder = Finder { report, dates, main_zone: zone_value.as_ref(), series: &series };
    let story = timeline::story(report, dates, zone_value.as_ref(), &entries);
    let mut found = finder.found(&entries, &story);
    still_open::weigh(report, &mut found);
    let told = duration::told(report);
    if !series.is_empty() {
        series.weigh(&mut found, &duration::readings(report, &told, &Window::default()));
    }
    let mut window = found.choose();
    spells::merge(report, &found.candidates, &entries, &mut window);
    found.doubt(&mut window);
    window::one_zone::settle(&mut window, zone_value.as_ref());
    if window::by_length::can_help(&window) {
        let durations = duration::readings(report, &told, &window);
        // What a text tells in sentences is measured like a timeline, where it has none.
        let told = if entries.is_empty() { &story } else { &entries };
        window::by_length::complete(report, told, &durations, &mut window);
    }
    let durations = duration::readings(report, &told, &window);
    let impacts = impact::readings(report);
    let facts = check::Facts {
        dates,
        found: &found,
        window: &window,
        durations: &durations,
        impacts: &impacts.all,
        entries: &entries,
    };
    let discrepancies = check::all(report, &facts);
    let milestones = milestones::find(report, &finder, &entries, &story, &window).within(&window);
    Incident {
        title: title::title(report),
        severity: title::severity(report),
        service: title::service(report),
        zone: window::one_zone::of_report(report, &window, zone_fact),
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
            entries.iter().map(|entry| entry.event(report)).gather()
        },
        discrepancies,
    }
}
