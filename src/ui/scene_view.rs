//! Draws a chart's scene as nodes of the page: classes for themes, focus and tooltips for marks.

use yew::prelude::*;
use yew::virtual_dom::VNode;

use crate::chart::{Mark, MarkKey, Scene, Shape};
use crate::metrics::{Milestone, SpanKind};
use crate::state::{EntryId, FactId};

/// A chart. `entries` are those of a comparison, and none where the chart shows one incident.
pub(super) fn scene_view(scene: &Scene, entries: &[EntryId], lit: Option<FactId>) -> Html {
    let view_box = format!("0 0 {} {}", scene.width_px, scene.height_px);
    html! {
        <svg class="scene" viewBox={view_box} width={scene.width_px.to_string()}
            height={scene.height_px.to_string()} role="group" aria-label={scene.title.clone()}>
            { for scene.marks.iter().map(|mark| mark_view(mark, entries, lit)) }
        </svg>
    }
}

fn mark_view(mark: &Mark, entries: &[EntryId], lit: Option<FactId>) -> Html {
    let Some(label) = &mark.label else {
        return html! { <g class={mark.role.class_name()} aria-hidden="true">{ shape(&mark.shape) }</g> };
    };
    let entry = entry_of(mark, entries);
    let fact = if entries.is_empty() { mark.key.and_then(fact_of) } else { None };
    let is_lit = fact.is_some() && fact == lit;
    let leads = entry.is_some() || fact.is_some();
    // The words beside a mark say what the mark itself says to screen readers.
    if matches!(mark.shape, Shape::Text { .. }) {
        return html! { <g class={mark.role.class_name()} aria-hidden="true">{ shape(&mark.shape) }</g> };
    }
    html! {
        <g class={classes!(mark.role.class_name(), is_lit.then_some("lit"))} tabindex={leads.then_some("0")}
            role={if leads { "button" } else { "img" }} aria-label={label.clone()}
            data-fact={fact.map(|fact| fact.to_string())} data-entry={entry.map(|entry| entry.to_string())}>
            <title>{ label }</title>
            { shape(&mark.shape) }
        </g>
    }
}

fn entry_of(mark: &Mark, entries: &[EntryId]) -> Option<EntryId> {
    let place = match mark.key? {
        MarkKey::Incident { incident }
        | MarkKey::Span { incident, .. }
        | MarkKey::Milestone { incident, .. }
        | MarkKey::Event { incident, .. } => incident,
    };
    entries.get(place).copied()
}

/// The fact that a mark of a single incident's chart stands for.
fn fact_of(key: MarkKey) -> Option<FactId> {
    match key {
        MarkKey::Incident { .. } => Some(FactId::Duration),
        MarkKey::Event { event, .. } => Some(FactId::Entry(event)),
        MarkKey::Span { kind, .. } => match kind {
            SpanKind::Detect => Some(FactId::Detected),
            SpanKind::Acknowledge => Some(FactId::Acknowledged),
            SpanKind::Mitigate => Some(FactId::Mitigated),
            SpanKind::Recover | SpanKind::Outage => Some(FactId::Window),
            SpanKind::Identify => None,
        },
        MarkKey::Milestone { milestone, .. } => match milestone {
            Milestone::Began | Milestone::Resolved => Some(FactId::Window),
            Milestone::Detected => Some(FactId::Detected),
            Milestone::Acknowledged => Some(FactId::Acknowledged),
            Milestone::Mitigated => Some(FactId::Mitigated),
            Milestone::Identified => None,
        },
    }
}

fn shape(shape: &Shape) -> VNode {
    match shape {
        Shape::Path { .. } => html! { <path d={shape.path_data()} /> },
        Shape::Rectangle { corner, width, height } => html! {
            <rect x={corner.x.to_string()} y={corner.y.to_string()} width={width.to_string()}
                height={height.to_string()} rx="2" />
        },
        Shape::Circle { center, radius } => html! {
            <circle cx={center.x.to_string()} cy={center.y.to_string()} r={radius.to_string()} />
        },
        Shape::Text { baseline, anchor, text } => html! {
            <text x={baseline.x.to_string()} y={baseline.y.to_string()} text-anchor={anchor.as_str()}>{ text }</text>
        },
    }
}
