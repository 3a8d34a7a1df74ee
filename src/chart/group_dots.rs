//! Durations in groups: each incident a dot, a row a group, all on one logarithmic axis.

mod content;

use self::content::{Content, Row};
use super::ComparedIncident;
use super::advance::fit_text;
use super::ink::said;
use super::lanes::assign_lanes;
use super::log_ticks::duration_axis;
use super::prelude::*;
use crate::metrics::DurationDefinition;
use crate::text::Gather;

/// Room at the sides for half of an axis label, in pixels.
const SIDE_PX: u32 = 34;
const TOP_PX: i32 = 4;
const GAP_PX: i32 = 8;
/// Free space between a group's name and its figures, in pixels.
const NAME_GAP_PX: u32 = 12;
/// Past so many lanes dots share them, and their overlap shows as a darker color.
const MOST_LANES: usize = 4;
/// From the dots to the line of the interval, in pixels.
const INTERVAL_PX: i32 = 4;
/// Half the height of the interval's ends, in pixels.
const INTERVAL_END_PX: i32 = 3;

/// Draws a row of dots for each group, with its median and how far that could lie elsewhere.
///
/// `labels` stand in the order of `incidents`; an incident without one is in no group. The largest 30 groups are
/// drawn. Over 1,000 incidents every k-th dot of each group is, by length, so that groups keep their shape; the figures
/// count all. Durations of zero have no place on the axis. What was told from chance is the title; `seed` is for
/// what of that is drawn by chance. `None` where no group has a duration to draw.
#[must_use]
pub fn render_group_dots(
    incidents: &[ComparedIncident],
    labels: &[Option<String>],
    definition: DurationDefinition,
    seed: u32,
    size: Size,
) -> Option<Scene> {
    let content = Content::of(incidents, labels, definition, seed)?;
    let layout = Layout::of(&content, size.legible())?;
    let size_px = (layout.width_px, layout.frame().bottom + AXIS_PX);
    scene(size_px, content.told(), &mut |canvas| {
        layout.caption.draw(canvas, TOP_PX);
        let axis = canvas.axis(layout.axis.clone(), layout.frame())?;
        for (row, place) in content.rows.iter().zip(&layout.places) {
            draw_row(row, place, &layout, canvas, &axis);
        }
        Some(())
    })
}

/// Where a group stands, in pixels.
struct Place {
    top: i32,
    lanes: Vec<i32>,
    /// The first and the last lane that is used.
    extent: (i32, i32),
}

/// Where everything stands, in pixels.
struct Layout {
    width_px: u32,
    axis: ValueAxis,
    caption: Caption,
    radius: i32,
    places: Vec<Place>,
    bottom: i32,
}

impl Layout {
    fn of(content: &Content, size: Size) -> Option<Self> {
        let plot = f64::from(size.width_px - 2 * SIDE_PX);
        let (shortest, longest) = content.extent();
        let axis = duration_axis(shortest, longest, plot)?;
        let caption = Caption::of(&content.caption(), size);
        let radius = if content.dots() > 300 { 3 } else { 4 };
        let mut bottom = TOP_PX + caption.height_px() + GAP_PX;
        let mut places = Vec::new();
        for row in &content.rows {
            let lanes = lanes(row, &axis, plot, radius);
            let ends = || lanes.iter().copied();
            let extent = (ends().min().unwrap_or(0), ends().max().unwrap_or(0));
            places.push(Place { top: bottom, lanes, extent });
            bottom += ROW_PX + (extent.1 - extent.0 + 1) * lane_px(radius) + INTERVAL_PX + 2 * GAP_PX;
        }
        Some(Self { width_px: size.width_px, axis, caption, radius, places, bottom })
    }

    fn frame(&self) -> Frame {
        Frame {
            left: SIDE_PX,
            right: self.width_px - SIDE_PX,
            top: (TOP_PX + self.caption.height_px() + GAP_PX / 2).unsigned_abs(),
            bottom: self.bottom.unsigned_abs(),
        }
    }
}

const fn lane_px(radius: i32) -> i32 {
    2 * radius + 1
}

fn lanes(row: &Row, axis: &ValueAxis, plot: f64, radius: i32) -> Vec<i32> {
    let reach = |minutes: f64| {
        // OK because the share lies between 0 and 1.
        #[expect(clippy::cast_possible_truncation)]
        let x = (axis.share(minutes) * plot).round() as i32;
        (x - radius, x + radius)
    };
    let stretches: Vec<(i32, i32)> = row.dots.iter().map(|dot| reach(dot.minutes)).gather();
    assign_lanes(&stretches, 1, MOST_LANES)
}

fn draw_row(row: &Row, place: &Place, layout: &Layout, canvas: &mut Canvas, axis: &DrawnAxis) {
    draw_words(row, place.top, layout.width_px, canvas);
    let top = place.top + ROW_PX;
    let foot = top + (place.extent.1 - place.extent.0 + 1) * lane_px(layout.radius);
    for (dot, lane) in row.dots.iter().zip(&place.lanes) {
        let y = top + (lane - place.extent.0) * lane_px(layout.radius) + layout.radius;
        let ink = noted(dot.role, dot.label.clone(), MarkKey::Incident { incident: dot.incident });
        canvas.circle((axis.x_px(dot.minutes), y), layout.radius.unsigned_abs(), ink);
    }
    let Some(median) = row.drawn_median() else { return };
    let x = axis.x_px(median);
    canvas.line((x, top - 1), (x, foot + INTERVAL_PX + INTERVAL_END_PX), said(Role::Median, row.figures()));
    if let Some(interval) = row.interval {
        let ends = (axis.x_px(interval.low), axis.x_px(interval.high));
        let y = foot + INTERVAL_PX;
        let (upper, lower) = (y - INTERVAL_END_PX, y + INTERVAL_END_PX);
        let points =
            [(ends.0, upper), (ends.0, lower), (ends.0, y), (ends.1, y), (ends.1, upper), (ends.1, lower)];
        canvas.path(points.to_vec(), said(Role::MedianInterval, row.interval_words()));
    }
}

/// The group's name, and its figures beside it.
fn draw_words(row: &Row, top: i32, width_px: u32, canvas: &mut Canvas) {
    let figures = row.figures();
    let room = (width_px - 4).saturating_sub(text_width_px(&figures) + NAME_GAP_PX);
    let name = fit_text(&row.name, room);
    canvas.text(&name, (2, top), Anchor::Start, said(Role::LabelText, row.name.clone()));
    canvas.text(&figures, (pixels(width_px) - 2, top), Anchor::End, plain(Role::AxisText));
}
