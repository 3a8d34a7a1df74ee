//! The figures that describe a set of durations.

use crate::text::{Gather, float_key, sorted_by_key};

/// Fewer values than this do not settle where the longest tenth begins.
const LEAST_FOR_P90: usize = 10;

/// What describes a set of durations, in minutes. A figure that the set does not settle is `None`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    /// How many there are.
    pub n: usize,
    /// The shortest.
    pub min: f64,
    /// A quarter is at most this long.
    pub p25: f64,
    /// Half are at most this long.
    pub median: f64,
    /// Three quarters are at most this long.
    pub p75: f64,
    /// Nine tenths are at most this long; withheld under ten values.
    pub p90: Option<f64>,
    /// The longest.
    pub max: f64,
    /// `exp` of the mean logarithm; `None` where a value is zero, which has no logarithm.
    pub geometric_mean: Option<f64>,
    /// Sample standard deviation of the natural logarithms; needs two values, none of them zero.
    pub log_sigma: Option<f64>,
    /// The arithmetic mean. A few long incidents rule it: say so wherever it is shown.
    pub mean: f64,
}

impl Distribution {
    /// Describes `values`, finite and not negative, in any order. `None` where there are none.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        Self::of_sorted(&ascending(values.iter().copied()))
    }

    /// Describes values that are ascending and finite.
    #[must_use]
    pub fn of_sorted(sorted: &[f64]) -> Option<Self> {
        let logs = logarithms(sorted);
        Some(Self {
            n: sorted.len(),
            min: *sorted.first()?,
            p25: quantile(sorted, 0.25)?,
            median: quantile(sorted, 0.5)?,
            p75: quantile(sorted, 0.75)?,
            p90: quantile(sorted, 0.9).filter(|_| sorted.len() >= LEAST_FOR_P90),
            max: *sorted.last()?,
            geometric_mean: logs.as_deref().and_then(mean).map(f64::exp),
            log_sigma: logs.as_deref().and_then(sample_deviation),
            mean: mean(sorted)?,
        })
    }

    /// Why there is neither a geometric mean nor a deviation of the logarithms, as a sentence; `None` where there are both.
    #[must_use]
    pub fn logarithms_withheld(&self) -> Option<&'static str> {
        match (self.geometric_mean, self.log_sigma) {
            (None, _) => Some("A duration of zero has no logarithm, so there is no geometric mean."),
            (_, None) => Some("One duration has no spread."),
            _ => None,
        }
    }

    /// Why the ninth decile is held back, as a sentence; `None` where it is given.
    #[must_use]
    pub fn p90_withheld(&self) -> Option<String> {
        let Self { n, p90, .. } = self;
        let reason =
            || format!("p90 takes {LEAST_FOR_P90} durations: a tenth of {n} is less than one of them.");
        p90.is_none().then(reason)
    }
}

/// The finite ones of `values` in ascending order.
#[must_use]
pub fn ascending(values: impl Iterator<Item = f64>) -> Vec<f64> {
    sorted_by_key(values.filter(|value| value.is_finite()).gather(), |value| float_key(*value))
}

/// The `p` quantile of ascending `sorted`: linear interpolation, R's type 7 and `NumPy`'s default.
///
/// `None` where there is nothing to take it from or `p` lies outside 0 to 1.
#[must_use]
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    quantile_by(sorted.len(), p, |rank| sorted.get(rank).copied())
}

/// The same of `n` values of which `value` gives that of each rank, 0 the least.
pub(super) fn quantile_by(n: usize, p: f64, mut value: impl FnMut(usize) -> Option<f64>) -> Option<f64> {
    if !(0.0..=1.0).contains(&p) || n == 0 {
        return None;
    }
    let rank = p * as_float(n - 1);
    // OK because rank lies between 0 and the last index.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let below = rank.floor() as usize;
    let low = value(below)?;
    let high = value(below + 1).unwrap_or(low);
    Some(low + (high - low) * (rank - rank.floor()))
}

fn logarithms(values: &[f64]) -> Option<Vec<f64>> {
    values.iter().map(|&value| (value > 0.0).then(|| value.ln())).collect()
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / as_float(values.len()))
}

fn sample_deviation(values: &[f64]) -> Option<f64> {
    let center = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|value| (value - center).powi(2)).sum();
    Some((squares / as_float(values.len() - 1)).sqrt())
}

pub(super) fn as_float(count: usize) -> f64 {
    // OK because a count of incidents is far below 2^53.
    #[expect(clippy::cast_precision_loss)]
    {
        count as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: Option<f64>, b: f64) -> bool {
        a.is_some_and(|a| (a - b).abs() < 1e-9)
    }

    #[test]
    fn quantiles_interpolate_as_r_type_7_does() {
        // quantile(c(1, 2, 4, 8), c(.25, .5, .75)) in R gives 1.75, 3, 5.
        let sorted = [1.0, 2.0, 4.0, 8.0];
        assert!(close(quantile(&sorted, 0.25), 1.75));
        assert!(close(quantile(&sorted, 0.5), 3.0));
        assert!(close(quantile(&sorted, 0.75), 5.0));
        assert!(close(quantile(&sorted, 1.0), 8.0));
    }

    #[test]
    fn quantiles_outside_the_unit_interval_do_not_exist() {
        assert_eq!(quantile(&[1.0], 1.5), None);
        assert_eq!(quantile(&[1.0], f64::NAN), None);
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn p90_is_withheld_under_ten_values() {
        let nine: Vec<f64> = (1..=9).map(f64::from).collect();
        let ten: Vec<f64> = (1..=10).map(f64::from).collect();
        assert_eq!(Distribution::of(&nine).and_then(|d| d.p90), None);
        let reason = Distribution::of(&nine).and_then(|d| d.p90_withheld()).unwrap_or_default();
        assert_eq!(reason, "p90 takes 10 durations: a tenth of 9 is less than one of them.");
        assert_eq!(Distribution::of(&ten).and_then(|d| d.p90_withheld()), None);
        assert!(close(Distribution::of(&ten).and_then(|d| d.p90), 9.1));
    }

    #[test]
    fn the_geometric_mean_of_one_and_a_hundred_is_ten() {
        let figures = Distribution::of(&[1.0, 100.0]);
        assert!(close(figures.and_then(|d| d.geometric_mean), 10.0));
        assert!(close(figures.and_then(|d| d.log_sigma), 100.0_f64.ln() / 2.0_f64.sqrt()));
    }

    #[test]
    fn a_zero_has_no_logarithm() {
        let figures = Distribution::of(&[0.0, 10.0]);
        let reason = figures.and_then(|d| d.logarithms_withheld()).unwrap_or_default();
        assert_eq!(reason, "A duration of zero has no logarithm, so there is no geometric mean.");
        assert_eq!(figures.and_then(|d| d.geometric_mean), None);
        assert_eq!(figures.map(|d| d.median), Some(5.0));
    }

    #[test]
    fn one_value_has_no_spread() {
        assert_eq!(Distribution::of(&[7.0]).and_then(|d| d.log_sigma), None);
    }
}
