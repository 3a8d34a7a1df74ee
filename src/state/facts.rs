//! The facts of one incident as the page shows them.

use crate::document::Document;
use crate::incident::{Certainty, DiscrepancyKind, Incident, Moment};
use crate::text::{Gather, Span};

use super::FactId;
use super::marks::{MOST_DISCREPANCIES, evidence, other_durations, other_impacts};
use super::wording::{
    caption, detection_words, duration_caption, duration_value, duration_words, impact_caption,
    impact_detail, impact_value, impact_words, long_quote, moment_caption, moment_words, named_caption,
    window_caption, window_detail, window_value, window_words, zone_words,
};

/// One fact in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactView {
    /// Which fact it is.
    pub id: FactId,
    /// What it is called.
    pub name: &'static str,
    /// Its value; `None` where the text does not settle it.
    pub headline: Option<String>,
    /// What belongs to the value: `of users`, `9 May 2023 · WAT (UTC+1)`.
    pub detail: String,
    /// Where it comes from and how sure it is.
    pub caption: String,
    /// How sure it is.
    pub certainty: Option<Certainty>,
    /// The value for programs, empty where it is missing.
    pub value: String,
    /// The places of the discrepancies that touch it.
    pub doubts: Vec<usize>,
}

impl FactView {
    fn missing(id: FactId, name: &'static str) -> Self {
        Self {
            id,
            name,
            headline: None,
            detail: String::new(),
            caption: "not found in the text".to_owned(),
            certainty: None,
            value: String::new(),
            doubts: Vec::new(),
        }
    }

    /// A further fact that nobody told; `None` where it is none that is told in words or times.
    pub(super) fn untold(id: FactId) -> Option<Self> {
        let name = match id {
            FactId::Severity => "Severity",
            FactId::Service => "Service",
            FactId::Zone => "Zone",
            FactId::Acknowledged => "Acknowledged",
            FactId::Mitigated => "Mitigated",
            _ => return None,
        };
        Some(Self::missing(id, name))
    }
}

/// A fact with the words behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The words, as a reader sees them.
    pub quotes: Vec<String>,
    /// The rule that chose the value, where a rule did.
    pub rule: Option<String>,
}

/// The four headline facts, found or not: duration, impact, window, detection.
#[must_use]
pub fn headline_facts(document: &Document, incident: &Incident) -> Vec<FactView> {
    let mut facts = vec![
        duration_fact(document, incident),
        impact_fact(document, incident),
        window_fact(document, incident),
        detected_fact(document, incident),
    ];
    for fact in &mut facts {
        fact.doubts = doubts_of(incident, fact.id);
    }
    facts
}

/// The facts beside the headline, as far as the text settles them.
#[must_use]
pub fn further_facts(document: &Document, incident: &Incident) -> Vec<FactView> {
    let named = |id, name, value: &str, evidence: &[Span]| FactView {
        headline: Some(value.to_owned()),
        value: value.to_owned(),
        caption: named_caption(document, evidence),
        certainty: Some(Certainty::Stated),
        ..FactView::missing(id, name)
    };
    let severity = incident.severity.as_ref();
    let severity = severity.map(|it| named(FactId::Severity, "Severity", &it.value, &it.evidence));
    let service = incident.service.as_ref();
    let service = service.map(|it| named(FactId::Service, "Service", &it.value, &it.evidence));
    let zone = incident.zone.as_ref().map(|zone| FactView {
        headline: Some(zone_words(zone)),
        value: zone.name.clone(),
        caption: named_caption(document, &zone.evidence),
        certainty: Some(Certainty::Stated),
        ..FactView::missing(FactId::Zone, "Zone")
    });
    let acknowledged = moment_fact(document, incident, FactId::Acknowledged);
    let mitigated = moment_fact(document, incident, FactId::Mitigated);
    let mut facts: Vec<FactView> =
        [severity, service, zone, acknowledged, mitigated].into_iter().flatten().gather();
    facts.extend(other_durations(incident).map(|place| other_duration(document, incident, place)));
    facts.extend(other_impacts(incident).map(|place| other_impact(document, incident, place)));
    for fact in &mut facts {
        fact.doubts = doubts_of(incident, fact.id);
    }
    facts
}

/// The words and the rule behind `fact`.
#[must_use]
pub fn proof(document: &Document, incident: &Incident, fact: FactId) -> Proof {
    let spans = evidence(incident, fact);
    let quotes = spans.into_iter().filter_map(|span| long_quote(document, span)).gather();
    Proof { quotes, rule: rule_of(incident, fact) }
}

fn rule_of(incident: &Incident, fact: FactId) -> Option<String> {
    let of_moment = |moment: &Option<Moment>| moment.as_ref().map(|it| it.rule.to_string());
    match fact {
        FactId::Duration => incident.duration.as_ref().map(|it| it.rule.to_string()),
        FactId::Impact => incident.impact.as_ref().map(|it| it.rule.to_string()),
        FactId::Window => {
            let rules: Vec<String> =
                [&incident.start, &incident.end].into_iter().filter_map(of_moment).gather();
            (!rules.is_empty()).then(|| rules.join(", "))
        }
        FactId::Detected => of_moment(&incident.detected),
        FactId::Acknowledged => of_moment(&incident.acknowledged),
        FactId::Mitigated => of_moment(&incident.mitigated),
        FactId::OtherDuration(place) => incident.durations.get(place).map(|it| it.rule.to_string()),
        FactId::OtherImpact(place) => incident.impacts.get(place).map(|it| it.rule.to_string()),
        FactId::Discrepancy(place) => incident.discrepancies.get(place).map(|it| it.kind.as_str().to_owned()),
        FactId::Zone | FactId::Severity | FactId::Service | FactId::Entry(_) => None,
    }
}

