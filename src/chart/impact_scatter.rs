//! How long against how bad: duration across, share affected up, and lines of equal harm.

mod content;

use self::content::{Content, Place};
use super::ComparedIncident;
use super::axis::{Tick, cell_of, share_of};
use super::ink::Ink;
use super::prelude::*;
use super::share_plot::SharePlot;
use crate::metrics::{DurationDefinition, format_duration};
use crate::text::{Gather, decimal};

const RADIUS_PX: i32 = 5;
/// Half the height of a bar whose share is one value.
const BAR_HALF_PX: i32 = 3;
const ARROW_PX: i32 = 14;
/// More lines of equal harm than this make the plot gray.
const MOST_ISO_LINES: usize = 5;
/// From one corner of such a line to the next.
const ISO_STEP_PX: usize = 4;
/// More places than this are counted in cells.
const MOST_PLACES: usize = 1000;
/// The least width of a cell, in pixels.
const CELL_PX: u32 = 16;
/// Circles of neighboring cells do not reach each other by much.
const MOST_CELL_RADIUS_PX: f64 = 6.0;
/// How many cells stand on each other: one for 5 %.
const CELL_ROWS: usize = 20;

/// Draws each incident at its duration, on a logarithmic axis, and its share affected.
///
/// Dashed lines join places of equal duration times share; their words above the plot give that product, which
/// at 100 % is the duration. Ranges are bars, hedged values and limits hollow dots, incidents without an end arrows.
/// Over 1,000 incidents with one value for both are counted in cells, as circles whose area grows with the
/// count; ranges and open ends are then left out, and the caption says so. `None` where no incident has both.
#[must_use]
pub fn render_impact_scatter(
    incidents: &[ComparedIncident],
    definition: DurationDefinition,
    size: Size,
) -> Option<Scene> {
    let content = Content::of(incidents, definition, MOST_PLACES)?;
    let plot = SharePlot::of(&content.caption(), content.extent(), size.legible())?;
    scene(plot.size_px(), content.told(), &mut |canvas| {
        draw(&content, &plot, canvas);
        Some(())
    })
}

/// The ticks of the axis across at whose durations lines of equal harm begin: all, or every second,
/// third ... of them.
fn iso_ticks(plot: &SharePlot) -> impl Iterator<Item = &Tick> {
    // A line that begins at the right end is none.
    let end = plot.across.ends().1;
    let ticks = move || plot.across.ticks().iter().filter(move |tick| tick.value < end);
    ticks().step_by(ticks().count().div_ceil(MOST_ISO_LINES).max(1))
}

fn draw(content: &Content, plot: &SharePlot, canvas: &mut Canvas) {
    let axes = plot.draw(canvas);
    for tick in iso_ticks(plot) {
        draw_iso_line(tick, plot, canvas, &axes);
    }
    if content.is_binned() {
        draw_cells(content, plot, canvas, &axes);
    } else {
        for place in &content.places {
            draw_place(place, content.label(place), canvas, &axes);
        }
    }
}

/// From the upper edge to the right one, through every place of the same product.
fn draw_iso_line(tick: &Tick, plot: &SharePlot, canvas: &mut Canvas, axes: &DrawnAxis) {
    let (left, right) = (axes.x_px(tick.value), pixels(plot.frame().right) - 1);
    canvas.text(&tick.label, (left, plot.words_top()), Anchor::Middle, plain(Role::AxisText));
    let length = f64::from((right - left).max(1));
    let longest = plot.across.ends().1;
    let corner = |x: i32| {
        let along = f64::from(x - left) / length;
        // Along a logarithmic axis the share halves wherever the duration doubles.
        let share = (along * (tick.value / longest).ln()).exp();
        (x, axes.y_px(share))
    };
    let corners: Vec<(i32, i32)> = (left..right).step_by(ISO_STEP_PX).chain([right]).map(corner).gather();
    if corners.len() > 1 {
        canvas.path(corners, plain(Role::IsoLine));
    }
}

fn draw_place(place: &Place, label: String, canvas: &mut Canvas, axes: &DrawnAxis) {
    let ink = noted(place.role, label, MarkKey::Incident { incident: place.incident });
    let (left, right) = (axes.x_px(place.from), axes.x_px(place.to));
    let (top, bottom) = (axes.y_px(place.share.high), axes.y_px(place.share.low));
    let middle = i32::midpoint(top, bottom);
    match place.role {
        Role::OpenEnd => canvas.arrow((left, middle), ARROW_PX, ink),
        Role::Interval => {
            let (top, bottom) = (top.min(middle - BAR_HALF_PX), bottom.max(middle + BAR_HALF_PX));
            let (left, right) = (left.min(right - BAR_HALF_PX), right.max(left + BAR_HALF_PX));
            canvas.rectangle((left, top), (right, bottom), ink);
        }
        _ => canvas.circle((left, middle), RADIUS_PX.unsigned_abs(), ink),
    }
}

/// A circle for each cell that holds incidents; its area is to the fullest cell's as their counts.
fn draw_cells(content: &Content, plot: &SharePlot, canvas: &mut Canvas, axes: &DrawnAxis) {
    let frame = plot.frame();
    // OK because a sheet is at most some thousand pixels wide.
    let columns = ((frame.right - frame.left) / CELL_PX).max(1) as usize;
    let mut counts = vec![0_usize; columns * CELL_ROWS];
    for place in &content.places {
        let column = cell_of(plot.across.share(place.from), columns);
        let row = cell_of(plot.up.share(place.share.low), CELL_ROWS);
        if let Some(count) = counts.get_mut(row * columns + column) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(1);
    for (at, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let (column, row) = (at % columns, at / columns);
        let across = |part| plot.across.value_at(share_of(part, 2 * columns));
        let up = |part| plot.up.value_at(share_of(part, 2 * CELL_ROWS));
        let center = (axes.x_px(across(2 * column + 1)), axes.y_px(up(2 * row + 1)));
        let percent = |share: f64| decimal(share * 100.0, 0);
        let label = format!(
            "{} to {}, {} to {} %: {count}",
            format_duration(across(2 * column)),
            format_duration(across(2 * column + 2)),
            percent(up(2 * row)),
            percent(up(2 * row + 2)),
        );
        let ink = Ink { label: Some(label), ..plain(Role::Bin) };
        canvas.circle(center, cell_radius(count, most), ink);
    }
}

fn cell_radius(count: usize, most: usize) -> u32 {
    let radius = share_of(count, most).sqrt() * MOST_CELL_RADIUS_PX;
    // OK because the share lies between 0 and 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let radius = radius.round() as u32;
    radius.max(1)
}
