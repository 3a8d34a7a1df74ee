//! What the timeline's chart draws.

use crate::chart::{Scene, Size, render_incident_timeline};
use crate::state::{MOST_ENTRIES, Report};

/// The incident between its known times; nothing where so many entries would only be a smear.
pub(super) fn draw_timeline(report: &Report, incident: usize, size: Size) -> Option<Scene> {
    report.reading.as_ref()?;
    let incident = report.incidents().get(incident)?;
    if incident.timeline.len() > MOST_ENTRIES {
        return None;
    }
    render_incident_timeline(incident, size)
}