fn duration_fact(document: &Document, incident: &Incident) -> FactView {
    let missing = FactView::missing(FactId::Duration, "Duration");
    let Some(duration) = &incident.duration else { return missing };
    FactView {
        headline: Some(duration_words(duration)),
        caption: duration_caption(document, duration),
        certainty: Some(duration.certainty),
        value: duration_value(duration),
        ..missing
    }
}

fn impact_fact(document: &Document, incident: &Incident) -> FactView {
    let missing = FactView::missing(FactId::Impact, "Impact");
    let Some(impact) = &incident.impact else { return missing };
    FactView {
        headline: Some(impact_words(impact)),
        detail: impact_detail(impact),
        caption: impact_caption(document, impact),
        certainty: Some(impact.certainty),
        value: impact_value(impact),
        ..missing
    }
}

fn window_fact(document: &Document, incident: &Incident) -> FactView {
    let missing = FactView::missing(FactId::Window, "Window");
    let (start, end) = (incident.start.as_ref(), incident.end.as_ref());
    if start.is_none() && end.is_none() {
        return missing;
    }
    FactView {
        headline: Some(window_words(start, end)),
        detail: window_detail(incident),
        caption: window_caption(document, incident),
        // The window is as sure as the less sure of its ends.
        certainty: [start, end].into_iter().flatten().map(|moment| moment.certainty).max(),
        value: window_value(start, end),
        ..missing
    }
}

fn detected_fact(document: &Document, incident: &Incident) -> FactView {
    let missing = FactView::missing(FactId::Detected, "Detected");
    let Some(detected) = &incident.detected else { return missing };
    let headline = detection_words(incident, detected);
    let at = moment_words(detected);
    FactView {
        detail: if at == headline { String::new() } else { at },
        headline: Some(headline),
        caption: moment_caption(document, incident, detected),
        certainty: Some(detected.certainty),
        value: detected.at.to_string(),
        ..missing
    }
}

fn moment_fact(document: &Document, incident: &Incident, id: FactId) -> Option<FactView> {
    let (name, moment) = match id {
        FactId::Acknowledged => ("Acknowledged", incident.acknowledged.as_ref()?),
        FactId::Mitigated => ("Mitigated", incident.mitigated.as_ref()?),
        _ => return None,
    };
    Some(FactView {
        headline: Some(moment_words(moment)),
        caption: moment_caption(document, incident, moment),
        certainty: Some(moment.certainty),
        value: moment.at.to_string(),
        ..FactView::missing(id, name)
    })
}

fn other_duration(document: &Document, incident: &Incident, place: usize) -> FactView {
    let duration = &incident.durations[place]; // OK because the place comes from other_durations.
    FactView {
        headline: Some(duration_words(duration)),
        caption: duration_caption(document, duration),
        certainty: Some(duration.certainty),
        value: duration_value(duration),
        ..FactView::missing(FactId::OtherDuration(place), "Also read as")
    }
}

fn other_impact(document: &Document, incident: &Incident, place: usize) -> FactView {
    let impact = &incident.impacts[place]; // OK because the place comes from other_impacts.
    FactView {
        headline: Some(impact_words(impact)),
        detail: impact_detail(impact),
        caption: caption(document, impact.certainty, &impact.evidence),
        certainty: Some(impact.certainty),
        value: impact_value(impact),
        ..FactView::missing(FactId::OtherImpact(place), "Also affected")
    }
}

/// The discrepancies that touch `fact`, by their places.
#[must_use]
pub fn doubts_of(incident: &Incident, fact: FactId) -> Vec<usize> {
    let touches = |(place, discrepancy): (usize, &crate::incident::Discrepancy)| {
        let touched = match fact {
            FactId::Entry(_) => entry_is_touched(incident, fact, place),
            fact => touched_fact(discrepancy.kind) == Some(fact),
        };
        touched.then_some(place)
    };
    let shown = incident.discrepancies.iter().take(MOST_DISCREPANCIES);
    shown.enumerate().filter_map(touches).gather()
}

/// The fact that a kind of discrepancy casts doubt on; `None` for those about timeline entries.
#[must_use]
pub const fn touched_fact(kind: DiscrepancyKind) -> Option<FactId> {
    match kind {
        DiscrepancyKind::DurationDiffers => Some(FactId::Duration),
        DiscrepancyKind::WindowDiffers
        | DiscrepancyKind::EndBeforeStart
        | DiscrepancyKind::WeekdayDiffers
        | DiscrepancyKind::DateDiffers => Some(FactId::Window),
        DiscrepancyKind::ZoneDiffers | DiscrepancyKind::ZoneContradictsOffset => Some(FactId::Zone),
        DiscrepancyKind::ImpactDiffers => Some(FactId::Impact),
        DiscrepancyKind::OutOfOrder | DiscrepancyKind::TimeDiffers | DiscrepancyKind::ImpossibleTime => None,
    }
}

/// Whether the time of the entry, or a discrepancy about entries, is among the passages that disagree.
fn entry_is_touched(incident: &Incident, fact: FactId, place: usize) -> bool {
    let Some(discrepancy) = incident.discrepancies.get(place) else { return false };
    if touched_fact(discrepancy.kind).is_some() {
        return false;
    }
    let words = evidence(incident, fact);
    words.iter().any(|word| discrepancy.evidence.iter().any(|span| span.overlaps(*word)))
}
