//! How many incidents there were and how much downtime, period by period: two rows of bars under each other.

mod content;

use self::content::{Content, bar_label};
use super::ComparedIncident;
use super::axis::Scale;
use super::column_labels::ColumnLabels;
use super::count_ticks::count_ticks;
use super::ink::said;
use super::linear_ticks::{Stretch, linear_ticks};
use super::prelude::*;
use crate::metrics::{DurationDefinition, PeriodLength, format_duration};

const TOP_PX: i32 = 4;
const GAP_PX: i32 = 8;
const PANEL_PX: i32 = 76;
/// Bars are no wider than this, however few there are.
const WIDEST_BAR_PX: i32 = 44;
/// From a tick's label to the frame, and to the sheet's edge.
const BESIDE_LABEL_PX: u32 = 10;
/// Labels of a vertical axis are about half as high as they are wide, with their gaps: that many
/// pixels across stand for one pixel up.
const ACROSS_PER_UP: f64 = 2.0;

/// Draws a bar a period for the number of incidents, and under it one for their downtime.
///
/// Both stand side by side because neither says much alone: the same downtime is one long outage or many
/// short ones. Periods without incidents stand between the others; see
/// [`count_per_period`](crate::metrics::count_per_period) for the period that an incident counts in, and for
/// dates that lie far apart. `None` where no incident has a date with a year.
#[must_use]
pub fn render_downtime_per_period(
    incidents: &[ComparedIncident],
    definition: DurationDefinition,
    wanted: PeriodLength,
    size: Size,
) -> Option<Scene> {
    let content = Content::of(incidents, definition, wanted)?;
    let layout = Layout::of(&content, size.legible())?;
    let size_px = (layout.width_px, layout.height_px());
    scene(size_px, content.told(), &mut |canvas| {
        layout.caption.draw(canvas, TOP_PX);
        layout.draw_panel(&content, Panel::Incidents, canvas);
        let axes = layout.draw_panel(&content, Panel::Downtime, canvas);
        let column = (axes.x_px(0.0), axes.x_px(content.columns()));
        ColumnLabels::of(&content.periods(), column).draw(canvas, layout.frame(Panel::Downtime).bottom);
        Some(())
    })
}

/// One of the two rows of bars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Panel {
    Incidents,
    Downtime,
}

/// Where everything stands, in pixels.
struct Layout {
    width_px: u32,
    left: u32,
    caption: Caption,
    label_rows: i32,
    across: ValueAxis,
    incidents: ValueAxis,
    downtime: ValueAxis,
}

impl Layout {
    fn of(content: &Content, size: Size) -> Option<Self> {
        let incidents = ValueAxis::new(0.0, content.most_incidents(), Scale::Linear)?;
        let incidents = incidents.with_ticks(count_ticks(content.most_incidents()));
        let most_minutes = content.most_minutes();
        let stretch = Stretch {
            from_seconds: 0.0,
            to_seconds: most_minutes * 60.0,
            width_px: f64::from(PANEL_PX) * ACROSS_PER_UP,
            side_px: f64::from(PANEL_PX),
        };
        // OK because no downtime has 2^53 seconds.
        #[expect(clippy::cast_precision_loss)]
        let ticks = linear_ticks(stretch, |seconds, _| format_duration(seconds as f64 / 60.0));
        let downtime = ValueAxis::new(0.0, most_minutes, Scale::Linear)?.with_ticks(ticks);
        let labels = incidents.ticks().iter().chain(downtime.ticks());
        let widest = labels.map(|tick| text_width_px(&tick.label)).max().unwrap_or(0);
        Some(Self {
            width_px: size.width_px,
            left: widest + BESIDE_LABEL_PX,
            caption: Caption::of(&content.caption(), size),
            label_rows: ColumnLabels::rows(&content.periods()),
            across: ValueAxis::new(0.0, content.columns(), Scale::Linear)?,
            incidents,
            downtime,
        })
    }

    fn frame(&self, panel: Panel) -> Frame {
        let above = if panel == Panel::Incidents { 0 } else { PANEL_PX + GAP_PX + ROW_PX };
        let top = TOP_PX + self.caption.height_px() + GAP_PX + ROW_PX + above;
        Frame {
            left: self.left,
            right: self.width_px - BESIDE_LABEL_PX,
            top: top.unsigned_abs(),
            bottom: (top + PANEL_PX).unsigned_abs(),
        }
    }

    fn height_px(&self) -> u32 {
        self.frame(Panel::Downtime).bottom + (GAP_PX + self.label_rows * ROW_PX).unsigned_abs()
    }

    fn draw_panel(&self, content: &Content, panel: Panel, canvas: &mut Canvas) -> DrawnAxis {
        let frame = self.frame(panel);
        let (up, name) = match panel {
            Panel::Incidents => (&self.incidents, "incidents"),
            Panel::Downtime => (&self.downtime, "downtime"),
        };
        let at = (2, pixels(frame.top) - ROW_PX - 4);
        canvas.text(name, at, Anchor::Start, plain(Role::LabelText));
        let axes = canvas.axes(self.across.clone(), up.clone(), frame);
        for (place, figures) in (0..).zip(content.figures()) {
            let value = match panel {
                // OK because a count of incidents is far below 2^53.
                #[expect(clippy::cast_precision_loss)]
                Panel::Incidents => Some(figures.incidents as f64),
                Panel::Downtime => figures.downtime_minutes(),
            };
            let column = (axes.x_px(f64::from(place)), axes.x_px(f64::from(place + 1)));
            let label = || bar_label(figures);
            match value {
                Some(0.0) => (),
                Some(value) => draw_bar(column, (axes.y_px(value), pixels(frame.bottom)), label(), canvas),
                None => draw_unknown(column, pixels(frame.bottom), canvas),
            }
        }
        axes
    }
}

fn draw_bar(column: (i32, i32), (top, foot): (i32, i32), label: String, canvas: &mut Canvas) {
    let width = column.1 - column.0;
    let air = ((width - WIDEST_BAR_PX) / 2).max(i32::from(width > 3));
    // What is not zero is seen, at least as a line.
    let top = top.min(foot - 1);
    canvas.rectangle((column.0 + air, top), (column.1 - air.min(width - 1), foot), said(Role::Bin, label));
}

/// Where incidents happened and no duration is known, a bar of no height would say that there was no downtime.
fn draw_unknown(column: (i32, i32), foot: i32, canvas: &mut Canvas) {
    if column.1 - column.0 >= pixels(text_width_px("?")) {
        let at = (i32::midpoint(column.0, column.1), foot - ROW_PX);
        canvas.text("?", at, Anchor::Middle, plain(Role::AxisText));
    }
}
