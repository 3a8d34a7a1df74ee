//! Availability in a period, and how much of the error budget of an objective was used.

use super::coverage::{Stretch, without_overlap};
use super::{DurationDefinition, ShareAffected, duration_minutes, format_duration};
use crate::incident::{ClockTime, Incident, Moment, PartialDate, PartialTime, minutes_between};
use crate::text::{Gather, decimal};

const MINUTES_PER_DAY: f64 = 1440.0;
const MIDNIGHT: ClockTime = ClockTime { hour: 0, minute: 0, second: None };
/// What a partial outage weighs under [`Weighting::Partial`].
const PARTIAL_WEIGHT: f64 = 0.3;

/// What availability is measured against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Objective {
    /// The first day of the period.
    pub first_day: PartialDate,
    /// The last day of the period, which belongs to it.
    pub last_day: PartialDate,
    /// The availability that is aimed at, in percent, such as 99.9.
    pub percent: f64,
}

/// How much a minute of an outage counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Weighting {
    /// Every minute in full, whoever was affected.
    #[default]
    Full,
    /// By the share affected; in full where no share is stated.
    Share,
    /// 0.3 where the share is stated and under 100 %, as some status pages count partial outages;
    /// otherwise in full.
    Partial,
}

impl Weighting {
    /// Every weighting, the usual one first.
    pub const ALL: [Self; 3] = [Self::Full, Self::Share, Self::Partial];

    /// The stable word that addresses and programs use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Share => "share",
            Self::Partial => "partial",
        }
    }

    /// The weighting of that word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|weighting| weighting.as_str() == name)
    }

    /// A few words for charts and menus.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Full => "every outage in full",
            Self::Share => "weighted by the share affected",
            Self::Partial => "partial outages weigh 0.3",
        }
    }

    fn weight(self, share: Option<f64>) -> f64 {
        match (self, share) {
            (Self::Share, Some(share)) => share,
            (Self::Partial, Some(share)) if share < 1.0 => PARTIAL_WEIGHT,
            _ => 1.0,
        }
    }
}

/// Why there is no availability to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAvailability {
    /// An objective that leaves no budget, or nothing but budget.
    Percent,
    /// A first or last day without a year.
    NoYear,
    /// A period whose last day lies before its first.
    Reversed,
}

impl NoAvailability {
    /// What is wrong, as a sentence.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Percent => {
                "The objective must lie above 0 % and below 100 %: 100 % leaves no error budget."
            }
            Self::NoYear => "The period needs a first and a last day, each with its year.",
            Self::Reversed => "The period ends before it begins.",
        }
    }
}

/// How available a service was in a period, as far as the reports tell.
///
/// An outage runs from its start for as long as its duration is, which is that of the definition in
/// use; one that reaches over an end of the period counts with the part inside. Times whose zone is
/// settled are placed in UTC, others as they are given. Where outages overlap, each minute counts
/// once, with the largest weight: the reports do not say whether the same users were affected.
#[derive(Clone, Debug, PartialEq)]
pub struct Availability {
    /// What it is measured against.
    pub objective: Objective,
    /// From when to when durations were counted.
    pub definition: DurationDefinition,
    /// How much a minute counts.
    pub weighting: Weighting,
    /// How many outages lie in the period, at least in part.
    pub n: usize,
    /// How many lie outside of it.
    pub outside: usize,
    /// How many are left out because their start has no date with a year.
    pub without_date: usize,
    /// How many that may lie in the period are left out because their duration is not known.
    pub without_duration: usize,
    /// How many of the `n` state no share, and count in full.
    pub without_share: usize,
    /// How many of the `n` give a day but no clock time, and are taken to start at midnight.
    pub without_clock: usize,
    /// The length of the period, in minutes.
    pub period_minutes: f64,
    /// Minutes of outage, weighted.
    pub downtime_minutes: f64,
    /// Minutes of outage that the objective allows.
    pub budget_minutes: f64,
    /// How the downtime grew: minutes after the period's begin, and the downtime until then. The first
    /// point is its begin, the last one its end.
    pub burn: Vec<(f64, f64)>,
}

