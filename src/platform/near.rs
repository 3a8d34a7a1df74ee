//! Whether an element is near the part of the page that is seen.

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::window;

/// How far outside of the window an element is near, so that it is there before it is seen.
const MARGIN: &str = "500px";

/// Waits for an element to come near until it is dropped.
pub struct NearObserver {
    observer: IntersectionObserver,
    /// The browser calls it for as long as the observer lives.
    _callback: Closure<dyn FnMut(Array)>,
    _print: Option<EventListener>,
}

impl Drop for NearObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells when `element` comes near, and before the page is printed, for which everything is near. It may be told more
/// than once. `None` where the browser cannot observe it: then it counts as near.
#[must_use]
pub fn observe_near(element: &Element, on_near: impl Fn() + Clone + 'static) -> Option<NearObserver> {
    let print = on_near.clone();
    let callback = Closure::new(move |entries: Array| {
        let is_near = |entry: wasm_bindgen::JsValue| {
            entry.dyn_into::<IntersectionObserverEntry>().is_ok_and(|entry| entry.is_intersecting())
        };
        if entries.iter().any(is_near) {
            on_near();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    let observer =
        IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(element);
    let print = window().map(|window| EventListener::new(&window, "beforeprint", move |_| print()));
    Some(NearObserver { observer, _callback: callback, _print: print })
}
