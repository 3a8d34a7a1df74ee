//! What the timeline's chart draws.

use crate::chart::{Scene, Size, render_incident_timeline};
use crate::state::{MOST_ENTRIES, Reading};

/// The incident between its known times; nothing where so many entries would only be a smear.
pub(super) fn draw_timeline(reading: Option<&Reading>, incident: usize, size: Size) -> Option<Scene> {
    let incident = reading?.extraction.incidents.get(incident)?;
    if incident.timeline.len() > MOST_ENTRIES {
        return None;
    }
    render_incident_timeline(incident, size)
}