/// Measures how available a service was in the objective's period.
///
/// # Errors
///
/// Where the objective or its period makes no sense; see [`NoAvailability`].
pub fn measure_availability(
    incidents: &[&Incident],
    definition: DurationDefinition,
    objective: Objective,
    weighting: Weighting,
) -> Result<Availability, NoAvailability> {
    let period_minutes = period_minutes(objective)?;
    let mut found = Availability {
        objective,
        definition,
        weighting,
        n: 0,
        outside: 0,
        without_date: 0,
        without_duration: 0,
        without_share: 0,
        without_clock: 0,
        period_minutes,
        downtime_minutes: 0.0,
        budget_minutes: period_minutes * (100.0 - objective.percent) / 100.0,
        burn: Vec::new(),
    };
    let stretches = incidents.iter().filter_map(|incident| found.place(incident)).gather();
    found.burn = burn(&without_overlap(stretches), period_minutes);
    found.downtime_minutes = found.burn.last().map_or(0.0, |(_, used)| *used);
    Ok(found)
}

fn period_minutes(objective: Objective) -> Result<f64, NoAvailability> {
    let Objective { first_day, last_day, percent } = objective;
    if !(percent > 0.0 && percent < 100.0) {
        return Err(NoAvailability::Percent);
    }
    if first_day.year.is_none() || last_day.year.is_none() {
        return Err(NoAvailability::NoYear);
    }
    let at_midnight = |date| PartialTime::of(date, MIDNIGHT);
    let until_last = minutes_between(at_midnight(first_day), at_midnight(last_day));
    let until_last = until_last.filter(|minutes| *minutes >= 0.0).ok_or(NoAvailability::Reversed)?;
    Ok(until_last + MINUTES_PER_DAY)
}

fn burn(stretches: &[Stretch], period_minutes: f64) -> Vec<(f64, f64)> {
    let (mut used, mut points) = (0.0, vec![(0.0, 0.0)]);
    for stretch in stretches {
        points.push((stretch.from, used));
        used += (stretch.to - stretch.from) * stretch.weight;
        points.push((stretch.to, used));
    }
    points.push((period_minutes, used));
    points
}

impl Availability {
    /// The part of the incident's outage inside the period, where it can be placed; counts it either way.
    fn place(&mut self, incident: &Incident) -> Option<Stretch> {
        let start = opening(incident, self.definition);
        let Some(from) = start.and_then(|start| self.minutes_after_begin(start)) else {
            self.without_date += 1;
            return None;
        };
        let minutes = duration_minutes(incident, self.definition);
        let to = from + minutes.unwrap_or(f64::INFINITY);
        if from >= self.period_minutes || (from < 0.0 && to <= 0.0) {
            self.outside += 1;
            return None;
        }
        if minutes.is_none() {
            self.without_duration += 1;
            return None;
        }
        let share = ShareAffected::of(incident).and_then(|share| share.exact());
        self.n += 1;
        self.without_share += usize::from(share.is_none());
        self.without_clock += usize::from(start.is_some_and(|start| start.at.time.is_none()));
        let weight = self.weighting.weight(share);
        Some(Stretch { from: from.max(0.0), to: to.min(self.period_minutes), weight })
    }

    fn minutes_after_begin(&self, start: &Moment) -> Option<f64> {
        let date = start.at.date.filter(|date| date.year.is_some())?;
        let at = PartialTime::of(date, start.at.time.unwrap_or(MIDNIGHT));
        let minutes = minutes_between(PartialTime::of(self.objective.first_day, MIDNIGHT), at)?;
        Some(minutes - f64::from(start.offset_minutes.filter(|_| start.at.time.is_some()).unwrap_or(0)))
    }

    /// The part of the period without outage, in percent.
    #[must_use]
    pub fn percent(&self) -> f64 {
        100.0 * (1.0 - self.downtime_minutes / self.period_minutes)
    }

