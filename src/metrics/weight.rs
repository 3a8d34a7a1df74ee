//! Duration times share affected: the minutes of a total outage that would have done the same harm.
//!
//! Reports give shares of different things, users, requests, traffic, so that sums of these minutes
//! compare incidents roughly and never count people.

use super::{DurationDefinition, duration_minutes};
use crate::incident::{Bound, Incident};
use crate::text::decimal;

/// The share that an incident affected, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareAffected {
    /// The lower end; equal to `high` where the report gives one value.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Whether the report hedges it.
    pub approximate: bool,
    /// Whether the report gives it as a limit.
    pub bound: Option<Bound>,
}

impl ShareAffected {
    /// The incident's headline share, where the report gives one or a range of them.
    #[must_use]
    pub fn of(incident: &Incident) -> Option<Self> {
        let impact = incident.impact.as_ref()?;
        let known = |percent: Option<f64>| percent.filter(|percent| (0.0..=100.0).contains(percent));
        let (low, high) = match known(impact.percent) {
            Some(percent) => (percent, percent),
            None => (known(impact.low)?, known(impact.high)?),
        };
        let (low, high, approximate) = (low / 100.0, high / 100.0, impact.approximate);
        (low <= high).then_some(Self { low, high, approximate, bound: impact.bound })
    }

    /// Its one value; `None` where it is a range.
    #[must_use]
    pub fn exact(&self) -> Option<f64> {
        (self.low >= self.high).then_some(self.low)
    }

    /// The share in words: `40 %`, `10 to 15 %`, `at least 40 %`.
    #[must_use]
    pub fn words(&self) -> String {
        let percent = |share: f64| decimal(share * 100.0, 2);
        let value = match self.exact() {
            Some(share) => percent(share),
            None => [percent(self.low), percent(self.high)].join(" to "),
        };
        let hedge = match self.bound {
            Some(Bound::AtLeast) => "at least ",
            Some(Bound::AtMost) => "at most ",
            None if self.approximate => "about ",
            None => "",
        };
        [hedge, &value, " %"].concat()
    }
}

/// The incident's duration under `definition` in minutes, times the share affected. `None` where the report does not
/// give one value for both.
#[must_use]
pub fn weighted_minutes(incident: &Incident, definition: DurationDefinition) -> Option<f64> {
    Some(duration_minutes(incident, definition)? * ShareAffected::of(incident)?.exact()?)
}

/// How few of `weighted`, the heaviest first, make half of their sum, and that sum. `None` where the sum is zero.
#[must_use]
pub fn fewest_for_half(weighted: impl Iterator<Item = f64>) -> Option<(usize, f64)> {
    let sorted = super::ascending(weighted);
    let total: f64 = sorted.iter().sum();
    let mut heaviest = sorted.iter().rev().scan(0.0, |sum, minutes| {
        *sum += minutes;
        Some(*sum)
    });
    let fewest = heaviest.position(|sum| sum >= total / 2.0)? + 1;
    (total > 0.0).then_some((fewest, total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_read_as_their_reports_hedge_them() {
        let share = |low, high, approximate, bound| ShareAffected { low, high, approximate, bound }.words();
        assert_eq!(share(0.4, 0.4, false, None), "40 %");
        assert_eq!(share(0.1, 0.125, true, None), "about 10 to 12.5 %");
        assert_eq!(share(0.4, 0.4, false, Some(Bound::AtLeast)), "at least 40 %");
        assert_eq!(share(0.01, 0.01, false, Some(Bound::AtMost)), "at most 1 %");
    }

    #[test]
    fn half_of_the_harm_comes_from_few() {
        assert_eq!(fewest_for_half([1.0, 90.0, 2.0, 7.0].into_iter()), Some((1, 100.0)));
        assert_eq!(fewest_for_half([10.0; 4].into_iter()), Some((2, 40.0)));
        assert_eq!(fewest_for_half([0.0, 0.0].into_iter()), None);
        assert_eq!(fewest_for_half([].into_iter()), None);
    }
}
