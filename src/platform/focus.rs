//! Puts the focus where the next key should go.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::state::{Landing, NoteField};

use super::document;

/// Puts the cursor into the text field once it is on the page.
pub(super) fn focus_text() {
    once_drawn(|| focus("[data-testid=report-text]"));
}

/// Puts the cursor into the field to search the list with, where there is one.
pub(super) fn focus_search() {
    once_drawn(|| select("[data-testid=search]"));
}

/// Puts the cursor into the open field of a fact or a note, the one with a problem first, and selects what is in it.
pub(super) fn focus_field() {
    once_drawn(|| {
        let with_problem = ".writing [aria-invalid]";
        select(if find(with_problem).is_some() { with_problem } else { ".writing input" });
    });
}

/// Gives the focus to `landing` where nothing has it any more; else, where that is gone too, to the notice.
pub(super) fn return_focus(landing: Landing) {
    let selector = match landing {
        Landing::Fact(fact) => ["[data-testid=correct-", &fact.to_string(), "]"].concat(),
        Landing::Note(NoteField::Name) => "[data-testid=write-name]".to_owned(),
        Landing::Note(NoteField::Tags) => "[data-testid=write-tags]".to_owned(),
        Landing::Entry(entry) => ["button[data-entry=\"", &entry.to_string(), "\"]"].concat(),
        Landing::Deleted => "[data-testid=restore]".to_owned(),
        Landing::Notice => String::new(),
    };
    once_drawn(move || {
        if is_lost() {
            let has_landed = !selector.is_empty() && find(&selector).is_some();
            focus(if has_landed { &selector } else { ".notice button" });
        }
    });
}

/// Whether no element has the focus, because the one that had it is gone.
fn is_lost() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_none_or(|element| element.tag_name() == "BODY")
}

fn once_drawn(run: impl FnOnce() + 'static) {
    Timeout::new(0, run).forget();
}

fn select(selector: &str) {
    focus(selector);
    if let Some(field) = find(selector).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

pub(super) fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

pub(super) fn focus(selector: &str) {
    let element = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // What cannot take the focus is merely not focused.
        let _ = element.focus();
    }
}
