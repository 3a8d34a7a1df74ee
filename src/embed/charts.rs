//! The charts by the names under which JavaScript asks for them.

use crate::chart::{
    AlignedAt, ComparedIncident, Scene, Size, render_aligned_timelines, render_duration_dots,
    render_incident_timeline,
};
#[cfg(feature = "package")]
use crate::chart::{render_downtime_per_period, render_ecdf, render_impact_scatter};
use crate::metrics::{DEFAULT_SEED, DurationDefinition, PeriodLength};
use crate::state::MOST_ENTRIES;

/// How incidents are measured and charts drawn.
#[cfg_attr(
    not(feature = "package"),
    expect(dead_code, reason = "widgets show only the charts that need less")
)]
pub(super) struct Settings {
    pub definition: DurationDefinition,
    /// The time of which it is told how many incidents were over within it.
    pub threshold_minutes: f64,
    /// What the chance of intervals follows from.
    pub seed: u32,
    /// What incidents are counted in.
    pub period: PeriodLength,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            definition: DurationDefinition::default(),
            threshold_minutes: 60.0,
            seed: DEFAULT_SEED,
            period: PeriodLength::default(),
        }
    }
}

/// The chart of that name over `incidents`; `None` where there is nothing to draw, or no such chart.
pub(super) fn scene(
    kind: &str,
    incidents: &[ComparedIncident],
    settings: &Settings,
    size: Size,
) -> Option<Scene> {
    let Settings { definition, seed, .. } = *settings;
    match kind {
        // So many entries would only be a smear.
        "timeline" => (incidents.first())
            .filter(|first| first.incident.timeline.len() <= MOST_ENTRIES)
            .and_then(|first| render_incident_timeline(first.incident, size)),
        "durations" => render_duration_dots(incidents, definition, seed, size),
        "aligned" => render_aligned_timelines(incidents, AlignedAt::Start, size),
        #[cfg(feature = "package")]
        "ecdf" => render_ecdf(incidents, definition, settings.threshold_minutes, size),
        #[cfg(feature = "package")]
        "impact" => render_impact_scatter(incidents, definition, size),
        #[cfg(feature = "package")]
        "periods" => render_downtime_per_period(incidents, definition, settings.period, size),
        _ => None,
    }
}
