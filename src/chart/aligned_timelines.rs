//! Incidents under each other, each from its own start.

mod content;

use plotters::style::text_anchor::HPos;

use self::content::{Content, Row};
use super::axis::{Scale, ValueAxis};
use super::canvas::{AXIS_PX, Canvas, Drawn, DrawnAxis, Frame, plain};
use super::legend::{Entry, Legend, ROW_PX};
use super::linear_ticks::{SIDE_PX, Stretch, linear_ticks};
use super::wrap::wrap_parts;
use super::{ComparedIncident, MarkKey, Role, Scene, Size, fit_text, text_width_px};
use crate::metrics::{PhaseSpan, SpanKind, format_after_start};

const TOP_PX: i32 = 4;
const BAR_PX: i32 = 12;
const GAP_PX: i32 = 8;
/// Where bars begin under their titles: half of the word "start" fits left of it.
const STACKED_LEFT_PX: u32 = 18;
/// A phase narrower than this cannot be seen; it is drawn this wide and says so.
const LEAST_SPAN_PX: i32 = 3;
/// Titles take at most this part of the width.
const TITLE_SHARE: u32 = 3;

/// Draws incidents as rows from a common start, their phases as colored spans and their entries as
/// ticks, the longest first.
///
/// The axis is linear even where durations differ a hundredfold: phases then compare by length and
/// add up, which they do on no other axis. A phase that would be too narrow to see is drawn three
/// pixels wide and its label says so. Incidents without a start or any later milestone are counted
/// in a note. `None` where no incident has both.
#[must_use]
pub fn render_aligned_timelines(incidents: &[ComparedIncident], size: Size) -> Option<Scene> {
    let content = Content::of(incidents)?;
    let layout = Layout::of(&content, size.legible())?;
    let canvas = Canvas::new(layout.width_px, layout.height_px());
    draw(&content, &layout, &canvas).ok()?;
    Some(Scene {
        width_px: layout.width_px,
        height_px: layout.height_px(),
        title: content.title(),
        description: content.description(),
        marks: canvas.into_marks(),
        table: content.table(),
    })
}

/// Where everything stands, in pixels.
struct Layout {
    width_px: u32,
    left: u32,
    right: u32,
    /// Whether titles stand above their bars rather than beside them.
    stacked: bool,
    rows: i32,
    axis: ValueAxis,
    legend: Legend,
    notes: Vec<String>,
}

impl Layout {
    fn of(content: &Content, size: Size) -> Option<Self> {
        let stacked = size.is_narrow();
        let widest = |words: fn(&Row) -> String| {
            content.rows.iter().map(|row| text_width_px(&words(row))).max().unwrap_or(0)
        };
        let (titles, totals) = (widest(|row| row.title.clone()), widest(Row::total_words));
        let column = titles.min(size.width_px / TITLE_SHARE) + 12;
        let left = if stacked { STACKED_LEFT_PX } else { column.max(SIDE_PX) };
        let right = size.width_px - (totals + 10).max(SIDE_PX);
        let plot = f64::from(right) - f64::from(left);
        let entry = |kind: SpanKind| Entry { kind, words: kind.label().to_owned(), left: 2 };
        let entries = content.kinds().into_iter().map(entry).collect();
        Some(Self {
            width_px: size.width_px,
            left,
            right,
            stacked,
            rows: i32::try_from(content.rows.len()).ok()?,
            axis: axis(content.longest(), plot, f64::from(left.min(size.width_px - right)))?,
            legend: Legend::lay_out(entries, (2, pixels(size.width_px) - 2), i32::MAX),
            notes: wrap_parts(&content.notes(), size.width_px - 4),
        })
    }

    fn rows_top(&self) -> i32 {
        TOP_PX + self.legend.height_px() + GAP_PX
    }

    const fn row_px(&self) -> i32 {
        if self.stacked { ROW_PX + BAR_PX + GAP_PX } else { BAR_PX + 2 * GAP_PX - 2 }
    }

    fn row_top(&self, row: i32) -> i32 {
        self.rows_top() + row * self.row_px()
    }

    fn bar_top(&self, row: i32) -> i32 {
        self.row_top(row) + if self.stacked { ROW_PX } else { GAP_PX - 1 }
    }

