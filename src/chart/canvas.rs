//! A sheet with the few things that charts draw on it. Where an axis and its grid lie is `plotters`' work.

use plotters::coord::CoordTranslate;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;

use super::axis::{Scale, ValueAxis};
use super::ink::{Ink, plain};
use super::{Anchor, Mark, Point, Role, Scene, Shape, Table, text_width_px};
use crate::text::Gather;

/// Height that an axis needs under its line, in pixels.
pub(super) const AXIS_PX: u32 = 26;
const TICK_PX: i32 = 4;
/// From an axis to its labels, in pixels.
const LABEL_PX: i32 = 2 * TICK_PX;
/// How far the base line lies under the top of a text, in pixels: capitals are about three quarters
/// of the font's size high.
const BASELINE_PX: i32 = 10;
/// From the top of a text to the middle of its capitals.
const HALF_TEXT_PX: i32 = 6;

/// The rectangle that axes span, in pixels. Values across lie along its lower edge, values up along its
/// left one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub left: u32,
    pub right: u32,
    pub top: u32,
    pub bottom: u32,
}

/// Axes that were drawn, which know where values lie.
pub(super) struct DrawnAxis(Cartesian2d<ValueAxis, ValueAxis>);

impl DrawnAxis {
    /// The pixel of `value` on the axis across, from the sheet's left edge.
    pub fn x_px(&self, value: f64) -> i32 {
        self.0.translate(&(value, 0.0)).0
    }

    /// The pixel of `value` on the axis up, from the sheet's upper edge.
    pub fn y_px(&self, value: f64) -> i32 {
        self.0.translate(&(0.0, value)).1
    }
}

/// What a chart tells beside its picture.
pub(super) struct Told {
    pub title: String,
    pub description: String,
    pub table: Table,
}

/// A scene of this width and height in pixels, with what `paint` draws. `None` where that cannot be drawn.
pub(super) fn scene(
    (width_px, height_px): (u32, u32),
    told: Told,
    paint: &mut dyn FnMut(&mut Canvas) -> Option<()>,
) -> Option<Scene> {
    let mut canvas = Canvas { marks: Vec::new() };
    paint(&mut canvas)?;
    let Told { title, description, table } = told;
    Some(Scene { width_px, height_px, title, description, marks: canvas.marks, table, slider: None })
}

