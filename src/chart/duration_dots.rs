//! How long incidents were: each a dot on a logarithmic axis, with the quartiles.

mod content;

use self::content::{Content, Dot};
use super::ComparedIncident;
use super::lanes::assign_lanes;
use super::log_ticks::duration_axis;
use super::prelude::*;
use crate::metrics::{Distribution, DurationDefinition, format_duration};

/// Under this many values a box would say more than is known.
const LEAST_FOR_BOX: usize = 5;
/// Room at the sides for half of an axis label, in pixels.
const SIDE_PX: u32 = 34;
const TOP_PX: i32 = 4;
const GAP_PX: i32 = 8;
const BOX_PX: i32 = 28;
/// Past this height of dots they share lanes, and their overlap shows as a darker color.
const STRIP_LIMIT_PX: i32 = 160;

/// Draws every incident's duration as a dot on a logarithmic axis.
///
/// From five values on, a box shows the middle half and the median, and whiskers reach the shortest
/// and the longest; under five there is only the median's line, and with one value none. Durations
/// of zero have no place on such an axis and are counted in the caption, like those that are not
/// known; they do count in the median. `None` where no incident has a duration to draw.
#[must_use]
pub fn render_duration_dots(
    incidents: &[ComparedIncident],
    definition: DurationDefinition,
    size: Size,
) -> Option<Scene> {
    let content = Content::of(incidents, definition)?;
    let layout = Layout::of(&content, size.legible())?;
    let size_px = (layout.width_px, layout.height_px());
    scene(size_px, content.told(layout.boxed), &mut |canvas| draw(&content, &layout, canvas))
}

/// Where everything stands, in pixels.
struct Layout {
    width_px: u32,
    axis: ValueAxis,
    caption: Caption,
    median_words: Option<String>,
    boxed: bool,
    radius: u32,
    lanes: Vec<i32>,
}

impl Layout {
    fn of(content: &Content, size: Size) -> Option<Self> {
        let plot = f64::from(size.width_px - 2 * SIDE_PX);
        let (shortest, longest) = content.extent();
        let axis = duration_axis(shortest, longest, plot)?;
        let radius = radius(content.dots.len());
        let figures = content.figures.filter(|figures| content.n > 1 && figures.median > 0.0);
        Some(Self {
            width_px: size.width_px,
            caption: Caption::of(&content.caption(), size),
            median_words: figures.map(|figures| median_words(&figures, content.n, size)),
            boxed: figures.is_some() && content.n >= LEAST_FOR_BOX,
            radius,
            lanes: lanes(&content.dots, &axis, plot, radius),
            axis,
        })
    }

    fn caption_px(&self) -> i32 {
        TOP_PX + self.caption.height_px()
    }

    fn box_top(&self) -> i32 {
        self.caption_px() + if self.median_words.is_some() { GAP_PX + ROW_PX } else { 0 }
    }

    fn strip_top(&self) -> i32 {
        self.box_top() + if self.boxed { BOX_PX } else { 0 } + GAP_PX
    }

    fn lane_px(&self) -> i32 {
        2 * pixels(self.radius) + 1
    }

    fn strip_px(&self) -> i32 {
        let lowest = self.lanes.iter().copied().min().unwrap_or(0);
        let highest = self.lanes.iter().copied().max().unwrap_or(0);
        (highest - lowest + 1) * self.lane_px()
    }

    fn lane_y(&self, lane: i32) -> i32 {
        let lowest = self.lanes.iter().copied().min().unwrap_or(0);
        self.strip_top() + (lane - lowest) * self.lane_px() + pixels(self.radius)
    }

    fn frame(&self) -> Frame {
        Frame {
            left: SIDE_PX,
            right: self.width_px - SIDE_PX,
            top: (self.caption_px() + GAP_PX / 2).unsigned_abs(),
            bottom: (self.strip_top() + self.strip_px() + GAP_PX).unsigned_abs(),
        }
    }

    fn height_px(&self) -> u32 {
        self.frame().bottom + AXIS_PX
    }
}

fn draw(content: &Content, layout: &Layout, canvas: &mut Canvas) -> Option<()> {
    let axis = canvas.axis(layout.axis.clone(), layout.frame())?;
    layout.caption.draw(canvas, TOP_PX);
    if let (Some(figures), Some(words)) = (content.figures, layout.median_words.as_deref()) {
        draw_figures(&figures, words, layout, canvas, &axis);
    }
    for (dot, &lane) in content.dots.iter().zip(&layout.lanes) {
        draw_dot(dot, layout.lane_y(lane), layout, canvas, &axis);
    }
    Some(())
}

/// The box and its whiskers, or only the median's line through the dots.
fn draw_figures(figures: &Distribution, words: &str, layout: &Layout, canvas: &mut Canvas, axis: &DrawnAxis) {
    let (top, middle) = (layout.box_top(), layout.box_top() + BOX_PX / 2);
    let median = axis.x_px(figures.median);
    let mut foot = pixels(layout.frame().bottom);
    if layout.boxed {
        let ends = [figures.min, figures.p25, figures.p75, figures.max].map(|at| axis.x_px(at));
        canvas.line((ends[0], middle), (ends[1], middle), plain(Role::Whisker));
        canvas.line((ends[2], middle), (ends[3], middle), plain(Role::Whisker));
        canvas.rectangle((ends[1], top), (ends[2], top + BOX_PX), plain(Role::QuartileBox));
        foot = top + BOX_PX;
    }
    canvas.line((median, top), (median, foot), plain(Role::Median));
    canvas.text_within(words, (median, top - ROW_PX), layout.width_px, plain(Role::LabelText));
}

fn draw_dot(dot: &Dot, y: i32, layout: &Layout, canvas: &mut Canvas, axis: &DrawnAxis) {
    let ink = noted(dot.role, dot.label.clone(), MarkKey::Incident { incident: dot.incident });
    let (from, to) = (axis.x_px(dot.from), axis.x_px(dot.to));
    if dot.role == Role::Interval {
        let half = pixels(layout.radius.div_ceil(2));
        canvas.rectangle((from, y - half), (to.max(from + 2), y + half), ink);
    } else {
        canvas.circle((from, y), layout.radius, ink);
    }
}

fn median_words(figures: &Distribution, n: usize, size: Size) -> String {
    let median = format!("median {}", format_duration(figures.median));
    if n < LEAST_FOR_BOX || size.is_narrow() {
        return median;
    }
    let (p25, p75) = (format_duration(figures.p25), format_duration(figures.p75));
    format!("{median}, middle half {p25} to {p75}")
}

fn radius(dots: usize) -> u32 {
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
    let stretches: Vec<(i32, i32)> =
        dots.iter().map(|dot| (place(dot.from) - reach, place(dot.to) + reach)).collect();
    let most = usize::try_from(STRIP_LIMIT_PX / (2 * reach + 1)).unwrap_or(1);
    assign_lanes(&stretches, 1, most)
}
