//! How long figures and charts of many incidents take: `cargo bench --bench comparison`.
//!
//! A row is a task, a column a number of incidents; each cell is the least of several runs, which a busy machine
//! disturbs the least, and in brackets how often longer that is than the column before, where the work grew tenfold.

#![allow(missing_docs, reason = "a benchmark has no interface")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use outage_lens::chart::{
    ComparedIncident, Scene, Size, render_aligned_timelines, render_duration_dots, render_ecdf,
    render_impact_scatter,
};
use outage_lens::incident::{
    Basis, Certainty, ClockTime, Impact, Incident, Moment, OutageDuration, PartialDate, PartialTime, RuleId,
};
use outage_lens::metrics::{
    Bootstrap, DEFAULT_SEED, DurationDefinition, Durations, Ecdf, Random, summarize_incidents,
};

const SIZES: [usize; 3] = [10, 1000, 10_000];
const DEFINITION: DurationDefinition = DurationDefinition::StartToEnd;
/// A task is run at least so often, and until this much time has gone by.
const RUNS: usize = 5;
const AT_LEAST: Duration = Duration::from_millis(200);

type Task = (&'static str, fn(&[Incident]));

const TASKS: [Task; 8] = [
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
        chart(incidents, render_aligned_timelines);
    }),
];

fn main() {
    let sets = SIZES.map(incidents);
    println!("{:<16}{}", "ms", SIZES.map(|n| format!("{n:>10} incidents  ")).concat());
    for (name, task) in TASKS {
        let mut before = None;
        let cell = |set: &Vec<Incident>| {
            let took = least_time(|| task(set)).as_secs_f64() * 1000.0;
            let ratio = before.map_or_else(String::new, |before: f64| format!("({:.1})", took / before));
            before = Some(took);
            format!("{took:>12.3} {ratio:<9}")
        };
        println!("{name:<16}{}", sets.iter().map(cell).collect::<String>());
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
    let start = PartialTime { date: PartialDate::new(Some(2026), 2, 11), time: ClockTime::new(9, 12, None) };
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
