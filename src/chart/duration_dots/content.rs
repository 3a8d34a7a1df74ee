//! What the duration chart shows, before anything has a place in pixels.

use super::strip::Bar;
use crate::chart::canvas::Told;
use crate::chart::caption::duration_caption;
use crate::chart::log_ticks::LEAST_MINUTES;
use crate::chart::{ComparedIncident, Role, Table};
use crate::metrics::{
    Bootstrap, Distribution, Durations, Interval, Length, MeasuredDuration, Unmeasured, format_duration,
    interval_withheld,
};
use crate::text::{Gather, decimal, float_key, sorted_by_key};

/// More dots than this are counted in bars.
const MOST_DOTS: usize = 1000;

/// One incident on the axis.
pub(super) struct Dot {
    /// Its place in the list of incidents.
    pub incident: usize,
    /// Its duration in minutes, or the ends of its range.
    pub from: f64,
    pub to: f64,
    pub role: Role,
    pub label: String,
}

/// Everything that is drawn.
pub(super) struct Content {
    /// In ascending order of their start; where they are counted in bars, only those that are one value.
    pub dots: Vec<Dot>,
    /// The figures of all durations that are one value, zeros among them.
    pub figures: Option<Distribution>,
    /// How many values those are.
    pub n: usize,
    /// Whether the dots are counted in bars.
    pub is_binned: bool,
    bootstrap: Bootstrap,
    durations: Durations,
    undrawable: usize,
    unsettled_left_out: usize,
}

impl Content {
    /// What `incidents` have to show, or `None` where none has a duration that can be drawn.
    pub fn of(incidents: &[ComparedIncident], durations: &Durations, bootstrap: Bootstrap) -> Option<Self> {
        let known = durations.each.iter().flatten();
        let drawable = known.clone().filter(|measured| ends(measured).0 >= LEAST_MINUTES).count();
        let (undrawable, is_binned) = (known.count() - drawable, drawable > MOST_DOTS);
        let dots: Vec<Dot> = (incidents.iter().zip(&durations.each).enumerate())
            .filter_map(|(place, (one, measured))| dot(place, one, measured.as_ref().ok()?, is_binned))
            .gather();
        let dots = sorted_by_key(dots, |dot| float_key(dot.from));
        let content = Self {
            figures: Distribution::of_sorted(&durations.sorted),
            n: durations.sorted.len(),
            bootstrap,
            unsettled_left_out: drawable - dots.len(),
            durations: durations.clone(),
            undrawable,
            is_binned,
            dots,
        };
        (!content.dots.is_empty()).then_some(content)
    }

    /// The shortest and the longest duration that is drawn.
    pub fn extent(&self) -> (f64, f64) {
        let shortest = self.dots.iter().map(|dot| dot.from).fold(f64::INFINITY, f64::min);
        let longest = self.dots.iter().map(|dot| dot.to).fold(0.0, f64::max);
        (shortest, longest)
    }

    /// How far the median could lie elsewhere by chance, where both ends have a place on the axis.
    pub fn median_interval(&self) -> Option<Interval> {
        self.bootstrap.median.filter(|interval| interval.low > LEAST_MINUTES)
    }

    /// What stands beside the picture; `boxed` where it has a box, `bars` where it counts in them.
    pub fn told(&self, boxed: bool, incidents: &[ComparedIncident], bars: &[Bar]) -> Told {
        let table = if self.is_binned { bars_table(bars) } else { self.table(incidents) };
        Told { title: self.title(), description: self.description(boxed), table }
    }

    /// The finding.
    fn title(&self) -> String {
        match (self.n, self.figures) {
            (0, _) | (_, None) => "No report gives one duration".to_owned(),
            (1, Some(figures)) => format!("One duration: {}", format_duration(figures.median)),
            (_, Some(figures)) => format!("Half were over within {}", format_duration(figures.median)),
        }
    }

