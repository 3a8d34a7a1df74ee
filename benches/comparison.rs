//! How long figures and charts of many incidents take: `cargo bench --bench comparison`.
//!
//! A row is a task, a column a number of incidents; each cell is the least of several runs, which a busy machine
//! disturbs the least, and in brackets how often longer that is than the column before, where the work grew tenfold.

#![allow(missing_docs, reason = "a benchmark has no interface")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use outage_lens::chart::{
    AlignedAt, ComparedIncident, Scene, Size, render_aligned_timelines, render_downtime_per_period,
    render_duration_dots, render_ecdf, render_error_budget, render_group_dots, render_impact_scatter,
    render_phase_split,
};
use outage_lens::incident::{
    Basis, Certainty, ClockTime, Impact, Incident, Moment, OutageDuration, PartialDate, PartialTime, RuleId,
};
use outage_lens::metrics::{
    Bootstrap, DEFAULT_SEED, DurationDefinition, Durations, Ecdf, Objective, PeriodLength, Random, Weighting,
    compare_groups, group_durations, summarize_incidents,
};

const SIZES: [usize; 3] = [10, 1000, 10_000];
const DEFINITION: DurationDefinition = DurationDefinition::StartToEnd;
/// A task is run at least so often, and until this much time has gone by.
const RUNS: usize = 5;
const AT_LEAST: Duration = Duration::from_millis(200);

