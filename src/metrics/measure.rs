//! How long incidents were under one definition, as far as their reports settle it.

use super::distribution::ascending;
use super::{DurationDefinition, elapsed_minutes, first_milestone, format_duration, milestones};
use crate::incident::{Basis, Incident, Moment, OutageDuration};
use crate::text::Gather;

/// Longer than the calendar is no duration but a slip, and no figure survives adding it.
const LONGEST_MINUTES: f64 = 1e10;

/// How long something was, in minutes, none of which are negative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// One value, which statistics use.
    Exact(f64),
    /// Between two values: the report gives a range.
    Range(f64, f64),
    /// This or longer: the report tells no end.
    AtLeast(f64),
}

/// How long an incident was under one definition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeasuredDuration {
    /// The length.
    pub length: Length,
    /// Whether the report hedges it.
    pub approximate: bool,
}

/// Why an incident has no duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmeasured {
    /// The report does not tell it.
    Untold,
    /// The moment that it would end with lies before the one that it would begin with.
    EndsBeforeStart,
}

impl Unmeasured {
    /// The reason, as a sentence.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Untold => "The report does not tell it.",
            Self::EndsBeforeStart => "Its end lies before its start, so that no duration can be counted.",
        }
    }
}

impl MeasuredDuration {
    /// The incident's duration under `definition`.
    ///
    /// Of an incident of which neither an end nor any length is told, only that it lasted from the
    /// definition's first moment at least until its last [milestone](milestones): see [`Length::AtLeast`]. Later
    /// entries of its timeline prove nothing; they may be a review, or the next alarm. It may be zero.
    ///
    /// # Errors
    ///
    /// Says why there is no duration.
    pub fn of(incident: &Incident, definition: DurationDefinition) -> Result<Self, Unmeasured> {
        let between = |from: &Option<Moment>, to: &Option<Moment>| match (from, to) {
            (Some(from), Some(to)) => Self::between(from, to),
            (Some(from), None) => Self::open(incident, from),
            (None, _) => Err(Unmeasured::Untold),
        };
        match definition {
            DurationDefinition::StartToEnd => {
                let headline = incident.duration.as_ref().and_then(Self::recorded);
                headline.map_or_else(|| between(&incident.start, &incident.end), Ok)
            }
            DurationDefinition::DetectionToEnd => between(&incident.detected, &incident.end),
            DurationDefinition::StartToMitigation => between(&incident.start, &incident.mitigated),
            DurationDefinition::DetectionToMitigation => between(&incident.detected, &incident.mitigated),
            DurationDefinition::Stated => (incident.duration.iter().chain(&incident.durations))
                .filter(|duration| duration.basis == Basis::Stated)
                .find_map(Self::recorded)
                .ok_or(Unmeasured::Untold),
        }
    }

    /// Its one value in minutes; `None` where it has none.
    #[must_use]
    pub const fn minutes(&self) -> Option<f64> {
        match self.length {
            Length::Exact(minutes) => Some(minutes),
            Length::Range(..) | Length::AtLeast(_) => None,
        }
    }

    /// The value in words: `about 30 min`, `1 h to 1 h 30 min`, `40 min or more`.
    #[must_use]
    pub fn words(&self) -> String {
        let words = match self.length {
            Length::Exact(minutes) => format_duration(minutes),
            Length::Range(low, high) => [format_duration(low), format_duration(high)].join(" to "),
            Length::AtLeast(0.0) => return "no end told".to_owned(),
            Length::AtLeast(minutes) => [&format_duration(minutes), " or more"].concat(),
        };
        if self.approximate { ["about ", &words].concat() } else { words }
    }

    fn recorded(duration: &OutageDuration) -> Option<Self> {
        let known = |minutes: Option<f64>| minutes.filter(|&minutes| is_length(minutes));
        let length = match (known(duration.minutes), known(duration.low), known(duration.high)) {
            (Some(minutes), ..) => Length::Exact(minutes),
            (None, Some(low), Some(high)) if low <= high => Length::Range(low, high),
            (None, Some(low), None) if duration.high.is_none() => Length::AtLeast(low),
            (None, None, Some(high)) if duration.low.is_none() => Length::Range(0.0, high),
            _ => return None,
        };
        Some(Self { length, approximate: duration.approximate })
    }