    /// The part of the budget that was used, 1 where all of it was; more where it was overspent.
    #[must_use]
    pub fn used_share(&self) -> f64 {
        self.downtime_minutes / self.budget_minutes
    }

    /// Minutes that are left of the budget; negative where it was overspent.
    #[must_use]
    pub fn remaining_minutes(&self) -> f64 {
        self.budget_minutes - self.downtime_minutes
    }

    /// The finding, as a sentence without its full stop.
    #[must_use]
    pub fn finding(&self) -> String {
        let available = format_availability(self.percent());
        let budget = format_duration(self.budget_minutes);
        let remaining = self.remaining_minutes();
        if remaining < 0.0 {
            let over = format_duration(-remaining);
            return format!("{available} available: the error budget of {budget} is overspent by {over}");
        }
        let used = format_duration(self.downtime_minutes);
        let left = format_duration(remaining);
        format!("{available} available: {used} of the error budget of {budget} used, {left} left")
    }

    /// What a reader must know of the figures, in a few words each.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes = vec![
            format!("n = {}", self.n),
            self.definition.label().to_owned(),
            self.weighting.label().to_owned(),
            "overlapping outages count once".to_owned(),
        ];
        let shares_count = self.weighting != Weighting::Full;
        let counts = [
            (if shares_count { self.without_share } else { 0 }, "without a stated share, in full"),
            (self.without_clock, "without a clock time, from midnight on"),
            (self.outside, "outside the period"),
            (self.without_date, "without a date, left out"),
            (self.without_duration, "without a duration, left out"),
        ];
        notes.extend(counts.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")));
        notes
    }
}

/// The moment from which the definition counts.
const fn opening(incident: &Incident, definition: DurationDefinition) -> Option<&Moment> {
    match definition {
        DurationDefinition::DetectionToEnd | DurationDefinition::DetectionToMitigation => {
            incident.detected.as_ref()
        }
        _ => incident.start.as_ref(),
    }
}

