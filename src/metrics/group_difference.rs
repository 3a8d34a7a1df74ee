//! Two groups of durations against each other: by how much they differ, and whether that is more than chance.

use super::detectable::{detectable_ratio, pooled_log_sigma};
use super::rank_sum::{PValue, Splits, rank_sum_test};
use super::shift::{Shift, shift_between};
use super::{Group, Groups, Interval, format_duration, quantile};
use crate::text::{Gather, decimal, float_key, sorted_by_key};

/// What is rarer than this is called more than chance.
const RARE: f64 = 0.05;
/// A factor past this says only that no difference that occurs could be seen.
const MOST_RATIO: f64 = 1000.0;

/// One of the two groups.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupSize {
    /// Its label.
    pub label: String,
    /// How many durations it has, at least 2.
    pub n: usize,
    /// Half of them are at most this long, in minutes.
    pub median: f64,
}

/// How two groups differ.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupDifference {
    /// The two groups.
    pub groups: [GroupSize; 2],
    /// How many times as long as the first the second lasted.
    pub shift: Shift,
    /// How likely such a difference is by chance alone.
    pub chance: PValue,
    /// The same, raised for all the comparisons made at once (Holm 1979); equal to it where this is the only one.
    pub adjusted_p: f64,
    /// How many comparisons were made at once.
    pub comparisons: usize,
    /// How many times as long as the other one group would have to last to be told from it in 80 of 100
    /// cases; `None` where no factor under 1,000 is enough, or it was not asked.
    pub detectable: Option<f64>,
    /// What chance followed from, where there was any.
    pub seed: u32,
}

/// Why two groups are not compared: this one has fewer than two durations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// The group's label.
    pub label: String,
    /// How many durations it has, 0 or 1.
    pub n: usize,
}

impl TooFew {
    /// The reason, as a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let has = if self.n == 0 { "has none" } else { "has only one" };
        format!("A comparison needs two durations in each group, and “{}” {has}.", self.label)
    }
}

/// Compares two groups and tells what could be seen with groups of their sizes.
///
/// # Errors
///
/// Where a group has fewer than two durations.
pub fn compare_groups(a: &Group, b: &Group, seed: u32) -> Result<GroupDifference, TooFew> {
    let mut found = difference(a, b, seed, 1)?;
    let sigma = pooled_log_sigma(&a.minutes, &b.minutes);
    let ratio = sigma.and_then(|sigma| detectable_ratio((a.minutes.len(), b.minutes.len()), sigma, seed));
    found.detectable = ratio.filter(|ratio| *ratio < MOST_RATIO);
    Ok(found)
}

/// Compares each group with all the others together, in the order of the groups.
///
/// Who makes twenty comparisons finds one in twenty by chance: the p-values are raised by Holm's method, the
/// smallest times the number of comparisons, the next times one less, and so on. Two groups are one comparison.
#[must_use]
pub fn compare_each_with_others(groups: &Groups, seed: u32) -> Vec<Result<GroupDifference, TooFew>> {
    if let [a, b] = groups.groups.as_slice() {
        let found = difference(a, b, seed, 1);
        return vec![found.clone().map(GroupDifference::reversed), found];
    }
    let comparisons = groups.groups.iter().filter(|group| group.minutes.len() > 1).count();
    let pooled = groups.pooled();
    let compare = |(place, group): (usize, &Group)| {
        let others = Group {
            label: "all others".to_owned(),
            minutes: pooled.iter().filter(|(_, of)| *of != place).map(|(minutes, _)| *minutes).gather(),
            incidents: Vec::new(),
            without_duration: 0,
        };
        difference(&others, group, seed, comparisons)
    };
    let mut found: Vec<Result<GroupDifference, TooFew>> =
        groups.groups.iter().enumerate().map(compare).gather();
    let made = found.iter_mut().flatten().gather();
    let mut raised = 0.0_f64;
    let by_p = sorted_by_key(made, |one: &&mut GroupDifference| float_key(one.chance.p));
    for (one, left) in by_p.into_iter().zip((1..=comparisons).rev()) {
        raised = raised.max(one.chance.p * f64::from(u32::try_from(left).unwrap_or(u32::MAX))).min(1.0);
        one.adjusted_p = raised;
    }
    found
}