type Task = (&'static str, fn(&[Incident]));

const TASKS: [Task; 14] = [
    ("summarize", |incidents| {
        let incidents: Vec<&Incident> = incidents.iter().collect();
        black_box(summarize_incidents(&incidents, DEFINITION));
    }),
    ("durations", |incidents| {
        black_box(durations(incidents));
    }),
    ("bootstrap", |incidents| {
        black_box(Bootstrap::of(&durations(incidents).sorted, DEFAULT_SEED));
    }),
    ("ecdf", |incidents| {
        let ecdf = Ecdf::of(&durations(incidents));
        black_box((ecdf.steps(), ecdf.share_within(60.0)));
    }),
    ("chart: dots", |incidents| {
        chart(incidents, |compared, size| render_duration_dots(compared, DEFINITION, DEFAULT_SEED, size));
    }),
    ("chart: ecdf", |incidents| {
        chart(incidents, |compared, size| render_ecdf(compared, DEFINITION, 60.0, size));
    }),
    ("chart: scatter", |incidents| {
        chart(incidents, |compared, size| render_impact_scatter(compared, DEFINITION, size));
    }),
    ("chart: aligned", |incidents| {
        chart(incidents, |compared, size| render_aligned_timelines(compared, AlignedAt::Start, size));
    }),
    ("two groups", |incidents| {
        let incidents: Vec<&Incident> = incidents.iter().collect();
        let groups = group_durations(&incidents, &labels(incidents.len(), 2), DEFINITION).groups;
        let _ = black_box(compare_groups(&groups[0], &groups[1], DEFAULT_SEED));
    }),
    ("chart: 2 groups", |incidents| {
        chart(incidents, |compared, size| {
            render_group_dots(compared, &labels(compared.len(), 2), DEFINITION, DEFAULT_SEED, size)
        });
    }),
    ("chart: 40 groups", |incidents| {
        chart(incidents, |compared, size| {
            render_group_dots(compared, &labels(compared.len(), 40), DEFINITION, DEFAULT_SEED, size)
        });
    }),
    ("chart: periods", |incidents| {
        chart(incidents, |compared, size| {
            render_downtime_per_period(compared, DEFINITION, PeriodLength::Month, size)
        });
    }),
    ("chart: phases", |incidents| chart(incidents, render_phase_split)),
    ("chart: budget", |incidents| {
        chart(incidents, |compared, size| {
            render_error_budget(compared, DEFINITION, FIVE_YEARS, Weighting::Share, size).ok().flatten()
        });
    }),
];

const FIVE_YEARS: Objective = Objective {
    first_day: PartialDate { year: Some(2022), month: 1, day: 1 },
    last_day: PartialDate { year: Some(2026), month: 12, day: 31 },
    percent: 99.9,
};

fn labels(n: usize, groups: usize) -> Vec<Option<String>> {
    (0..n).map(|place| Some(format!("service {:02}", place % groups))).collect()
}

fn main() {
    let sets = SIZES.map(incidents);
    println!("{:<18}{}", "ms", SIZES.map(|n| format!("{n:>10} incidents  ")).concat());
    for (name, task) in TASKS {
        let mut before = None;
        let cell = |set: &Vec<Incident>| {
            let took = least_time(|| task(set)).as_secs_f64() * 1000.0;
            let ratio = before.map_or_else(String::new, |before: f64| format!("({:.1})", took / before));
            before = Some(took);
            format!("{took:>12.3} {ratio:<9}")
        };
        println!("{name:<18}{}", sets.iter().map(cell).collect::<String>());
    }
}

fn durations(incidents: &[Incident]) -> Durations {
    Durations::of(incidents.iter(), DEFINITION)
}

fn chart(incidents: &[Incident], draw: impl Fn(&[ComparedIncident], Size) -> Option<Scene>) {
    let compared: Vec<ComparedIncident> = incidents
        .iter()
        .map(|incident| ComparedIncident { title: "Checkout errors".to_owned(), incident })
        .collect();
    black_box(draw(&compared, Size::new(720)));
}

fn least_time(task: impl Fn()) -> Duration {
    let (begun, mut least) = (Instant::now(), Duration::MAX);
    let mut runs = 0;
    while runs < RUNS || begun.elapsed() < AT_LEAST {
        let start = Instant::now();
        task();
        least = least.min(start.elapsed());
        runs += 1;
    }
    least
}

/// Incidents of a minute to a week, spread as logarithms; the same ones on every run.
fn incidents(n: usize) -> Vec<Incident> {
    let mut random = Random::seeded(DEFAULT_SEED);
    (0..n).map(|_| incident(&mut random)).collect()
}

fn incident(random: &mut Random) -> Incident {
    let mut part = |of: u32| f64::from(u32::try_from(random.below(of as usize)).unwrap_or(0));
    let (minutes, percent) = (10_f64.powf(part(4000) / 1000.0).round(), part(1001) / 10.0);
    let day = i64::from(u32::try_from(random.below(1825)).unwrap_or(0));
    let date = PartialDate::new(Some(2022), 1, 1).and_then(|first| first.plus_days(day));
    let start = PartialTime { date, time: ClockTime::new(9, 12, None) };
    let after = |share: f64| {
        // OK because it is at most ten thousand minutes.
        #[expect(clippy::cast_possible_truncation)]
        let minutes = (minutes * share) as i64;
        start.plus_minutes(minutes).map(moment)
    };
    Incident {
        start: after(0.0),
        detected: after(0.2),
        mitigated: after(0.7),
        end: after(1.0),
        duration: Some(duration(minutes)),
        impact: Some(impact(percent)),
        ..Incident::default()
    }
}

fn moment(at: PartialTime) -> Moment {
    Moment {
        at,
        offset_minutes: None,
        certainty: Certainty::Stated,
        rule: RuleId::new("bench"),
        approximate: false,
        evidence: Vec::new(),
    }
}

fn duration(minutes: f64) -> OutageDuration {
    OutageDuration {
        minutes: Some(minutes),
        low: None,
        high: None,
        approximate: false,
        basis: Basis::Stated,
        certainty: Certainty::Stated,
        rule: RuleId::new("bench"),
        evidence: Vec::new(),
    }
}

fn impact(percent: f64) -> Impact {
    Impact {
        percent: Some(percent),
        low: None,
        high: None,
        of: None,
        approximate: false,
        bound: None,
        peak: false,
        certainty: Certainty::Stated,
        rule: RuleId::new("bench"),
        evidence: Vec::new(),
    }
}
