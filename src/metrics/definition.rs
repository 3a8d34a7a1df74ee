//! What "duration" means, and its value for one incident.

use crate::incident::{Basis, Incident, Moment, OutageDuration, minutes_between};

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

/// How long an incident was under one definition. Either `minutes`, or `low` and `high` of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeasuredDuration {
    /// Minutes, never negative; `None` for a range, which has no one value.
    pub minutes: Option<f64>,
    /// Lower and upper end of a stated range, in minutes.
    pub range: Option<(f64, f64)>,
    /// Whether the report hedges it.
    pub approximate: bool,
}

impl MeasuredDuration {
    /// The incident's duration under `definition`, where the report settles it.
    #[must_use]
    pub fn of(incident: &Incident, definition: DurationDefinition) -> Option<Self> {
        let between =
            |from: &Option<Moment>, to: &Option<Moment>| Self::between(from.as_ref()?, to.as_ref()?);
        match definition {
            DurationDefinition::StartToEnd => (incident.duration.as_ref())
                .and_then(Self::recorded)
                .or_else(|| between(&incident.start, &incident.end)),
            DurationDefinition::DetectionToEnd => between(&incident.detected, &incident.end),
            DurationDefinition::StartToMitigation => between(&incident.start, &incident.mitigated),
            DurationDefinition::DetectionToMitigation => between(&incident.detected, &incident.mitigated),
            DurationDefinition::Stated => (incident.duration.iter())
                .chain(&incident.durations)
                .filter(|duration| duration.basis == Basis::Stated)
                .find_map(Self::recorded),
        }
    }

    fn recorded(duration: &OutageDuration) -> Option<Self> {
        let minutes = duration.minutes.filter(|&minutes| is_length(minutes));
        let range = (duration.low.zip(duration.high))
            .filter(|&(low, high)| minutes.is_none() && is_length(low) && is_length(high) && low <= high);
        let measured = Self { minutes, range, approximate: duration.approximate };
        (minutes.is_some() || range.is_some()).then_some(measured)
    }

    fn between(from: &Moment, to: &Moment) -> Option<Self> {
        let minutes = elapsed_minutes(from, to).filter(|&minutes| is_length(minutes))?;
        let approximate = from.approximate || to.approximate;
        Some(Self { minutes: Some(minutes), range: None, approximate })
    }
}

/// The incident's duration in minutes under `definition`: the one value that statistics use.
///
/// A range has none, and neither has a window that ends before it starts.
#[must_use]
pub fn duration_minutes(incident: &Incident, definition: DurationDefinition) -> Option<f64> {
    MeasuredDuration::of(incident, definition)?.minutes
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

/// Longer than the calendar is no duration but a slip, and no figure survives adding it.
const LONGEST_MINUTES: f64 = 1e10;

fn is_length(minutes: f64) -> bool {
    (0.0..=LONGEST_MINUTES).contains(&minutes)
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

    fn duration(minutes: Option<f64>, range: Option<(f64, f64)>, basis: Basis) -> OutageDuration {
        OutageDuration {
            minutes,
            low: range.map(|r| r.0),
            high: range.map(|r| r.1),
            approximate: true,
            basis,
            certainty: Certainty::Stated,
            rule: RuleId::new("test"),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn the_headline_duration_wins_over_the_window() {
        let mut incident =
            Incident { start: Some(clock(14, 30)), end: Some(clock(16, 0)), ..Incident::default() };
        assert_eq!(duration_minutes(&incident, DurationDefinition::StartToEnd), Some(90.0));
        incident.duration = Some(duration(Some(120.0), None, Basis::Stated));
        assert_eq!(duration_minutes(&incident, DurationDefinition::StartToEnd), Some(120.0));
    }

    #[test]
    fn stated_takes_only_the_words() {
        let duration_of_window = Some(duration(Some(90.0), None, Basis::Window));
        let mut incident = Incident { duration: duration_of_window, ..Incident::default() };
        assert_eq!(duration_minutes(&incident, DurationDefinition::Stated), None);
        incident.durations.push(duration(Some(120.0), None, Basis::Stated));
        assert_eq!(duration_minutes(&incident, DurationDefinition::Stated), Some(120.0));
    }

    #[test]
    fn a_range_has_ends_but_no_minutes() {
        let incident = Incident {
            duration: Some(duration(None, Some((199.0, 265.0)), Basis::Stated)),
            ..Incident::default()
        };
        let measured = MeasuredDuration::of(&incident, DurationDefinition::StartToEnd);
        assert_eq!(measured.and_then(|m| m.range), Some((199.0, 265.0)));
        assert_eq!(duration_minutes(&incident, DurationDefinition::StartToEnd), None);
    }

    #[test]
    fn a_window_that_ends_before_it_starts_has_no_length() {
        let incident =
            Incident { start: Some(clock(16, 0)), end: Some(clock(14, 30)), ..Incident::default() };
        assert_eq!(duration_minutes(&incident, DurationDefinition::StartToEnd), None);
    }

    #[test]
    fn what_no_calendar_holds_is_no_duration() {
        for minutes in [1e152, f64::INFINITY, f64::NAN, -1.0] {
            let stated = Some(duration(Some(minutes), None, Basis::Stated));
            let incident = Incident { duration: stated, ..Incident::default() };
            assert_eq!(duration_minutes(&incident, DurationDefinition::StartToEnd), None, "{minutes}");
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
