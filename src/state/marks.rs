//! Which words of a report stand for which facts.

use crate::incident::{Incident, Moment, OutageDuration};
use crate::text::{Gather, Span, sorted_by_key};

use super::FactId;

/// How many timeline entries are shown and marked. A longer list is cut with a sentence that says so.
pub const MOST_ENTRIES: usize = 400;
/// How many contradictions are shown and marked, likewise.
pub const MOST_DISCREPANCIES: usize = 40;
/// How many further durations, and how many further shares, are shown and marked.
const MOST_READINGS: usize = 12;

/// A stretch of the report that stands for one or more facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// The facts, the most important one first.
    pub facts: Vec<FactId>,
    /// Whether it is marked all the time, or only while one of its facts is lit.
    pub stands_out: bool,
}

/// The words behind `fact`.
#[must_use]
pub fn evidence(incident: &Incident, fact: FactId) -> Vec<Span> {
    let of_moment = |moment: &Option<Moment>| moment.as_ref().map(|moment| &moment.evidence).cloned();
    let found = match fact {
        FactId::Duration => incident.duration.as_ref().map(|it| it.evidence.clone()),
        FactId::Impact => incident.impact.as_ref().map(|it| it.evidence.clone()),
        FactId::Window => Some(window_evidence(incident)),
        FactId::Detected => of_moment(&incident.detected),
        FactId::Acknowledged => of_moment(&incident.acknowledged),
        FactId::Mitigated => of_moment(&incident.mitigated),
        FactId::Zone => incident.zone.as_ref().map(|it| it.evidence.clone()),
        FactId::Severity => incident.severity.as_ref().map(|it| it.evidence.clone()),
        FactId::Service => incident.service.as_ref().map(|it| it.evidence.clone()),
        FactId::OtherDuration(place) => incident.durations.get(place).map(|it| it.evidence.clone()),
        FactId::OtherImpact(place) => incident.impacts.get(place).map(|it| it.evidence.clone()),
        FactId::Entry(place) => incident.timeline.get(place).map(|it| it.evidence.clone()),
        FactId::Discrepancy(place) => incident.discrepancies.get(place).map(|it| it.evidence.clone()),
    };
    found.unwrap_or_default()
}

fn window_evidence(incident: &Incident) -> Vec<Span> {
    let mut spans = Vec::new();
    let single = incident.windows.iter().flat_map(|window| [&window.start, &window.end]);
    for moment in [&incident.start, &incident.end].into_iter().flatten().chain(single) {
        for span in &moment.evidence {
            if !spans.contains(span) {
                spans.push(*span);
            }
        }
    }
    spans
}

/// Every fact that can have words of its own, the most important one first.
pub fn facts_of(incident: &Incident) -> impl Iterator<Item = FactId> {
    const SINGLE: [FactId; 9] = [
        FactId::Duration,
        FactId::Impact,
        FactId::Window,
        FactId::Detected,
        FactId::Acknowledged,
        FactId::Mitigated,
        FactId::Zone,
        FactId::Severity,
        FactId::Service,
    ];
    let entries = incident.timeline.len().min(MOST_ENTRIES);
    let discrepancies = incident.discrepancies.len().min(MOST_DISCREPANCIES);
    SINGLE
        .into_iter()
        .chain(other_durations(incident).map(FactId::OtherDuration))
        .chain(other_impacts(incident).map(FactId::OtherImpact))
        .chain((0..entries).map(FactId::Entry))
        .chain((0..discrepancies).map(FactId::Discrepancy))
}

/// The places of the durations of another length than the headline.
pub fn other_durations(incident: &Incident) -> impl Iterator<Item = usize> {
    let length = |duration: &OutageDuration| (duration.minutes, duration.low, duration.high);
    let headline = incident.duration.as_ref().map(length);
    let durations = incident.durations.iter().enumerate();
    durations
        .filter(move |(_, duration)| headline != Some(length(duration)))
        .map(|(place, _)| place)
        .take(MOST_READINGS)
}

