//! A chart's movable line, dragged in the plot.
//!
//! The slider under the chart knows what the line means and says so to the keyboard and to screen readers. Dragging the
//! line moves that slider, so that there is one way from a place to its minutes.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlInputElement, PointerEvent};

use super::Dispatch;
use super::events::target_of;
use crate::text::{decimal, parse_decimal};

/// What is dragged, with the strip around it that a finger meets: see `ui/scene_view.rs`.
const LINE: &str = "svg.scene .chart-threshold";
/// From the slider's edges to the ends of what it measures, in pixels: half of its thumb (`ui/range.rs`).
const HALF_THUMB_PX: f64 = 9.0;

thread_local! {
    /// The slider of the line that is being dragged, and the pointer that drags it.
    static DRAGGED: RefCell<Option<(HtmlInputElement, i32)>> = const { RefCell::new(None) };
}

/// Takes hold of the line under the pointer: what the pointer does until it is let go belongs to the chart.
pub(super) fn on_pointer_down(event: &Event, _: &Dispatch) {
    let (Some(pointer), Some(element)) = (event.dyn_ref::<PointerEvent>(), target_of(event)) else { return };
    if let Some((chart, slider)) = line_at(&element).filter(|_| pointer.button() == 0) {
        let _ = chart.set_pointer_capture(pointer.pointer_id());
        event.prevent_default();
        DRAGGED.set(Some((slider, pointer.pointer_id())));
    }
}

/// The chart of the line at `element`, and its slider.
fn line_at(element: &Element) -> Option<(Element, HtmlInputElement)> {
    element.closest(LINE).ok()??;
    let chart = element.closest("svg.scene").ok()??;
    let slider = chart.closest("figure").ok()??.query_selector("input.range").ok()??;
    Some((chart, slider.dyn_into().ok()?))
}

/// Moves the slider under the pointer.
pub(super) fn on_pointer_move(event: &Event, _: &Dispatch) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    let dragged = DRAGGED.with_borrow(Clone::clone).filter(|(_, by)| *by == pointer.pointer_id());
    if let Some((slider, _)) = dragged {
        move_to(&slider, f64::from(pointer.client_x()));
    }
}

fn move_to(slider: &HtmlInputElement, x_px: f64) {
    let place = slider.get_bounding_client_rect();
    let width = (place.width() - 2.0 * HALF_THUMB_PX).max(1.0);
    let share = ((x_px - place.left() - HALF_THUMB_PX) / width).clamp(0.0, 1.0);
    let (Some(low), Some(high)) = (parse_decimal(&slider.min()), parse_decimal(&slider.max())) else {
        return;
    };
    let before = slider.value();
    slider.set_value(&decimal(low + share * (high - low), 0));
    // The slider has steps, and a pointer that stays within one says nothing new.
    if slider.value() != before {
        let init = EventInit::new();
        init.set_bubbles(true);
        let moved = Event::new_with_event_init_dict("input", &init);
        let _ = moved.map(|moved| slider.dispatch_event(&moved));
    }
}

/// Lets go of the line.
pub(super) fn on_pointer_up(event: &Event, _: &Dispatch) {
    if event.dyn_ref::<PointerEvent>().is_some() {
        DRAGGED.set(None);
    }
}