    fn between(from: &Moment, to: &Moment) -> Result<Self, Unmeasured> {
        let minutes = elapsed_minutes(from, to).ok_or(Unmeasured::Untold)?;
        if minutes < 0.0 {
            return Err(Unmeasured::EndsBeforeStart);
        }
        Ok(Self { length: Length::Exact(minutes), approximate: from.approximate || to.approximate })
    }

    fn open(incident: &Incident, from: &Moment) -> Result<Self, Unmeasured> {
        let tells_length = incident.duration.is_some() || !incident.durations.is_empty();
        if tells_length || incident.end.is_some() || from.at.time.is_none() {
            return Err(Unmeasured::Untold);
        }
        let until_last = milestones(incident).last().and_then(|&(_, last)| {
            let before_from = elapsed_minutes(&first_milestone(incident)?, from)?;
            Some(last - before_from)
        });
        let last = until_last.unwrap_or(0.0).max(0.0);
        Ok(Self { length: Length::AtLeast(last), approximate: from.approximate })
    }
}

/// The incident's duration in minutes under `definition`: the one value that statistics use.
///
/// A range has none, and neither has a window that ends before it starts or does not end.
#[must_use]
pub fn duration_minutes(incident: &Incident, definition: DurationDefinition) -> Option<f64> {
    MeasuredDuration::of(incident, definition).ok()?.minutes()
}

/// The durations of many incidents under one definition, measured once for every figure and chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Durations {
    /// From when to when they were counted.
    pub definition: DurationDefinition,
    /// One for each incident, in the order of the incidents.
    pub each: Vec<Result<MeasuredDuration, Unmeasured>>,
    /// Those that are one value, in minutes, ascending.
    pub sorted: Vec<f64>,
}

impl Durations {
    /// Measures each of `incidents`.
    #[must_use]
    pub fn of<'i>(incidents: impl Iterator<Item = &'i Incident>, definition: DurationDefinition) -> Self {
        let each: Vec<_> = incidents.map(|incident| MeasuredDuration::of(incident, definition)).gather();
        let exact = each.iter().flatten().filter_map(MeasuredDuration::minutes);
        Self { definition, sorted: ascending(exact), each }
    }

    /// How many incidents there are of each kind.
    #[must_use]
    pub fn counts(&self) -> DurationCounts {
        let mut counts = DurationCounts::default();
        for one in &self.each {
            let count = match one.map(|measured| measured.length) {
                Ok(Length::Exact(_)) => &mut counts.exact,
                Ok(Length::Range(..)) => &mut counts.ranges,
                Ok(Length::AtLeast(_)) => &mut counts.open_ended,
                Err(Unmeasured::Untold) => &mut counts.untold,
                Err(Unmeasured::EndsBeforeStart) => &mut counts.end_before_start,
            };
            *count += 1;
        }
        counts.zero = self.sorted.iter().take_while(|minutes| **minutes <= 0.0).count();
        counts
    }
}

/// How many incidents have which kind of duration. All but `zero` add up to the number of incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DurationCounts {
    /// One value: the n of every figure.
    pub exact: usize,
    /// Of those, durations of no length, which have no place on a logarithmic axis.
    pub zero: usize,
    /// Two ends of a range.
    pub ranges: usize,
    /// No end told.
    pub open_ended: usize,
    /// An end before the start.
    pub end_before_start: usize,
    /// No duration told.
    pub untold: usize,
}

impl DurationCounts {
    /// What has no one value, and why, each in a few words: `2 told as a range`.
    #[must_use]
    pub fn left_out(&self) -> Vec<String> {
        let kinds = [
            (self.ranges, "told as a range"),
            (self.open_ended, "without an end"),
            (self.end_before_start, "ending before the start"),
            (self.untold, "without a duration"),
        ];
        kinds.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")).gather()
    }
}

