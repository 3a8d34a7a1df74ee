//! What "duration" means.

use crate::incident::{Moment, minutes_between};

/// From when to when an incident's duration is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum DurationDefinition {
    /// The whole outage, as a careful engineer records it: the incident's headline duration, which
    /// is the stated one where the report states one, and otherwise its end minus its start.
    #[default]
    StartToEnd,
    /// From the moment it was noticed to full restore. Always computed from the two moments.
    DetectionToEnd,
    /// From the start until the harm was stopped or lessened. Always computed.
    StartToMitigation,
    /// From the moment it was noticed until the harm was stopped or lessened. Always computed.
    DetectionToMitigation,
    /// Only what the report says in words; incidents without such words have no duration.
    Stated,
}

impl DurationDefinition {
    /// Every definition, the usual one first.
    pub const ALL: [Self; 5] = [
        Self::StartToEnd,
        Self::DetectionToEnd,
        Self::StartToMitigation,
        Self::DetectionToMitigation,
        Self::Stated,
    ];

    /// The stable kebab-case name that the data format uses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::StartToEnd => "start-to-end",
            Self::DetectionToEnd => "detection-to-end",
            Self::StartToMitigation => "start-to-mitigation",
            Self::DetectionToMitigation => "detection-to-mitigation",
            Self::Stated => "stated",
        }
    }

    /// The definition of that kebab-case name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|definition| definition.as_str() == name)
    }

    /// A few words for charts and menus.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::StartToEnd => "outage start to end",
            Self::DetectionToEnd => "detection to end",
            Self::StartToMitigation => "outage start to mitigation",
            Self::DetectionToMitigation => "detection to mitigation",
            Self::Stated => "duration as stated",
        }
    }
}

/// Minutes from one moment to another, each in its own zone where both zones are settled.
///
/// Negative where `to` is earlier. `None` where the text leaves a clock time open, or the date of only one of them.
#[must_use]
pub fn elapsed_minutes(from: &Moment, to: &Moment) -> Option<f64> {
    let between_zones = match (from.offset_minutes, to.offset_minutes) {
        (Some(from), Some(to)) => f64::from(from) - f64::from(to),
        _ => 0.0,
    };
    minutes_between(from.at, to.at).map(|minutes| minutes + between_zones)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Certainty, ClockTime, PartialTime, RuleId};

    fn clock(hour: u8, minute: u8) -> Moment {
        Moment {
            at: PartialTime { date: None, time: ClockTime::new(hour, minute, None) },
            offset_minutes: None,
            certainty: Certainty::Stated,
            rule: RuleId::new("test"),
            approximate: false,
            evidence: Vec::new(),
        }
    }

    #[test]
    fn moments_in_two_settled_zones_are_compared_in_time() {
        let from = Moment { offset_minutes: Some(60), ..clock(14, 0) };
        let to = Moment { offset_minutes: Some(0), ..clock(14, 0) };
        assert_eq!(elapsed_minutes(&from, &to), Some(60.0));
        assert_eq!(elapsed_minutes(&from, &clock(14, 30)), Some(30.0));
    }

    #[test]
    fn every_definition_is_found_by_its_name() {
        for definition in DurationDefinition::ALL {
            assert_eq!(DurationDefinition::from_name(definition.as_str()), Some(definition));
        }
        assert_eq!(DurationDefinition::from_name("mean"), None);
    }
}
