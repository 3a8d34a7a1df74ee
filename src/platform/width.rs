//! The width of an element, now and whenever it changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Observes an element until it is dropped.
pub struct WidthObserver {
    observer: ResizeObserver,
    /// The browser calls it for as long as the observer lives.
    _callback: Closure<dyn FnMut(Array)>,
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells `on_width` the inner width of `element` in pixels, the first time before the next paint.
#[must_use]
pub fn observe_width(element: &Element, on_width: impl Fn(u32) + 'static) -> Option<WidthObserver> {
    let callback = Closure::new(move |entries: Array| {
        if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
            // OK because a width in pixels is far below 2^32 and never negative.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            on_width(entry.content_rect().width().floor() as u32);
        }
    });
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthObserver { observer, _callback: callback })
}
