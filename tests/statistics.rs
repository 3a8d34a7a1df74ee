//! The program's statistics against those of `NumPy` and `SciPy`, which `tests/data/statistics.py` made.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a figure that is missing fails the test")]

use outage_lens::incident::{Basis, Certainty, Incident, OutageDuration, RuleId};
use outage_lens::metrics::{
    Bootstrap, DEFAULT_SEED, Distribution, DurationDefinition, Durations, Ecdf, Interval, Splits, ascending,
    detectable_ratio, quantile, rank_sum_test, share_interval, shift_between,
};
use serde_json::Value;

/// Both sides round to 53 bits at every step; more than this apart is another formula.
const RELATIVE: f64 = 1e-12;

fn reference() -> Value {
    serde_json::from_str(include_str!("data/statistics.json")).unwrap()
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn set(reference: &Value, name: &str) -> Vec<f64> {
    numbers(&reference["sets"][name])
}

fn rows(list: &Value) -> Vec<Vec<f64>> {
    list.as_array().unwrap().iter().map(numbers).collect()
}

#[track_caller]
fn same(ours: f64, theirs: f64, what: &str) {
    assert!((ours - theirs).abs() <= RELATIVE * theirs.abs().max(1.0), "{what}: {ours}, not {theirs}");
}

#[test]
fn quantiles_means_and_deviations_are_those_of_numpy_and_scipy() {
    let reference = reference();
    let parts = reference["distributions"].as_object().unwrap();
    assert_eq!(parts.len(), 7);
    for (name, theirs) in parts {
        let values = set(&reference, name);
        let figures = Distribution::of(&values).unwrap();
        let sorted = ascending(values.iter().copied());
        for pair in rows(&theirs["quantiles"]) {
            same(quantile(&sorted, pair[0]).unwrap(), pair[1], name);
        }
        same(figures.mean, theirs["mean"].as_f64().unwrap(), name);
        same(figures.geometric_mean.unwrap(), theirs["geometric_mean"].as_f64().unwrap(), name);
        assert_eq!(figures.log_sigma.is_some(), !theirs["log_sigma"].is_null(), "{name}");
        if let Some(log_sigma) = figures.log_sigma {
            same(log_sigma, theirs["log_sigma"].as_f64().unwrap(), name);
        }
    }
}

fn lasting(minutes: f64) -> Incident {
    let duration = OutageDuration {
        minutes: Some(minutes),
        low: None,
        high: None,
        approximate: false,
        basis: Basis::Stated,
        certainty: Certainty::Stated,
        rule: RuleId::new("reference"),
        evidence: Vec::new(),
    };
    Incident { duration: Some(duration), ..Incident::default() }
}

#[test]
fn the_distribution_function_rises_where_that_of_scipy_does() {
    let reference = reference();
    for (name, theirs) in reference["ecdfs"].as_object().unwrap() {
        let incidents: Vec<Incident> = set(&reference, name).into_iter().map(lasting).collect();
        let ecdf = Ecdf::of(&Durations::of(incidents.iter(), DurationDefinition::Stated));
        let theirs = rows(theirs);
        let ours = ecdf.steps();
        assert_eq!(ours.len(), theirs.len(), "{name}");
        for (step, theirs) in ours.iter().zip(&theirs) {
            same(step.minutes, theirs[0], name);
            same(ecdf.share(step.count), theirs[1], name);
            same(ecdf.share_within(step.minutes).share().unwrap(), theirs[1], name);
        }
    }
}

#[test]
fn intervals_of_shares_are_those_of_scipy() {
    for row in rows(&reference()["wilson_intervals"]) {
        // OK because counts are small whole numbers.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let Interval { low, high } = share_interval(row[0] as usize, row[1] as usize).unwrap();
        same(low, row[2], "low");
        same(high, row[3], "high");
    }
}

fn interval_of(bootstrap: &Bootstrap, p: f64) -> Interval {
    let known = [(0.25, bootstrap.p25), (0.5, bootstrap.median), (0.75, bootstrap.p75), (0.9, bootstrap.p90)];
    known.iter().find(|(of, _)| f64::total_cmp(of, &p).is_eq()).unwrap().1.unwrap()
}

#[test]
fn bootstrap_intervals_are_those_of_numpy_on_the_same_resamples() {
    let reference = reference();
    for (name, theirs) in reference["bootstrap_with_the_same_draws"].as_object().unwrap() {
        let sorted = ascending(set(&reference, name).into_iter());
        for row in rows(theirs) {
            // OK because seeds are small whole numbers.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let ours = interval_of(&Bootstrap::of(&sorted, row[0] as u32), row[1]);
            same(ours.low, row[2], name);
            same(ours.high, row[3], name);
        }
    }
}

/// Chance differs, so that the ends must only lie where `SciPy`'s own ends lie from run to run.
#[test]
fn bootstrap_intervals_lie_among_those_of_scipy() {
    let reference = reference();
    for (name, theirs) in reference["bootstrap_by_scipy"].as_object().unwrap() {
        let bootstrap = Bootstrap::of(&ascending(set(&reference, name).into_iter()), 1);
        for row in rows(theirs) {
            let ours = interval_of(&bootstrap, row[0]);
            assert!((row[1]..=row[2]).contains(&ours.low), "{name} {}: {} not in {row:?}", row[0], ours.low);
            assert!(
                (row[3]..=row[4]).contains(&ours.high),
                "{name} {}: {} not in {row:?}",
                row[0],
                ours.high
            );
        }
    }
}

fn pair(list: &Value) -> [Vec<f64>; 2] {
    [0, 1].map(|group| ascending(numbers(&list[group]).into_iter()))
}

#[test]
fn rank_sum_tests_count_the_splits_that_scipy_enumerates() {
    let reference = reference();
    let tests = reference["rank_sum_tests"].as_object().unwrap();
    assert_eq!(tests.len(), 5);
    for (name, theirs) in tests {
        let [a, b] = pair(&reference["pairs"][name]);
        let ours = rank_sum_test(&a, &b, DEFAULT_SEED, 1);
        assert_eq!(ours.splits, Splits::All, "{name}");
        same(ours.p, theirs.as_f64().unwrap(), name);
    }
}

/// So many values are permuted by chance: within four standard errors of the normal approximation.
#[test]
fn large_rank_sum_tests_come_near_the_normal_approximation() {
    let reference = reference();
    for (name, theirs) in reference["large_rank_sum_tests"].as_object().unwrap() {
        let [a, b] = pair(&reference["large_pairs"][name]);
        let (ours, p) = (rank_sum_test(&a, &b, DEFAULT_SEED, 1), theirs.as_f64().unwrap());
        assert_eq!(ours.splits, Splits::Drawn(9999), "{name}");
        let error = (p * (1.0 - p) / 9999.0).sqrt();
        assert!((ours.p - p).abs() < 4.0 * error, "{name}: {} is not {p}", ours.p);
        let normal = rank_sum_test(&a, &b, DEFAULT_SEED, 1000);
        assert_eq!(normal.splits, Splits::Normal, "{name}");
        assert!((normal.p - p).abs() < 1e-4, "{name}: {} is not {p}", normal.p);
    }
}

#[test]
fn shifts_and_their_intervals_are_what_the_test_of_scipy_keeps() {
    let reference = reference();
    let shifts = reference["shifts"].as_object().unwrap();
    assert_eq!(shifts.len(), 4);
    for (name, theirs) in shifts {
        let [a, b] = pair(&reference["pairs"][name]);
        let ours = shift_between(&a, &b, 1).unwrap();
        let interval = ours.interval.unwrap();
        for (ours, theirs) in [ours.ratio, interval.low, interval.high].into_iter().zip(numbers(theirs)) {
            same(ours / theirs, 1.0, name);
        }
    }
}

/// Both sides simulate, with generators of their own: 6 % apart is chance, 15 % is another test.
#[test]
fn what_can_be_detected_is_what_simulations_by_scipy_detect() {
    for row in rows(&reference()["detectable_shifts"]) {
        // OK because sizes are small whole numbers.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let sizes = (row[0] as usize, row[1] as usize);
        let ours = detectable_ratio(sizes, 1.0, DEFAULT_SEED).unwrap().ln();
        assert!((ours / row[2] - 1.0).abs() < 0.06, "{sizes:?}: {ours} is not {}", row[2]);
        same(detectable_ratio(sizes, 2.0, DEFAULT_SEED).unwrap().ln(), 2.0 * ours, "twice the spread");
    }
}
