//! Brings things into sight.

use web_sys::{ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::state::FactId;

use super::focus::{find, focus};
use super::window;

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

fn phrase_selector(fact: FactId) -> String {
    format!("[data-testid=report-view] [data-facts~={fact}]")
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
