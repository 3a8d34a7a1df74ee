//! How far the median of a small set could lie elsewhere by chance, without drawing any chance.

use super::Interval;

/// What may lie outside on each side.
const TAIL: f64 = 0.025;
/// Past so many values the normal distribution is near enough, and powers of a half would vanish.
const MOST_EXACT: usize = 500;
/// The normal distribution's 97.5 % quantile.
const Z_95: f64 = 1.959_963_985;

/// The 95 % interval of the median of ascending `sorted`, from one of its values to another.
///
/// Each value lies under the true median as often as a coin shows heads, whatever their distribution is; so the
/// interval leaves out as many values on either side as coins allow. It holds at least 95 %, needs six values,
/// and costs nothing, where every one of forty groups would have to be resampled 2,000 times. `None` under six.
///
/// The sign test of John Arbuthnot (1710), inverted.
#[must_use]
pub fn median_interval(sorted: &[f64]) -> Option<Interval> {
    let outside = values_outside(sorted.len()).checked_sub(1)?;
    let high = sorted.len().checked_sub(outside + 1)?;
    Some(Interval { low: *sorted.get(outside)?, high: *sorted.get(high)? })
}

/// The place, from 1 on, of the value that the interval begins at; 0 where there is none.
fn values_outside(n: usize) -> usize {
    if n > MOST_EXACT {
        // OK because a count of incidents is far below 2^53, and the difference is positive.
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        return (n as f64 / 2.0 - Z_95 * (n as f64).sqrt() / 2.0).floor() as usize;
    }
    let (mut heads, mut likely, mut below) = (0_u32, 0.0_f64, 0.0_f64);
    for _ in 0..n {
        likely = if heads == 0 { 0.5_f64.powi(i32::try_from(n).unwrap_or(0)) } else { likely };
        below += likely;
        if below > TAIL {
            break;
        }
        let left = u32::try_from(n).unwrap_or(0) - heads;
        heads += 1;
        likely *= f64::from(left) / f64::from(heads);
    }
    heads as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(n: u32) -> Option<(f64, f64)> {
        let sorted: Vec<f64> = (1..=n).map(f64::from).collect();
        median_interval(&sorted).map(|interval| (interval.low, interval.high))
    }

    #[test]
    fn the_ends_are_those_of_published_tables() {
        // Conover, Practical Nonparametric Statistics: ranks for 95 % of n = 6, 10, 20, 50, 100.
        let expected = [(6, 1.0), (10, 2.0), (20, 6.0), (50, 18.0), (100, 40.0)];
        for (n, low) in expected {
            assert_eq!(ends(n), Some((low, f64::from(n) + 1.0 - low)), "{n}");
        }
        assert_eq!([0, 1, 5].map(ends), [None; 3]);
    }

    #[test]
    fn the_normal_distribution_takes_over_without_a_step() {
        let places: Vec<usize> = [499, 500, 501, 502].map(values_outside).to_vec();
        assert!(places.windows(2).all(|pair| pair[0] <= pair[1] && pair[1] - pair[0] <= 1), "{places:?}");
    }
}
