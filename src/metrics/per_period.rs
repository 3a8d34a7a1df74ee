//! How many incidents there were, and how much downtime, month by month.

use super::period::{Period, PeriodLength};
use super::{DurationDefinition, duration_minutes};
use crate::incident::{Incident, PartialDate};
use crate::text::Gather;

/// Five years of months, fifteen of quarters: what is longer is counted in longer periods.
const MOST_PERIODS: i32 = 60;

/// The incidents that started in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodFigures {
    /// The period.
    pub period: Period,
    /// How many incidents started in it.
    pub incidents: usize,
    /// How many of them have no duration, so that they are missing from the downtime.
    pub without_duration: usize,
    known_minutes: f64,
}

impl PeriodFigures {
    const fn none(period: Period) -> Self {
        Self { period, incidents: 0, without_duration: 0, known_minutes: 0.0 }
    }

    /// The sum of their durations, in minutes: 0 where none started, `None` where some did and no
    /// duration is known.
    #[must_use]
    pub fn downtime_minutes(&self) -> Option<f64> {
        let is_known = self.incidents == 0 || self.without_duration < self.incidents;
        is_known.then_some(self.known_minutes)
    }

    fn count(&mut self, minutes: Option<f64>) {
        self.incidents += 1;
        self.without_duration += usize::from(minutes.is_none());
        self.known_minutes += minutes.unwrap_or(0.0);
    }
}

/// Incidents counted per period, with the empty periods between the first and the last.
///
/// An incident counts in the period in which it started, with its whole duration, also where it
/// reached into the next one. Days are those of each report's own zone.
#[derive(Clone, Debug, PartialEq)]
pub struct PerPeriod {
    /// From when to when durations were counted.
    pub definition: DurationDefinition,
    /// The length of period that was asked for.
    pub wanted: PeriodLength,
    /// The length that was taken: the shortest from the wanted one on that needs at most sixty periods.
    pub length: PeriodLength,
    /// Consecutive periods, the earliest first; none where no incident has a whole date.
    pub periods: Vec<PeriodFigures>,
    /// How many incidents were given.
    pub n: usize,
    /// How many of them are left out because their start has no date.
    pub without_date: usize,
    /// How many of them are left out because the date of their start has no year.
    pub without_year: usize,
}

/// Counts `incidents` and their downtime per period of the `wanted` length, or of a longer one where
/// they lie further apart than sixty of those.
#[must_use]
pub fn count_per_period(
    incidents: &[&Incident],
    definition: DurationDefinition,
    wanted: PeriodLength,
) -> PerPeriod {
    let starts: Vec<Option<PartialDate>> =
        incidents.iter().map(|incident| incident.start.as_ref().and_then(|start| start.at.date)).gather();
    let measured: Vec<(PartialDate, Option<f64>)> = (starts.iter().zip(incidents))
        .filter_map(|(date, incident)| Some(((*date)?, duration_minutes(incident, definition))))
        .filter(|(date, _)| date.year.is_some())
        .gather();
    let without_date = starts.iter().filter(|date| date.is_none()).count();
    let fits = |length: &PeriodLength| *length >= wanted && periods_of(&measured, *length) <= MOST_PERIODS;
    let length = PeriodLength::ALL.into_iter().find(fits).unwrap_or(PeriodLength::Millennium);
    PerPeriod {
        definition,
        wanted,
        length,
        periods: filled(&measured, length),
        n: incidents.len(),
        without_date,
        without_year: incidents.len() - without_date - measured.len(),
    }
}

/// The periods of the earliest and of the latest date.
fn ends(measured: &[(PartialDate, Option<f64>)], length: PeriodLength) -> Option<(Period, Period)> {
    let periods = || measured.iter().filter_map(|(date, _)| Period::of(*date, length));
    periods().min().zip(periods().max())
}

fn periods_of(measured: &[(PartialDate, Option<f64>)], length: PeriodLength) -> i32 {
    ends(measured, length).map_or(0, |(first, last)| first.periods_until(last) + 1)
}

/// The periods from the earliest date to the latest, each with what started in it.
fn filled(measured: &[(PartialDate, Option<f64>)], length: PeriodLength) -> Vec<PeriodFigures> {
    let Some((first, _)) = ends(measured, length) else { return Vec::new() };
    let all = 0..periods_of(measured, length);
    let mut periods: Vec<PeriodFigures> = all.map(|place| PeriodFigures::none(first.later(place))).gather();
    for (date, minutes) in measured {
        let place = Period::of(*date, length).map(|period| first.periods_until(period));
        let place = place.and_then(|place| usize::try_from(place).ok());
        if let Some(figures) = place.and_then(|place| periods.get_mut(place)) {
            figures.count(*minutes);
        }
    }
    periods
}

impl PerPeriod {
    /// How many incidents are counted in some period.
    #[must_use]
    pub const fn counted(&self) -> usize {
        self.n - self.without_date - self.without_year
    }

