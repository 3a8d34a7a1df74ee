//! Many incidents in a few figures.

use super::{Distribution, DurationCounts, DurationDefinition, Durations, ShareAffected};
use crate::incident::Incident;
use crate::text::Gather;

/// Figures over many incidents under one definition of duration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// From when to when durations were counted.
    pub definition: DurationDefinition,
    /// How many incidents there are.
    pub n: usize,
    /// How many of them have one duration under the definition; ranges do not count.
    pub n_with_duration: usize,
    /// How many of them state one share affected; ranges do not count.
    pub n_with_impact: usize,
    /// How many incidents have which kind of duration.
    pub counts: DurationCounts,
    /// What describes the durations; `None` where no incident has one.
    pub duration_minutes: Option<Distribution>,
    /// The sum of the durations; `None` where no incident has one.
    pub downtime_minutes: Option<f64>,
    /// The sum of duration times share affected, over the incidents that state both.
    pub weighted_downtime_minutes: Option<f64>,
}

/// Summarizes `incidents`, with durations as `definition` counts them.
///
/// Quick enough to be made again whenever something changes; intervals, which are not, are [`super::Bootstrap`]'s.
#[must_use]
pub fn summarize_incidents(incidents: &[&Incident], definition: DurationDefinition) -> Summary {
    let durations = Durations::of(incidents.iter().copied(), definition);
    let shares: Vec<Option<f64>> =
        incidents.iter().map(|incident| ShareAffected::of(incident)?.exact()).gather();
    let weighted = (durations.each.iter().zip(&shares))
        .filter_map(|(measured, share)| Some(measured.ok()?.minutes()? * (*share)?));
    Summary {
        definition,
        n: incidents.len(),
        n_with_duration: durations.sorted.len(),
        n_with_impact: shares.iter().flatten().count(),
        counts: durations.counts(),
        duration_minutes: Distribution::of_sorted(&durations.sorted),
        downtime_minutes: total(durations.sorted.iter().copied()),
        weighted_downtime_minutes: total(weighted),
    }
}

fn total(mut values: impl Iterator<Item = f64>) -> Option<f64> {
    values.next().map(|first| values.fold(first, |sum, value| sum + value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Basis, Certainty, Impact, OutageDuration, RuleId};

    fn incident(minutes: Option<f64>, percent: Option<f64>) -> Incident {
        let duration = minutes.map(|minutes| OutageDuration {
            minutes: Some(minutes),
            low: None,
            high: None,
            approximate: false,
            basis: Basis::Stated,
            certainty: Certainty::Stated,
            rule: RuleId::new("test"),
            evidence: Vec::new(),
        });
        let impact = percent.map(|percent| Impact {
            percent: Some(percent),
            low: None,
            high: None,
            of: None,
            approximate: false,
            bound: None,
            peak: false,
            certainty: Certainty::Stated,
            rule: RuleId::new("test"),
            evidence: Vec::new(),
        });
        Incident { duration, impact, ..Incident::default() }
    }

    #[test]
    fn weighted_downtime_needs_both_figures() {
        let all = [incident(Some(60.0), Some(50.0)), incident(Some(100.0), None), incident(None, Some(10.0))];
        let all: Vec<&Incident> = all.iter().collect();
        let summary = summarize_incidents(&all, DurationDefinition::StartToEnd);
        assert_eq!((summary.n, summary.n_with_duration, summary.n_with_impact), (3, 2, 2));
        assert_eq!(summary.downtime_minutes, Some(160.0));
        assert_eq!(summary.weighted_downtime_minutes, Some(30.0));
    }

    #[test]
    fn nothing_known_gives_no_figures_rather_than_zeros() {
        let unknown = incident(None, None);
        let summary = summarize_incidents(&[&unknown], DurationDefinition::StartToEnd);
        assert_eq!((summary.n, summary.n_with_duration), (1, 0));
        assert_eq!(summary.downtime_minutes, None);
        assert_eq!(summary.weighted_downtime_minutes, None);
    }
}
