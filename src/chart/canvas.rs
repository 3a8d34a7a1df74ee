//! A sheet with the few things that charts draw on it, through `plotters`.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, TextStyle};

use super::axis::{Scale, ValueAxis};
use super::backend::{SceneBackend, Sheet};
use super::ink::{Ink, Note};
use super::{FONT_SIZE_PX, Mark, MarkKey, Role};

/// Whether drawing worked. It fails only where an area has no room, and then there is no chart.
pub(super) type Drawn<T = ()> = Result<T, DrawingAreaErrorKind<Infallible>>;

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
    sheet: Rc<RefCell<Sheet>>,
    size: (u32, u32),
}

impl Canvas {
    pub fn new(width_px: u32, height_px: u32) -> Self {
        let sheet = Rc::new(RefCell::new(Sheet::default()));
        let size = (width_px, height_px);
        let backend = SceneBackend { size, sheet: Rc::clone(&sheet) };
        Self { area: backend.into_drawing_area(), sheet, size }
    }

    /// The ink of a mark that says `label` and stands for `key`.
    pub fn noted(&self, role: Role, label: &str, key: MarkKey) -> Ink {
        let note = Note { label: label.to_owned(), key: Some(key) };
        Ink { role, note: self.sheet.borrow_mut().note(note) }
    }

    pub fn rectangle(&self, corner: (i32, i32), opposite: (i32, i32), ink: Ink) -> Drawn {
        self.area.draw(&Rectangle::new([corner, opposite], ink.style()))
    }

    pub fn circle(&self, center: (i32, i32), radius: u32, ink: Ink) -> Drawn {
        self.area.draw(&Circle::new(center, radius, ink.style()))
    }

    pub fn line(&self, from: (i32, i32), to: (i32, i32), ink: Ink) -> Drawn {
        self.area.draw(&PathElement::new([from, to], ink.style()))
    }

    /// One line of text whose upper left corner, upper middle or upper right corner is `at`.
    pub fn text(&self, text: &str, at: (i32, i32), anchor: HPos, ink: Ink) -> Drawn {
        let style = text_style(ink).pos(Pos::new(anchor, VPos::Top));
        self.area.draw_text(text, &style, at)
    }

    /// Draws `axis` with its grid in `frame`.
    pub fn axis(&self, axis: ValueAxis, frame: Frame) -> Drawn<Option<DrawnAxis>> {
        let Some(rows) = ValueAxis::new(0.0, 1.0, Scale::Linear) else { return Ok(None) };
        let mut chart = ChartBuilder::on(&self.area)
            .margin_left(frame.left)
            .margin_right(self.size.0.saturating_sub(frame.right))
            .margin_top(frame.top)
            .margin_bottom(self.size.1.saturating_sub(frame.bottom + AXIS_PX))
            .x_label_area_size(AXIS_PX)
            .build_cartesian_2d(axis, rows)?;
        let grid = plain(Role::Grid);
        (chart.configure_mesh())
            .disable_y_mesh()
            .disable_y_axis()
            .set_all_tick_mark_size(TICK_PX)
            .axis_style(grid)
            .bold_line_style(grid)
            .light_line_style(grid)
            .label_style(text_style(plain(Role::AxisText)))
            .draw()?;
        Ok(Some(DrawnAxis(chart.plotting_area().clone())))
    }

    /// The marks in the order in which they were drawn.
    pub fn into_marks(self) -> Vec<Mark> {
        std::mem::take(&mut self.sheet.borrow_mut().marks)
    }
}

/// A length as a difference of places.
pub(super) fn pixels(px: u32) -> i32 {
    i32::try_from(px).unwrap_or(i32::MAX)
}

/// The ink of scaffolding, which says nothing.
pub(super) const fn plain(role: Role) -> Ink {
    Ink { role, note: 0 }
}

fn text_style(ink: Ink) -> TextStyle<'static> {
    let color = ink.to_backend_color();
    let font = ("sans-serif", f64::from(FONT_SIZE_PX)).into_font();
    TextStyle { font, color, pos: Pos::new(HPos::Left, VPos::Top) }
}
