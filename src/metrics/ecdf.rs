//! How many incidents were over within a time.
//!
//! Open-ended incidents and ranges are left out of the curve, and [`ShareWithin`] says between which
//! counts the truth lies with them. Kaplan and Meier's estimate would take them in, but only by assuming that a
//! report without an end was cut off for a reason that has nothing to do with how long the outage lasted.
//! Reports end where their authors stopped writing, and the ones still open are the long ones, so that the
//! estimate would look more certain than it is. The bounds assume nothing.

use super::distribution::as_float;
use super::{Durations, Interval, Length, format_duration};
use crate::text::{Gather, decimal};

/// The empirical distribution function of the durations that are one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Ecdf {
    sorted: Vec<f64>,
    unsettled: Vec<Length>,
}

/// A place at which the function rises.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The duration in minutes.
    pub minutes: f64,
    /// How many durations are at most so long.
    pub count: usize,
}

/// How many durations were at most so long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareWithin {
    /// The time, in minutes.
    pub minutes: f64,
    /// How many durations are at most so long.
    pub count: usize,
    /// How many durations there are.
    pub n: usize,
    /// The 95 % interval of the share, from 0 to 1.
    pub interval: Option<Interval>,
    /// The fewest and the most that it can be, of how many, when ranges and open-ended incidents count
    /// too; `None` where there are none.
    pub bounds: Option<(usize, usize, usize)>,
}

impl Ecdf {
    /// The function of `durations`.
    #[must_use]
    pub fn of(durations: &Durations) -> Self {
        let lengths = durations.each.iter().flatten().map(|measured| measured.length);
        let unsettled = lengths.filter(|length| !matches!(length, Length::Exact(_))).gather();
        Self { sorted: durations.sorted.clone(), unsettled }
    }

    /// How many durations it is made of.
    #[must_use]
    pub const fn n(&self) -> usize {
        self.sorted.len()
    }

    /// What share of the durations `count` of them are, from 0 to 1; 0 of nothing.
    #[must_use]
    pub fn share(&self, count: usize) -> f64 {
        as_float(count) / as_float(self.n().max(1))
    }

    /// Its steps in ascending order; durations that are equal make one.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for (&minutes, count) in self.sorted.iter().zip(1..) {
            match steps.last_mut().filter(|step| step.minutes >= minutes) {
                Some(step) => step.count = count,
                None => steps.push(Step { minutes, count }),
            }
        }
        steps
    }

    /// How many durations are at most `minutes` long.
    #[must_use]
    pub fn share_within(&self, minutes: f64) -> ShareWithin {
        let count = self.sorted.partition_point(|value| *value <= minutes);
        let n = self.sorted.len();
        let surely =
            self.count_unsettled(|length| matches!(length, Length::Range(_, high) if high <= minutes));
        let possibly = self.count_unsettled(|length| match length {
            Length::Exact(low) | Length::Range(low, _) | Length::AtLeast(low) => low <= minutes,
        });
        let bounds = (count + surely, count + possibly, n + self.unsettled.len());
        let interval = share_interval(count, n);
        ShareWithin { minutes, count, n, interval, bounds: (!self.unsettled.is_empty()).then_some(bounds) }
    }

    fn count_unsettled(&self, is_within: impl Fn(Length) -> bool) -> usize {
        self.unsettled.iter().filter(|length| is_within(**length)).count()
    }
}

impl ShareWithin {
    /// The share from 0 to 1; `None` of nothing.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.n > 0).then(|| as_float(self.count) / as_float(self.n))
    }

    /// The share in whole percent, which is only 0 or 100 where it is none or all.
    #[must_use]
    pub fn percent(&self) -> String {
        percent_words(self.count, self.n)
    }

    /// `8 of 11 (73 %) were over within 1 h`.
    #[must_use]
    pub fn finding(&self) -> String {
        let Self { count, n, minutes, .. } = self;
        let percent = self.percent();
        let were = if *n == 1 { "was" } else { "were" };
        format!("{count} of {n} ({percent}) {were} over within {}", format_duration(*minutes))
    }

    /// How sure that is, in sentences.
    #[must_use]
    pub fn doubts(&self) -> Vec<String> {
        let interval = self.interval.filter(|_| self.n > 1).map(|Interval { low, high }| {
            let percent = |share: f64| decimal(share * 100.0, 0);
            format!("95 % interval of the share: {} to {} % (Wilson).", percent(low), percent(high))
        });
        let bounds = self.bounds.map(|(least, most, all)| {
            format!("With those told as a range or without an end it is between {least} and {most} of {all}.")
        });
        interval.into_iter().chain(bounds).gather()
    }
}