/// A sheet.
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
        self.path(vec![from, to], ink);
    }

    /// A line through two or more points.
    pub fn path(&mut self, points: Vec<(i32, i32)>, ink: Ink) {
        let points = points.into_iter().map(|(x, y)| Point { x, y }).gather();
        self.draw(Shape::Path { points, closed: false }, ink);
    }

    /// An arrow to the right that begins with an upright line at `from`.
    pub fn arrow(&mut self, (x, y): (i32, i32), length: i32, ink: Ink) {
        let (head, half) = (x + length, 4);
        let points = [
            (x, y - half),
            (x, y + half),
            (x, y),
            (head, y),
            (head - half, y - half),
            (head, y),
            (head - half, y + half),
        ];
        self.path(points.to_vec(), ink);
    }

    /// One line of text whose upper left corner, upper middle or upper right corner is `at`.
    pub fn text(&mut self, text: &str, (x, y): (i32, i32), anchor: Anchor, ink: Ink) {
        if !text.is_empty() {
            let baseline = Point { x, y: y + BASELINE_PX };
            self.draw(Shape::Text { baseline, anchor, text: text.to_owned() }, ink);
        }
    }

    /// One line of text whose upper middle is `at`, or as near to it as a sheet of this width has room.
    pub fn text_within(&mut self, text: &str, (x, y): (i32, i32), width_px: u32, ink: Ink) {
        let half = pixels(text_width_px(text)) / 2 + 2;
        let x = x.min(pixels(width_px) - half).max(half);
        self.text(text, (x, y), Anchor::Middle, ink);
    }

    /// Draws `axis` with its grid across `frame`. There is nothing to read off upwards.
    pub fn axis(&mut self, axis: ValueAxis, frame: Frame) -> Option<DrawnAxis> {
        Some(self.axes(axis, ValueAxis::new(0.0, 1.0, Scale::Linear)?, frame))
    }

    /// Draws the axis `across` along the lower edge of `frame` and the axis `up` along its left edge, both
    /// with their grid. Labels of `up` end left of the frame, which must leave them room.
    pub fn axes(&mut self, across: ValueAxis, up: ValueAxis, frame: Frame) -> DrawnAxis {
        let ticks = [across.ticks().to_vec(), up.ticks().to_vec()];
        let (left, right) = (pixels(frame.left), pixels(frame.right) - 1);
        let (top, bottom) = (pixels(frame.top), pixels(frame.bottom));
        let coordinates = Cartesian2d::new(across, up, (left..right, bottom - 1..top));
        let mut places = [Vec::new(), Vec::new()];
        // Neither hint matters: the axes know their ticks.
        let Ok(()) = coordinates.draw_mesh(BoldPoints(0), BoldPoints(0), |line| {
            match line {
                MeshLine::XMesh(foot, head, _) => {
                    self.line(foot, head, plain(Role::Grid));
                    places[0].push(foot.0);
                }
                MeshLine::YMesh(from, to, _) => {
                    self.line(from, to, plain(Role::Grid));
                    places[1].push(from.1);
                }
            }
            Ok::<(), std::convert::Infallible>(())
        });
        self.line((left, bottom), (right, bottom), plain(Role::Grid));
        for (&x, tick) in places[0].iter().zip(&ticks[0]) {
            self.text(&tick.label, (x, bottom + LABEL_PX), Anchor::Middle, plain(Role::AxisText));
            self.line((x, bottom), (x, bottom + TICK_PX), plain(Role::Grid));
        }
        for (&y, tick) in places[1].iter().zip(&ticks[1]) {
            let at = (left - LABEL_PX, y - HALF_TEXT_PX);
            self.text(&tick.label, at, Anchor::End, plain(Role::AxisText));
        }
        DrawnAxis(coordinates)
    }

    fn draw(&mut self, shape: Shape, Ink { role, label, key }: Ink) {
        self.marks.push(Mark { shape, role, label, key });
    }
}

/// A length as a difference of places.
pub(super) fn pixels(px: u32) -> i32 {
    i32::try_from(px).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::axis::Tick;

    #[test]
    fn values_rise_from_the_lower_left_corner() {
        let up_to_100 = |label: &str| {
            let ticks = vec![Tick { value: 100.0, label: label.to_owned() }];
            ValueAxis::new(0.0, 100.0, Scale::Linear).map(|axis| axis.with_ticks(ticks))
        };
        let frame = Frame { left: 40, right: 141, top: 10, bottom: 111 };
        let told = Told { title: String::new(), description: String::new(), table: Table::default() };
        let mut corners = None;
        let drawn = scene((200, 200), told, &mut |canvas| {
            let axes = canvas.axes(up_to_100("far")?, up_to_100("high")?, frame);
            corners = Some([(0.0, 0.0), (100.0, 100.0)].map(|(x, y)| (axes.x_px(x), axes.y_px(y))));
            Some(())
        });
        assert_eq!(corners, Some([(40, 110), (140, 10)]));
        let marks = drawn.map(|scene| scene.marks).unwrap_or_default();
        let text_at = |words: &str| {
            marks.iter().find_map(|mark| match &mark.shape {
                Shape::Text { baseline, anchor, text } if text == words => Some((*baseline, *anchor)),
                _ => None,
            })
        };
        let below = Point { x: 140, y: 111 + LABEL_PX + BASELINE_PX };
        let left = Point { x: 40 - LABEL_PX, y: 10 - HALF_TEXT_PX + BASELINE_PX };
        assert_eq!(text_at("far"), Some((below, Anchor::Middle)));
        assert_eq!(text_at("high"), Some((left, Anchor::End)));
    }
}
