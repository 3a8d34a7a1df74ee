//! What stands in the fields of a form.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::events::target_of;

/// The fields of the form that was sent, in order: their names and what is in them.
#[must_use]
pub fn fields_of(event: &Event) -> Vec<(String, String)> {
    let found = target_of(event).and_then(|form| form.query_selector_all("input").ok());
    let Some(found) = found else { return Vec::new() };
    let fields =
        (0..found.length()).filter_map(|place| found.get(place)?.dyn_into::<HtmlInputElement>().ok());
    fields.map(|field| (field.name(), field.value())).collect()
}

/// Whether Escape was pressed.
#[must_use]
pub fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
}
