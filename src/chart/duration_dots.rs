//! How long incidents were: each a dot on a logarithmic axis, with the quartiles.

mod content;
mod strip;

use self::content::Content;
use self::strip::Strip;
use super::ComparedIncident;
use super::log_ticks::duration_axis;
use super::prelude::*;
use crate::metrics::{Bootstrap, Distribution, DurationDefinition, Durations, Interval, format_duration};

/// Under this many values a box would say more than is known.
const LEAST_FOR_BOX: usize = 5;
/// Room at the sides for half of an axis label, in pixels.
const SIDE_PX: u32 = 34;
const TOP_PX: i32 = 4;
const GAP_PX: i32 = 8;
const BOX_PX: i32 = 28;
/// Height of the bracket over the box and the air around it.
const BRACKET_PX: i32 = 8;

/// Draws every incident's duration as a dot on a logarithmic axis.
///
/// From five values on, a box shows the middle half and the median, and whiskers reach the shortest
/// and the longest; under five there is only the median's line, and with one value none. Where the median has a 95 %
/// bootstrap interval, which takes six values, a bracket shows it; its chance follows from `seed`. Durations
/// of zero have no place on such an axis and are counted in the caption, like those that are not known; they do
/// count in the median. Over 1,000 incidents are counted in bars, and ranges and open ends are then left
/// out. `None` where no incident has a duration to draw.
#[must_use]
pub fn render_duration_dots(
    incidents: &[ComparedIncident],
    definition: DurationDefinition,
    seed: u32,
    size: Size,
) -> Option<Scene> {
    let durations = Durations::of(incidents.iter().map(|one| one.incident), definition);
    let bootstrap = Bootstrap::of(&durations.sorted, seed);
    render_measured_dots(incidents, &durations, bootstrap, size)
}

/// The same for who has measured the incidents already: their `durations`, in their order, and what resampling these gave.
#[must_use]
pub fn render_measured_dots(
    incidents: &[ComparedIncident],
    durations: &Durations,
    bootstrap: Bootstrap,
    size: Size,
) -> Option<Scene> {
    let content = Content::of(incidents, durations, bootstrap)?;
    let layout = Layout::of(&content, size.legible())?;
    let told = content.told(layout.boxed, incidents, &layout.strip.bars);
    let size_px = (layout.width_px, layout.height_px());
    scene(size_px, told, &mut |canvas| draw(&content, &layout, canvas))
}

/// Where everything stands, in pixels.
struct Layout {
    width_px: u32,
    axis: ValueAxis,
    caption: Caption,
    median_words: Option<String>,
    interval: Option<Interval>,
    boxed: bool,
    strip: Strip,
}

impl Layout {
    fn of(content: &Content, size: Size) -> Option<Self> {
        let plot_px = size.width_px - 2 * SIDE_PX;
        let (shortest, longest) = content.extent();
        let axis = duration_axis(shortest, longest, f64::from(plot_px))?;
        let figures = content.figures.filter(|figures| content.n > 1 && figures.median > 0.0);
        Some(Self {
            width_px: size.width_px,
            caption: Caption::of(&content.caption(), size),
            median_words: figures.map(|figures| median_words(&figures, content.median_interval(), size)),
            interval: content.median_interval().filter(|_| figures.is_some()),
            boxed: figures.is_some() && content.n >= LEAST_FOR_BOX,
            strip: Strip::of(content, &axis, plot_px),
            axis,
        })
    }

    fn caption_px(&self) -> i32 {
        TOP_PX + self.caption.height_px()
    }

    fn words_top(&self) -> i32 {
        self.caption_px() + GAP_PX
    }

    fn box_top(&self) -> i32 {
        let words = if self.median_words.is_some() { GAP_PX + ROW_PX } else { 0 };
        self.caption_px() + words + if self.interval.is_some() { BRACKET_PX } else { 0 }
    }

    fn strip_top(&self) -> i32 {
        self.box_top() + if self.boxed { BOX_PX } else { 0 } + GAP_PX
    }

    fn frame(&self) -> Frame {
        Frame {
            left: SIDE_PX,
            right: self.width_px - SIDE_PX,
            top: (self.caption_px() + GAP_PX / 2).unsigned_abs(),
            bottom: (self.strip_top() + self.strip.height_px() + GAP_PX).unsigned_abs(),
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
    layout.strip.draw(content, layout.strip_top(), canvas, &axis);
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
    if let Some(Interval { low, high }) = layout.interval {
        let (left, right, above) = (axis.x_px(low), axis.x_px(high), top - BRACKET_PX / 2);
        let bracket = [(left, top), (left, above), (right, above), (right, top)];
        canvas.path(bracket.to_vec(), plain(Role::MedianInterval));
    }
    canvas.text_within(words, (median, layout.words_top()), layout.width_px, plain(Role::LabelText));
}

/// `median 37 min (22 min to 2 h), middle half 13 min to 2 h`, or as much of it as the sheet has room for; under
/// five values the quartiles are left out.
fn median_words(figures: &Distribution, interval: Option<Interval>, size: Size) -> String {
    let range = |low: f64, high: f64| [format_duration(low), format_duration(high)].join(" to ");
    let median = ["median ", &format_duration(figures.median)].concat();
    let interval = interval.map(|Interval { low, high }| format!("{median} ({})", range(low, high)));
    let known = interval.as_ref().unwrap_or(&median);
    let half = format!("{known}, middle half {}", range(figures.p25, figures.p75));
    let fits = |words: &String| text_width_px(words) + 4 <= size.width_px;
    let half = Some(half).filter(|_| figures.n >= LEAST_FOR_BOX);
    half.into_iter().chain(interval).find(fits).unwrap_or(median)
}
