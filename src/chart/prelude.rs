//! What every chart is drawn with.

pub(super) use super::axis::ValueAxis;
pub(super) use super::canvas::{AXIS_PX, Canvas, DrawnAxis, Frame, pixels, scene};
pub(super) use super::caption::Caption;
pub(super) use super::ink::{noted, plain};
pub(super) use super::legend::ROW_PX;
pub(super) use super::{Anchor, MarkKey, Role, Scene, Size, Slider, text_width_px};
