//! The period that availability is counted for.

use crate::incident::{Incident, PartialDate};
use crate::metrics::{Objective, Weighting};

use super::Settings;

/// The first and the last day of the period: the chosen ones; where none is chosen, the whole months from the first
/// to the last start of an incident. `None` where no incident has a date with a year.
#[must_use]
pub fn period_of(
    incidents: &[&Incident],
    from: Option<PartialDate>,
    to: Option<PartialDate>,
) -> Option<(PartialDate, PartialDate)> {
    let starts = incidents.iter().filter_map(|incident| incident.start.as_ref()?.at.date);
    let mut ends: Option<(PartialDate, PartialDate)> = None;
    for date in starts.filter(|date| date.year.is_some()) {
        let key = |date: &PartialDate| (date.year, date.month, date.day);
        let (first, last) = ends.unwrap_or((date, date));
        ends = Some((
            if key(&date) < key(&first) { date } else { first },
            if key(&date) > key(&last) { date } else { last },
        ));
    }
    let usual = ends.and_then(|(first, last)| Some((day(first, [1])?, day(last, [31, 30, 29, 28])?)));
    let first = from.or(usual.map(|(first, _)| first))?;
    let last = to.or(usual.map(|(_, last)| last))?;
    Some((first, last))
}

/// The first of these days that the date's month has.
fn day<const N: usize>(date: PartialDate, days: [u8; N]) -> Option<PartialDate> {
    days.into_iter().find_map(|day| PartialDate::new(date.year, date.month, day))
}

/// What availability is measured for, as far as it was chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reliability {
    /// The first day of the period; see [`period_of`].
    pub from: Option<PartialDate>,
    /// The last day, likewise.
    pub to: Option<PartialDate>,
    /// The objective in percent.
    pub percent: f64,
    /// How much of an outage counts as downtime.
    pub weighting: Weighting,
}

impl Reliability {
    /// What the settings say of it.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let Settings { from, to, objective_percent: percent, weighting, .. } = *settings;
        Self { from, to, percent, weighting }
    }

    /// The period with its objective.
    ///
    /// # Errors
    ///
    /// Says as a sentence why there is none: no incident has a date, and no period is chosen.
    pub fn objective(&self, incidents: &[&Incident]) -> Result<Objective, &'static str> {
        let (first_day, last_day) = period_of(incidents, self.from, self.to).ok_or(
            "No incident has a date with its year, so there is no period: choose a first and a last day.",
        )?;
        Ok(Objective { first_day, last_day, percent: self.percent })
    }
}
