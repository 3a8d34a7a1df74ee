//! Charts of incidents over time: per period, and against an error budget.

use outage_lens::chart::{Scene, Size, render_downtime_per_period, render_error_budget};
use outage_lens::incident::{Incident, PartialDate};
use outage_lens::metrics::{DurationDefinition, NoAvailability, Objective, PeriodLength, Weighting};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::fixtures::{dated, named, year_and_a_half};
use crate::golden::{WIDTHS_PX, holds};
use crate::properties::{any_incident, is_sound};

fn per_period(incidents: &[Incident], wanted: PeriodLength, width: u32) -> Option<Scene> {
    let definition = DurationDefinition::StartToEnd;
    render_downtime_per_period(&named(incidents), definition, wanted, Size::new(width))
}

#[test]
fn months_of_a_year_and_a_half() {
    for width in WIDTHS_PX {
        let scene = per_period(&year_and_a_half(), PeriodLength::Month, width);
        holds(&format!("per-month-{width}"), scene);
    }
}

#[test]
fn quarters_of_a_decade() {
    let one = |n: u32| dated(&format!("{}-{:02}-15 12:00", 2013 + n % 11, n * 5 % 12 + 1), f64::from(n * n));
    let incidents: Vec<Incident> = (1..80).map(one).collect();
    for width in WIDTHS_PX {
        holds(&format!("per-quarter-{width}"), per_period(&incidents, PeriodLength::Quarter, width));
    }
}

#[test]
fn one_month_alone() {
    for width in WIDTHS_PX {
        let scene = per_period(&[dated("2024-05-02 10:00", 95.0)], PeriodLength::Month, width);
        holds(&format!("per-month-one-{width}"), scene);
    }
}

const QUARTER: Objective = Objective {
    first_day: PartialDate { year: Some(2024), month: 4, day: 1 },
    last_day: PartialDate { year: Some(2024), month: 6, day: 30 },
    percent: 99.9,
};

fn budget(incidents: &[Incident], objective: Objective, width: u32) -> Result<Option<Scene>, NoAvailability> {
    let definition = DurationDefinition::StartToEnd;
    render_error_budget(&named(incidents), definition, objective, Weighting::Full, Size::new(width))
}

#[test]
fn a_budget_that_lasts() {
    let incidents = [
        dated("2024-04-09 10:00", 21.0),
        dated("2024-05-02 23:50", 37.0),
        dated("2024-05-20 06:00", 8.0),
        dated("2024-02-20 06:00", 8.0),
    ];
    for width in WIDTHS_PX {
        let scene = budget(&incidents, QUARTER, width).expect("the objective makes sense");
        holds(&format!("budget-kept-{width}"), scene);
    }
}

#[test]
fn a_budget_that_is_overspent() {
    let incidents = [
        dated("2024-04-09 10:00", 90.0),
        dated("2024-05-02 23:50", 45.0),
        dated("2024-06-03 06:00", 4.0 * 1440.0),
        Incident::default(),
    ];
    for width in WIDTHS_PX {
        let scene = budget(&incidents, QUARTER, width).expect("the objective makes sense");
        holds(&format!("budget-overspent-{width}"), scene);
    }
}

#[test]
fn without_outages_the_whole_budget_is_left() {
    let scene = budget(&[], QUARTER, 720).expect("the objective makes sense").expect("a period can be drawn");
    assert_eq!(scene.title, "100 % available: 0 min of the error budget of 2 h 11 min used, 2 h 11 min left");
    let reversed = Objective { last_day: PartialDate { day: 31, month: 3, ..QUARTER.first_day }, ..QUARTER };
    assert_eq!(budget(&[], reversed, 720), Err(NoAvailability::Reversed));
}

#[test]
fn ten_thousand_incidents_are_no_more_than_a_chart() {
    let one = |n: u32| {
        let start = format!("{}-{:02}-{:02} {:02}:00", 2019 + n % 5, n % 12 + 1, n % 28 + 1, n % 24);
        dated(&start, f64::from(n % 997))
    };
    let incidents: Vec<Incident> = (0..10_000).map(one).collect();
    let scene = per_period(&incidents, PeriodLength::Month, 720).expect("all have a date");
    assert_eq!(scene.table.rows.len(), 60);
    let year = Objective { last_day: PartialDate { month: 12, day: 31, ..QUARTER.last_day }, ..QUARTER };
    let scene = budget(&incidents, year, 720).expect("it makes sense").expect("it can be drawn");
    assert!(scene.to_svg().len() < 60_000, "{} bytes", scene.to_svg().len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_chart_over_time_is_sound(
        incidents in vec(any_incident(), 0..30),
        width in 200..1500_u32,
        days in (1..28_u8, 1..13_u8, 0..4_i32),
        percent in prop_oneof![Just(99.9), Just(1e-300), 0.0..100.0_f64],
    ) {
        for wanted in PeriodLength::ALL {
            if let Some(scene) = per_period(&incidents, wanted, width) {
                is_sound(&scene)?;
            }
        }
        let last_day = PartialDate { year: Some(2024 + days.2), month: days.1, day: days.0 };
        for weighting in Weighting::ALL {
            let objective = Objective { percent, last_day, ..QUARTER };
            let definition = DurationDefinition::StartToMitigation;
            let compared = named(&incidents);
            let drawn = render_error_budget(&compared, definition, objective, weighting, Size::new(width));
            if let Ok(scene) = drawn {
                is_sound(&scene.expect("a sensible objective is drawn"))?;
            }
        }
    }
}
