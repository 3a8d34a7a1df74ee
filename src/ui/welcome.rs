//! What stands in the middle before there is a report.

use yew::Callback;

use crate::state::Action;

use super::element::{Element, element, words};
use super::samples_menu::samples_menu;

/// What the page does, and the samples to try it with. A list that is not empty needs fewer words.
pub(super) fn welcome(is_first: bool, dispatch: &Callback<Action>) -> Element {
    let page = element("div").class("welcome");
    let page = if is_first {
        page.with(words("h1", "", "How long, how bad, what happened when"))
            .with(words(
                "p",
                "lead",
                "Paste an outage report. Its duration, impact, window and timeline appear at once, each with \
                 the words it was read from, and with a doubt wherever the report disagrees with itself.",
            ))
            .with(words(
                "p",
                "lead",
                "Two reports or more become a comparison. Everything happens in this page.",
            ))
    } else {
        page.with(words("h1", "", "A new report")).with(words(
            "p",
            "lead",
            "Paste or write it in the field, or open a sample.",
        ))
    };
    page.with(words("h2", "", "Samples")).with(samples_menu(dispatch))
}