    /// What the numbers are, which stands in the picture itself.
    pub fn caption(&self) -> Vec<String> {
        let mut parts = duration_caption(&self.durations);
        if self.undrawable > 0 {
            parts.push(format!("{} of zero length, not drawn", self.undrawable));
        }
        if self.unsettled_left_out > 0 {
            parts.push(format!("not drawn as range or open end: {}", self.unsettled_left_out));
        }
        if self.is_binned {
            parts.push("bars count incidents".to_owned());
        }
        if self.median_interval().is_some() {
            let Bootstrap { resamples, seed, .. } = self.bootstrap;
            parts.push("bracket: 95 % interval of the median".to_owned());
            parts.push(format!("{resamples} resamples, seed {seed}"));
        }
        parts
    }

    /// How to read the picture.
    fn description(&self, boxed: bool) -> String {
        let marks = if self.is_binned {
            "Bars count the incidents along a logarithmic time axis."
        } else {
            "Every incident is a dot on a logarithmic time axis; hollow dots are hedged in their report, bars are stated \
             ranges, arrows have no end told and begin at the length that they had at least."
        };
        let figures = self.figures.filter(|_| boxed).map(|figures| {
            let words = format_duration;
            format!(
                " The box holds the middle half, {} to {}, its line is the median, {}; the whiskers reach the \
                 shortest, {}, and the longest, {}.",
                words(figures.p25),
                words(figures.p75),
                words(figures.median),
                words(figures.min),
                words(figures.max),
            )
        });
        let interval = match self.bootstrap.median {
            Some(Interval { low, high }) => Some(format!(
                "The median's 95 % interval, from {} to {}, is that between the percentiles of the resamples' medians.",
                format_duration(low),
                format_duration(high),
            )),
            None if self.n > 1 => interval_withheld(&self.durations.sorted, 0.5),
            None => None,
        };
        let interval = interval.map(|words| [" ", &words].concat()).unwrap_or_default();
        format!("{}. {marks}{}{interval}", self.caption().join(", "), figures.unwrap_or_default())
    }

    /// One row an incident, in the order of the list; the duration is empty where it is not known.
    fn table(&self, incidents: &[ComparedIncident]) -> Table {
        let header = [
            "Incident".to_owned(),
            format!("Duration ({})", self.durations.definition.label()),
            "Minutes".to_owned(),
        ];
        let rows = incidents.iter().zip(&self.durations.each).map(|(one, measured)| row(one, measured));
        Table { header: header.to_vec(), rows: rows.gather() }
    }
}

/// Where a length begins and ends on the axis.
fn ends(measured: &MeasuredDuration) -> (f64, f64) {
    match measured.length {
        Length::Exact(minutes) | Length::AtLeast(minutes) => (minutes, minutes),
        // A range from zero has no place for its start on this axis; it begins at the axis' own.
        Length::Range(low, high) => (low.max(high / 100.0), high),
    }
}

/// The incident as a dot, or as one of those that a bar counts: these are one value, and nobody points at them.
fn dot(incident: usize, one: &ComparedIncident, measured: &MeasuredDuration, is_binned: bool) -> Option<Dot> {
    let (from, to) = ends(measured);
    if from < LEAST_MINUTES || is_binned && measured.minutes().is_none() {
        return None;
    }
    let role = match measured.length {
        Length::Range(..) => Role::Interval,
        Length::AtLeast(_) => Role::OpenEnd,
        Length::Exact(_) if measured.approximate => Role::HollowDot,
        Length::Exact(_) => Role::Dot,
    };
    let label = if is_binned { String::new() } else { [&one.name(), ": ", &measured.words()].concat() };
    Some(Dot { incident, from, to, role, label })
}

fn row(one: &ComparedIncident, measured: &Result<MeasuredDuration, Unmeasured>) -> Vec<String> {
    let (words, minutes) = match measured {
        Ok(measured) => (measured.words(), measured.minutes().map(|minutes| decimal(minutes, 2))),
        Err(_) => (String::new(), None),
    };
    vec![one.name(), words, minutes.unwrap_or_default()]
}

fn bars_table(bars: &[Bar]) -> Table {
    let row = |bar: &Bar| vec![format_duration(bar.from), format_duration(bar.to), bar.count.to_string()];
    let header = ["From", "To", "Incidents"].map(str::to_owned).to_vec();
    Table { header, rows: bars.iter().map(row).gather() }
}