/// An availability in percent with up to four decimals, `99.95 %`. Rounded down, so that 100 % means
/// that there was no outage.
#[must_use]
pub fn format_availability(percent: f64) -> String {
    // The small part keeps what only the binary fraction puts below a round number.
    format!("{} %", decimal(((percent * 1e4 + 1e-6).floor() / 1e4).max(0.0), 4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Basis, Certainty, Impact, OutageDuration, RuleId};

    const APRIL: Objective = Objective {
        first_day: PartialDate { year: Some(2024), month: 4, day: 1 },
        last_day: PartialDate { year: Some(2024), month: 4, day: 30 },
        percent: 99.9,
    };

    fn outage(day: u8, hour: u8, minutes: f64, percent: Option<f64>) -> Incident {
        let start = Moment {
            at: PartialTime {
                date: PartialDate::new(Some(2024), 4, day),
                time: ClockTime::new(hour, 0, None),
            },
            offset_minutes: None,
            certainty: Certainty::Stated,
            rule: RuleId::new("test"),
            approximate: false,
            evidence: Vec::new(),
        };
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
        Incident { start: Some(start), duration: Some(duration), impact, ..Incident::default() }
    }

    fn measure(incidents: &[Incident], weighting: Weighting) -> Availability {
        let incidents: Vec<&Incident> = incidents.iter().collect();
        measure_availability(&incidents, DurationDefinition::StartToEnd, APRIL, weighting)
            .unwrap_or_else(|refusal| panic!("{}", refusal.sentence()))
    }

    fn refusal(objective: Objective) -> Option<NoAvailability> {
        measure_availability(&[], DurationDefinition::StartToEnd, objective, Weighting::Full).err()
    }

    #[test]
    fn the_budget_of_three_nines_in_a_month_is_43_minutes() {
        let found = measure(&[outage(3, 9, 21.6, None)], Weighting::Full);
        assert!((found.budget_minutes - 43.2).abs() < 1e-9);
        assert!((found.used_share() - 0.5).abs() < 1e-9);
        assert_eq!(
            found.finding(),
            "99.95 % available: 22 min of the error budget of 43 min used, 22 min left"
        );
    }

    #[test]
    fn an_overspent_budget_is_negative() {
        let found = measure(&[outage(3, 9, 103.2, None)], Weighting::Full);
        assert!((found.remaining_minutes() + 60.0).abs() < 1e-9);
        assert!(found.finding().ends_with("the error budget of 43 min is overspent by 1 h"));
    }

    #[test]
    fn weightings_count_partial_outages_differently() {
        let all =
            [outage(1, 0, 100.0, Some(50.0)), outage(2, 0, 100.0, Some(100.0)), outage(3, 0, 100.0, None)];
        let minutes = Weighting::ALL.map(|weighting| decimal(measure(&all, weighting).downtime_minutes, 3));
        assert_eq!(minutes, ["300", "250", "230"]);
        assert_eq!(measure(&all, Weighting::Share).without_share, 1);
    }

    #[test]
    fn outages_are_clipped_to_the_period_and_overlaps_count_once() {
        let mut before = outage(1, 0, 3.0 * 1440.0, None);
        before.start.iter_mut().for_each(|start| start.at.date = PartialDate::new(Some(2024), 3, 30));
        let all = [before, outage(1, 12, 1440.0, None), outage(30, 23, 600.0, None)];
        let found = measure(&all, Weighting::Full);
        assert_eq!((found.n, found.outside), (3, 0));
        assert_eq!(found.burn.last(), Some(&(30.0 * 1440.0, 2220.0)));
    }

    #[test]
    fn what_cannot_be_placed_is_counted() {
        let mut yearless = outage(3, 9, 10.0, None);
        yearless.start.iter_mut().for_each(|start| start.at.date = PartialDate::new(None, 4, 3));
        let mut endless = outage(3, 9, 10.0, None);
        endless.duration = None;
        let mut of_a_day = outage(3, 9, 10.0, None);
        of_a_day.start.iter_mut().for_each(|start| start.at.time = None);
        let mut later = outage(3, 9, 10.0, None);
        later.start.iter_mut().for_each(|start| start.at.date = PartialDate::new(Some(2025), 4, 3));
        let found = measure(&[yearless, endless, of_a_day, later, Incident::default()], Weighting::Full);
        assert_eq!((found.n, found.without_date, found.without_duration), (1, 2, 1));
        assert_eq!((found.without_clock, found.outside), (1, 1));
    }

    #[test]
    fn a_settled_zone_moves_an_outage_into_utc() {
        let mut outage = outage(1, 1, 60.0, None);
        outage.start.iter_mut().for_each(|start| start.offset_minutes = Some(90));
        assert_eq!(
            measure(&[outage], Weighting::Full).burn,
            [(0.0, 0.0), (0.0, 0.0), (30.0, 30.0), (43_200.0, 30.0)]
        );
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for percent in [0.0, 100.0, -1.0, 120.0, f64::NAN] {
            assert_eq!(refusal(Objective { percent, ..APRIL }), Some(NoAvailability::Percent), "{percent}");
        }
        let reversed = Objective { first_day: APRIL.last_day, last_day: APRIL.first_day, ..APRIL };
        assert_eq!(refusal(reversed), Some(NoAvailability::Reversed));
        let yearless = PartialDate { year: None, ..APRIL.first_day };
        assert_eq!(refusal(Objective { first_day: yearless, ..APRIL }), Some(NoAvailability::NoYear));
        assert_eq!(refusal(Objective { last_day: APRIL.first_day, ..APRIL }), None);
    }

    #[test]
    fn only_a_period_without_outage_is_a_hundred_percent() {
        assert_eq!(format_availability(100.0), "100 %");
        assert_eq!(format_availability(99.999_999), "99.9999 %");
        assert_eq!(format_availability(99.9), "99.9 %");
        assert_eq!(format_availability(0.0), "0 %");
    }
}
