//! Names of facts, by which views, marks of the report and chart marks find each other.

use std::fmt;
use std::str::FromStr;

/// One fact of one incident.
///
/// Written as a word, such as `duration` or `entry-3`, it is the `data-fact` attribute that the page
/// puts on everything that stands for the fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactId {
    /// How long it lasted.
    Duration,
    /// The share of something that was affected.
    Impact,
    /// From when to when.
    Window,
    /// When it was noticed.
    Detected,
    /// When a responder took it on.
    Acknowledged,
    /// When the harm was stopped or lessened.
    Mitigated,
    /// The zone of the report's times.
    Zone,
    /// The severity that the report names.
    Severity,
    /// The service that the report names.
    Service,
    /// Another reading of the duration, by its place in [`crate::incident::Incident::durations`].
    OtherDuration(usize),
    /// Another share, by its place in [`crate::incident::Incident::impacts`].
    OtherImpact(usize),
    /// A timeline entry, by its place in the timeline.
    Entry(usize),
    /// A contradiction, by its place in [`crate::incident::Incident::discrepancies`].
    Discrepancy(usize),
}

/// The facts that are the only one of their kind, with the words they are written as.
const SINGLE: [(FactId, &str); 9] = [
    (FactId::Duration, "duration"),
    (FactId::Impact, "impact"),
    (FactId::Window, "window"),
    (FactId::Detected, "detected"),
    (FactId::Acknowledged, "acknowledged"),
    (FactId::Mitigated, "mitigated"),
    (FactId::Zone, "zone"),
    (FactId::Severity, "severity"),
    (FactId::Service, "service"),
];

impl fmt::Display for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherDuration(place) => write!(f, "duration-{place}"),
            Self::OtherImpact(place) => write!(f, "impact-{place}"),
            Self::Entry(place) => write!(f, "entry-{place}"),
            Self::Discrepancy(place) => write!(f, "discrepancy-{place}"),
            single => f.write_str(single_word(*single)),
        }
    }
}

fn single_word(fact: FactId) -> &'static str {
    SINGLE.iter().find(|(id, _)| *id == fact).map_or("", |(_, word)| word)
}

/// The word names no fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownFact;

impl FromStr for FactId {
    type Err = UnknownFact;

    fn from_str(word: &str) -> Result<Self, UnknownFact> {
        if let Some((id, _)) = SINGLE.iter().find(|(_, name)| *name == word) {
            return Ok(*id);
        }
        let (kind, place) = word.split_once('-').ok_or(UnknownFact)?;
        let place = place.parse().map_err(|_| UnknownFact)?;
        match kind {
            "duration" => Ok(Self::OtherDuration(place)),
            "impact" => Ok(Self::OtherImpact(place)),
            "entry" => Ok(Self::Entry(place)),
            "discrepancy" => Ok(Self::Discrepancy(place)),
            _ => Err(UnknownFact),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_found_again_by_its_word() {
        let numbered = [FactId::OtherDuration(0), FactId::OtherImpact(7), FactId::Entry(120)];
        let all = SINGLE.iter().map(|(id, _)| *id).chain(numbered).chain([FactId::Discrepancy(1)]);
        for fact in all {
            assert_eq!(fact.to_string().parse(), Ok(fact));
        }
    }

    #[test]
    fn other_words_name_no_fact() {
        for word in ["", "entry", "entry-", "entry-x", "window-1", "Duration"] {
            assert_eq!(word.parse::<FactId>(), Err(UnknownFact), "{word}");
        }
    }
}
