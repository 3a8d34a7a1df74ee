//! Draws a chart's scene as nodes of the page: classes for themes, focus and tooltips for marks.

use crate::chart::{Mark, MarkKey, Point, Scene, Shape};
use crate::state::{EntryId, FactId, fact_of_mark, incident_of_mark};

use super::element::{Element, element};
use super::names::Name;

/// A chart. `entries` are those of a comparison, and none where the chart shows one incident.
pub(super) fn scene_view(scene: &Scene, entries: &[EntryId], lit: Option<FactId>) -> Element {
    let (width, height) = (scene.width_px.to_string(), scene.height_px.to_string());
    let mut drawing = element("svg")
        .class("scene")
        .attr(Name::ViewBox, &["0 0 ", &width, " ", &height].concat())
        .attr(Name::Width, &width)
        .attr(Name::Height, &height)
        .attr(Name::Role, "group")
        .attr(Name::AriaLabel, &scene.title);
    let mut has_stop = false;
    for mark in &scene.marks {
        drawing = drawing.with(mark_view(mark, entries, lit, &mut has_stop));
    }
    drawing
}

/// The first mark that leads somewhere is where the Tab key stops; the arrow keys go on from there
/// (`platform/marks.rs`), so that a hundred dots are not a hundred stops.
fn mark_view(mark: &Mark, entries: &[EntryId], lit: Option<FactId>, has_stop: &mut bool) -> Element {
    let is_threshold = mark.key == Some(MarkKey::Threshold);
    let drawn = if is_threshold { movable(&mark.shape) } else { shape(&mark.shape) };
    let drawn = drawn.class(mark.role.class_name());
    // The words beside a mark say what the mark itself says to screen readers.
    let label = mark.label.as_ref().filter(|_| !matches!(mark.shape, Shape::Text { .. }));
    let Some(label) = label else { return drawn.attr(Name::AriaHidden, "true") };
    let entry = entry_of(mark, entries);
    let fact = if entries.is_empty() { mark.key.and_then(fact_of_mark) } else { None };
    let leads = entry.is_some() || fact.is_some();
    let is_stop = leads && !std::mem::replace(has_stop, *has_stop || leads);
    drawn
        .class_if(fact.is_some() && fact == lit, "lit")
        .attr_if(Name::Tabindex, leads.then_some(if is_stop { "0" } else { "-1" }))
        .attr(Name::Role, if leads { "button" } else { "img" })
        .attr(Name::AriaLabel, label)
        .attr_if(Name::DataFact, fact.map(|fact| fact.to_string()).as_deref())
        .attr_if(Name::DataEntry, entry.map(|entry| entry.to_string()).as_deref())
}

/// A line with a strip around it that a finger meets.
fn movable(line: &Shape) -> Element {
    element("g").with(shape(line)).with(shape(line).class("grip"))
}

fn entry_of(mark: &Mark, entries: &[EntryId]) -> Option<EntryId> {
    entries.get(incident_of_mark(mark.key?)?).copied()
}

fn shape(shape: &Shape) -> Element {
    match shape {
        Shape::Path { .. } => element("path").attr_if(Name::D, shape.path_data().as_deref()),
        Shape::Rectangle { corner, width, height } => at("rect", (Name::X, Name::Y), *corner)
            .number(Name::Width, i64::from(*width))
            .number(Name::Height, i64::from(*height)),
        Shape::Circle { center, radius } => {
            at("circle", (Name::Cx, Name::Cy), *center).number(Name::R, i64::from(*radius))
        }
        Shape::Text { baseline, anchor, text } => {
            at("text", (Name::X, Name::Y), *baseline).attr(Name::TextAnchor, anchor.as_str()).text(text)
        }
    }
}

fn at(tag: &'static str, (x, y): (Name, Name), point: Point) -> Element {
    element(tag).number(x, i64::from(point.x)).number(y, i64::from(point.y))
}