/// The share in whole percent, which is only 0 or 100 where it is none or all: `73 %`, `over 99 %`.
fn percent_words(count: usize, n: usize) -> String {
    let percent = 100.0 * as_float(count) / as_float(n.max(1));
    match count {
        _ if percent < 0.5 && count > 0 => "under 1 %".to_owned(),
        _ if percent >= 99.5 && count < n => "over 99 %".to_owned(),
        _ => [&decimal(percent, 0), " %"].concat(),
    }
}

/// The 95 % interval of the share of `count` in `n`: Wilson's, which stays between 0 and 1 and holds for few
/// incidents too (Wilson 1927). Both ends lie between 0 and 1; `None` where `n` is 0.
#[must_use]
pub fn share_interval(count: usize, n: usize) -> Option<Interval> {
    /// The 97.5 % quantile of the normal distribution.
    const Z: f64 = 1.959_963_984_540_054;
    let (share, n) = (n > 0).then(|| (as_float(count) / as_float(n), as_float(n)))?;
    let scale = 1.0 + Z * Z / n;
    let center = (share + Z * Z / (2.0 * n)) / scale;
    let half = Z / scale * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    Some(Interval { low: (center - half).max(0.0), high: (center + half).min(1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::{DurationDefinition, MeasuredDuration, ascending};

    fn ecdf(lengths: &[Length]) -> Ecdf {
        let measured = |length: &Length| MeasuredDuration { length: *length, approximate: false };
        let each: Vec<_> = lengths.iter().map(|length| Ok(measured(length))).collect();
        let exact = lengths.iter().filter_map(|length| measured(length).minutes());
        let sorted = ascending(exact);
        Ecdf::of(&Durations { definition: DurationDefinition::StartToEnd, each, sorted })
    }

    #[test]
    fn equal_durations_make_one_step() {
        let steps = ecdf(&[30.0, 5.0, 30.0, 60.0].map(Length::Exact)).steps();
        let steps: Vec<(f64, usize)> = steps.iter().map(|step| (step.minutes, step.count)).collect();
        assert_eq!(steps, [(5.0, 1), (30.0, 3), (60.0, 4)]);
    }

    #[test]
    fn what_is_not_settled_moves_the_bounds_and_not_the_curve() {
        let exact = [30.0, 90.0].map(Length::Exact);
        let unsettled = [Length::Range(10.0, 50.0), Length::Range(50.0, 70.0), Length::AtLeast(20.0)];
        let all: Vec<Length> = exact.into_iter().chain(unsettled).chain([Length::AtLeast(61.0)]).collect();
        let within = ecdf(&all).share_within(60.0);
        assert_eq!((within.count, within.n, within.bounds), (1, 2, Some((2, 4, 6))));
        assert_eq!(within.finding(), "1 of 2 (50 %) were over within 1 h");
        let doubts = within.doubts().join(" ");
        assert!(doubts.ends_with("without an end it is between 2 and 4 of 6."), "{doubts}");
    }

    #[test]
    fn a_share_is_only_all_or_nothing_where_it_is() {
        assert_eq!(percent_words(999, 1000), "over 99 %");
        assert_eq!(percent_words(1, 1000), "under 1 %");
        assert_eq!((percent_words(0, 10), percent_words(10, 10)), ("0 %".to_owned(), "100 %".to_owned()));
    }

    #[test]
    fn nothing_has_no_share() {
        let nothing = ecdf(&[]).share_within(60.0);
        assert_eq!((nothing.share(), nothing.interval), (None, None));
    }
}
