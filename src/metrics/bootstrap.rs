//! How far the quantiles of a set of durations could lie elsewhere by chance.

use super::distribution::quantile_by;
use super::{Random, quantile};
use crate::text::{float_key, sorted_by_key};

/// How often the set is drawn anew, where it is small enough.
const RESAMPLES: usize = 2000;
/// At most so many values are drawn altogether, which takes the page under 50 ms ...
const MOST_DRAWS: usize = 5_000_000;
/// ... but never fewer resamples than this, which settle 95 % no better than roughly.
const LEAST_RESAMPLES: usize = 200;
/// No quantile that is shown needs as many values for its interval.
const MOST_FOR_INTERVAL: usize = 1000;
/// Intervals hold the true value in 95 of 100 such sets.
pub const CONFIDENCE: f64 = 0.95;

/// Two ends, the lower one first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// 95 % bootstrap percentile intervals of a set of durations, in minutes.
///
/// The set is drawn from itself with replacement, as many values as it has, many times; an interval
/// reaches from the 2.5 % to the 97.5 % quantile of what the resamples give. One is held back where
/// [`interval_withheld`] has a reason.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bootstrap {
    /// What the chance followed from.
    pub seed: u32,
    /// How often the set was drawn; 0 where every interval is held back.
    pub resamples: usize,
    /// Of the first quartile.
    pub p25: Option<Interval>,
    /// Of the median.
    pub median: Option<Interval>,
    /// Of the third quartile.
    pub p75: Option<Interval>,
    /// Of the ninth decile.
    pub p90: Option<Interval>,
}

/// The quantiles that get an interval.
const QUANTILES: [f64; 4] = [0.25, 0.5, 0.75, 0.9];

impl Bootstrap {
    /// Resamples `sorted`, which must be ascending and finite.
    ///
    /// 2,000 times up to 2,500 values; for more, so that 5 million values are drawn altogether, but at least 200 times.
    #[must_use]
    pub fn of(sorted: &[f64], seed: u32) -> Self {
        let wanted = QUANTILES.map(|p| interval_withheld(sorted, p).is_none());
        let resamples = if wanted.contains(&true) { resamples(sorted.len()) } else { 0 };
        let mut found = QUANTILES.map(|_| Vec::with_capacity(resamples));
        let mut urn = Urn::new(sorted, seed);
        for _ in 0..resamples {
            urn.draw();
            for (quantiles, p) in found.iter_mut().zip(QUANTILES) {
                quantiles.extend(quantile_by(sorted.len(), p, |rank| urn.value(rank)));
            }
        }
        let [p25, median, p75, p90] = found.map(interval);
        let kept = |which: usize, interval: Option<Interval>| interval.filter(|_| wanted[which]);
        Self {
            seed,
            resamples,
            p25: kept(0, p25),
            median: kept(1, median),
            p75: kept(2, p75),
            p90: kept(3, p90),
        }
    }
}

/// The fewest values whose `p` quantile has a 95 % interval.
///
/// Even the widest interval that a set gives, from its shortest to its longest value, lies wholly on
/// one side of the true quantile with the probability `p^n + (1-p)^n`. While that is more than 5 %, no
/// resampling of the set can give 95 %.
#[must_use]
pub fn least_for_interval(p: f64) -> usize {
    let misses = |n: &usize| {
        let power = |base: f64| (0..*n).fold(1.0, |product, _| product * base);
        power(p) + power(1.0 - p) > 1.0 - CONFIDENCE
    };
    (0..MOST_FOR_INTERVAL).find(|n| !misses(n)).unwrap_or(MOST_FOR_INTERVAL)
}

/// Why the interval of the `p` quantile of ascending `sorted` is held back, as a sentence; `None` where it is not.
///
/// There must be as many values as [`least_for_interval`] says. And where all values are equal, so is
/// every resample.
#[must_use]
pub fn interval_withheld(sorted: &[f64], p: f64) -> Option<String> {
    let (n, needed) = (sorted.len(), least_for_interval(p));
    if n < needed {
        let (durations, have) = if n == 1 { ("duration", "has") } else { ("durations", "have") };
        return Some(format!(
            "{n} {durations} {have} no 95 % interval: even from the shortest to the longest it would miss too \
             often (it takes {needed})."
        ));
    }
    let all_equal = sorted.first() == sorted.last();
    all_equal.then(|| "All durations are equal, so they do not show how far chance reaches.".to_owned())
}

