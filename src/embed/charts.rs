//! The charts of the widgets, by the names under which JavaScript asks for them.

use crate::chart::{
    AlignedAt, ComparedIncident, Scene, Size, render_aligned_timelines, render_duration_dots,
    render_incident_timeline,
};
use crate::metrics::DurationDefinition;
use crate::state::MOST_ENTRIES;

/// The chart of that name over `incidents`; `None` where there is nothing to draw, or no such chart.
pub(super) fn scene(
    kind: &str,
    incidents: &[ComparedIncident],
    definition: DurationDefinition,
    seed: u32,
    size: Size,
) -> Option<Scene> {
    match kind {
        // So many entries would only be a smear.
        "timeline" => (incidents.first())
            .filter(|first| first.incident.timeline.len() <= MOST_ENTRIES)
            .and_then(|first| render_incident_timeline(first.incident, size)),
        "durations" => render_duration_dots(incidents, definition, seed, size),
        "aligned" => render_aligned_timelines(incidents, AlignedAt::Start, size),
        _ => None,
    }
}