fn is_length(minutes: f64) -> bool {
    (0.0..=LONGEST_MINUTES).contains(&minutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Certainty, ClockTime, Event, PartialTime, Phase, RuleId};

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
        assert_eq!(measured.map(|m| m.length), Ok(Length::Range(199.0, 265.0)));
        assert_eq!(measured.map(|m| m.words()), Ok("about 3 h 19 min to 4 h 25 min".to_owned()));
        assert_eq!(duration_minutes(&incident, DurationDefinition::StartToEnd), None);
    }

    #[test]
    fn a_window_that_ends_before_it_starts_has_no_length() {
        let incident =
            Incident { start: Some(clock(16, 0)), end: Some(clock(14, 30)), ..Incident::default() };
        let measured = MeasuredDuration::of(&incident, DurationDefinition::StartToEnd);
        assert_eq!(measured, Err(Unmeasured::EndsBeforeStart));
    }

    #[test]
    fn what_no_calendar_holds_is_no_duration() {
        for minutes in [1e152, f64::INFINITY, f64::NAN, -1.0] {
            let stated = Some(duration(Some(minutes), None, Basis::Stated));
            let incident = Incident { duration: stated, ..Incident::default() };
            assert_eq!(duration_minutes(&incident, DurationDefinition::StartToEnd), None, "{minutes}");
        }
    }

    fn entry(phase: Phase, hour: u8, minute: u8) -> Event {
        Event {
            at: Some(clock(hour, minute).at),
            until: None,
            offset_minutes: None,
            text: String::new(),
            phase,
            approximate: false,
            evidence: Vec::new(),
        }
    }

    #[test]
    fn without_an_end_it_lasted_at_least_until_the_last_milestone() {
        let timeline =
            [(Phase::Detected, 14), (Phase::Identified, 15), (Phase::Detected, 18), (Phase::Other, 20)];
        let mut incident = Incident {
            start: Some(clock(13, 30)),
            detected: Some(clock(14, 0)),
            timeline: timeline.map(|(phase, hour)| entry(phase, hour, 0)).to_vec(),
            ..Incident::default()
        };
        let lengths = |incident: &Incident| {
            DurationDefinition::ALL
                .map(|definition| MeasuredDuration::of(incident, definition).map(|m| m.length))
        };
        let (from_start, from_detection) = (Ok(Length::AtLeast(90.0)), Ok(Length::AtLeast(60.0)));
        let untold = Err(Unmeasured::Untold);
        assert_eq!(lengths(&incident), [from_start, from_detection, from_start, from_detection, untold]);
        incident.duration = Some(duration(Some(45.0), None, Basis::Stated));
        let stated = Ok(Length::Exact(45.0));
        assert_eq!(
            lengths(&incident),
            [stated, untold, untold, untold, stated],
            "it ended, although not told when"
        );
    }

    #[test]
    fn a_start_alone_is_an_incident_without_an_end_of_which_nothing_more_is_known() {
        let incident = Incident { start: Some(clock(13, 30)), ..Incident::default() };
        let measured = MeasuredDuration::of(&incident, DurationDefinition::StartToEnd);
        assert_eq!(
            measured.map(|m| (m.length, m.words())),
            Ok((Length::AtLeast(0.0), "no end told".to_owned()))
        );
    }

    #[test]
    fn one_end_of_a_range_is_a_bound() {
        let mut over = duration(None, Some((60.0, 0.0)), Basis::Stated);
        over.high = None;
        assert_eq!(MeasuredDuration::recorded(&over).map(|m| m.length), Some(Length::AtLeast(60.0)));
        let mut up_to = duration(None, Some((0.0, 60.0)), Basis::Stated);
        up_to.low = None;
        assert_eq!(MeasuredDuration::recorded(&up_to).map(|m| m.length), Some(Length::Range(0.0, 60.0)));
        let backwards = duration(None, Some((60.0, 30.0)), Basis::Stated);
        assert_eq!(MeasuredDuration::recorded(&backwards), None);
    }

    #[test]
    fn every_incident_is_counted_once() {
        let all = [
            Incident { start: Some(clock(13, 0)), end: Some(clock(13, 0)), ..Incident::default() },
            Incident { start: Some(clock(13, 0)), end: Some(clock(12, 0)), ..Incident::default() },
            Incident { start: Some(clock(13, 0)), ..Incident::default() },
            Incident {
                duration: Some(duration(None, Some((1.0, 2.0)), Basis::Stated)),
                ..Incident::default()
            },
            Incident::default(),
        ];
        let durations = Durations::of(all.iter(), DurationDefinition::StartToEnd);
        let counts = durations.counts();
        let expected =
            DurationCounts { exact: 1, zero: 1, ranges: 1, open_ended: 1, end_before_start: 1, untold: 1 };
        assert_eq!(counts, expected);
        let words =
            ["1 told as a range", "1 without an end", "1 ending before the start", "1 without a duration"];
        assert_eq!(counts.left_out(), words);
    }
}
