//! A chart's scene as plain objects that JavaScript turns into nodes one by one.

use serde::Serialize;

use crate::chart::{Mark, Point, Scene, Shape};
use crate::state::{fact_of_mark, incident_of_mark};
use crate::text::Gather;

/// A chart.
#[derive(Serialize)]
pub(super) struct SceneView<'a> {
    width: u32,
    height: u32,
    title: &'a str,
    description: &'a str,
    marks: Vec<MarkView<'a>>,
    header: &'a [String],
    rows: &'a [Vec<String>],
}

/// One mark: an SVG element with its class and its attributes.
#[derive(Serialize)]
struct MarkView<'a> {
    class: &'static str,
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: &'a str,
    /// What it says when it is pointed at or focused; `null` for scaffolding.
    label: Option<&'a str>,
    /// The fact that it stands for, where the chart shows one incident.
    fact: Option<String>,
    /// The place of the incident that it stands for, where the chart shows several.
    incident: Option<usize>,
}

/// `is_single` says whether the chart shows one incident, whose facts its marks stand for.
pub(super) fn scene_view(scene: &Scene, is_single: bool) -> SceneView<'_> {
    SceneView {
        width: scene.width_px,
        height: scene.height_px,
        title: &scene.title,
        description: &scene.description,
        marks: scene.marks.iter().map(|mark| mark_view(mark, is_single)).gather(),
        header: &scene.table.header,
        rows: &scene.table.rows,
    }
}

fn mark_view(mark: &Mark, is_single: bool) -> MarkView<'_> {
    let (tag, attributes, text) = parts(&mark.shape);
    // The words beside a mark say what the mark itself says to screen readers.
    let label = mark.label.as_deref().filter(|_| tag != "text");
    let key = mark.key.filter(|_| label.is_some());
    MarkView {
        class: mark.role.class_name(),
        tag,
        attributes,
        text,
        label,
        fact: key.filter(|_| is_single).and_then(fact_of_mark).map(|fact| fact.to_string()),
        incident: key.filter(|_| !is_single).and_then(incident_of_mark),
    }
}

fn parts(shape: &Shape) -> (&'static str, Vec<(&'static str, String)>, &str) {
    match shape {
        Shape::Path { .. } => ("path", vec![("d", shape.path_data().unwrap_or_default())], ""),
        Shape::Rectangle { corner, width, height } => {
            let mut place = point(("x", "y"), *corner);
            place.extend([("width", width.to_string()), ("height", height.to_string())]);
            ("rect", place, "")
        }
        Shape::Circle { center, radius } => {
            let mut place = point(("cx", "cy"), *center);
            place.push(("r", radius.to_string()));
            ("circle", place, "")
        }
        Shape::Text { baseline, anchor, text } => {
            let mut place = point(("x", "y"), *baseline);
            place.push(("text-anchor", anchor.as_str().to_owned()));
            ("text", place, text)
        }
    }
}

fn point((x, y): (&'static str, &'static str), point: Point) -> Vec<(&'static str, String)> {
    vec![(x, point.x.to_string()), (y, point.y.to_string())]
}
