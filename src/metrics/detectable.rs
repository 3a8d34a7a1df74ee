//! How large a difference between two groups would have to be to be seen at all.

use super::Random;
use super::rank_sum::interval_rank;
use super::shift::{kth_difference, logarithms};
use super::{ascending, quantile};

/// How often two groups are drawn.
const SIMULATIONS: usize = 1000;
/// Larger groups are drawn with so many values, and the result is scaled: the standard error of a shift goes
/// with the root of `1/a + 1/b`.
const MOST_DRAWN: usize = 40;
/// The part of the simulations in which the difference must be seen.
const POWER: f64 = 0.8;

/// How many times as long one group would have to last as the other for the rank-sum test to tell
/// them apart at 5 % in 80 of 100 cases, if durations are log-normal.
///
/// `log_sigma` is the standard deviation of the natural logarithms within the groups. `None` where the groups are
/// so small that the test refuses nothing, or the spread is not positive.
///
/// Simulated 1,000 times with the same generator: in each simulation the smallest factor that the test would have
/// seen is the end of the interval of a shift, so that no factors have to be tried.
#[must_use]
pub fn detectable_ratio(sizes: (usize, usize), log_sigma: f64, seed: u32) -> Option<f64> {
    if !(log_sigma.is_finite() && log_sigma > 0.0) {
        return None;
    }
    let drawn = (sizes.0.min(MOST_DRAWN), sizes.1.min(MOST_DRAWN));
    // Two against a thousand are settled by what two against forty are.
    let rank = interval_rank(drawn.0, drawn.1, 1)?;
    let mut normal = Normal::seeded(seed);
    let visible = (0..SIMULATIONS).map(|_| {
        let (a, b) = (normal.sample(drawn.0), normal.sample(drawn.1));
        -kth_difference(&a, &b, rank)
    });
    let shift = quantile(&ascending(visible), POWER)?;
    let scale = standard_error(sizes) / standard_error(drawn);
    Some((shift * scale * log_sigma).exp()).filter(|ratio| ratio.is_finite())
}

/// The standard deviation of the natural logarithms within two ascending groups, each around its own mean.
/// `None` where one has fewer than two values. Durations under a second count as one second.
#[must_use]
pub fn pooled_log_sigma(a: &[f64], b: &[f64]) -> Option<f64> {
    if a.len() < 2 || b.len() < 2 {
        return None;
    }
    let (squares, freedom) = [a, b]
        .into_iter()
        .map(squared_deviations)
        .fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    Some((squares / freedom).sqrt())
}

/// The sum of squared deviations from the mean, and its degrees of freedom.
fn squared_deviations(minutes: &[f64]) -> (f64, f64) {
    let logs = logarithms(minutes);
    let mean = logs.iter().sum::<f64>() / as_float(logs.len());
    (logs.iter().map(|log| (log - mean).powi(2)).sum(), as_float(logs.len() - 1))
}

fn standard_error((a, b): (usize, usize)) -> f64 {
    (1.0 / as_float(a) + 1.0 / as_float(b)).sqrt()
}

/// Numbers of the standard normal distribution, by the polar method of Marsaglia and Bray (1964): it needs no
/// sine, whose code the page would carry for this alone.
struct Normal {
    random: Random,
    spare: Option<f64>,
}

impl Normal {
    const fn seeded(seed: u32) -> Self {
        Self { random: Random::seeded(seed), spare: None }
    }

    /// So many of them, ascending.
    fn sample(&mut self, count: usize) -> Vec<f64> {
        ascending((0..count).map(|_| self.next()))
    }

    fn next(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (x, y) = (self.coordinate(), self.coordinate());
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let scale = (-2.0 * square.ln() / square).sqrt();
                self.spare = Some(y * scale);
                return x * scale;
            }
        }
    }

    /// Uniform between -1 and 1.
    fn coordinate(&mut self) -> f64 {
        const STEPS: usize = 1 << 24;
        (2.0 * as_float(self.random.below(STEPS)) + 1.0) / as_float(STEPS) - 1.0
    }
}

fn as_float(count: usize) -> f64 {
    // OK because a count of incidents or of steps is far below 2^53.
    #[expect(clippy::cast_precision_loss)]
    {
        count as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_numbers_have_their_mean_and_spread() {
        let sample = Normal::seeded(1).sample(20_000);
        let mean = sample.iter().sum::<f64>() / 20_000.0;
        let spread = sample.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.03 && (spread - 1.0).abs() < 0.05, "{mean} {spread}");
        assert!(quantile(&sample, 0.975).is_some_and(|q| (q - 1.96).abs() < 0.05));
    }

    #[test]
    fn larger_groups_show_smaller_differences() {
        let at = |n: usize| detectable_ratio((n, n), 1.2, 1).unwrap_or(f64::INFINITY);
        assert!(at(5) > at(10) && at(10) > at(40) && at(40) > at(400), "{} {} {}", at(5), at(10), at(40));
        // Asymptotically the factor's logarithm is (1.96 + 0.84) sigma sqrt(pi / 3) sqrt(1/a + 1/b).
        let expected = 2.801_6 * 1.2 * (std::f64::consts::PI / 3.0).sqrt() * (2.0_f64 / 4000.0).sqrt();
        assert!((at(4000).ln() / expected - 1.0).abs() < 0.08, "{} {expected}", at(4000).ln());
    }

    #[test]
    fn nothing_can_be_seen_with_three_against_three() {
        assert_eq!(detectable_ratio((3, 3), 1.0, 1), None);
        assert_eq!(detectable_ratio((2, 2), 1.0, 1), None);
        assert_eq!(detectable_ratio((10, 10), 0.0, 1), None);
        assert_eq!(detectable_ratio((10, 10), f64::NAN, 1), None);
    }

    #[test]
    fn the_pooled_spread_ignores_the_difference_itself() {
        let sigma = pooled_log_sigma(&[1.0, 2.0, 4.0], &[100.0, 200.0, 400.0]);
        assert!(sigma.is_some_and(|sigma| (sigma - 2.0_f64.ln()).abs() < 1e-12), "{sigma:?}");
        assert_eq!(pooled_log_sigma(&[1.0], &[1.0, 2.0]), None);
    }
}
