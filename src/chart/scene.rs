//! A chart as a list of marks, before anything decides how it is painted.

use std::fmt::Write as _;

use crate::metrics::{Milestone, SpanKind};

/// A finished chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels, as much as the content needs.
    pub height_px: u32,
    /// What the chart shows, as one finding.
    pub title: String,
    /// How to read it: what is drawn, and what could not be drawn and why.
    pub description: String,
    /// What to draw, from back to front.
    pub marks: Vec<Mark>,
    /// The chart's numbers for people who read rather than look.
    pub table: Table,
    /// What can be moved in it; `None` where nothing can.
    pub slider: Option<Slider>,
}

/// A line across a logarithmic axis of durations that may be moved, and where the axis begins and ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slider {
    /// Where the line stands, in minutes.
    pub minutes: f64,
    /// The axis' lower end: its pixel and its minutes.
    pub from: (i32, f64),
    /// The axis' upper end: its pixel and its minutes.
    pub to: (i32, f64),
}

impl Slider {
    /// The minutes at a pixel from the left, rounded to two digits, as nobody asks for 1 h 1 min 12 s; held at
    /// the axis' ends.
    #[must_use]
    pub fn minutes_at(&self, x_px: f64) -> f64 {
        let ((left, low), (right, high)) = (self.from, self.to);
        let share = (x_px - f64::from(left)) / f64::from(right - left).max(1.0);
        two_digits((low.ln() + share.clamp(0.0, 1.0) * (high / low).ln()).exp())
    }
}

/// The minutes with two digits that count, as many as anybody asks for.
#[must_use]
pub fn two_digits(minutes: f64) -> f64 {
    let mut grain = 0.001;
    while grain * 100.0 <= minutes && grain < 1e12 {
        grain *= 10.0;
    }
    (minutes / grain).round() * grain
}

/// One thing that a chart draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where and what.
    pub shape: Shape,
    /// What it is part of, which decides how it is painted.
    pub role: Role,
    /// What it says when it is pointed at or focused; `None` for scaffolding.
    pub label: Option<String>,
    /// What it stands for; `None` for scaffolding.
    pub key: Option<MarkKey>,
}

/// A point in pixels from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// Pixels to the right.
    pub x: i32,
    /// Pixels down.
    pub y: i32,
}

/// The outline of a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line through points.
    Path {
        /// At least two points.
        points: Vec<Point>,
        /// Whether the last point is joined to the first.
        closed: bool,
    },
    /// An upright rectangle.
    Rectangle {
        /// Its upper left corner.
        corner: Point,
        /// Width in pixels, at least 1.
        width: u32,
        /// Height in pixels, at least 1.
        height: u32,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Point,
        /// Its radius in pixels.
        radius: u32,
    },
    /// One line of text.
    Text {
        /// Where the base line begins, has its middle, or ends, as `anchor` says.
        baseline: Point,
        /// Which part of the text stands at `baseline`.
        anchor: Anchor,
        /// The words, free of control characters.
        text: String,
    },
}

