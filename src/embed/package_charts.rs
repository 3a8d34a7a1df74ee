//! The charts of the package, which are those of the page.

use std::rc::Rc;

use super::charts;
use super::collection::Reading;
use crate::chart::{
    ComparedIncident, Scene, Size, render_downtime_per_period, render_ecdf, render_error_budget,
    render_group_dots, render_impact_scatter, render_phase_split,
};
use crate::incident::Incident;
use crate::metrics::{DEFAULT_SEED, DurationDefinition, PeriodLength, Weighting};
use crate::state::{Grouping, Reliability, Settings, label_of};
use crate::text::Gather;

/// What the charts and figures of the package can be asked for besides the definition.
pub(super) struct Asked {
    /// The time of which it is told how many incidents were over within it.
    pub threshold_minutes: f64,
    /// What the chance of intervals follows from.
    pub seed: u32,
    /// What incidents are counted in.
    pub period: PeriodLength,
    /// What the groups are.
    pub grouping: Grouping,
    /// What availability is measured for.
    pub reliability: Reliability,
}

impl Default for Asked {
    fn default() -> Self {
        let usual = Settings::default();
        Self {
            threshold_minutes: usual.threshold_minutes,
            seed: DEFAULT_SEED,
            period: usual.per,
            reliability: Reliability::of(&usual),
            grouping: usual.grouping,
        }
    }
}

/// One incident as the package compares it.
pub(super) struct Known<'c> {
    pub title: String,
    pub incident: &'c Incident,
    pub tags: &'c [Rc<str>],
}

impl<'c> Known<'c> {
    /// Every incident of a text.
    pub fn of(reading: &'c Reading) -> impl Iterator<Item = Self> {
        (reading.extraction.incidents.iter()).map(|incident| Self {
            title: reading.title_of(incident),
            incident,
            tags: &reading.tags,
        })
    }
}

/// The chart of that name; `None` where there is nothing to draw, or no such chart.
pub(super) fn scene(
    kind: &str,
    known: &[Known],
    definition: DurationDefinition,
    asked: &Asked,
    size: Size,
) -> Option<Scene> {
    let label = |one: &Known| label_of(one.incident, one.tags, &asked.grouping);
    let labels = || known.iter().map(label).gather();
    let incidents: Vec<ComparedIncident> = known
        .iter()
        .map(|one| ComparedIncident { title: one.title.clone(), incident: one.incident })
        .gather();
    match kind {
        "ecdf" => render_ecdf(&incidents, definition, asked.threshold_minutes, size),
        "impact" => render_impact_scatter(&incidents, definition, size),
        "periods" => render_downtime_per_period(&incidents, definition, asked.period, size),
        "phases" => render_phase_split(&incidents, size),
        "groups" => render_group_dots(&incidents, &labels(), definition, asked.seed, size),
        "error-budget" => error_budget(&incidents, definition, asked.reliability, size),
        other => charts::scene(other, &incidents, definition, asked.seed, size),
    }
}

fn error_budget(
    incidents: &[ComparedIncident],
    definition: DurationDefinition,
    reliability: Reliability,
    size: Size,
) -> Option<Scene> {
    let list: Vec<&Incident> = incidents.iter().map(|one| one.incident).gather();
    let objective = reliability.objective(&list).ok()?;
    render_error_budget(incidents, definition, objective, reliability.weighting, size).ok().flatten()
}

/// What incidents are grouped by: `severity`, `service`, `quarter`, or `tag` with the tag itself.
pub(super) fn grouping(by: &str, tag: &str) -> Grouping {
    match by {
        "service" => Grouping::Service,
        "quarter" => Grouping::Quarter,
        "tag" => Grouping::Tag(tag.into()),
        _ => Grouping::Severity,
    }
}

/// The weighting of that name; the usual one where there is none.
pub(super) fn weighting(name: &str) -> Weighting {
    Weighting::from_name(name).unwrap_or_default()
}
