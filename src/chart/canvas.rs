//! A sheet with the few things that charts draw on it. Axes with their grid come from `plotters`.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, TextStyle};

use super::axis::{Scale, ValueAxis};
use super::backend::{SceneBackend, baseline_drop};
use super::ink::{Ink, RoleColor};
use super::{Anchor, FONT_SIZE_PX, Mark, Point, Role, Shape};

/// Height that an axis needs under its line, in pixels.
pub(super) const AXIS_PX: u32 = 26;
const TICK_PX: i32 = 4;

/// The rectangle that an axis spans, in pixels. The axis is its lower edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub left: u32,
    pub right: u32,
    pub top: u32,
    pub bottom: u32,
}

/// An axis that was drawn, which knows where values lie.
pub(super) struct DrawnAxis(DrawingArea<SceneBackend, Cartesian2d<ValueAxis, ValueAxis>>);

impl DrawnAxis {
    /// The pixel of `value`, from the sheet's left edge.
    pub fn x_px(&self, value: f64) -> i32 {
        self.0.map_coordinate(&(value, 0.0)).0
    }
}

/// A sheet of a fixed size.
pub(super) struct Canvas {
    area: DrawingArea<SceneBackend, Shift>,
    marks: Rc<RefCell<Vec<Mark>>>,
    size: (u32, u32),
}

impl Canvas {
    pub fn new(width_px: u32, height_px: u32) -> Self {
        let marks = Rc::default();
        let size = (width_px, height_px);
        let backend = SceneBackend { size, marks: Rc::clone(&marks) };
        Self { area: backend.into_drawing_area(), marks, size }
    }

    pub fn rectangle(&self, a: (i32, i32), b: (i32, i32), ink: Ink) {
        self.draw(Shape::rectangle(a, b), ink);
    }

    pub fn circle(&self, (x, y): (i32, i32), radius: u32, ink: Ink) {
        self.draw(Shape::Circle { center: Point { x, y }, radius }, ink);
    }

    pub fn line(&self, from: (i32, i32), to: (i32, i32), ink: Ink) {
        let points = [from, to].map(|(x, y)| Point { x, y }).to_vec();
        self.draw(Shape::Path { points, closed: false }, ink);
    }

    /// One line of text whose upper left corner, upper middle or upper right corner is `at`.
    pub fn text(&self, text: &str, (x, y): (i32, i32), anchor: Anchor, ink: Ink) {
        if !text.is_empty() {
            let baseline = Point { x, y: y + baseline_drop(VPos::Top) };
            self.draw(Shape::Text { baseline, anchor, text: text.to_owned() }, ink);
        }
    }

    fn draw(&self, shape: Shape, Ink { role, label, key }: Ink) {
        self.marks.borrow_mut().push(Mark { shape, role, label, key });
    }

    /// Draws `axis` with its grid in `frame`; `None` where the frame has no room.
    pub fn axis(&self, axis: ValueAxis, frame: Frame) -> Option<DrawnAxis> {
        let rows = ValueAxis::new(0.0, 1.0, Scale::Linear)?;
        let mut chart = ChartBuilder::on(&self.area)
            .margin_left(frame.left)
            .margin_right(self.size.0.saturating_sub(frame.right))
            .margin_top(frame.top)
            .margin_bottom(self.size.1.saturating_sub(frame.bottom + AXIS_PX))
            .x_label_area_size(AXIS_PX)
            .build_cartesian_2d(axis, rows)
            .ok()?;
        let grid = RoleColor(Role::Grid);
        (chart.configure_mesh())
            .disable_y_mesh()
            .disable_y_axis()
            .set_all_tick_mark_size(TICK_PX)
            .axis_style(grid)
            .bold_line_style(grid)
            .light_line_style(grid)
            .label_style(label_style())
            .draw()
            .ok()?;
        Some(DrawnAxis(chart.plotting_area().clone()))
    }

    /// The marks in the order in which they were drawn.
    pub fn into_marks(self) -> Vec<Mark> {
        std::mem::take(&mut *self.marks.borrow_mut())
    }
}

/// A length as a difference of places.
pub(super) fn pixels(px: u32) -> i32 {
    i32::try_from(px).unwrap_or(i32::MAX)
}

fn label_style() -> TextStyle<'static> {
    let color = RoleColor(Role::AxisText).to_backend_color();
    let font = ("sans-serif", f64::from(FONT_SIZE_PX)).into_font();
    TextStyle { font, color, pos: Pos::new(HPos::Left, VPos::Top) }
}
