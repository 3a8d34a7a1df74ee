//! Marks of charts under the pointer, the finger or the focus.
//!
//! A mark shows what it says beside it, everything on the page that stands for the same incident lights up with it, and
//! the arrow keys move between the marks of one chart, which is a single stop for the Tab key. All of this is done on the
//! page's elements: a chart may have a thousand marks, and none of it has to be drawn anew. What lights up
//! carries `data-lit`, which no component sets.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent, SvgElement};

use super::events::target_of;
use super::{Dispatch, document, window};

/// A mark that says something.
const MARK: &str = "svg.scene [aria-label]";
/// A mark that leads somewhere, which the arrow keys reach.
const LEADS: &str = "[tabindex]";
/// From a mark to the words beside it, in pixels.
const GAP_PX: f64 = 8.0;
/// From the words to the edges of the window, in pixels.
const EDGE_PX: f64 = 6.0;

/// What is lit, and how it was pointed at.
#[derive(Default)]
struct Pointed {
    entry: Option<String>,
    by_finger: bool,
    /// The mark that a finger chose first; the next touch follows it.
    touched: Option<Element>,
}

thread_local! {
    static POINTED: RefCell<Pointed> = RefCell::default();
}

/// The pointer or the focus came to an element.
pub(super) fn on_point(event: &Event, _: &Dispatch) {
    let Some(element) = target_of(event) else { return };
    let entry = closest(&element, "main.compare [data-entry]");
    light(entry.and_then(|element| element.get_attribute("data-entry")));
    match closest(&element, MARK) {
        Some(mark) => show_tip(&mark),
        None => hide_tip(),
    }
}

/// Remembers whether it is a finger that presses.
pub(super) fn on_pointer_down(event: &Event, _: &Dispatch) {
    let by_finger = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
    POINTED.with_borrow_mut(|pointed| pointed.by_finger = by_finger);
}

/// Whether a press on `element` only shows what the mark says: a finger cannot point without pressing, so that the first
/// touch of a mark points and the second one follows.
pub(super) fn only_points(element: &Element) -> bool {
    let Some(mark) = closest(element, MARK) else { return false };
    let is_first = POINTED.with_borrow_mut(|pointed| {
        let is_first = pointed.by_finger && pointed.touched.as_ref() != Some(&mark);
        pointed.touched = is_first.then(|| mark.clone());
        is_first
    });
    if is_first {
        show_tip(&mark);
    }
    is_first
}

/// The arrow keys, Home and End move between the marks of a chart, and Escape puts the words away.
pub(super) fn on_key_down(event: &Event, _: &Dispatch) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    if key == "Escape" {
        hide_tip();
    }
    let Some(mark) = target_of(event).and_then(|element| closest(&element, "svg.scene [tabindex]")) else {
        return;
    };
    let Some(chart) = closest(&mark, "svg.scene") else { return };
    let marks = all(&chart, LEADS);
    let Some(here) = marks.iter().position(|other| *other == mark) else { return };
    let there = match key.as_str() {
        "ArrowRight" | "ArrowDown" => (here + 1).min(marks.len() - 1),
        "ArrowLeft" | "ArrowUp" => here.saturating_sub(1),
        "Home" => 0,
        "End" => marks.len() - 1,
        _ => return,
    };
    event.prevent_default();
    let _ = mark.set_attribute("tabindex", "-1");
    if let Some(next) = marks.get(there).and_then(|next| next.dyn_ref::<SvgElement>()) {
        let _ = next.set_attribute("tabindex", "0");
        let _ = next.focus();
    }
}

/// Gives a chart that was drawn anew a stop for the Tab key again, where the one it had is gone.
pub fn keep_tab_stop(chart: &Element) {
    // Two questions to the browser: a chart may have a thousand marks.
    let find = |selector| chart.query_selector(selector).ok().flatten();
    if find("[tabindex=\"0\"]").is_none()
        && let Some(first) = find(LEADS)
    {
        let _ = first.set_attribute("tabindex", "0");
    }
}

/// Lights up everything of one incident, and lets go of what was lit before.
fn light(entry: Option<String>) {
    let before = POINTED.with_borrow_mut(|pointed| std::mem::replace(&mut pointed.entry, entry.clone()));
    if before == entry {
        return;
    }
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    for element in all(&root, "main.compare [data-lit]") {
        let _ = element.remove_attribute("data-lit");
    }
    if let Some(entry) = entry {
        for element in all(&root, &["main.compare [data-entry=\"", &entry, "\"]"].concat()) {
            let _ = element.set_attribute("data-lit", "");
        }
    }
}

/// Shows what a mark says above it, or under it where there is no room. Screen readers hear it as the mark's name.
fn show_tip(mark: &Element) {
    let (Some(tip), Some(window), Some(words)) = (tip(), window(), mark.get_attribute("aria-label")) else {
        return;
    };
    let again = POINTED.with_borrow(|pointed| pointed.by_finger) && mark.has_attribute("data-entry");
    let hint = if again { "\nTap again to open the report." } else { "" };
    tip.set_text_content(Some(&[&words, hint].concat()));
    tip.set_hidden(false);
    let size = |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|px| px.as_f64()).unwrap_or(0.0);
    let (place, own) = (mark.get_bounding_client_rect(), tip.get_bounding_client_rect());
    let room = size(window.inner_width()) - own.width() - EDGE_PX;
    let left = (place.left() + (place.width() - own.width()) / 2.0).min(room).max(EDGE_PX);
    let above = place.top() - own.height() - GAP_PX;
    let top = if above < EDGE_PX { place.bottom() + GAP_PX } else { above };
    put(&tip, left + window.scroll_x().unwrap_or(0.0), top + window.scroll_y().unwrap_or(0.0));
}

fn put(tip: &HtmlElement, left: f64, top: f64) {
    for (side, px) in [("left", left), ("top", top)] {
        let _ = tip.style().set_property(side, &[&crate::text::decimal(px, 0), "px"].concat());
    }
}

fn hide_tip() {
    if let Some(tip) = document().and_then(|document| document.get_element_by_id("tip")) {
        let _ = tip.set_attribute("hidden", "");
    }
}

/// The one element for such words, made on first use.
fn tip() -> Option<HtmlElement> {
    let document = document()?;
    let tip = document.get_element_by_id("tip").or_else(|| {
        let tip = document.create_element("div").ok()?;
        for (name, value) in [("id", "tip"), ("class", "tip"), ("aria-hidden", "true")] {
            let _ = tip.set_attribute(name, value);
        }
        document.body()?.append_child(&tip).ok()?;
        Some(tip)
    })?;
    tip.dyn_into().ok()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}
