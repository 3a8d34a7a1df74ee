//! What holds for the figures of any incidents.

use outage_lens::incident::{
    Basis, Certainty, ClockTime, Impact, Incident, Moment, OutageDuration, PartialDate, PartialTime, RuleId,
};
use outage_lens::metrics::{
    Bootstrap, DurationDefinition, Durations, Ecdf, Interval, Length, Summary, summarize_incidents,
};
use outage_lens::wire::{CompareOptions, ComparedText, Comparison, comparison};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn moment((day, hour, minute): (u8, u8, u8)) -> Moment {
    Moment {
        at: PartialTime {
            date: PartialDate::new(Some(2026), 2, day),
            time: ClockTime::new(hour, minute, None),
        },
        offset_minutes: None,
        certainty: Certainty::Stated,
        rule: RuleId::new("test"),
        approximate: false,
        evidence: Vec::new(),
    }
}

fn any_moment() -> impl Strategy<Value = Option<Moment>> {
    option::weighted(0.7, (1..20_u8, 0..24_u8, 0..60_u8).prop_map(moment))
}

/// Lengths as reports have them, equal ones, zeros, and what no report should have.
fn any_minutes() -> impl Strategy<Value = f64> {
    prop_oneof![6 => 0.1..5000.0_f64, 2 => (0..5_u8).prop_map(f64::from), 1 => any::<f64>()]
}

fn any_duration() -> impl Strategy<Value = OutageDuration> {
    let ends = (option::of(any_minutes()), option::of(any_minutes()), option::of(any_minutes()));
    (ends, any::<bool>()).prop_map(|((minutes, low, high), approximate)| OutageDuration {
        minutes,
        low,
        high,
        approximate,
        basis: Basis::Stated,
        certainty: Certainty::Stated,
        rule: RuleId::new("test"),
        evidence: Vec::new(),
    })
}

fn any_impact() -> impl Strategy<Value = Impact> {
    let percent = || prop_oneof![8 => 0.0..=100.0_f64, 1 => any::<f64>()];
    (option::of(percent()), option::of(percent()), option::of(percent())).prop_map(|(percent, low, high)| {
        Impact {
            percent,
            low,
            high,
            of: None,
            approximate: false,
            bound: None,
            peak: false,
            certainty: Certainty::Stated,
            rule: RuleId::new("test"),
            evidence: Vec::new(),
        }
    })
}

fn any_incident() -> impl Strategy<Value = Incident> {
    let moments = (any_moment(), any_moment(), any_moment(), any_moment());
    (moments, option::of(any_duration()), option::of(any_impact())).prop_map(
        |((start, detected, mitigated, end), duration, impact)| Incident {
            start,
            detected,
            mitigated,
            end,
            duration,
            impact,
            ..Incident::default()
        },
    )
}

fn summary(incidents: &[Incident], definition: DurationDefinition) -> Summary {
    summarize_incidents(&incidents.iter().collect::<Vec<_>>(), definition)
}

