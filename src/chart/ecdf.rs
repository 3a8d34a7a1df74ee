//! How many incidents were over within a time: a curve that rises at every duration.

mod content;

use self::content::{Content, Dot};
use super::ComparedIncident;
use super::ink::Ink;
use super::prelude::*;
use super::share_plot::SharePlot;
use crate::metrics::DurationDefinition;

/// How far the line reaches over the plot.
const LINE_OVER_PX: i32 = 4;
const DOT_RADIUS_PX: u32 = 3;
/// Half the width of the bar that shows how far the share could lie elsewhere.
const INTERVAL_HALF_PX: i32 = 3;

/// Draws which share of the durations was over by when, on a logarithmic axis, with a line at
/// `threshold_minutes` that a page can let its readers move: see [`Scene::slider`].
///
/// Only durations that are one value make the curve; for those told as a range and those without an end
/// the description says between which counts the truth lies. Durations of zero stand at the axis' left end. Up to
/// 100 incidents are dots on the curve. `None` where no incident has one duration that is longer than zero.
#[must_use]
pub fn render_ecdf(
    incidents: &[ComparedIncident],
    definition: DurationDefinition,
    threshold_minutes: f64,
    size: Size,
) -> Option<Scene> {
    let content = Content::of(incidents, definition, threshold_minutes)?;
    let plot = SharePlot::of(&content.caption, content.extent(), size.legible())?;
    let mut slider = None;
    let drawn = scene(plot.size_px(), content.told(), &mut |canvas| {
        slider = Some(draw(&content, &plot, canvas));
        Some(())
    })?;
    Some(Scene { slider, ..drawn })
}

fn draw(content: &Content, plot: &SharePlot, canvas: &mut Canvas) -> Slider {
    let axes = plot.draw(canvas);
    draw_interval(content, canvas, &axes);
    canvas.path(staircase(content, plot, &axes), plain(Role::Curve));
    draw_threshold(content, plot, canvas, &axes);
    for dot in &content.dots {
        draw_dot(dot, canvas, &axes);
    }
    let place = |minutes: f64| (axes.x_px(minutes), minutes);
    let (low, high) = plot.across.ends();
    Slider { minutes: content.within.minutes, from: place(low), to: place(high) }
}

/// The curve's corners. Steps that fall on one pixel make one, so that there are never more corners than
/// a sheet is wide, whatever the number of incidents.
fn staircase(content: &Content, plot: &SharePlot, axes: &DrawnAxis) -> Vec<(i32, i32)> {
    let frame = plot.frame();
    let mut corners = vec![(pixels(frame.left), axes.y_px(0.0))];
    for step in &content.steps {
        let (x, y) = (axes.x_px(step.minutes), axes.y_px(content.ecdf.share(step.count)));
        match corners.last_mut() {
            Some(last) if last.0 == x => last.1 = y,
            Some(&mut (_, before)) => corners.extend([(x, before), (x, y)]),
            None => {}
        }
    }
    corners.push((pixels(frame.right) - 1, axes.y_px(1.0)));
    corners
}

fn draw_interval(content: &Content, canvas: &mut Canvas, axes: &DrawnAxis) {
    let Some(interval) = content.interval() else { return };
    let x = axes.x_px(content.within.minutes);
    let (low, high) = (axes.y_px(interval.low), axes.y_px(interval.high));
    let ink = Ink { label: content.within.doubts().into_iter().next(), ..plain(Role::Interval) };
    canvas.rectangle((x - INTERVAL_HALF_PX, high), (x + INTERVAL_HALF_PX, low), ink);
}

/// The line, its share at the axis, and its words above.
fn draw_threshold(content: &Content, plot: &SharePlot, canvas: &mut Canvas, axes: &DrawnAxis) {
    let frame = plot.frame();
    let (x, y) = (axes.x_px(content.within.minutes), axes.y_px(content.share()));
    canvas.line((pixels(frame.left), y), (x, y), plain(Role::Leader));
    let ink = noted(Role::Threshold, content.within.finding(), MarkKey::Threshold);
    canvas.line((x, pixels(frame.top) - LINE_OVER_PX), (x, pixels(frame.bottom)), ink);
    let words = content.threshold_words();
    canvas.text_within(&words, (x, plot.words_top()), plot.width_px, plain(Role::LabelText));
}

fn draw_dot(dot: &Dot, canvas: &mut Canvas, axes: &DrawnAxis) {
    let role = if dot.approximate { Role::HollowDot } else { Role::Dot };
    let ink = noted(role, dot.label.clone(), MarkKey::Incident { incident: dot.incident });
    canvas.circle((axes.x_px(dot.minutes), axes.y_px(dot.share)), DOT_RADIUS_PX, ink);
}
