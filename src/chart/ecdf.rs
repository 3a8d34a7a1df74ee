//! How many incidents were over within a time: a curve that rises at every duration.

mod content;

use self::content::{Content, Dot};
use super::ComparedIncident;
use super::ink::Ink;
use super::log_ticks::duration_axis;
use super::percent_axis::{PERCENT_AXIS_PX, percent_axis};
use super::prelude::*;
use crate::metrics::DurationDefinition;

const TOP_PX: i32 = 4;
const GAP_PX: i32 = 8;
/// Room right of the plot for half of an axis label, in pixels.
const RIGHT_PX: u32 = 34;
const PLOT_PX: i32 = 220;
const NARROW_PLOT_PX: i32 = 180;
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
    let layout = Layout::of(&content, size.legible())?;
    let mut slider = None;
    let drawn = scene(layout.size_px(), content.told(), &mut |canvas| {
        slider = Some(draw(&content, &layout, canvas));
        Some(())
    })?;
    Some(Scene { slider, ..drawn })
}

/// Where everything stands, in pixels.
struct Layout {
    width_px: u32,
    plot_px: i32,
    across: ValueAxis,
    up: ValueAxis,
    caption: Caption,
}

impl Layout {
    fn of(content: &Content, size: Size) -> Option<Self> {
        let (shortest, longest) = content.extent();
        let plot = f64::from(size.width_px - PERCENT_AXIS_PX - RIGHT_PX);
        Some(Self {
            width_px: size.width_px,
            plot_px: if size.is_narrow() { NARROW_PLOT_PX } else { PLOT_PX },
            across: duration_axis(shortest, longest, plot)?,
            up: percent_axis()?,
            caption: Caption::of(&content.caption, size),
        })
    }

    fn label_top(&self) -> i32 {
        TOP_PX + self.caption.height_px() + GAP_PX / 2
    }

    fn frame(&self) -> Frame {
        let top = self.label_top() + ROW_PX + GAP_PX / 2;
        let bottom = (top + self.plot_px).unsigned_abs();
        Frame { left: PERCENT_AXIS_PX, right: self.width_px - RIGHT_PX, top: top.unsigned_abs(), bottom }
    }

    fn size_px(&self) -> (u32, u32) {
        (self.width_px, self.frame().bottom + AXIS_PX)
    }
}

fn draw(content: &Content, layout: &Layout, canvas: &mut Canvas) -> Slider {
    let axes = canvas.axes(layout.across.clone(), layout.up.clone(), layout.frame());
    layout.caption.draw(canvas, TOP_PX);
    draw_interval(content, canvas, &axes);
    canvas.path(staircase(content, layout, &axes), plain(Role::Curve));
    draw_threshold(content, layout, canvas, &axes);
    for dot in &content.dots {
        draw_dot(dot, canvas, &axes);
    }
    let place = |minutes: f64| (axes.x_px(minutes), minutes);
    let (low, high) = layout.across.ends();
    Slider { minutes: content.within.minutes, from: place(low), to: place(high) }
}

/// The curve's corners. Steps that fall on one pixel make one, so that there are never more corners than
/// a sheet is wide, whatever the number of incidents.
fn staircase(content: &Content, layout: &Layout, axes: &DrawnAxis) -> Vec<(i32, i32)> {
    let frame = layout.frame();
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
fn draw_threshold(content: &Content, layout: &Layout, canvas: &mut Canvas, axes: &DrawnAxis) {
    let frame = layout.frame();
    let (x, y) = (axes.x_px(content.within.minutes), axes.y_px(content.share()));
    canvas.line((pixels(frame.left), y), (x, y), plain(Role::Leader));
    let ink = noted(Role::Threshold, content.within.finding(), MarkKey::Threshold);
    canvas.line((x, pixels(frame.top) - GAP_PX / 2), (x, pixels(frame.bottom)), ink);
    let words = content.threshold_words();
    canvas.text_within(&words, (x, layout.label_top()), layout.width_px, plain(Role::LabelText));
}

fn draw_dot(dot: &Dot, canvas: &mut Canvas, axes: &DrawnAxis) {
    let role = if dot.approximate { Role::HollowDot } else { Role::Dot };
    let ink = noted(role, dot.label.clone(), MarkKey::Incident { incident: dot.incident });
    canvas.circle((axes.x_px(dot.minutes), axes.y_px(dot.share)), DOT_RADIUS_PX, ink);
}
