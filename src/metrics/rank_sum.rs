//! Whether two groups differ by more than chance: the rank-sum test as a permutation test.
//!
//! All values are ranked together, and the ranks of one group are summed. If the groups were drawn by
//! lot, every split of the ranks into groups of these sizes would be as likely as the one that was
//! found; the p-value is the part of all splits whose sum lies at least as far from its mean. Ranks, and
//! not the durations themselves, because one outage of a week would otherwise decide the test. Values
//! that tie share the mean of their ranks, so that the test stays exact with rounded durations.
//!
//! Frank Wilcoxon, "Individual comparisons by ranking methods" (1945).

use super::Random;
use crate::text::Gather;

/// Splits are counted one and all while the number of values times the smaller group is at most this:
/// 35 against 36 values, or 3 against 830. The work grows with its square and is then at most 12 million additions.
const MOST_EXACT: usize = 2500;
/// Otherwise so many splits are drawn ...
const PERMUTATIONS: usize = 9999;
/// ... or fewer where that would draw more values than this, so that it takes a browser under 100 ms ...
const MOST_DRAWS: usize = 4_000_000;
/// ... and where they would be fewer than this, the normal distribution is nearer than they are.
const LEAST_PERMUTATIONS: usize = 1999;
/// The normal distribution's 97.5 % quantile.
const Z_95: f64 = 1.959_963_985;

/// How a p-value was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Splits {
    /// Every split was counted.
    All,
    /// So many splits were drawn by chance.
    Drawn(usize),
    /// The normal distribution stands for them, with ties taken into account.
    Normal,
}

/// How likely a difference like the one found is where there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PValue {
    /// The part of all splits, 0 to 1.
    pub p: f64,
    /// How it was found.
    pub splits: Splits,
}

/// The two-sided p-value of the rank-sum test for two ascending lists, as one of so many `comparisons`, which share the
/// time that a reader waits for them.
///
/// Where not all splits are counted, `seed` decides which are drawn, and the p-value is `(b + 1) / (m + 1)` for
/// `b` of `m` splits that lie as far out: the split that was found is one of them.
///
/// At most 65,000 values, whose ranks still add up in the 32 bits that a browser's sizes have.
#[must_use]
pub fn rank_sum_test(a: &[f64], b: &[f64], seed: u32, comparisons: usize) -> PValue {
    let (ranks, sum) = doubled_ranks(a, b);
    let picks = a.len().min(b.len());
    let all: usize = ranks.iter().sum();
    let smaller = if a.len() <= b.len() { sum } else { all - sum };
    // The mean rank is (n + 1) / 2, and the ranks are doubled.
    let mean = picks * (ranks.len() + 1);
    let distance = smaller.abs_diff(mean);
    let is_outside = |sum: usize| sum.abs_diff(mean) >= distance;
    let splits = splits_for(ranks.len(), picks, comparisons.max(1));
    let p = match splits {
        Splits::All => {
            let likely = sums(&ranks, picks).into_iter().enumerate();
            likely.filter(|(sum, _)| is_outside(*sum)).map(|(_, p)| p).sum::<f64>().min(1.0)
        }
        Splits::Drawn(count) => {
            as_float(drawn_outside(ranks, picks, count, seed, is_outside) + 1) / as_float(count + 1)
        }
        Splits::Normal => normal_outside(&ranks, picks, distance),
    };
    PValue { p, splits }
}

/// Whether there is time to count every split, in each of so many comparisons.
fn is_countable(n: usize, picks: usize, comparisons: usize) -> bool {
    let size = n.saturating_mul(picks);
    size.saturating_mul(size).saturating_mul(comparisons) <= MOST_EXACT * MOST_EXACT
}

fn splits_for(n: usize, picks: usize, comparisons: usize) -> Splits {
    if is_countable(n, picks, comparisons) {
        return Splits::All;
    }
    match (MOST_DRAWS / comparisons / picks.max(1)).min(PERMUTATIONS) {
        ..LEAST_PERMUTATIONS => Splits::Normal,
        count => Splits::Drawn(count),
    }
}

/// Where the 95 % interval of a shift begins: its ends are the `k`-th smallest and the `k`-th largest of the `a * b` differences
/// between two groups of these sizes, for the largest `k` that holds 95 %.
///
/// `None` where not even the smallest and the largest difference do: two groups of three, for example,
/// split in only twenty ways. Exact without ties, and with ties wider rather than narrower; where
/// [`rank_sum_test`] does not count every split, by the normal distribution.
#[must_use]
pub fn interval_rank(a: usize, b: usize, comparisons: usize) -> Option<usize> {
    let (n, picks) = (a + b, a.min(b));
    let pairs = as_float(a) * as_float(b);
    if !is_countable(n, picks, comparisons) {
        let deviation = (pairs * as_float(n + 1) / 12.0).sqrt();
        // OK because the difference is positive for groups of this size, and far below 2^53.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        return Some((pairs / 2.0 - Z_95 * deviation).floor() as usize);
    }
    let ranks: Vec<usize> = (1..=n).gather();
    let mut below = 0.0;
    let tail = sums(&ranks, picks).into_iter().skip(picks * (picks + 1) / 2).take_while(|p| {
        below += p;
        // What rounding leaves of an exact 2.5 % must not decide.
        below <= 0.025 + 1e-12
    });
    Some(tail.count()).filter(|&rank| rank > 0)
}