fn resamples(n: usize) -> usize {
    (MOST_DRAWS / n.max(1)).clamp(LEAST_RESAMPLES, RESAMPLES)
}

fn interval(quantiles: Vec<f64>) -> Option<Interval> {
    let sorted = sorted_by_key(quantiles, |value| float_key(*value));
    let tail = (1.0 - CONFIDENCE) / 2.0;
    Some(Interval { low: quantile(&sorted, tail)?, high: quantile(&sorted, 1.0 - tail)? })
}

/// Draws one resample after the other, and counts how often each value was drawn: the counts give a resample's
/// values in ascending order, so that none has to be sorted.
struct Urn<'a> {
    sorted: &'a [f64],
    random: Random,
    counts: Vec<usize>,
    /// Where the walk through the counts stands, and how many drawn values lie before.
    place: usize,
    passed: usize,
}

impl<'a> Urn<'a> {
    fn new(sorted: &'a [f64], seed: u32) -> Self {
        let counts = vec![0; sorted.len()];
        Self { sorted, random: Random::seeded(seed), counts, place: 0, passed: 0 }
    }

    fn draw(&mut self) {
        self.counts.fill(0);
        for _ in self.sorted {
            if let Some(count) = self.counts.get_mut(self.random.below(self.sorted.len())) {
                *count += 1;
            }
        }
        (self.place, self.passed) = (0, 0);
    }

    /// The resample's value of that rank, 0 the least. Asking in ascending order takes one walk altogether.
    fn value(&mut self, rank: usize) -> Option<f64> {
        if rank < self.passed {
            (self.place, self.passed) = (0, 0);
        }
        loop {
            let count = *self.counts.get(self.place)?;
            if rank < self.passed + count {
                return self.sorted.get(self.place).copied();
            }
            self.passed += count;
            self.place += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::DEFAULT_SEED;

    fn ascending(n: u32) -> Vec<f64> {
        (1..=n).map(f64::from).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_intervals_and_another_one_others() {
        let values = ascending(50);
        assert_eq!(Bootstrap::of(&values, 7), Bootstrap::of(&values, 7));
        assert_ne!(Bootstrap::of(&values, 7).median, Bootstrap::of(&values, 8).median);
    }

    #[test]
    fn an_interval_that_no_resampling_can_give_is_held_back() {
        let needed = QUANTILES.map(|p| (1..100).find(|&n| interval_withheld(&ascending(n), p).is_none()));
        assert_eq!(needed, [11, 6, 11, 29].map(Some));
        let five = Bootstrap::of(&ascending(5), DEFAULT_SEED);
        assert_eq!((five.median, five.resamples), (None, 0));
        let reason = interval_withheld(&ascending(5), 0.5).unwrap_or_default();
        assert!(
            reason.starts_with("5 durations have no 95 % interval") && reason.contains("takes 6"),
            "{reason}"
        );
    }

    #[test]
    fn equal_durations_do_not_pretend_to_certainty() {
        assert_eq!(Bootstrap::of(&[30.0; 40], DEFAULT_SEED).median, None);
        assert!(interval_withheld(&[30.0; 40], 0.5).is_some_and(|reason| reason.contains("equal")));
    }

    #[test]
    fn intervals_lie_around_their_quantiles() {
        let values = ascending(200);
        let found = Bootstrap::of(&values, DEFAULT_SEED);
        for (interval, p) in [found.p25, found.median, found.p75, found.p90].into_iter().zip(QUANTILES) {
            let at = quantile(&values, p).unwrap_or_default();
            assert!(interval.is_some_and(|around| around.low < at && at < around.high), "{p}: {interval:?}");
        }
    }

    #[test]
    fn large_sets_are_drawn_less_often() {
        let often = [10, 2500, 10_000, 1_000_000].map(resamples);
        assert_eq!(often, [2000, 2000, 500, 200]);
    }
}