proptest! {
    #[test]
    fn every_incident_is_counted_once(incidents in vec(any_incident(), 0..40)) {
        for definition in DurationDefinition::ALL {
            let counts = summary(&incidents, definition).counts;
            let all = [counts.exact, counts.ranges, counts.open_ended, counts.end_before_start, counts.untold];
            prop_assert_eq!(all.iter().sum::<usize>(), incidents.len());
            prop_assert!(counts.zero <= counts.exact);
        }
    }

    #[test]
    fn lengths_are_never_negative_and_ranges_never_turned_around(incidents in vec(any_incident(), 0..40)) {
        for definition in DurationDefinition::ALL {
            for measured in Durations::of(incidents.iter(), definition).each.iter().flatten() {
                let (low, high) = match measured.length {
                    Length::Exact(minutes) | Length::AtLeast(minutes) => (minutes, minutes),
                    Length::Range(low, high) => (low, high),
                };
                prop_assert!(0.0 <= low && low <= high && high.is_finite(), "{measured:?}");
                prop_assert!(!measured.words().is_empty());
            }
        }
    }

    #[test]
    fn figures_stand_in_their_order_and_do_not_depend_on_the_order_of_incidents(
        mut incidents in vec(any_incident(), 1..40),
    ) {
        let figures = summary(&incidents, DurationDefinition::StartToEnd).duration_minutes;
        incidents.reverse();
        prop_assert_eq!(figures, summary(&incidents, DurationDefinition::StartToEnd).duration_minutes);
        if let Some(figures) = figures {
            let p90 = figures.p90.unwrap_or(figures.max);
            let order = [figures.min, figures.p25, figures.median, figures.p75, p90, figures.max];
            prop_assert!(order.is_sorted(), "{order:?}");
        }
    }

    #[test]
    fn the_share_that_was_over_only_grows_and_stays_in_its_bounds(
        incidents in vec(any_incident(), 0..40),
        mut times in vec(0.0..6000.0_f64, 2..6),
    ) {
        times.sort_by(f64::total_cmp);
        let ecdf = Ecdf::of(&Durations::of(incidents.iter(), DurationDefinition::StartToEnd));
        let found: Vec<_> = times.iter().map(|&minutes| ecdf.share_within(minutes)).collect();
        prop_assert!(found.iter().map(|within| within.count).is_sorted());
        for within in found {
            let (least, most, all) = within.bounds.unwrap_or((within.count, within.count, within.n));
            prop_assert!(within.count <= least && least <= most && most <= all && within.n <= all);
            if let (Some(share), Some(Interval { low, high })) = (within.share(), within.interval) {
                prop_assert!(0.0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1.0);
            }
        }
    }

    #[test]
    fn the_curve_ends_with_every_duration(incidents in vec(any_incident(), 0..40)) {
        let ecdf = Ecdf::of(&Durations::of(incidents.iter(), DurationDefinition::StartToEnd));
        let steps = ecdf.steps();
        prop_assert!(steps.windows(2).all(|pair| pair[0].minutes < pair[1].minutes && pair[0].count < pair[1].count));
        prop_assert_eq!(steps.last().map_or(0, |step| step.count), ecdf.n());
    }
}

proptest! {
    // Each case resamples thousands of times.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn intervals_stay_between_the_shortest_and_the_longest(
        mut values in vec(0.0..5000.0_f64, 0..40),
        seed in any::<u32>(),
    ) {
        values.sort_by(f64::total_cmp);
        let found = Bootstrap::of(&values, seed);
        prop_assert_eq!(found.resamples > 0, found.median.is_some());
        for Interval { low, high } in [found.p25, found.median, found.p75, found.p90].into_iter().flatten() {
            prop_assert!(values.first() <= Some(&low) && low <= high && Some(&high) <= values.last());
        }
    }

    #[test]
    fn a_comparison_has_a_row_for_each_incident_and_adds_up(incidents in vec(any_incident(), 0..40)) {
        let texts = [ComparedText { name: Some("a.md"), text: "", incidents: &incidents }];
        for definition in DurationDefinition::ALL {
            let options = CompareOptions { definition, ..CompareOptions::default() };
            let Comparison { measured, n, n_with_duration, n_weighted, downtime_minutes, within, left_out, .. } =
                comparison(&texts, options);
            prop_assert_eq!((measured.len(), n), (incidents.len(), incidents.len()));
            let exact: Vec<f64> = measured.iter().filter_map(|one| one.minutes).collect();
            prop_assert_eq!((exact.len(), within.n), (n_with_duration, n_with_duration));
            prop_assert_eq!(measured.iter().filter(|one| one.weighted_minutes.is_some()).count(), n_weighted);
            let sum: f64 = exact.iter().sum();
            prop_assert!(downtime_minutes.map_or(exact.is_empty(), |total| (total - sum).abs() <= 1e-9 * sum));
            let reasons = measured.iter().filter(|one| one.reason.is_some()).count();
            prop_assert_eq!(reasons, left_out.end_before_start + left_out.untold);
        }
    }
}
