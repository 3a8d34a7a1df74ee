//! The end of `plotters`' way: a backend that collects marks instead of painting.
//!
//! It measures text from the table in [`advance`](super::advance), so that the same incidents give
//! the same scene natively and in a browser. `plotters` draws shapes of the size that it is asked
//! for; whether they are filled or outlined is the style sheet's matter, and ignored here.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::ink::RoleColor;
use super::{Anchor, FONT_SIZE_PX, Mark, Point, Shape, text_width_px};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// A sheet of a fixed size that `plotters` draws on.
pub(super) struct SceneBackend {
    pub size: (u32, u32),
    pub marks: Rc<RefCell<Vec<Mark>>>,
}

impl SceneBackend {
    // The result is what the trait's methods return; nothing here can fail.
    #[expect(clippy::unnecessary_wraps)]
    fn push(&mut self, shape: Shape, color: BackendColor) -> Drawn {
        let role = RoleColor::read(color);
        self.marks.borrow_mut().push(Mark { shape, role, label: None, key: None });
        Ok(())
    }
}

impl DrawingBackend for SceneBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        self.push(Shape::Rectangle { corner: point(at), width: 1, height: 1 }, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S) -> Drawn {
        self.draw_path([a, b], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.push(Shape::rectangle(a, b), style.color())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points = path.into_iter().map(point).collect();
        self.push(Shape::Path { points, closed: false }, style.color())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.push(Shape::Circle { center: point(center), radius }, style.color())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let points = corners.into_iter().map(point).collect();
        self.push(Shape::Path { points, closed: true }, style.color())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        if text.is_empty() {
            return Ok(());
        }
        let (anchor, drop) = (style.anchor(), baseline_drop(style.anchor().v_pos));
        let anchor = match anchor.h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let baseline = Point { x: at.0, y: at.1 + drop };
        self.push(Shape::Text { baseline, anchor, text: text.to_owned() }, style.color())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        _style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((text_width_px(text), FONT_SIZE_PX))
    }
}

/// How far the base line lies under the point that a text hangs from, for text of
/// [`FONT_SIZE_PX`]: capitals are about three quarters of it high.
pub(super) const fn baseline_drop(anchor: VPos) -> i32 {
    match anchor {
        VPos::Top => 10,
        VPos::Center => 4,
        VPos::Bottom => -2,
    }
}

const fn point((x, y): BackendCoord) -> Point {
    Point { x, y }
}