impl Shape {
    /// A path's points in the syntax of SVG's `d` attribute; `None` for other shapes.
    #[must_use]
    pub fn path_data(&self) -> Option<String> {
        let Self::Path { points, closed } = self else { return None };
        let mut data = String::new();
        for (index, point) in points.iter().enumerate() {
            let command = if index == 0 { 'M' } else { 'L' };
            // OK because writing to a string cannot fail.
            let _ = write!(data, "{command}{} {}", point.x, point.y);
        }
        if *closed {
            data.push('Z');
        }
        Some(data)
    }
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// What a mark is part of. A style sheet gives each its paint, through [`Role::class_name`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A line of the grid.
    Grid,
    /// Text at an axis, and other quiet text.
    AxisText,
    /// Text that names a mark.
    LabelText,
    /// A thin line from a label to its mark.
    Leader,
    /// A phase of an incident, as a bar.
    Span(SpanKind),
    /// An entry of a timeline.
    Event,
    /// One incident, as a dot.
    Dot,
    /// One incident whose value is hedged, as a hollow dot.
    HollowDot,
    /// One incident of which only a range is stated, as a bar between its ends.
    Interval,
    /// The box between the quartiles.
    QuartileBox,
    /// The line from the box to the extremes.
    Whisker,
    /// The median.
    Median,
    /// How far the median could lie elsewhere by chance.
    MedianInterval,
    /// One incident without an end, as an arrow from the length that it had at least.
    OpenEnd,
    /// Many incidents as one mark.
    Bin,
    /// A curve.
    Curve,
    /// A line that a reader moves.
    Threshold,
    /// A line of equal values between the axes.
    IsoLine,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 23] = [
        Self::Grid,
        Self::AxisText,
        Self::LabelText,
        Self::Leader,
        Self::Span(SpanKind::Detect),
        Self::Span(SpanKind::Acknowledge),
        Self::Span(SpanKind::Identify),
        Self::Span(SpanKind::Mitigate),
        Self::Span(SpanKind::Recover),
        Self::Span(SpanKind::Outage),
        Self::Event,
        Self::Dot,
        Self::HollowDot,
        Self::Interval,
        Self::QuartileBox,
        Self::Whisker,
        Self::Median,
        Self::MedianInterval,
        Self::OpenEnd,
        Self::Bin,
        Self::Curve,
        Self::Threshold,
        Self::IsoLine,
    ];

    /// The CSS class of the role's marks.
    #[must_use]
    pub const fn class_name(self) -> &'static str {
        match self {
            Self::Grid => "chart-grid",
            Self::AxisText => "chart-axis-text",
            Self::LabelText => "chart-label-text",
            Self::Leader => "chart-leader",
            Self::Span(SpanKind::Detect) => "chart-span-detect",
            Self::Span(SpanKind::Acknowledge) => "chart-span-acknowledge",
            Self::Span(SpanKind::Identify) => "chart-span-identify",
            Self::Span(SpanKind::Mitigate) => "chart-span-mitigate",
            Self::Span(SpanKind::Recover) => "chart-span-recover",
            Self::Span(SpanKind::Outage) => "chart-span-outage",
            Self::Event => "chart-event",
            Self::Dot => "chart-dot",
            Self::HollowDot => "chart-dot-hollow",
            Self::Interval => "chart-interval",
            Self::QuartileBox => "chart-box",
            Self::Whisker => "chart-whisker",
            Self::Median => "chart-median",
            Self::MedianInterval => "chart-median-interval",
            Self::OpenEnd => "chart-open-end",
            Self::Bin => "chart-bin",
            Self::Curve => "chart-curve",
            Self::Threshold => "chart-threshold",
            Self::IsoLine => "chart-iso-line",
        }
    }
}

/// What a mark stands for, so that a page can link it and move focus to it.
///
/// `incident` is the place in the list that the chart was given; 0 where it was given one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKey {
    /// A whole incident.
    Incident {
        /// Its place in the list.
        incident: usize,
    },
    /// One phase of an incident.
    Span {
        /// The incident's place in the list.
        incident: usize,
        /// Which phase.
        kind: SpanKind,
    },
    /// One of an incident's milestones.
    Milestone {
        /// The incident's place in the list.
        incident: usize,
        /// Which milestone.
        milestone: Milestone,
    },
    /// The line that a reader moves.
    Threshold,
    /// One entry of an incident's timeline.
    Event {
        /// The incident's place in the list.
        incident: usize,
        /// The entry's place in the timeline.
        event: usize,
    },
}

/// Rows of texts under a header, all of the same length.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Table {
    /// The columns' names.
    pub header: Vec<String>,
    /// One list of cells a row; an empty cell is a value that is not known.
    pub rows: Vec<Vec<String>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_its_own_class() {
        let mut names: Vec<&str> = Role::ALL.iter().map(|role| role.class_name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Role::ALL.len());
    }

    #[test]
    fn a_slider_gives_round_minutes_between_its_ends() {
        let slider = Slider { minutes: 60.0, from: (100, 1.0), to: (300, 10_000.0) };
        for (x, minutes) in
            [(0.0, 1.0), (100.0, 1.0), (200.0, 100.0), (201.0, 100.0), (300.0, 1e4), (999.0, 1e4)]
        {
            assert!((slider.minutes_at(x) - minutes).abs() < 1e-9, "{x}");
        }
        assert!((slider.minutes_at(130.0) - 4.0).abs() < 1e-9);
    }

    #[test]
    fn path_data_starts_with_a_move() {
        let points = vec![Point { x: 1, y: 2 }, Point { x: 3, y: -4 }];
        let open = Shape::Path { points: points.clone(), closed: false };
        assert_eq!(open.path_data().as_deref(), Some("M1 2L3 -4"));
        let closed = Shape::Path { points, closed: true };
        assert_eq!(closed.path_data().as_deref(), Some("M1 2L3 -4Z"));
    }
}