/// Twice the ranks of all values, ascending, and the sum of those of `a`. Twice, so that the mean rank of
/// values that tie is a whole number.
fn doubled_ranks(a: &[f64], b: &[f64]) -> (Vec<usize>, usize) {
    let (mut ranks, mut sum) = (Vec::with_capacity(a.len() + b.len()), 0);
    let (mut from_a, mut from_b) = (a, b);
    while let Some(value) = least(from_a.first(), from_b.first()) {
        let ties = |values: &[f64]| values.iter().take_while(|other| **other <= value).count();
        let (tied_a, tied_b) = (ties(from_a), ties(from_b));
        let rank = 2 * ranks.len() + tied_a + tied_b + 1;
        ranks.extend(std::iter::repeat_n(rank, tied_a + tied_b));
        sum += tied_a * rank;
        (from_a, from_b) = (&from_a[tied_a..], &from_b[tied_b..]);
    }
    (ranks, sum)
}

fn least(a: Option<&f64>, b: Option<&f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(*b)),
        (one, other) => one.or(other).copied(),
    }
}

/// How likely each sum of `picks` of these ranks is, if they are picked by lot.
fn sums(ranks: &[usize], picks: usize) -> Vec<f64> {
    let largest: usize = ranks.iter().rev().take(picks).sum();
    // Ways to reach each sum with each number of picks so far; there are at most about 10^20.
    let mut ways = vec![vec![0.0; largest + 1]; picks + 1];
    ways[0][0] = 1.0;
    for (seen, &rank) in ranks.iter().enumerate() {
        for picked in (0..picks.min(seen + 1)).rev() {
            let (fewer, more) = ways.split_at_mut(picked + 1);
            let reached = fewer[picked].iter().take((largest + 1).saturating_sub(rank));
            for (sum, ways) in more[0].iter_mut().skip(rank).zip(reached) {
                *sum += ways;
            }
        }
    }
    let of_all = ways.pop().unwrap_or_default();
    let total: f64 = of_all.iter().sum();
    of_all.into_iter().map(|ways| ways / total).gather()
}

/// How likely a sum of `picks` of these doubled ranks is at least this `distance` from its mean, if sums are normal.
fn normal_outside(ranks: &[usize], picks: usize, distance: usize) -> f64 {
    let n = as_float(ranks.len());
    let squares: f64 = ranks.iter().map(|rank| (as_float(*rank) - n - 1.0).powi(2)).sum();
    let variance = as_float(picks) * (n - as_float(picks)) / (n * (n - 1.0)) * squares;
    // Sums lie two apart, and half of that belongs to the one that was found.
    two_tails((as_float(distance) - 1.0).max(0.0) / variance.max(f64::MIN_POSITIVE).sqrt())
}

