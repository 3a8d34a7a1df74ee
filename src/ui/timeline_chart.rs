//! The timeline as a chart.

use yew::prelude::*;

use crate::chart::{Scene, Size, render_incident_timeline};
use crate::state::{FactId, Reading};

use super::figure::Figure;

/// What the chart shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub reading: Option<Reading>,
    /// The incident's place in the report.
    pub incident: usize,
    pub lit: Option<FactId>,
}

/// The incident between its known times.
#[component]
pub(super) fn TimelineChart(props: &Props) -> Html {
    let deps = (props.reading.clone(), props.incident);
    let draw = use_callback(deps, |size: Size, (reading, place)| -> Option<Scene> {
        render_incident_timeline(reading.as_ref()?.extraction.incidents.get(*place)?, size)
    });
    html! { <Figure testid="timeline-chart" {draw} lit={props.lit} /> }
}