/// One of so many comparisons; what could be seen at all is not asked.
fn difference(a: &Group, b: &Group, seed: u32, comparisons: usize) -> Result<GroupDifference, TooFew> {
    let groups = [size(a)?, size(b)?];
    let chance = rank_sum_test(&a.minutes, &b.minutes, seed, comparisons);
    let shift =
        shift_between(&a.minutes, &b.minutes, comparisons).unwrap_or(Shift { ratio: 1.0, interval: None });
    let adjusted_p = chance.p;
    Ok(GroupDifference { groups, shift, chance, adjusted_p, comparisons, detectable: None, seed })
}

fn size(group: &Group) -> Result<GroupSize, TooFew> {
    let (label, n) = (group.label.clone(), group.minutes.len());
    match quantile(&group.minutes, 0.5).filter(|_| n >= 2) {
        Some(median) => Ok(GroupSize { label, n, median }),
        None => Err(TooFew { label, n }),
    }
}

impl GroupDifference {
    /// The same difference with the groups in the other order.
    #[must_use]
    pub fn reversed(self) -> Self {
        let [a, b] = self.groups;
        let interval =
            (self.shift.interval).map(|ends| Interval { low: 1.0 / ends.high, high: 1.0 / ends.low });
        Self { groups: [b, a], shift: Shift { ratio: 1.0 / self.shift.ratio, interval }, ..self }
    }

    /// Whether the difference is more than chance, at 5 %.
    #[must_use]
    pub fn is_told_from_chance(&self) -> bool {
        self.adjusted_p <= RARE
    }

    /// What was found, in one sentence that claims no more than the data does.
    #[must_use]
    pub fn finding(&self) -> String {
        let [a, b] = &self.groups;
        let sizes = format!("{} against {} incidents", b.n, a.n);
        if !self.is_told_from_chance() {
            return format!("With {sizes} this difference cannot be told from chance ({}).", self.p_words());
        }
        let (longer, shorter, factor) =
            if self.shift.ratio < 1.0 { (a, b, 1.0 / self.shift.ratio) } else { (b, a, self.shift.ratio) };
        format!(
            "“{}” lasted about {} as long as “{}”: with {sizes} more than chance ({}).",
            longer.label,
            times(factor),
            shorter.label,
            self.p_words(),
        )
    }

    /// The estimate with its interval, and both medians, as a sentence.
    #[must_use]
    pub fn figures(&self) -> String {
        let [a, b] = &self.groups;
        let (medians, ratio) = ([a, b].map(|one| format_duration(one.median)), times(self.shift.ratio));
        let interval = match self.shift.interval {
            Some(interval) => format!("95 % interval {} to {}", factor(interval.low), factor(interval.high)),
            None => "too few for a 95 % interval".to_owned(),
        };
        format!(
            "“{}” has a median of {}, “{}” of {}; “{}” lasted {ratio} as long ({interval}).",
            a.label, medians[0], b.label, medians[1], b.label,
        )
    }

    /// What could have been seen at all with groups of these sizes, as a sentence. Empty where the
    /// difference was seen.
    #[must_use]
    pub fn reach(&self) -> String {
        let sizes = format!("{} against {}", self.groups[1].n, self.groups[0].n);
        match self.detectable {
            _ if self.is_told_from_chance() => String::new(),
            Some(ratio) => format!(
                "With {sizes} incidents that spread like these, only one group lasting {} as long as the other \
                 would be told from chance in 4 of 5 cases.",
                times(ratio)
            ),
            None => format!(
                "With {sizes} incidents no difference that occurs would be told from chance reliably."
            ),
        }
    }

    /// `p = 0.03, all splits counted`; with several comparisons, that it is raised for them.
    fn p_words(&self) -> String {
        let p = match self.adjusted_p {
            p if p < 0.001 => "p < 0.001".to_owned(),
            p => format!("p = {}", decimal(p, 3)),
        };
        let raised = match self.comparisons {
            1 => String::new(),
            n => format!(", raised for {n} comparisons"),
        };
        let how = match self.chance.splits {
            Splits::All => "of all splits".to_owned(),
            Splits::Drawn(n) => format!("of {n} random splits, seed {}", self.seed),
            Splits::Normal => "by the normal distribution".to_owned(),
        };
        format!("{p} {how}{raised}")
    }
}

fn times(ratio: f64) -> String {
    format!("{} times", factor(ratio))
}