/// How likely a standard normal number is at least `z` from zero, to seven decimals.
///
/// Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), 26.2.17.
fn two_tails(z: f64) -> f64 {
    const TERMS: [f64; 5] = [1.330_274_429, -1.821_255_978, 1.781_477_937, -0.356_563_782, 0.319_381_530];
    let t = 1.0 / (1.0 + 0.231_641_9 * z);
    let series = TERMS.into_iter().fold(0.0, |sum, term| (sum + term) * t);
    (2.0 * series * (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()).clamp(0.0, 1.0)
}

/// How many of so many drawn splits have a sum that is `outside`.
fn drawn_outside(
    mut ranks: Vec<usize>,
    picks: usize,
    permutations: usize,
    seed: u32,
    outside: impl Fn(usize) -> bool,
) -> usize {
    let (mut random, mut found) = (Random::seeded(seed), 0);
    for _ in 0..permutations {
        let mut sum = 0;
        for place in 0..picks {
            let other = place + random.below(ranks.len() - place);
            ranks.swap(place, other);
            sum += ranks[place];
        }
        found += usize::from(outside(sum));
    }
    found
}

fn as_float(count: usize) -> f64 {
    // OK because a count of incidents is far below 2^53.
    #[expect(clippy::cast_precision_loss)]
    {
        count as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every split, one by one.
    fn enumerated(a: &[f64], b: &[f64]) -> f64 {
        let (ranks, sum) = doubled_ranks(a, b);
        let mean = (a.len() * (ranks.len() + 1)).cast_signed();
        let far = |sum: usize| (sum.cast_signed() - mean).abs();
        let sum_of =
            |split: u32| (0..ranks.len()).filter(|at| split >> at & 1 == 1).map(|at| ranks[at]).sum();
        let splits: Vec<u32> =
            (0..1_u32 << ranks.len()).filter(|split| split.count_ones() as usize == a.len()).collect();
        let outside = splits.iter().filter(|split| far(sum_of(**split)) >= far(sum)).count();
        as_float(outside) / as_float(splits.len())
    }

    #[test]
    fn counting_sums_is_counting_every_split() {
        let lists: [(&[f64], &[f64]); 5] = [
            (&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0, 7.0]),
            (&[1.0, 5.0, 9.0, 9.0, 12.0], &[5.0, 5.0, 9.0]),
            (&[0.0, 0.0], &[0.0, 0.0, 0.0]),
            (&[3.0, 30.0, 300.0, 301.0], &[1.0, 2.0, 40.0, 50.0, 60.0, 400.0]),
            (&[2.0], &[1.0, 3.0]),
        ];
        for (a, b) in lists {
            for (a, b) in [(a, b), (b, a)] {
                let found = rank_sum_test(a, b, 1, 1);
                assert!((found.p - enumerated(a, b)).abs() < 1e-12, "{a:?} {b:?}: {found:?}");
                assert_eq!(found.splits, Splits::All);
            }
        }
    }

    #[test]
    fn drawn_splits_come_near_the_counted_ones_and_are_never_zero() {
        let a: Vec<f64> = (0..40).map(|n| f64::from(n * 3)).collect();
        let b: Vec<f64> = (0..60).map(|n| f64::from(n * 2 + 20)).collect();
        let drawn = rank_sum_test(&a, &b, 1, 1);
        assert_eq!(drawn.splits, Splits::Drawn(PERMUTATIONS));
        let (ranks, sum) = doubled_ranks(&a, &b);
        let mean = 40 * 101;
        let exact: f64 = sums(&ranks, 40)
            .iter()
            .enumerate()
            .filter(|(other, _)| other.abs_diff(mean) >= sum.abs_diff(mean))
            .map(|(_, p)| p)
            .sum();
        assert!((drawn.p - exact).abs() < 0.015, "{} is not {exact}", drawn.p);
        assert_eq!(drawn, rank_sum_test(&a, &b, 1, 1));
        let normal = rank_sum_test(&a, &b, 1, 100);
        assert_eq!(normal.splits, Splits::Normal);
        assert!((normal.p - exact).abs() < 0.001, "{} is not {exact}", normal.p);
        let far: Vec<f64> = b.iter().map(|value| value + 1000.0).collect();
        assert!((rank_sum_test(&a, &far, 1, 1).p - 1e-4).abs() < 1e-12);
    }

    #[test]
    fn the_tails_of_the_normal_distribution_are_those_of_its_tables() {
        for (z, p) in [(0.0, 1.0), (1.0, 0.317_310_5), (1.959_964, 0.05), (3.290_527, 0.001), (40.0, 0.0)] {
            assert!((two_tails(z) - p).abs() < 2e-7, "{z}: {}", two_tails(z));
        }
    }

    #[test]
    fn many_comparisons_share_the_work() {
        let of = |n, picks, comparisons| splits_for(n, picks, comparisons);
        assert_eq!(of(71, 35, 1), Splits::All);
        assert_eq!(of(300, 8, 40), Splits::Drawn(PERMUTATIONS));
        assert_eq!(of(1000, 25, 40), Splits::Drawn(4000));
        assert_eq!([of(10_000, 250, 40), of(10_000, 5000, 1)], [Splits::Normal; 2]);
    }

    #[test]
    fn the_interval_begins_where_the_published_tables_say() {
        // Critical values of U at 5 %, two-sided, plus one: 5 and 6 have 3, 8 and 8 have 13, 10 and 12 have 29.
        let ranks = [(5, 6), (6, 5), (8, 8), (10, 12), (4, 4)].map(|(a, b)| interval_rank(a, b, 1));
        assert_eq!(ranks, [4, 4, 14, 30, 1].map(Some));
        assert_eq!([(3, 3), (2, 7), (3, 4)].map(|(a, b)| interval_rank(a, b, 1)), [None; 3]);
        assert_eq!([(3, 5), (2, 8)].map(|(a, b)| interval_rank(a, b, 1)), [Some(1); 2]);
    }

    #[test]
    fn large_groups_begin_where_the_small_ones_lead() {
        let exact = interval_rank(35, 36, 1).unwrap_or(0);
        let normal = interval_rank(36, 36, 1).unwrap_or(0);
        assert!((exact..exact + 20).contains(&normal), "{exact}, {normal}");
        assert!(interval_rank(5000, 5000, 1).is_some_and(|rank| rank < 12_500_000));
    }
}
