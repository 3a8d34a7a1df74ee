//! Pointing at facts, phrases and entries, with the pointer or the keyboard.
//!
//! What stands for a fact carries its name in `data-fact`, what stands for a line of the list in
//! `data-entry`. One listener for the whole page serves table rows, marked phrases and chart marks.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlButtonElement, KeyboardEvent};

use crate::state::{Action, EntryId, FactId};

use super::events::target_of;
use super::{Dispatch, marks};

/// The report shown with its marked phrases.
const REPORT_VIEW: &str = "[data-testid=report-view]";

/// The pointer or the focus came to an element.
pub(super) fn on_point(event: &Event, dispatch: &Dispatch) {
    let Some(element) = target_of(event) else { return };
    dispatch(match fact_at(&element) {
        Some(fact) if is_in_report(&element) => Action::PhrasePointed(fact),
        fact => Action::FactPointed(fact),
    });
}

/// An element was clicked.
pub(super) fn on_click(event: &Event, dispatch: &Dispatch) {
    if let Some(element) = target_of(event).filter(|it| !marks::only_points(it) && !is_in_field(it)) {
        choose(&element, dispatch);
    }
}

/// Return and space choose what is no button of its own, such as a marked phrase.
pub(super) fn on_key_down(event: &Event, dispatch: &Dispatch) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    let Some(element) = target_of(event) else { return };
    let is_button = element.dyn_ref::<HtmlButtonElement>().is_some();
    let can_be_chosen = element.has_attribute("data-fact") || element.has_attribute("data-entry");
    if (key == "Enter" || key == " ") && can_be_chosen && !is_button {
        event.prevent_default();
        choose(&element, dispatch);
    }
}

fn choose(element: &Element, dispatch: &Dispatch) {
    if let Some(entry) = name_at(element, "data-entry").and_then(|name| name.parse::<EntryId>().ok()) {
        dispatch(Action::ReportSelected(entry));
    } else if let Some(fact) = fact_at(element) {
        let in_report = is_in_report(element);
        dispatch(if in_report { Action::PhraseChosen(fact) } else { Action::FactChosen(fact) });
    }
}

fn fact_at(element: &Element) -> Option<FactId> {
    name_at(element, "data-fact")?.parse().ok()
}

fn name_at(element: &Element, attribute: &str) -> Option<String> {
    let selector = ["[", attribute, "]"].concat();
    element.closest(&selector).ok()??.get_attribute(attribute)
}

/// Whether the element belongs to a fact's field, or leads to or from it: pressing that does not choose the fact.
fn is_in_field(element: &Element) -> bool {
    element.closest(".writing, .pencil, .originals").ok().flatten().is_some()
}

fn is_in_report(element: &Element) -> bool {
    element.closest(REPORT_VIEW).ok().flatten().is_some()
}