    fn frame(&self) -> Frame {
        Frame {
            left: self.left,
            right: self.right,
            top: self.rows_top().unsigned_abs(),
            bottom: (self.row_top(self.rows) + 2).unsigned_abs(),
        }
    }

    fn notes_top(&self) -> i32 {
        pixels(self.frame().bottom + AXIS_PX) + 2
    }

    fn height_px(&self) -> u32 {
        let notes = i32::try_from(self.notes.len()).unwrap_or(0) * ROW_PX;
        (self.notes_top() + notes).unsigned_abs()
    }
}

fn axis(longest: f64, plot: f64, side_px: f64) -> Option<ValueAxis> {
    let stretch = Stretch { from_seconds: 0.0, to_seconds: longest * 60.0, width_px: plot, side_px };
    let ticks = linear_ticks(stretch, |seconds, _| {
        // OK because no outage has 2^53 seconds.
        #[expect(clippy::cast_precision_loss)]
        format_after_start(seconds as f64 / 60.0)
    });
    Some(ValueAxis::new(0.0, longest, Scale::Linear)?.with_ticks(ticks))
}

fn draw(content: &Content, layout: &Layout, canvas: &Canvas) -> Drawn {
    let Some(axis) = canvas.axis(layout.axis.clone(), layout.frame())? else { return Ok(()) };
    layout.legend.draw(canvas, TOP_PX)?;
    for (place, row) in (0..).zip(&content.rows) {
        draw_row(row, place, layout, canvas, &axis)?;
    }
    for (line, note) in (0..).zip(&layout.notes) {
        let at = (2, layout.notes_top() + line * ROW_PX);
        canvas.text(note, at, HPos::Left, plain(Role::AxisText))?;
    }
    Ok(())
}

fn draw_row(row: &Row, place: i32, layout: &Layout, canvas: &Canvas, axis: &DrawnAxis) -> Drawn {
    draw_title(row, place, layout, canvas)?;
    let top = layout.bar_top(place);
    let narrow =
        |span: &&PhaseSpan| axis.x_px(span.to_minutes) - axis.x_px(span.from_minutes) < LEAST_SPAN_PX;
    // What is widened comes last, so that its neighbors do not cover it.
    let wide = row.spans.iter().filter(|span| !narrow(span));
    for span in wide.chain(row.spans.iter().filter(narrow)) {
        draw_span(row, span, top, canvas, axis)?;
    }
    for event in &row.events {
        let x = axis.x_px(event.minutes);
        let key = MarkKey::Event { incident: row.incident, event: event.place };
        let ink = canvas.noted(Role::Event, &format!("{}: {}", row.title, event.label), key);
        canvas.line((x, top - 2), (x, top + BAR_PX + 2), ink)?;
    }
    let beside = (axis.x_px(row.total) + 6, top);
    canvas.text(&row.total_words(), beside, HPos::Left, plain(Role::LabelText))
}

fn draw_title(row: &Row, place: i32, layout: &Layout, canvas: &Canvas) -> Drawn {
    let room = if layout.stacked { layout.width_px - 4 } else { layout.left - 12 };
    let key = MarkKey::Incident { incident: row.incident };
    let label = format!("{}: {}", row.title, row.total_words());
    let ink = canvas.noted(Role::LabelText, &label, key);
    let y = if layout.stacked { layout.row_top(place) } else { layout.bar_top(place) };
    canvas.text(&fit_text(&row.title, room), (2, y), HPos::Left, ink)
}

fn draw_span(row: &Row, span: &PhaseSpan, top: i32, canvas: &Canvas, axis: &DrawnAxis) -> Drawn {
    let (from, to) = (axis.x_px(span.from_minutes), axis.x_px(span.to_minutes));
    let (to, note) = match to - from {
        ..LEAST_SPAN_PX => (from + LEAST_SPAN_PX, ", drawn wider than it is"),
        LEAST_SPAN_PX => (to, ""),
        _ => (to - 1, ""),
    };
    let key = MarkKey::Span { incident: row.incident, kind: span.kind };
    let label = format!("{}{note}", row.span_label(span));
    canvas.rectangle((from, top), (to, top + BAR_PX), canvas.noted(Role::Span(span.kind), &label, key))
}

fn pixels(px: u32) -> i32 {
    i32::try_from(px).unwrap_or(i32::MAX)
}
