//! What the duration chart shows, before anything has a place in pixels.

use crate::chart::canvas::Told;
use crate::chart::log_ticks::LEAST_MINUTES;
use crate::chart::{ComparedIncident, Role, Table};
use crate::metrics::{Distribution, DurationDefinition, Length, MeasuredDuration, format_duration};
use crate::text::{decimal, float_key, sorted_by_key};

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
    /// In ascending order of their start.
    pub dots: Vec<Dot>,
    /// The figures of all durations that are one value, zeros among them.
    pub figures: Option<Distribution>,
    /// How many values those are.
    pub n: usize,
    definition: DurationDefinition,
    ranges: usize,
    undrawable: usize,
    without: usize,
    rows: Vec<Vec<String>>,
}

impl Content {
    /// What `incidents` have to show, or `None` where none has a duration that can be drawn.
    pub fn of(incidents: &[ComparedIncident], definition: DurationDefinition) -> Option<Self> {
        let measured: Vec<Option<MeasuredDuration>> =
            incidents.iter().map(|one| MeasuredDuration::of(one.incident, definition).ok()).collect();
        let known = measured.iter().flatten();
        let values: Vec<f64> = known.clone().filter_map(MeasuredDuration::minutes).collect();
        let dots: Vec<Dot> = (incidents.iter().zip(&measured).enumerate())
            .filter_map(|(place, (one, measured))| dot(place, one, measured.as_ref()?))
            .collect();
        let dots = sorted_by_key(dots, |dot| float_key(dot.from));
        let content = Self {
            figures: Distribution::of(&values),
            n: values.len(),
            definition,
            ranges: known.clone().filter(|measured| measured.minutes().is_none()).count(),
            undrawable: known.clone().count() - dots.len(),
            without: measured.iter().filter(|measured| measured.is_none()).count(),
            rows: incidents.iter().zip(&measured).map(|(one, known)| row(one, known.as_ref())).collect(),
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

    /// What stands beside the picture; `boxed` where it has a box.
    pub fn told(&self, boxed: bool) -> Told {
        Told { title: self.title(), description: self.description(boxed), table: self.table() }
    }

    /// The finding.
    fn title(&self) -> String {
        match (self.n, self.figures) {
            (0, _) | (_, None) => "Durations are stated only as ranges".to_owned(),
            (1, Some(figures)) => format!("One duration: {}", format_duration(figures.median)),
            (_, Some(figures)) => {
                format!("Half were over within {}", format_duration(figures.median))
            }
        }
    }

    /// What the numbers are, which stands in the picture itself.
    pub fn caption(&self) -> Vec<String> {
        let mut parts = vec![format!("n = {}", self.n), self.definition.label().to_owned()];
        let counts = [
            (self.ranges, "as a range, not in the median"),
            (self.undrawable, "of zero length, counted but not drawn"),
            (self.without, "without a duration"),
        ];
        parts.extend(counts.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")));
        parts
    }

    /// How to read the picture.
    fn description(&self, boxed: bool) -> String {
        let dots = "Every incident is a dot on a logarithmic time axis; hollow dots are hedged in \
                    their report, bars are stated ranges.";
        let figures = self.figures.filter(|_| boxed).map(|figures| {
            let words = format_duration;
            format!(
                " The box holds the middle half, {} to {}, its line is the median, {}; the whiskers \
                 reach the shortest, {}, and the longest, {}.",
                words(figures.p25),
                words(figures.p75),
                words(figures.median),
                words(figures.min),
                words(figures.max),
            )
        });
        format!("{}. {dots}{}", self.caption().join(", "), figures.unwrap_or_default())
    }

    /// One row an incident, in the order of the list; the duration is empty where it is not known.
    fn table(&self) -> Table {
        let header = vec![
            "Incident".to_owned(),
            format!("Duration ({})", self.definition.label()),
            "Minutes".to_owned(),
        ];
        Table { header, rows: self.rows.clone() }
    }
}

fn dot(incident: usize, one: &ComparedIncident, measured: &MeasuredDuration) -> Option<Dot> {
    let (from, to) = match measured.length {
        Length::Exact(minutes) | Length::AtLeast(minutes) => (minutes, minutes),
        // A range from zero has no place for its start on this axis; it begins at the axis' own.
        Length::Range(low, high) => (low.max(high / 100.0), high),
    };
    let role = match measured.length {
        Length::Range(..) => Role::Interval,
        Length::AtLeast(_) => Role::HollowDot,
        Length::Exact(_) if measured.approximate => Role::HollowDot,
        Length::Exact(_) => Role::Dot,
    };
    let label = format!("{}: {}", one.name(), measured.words());
    (from >= LEAST_MINUTES).then_some(Dot { incident, from, to, role, label })
}

fn row(one: &ComparedIncident, measured: Option<&MeasuredDuration>) -> Vec<String> {
    let minutes = measured.and_then(MeasuredDuration::minutes);
    let minutes = minutes.map(|minutes| decimal(minutes, 2));
    vec![one.name(), measured.map(MeasuredDuration::words).unwrap_or_default(), minutes.unwrap_or_default()]
}
