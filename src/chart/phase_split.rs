//! Where the time of incidents goes: how much of it each phase takes in all, and how long each usually is.

mod content;

use self::content::{Content, share_words};
use super::ComparedIncident;
use super::advance::fit_text;
use super::ink::said;
use super::legend::{Entry, Legend};
use super::log_ticks::duration_axis;
use super::prelude::*;
use crate::metrics::PhaseFigures;
use crate::text::Gather;

/// Room at the sides for half of an axis label, in pixels.
const SIDE_PX: u32 = 34;
const TOP_PX: i32 = 4;
const GAP_PX: i32 = 8;
const SHARES_PX: i32 = 16;
const BAR_PX: i32 = 10;
/// Free space between a phase's name and its figures, in pixels.
const NAME_GAP_PX: u32 = 12;
/// A share narrower than this cannot be seen; it is drawn this wide.
const LEAST_SHARE_PX: i32 = 2;

/// Draws one bar of all known time, split into phases, and under it for each phase its median and middle half on a
/// logarithmic axis.
///
/// Under five incidents a phase has only its median's line; a median of zero has no place on the axis and stands in words
/// alone. See [`PhaseSplit`](crate::metrics::PhaseSplit) for where a phase begins. `None` where no incident
/// tells of a phase that took any time.
#[must_use]
pub fn render_phase_split(incidents: &[ComparedIncident], size: Size) -> Option<Scene> {
    let content = Content::of(incidents)?;
    let layout = Layout::of(&content, size.legible())?;
    let size_px = (layout.width_px, layout.frame().bottom + AXIS_PX);
    scene(size_px, content.told(), &mut |canvas| draw(&content, &layout, canvas))
}

/// Where everything stands, in pixels.
struct Layout {
    width_px: u32,
    narrow: bool,
    caption: Caption,
    /// The left and right edge of each phase's part of all time.
    shares: Vec<(i32, i32)>,
    legend: Legend,
    axis: ValueAxis,
    rows: i32,
}

impl Layout {
    fn of(content: &Content, size: Size) -> Option<Self> {
        let edges = (2, pixels(size.width_px) - 2);
        let shares = shares(content.phases(), edges);
        let entry = |(phase, &(left, _)): (&PhaseFigures, &(i32, i32))| Entry {
            kind: phase.kind,
            words: share_words(phase),
            left,
        };
        let entries = content.phases().iter().zip(&shares).map(entry).gather();
        let (shortest, longest) = content.extent();
        Some(Self {
            width_px: size.width_px,
            narrow: size.is_narrow(),
            caption: Caption::of(&content.caption(), size),
            legend: Legend::in_place(entries, edges),
            shares,
            axis: duration_axis(shortest, longest, f64::from(size.width_px - 2 * SIDE_PX))?,
            rows: i32::try_from(content.phases().len()).ok()?,
        })
    }

    fn shares_top(&self) -> i32 {
        TOP_PX + self.caption.height_px() + GAP_PX
    }

    fn legend_top(&self) -> i32 {
        self.shares_top() + SHARES_PX + GAP_PX / 2
    }

    fn row_top(&self, row: i32) -> i32 {
        self.legend_top() + self.legend.height_px() + 2 * GAP_PX + row * (ROW_PX + BAR_PX + GAP_PX)
    }

    fn frame(&self) -> Frame {
        Frame {
            left: SIDE_PX,
            right: self.width_px - SIDE_PX,
            top: (self.row_top(0) - GAP_PX / 2).unsigned_abs(),
            bottom: self.row_top(self.rows).unsigned_abs(),
        }
    }
}

/// The edges of the phases' parts of all time, side by side; each is seen.
fn shares(phases: &[PhaseFigures], (from, to): (i32, i32)) -> Vec<(i32, i32)> {
    let (mut before, mut left, mut edges) = (0.0, from, Vec::new());
    for (later, phase) in (1..=phases.len()).rev().zip(phases) {
        before += phase.share;
        // OK because the share lies between 0 and 1, so the sum lies between two pixels.
        #[expect(clippy::cast_possible_truncation)]
        let right = from + (f64::from(to - from) * before).round() as i32;
        let room_for_later = i32::try_from(later - 1).unwrap_or(0) * LEAST_SHARE_PX;
        let right = right.clamp(left + LEAST_SHARE_PX, (to - room_for_later).max(left + LEAST_SHARE_PX));
        edges.push((left, right));
        left = right;
    }
    edges
}

fn draw(content: &Content, layout: &Layout, canvas: &mut Canvas) -> Option<()> {
    layout.caption.draw(canvas, TOP_PX);
    let top = layout.shares_top();
    for (phase, &(left, right)) in content.phases().iter().zip(&layout.shares) {
        // A pixel of air keeps neighbors apart where their colors look alike.
        let right = right - i32::from(right - left > LEAST_SHARE_PX);
        let ink = said(Role::Span(phase.kind), share_words(phase));
        canvas.rectangle((left, top), (right, top + SHARES_PX), ink);
    }
    layout.legend.draw(canvas, layout.legend_top());
    let axis = canvas.axis(layout.axis.clone(), layout.frame())?;
    for (place, phase) in (0..).zip(content.phases()) {
        draw_row(content, phase, layout.row_top(place), layout, canvas, &axis);
    }
    Some(())
}

fn draw_row(
    content: &Content,
    phase: &PhaseFigures,
    top: i32,
    layout: &Layout,
    canvas: &mut Canvas,
    axis: &DrawnAxis,
) {
    let words = content.words(phase, layout.narrow);
    let name = phase.kind.label();
    canvas.text(name, (2, top), Anchor::Start, plain(Role::LabelText));
    let room = (layout.width_px - 4).saturating_sub(text_width_px(name) + NAME_GAP_PX);
    canvas.text(
        &fit_text(&words, room),
        (pixels(layout.width_px) - 2, top),
        Anchor::End,
        plain(Role::AxisText),
    );
    let bar = top + ROW_PX;
    if Content::has_quartiles(phase) {
        let ends = (axis.x_px(phase.p25), axis.x_px(phase.p75));
        let label = format!("{}: {}", phase.kind.label(), content.words(phase, false));
        canvas.rectangle((ends.0, bar), (ends.1, bar + BAR_PX), said(Role::Span(phase.kind), label));
    }
    if Content::is_drawable(phase.median) {
        let x = axis.x_px(phase.median);
        canvas.line((x, bar - 2), (x, bar + BAR_PX + 2), said(Role::MedianInterval, words));
    }
}
