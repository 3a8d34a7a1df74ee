//! From many incidents to their figures in the data format.

use super::comparison::{
    BootstrapNote, Comparison, DurationFigures, EcdfStep, LeftOut, Measured, Withheld, Within,
};
use super::convert::Writer;
use super::incident::Incident;
use crate::incident as model;
use crate::metrics::{
    Bootstrap, CONFIDENCE, DEFAULT_SEED, Distribution, DurationDefinition, Durations, Ecdf, Interval, Length,
    MeasuredDuration, ShareAffected, ShareWithin, Unmeasured, interval_withheld, summarize_incidents,
    weighted_minutes,
};
use crate::text::Gather;

/// A text with the incidents that were read from it.
#[derive(Clone, Copy, Debug)]
pub struct ComparedText<'t> {
    /// What the reader knows the text by, such as its file's name.
    pub name: Option<&'t str>,
    /// The text that the incidents' spans are of.
    pub text: &'t str,
    /// The incidents.
    pub incidents: &'t [model::Incident],
}

/// What a comparison can be asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompareOptions {
    /// From when to when durations are counted.
    pub definition: DurationDefinition,
    /// The time of which it is told how many incidents were over within it, in minutes.
    pub threshold_minutes: f64,
    /// What the chance of the intervals follows from.
    pub seed: u32,
}

impl Default for CompareOptions {
    fn default() -> Self {
        let definition = DurationDefinition::default();
        Self { definition, threshold_minutes: 60.0, seed: DEFAULT_SEED }
    }
}

/// The figures of all incidents of `texts`, and the incidents themselves.
#[must_use]
pub fn comparison(texts: &[ComparedText], options: CompareOptions) -> Comparison {
    let CompareOptions { definition, threshold_minutes, seed } = options;
    let all: Vec<&model::Incident> = texts.iter().flat_map(|text| text.incidents).gather();
    let durations = Durations::of(all.iter().copied(), definition);
    let summary = summarize_incidents(&all, definition);
    let bootstrap = Bootstrap::of(&durations.sorted, seed);
    let figures = summary.duration_minutes;
    let ecdf = Ecdf::of(&durations);
    let measured: Vec<Measured> = (texts.iter())
        .flat_map(|text| text.incidents.iter().map(|incident| (text.name, incident)))
        .zip(&durations.each)
        .map(|((name, incident), duration)| measured(name, incident, duration, definition))
        .gather();
    Comparison {
        schema: super::SCHEMA,
        definition: definition.as_str(),
        n: summary.n,
        n_with_duration: summary.n_with_duration,
        n_zero: summary.counts.zero,
        n_with_impact: summary.n_with_impact,
        n_weighted: measured.iter().filter(|one| one.weighted_minutes.is_some()).count(),
        left_out: LeftOut {
            ranges: summary.counts.ranges,
            open_ended: summary.counts.open_ended,
            end_before_start: summary.counts.end_before_start,
            untold: summary.counts.untold,
        },
        duration_minutes: figures.map(|figures| duration_figures(&figures, &bootstrap)).unwrap_or_default(),
        bootstrap: BootstrapNote { seed, resamples: bootstrap.resamples, confidence: CONFIDENCE },
        withheld: withheld(figures.as_ref(), &durations.sorted),
        within: within(ecdf.share_within(threshold_minutes)),
        ecdf: ecdf_steps(&ecdf),
        downtime_minutes: summary.downtime_minutes,
        weighted_downtime_minutes: summary.weighted_downtime_minutes,
        measured,
        incidents: texts.iter().flat_map(written).gather(),
    }
}

fn written(text: &ComparedText) -> Vec<Incident> {
    let writer = Writer::new(text.text);
    text.incidents.iter().map(|incident| writer.incident(incident)).gather()
}

fn duration_figures(figures: &Distribution, bootstrap: &Bootstrap) -> DurationFigures {
    DurationFigures {
        min: Some(figures.min),
        p25: Some(figures.p25),
        median: Some(figures.median),
        p75: Some(figures.p75),
        p90: figures.p90,
        max: Some(figures.max),
        geometric_mean: figures.geometric_mean,
        log_sigma: figures.log_sigma,
        mean: Some(figures.mean),
        median_interval: bootstrap.median.map(ends),
        p25_interval: bootstrap.p25.map(ends),
        p75_interval: bootstrap.p75.map(ends),
        p90_interval: bootstrap.p90.map(ends),
    }
}

const fn ends(Interval { low, high }: Interval) -> [f64; 2] {
    [low, high]
}

/// Nothing is held back where there is no duration at all: then nothing can be computed.
fn withheld(figures: Option<&Distribution>, sorted: &[f64]) -> Vec<Withheld> {
    let Some(figures) = figures else { return Vec::new() };
    let p90 = figures.p90_withheld().map(|reason| Withheld { figure: "p90", reason });
    let intervals =
        [("median_interval", 0.5), ("p25_interval", 0.25), ("p75_interval", 0.75), ("p90_interval", 0.9)];
    let held = intervals
        .into_iter()
        .filter_map(|(figure, p)| interval_withheld(sorted, p).map(|reason| Withheld { figure, reason }));
    let logarithms = figures.logarithms_withheld().map(|reason| {
        let figure = if figures.geometric_mean.is_none() { "geometric_mean" } else { "log_sigma" };
        Withheld { figure, reason: reason.to_owned() }
    });
    p90.into_iter().chain(logarithms).chain(held).gather()
}

fn within(found: ShareWithin) -> Within {
    let ShareWithin { minutes, count, n, interval, bounds } = found;
    let (least, most, all) = bounds.unwrap_or((count, count, n));
    let (share, share_interval, count_bounds) = (found.share(), interval.map(ends), [least, most]);
    let finding = [&found.finding(), "."].concat();
    Within { finding, minutes, count, n, share, share_interval, count_bounds, n_bounded: all }
}

fn ecdf_steps(ecdf: &Ecdf) -> Vec<EcdfStep> {
    let steps = ecdf.steps().into_iter();
    steps
        .map(|step| EcdfStep { minutes: step.minutes, count: step.count, share: ecdf.share(step.count) })
        .gather()
}

fn measured(
    name: Option<&str>,
    incident: &model::Incident,
    duration: &Result<MeasuredDuration, Unmeasured>,
    definition: DurationDefinition,
) -> Measured {
    let (low, high) = match duration.map(|measured| measured.length) {
        Ok(Length::Range(low, high)) => (Some(low), Some(high)),
        Ok(Length::AtLeast(low)) => (Some(low), None),
        Ok(Length::Exact(_)) | Err(_) => (None, None),
    };
    Measured {
        name: name.map(str::to_owned),
        minutes: duration.ok().and_then(|measured| measured.minutes()),
        low,
        high,
        approximate: duration.is_ok_and(|measured| measured.approximate),
        reason: duration.err().map(Unmeasured::reason),
        share: ShareAffected::of(incident).and_then(|share| share.exact()),
        weighted_minutes: weighted_minutes(incident, definition),
    }
}
