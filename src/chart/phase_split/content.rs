//! What the split into phases shows, before anything has a place in pixels.

use crate::chart::canvas::Told;
use crate::chart::log_ticks::LEAST_MINUTES;
use crate::chart::{ComparedIncident, Table};
use crate::incident::Incident;
use crate::metrics::{PhaseFigures, PhaseSplit, format_duration, split_into_phases};
use crate::text::{Gather, decimal};

/// The quartiles of fewer incidents would say more than is known.
const LEAST_FOR_QUARTILES: usize = 5;

/// Everything that is drawn: at least one phase that took some time.
pub(super) struct Content(PhaseSplit);

impl Content {
    /// What `incidents` have to show, or `None` where no phase took any time.
    pub fn of(incidents: &[ComparedIncident]) -> Option<Self> {
        let incidents: Vec<&Incident> = incidents.iter().map(|one| one.incident).gather();
        let content = Self(split_into_phases(&incidents));
        let draws_any = content.drawn().next().is_some();
        draws_any.then_some(content)
    }

    pub fn phases(&self) -> &[PhaseFigures] {
        &self.0.phases
    }

    /// Whether a bar shows the middle half; it begins at the axis' left end where a quarter took no time.
    pub fn has_quartiles(phase: &PhaseFigures) -> bool {
        phase.n >= LEAST_FOR_QUARTILES && Self::is_drawable(phase.p75)
    }

    pub fn is_drawable(minutes: f64) -> bool {
        minutes >= LEAST_MINUTES
    }

    fn drawn(&self) -> impl Iterator<Item = f64> {
        let quartiles =
            |phase: &PhaseFigures| if Self::has_quartiles(phase) { [phase.p25, phase.p75] } else { [0.0; 2] };
        let all = self.phases().iter().flat_map(move |phase| {
            let [p25, p75] = quartiles(phase);
            [p25, phase.median, p75]
        });
        all.filter(|minutes| Self::is_drawable(*minutes))
    }

    /// The shortest and the longest that is drawn, in minutes.
    pub fn extent(&self) -> (f64, f64) {
        (self.drawn().fold(f64::INFINITY, f64::min), self.drawn().fold(0.0, f64::max))
    }

    pub fn caption(&self) -> Vec<String> {
        self.0.notes()
    }

    /// The phase's figures, or only its median and n where there is little room.
    pub fn words(&self, phase: &PhaseFigures, narrow: bool) -> String {
        let n = match phase.n {
            n if n == self.0.with_phases => String::new(),
            n => format!(", n = {n}"),
        };
        let median = format_duration(phase.median);
        if phase.n == 1 {
            return format!("{median}{n}");
        }
        if narrow || phase.n < LEAST_FOR_QUARTILES {
            return format!("median {median}{n}");
        }
        let (p25, p75) = (format_duration(phase.p25), format_duration(phase.p75));
        format!("median {median}, middle half {p25} to {p75}{n}")
    }

    pub fn told(&self) -> Told {
        Told { title: self.title(), description: self.description(), table: self.table() }
    }

    /// The finding: the phase that took the most time in all.
    fn title(&self) -> String {
        let Some(longest) = self.0.longest() else { return "No phase took any time".to_owned() };
        let percent = decimal(longest.share * 100.0, 0);
        let all: f64 = self.phases().iter().map(|phase| phase.total_minutes).sum();
        format!("{percent} % of {} in known phases went by {}", format_duration(all), longest.kind.label())
    }

    fn description(&self) -> String {
        let reading = "The upper bar is all time whose phase the reports tell. Below, each phase on a logarithmic time axis: \
                       the bar is its middle half, from five incidents on, the line its median. One long incident can \
                       rule the upper bar, but not the lower ones.";
        format!("{reading} {}.", self.caption().join(", "))
    }

    /// One row a phase.
    fn table(&self) -> Table {
        let header =
            ["Phase", "n", "Median", "First quartile", "Third quartile", "In all", "Share of known time"];
        let row = |phase: &PhaseFigures| {
            let quartile = |minutes: f64| {
                if phase.n < LEAST_FOR_QUARTILES { String::new() } else { format_duration(minutes) }
            };
            vec![
                phase.kind.label().to_owned(),
                phase.n.to_string(),
                format_duration(phase.median),
                quartile(phase.p25),
                quartile(phase.p75),
                format_duration(phase.total_minutes),
                format!("{} %", decimal(phase.share * 100.0, 1)),
            ]
        };
        Table { header: header.map(str::to_owned).to_vec(), rows: self.phases().iter().map(row).gather() }
    }
}

/// `to mitigate 45 %`.
pub(super) fn share_words(phase: &PhaseFigures) -> String {
    let percent = match phase.share * 100.0 {
        share if share > 0.0 && share < 1.0 => "under 1".to_owned(),
        share => decimal(share, 0),
    };
    format!("{} {percent} %", phase.kind.label())
}
