//! One incident on a clock: its phases as a bar, its timeline's entries as dots on it.

mod content;

use self::content::{Content, PlacedEvent, PlacedMilestone};
use super::clock_ticks::clock_ticks;
use super::label_rows::{LabelRows, Place, Wanted};
use super::legend::{Entry, Legend};
use super::linear_ticks::SIDE_PX;
use super::prelude::*;
use crate::incident::Incident;
use crate::metrics::{PhaseSpan, format_duration};
use crate::text::Gather;

const TOP_PX: i32 = 6;
const LEADER_PX: i32 = 7;
const BAR_PX: i32 = 14;
const BELOW_BAR_PX: i32 = 9;
const LABEL_GAP_PX: i32 = 8;
/// How far a label begins to the left of its line.
const LABEL_INSET_PX: i32 = 3;
/// As many as there can be milestones.
const LABEL_ROWS: usize = 6;
/// Where entries have less room than this on average, their dots are smaller.
const DENSE_EVENT_PX: usize = 28;

/// Draws what happened when: an axis in clock time, phases as colored spans, entries as dots, and
/// the milestones named above.
///
/// Entries far outside the outage, such as a review days later, would press it into a corner; they
/// are left out and counted in the description. `None` where fewer than two different times are
/// known, which make no picture.
#[must_use]
pub fn render_incident_timeline(incident: &Incident, size: Size) -> Option<Scene> {
    let content = Content::of(incident)?;
    let layout = Layout::of(&content, size.legible());
    let size_px = (layout.width_px, layout.height_px());
    scene(size_px, content.told(), &mut |canvas| draw(&content, &layout, canvas))
}

/// Where everything stands, in pixels. Decided before drawing, because the height follows from it.
struct Layout<'a> {
    width_px: u32,
    axis: ValueAxis,
    labels: Vec<(&'a PlacedMilestone, String, Place)>,
    label_rows: i32,
    legend: Legend,
}

impl<'a> Layout<'a> {
    fn of(content: &'a Content, size: Size) -> Self {
        let axis = content.axis.clone();
        let plot = f64::from(size.width_px - 2 * SIDE_PX);
        let origin = content.origin.at;
        let ticks = clock_ticks(origin, content.domain.0, content.domain.1, plot);
        let edges = (2, pixels(size.width_px) - 2);
        let mut layout = Self {
            width_px: size.width_px,
            axis: axis.with_ticks(ticks),
            labels: Vec::new(),
            label_rows: 0,
            legend: Legend::in_place(Vec::new(), edges),
        };
        layout.place_labels(content, size, edges);
        let entry = |span: &PhaseSpan| Entry {
            kind: span.kind,
            words: format!("{} {}", span.kind.label(), format_duration(span.minutes())),
            left: layout.x_px(span.from_minutes),
        };
        layout.legend = Legend::in_place(content.spans.iter().map(entry).gather(), edges);
        layout
    }

    /// Names the milestones above the bar, each over its own line and to the right of it.
    ///
    /// From the last to the first: an earlier label that has no room then goes above a later one,
    /// and its line runs down on the left of it.
    fn place_labels(&mut self, content: &'a Content, size: Size, edges: (i32, i32)) {
        let mut rows = LabelRows::new(edges, LABEL_ROWS, LABEL_GAP_PX);
        for milestone in content.milestones.iter().rev() {
            let words = milestone.words(size.is_narrow());
            let width = pixels(text_width_px(&words));
            let x = self.x_px(milestone.minutes);
            let wanted = Wanted { left: x - LABEL_INSET_PX, width, leader: Some(x), slack: 0 };
            if let Some(place) = rows.place(wanted) {
                self.labels.push((milestone, words, place));
            }
        }
        self.label_rows = i32::try_from(rows.used()).unwrap_or(0);
    }

    fn x_px(&self, minutes: f64) -> i32 {
        let plot = f64::from(self.width_px - 2 * SIDE_PX);
        // OK because the share lies between 0 and 1.
        #[expect(clippy::cast_possible_truncation)]
        let along = (self.axis.share(minutes) * plot).round() as i32;
        pixels(SIDE_PX) + along
    }

    fn event_radius(&self, content: &Content) -> u32 {
        let needed = content.events.len().saturating_mul(DENSE_EVENT_PX);
        if u32::try_from(needed).is_ok_and(|needed| needed <= self.width_px) { 4 } else { 3 }
    }

    fn label_top(&self, place: Place) -> i32 {
        let above = self.label_rows - 1 - i32::try_from(place.row).unwrap_or(0);
        TOP_PX + above * ROW_PX
    }

    fn bar_top(&self) -> i32 {
        TOP_PX + self.label_rows * ROW_PX + LEADER_PX
    }

    fn legend_top(&self) -> i32 {
        self.bar_top() + BAR_PX + BELOW_BAR_PX
    }

    fn frame(&self) -> Frame {
        let bottom = self.legend_top() + self.legend.height_px() + 4;
        Frame {
            left: SIDE_PX,
            right: self.width_px - SIDE_PX,
            top: self.bar_top().unsigned_abs(),
            bottom: bottom.unsigned_abs(),
        }
    }

    fn height_px(&self) -> u32 {
        self.frame().bottom + AXIS_PX
    }
}

fn draw(content: &Content, layout: &Layout, canvas: &mut Canvas) -> Option<()> {
    let axis = canvas.axis(layout.axis.clone(), layout.frame())?;
    draw_leaders(layout, canvas, &axis);
    let track = layout.bar_top() + BAR_PX / 2;
    let ends = (axis.x_px(content.domain.0), axis.x_px(content.domain.1));
    canvas.line((ends.0, track), (ends.1, track), plain(Role::Leader));
    for span in &content.spans {
        draw_span(content, layout, canvas, &axis, span);
    }
    for event in &content.events {
        draw_event(canvas, (axis.x_px(event.minutes), track), layout.event_radius(content), event);
    }
    draw_labels(layout, canvas);
    layout.legend.draw(canvas, layout.legend_top());
    Some(())
}

fn draw_span(content: &Content, layout: &Layout, canvas: &mut Canvas, axis: &DrawnAxis, span: &PhaseSpan) {
    let (left, right) = (axis.x_px(span.from_minutes), axis.x_px(span.to_minutes));
    // A pixel of air keeps neighbors apart where their colors look alike.
    let right = if right - left > 3 { right - 1 } else { right };
    let key = MarkKey::Span { incident: 0, kind: span.kind };
    let ink = noted(Role::Span(span.kind), content.span_label(span), key);
    let top = layout.bar_top();
    canvas.rectangle((left, top), (right, top + BAR_PX), ink);
}

fn draw_event(canvas: &mut Canvas, at: (i32, i32), radius: u32, event: &PlacedEvent) {
    let key = MarkKey::Event { incident: 0, event: event.place };
    canvas.circle(at, radius, noted(Role::Event, event.label.clone(), key));
}

fn draw_leaders(layout: &Layout, canvas: &mut Canvas, axis: &DrawnAxis) {
    for (milestone, _, place) in &layout.labels {
        let x = axis.x_px(milestone.minutes);
        let from = layout.label_top(*place) + ROW_PX - 3;
        canvas.line((x, from), (x, layout.bar_top()), plain(Role::Leader));
    }
}

fn draw_labels(layout: &Layout, canvas: &mut Canvas) {
    for (milestone, words, place) in &layout.labels {
        let key = MarkKey::Milestone { incident: 0, milestone: milestone.milestone };
        let ink = noted(Role::LabelText, milestone.label.clone(), key);
        canvas.text(words, (place.left, layout.label_top(*place)), Anchor::Start, ink);
    }
}
