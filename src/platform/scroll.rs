//! Brings things into sight.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::state::FactId;

use super::{document, window};

/// The report stands beside the facts from this width on; the style sheet has the same one.
const REPORT_STANDS_BESIDE: &str = "(min-width: 1000px)";

/// Scrolls the report to the words of `fact` where it stands beside the facts, so that the facts stay in sight.
pub(super) fn reveal_evidence(fact: FactId) {
    if matches_media(REPORT_STANDS_BESIDE) {
        bring_into_sight(&phrase_selector(fact), ScrollLogicalPosition::Nearest);
    }
}

/// Goes to the words of `fact` and puts the focus there.
pub(super) fn show_evidence(fact: FactId) {
    let selector = phrase_selector(fact);
    bring_into_sight(&selector, ScrollLogicalPosition::Center);
    focus(&selector);
}

/// Brings the fact itself into sight.
pub(super) fn show_fact(fact: FactId) {
    let selector = format!(".facts [data-fact={fact}], .incident [data-fact={fact}]");
    bring_into_sight(&selector, ScrollLogicalPosition::Nearest);
}

/// Puts the cursor into the text field once it is on the page.
pub(super) fn focus_text() {
    gloo::timers::callback::Timeout::new(0, || focus("[data-testid=report-text]")).forget();
}

/// Puts the cursor into the first field of the fact that is being corrected, once it is drawn.
pub(super) fn focus_correction() {
    gloo::timers::callback::Timeout::new(0, || focus("[data-testid=correction] input")).forget();
}

fn phrase_selector(fact: FactId) -> String {
    format!("[data-testid=report-view] [data-facts~={fact}]")
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

fn focus(selector: &str) {
    let element = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // A phrase that cannot take the focus is merely not focused.
        let _ = element.focus();
    }
}

fn bring_into_sight(selector: &str, place: ScrollLogicalPosition) {
    let Some(element) = find(selector) else { return };
    let moves = !matches_media("(prefers-reduced-motion: reduce)");
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    options.set_behavior(if moves { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn matches_media(query: &str) -> bool {
    let media = window().and_then(|window| window.match_media(query).ok().flatten());
    media.is_some_and(|media| media.matches())
}
