//! The events that the page listens to as a whole.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent};

use super::{Dispatch, document, drop, line_drag, marks, paste, pointing};

type Handler = fn(&Event, &Dispatch);

const HANDLERS: [(&str, Handler); 15] = [
    ("paste", paste::on_paste),
    ("dragover", drop::on_drag_over),
    ("drop", drop::on_drop),
    ("pointerover", pointing::on_point),
    ("pointerover", marks::on_point),
    ("pointerdown", marks::on_pointer_down),
    ("pointerdown", line_drag::on_pointer_down),
    ("pointermove", line_drag::on_pointer_move),
    ("pointerup", line_drag::on_pointer_up),
    ("pointercancel", line_drag::on_pointer_up),
    ("focusin", pointing::on_point),
    ("focusin", marks::on_point),
    ("click", pointing::on_click),
    ("keydown", pointing::on_key_down),
    ("keydown", marks::on_key_down),
];

/// Turns events anywhere on the page into actions, for as long as the result is kept.
///
/// `on_key` is told of keys that were pressed outside of text fields and without modifiers, and of Ctrl Z as `Undo`; it
/// says whether the key meant something, because the browser then must not do something else.
#[must_use]
pub fn listen(dispatch: &Dispatch, on_key: Rc<dyn Fn(&str) -> bool>) -> Vec<EventListener> {
    let Some(document) = document() else { return Vec::new() };
    let mut listeners = vec![on(&document, "keydown", move |event| tell_key(event, &*on_key))];
    for (name, handler) in HANDLERS {
        let dispatch = Rc::clone(dispatch);
        listeners.push(on(&document, name, move |event| handler(event, &dispatch)));
    }
    listeners
}

fn on(target: &EventTarget, name: &'static str, run: impl FnMut(&Event) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, run)
}

/// The element that the event came from.
pub(super) fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn tell_key(event: &Event, on_key: &dyn Fn(&str) -> bool) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    let key = match (event.ctrl_key() || event.meta_key(), event.alt_key(), event.key()) {
        (false, false, key) => key,
        (true, false, key) if key == "z" => "Undo".to_owned(),
        _ => return,
    };
    if !event.default_prevented() && !is_in_text_field(event) && on_key(&key) {
        event.prevent_default();
    }
}

fn is_in_text_field(event: &Event) -> bool {
    target_of(event).is_some_and(|element| {
        element.closest("textarea, input, select, [contenteditable]").ok().flatten().is_some()
    })
}