/// Two figures are as much as any such factor settles.
fn factor(ratio: f64) -> String {
    let places = match ratio {
        r if r >= 10.0 => 0,
        r if r >= 1.0 => 1,
        _ => 2,
    };
    decimal(ratio, places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::DurationDefinition;

    fn group(label: &str, minutes: &[f64]) -> Group {
        Group {
            label: label.to_owned(),
            minutes: minutes.to_vec(),
            incidents: Vec::new(),
            without_duration: 0,
        }
    }

    fn compared(a: &[f64], b: &[f64]) -> GroupDifference {
        compare_groups(&group("A", a), &group("B", b), 1).unwrap_or_else(|few| panic!("{}", few.sentence()))
    }

    #[test]
    fn a_difference_within_chance_is_not_claimed() {
        let found = compared(&[10.0, 20.0, 40.0, 80.0, 160.0], &[15.0, 30.0, 60.0, 90.0, 120.0, 240.0]);
        assert_eq!(
            found.finding(),
            "With 6 against 5 incidents this difference cannot be told from chance (p = 0.537 of all splits)."
        );
        assert!(found.reach().starts_with("With 6 against 5 incidents that spread like these, only"));
        assert!(found.shift.interval.is_some_and(|interval| interval.low < 1.0 && interval.high > 1.0));
    }

    #[test]
    fn a_difference_beyond_chance_names_the_longer_group() {
        let (short, long) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [10.0, 20.0, 30.0, 40.0, 50.0, 60.0]);
        let expected = "“B” lasted about 10 times as long as “A”: with 6 against 6 incidents more than chance \
                        (p = 0.002 of all splits).";
        assert_eq!(compared(&short, &long).finding(), expected);
        let back = compare_groups(&group("B", &long), &group("A", &short), 1);
        assert_eq!(back.map(|found| found.finding()).as_deref(), Ok(expected));
        assert_eq!(compared(&short, &long).reach(), "");
    }

    #[test]
    fn the_interval_leaves_one_out_where_chance_is_ruled_out() {
        for offset in 0..40_u32 {
            let a: Vec<f64> = (1..9).map(f64::from).map(|n| n * n).collect();
            let b: Vec<f64> = (1..8).map(|n| f64::from(n * n) * 1.1 + f64::from(offset)).collect();
            let found = compared(&a, &b);
            let holds_one = found.shift.interval.is_some_and(|i| i.low <= 1.0 && 1.0 <= i.high);
            assert_eq!(holds_one, !found.is_told_from_chance(), "{offset}: {found:?}");
        }
    }

    #[test]
    fn fewer_than_two_are_not_compared() {
        let few = compare_groups(&group("A", &[1.0, 2.0]), &group("B", &[3.0]), 1);
        assert_eq!(
            few.map_err(|few| few.sentence()),
            Err("A comparison needs two durations in each group, and “B” has only one.".to_owned())
        );
        assert!(compare_groups(&group("A", &[]), &group("B", &[3.0, 4.0]), 1).is_err());
    }

    #[test]
    fn two_against_two_and_equal_durations_claim_nothing() {
        let tiny = compared(&[1.0, 2.0], &[1000.0, 2000.0]);
        assert!(!tiny.is_told_from_chance());
        assert!(tiny.figures().ends_with("too few for a 95 % interval)."), "{}", tiny.figures());
        assert!(tiny.reach().contains("no difference that occurs"));
        let equal = compared(&[30.0; 8], &[30.0; 9]);
        assert!((equal.chance.p - 1.0).abs() < 1e-12 && (equal.shift.ratio - 1.0).abs() < 1e-12);
    }

    #[test]
    fn many_comparisons_raise_their_p_values() {
        let groups = Groups {
            definition: DurationDefinition::StartToEnd,
            groups: vec![
                group("A", &[1.0, 2.0, 3.0, 4.0]),
                group("B", &[5.0, 6.0, 7.0, 8.0]),
                group("C", &[90.0, 91.0, 92.0, 93.0]),
                group("D", &[6.5]),
            ],
            without_label: 0,
        };
        let found = compare_each_with_others(&groups, 1);
        assert!(found[3].is_err());
        let p: Vec<(f64, f64)> = found.iter().flatten().map(|one| (one.chance.p, one.adjusted_p)).collect();
        assert!((p[0].1 - p[0].0 * 3.0).abs() < 1e-12 && p[2].1 >= p[0].1 && p[1].1 >= p[1].0, "{p:?}");
        assert!(found.iter().flatten().all(|one| one.comparisons == 3));
    }
}
