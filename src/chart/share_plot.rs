//! A plot of shares against durations: percent up, a logarithmic time axis across, and a row for words above.

use super::axis::{Scale, Tick};
use super::log_ticks::duration_axis;
use super::prelude::*;
use crate::text::decimal;

const TOP_PX: i32 = 4;
const GAP_PX: i32 = 4;
/// Room that the labels of the axis up need left of the plot, in pixels.
const LEFT_PX: u32 = 52;
/// Room right of the plot for half of an axis label, in pixels.
const RIGHT_PX: u32 = 34;
const PLOT_PX: i32 = 240;
const NARROW_PLOT_PX: i32 = 200;
const PERCENT_TICKS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// Where everything stands, in pixels.
pub(super) struct SharePlot {
    pub width_px: u32,
    /// The axis of durations, in minutes.
    pub across: ValueAxis,
    /// The axis of shares, from 0 to 1.
    pub up: ValueAxis,
    plot_px: i32,
    caption: Caption,
}

impl SharePlot {
    /// A plot from the shortest to the longest duration of `extent`, both in minutes and positive.
    pub fn of(caption: &[String], extent: (f64, f64), size: Size) -> Option<Self> {
        let plot = f64::from(size.width_px - LEFT_PX - RIGHT_PX);
        Some(Self {
            width_px: size.width_px,
            across: duration_axis(extent.0, extent.1, plot)?,
            up: percent_axis()?,
            plot_px: if size.is_narrow() { NARROW_PLOT_PX } else { PLOT_PX },
            caption: Caption::of(caption, size),
        })
    }

    /// The top of the row of words between the caption and the plot.
    pub fn words_top(&self) -> i32 {
        TOP_PX + self.caption.height_px() + GAP_PX
    }

    pub fn frame(&self) -> Frame {
        let top = self.words_top() + ROW_PX + GAP_PX;
        let bottom = (top + self.plot_px).unsigned_abs();
        Frame { left: LEFT_PX, right: self.width_px - RIGHT_PX, top: top.unsigned_abs(), bottom }
    }

    pub fn size_px(&self) -> (u32, u32) {
        (self.width_px, self.frame().bottom + AXIS_PX)
    }

    /// Draws the caption and the axes.
    pub fn draw(&self, canvas: &mut Canvas) -> DrawnAxis {
        self.caption.draw(canvas, TOP_PX);
        canvas.axes(self.across.clone(), self.up.clone(), self.frame())
    }
}

fn percent_axis() -> Option<ValueAxis> {
    let tick = |value: f64| Tick { value, label: [&decimal(value * 100.0, 0), " %"].concat() };
    Some(ValueAxis::new(0.0, 1.0, Scale::Linear)?.with_ticks(PERCENT_TICKS.map(tick).to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_labels_of_the_axis_up_have_room() {
        let widest =
            percent_axis().and_then(|axis| axis.ticks().iter().map(|tick| text_width_px(&tick.label)).max());
        assert!(widest.is_some_and(|widest| widest + 10 <= LEFT_PX), "{widest:?}");
    }
}
