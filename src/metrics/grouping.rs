//! Durations in groups: by severity, service, quarter, or whatever the caller labels incidents with.

use super::{DurationDefinition, duration_minutes};
use crate::incident::Incident;
use crate::text::{Gather, float_key, sorted_by_key, sorted_by_words};

/// The incidents under one label.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The label, as the caller gave it, without the spaces around it.
    pub label: String,
    /// Their durations in minutes, ascending; the n of every figure is how many these are.
    pub minutes: Vec<f64>,
    /// The places of those incidents in the caller's list, in the order of their durations.
    pub incidents: Vec<usize>,
    /// How many incidents under the label have no duration, or none that is one value.
    pub without_duration: usize,
}

/// Incidents by label, under one definition of duration.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// From when to when durations were counted.
    pub definition: DurationDefinition,
    /// One group a label, in the order of the labels' letters.
    pub groups: Vec<Group>,
    /// How many incidents have no label and stand in no group.
    pub without_label: usize,
}

/// Groups `incidents` by `labels`, which stand in the same order. An incident whose label is missing or blank
/// stands in no group.
#[must_use]
pub fn group_durations(
    incidents: &[&Incident],
    labels: &[Option<String>],
    definition: DurationDefinition,
) -> Groups {
    let mut labelled: Vec<(&str, usize)> = Vec::new();
    let mut without_label = 0;
    for place in 0..incidents.len() {
        let label = labels.get(place).and_then(Option::as_deref).map(str::trim);
        match label.filter(|label| !label.is_empty()) {
            Some(label) => labelled.push((label, place)),
            None => without_label += 1,
        }
    }
    let labelled = sorted_by_words(labelled, |(label, _)| label);
    let group = |of_label: &[(&str, usize)]| {
        let (label, places) = (of_label[0].0, of_label.iter().map(|(_, place)| *place)); // OK because runs have at least one.
        let measured = places.filter_map(|at| Some((duration_minutes(incidents.get(at)?, definition)?, at)));
        let measured = sorted_by_key(measured.gather(), |(minutes, _)| float_key(*minutes));
        let without_duration = of_label.len() - measured.len();
        let (minutes, incidents) = measured.into_iter().unzip();
        Group { label: label.to_owned(), minutes, incidents, without_duration }
    };
    Groups { definition, groups: labelled.chunk_by(|a, b| a.0 == b.0).map(group).gather(), without_label }
}

impl Groups {
    /// How many incidents stand in a group and have a duration.
    #[must_use]
    pub fn n(&self) -> usize {
        self.groups.iter().map(|group| group.minutes.len()).sum()
    }

    /// All durations ascending, each with the place of its group.
    pub(super) fn pooled(&self) -> Vec<(f64, usize)> {
        let of_group = |(place, group): (usize, &'_ Group)| -> Vec<(f64, usize)> {
            group.minutes.iter().map(|minutes| (*minutes, place)).gather()
        };
        let all = self.groups.iter().enumerate().flat_map(of_group).gather();
        sorted_by_key(all, |(minutes, _)| float_key(*minutes))
    }

    /// What a reader must know of the groups, in a few words each.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let without_duration = self.groups.iter().map(|group| group.without_duration).sum();
        let mut notes = vec![format!("n = {}", self.n()), self.definition.label().to_owned()];
        let counts = [
            (without_duration, "without one duration, left out"),
            (self.without_label, "in no group, left out"),
        ];
        notes.extend(
            counts.iter().filter(|(n, _): &&(usize, &str)| *n > 0).map(|(n, words)| format!("{n} {words}")),
        );
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Basis, Certainty, OutageDuration, RuleId};

    fn lasting(minutes: f64) -> Incident {
        let duration = OutageDuration {
            minutes: Some(minutes),
            low: None,
            high: None,
            approximate: false,
            basis: Basis::Stated,
            certainty: Certainty::Stated,
            rule: RuleId::new("test"),
            evidence: Vec::new(),
        };
        Incident { duration: Some(duration), ..Incident::default() }
    }

    #[test]
    fn incidents_stand_under_their_labels() {
        let all =
            [lasting(30.0), lasting(5.0), lasting(10.0), Incident::default(), lasting(1.0), lasting(2.0)];
        let all: Vec<&Incident> = all.iter().collect();
        let labels = ["SEV-2", "SEV-1", " SEV-2 ", "SEV-1", " "].map(|label| Some(label.to_owned()));
        let groups = group_durations(&all, &labels, DurationDefinition::StartToEnd);
        let rows: Vec<_> = groups.groups.iter().map(|g| (g.label.as_str(), g.minutes.clone())).collect();
        assert_eq!(rows, [("SEV-1", vec![5.0]), ("SEV-2", vec![10.0, 30.0])]);
        assert_eq!(groups.groups[1].incidents, [2, 0]);
        assert_eq!(groups.pooled(), [(5.0, 0), (10.0, 1), (30.0, 1)]);
        let expected =
            ["n = 3", "outage start to end", "1 without one duration, left out", "2 in no group, left out"];
        assert_eq!(groups.notes(), expected);
    }
}
