//! Incidents under each other, each from its own start.

mod content;
mod row;

pub use self::row::AlignedAt;

use self::content::Content;
use self::row::Row;
use super::axis::Scale;
use super::legend::{Entry, Legend};
use super::linear_ticks::{SIDE_PX, Stretch, linear_ticks};
use super::prelude::*;
use super::{ComparedIncident, fit_text};
use crate::metrics::{PhaseSpan, SpanKind};
use crate::text::Gather;

const TOP_PX: i32 = 4;
const BAR_PX: i32 = 12;
const GAP_PX: i32 = 8;
/// Where bars begin under their titles: half of the word "start" fits left of it.
const STACKED_LEFT_PX: u32 = 18;
/// How long the arrow is that stands where no end is told.
const ARROW_PX: i32 = 12;
const HEDGED_RADIUS_PX: u32 = 3;
/// A phase narrower than this cannot be seen; it is drawn this wide and says so.
const LEAST_SPAN_PX: i32 = 3;
/// Titles take at most this part of the width.
const TITLE_SHARE: u32 = 3;

/// Draws incidents as rows under each other from their start, or around the moment when they were
/// noticed: their phases as colored spans and their entries as ticks, the longest first.
///
/// The axis is linear even where durations differ a hundredfold: phases then compare by length and
/// add up, which they do on no other axis. Where the longest is more than six times the median,
/// the axis ends at four medians and longer rows are cut there, with an arrow and their total beside
/// them; the same holds on the other side. A phase that would be too narrow to see is drawn three pixels wide and its
/// label says so. A row whose end is not told ends in an arrow, and a time that its report hedges is a hollow
/// dot. Of more than 100 incidents the longest are drawn. Incidents without the moment to align at, or without any
/// other, are counted in a note. `None` where no incident has both.
#[must_use]
pub fn render_aligned_timelines(
    incidents: &[ComparedIncident],
    aligned_at: AlignedAt,
    size: Size,
) -> Option<Scene> {
    let content = Content::of(incidents, aligned_at)?;
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
        let totals = content.rows.iter().map(|row| beside_px(row, content.ends.1)).max()?;
        let column = titles.min(size.width_px / TITLE_SHARE) + 12;
        let left = match content.aligned_at {
            AlignedAt::Start if stacked => STACKED_LEFT_PX,
            _ if stacked => SIDE_PX,
            _ => column.max(SIDE_PX),
        };
        let right = size.width_px - (totals + 10).max(SIDE_PX);
        let plot = f64::from(right) - f64::from(left);
        let entry = |kind: SpanKind| Entry { kind, words: kind.label().to_owned(), left: 2 };
        let entries = content.kinds().into_iter().map(entry).gather();
        Some(Self {
            width_px: size.width_px,
            left,
            right,
            stacked,
            rows: i32::try_from(content.rows.len()).ok()?,
            axis: axis(content, plot, f64::from(left.min(size.width_px - right)))?,
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

/// The width of what stands beside a row.
fn beside_px(row: &Row, end: f64) -> u32 {
    text_width_px(&row.beside(end)) + if is_open(row, end) { (ARROW_PX + 2).unsigned_abs() } else { 0 }
}

/// Whether an arrow shows that no end is told; a row that is cut has another one.
fn is_open(row: &Row, end: f64) -> bool {
    !row.ended && row.to <= end
}

fn axis(content: &Content, plot: f64, side_px: f64) -> Option<ValueAxis> {
    let (begin, end) = content.ends;
    let stretch = Stretch { from_seconds: begin * 60.0, to_seconds: end * 60.0, width_px: plot, side_px };
    let ticks = linear_ticks(stretch, |seconds, _| {
        // OK because no outage has 2^53 seconds.
        #[expect(clippy::cast_precision_loss)]
        content.axis_words(seconds as f64 / 60.0)
    });
    Some(ValueAxis::new(begin, end, Scale::Linear)?.with_ticks(ticks))
}

fn draw(content: &Content, layout: &Layout, canvas: &mut Canvas) -> Option<()> {
    let axis = canvas.axis(layout.axis.clone(), layout.frame())?;
    layout.legend.draw(canvas, TOP_PX);
    let mut painter = RowPainter { layout, canvas, axis, ends: content.ends };
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
    /// Where the axis begins and ends, in minutes.
    ends: (f64, f64),
}

impl RowPainter<'_> {
    fn draw(&mut self, row: &Row, place: i32) {
        let top = self.layout.bar_top(place);
        self.draw_title(row, place);
        self.draw_spans(row, top);
        self.draw_events(row, top);
        self.draw_hedged(row, top);
        let mut right = self.axis.x_px(row.to);
        if is_open(row, self.ends.1) {
            let label = format!("{}: no end told", row.title);
            let ink = noted(Role::OpenEnd, label, MarkKey::Incident { incident: row.incident });
            self.canvas.arrow((right + 2, top + BAR_PX / 2), ARROW_PX, ink);
            right += ARROW_PX + 2;
        }
        let beside = row.beside(self.ends.1);
        self.canvas.text(&beside, (right + 6, top), Anchor::Start, plain(Role::LabelText));
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
        let (begin, end) = self.ends;
        let seen =
            |span: &&PhaseSpan| span.minutes() > 0.0 && span.from_minutes < end && span.to_minutes > begin;
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
            _ if span.to_minutes > self.ends.1 => ", cut at the end of the axis",
            _ if span.from_minutes < self.ends.0 => ", cut at the begin of the axis",
            ..LEAST_SPAN_PX => ", drawn wider than it is",
            _ => "",
        };
        let label = format!("{}{note}", row.span_label(span));
        let key = MarkKey::Span { incident: row.incident, kind: span.kind };
        let ink = noted(Role::Span(span.kind), label, key);
        self.canvas.rectangle((from, top), (from + shown, top + BAR_PX), ink);
    }

    fn draw_events(&mut self, row: &Row, top: i32) {
        let (begin, end) = self.ends;
        for event in row.events.iter().filter(|event| (begin..=end).contains(&event.minutes)) {
            let x = self.axis.x_px(event.minutes);
            let label = format!("{}: {}", row.title, event.label);
            let key = MarkKey::Event { incident: row.incident, event: event.place };
            let ink = noted(Role::Event, label, key);
            self.canvas.line((x, top + BAR_PX / 2), (x, top + BAR_PX + 3), ink);
        }
    }

    fn draw_hedged(&mut self, row: &Row, top: i32) {
        let (begin, end) = self.ends;
        for one in row.hedged.iter().filter(|one| (begin..=end).contains(&one.minutes)) {
            let key = MarkKey::Milestone { incident: row.incident, milestone: one.milestone };
            let ink = noted(Role::HollowDot, one.label.clone(), key);
            self.canvas.circle((self.axis.x_px(one.minutes), top + BAR_PX / 2), HEDGED_RADIUS_PX, ink);
        }
    }

    fn width_px(&self, span: &PhaseSpan) -> i32 {
        self.axis.x_px(span.to_minutes) - self.axis.x_px(span.from_minutes)
    }
}