/// The places of the shares that are not the headline.
pub fn other_impacts(incident: &Incident) -> impl Iterator<Item = usize> {
    let headline = incident.impact.as_ref();
    (0..incident.impacts.len())
        .filter(move |place| headline != incident.impacts.get(*place))
        .take(MOST_READINGS)
}

/// The marks of a report on `incident`: in order, and none overlaps another.
#[must_use]
pub fn marks(incident: &Incident) -> Vec<Mark> {
    let mut claims: Vec<Claim> = facts_of(incident).flat_map(|fact| claims_of(incident, fact)).gather();
    claims.retain(|claim| !claim.span.is_empty());
    sweep(&claims)
}

#[derive(Clone, Copy)]
struct Claim {
    span: Span,
    fact: FactId,
    stands_out: bool,
}

fn claims_of(incident: &Incident, fact: FactId) -> Vec<Claim> {
    let spans = evidence(incident, fact);
    let is_entry = matches!(fact, FactId::Entry(_));
    let claim = |(place, span)| Claim { span, fact, stands_out: !is_entry || place == 0 };
    spans.into_iter().enumerate().map(claim).gather()
}

/// Cuts overlapping claims into stretches that each have the same facts throughout. The claims come
/// with the most important fact first, and so do the facts of a stretch.
fn sweep(claims: &[Claim]) -> Vec<Mark> {
    let ends = claims.iter().enumerate();
    let edges: Vec<(usize, usize)> =
        ends.flat_map(|(place, claim)| [(claim.span.start, place), (claim.span.end, place)]).gather();
    // Claims come in order of importance, and equal edges keep that order.
    let edges = sorted_by_key(edges, |(at, _)| *at as u64);
    let mut marks = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut from = 0;
    for (at, place) in edges {
        marks.extend(mark_of(Span::new(from, at), claims, &open));
        from = at;
        match open.binary_search(&place) {
            Ok(found) => drop(open.remove(found)),
            Err(gap) => open.insert(gap, place),
        }
    }
    marks
}

fn mark_of(span: Span, claims: &[Claim], open: &[usize]) -> Option<Mark> {
    let open = || open.iter().map(|place| claims[*place]); // OK because sweep opens places of claims.
    let mut facts: Vec<FactId> = open().map(|claim| claim.fact).gather();
    facts.dedup();
    let stands_out = open().any(|claim| claim.stands_out);
    (!facts.is_empty() && !span.is_empty()).then_some(Mark { span, facts, stands_out })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(start: usize, end: usize, fact: FactId) -> Claim {
        Claim { span: Span::new(start, end), fact, stands_out: true }
    }

    fn shown(marks: &[Mark]) -> Vec<(usize, usize, Vec<FactId>)> {
        marks.iter().map(|mark| (mark.span.start, mark.span.end, mark.facts.clone())).collect()
    }

    #[test]
    fn overlapping_claims_are_cut_where_their_facts_change() {
        let claims = [claim(0, 10, FactId::Duration), claim(4, 6, FactId::Impact)];
        let expected = [
            (0, 4, vec![FactId::Duration]),
            (4, 6, vec![FactId::Duration, FactId::Impact]),
            (6, 10, vec![FactId::Duration]),
        ];
        assert_eq!(shown(&sweep(&claims)), expected);
    }

    #[test]
    fn words_between_claims_stay_unmarked() {
        let claims = [claim(0, 2, FactId::Zone), claim(5, 6, FactId::Zone)];
        assert_eq!(shown(&sweep(&claims)), [(0, 2, vec![FactId::Zone]), (5, 6, vec![FactId::Zone])]);
    }

    #[test]
    fn the_same_words_can_stand_for_two_facts() {
        let claims = [claim(3, 8, FactId::Window), claim(3, 8, FactId::Entry(0))];
        assert_eq!(shown(&sweep(&claims)), [(3, 8, vec![FactId::Window, FactId::Entry(0)])]);
    }
}
