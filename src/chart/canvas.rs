//! A sheet with the few things that charts draw on it. Where an axis and its grid lie is `plotters`' work.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;

use super::axis::{Scale, ValueAxis};
use super::ink::{Ink, plain};
use super::{Anchor, Mark, Point, Role, Shape};

/// Height that an axis needs under its line, in pixels.
pub(super) const AXIS_PX: u32 = 26;
const TICK_PX: i32 = 4;
/// From an axis to its labels, in pixels.
const LABEL_PX: i32 = 2 * TICK_PX;
/// How far the base line lies under the top of a text, in pixels: capitals are about three quarters
/// of the font's size high.
const BASELINE_PX: i32 = 10;

/// The rectangle that an axis spans, in pixels. The axis is its lower edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub left: u32,
    pub right: u32,
    pub top: u32,
    pub bottom: u32,
}

/// An axis that was drawn, which knows where values lie.
pub(super) struct DrawnAxis(Cartesian2d<ValueAxis, ValueAxis>);

impl DrawnAxis {
    /// The pixel of `value`, from the sheet's left edge.
    pub fn x_px(&self, value: f64) -> i32 {
        self.0.translate(&(value, 0.0)).0
    }
}

/// A sheet.
#[derive(Default)]
pub(super) struct Canvas {
    marks: Vec<Mark>,
}

impl Canvas {
    pub fn rectangle(&mut self, a: (i32, i32), b: (i32, i32), ink: Ink) {
        let corner = Point { x: a.0.min(b.0), y: a.1.min(b.1) };
        let (width, height) = (a.0.abs_diff(b.0).max(1), a.1.abs_diff(b.1).max(1));
        self.draw(Shape::Rectangle { corner, width, height }, ink);
    }

    pub fn circle(&mut self, (x, y): (i32, i32), radius: u32, ink: Ink) {
        self.draw(Shape::Circle { center: Point { x, y }, radius }, ink);
    }

    pub fn line(&mut self, from: (i32, i32), to: (i32, i32), ink: Ink) {
        let points = [from, to].map(|(x, y)| Point { x, y }).to_vec();
        self.draw(Shape::Path { points, closed: false }, ink);
    }

    /// One line of text whose upper left corner, upper middle or upper right corner is `at`.
    pub fn text(&mut self, text: &str, (x, y): (i32, i32), anchor: Anchor, ink: Ink) {
        if !text.is_empty() {
            let baseline = Point { x, y: y + BASELINE_PX };
            self.draw(Shape::Text { baseline, anchor, text: text.to_owned() }, ink);
        }
    }

    /// Draws `axis` with its grid in `frame`.
    pub fn axis(&mut self, axis: ValueAxis, frame: Frame) -> Option<DrawnAxis> {
        // There is nothing to read off vertically: the rows have no ticks.
        let rows = ValueAxis::new(0.0, 1.0, Scale::Linear)?;
        let ticks = axis.ticks().to_vec();
        let (left, right) = (pixels(frame.left), pixels(frame.right) - 1);
        let (top, bottom) = (pixels(frame.top), pixels(frame.bottom));
        let coordinates = Cartesian2d::new(axis, rows, (left..right, bottom - 1..top));
        let mut places = Vec::new();
        // Neither hint matters: the axis knows its ticks.
        let Ok(()) = coordinates.draw_mesh(BoldPoints(0), BoldPoints(0), |line| {
            if let MeshLine::XMesh(foot, head, _) = line {
                self.line(foot, head, plain(Role::Grid));
                places.push(foot.0);
            }
            Ok::<(), std::convert::Infallible>(())
        });
        self.line((left, bottom), (right, bottom), plain(Role::Grid));
        for (x, tick) in places.into_iter().zip(&ticks) {
            self.text(&tick.label, (x, bottom + LABEL_PX), Anchor::Middle, plain(Role::AxisText));
            self.line((x, bottom), (x, bottom + TICK_PX), plain(Role::Grid));
        }
        Some(DrawnAxis(coordinates))
    }

    /// The marks in the order in which they were drawn.
    pub fn into_marks(self) -> Vec<Mark> {
        self.marks
    }

    fn draw(&mut self, shape: Shape, Ink { role, label, key }: Ink) {
        self.marks.push(Mark { shape, role, label, key });
    }
}

/// A length as a difference of places.
pub(super) fn pixels(px: u32) -> i32 {
    i32::try_from(px).unwrap_or(i32::MAX)
}
