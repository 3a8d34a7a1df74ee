//! What stands in the fields of a form.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent, Node};

use super::events::target_of;

/// The fields of the form that was sent, in order: their names and what is in them.
#[must_use]
pub fn fields_of(event: &Event) -> Vec<(String, String)> {
    let found = target_of(event).and_then(|form| form.query_selector_all("input, select").ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|place| field_of(found.get(place)?)).collect()
}

fn field_of(node: Node) -> Option<(String, String)> {
    match node.dyn_into::<HtmlInputElement>() {
        Ok(field) => Some((field.name(), field.value())),
        Err(node) => node.dyn_into::<HtmlSelectElement>().ok().map(|field| (field.name(), field.value())),
    }
}

/// Whether Escape was pressed.
#[must_use]
pub fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
}

/// Sends the form where Return was pressed in one of its fields, and ends the key there: where the focus goes
/// afterwards, the same key must not press a button. Return that confirms a composed character is none.
pub fn send_by_return(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let field = target_of(event).and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    let form = field.and_then(|field| field.form());
    if let Some(form) = form.filter(|_| key.key() == "Enter" && !key.is_composing()) {
        event.prevent_default();
        // A form that cannot be sent keeps what is in it.
        let _ = form.request_submit();
    }
}
