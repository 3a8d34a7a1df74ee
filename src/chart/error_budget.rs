//! How an error budget was used up over its period.

mod content;

use self::content::Content;
use super::ComparedIncident;
use super::axis::Scale;
use super::clock_ticks::clock_ticks;
use super::ink::said;
use super::linear_ticks::{SIDE_PX, Stretch, linear_ticks};
use super::prelude::*;
use crate::metrics::{DurationDefinition, NoAvailability, Objective, Weighting, format_duration};
use crate::text::Gather;

const TOP_PX: i32 = 4;
const GAP_PX: i32 = 8;
const PLOT_PX: i32 = 150;
/// The axis reaches this much beyond the budget and the downtime, so that neither lies on its edge.
const HEADROOM: f64 = 1.12;
/// Labels of a vertical axis are about half as high as they are wide, with their gaps.
const ACROSS_PER_UP: f64 = 2.0;

/// Draws how the downtime of a period grew, as a line that rises with every outage, against the line of its error
/// budget.
///
/// The line is flat while nothing is down and slopes while something is, so that an outage of minutes looks like a step
/// and one of days like a ramp; see [`Availability`](crate::metrics::Availability) for what counts how much.
///
/// # Errors
///
/// Says why there is no availability for the objective.
pub fn render_error_budget(
    incidents: &[ComparedIncident],
    definition: DurationDefinition,
    objective: Objective,
    weighting: Weighting,
    size: Size,
) -> Result<Option<Scene>, NoAvailability> {
    let content = Content::of(incidents, definition, objective, weighting)?;
    let Some(layout) = Layout::of(&content, size.legible()) else { return Ok(None) };
    let size_px = (layout.width_px, layout.frame().bottom + AXIS_PX);
    Ok(scene(size_px, content.told(), &mut |canvas| {
        draw(&content, &layout, canvas);
        Some(())
    }))
}

/// Where everything stands, in pixels.
struct Layout {
    width_px: u32,
    left: u32,
    caption: Caption,
    across: ValueAxis,
    up: ValueAxis,
}

impl Layout {
    fn of(content: &Content, size: Size) -> Option<Self> {
        let most = content.most_minutes() * HEADROOM;
        let stretch = Stretch {
            from_seconds: 0.0,
            to_seconds: most * 60.0,
            width_px: f64::from(PLOT_PX) * ACROSS_PER_UP,
            side_px: f64::from(PLOT_PX),
        };
        // OK because no downtime has 2^53 seconds.
        #[expect(clippy::cast_precision_loss)]
        let ticks = linear_ticks(stretch, |seconds, _| format_duration(seconds as f64 / 60.0));
        let widest = ticks.iter().map(|tick| text_width_px(&tick.label)).max().unwrap_or(0);
        let left = (widest + 10).max(SIDE_PX);
        let plot = f64::from(size.width_px - left - SIDE_PX);
        let end = content.period_minutes();
        let days = clock_ticks(content.begin(), 0.0, end, plot);
        Some(Self {
            width_px: size.width_px,
            left,
            caption: Caption::of(&content.caption(), size),
            across: ValueAxis::new(0.0, end, Scale::Linear)?.with_ticks(days),
            up: ValueAxis::new(0.0, most, Scale::Linear)?.with_ticks(ticks),
        })
    }

    fn frame(&self) -> Frame {
        let top = TOP_PX + self.caption.height_px() + GAP_PX;
        Frame {
            left: self.left,
            right: self.width_px - SIDE_PX,
            top: top.unsigned_abs(),
            bottom: (top + PLOT_PX).unsigned_abs(),
        }
    }
}

fn draw(content: &Content, layout: &Layout, canvas: &mut Canvas) {
    let frame = layout.frame();
    layout.caption.draw(canvas, TOP_PX);
    let axes = canvas.axes(layout.across.clone(), layout.up.clone(), frame);
    let (left, right) = (pixels(frame.left), axes.x_px(content.period_minutes()));
    let budget = axes.y_px(content.budget_minutes());
    canvas.line((left, budget), (right, budget), said(Role::Threshold, content.budget_words()));
    let place = |&(minutes, used): &(f64, f64)| (axes.x_px(minutes), axes.y_px(used));
    let mut points: Vec<(i32, i32)> = content.burn().iter().map(place).gather();
    points.dedup();
    canvas.path(points.clone(), said(Role::Curve, content.used_words()));
    let mut free = FreeText { frame, taken: points.windows(2).map(|pair| (pair[0], pair[1])).gather() };
    free.taken.push(((left, budget), (right, budget)));
    let used = points.last().map_or(budget, |point| point.1);
    let (from_left, from_right) = ((left + 6, Anchor::Start), (right - 2, Anchor::End));
    free.draw(&content.used_words(), used, &[from_right], canvas);
    free.draw(&content.budget_words(), budget, &[from_left, from_right], canvas);
}

/// Finds words a place where they lie over no line.
struct FreeText {
    frame: Frame,
    /// Corners of what is drawn already.
    taken: Vec<((i32, i32), (i32, i32))>,
}

impl FreeText {
    /// Draws `words` above or under a line at `y`, at the first of these sides where they are free. Words
    /// that are free nowhere are left to the title and to the line's own label.
    fn draw(&mut self, words: &str, y: i32, sides: &[(i32, Anchor)], canvas: &mut Canvas) {
        let width = pixels(text_width_px(words));
        let places = sides.iter().flat_map(|&(x, anchor)| {
            let left = if anchor == Anchor::End { x - width } else { x };
            [y - ROW_PX, y + 4].map(|top| ((x, top), anchor, ((left, top), (left + width, top + ROW_PX - 3))))
        });
        let free = places.into_iter().find(|(_, _, corners)| self.is_free(*corners));
        if let Some((at, anchor, corners)) = free {
            canvas.text(words, at, anchor, plain(Role::LabelText));
            self.taken.push(corners);
        }
    }

    fn is_free(&self, ((left, top), (right, bottom)): ((i32, i32), (i32, i32))) -> bool {
        let apart = |&(a, b): &((i32, i32), (i32, i32))| {
            right < a.0.min(b.0) || a.0.max(b.0) < left || bottom < a.1.min(b.1) || a.1.max(b.1) < top
        };
        let inside = left >= pixels(self.frame.left)
            && right <= pixels(self.frame.right)
            && top >= pixels(self.frame.top) - GAP_PX
            && bottom <= pixels(self.frame.bottom);
        inside && self.taken.iter().all(apart)
    }
}
