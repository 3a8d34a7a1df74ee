//! Incidents to draw.

use outage_lens::chart::ComparedIncident;
use outage_lens::incident::{
    Basis, Certainty, ClockTime, Event, Impact, Incident, Moment, OutageDuration, PartialDate, PartialTime,
    Phase, RuleId, ZoneFact,
};

/// A date and a clock time, as in `2026-02-11 09:12`, `--03-03 20:00` or `09:12`.
pub fn at(text: &str) -> PartialTime {
    let (date, time) = text.split_once(' ').map_or((None, text), |(date, time)| (Some(date), time));
    PartialTime { date: date.and_then(date_of), time: clock_of(time) }
}

fn date_of(text: &str) -> Option<PartialDate> {
    let (year, rest) = match text.strip_prefix("--") {
        Some(rest) => (None, rest),
        None => (text.get(..4).and_then(|year| year.parse().ok()), text.get(5..)?),
    };
    let (month, day) = rest.split_once('-')?;
    PartialDate::new(year, month.parse().ok()?, day.parse().ok()?)
}

fn clock_of(text: &str) -> Option<ClockTime> {
    let (hour, minute) = text.split_once(':')?;
    ClockTime::new(hour.parse().ok()?, minute.parse().ok()?, None)
}

/// A stated moment, as [`at`] reads it.
pub fn moment(text: &str) -> Option<Moment> {
    let at = at(text);
    (at.date.is_some() || at.time.is_some()).then(|| moment_at(at))
}

/// A stated moment at a time that is already read.
pub fn moment_at(at: PartialTime) -> Moment {
    Moment {
        at,
        offset_minutes: None,
        certainty: Certainty::Stated,
        rule: RuleId::new("fixture"),
        approximate: false,
        evidence: Vec::new(),
    }
}

/// A timeline entry.
pub fn event(time: &str, phase: Phase, text: &str) -> Event {
    Event {
        at: Some(at(time)),
        until: None,
        offset_minutes: None,
        text: text.to_owned(),
        phase,
        approximate: false,
        evidence: Vec::new(),
    }
}

/// A stated duration: one value, or a range.
pub fn duration(minutes: Option<f64>, range: Option<(f64, f64)>) -> OutageDuration {
    OutageDuration {
        minutes,
        low: range.map(|range| range.0),
        high: range.map(|range| range.1),
        approximate: false,
        basis: Basis::Stated,
        certainty: Certainty::Stated,
        rule: RuleId::new("fixture"),
        evidence: Vec::new(),
    }
}

/// An incident that lasted so many minutes.
pub fn lasting(minutes: f64) -> Incident {
    Incident { duration: Some(duration(Some(minutes), None)), ..Incident::default() }
}

/// An incident that lasted so many minutes and affected so many percent.
pub fn harming(minutes: f64, percent: f64) -> Incident {
    Incident { impact: Some(impact(Some(percent), None)), ..lasting(minutes) }
}

/// A stated share affected: one value, or a range.
pub fn impact(percent: Option<f64>, range: Option<(f64, f64)>) -> Impact {
    Impact {
        percent,
        low: range.map(|range| range.0),
        high: range.map(|range| range.1),
        of: None,
        approximate: false,
        bound: None,
        peak: false,
        certainty: Certainty::Stated,
        rule: RuleId::new("fixture"),
        evidence: Vec::new(),
    }
}

/// A failed release, with every milestone.
pub fn failed_release() -> Incident {
    Incident {
        zone: Some(ZoneFact { name: "CET".into(), offset_minutes: Some(60), evidence: Vec::new() }),
        start: moment("2026-02-11 09:12"),
        detected: moment("2026-02-11 09:31"),
        mitigated: moment("2026-02-11 10:24"),
        end: moment("2026-02-11 10:52"),
        timeline: vec![
            event("2026-02-11 09:12", Phase::Began, "Release 418 reaches all machines"),
            event("2026-02-11 09:31", Phase::Detected, "The error rate alarm fires"),
            event("2026-02-11 09:36", Phase::Escalated, "The payments team is called in"),
            event("2026-02-11 09:44", Phase::Other, "Caches are emptied, without effect"),
            event("2026-02-11 10:03", Phase::Identified, "A missing index is found & <named>"),
            event("2026-02-11 10:24", Phase::Mitigated, "The release is rolled back"),
            event("2026-02-11 10:52", Phase::Resolved, "The last queue has drained"),
            event("2026-02-13 15:00", Phase::Other, "Review"),
        ],
        ..Incident::default()
    }
}

/// A night without a year, past midnight, of which only the window is known.
pub fn night() -> Incident {
    Incident { start: moment("--03-03 20:00"), end: moment("--03-04 08:00"), ..Incident::default() }
}

/// Clock times without any date, milestones close together.
pub fn crowded() -> Incident {
    Incident {
        start: moment("14:00"),
        detected: moment("14:01"),
        acknowledged: moment("14:03"),
        mitigated: moment("14:05"),
        end: moment("15:30"),
        timeline: (0..30)
            .map(|minute| event(&format!("14:{minute:02}"), Phase::Other, "another message"))
            .collect(),
        ..Incident::default()
    }
}

/// A window with a moment of detection between.
pub fn phases(start: &str, detected: &str, mitigated: &str, end: &str) -> Incident {
    Incident {
        start: moment(start),
        detected: moment(detected),
        mitigated: moment(mitigated),
        end: moment(end),
        ..Incident::default()
    }
}

/// Names for a list of incidents.
pub fn named(incidents: &[Incident]) -> Vec<ComparedIncident<'_>> {
    let named = |(place, incident)| ComparedIncident { title: format!("Incident {place}"), incident };
    (1..).zip(incidents).map(named).collect()
}

/// An incident that began then and lasted so many minutes.
pub fn dated(start: &str, minutes: f64) -> Incident {
    Incident { start: moment(start), ..lasting(minutes) }
}

/// Twenty incidents of a year and a half, from seconds to days, the same on every run.
pub fn year_and_a_half() -> Vec<Incident> {
    let one = |n: u32| {
        let month = n * n % 17;
        let (year, month) = (2024 + month / 12, month % 12 + 1);
        let minutes = 10_f64.powf(f64::from(n * 37 % 20) / 6.0 + 0.3).round();
        dated(&format!("{year}-{month:02}-{:02} {:02}:30", n % 28 + 1, n % 24), minutes)
    };
    let mut incidents: Vec<Incident> = (0..20).map(one).collect();
    incidents[3].duration = None;
    incidents.push(Incident { start: moment("2024-09-03 10:00"), ..Incident::default() });
    incidents.push(lasting(30.0));
    incidents.push(dated("--03-03 10:00", 12.0));
    incidents
}
