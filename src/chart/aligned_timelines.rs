//! Incidents under each other, each from its own start.

mod content;

use self::content::{Content, Row};
use super::axis::Scale;
use super::legend::{Entry, Legend};
use super::linear_ticks::{SIDE_PX, Stretch, linear_ticks};
use super::prelude::*;
use super::{ComparedIncident, fit_text};
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
/// add up, which they do on no other axis. Where the longest is more than six times the median,
/// the axis ends at four medians and longer rows are cut there, with an arrow and their total beside
/// them. A phase that would be too narrow to see is drawn three pixels wide and its label says so. Incidents without a start or any later milestone are counted
/// in a note. `None` where no incident has both.
#[must_use]
pub fn render_aligned_timelines(incidents: &[ComparedIncident], size: Size) -> Option<Scene> {
    let content = Content::of(incidents)?;
    let layout = Layout::of(&content, size.legible())?;
    let size_px = (layout.width_px, layout.height_px());
    scene(size_px, content.told(), &mut |canvas| draw(&content, &layout, canvas))
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
    notes: Caption,
}

impl Layout {
    fn of(content: &Content, size: Size) -> Option<Self> {
        let stacked = size.is_narrow();
        let titles = content.rows.iter().map(|row| text_width_px(&row.title)).max()?;
        let totals = content.rows.iter().map(|row| text_width_px(&row.beside(content.end))).max()?;
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
            axis: axis(content.end, plot, f64::from(left.min(size.width_px - right)))?,
            legend: Legend::in_order(entries, (2, pixels(size.width_px) - 2)),
            notes: Caption::of(&content.notes(), size),
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
        (self.notes_top() + self.notes.height_px()).unsigned_abs()
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

fn draw(content: &Content, layout: &Layout, canvas: &mut Canvas) -> Option<()> {
    let axis = canvas.axis(layout.axis.clone(), layout.frame())?;
    layout.legend.draw(canvas, TOP_PX);
    let mut painter = RowPainter { layout, canvas, axis, end: content.end };
    for (place, row) in (0..).zip(&content.rows) {
        painter.draw(row, place);
    }
    layout.notes.draw(canvas, layout.notes_top());
    Some(())
}

/// Draws one row after the other on the same axis.
struct RowPainter<'a> {
    layout: &'a Layout,
    canvas: &'a mut Canvas,
    axis: DrawnAxis,
    /// Where the axis ends, in minutes.
    end: f64,
}

impl RowPainter<'_> {
    fn draw(&mut self, row: &Row, place: i32) {
        let top = self.layout.bar_top(place);
        self.draw_title(row, place);
        self.draw_spans(row, top);
        self.draw_events(row, top);
        let at = (self.axis.x_px(row.total) + 6, top);
        self.canvas.text(&row.beside(self.end), at, Anchor::Start, plain(Role::LabelText));
    }

    fn draw_title(&mut self, row: &Row, place: i32) {
        let layout = self.layout;
        let (room, y) = if layout.stacked {
            (layout.width_px - 4, layout.row_top(place))
        } else {
            (layout.left - 12, layout.bar_top(place))
        };
        let label = format!("{}: {}", row.title, row.total_words());
        let key = MarkKey::Incident { incident: row.incident };
        let ink = noted(Role::LabelText, label, key);
        self.canvas.text(&fit_text(&row.title, room), (2, y), Anchor::Start, ink);
    }

    /// What is widened comes last, so that its neighbors do not cover it.
    fn draw_spans(&mut self, row: &Row, top: i32) {
        let seen = |span: &&PhaseSpan| span.minutes() > 0.0 && span.from_minutes < self.end;
        let (narrow, wide): (Vec<&PhaseSpan>, Vec<&PhaseSpan>) =
            row.spans.iter().filter(seen).partition(|span| self.width_px(span) < LEAST_SPAN_PX);
        for span in wide.into_iter().chain(narrow) {
            self.draw_span(row, span, top);
        }
    }

    fn draw_span(&mut self, row: &Row, span: &PhaseSpan, top: i32) {
        let (from, width) = (self.axis.x_px(span.from_minutes), self.width_px(span));
        // A pixel of air keeps neighbors apart where their colors look alike.
        let shown = if width > LEAST_SPAN_PX { width - 1 } else { LEAST_SPAN_PX };
        let note = match width {
            _ if span.to_minutes > self.end => ", cut at the end of the axis",
            ..LEAST_SPAN_PX => ", drawn wider than it is",
            _ => "",
        };
        let label = format!("{}{note}", row.span_label(span));
        let key = MarkKey::Span { incident: row.incident, kind: span.kind };
        let ink = noted(Role::Span(span.kind), label, key);
        self.canvas.rectangle((from, top), (from + shown, top + BAR_PX), ink);
    }

    fn draw_events(&mut self, row: &Row, top: i32) {
        for event in row.events.iter().filter(|event| event.minutes <= self.end) {
            let x = self.axis.x_px(event.minutes);
            let label = format!("{}: {}", row.title, event.label);
            let key = MarkKey::Event { incident: row.incident, event: event.place };
            let ink = noted(Role::Event, label, key);
            self.canvas.line((x, top + BAR_PX / 2), (x, top + BAR_PX + 3), ink);
        }
    }

    fn width_px(&self, span: &PhaseSpan) -> i32 {
        self.axis.x_px(span.to_minutes) - self.axis.x_px(span.from_minutes)
    }
}
