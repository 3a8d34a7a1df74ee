//! The incidents along the axis: a dot each, or where they are too many, bars that count them.

use super::content::{Content, Dot};
use crate::chart::axis::{cell_of, share_of};
use crate::chart::ink::Ink;
use crate::chart::lanes::assign_lanes;
use crate::chart::prelude::*;
use crate::metrics::format_duration;
use crate::text::Gather;

/// Past this height of dots they share lanes, and their overlap shows as a darker color.
const STRIP_LIMIT_PX: i32 = 160;
/// The height of the highest bar.
const BARS_PX: i32 = 80;
/// The least width of a bar with its gap.
const BAR_PX: u32 = 6;
/// From the length that an incident without an end had at least to the tip of its arrow.
const ARROW_PX: i32 = 14;

/// The incidents between two durations.
pub(super) struct Bar {
    pub from: f64,
    pub to: f64,
    pub count: usize,
}

/// Where the incidents stand.
pub(super) struct Strip {
    radius: u32,
    /// One for each dot; none where there are bars.
    lanes: Vec<i32>,
    lowest_lane: i32,
    /// From the left to the right, the empty ones left out.
    pub bars: Vec<Bar>,
}

impl Strip {
    /// Lays out what `content` has along `axis`, which is `plot_px` long.
    pub fn of(content: &Content, axis: &ValueAxis, plot_px: u32) -> Self {
        let radius = radius(content.dots.len());
        let (lanes, bars) = if content.is_binned {
            (Vec::new(), bars(&content.dots, axis, plot_px))
        } else {
            (lanes(&content.dots, axis, f64::from(plot_px), radius), Vec::new())
        };
        Self { radius, lowest_lane: lanes.iter().copied().min().unwrap_or(0), lanes, bars }
    }

    pub fn height_px(&self) -> i32 {
        if !self.bars.is_empty() {
            return BARS_PX;
        }
        let highest = self.lanes.iter().copied().max().unwrap_or(0);
        (highest - self.lowest_lane + 1) * self.lane_px()
    }

    pub fn draw(&self, content: &Content, top: i32, canvas: &mut Canvas, axis: &DrawnAxis) {
        for (dot, &lane) in content.dots.iter().zip(&self.lanes) {
            let y = top + (lane - self.lowest_lane) * self.lane_px() + pixels(self.radius);
            self.draw_dot(dot, y, canvas, axis);
        }
        let most = self.bars.iter().map(|bar| bar.count).max().unwrap_or(1);
        for bar in &self.bars {
            draw_bar(bar, most, top + BARS_PX, canvas, axis);
        }
    }

    fn draw_dot(&self, dot: &Dot, y: i32, canvas: &mut Canvas, axis: &DrawnAxis) {
        let ink = noted(dot.role, dot.label.clone(), MarkKey::Incident { incident: dot.incident });
        let (from, to) = (axis.x_px(dot.from), axis.x_px(dot.to));
        match dot.role {
            Role::OpenEnd => canvas.arrow((from, y), ARROW_PX, ink),
            Role::Interval => {
                let half = pixels(self.radius.div_ceil(2));
                canvas.rectangle((from, y - half), (to.max(from + 2), y + half), ink);
            }
            _ => canvas.circle((from, y), self.radius, ink),
        }
    }

    fn lane_px(&self) -> i32 {
        2 * pixels(self.radius) + 1
    }
}

fn draw_bar(bar: &Bar, most: usize, foot: i32, canvas: &mut Canvas, axis: &DrawnAxis) {
    // OK because the share lies between 0 and 1.
    #[expect(clippy::cast_possible_truncation)]
    let height = (share_of(bar.count, most) * f64::from(BARS_PX)).round() as i32;
    let label = format!("{} to {}: {}", format_duration(bar.from), format_duration(bar.to), bar.count);
    let ink = Ink { label: Some(label), ..plain(Role::Bin) };
    let (left, right) = (axis.x_px(bar.from), axis.x_px(bar.to));
    canvas.rectangle((left, foot - height.max(1)), (right - 1, foot), ink);
}

fn bars(dots: &[Dot], axis: &ValueAxis, plot_px: u32) -> Vec<Bar> {
    // OK because a sheet is at most some thousand pixels wide.
    let columns = (plot_px / BAR_PX).max(1) as usize;
    let mut counts = vec![0; columns];
    for dot in dots {
        counts[cell_of(axis.share(dot.from), columns)] += 1; // OK because a cell is one of the columns.
    }
    let at = |column: usize| axis.value_at(share_of(column, columns));
    let bar = |(column, count)| Bar { from: at(column), to: at(column + 1), count };
    counts.into_iter().enumerate().filter(|(_, count)| *count > 0).map(bar).gather()
}

const fn radius(dots: usize) -> u32 {
    match dots {
        0..=60 => 5,
        61..=200 => 4,
        201..=600 => 3,
        _ => 2,
    }
}

fn lanes(dots: &[Dot], axis: &ValueAxis, plot: f64, radius: u32) -> Vec<i32> {
    let place = |value: f64| {
        // OK because the share lies between 0 and 1.
        #[expect(clippy::cast_possible_truncation)]
        {
            (axis.share(value) * plot).round() as i32
        }
    };
    let reach = pixels(radius);
    let stretch = |dot: &Dot| {
        let arrow = if dot.role == Role::OpenEnd { ARROW_PX } else { 0 };
        (place(dot.from) - reach, place(dot.to) + reach.max(arrow))
    };
    let stretches: Vec<(i32, i32)> = dots.iter().map(stretch).gather();
    let most = usize::try_from(STRIP_LIMIT_PX / (2 * reach + 1)).unwrap_or(1);
    assign_lanes(&stretches, 1, most)
}
