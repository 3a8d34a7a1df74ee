//! The shapes of many incidents in figures, in the data format.

use serde::Serialize;

use super::incident::Incident;

/// Many incidents in figures. A figure that cannot be computed is `null`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// [`super::SCHEMA`].
    pub schema: &'static str,
    /// The definition of duration, by its kebab-case name.
    pub definition: &'static str,
    /// How many incidents there are.
    pub n: usize,
    /// How many of them have one duration; the figures are of these.
    pub n_with_duration: usize,
    /// How many of these durations are zero.
    pub n_zero: usize,
    /// How many of all incidents have one share affected.
    pub n_with_impact: usize,
    /// How many have both, of which the weighted downtime is the sum.
    pub n_weighted: usize,
    /// How many have no one duration, and why.
    pub left_out: LeftOut,
    /// The figures of the durations, in minutes.
    pub duration_minutes: DurationFigures,
    /// What the intervals were made with.
    pub bootstrap: BootstrapNote,
    /// The figures that are held back.
    pub withheld: Vec<Withheld>,
    /// How many were over within the time that was asked for.
    pub within: Within,
    /// The empirical distribution function: where it rises, and to how much.
    pub ecdf: Vec<EcdfStep>,
    /// The sum of the durations.
    pub downtime_minutes: Option<f64>,
    /// The sum of duration times share affected.
    pub weighted_downtime_minutes: Option<f64>,
    /// What was measured of each incident, in the order of `incidents`.
    pub measured: Vec<Measured>,
    /// The incidents.
    pub incidents: Vec<Incident>,
}

/// How many incidents have no one duration, by reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Told as a range.
    pub ranges: usize,
    /// Without an end.
    pub open_ended: usize,
    /// Ending before the start.
    pub end_before_start: usize,
    /// Without any duration.
    pub untold: usize,
}

/// Figures of durations, in minutes; intervals are lower end and upper end.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize)]
pub struct DurationFigures {
    /// The shortest.
    pub min: Option<f64>,
    /// The first quartile.
    pub p25: Option<f64>,
    /// The median.
    pub median: Option<f64>,
    /// The third quartile.
    pub p75: Option<f64>,
    /// The ninth decile.
    pub p90: Option<f64>,
    /// The longest.
    pub max: Option<f64>,
    /// `exp` of the mean logarithm.
    pub geometric_mean: Option<f64>,
    /// Sample standard deviation of the natural logarithms.
    pub log_sigma: Option<f64>,
    /// The arithmetic mean, which a few long incidents rule.
    pub mean: Option<f64>,
    /// The 95 % interval of the median.
    pub median_interval: Option<[f64; 2]>,
    /// The 95 % interval of the first quartile.
    pub p25_interval: Option<[f64; 2]>,
    /// The 95 % interval of the third quartile.
    pub p75_interval: Option<[f64; 2]>,
    /// The 95 % interval of the ninth decile.
    pub p90_interval: Option<[f64; 2]>,
}

/// What the intervals of quantiles were made with.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BootstrapNote {
    /// What the chance followed from.
    pub seed: u32,
    /// How often the durations were drawn anew; 0 where every interval is held back.
    pub resamples: usize,
    /// How often such an interval holds the true value.
    pub confidence: f64,
}

/// A figure that is held back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Withheld {
    /// Its field in `duration_minutes`.
    pub figure: &'static str,
    /// Why, as a sentence.
    pub reason: String,
}

/// How many durations are at most so long.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Within {
    /// The same as a sentence.
    pub finding: String,
    /// The time.
    pub minutes: f64,
    /// How many durations are at most so long.
    pub count: usize,
    /// Of how many.
    pub n: usize,
    /// The same from 0 to 1.
    pub share: Option<f64>,
    /// The share's 95 % interval.
    pub share_interval: Option<[f64; 2]>,
    /// The fewest and the most it can be when ranges and incidents without an end count too.
    pub count_bounds: [usize; 2],
    /// Of how many, when those count too.
    pub n_bounded: usize,
}

/// A place at which the empirical distribution function rises.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct EcdfStep {
    /// The duration.
    pub minutes: f64,
    /// How many durations are at most so long.
    pub count: usize,
    /// The same from 0 to 1.
    pub share: f64,
}

/// What was measured of one incident under the definition.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measured {
    /// The name of the text that it was read from.
    pub name: Option<String>,
    /// Its duration, where it is one value.
    pub minutes: Option<f64>,
    /// The lower end of a range, or how long it lasted at least.
    pub low: Option<f64>,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// Whether the report hedges it.
    pub approximate: bool,
    /// Why it has no duration, as a sentence.
    pub reason: Option<&'static str>,
    /// The share affected from 0 to 1, where it is one value.
    pub share: Option<f64>,
    /// Duration times share affected.
    pub weighted_minutes: Option<f64>,
}
