//! The figures over all compared incidents, in words.

use crate::metrics::{DEFAULT_SEED, Distribution, Interval, format_duration, interval_withheld};
use crate::text::decimal;

use super::Comparison;

/// One figure of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The word that tests and programs know it by.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Its value; `None` where it cannot be said.
    pub value: Option<String>,
    /// What must be known beside it: its interval, or why there is none.
    pub note: String,
}

/// The figures that are always shown.
#[must_use]
pub fn figures(compared: &Comparison) -> Vec<Figure> {
    let summary = &compared.summary;
    let known = summary.duration_minutes;
    let mut figures = vec![count(compared)];
    let value = |take: fn(&Distribution) -> f64| known.as_ref().map(take).map(format_duration);
    figures.push(Figure {
        name: "median",
        label: "Median",
        value: value(|figures| figures.median),
        note: interval_words(compared, compared.bootstrap.median, 0.5),
    });
    let several = known.filter(|figures| figures.n > 1);
    let half = several.map(|figures| between(figures.p25, figures.p75));
    let of_all = several.map(|figures| ["of ", &between(figures.min, figures.max)].concat());
    figures.push(Figure {
        name: "half",
        label: "Middle half",
        value: half,
        note: of_all.unwrap_or_else(|| "takes two durations".to_owned()),
    });
    let p90 = known.and_then(|figures| figures.p90);
    let withheld = known.and_then(|figures| figures.p90_withheld());
    figures.push(Figure {
        name: "p90",
        label: "Nine in ten within",
        value: p90.map(format_duration),
        note: withheld.unwrap_or_else(|| interval_words(compared, compared.bootstrap.p90, 0.9)),
    });
    figures.push(Figure {
        name: "downtime",
        label: "Total downtime",
        value: summary.downtime_minutes.map(format_duration),
        note: ["sum of ", &counted(summary.n_with_duration, "duration")].concat(),
    });
    figures.push(Figure {
        name: "weighted",
        label: "Share-weighted downtime",
        value: summary.weighted_downtime_minutes.map(format_duration),
        note: [&counted(n_weighted(compared), "incident"), " with a duration and a share affected"].concat(),
    });
    figures
}

/// The figures that are shown on request.
#[must_use]
pub fn further_figures(compared: &Comparison) -> Vec<Figure> {
    let Some(known) = compared.summary.duration_minutes else { return Vec::new() };
    let zero = || {
        let words =
            if known.n > 1 { "A duration of zero has no logarithm." } else { "It takes two durations." };
        words.to_owned()
    };
    let note = |value: Option<f64>, words: &str| value.map_or_else(zero, |_| words.to_owned());
    vec![
        Figure {
            name: "geometric-mean",
            label: "Geometric mean",
            value: known.geometric_mean.map(format_duration),
            note: note(known.geometric_mean, "the middle of durations that spread by factors"),
        },
        Figure {
            name: "log-sigma",
            label: "Log sigma",
            value: known.log_sigma.map(|sigma| decimal(sigma, 2)),
            note: note(known.log_sigma, "standard deviation of the natural logarithms"),
        },
        Figure {
            name: "mean",
            label: "Arithmetic mean",
            value: Some(format_duration(known.mean)),
            note: mean_warning(&known),
        },
    ]
}

fn count(compared: &Comparison) -> Figure {
    let summary = &compared.summary;
    let mut left_out = summary.counts.left_out();
    if summary.counts.zero > 0 {
        left_out.push(format!("{} of zero length", summary.counts.zero));
    }
    let note = match left_out.as_slice() {
        [] => format!("of {}", counted(summary.n, "incident")),
        parts => format!("of {}; {}", counted(summary.n, "incident"), parts.join(", ")),
    };
    Figure { name: "n", label: "n", value: Some(summary.n_with_duration.to_string()), note }
}

/// A mean says little of durations: this says how little, of these.
fn mean_warning(known: &Distribution) -> String {
    let factor = known.mean / known.median;
    if known.median > 0.0 && factor >= 1.5 {
        let times = decimal(factor, 1);
        return format!(
            "A few long incidents rule it: it is {times} times the median. Do not report it alone."
        );
    }
    "A few long incidents rule it; here it lies near the median. Do not report it alone.".to_owned()
}

fn n_weighted(compared: &Comparison) -> usize {
    use crate::metrics::weighted_minutes;
    let definition = compared.definition();
    compared.list().iter().filter(|incident| weighted_minutes(incident, definition).is_some()).count()
}

/// The interval with the seed that it followed from, or why there is none.
fn interval_words(compared: &Comparison, interval: Option<Interval>, p: f64) -> String {
    match interval {
        Some(Interval { low, high }) => {
            let (resamples, ends) = (compared.bootstrap.resamples, between(low, high));
            format!("95 % interval {ends} ({resamples} resamples, seed {DEFAULT_SEED})")
        }
        None if compared.durations.sorted.is_empty() => "takes a duration".to_owned(),
        None => interval_withheld(&compared.durations.sorted, p).unwrap_or_default(),
    }
}

fn between(low: f64, high: f64) -> String {
    [format_duration(low), format_duration(high)].join(" to ")
}

fn counted(count: usize, of: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    [&count.to_string(), " ", of, plural].concat()
}