    /// What a reader must know of the counts, in a few words each: how incidents were assigned,
    /// which periods were taken instead of the wanted ones, and what is left out.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let length = self.length.label();
        let mut notes = vec![
            format!("n = {}", self.counted()),
            self.definition.label().to_owned(),
            format!("each incident counts in the {length} of its start"),
        ];
        if self.length != self.wanted {
            let wanted = self.wanted.label();
            notes.push(format!("per {length}: a {wanted} each would be over {MOST_PERIODS} periods"));
        }
        let unmeasured = self.periods.iter().map(|figures| figures.without_duration).sum();
        let counts = [
            (unmeasured, "without a duration, counted but not in the downtime"),
            (self.without_date, "without a date, left out"),
            (self.without_year, "without a year, left out"),
        ];
        notes.extend(counts.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")));
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Certainty, ClockTime, Moment, PartialTime, RuleId};

    fn moment(date: Option<PartialDate>, hour: u8) -> Moment {
        Moment {
            at: PartialTime { date, time: ClockTime::new(hour, 0, None) },
            offset_minutes: None,
            certainty: Certainty::Stated,
            rule: RuleId::new("test"),
            approximate: false,
            evidence: Vec::new(),
        }
    }

    /// From midnight on for so many whole hours.
    fn incident(year: Option<i32>, month: u8, hours: Option<u8>) -> Incident {
        let date = PartialDate::new(year, month, 28);
        let end = hours.map(|hours| moment(date, hours));
        Incident { start: Some(moment(date, 0)), end, ..Incident::default() }
    }

    fn count(incidents: &[Incident], wanted: PeriodLength) -> PerPeriod {
        let incidents: Vec<&Incident> = incidents.iter().collect();
        count_per_period(&incidents, DurationDefinition::StartToEnd, wanted)
    }

    #[test]
    fn empty_months_stand_between() {
        let all = [
            incident(Some(2024), 1, Some(2)),
            incident(Some(2023), 11, Some(1)),
            incident(Some(2024), 1, Some(3)),
        ];
        let counted = count(&all, PeriodLength::Month);
        let rows: Vec<(String, usize, Option<f64>)> = (counted.periods.iter())
            .map(|figures| (figures.period.label(), figures.incidents, figures.downtime_minutes()))
            .collect();
        let expected = [("Nov 2023", 1, 60.0), ("Dec 2023", 0, 0.0), ("Jan 2024", 2, 300.0)];
        assert_eq!(rows, expected.map(|(name, n, minutes)| (name.to_owned(), n, Some(minutes))));
    }

    #[test]
    fn downtime_is_unknown_only_where_no_duration_is_known() {
        let known = incident(Some(2024), 1, Some(2));
        let unknown = incident(Some(2024), 1, None);
        for all in [[known.clone(), unknown.clone()], [unknown.clone(), known]] {
            let counted = count(&all, PeriodLength::Month);
            let figures = counted.periods[0];
            assert_eq!((figures.incidents, figures.without_duration), (2, 1));
            assert_eq!(figures.downtime_minutes(), Some(120.0));
        }
        let counted = count(&[unknown.clone(), unknown], PeriodLength::Month);
        assert_eq!(counted.periods[0].downtime_minutes(), None);
    }

    #[test]
    fn what_has_no_date_or_no_year_is_left_out_and_said() {
        let all = [
            incident(None, 1, Some(2)),
            Incident::default(),
            incident(Some(2024), 1, None),
            Incident::default(),
        ];
        let counted = count(&all, PeriodLength::Month);
        assert_eq!((counted.counted(), counted.without_date, counted.without_year), (1, 2, 1));
        let notes = counted.notes().join(" · ");
        let expected = "n = 1 · outage start to end · each incident counts in the month of its start · \
                        1 without a duration, counted but not in the downtime · 2 without a date, left out · \
                        1 without a year, left out";
        assert_eq!(notes, expected);
    }

    #[test]
    fn nothing_dated_has_no_periods() {
        assert!(count(&[], PeriodLength::Quarter).periods.is_empty());
        assert!(count(&[Incident::default()], PeriodLength::Quarter).periods.is_empty());
    }

    #[test]
    fn dates_far_apart_are_counted_in_longer_periods() {
        let spans = [
            (2020, 2024, PeriodLength::Month),
            (2020, 2025, PeriodLength::Quarter),
            (1990, 2024, PeriodLength::Year),
            (1900, 2024, PeriodLength::Decade),
            (1, 2024, PeriodLength::Century),
            (-9999, 9999, PeriodLength::Millennium),
        ];
        for (first, last, expected) in spans {
            let all = [incident(Some(first), 1, None), incident(Some(last), 12, None)];
            let counted = count(&all, PeriodLength::Month);
            assert_eq!(counted.length, expected, "{first} to {last}");
            assert!(counted.periods.len() <= 60, "{first} to {last}");
            let total: usize = counted.periods.iter().map(|figures| figures.incidents).sum();
            assert_eq!(total, 2, "{first} to {last}");
        }
    }

    #[test]
    fn an_outage_of_ten_years_counts_in_its_first_month() {
        let start = moment(PartialDate::new(Some(2014), 3, 1), 0);
        let end = moment(PartialDate::new(Some(2024), 3, 1), 0);
        let counted = count(
            &[Incident { start: Some(start), end: Some(end), ..Incident::default() }],
            PeriodLength::Month,
        );
        assert_eq!(counted.periods.len(), 1);
        assert_eq!(counted.periods[0].downtime_minutes(), Some(3653.0 * 1440.0));
    }
}
