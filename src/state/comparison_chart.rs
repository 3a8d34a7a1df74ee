//! The charts of the comparison: which there are, what each depends on, and why one cannot be drawn.

use crate::chart::{
    AlignedAt, ComparedIncident, Scene, Size, render_aligned_timelines, render_downtime_per_period,
    render_ecdf, render_error_budget, render_group_dots, render_impact_scatter, render_measured_dots,
    render_phase_split,
};
use crate::text::Gather;

use crate::metrics::{DEFAULT_SEED, NoAvailability, PeriodLength, measure_availability};

use super::Comparison;
use super::comparison_groups::group_labels;
use super::comparison_period::Reliability;
use super::settings::{Grouping, Origin, Settings};

/// One chart of the comparison, with the settings that it depends on beside the compared incidents and their
/// definition of duration. While a chart and the comparison are the same, nothing has to be drawn anew.
#[derive(Clone, Debug, PartialEq)]
pub enum ComparisonChart {
    /// Every duration as a dot, with the quartiles.
    Dots,
    /// The share that was over within a time.
    Shares {
        /// The movable line, in minutes.
        threshold_minutes: f64,
    },
    /// Duration against share affected.
    Impact,
    /// Timelines under each other.
    Aligned {
        /// At which moment they are aligned.
        origin: Origin,
    },
    /// Incidents and downtime per period.
    PerPeriod {
        /// How long the periods are.
        length: PeriodLength,
    },
    /// Where the time goes.
    Phases,
    /// Groups of incidents under each other.
    Groups {
        /// What the groups are.
        grouping: Grouping,
    },
    /// Availability and error budget.
    Availability(Reliability),
}

impl ComparisonChart {
    /// Every chart, in the order in which they stand on the page.
    #[must_use]
    pub fn all(settings: &Settings) -> Vec<Self> {
        vec![
            Self::Dots,
            Self::Shares { threshold_minutes: settings.threshold_minutes },
            Self::Impact,
            Self::PerPeriod { length: settings.per },
            Self::Aligned { origin: settings.origin },
            Self::Phases,
            Self::Groups { grouping: settings.grouping.clone() },
            Self::Availability(Reliability::of(settings)),
        ]
    }

    /// The word that tests and the names of saved files know it by.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Dots => "dots",
            Self::Shares { .. } => "shares",
            Self::Impact => "impact",
            Self::Aligned { .. } => "aligned",
            Self::PerPeriod { .. } => "periods",
            Self::Phases => "phases",
            Self::Groups { .. } => "groups",
            Self::Availability(_) => "availability",
        }
    }

    /// What it shows, which is its heading where there is nothing to find.
    #[must_use]
    pub const fn subject(&self) -> &'static str {
        match self {
            Self::Dots => "Durations",
            Self::Shares { .. } => "Share that was over within a time",
            Self::Impact => "Duration and share affected",
            Self::Aligned { .. } => "Timelines side by side",
            Self::PerPeriod { .. } => "Incidents and downtime over time",
            Self::Phases => "Where the time goes",
            Self::Groups { .. } => "Groups",
            Self::Availability(_) => "Availability",
        }
    }

    /// Whether it needs the whole width of the page.
    #[must_use]
    pub const fn is_wide(&self) -> bool {
        matches!(self, Self::Aligned { .. } | Self::Availability(_))
    }

    /// Draws it. `None` where it cannot be drawn, for the reason that [`ComparisonChart::missing`] gives.
    #[must_use]
    pub fn draw(&self, compared: &Comparison, size: Size) -> Option<Scene> {
        let incidents = incidents(compared);
        let definition = compared.definition();
        match self {
            Self::Dots => render_measured_dots(&incidents, &compared.durations, compared.bootstrap, size),
            Self::Shares { threshold_minutes } => {
                render_ecdf(&incidents, definition, *threshold_minutes, size)
            }
            Self::Impact => render_impact_scatter(&incidents, definition, size),
            Self::Aligned { origin } => {
                let moment = match origin {
                    Origin::Start => AlignedAt::Start,
                    Origin::Detection => AlignedAt::Detection,
                };
                render_aligned_timelines(&incidents, moment, size)
            }
            Self::PerPeriod { length } => render_downtime_per_period(&incidents, definition, *length, size),
            Self::Phases => render_phase_split(&incidents, size),
            Self::Groups { grouping } => {
                let labels = group_labels(compared, grouping);
                render_group_dots(&incidents, &labels, definition, DEFAULT_SEED, size)
            }
            Self::Availability(of) => {
                let objective = of.objective(&compared.list()).ok()?;
                render_error_budget(&incidents, definition, objective, of.weighting, size).ok().flatten()
            }
        }
    }

    /// Why it cannot be drawn, as a sentence.
    #[must_use]
    pub fn missing(&self, compared: &Comparison) -> String {
        if compared.incidents.is_empty() {
            return "There is no incident to draw.".to_owned();
        }
        match self {
            Self::Dots | Self::Shares { .. } => no_duration(compared),
            Self::Impact => {
                format!("No incident has both a duration ({}) and a share affected.", compared.definition().label())
            }
            Self::Phases => "No report tells of two milestones with time between them.".to_owned(),
            Self::Groups { .. } => {
                let definition = compared.definition().label();
                format!("No incident that belongs to a group has one duration ({definition}) longer than zero.")
            }
            Self::PerPeriod { .. } => "No incident has a date with its year, so there is no period to count in.".to_owned(),
            Self::Availability(of) => no_availability(*of, compared).to_owned(),
            Self::Aligned { .. } => {
                "No report gives a start and a later time with the same precision, so there is nothing to align.".to_owned()
            }
        }
    }
}

/// Why there is no availability to draw.
fn no_availability(of: Reliability, compared: &Comparison) -> &'static str {
    let objective = match of.objective(&compared.list()) {
        Ok(objective) => objective,
        Err(sentence) => return sentence,
    };
    let problem = measure_availability(&[], compared.definition(), objective, of.weighting).err();
    problem.map_or("The period is too long to draw.", NoAvailability::sentence)
}

/// Why no duration can be drawn.
fn no_duration(compared: &Comparison) -> String {
    let definition = compared.definition().label();
    let counts = compared.summary.counts;
    if counts.exact > 0 && counts.exact == counts.zero {
        return format!("Every duration is zero ({definition}), which has no place on a logarithmic axis.");
    }
    let mut reasons = counts.left_out();
    if counts.zero > 0 {
        reasons.push(format!("{} of zero length", counts.zero));
    }
    format!("No incident has one duration to draw ({definition}): {}.", reasons.join(", "))
}

fn incidents(compared: &Comparison) -> Vec<ComparedIncident<'_>> {
    (compared.incidents.iter())
        .filter_map(|one| Some(ComparedIncident { title: one.title.clone(), incident: one.incident()? }))
        .gather()
}
