//! What is shared, how long its link is, and the ways to copy it.

use yew::Callback;

use crate::state::{Action, Copied, Share, length_words};
use crate::wire::Detail;

use super::element::{Element, element, group, words};
use super::names::Name;

/// Each amount of detail with its name and what it leaves out.
const DETAILS: [(Detail, &str, &str); 3] = [
    (Detail::Whole, "All facts and the timeline", "with the report's own words in the timeline"),
    (Detail::Facts, "Facts only", "title, service and figures, without the timeline"),
    (Detail::Figures, "Figures only", "no title, no service, no words of the report"),
];

/// The dialog's content.
pub(super) fn share_dialog(share: &Share, dispatch: &Callback<Action>) -> Element {
    let mut choices =
        element("div").class("details").attr(Name::Role, "group").attr(Name::AriaLabel, "What is shared");
    for (detail, name, meaning) in DETAILS {
        let is_chosen = share.detail == detail;
        let choice = element("button")
            .class("choice")
            .attr(Name::AriaPressed, if is_chosen { "true" } else { "false" })
            .press(dispatch, Action::ShareDetailChosen(detail))
            .with(words("b", "", name))
            .with(words("small", "", meaning));
        choices = choices.with(choice);
    }
    let link = share.link.as_deref();
    let field = element("input")
        .attr(Name::Type, "text")
        .attr(Name::Readonly, "readonly")
        .attr(Name::AriaLabel, "Link")
        .attr(Name::DataTestid, "share-link")
        .attr(Name::Value, link.unwrap_or("…"));
    let length = link.map(length_words).unwrap_or_default();
    let buttons = element("div")
        .class("ways")
        .with(copy("Copy link", Copied::Link, dispatch))
        .with(copy("Copy as Markdown", Copied::Markdown, dispatch))
        .with(copy("Copy as Mermaid chart", Copied::Mermaid, dispatch));
    let promise = "The figures stand in the link itself, behind the #: no server sees them, and whoever has the link can \
                   read them. The text of the report is not in it.";
    group()
        .with(words("p", "", promise))
        .with(choices)
        .with(field)
        .with(words("p", "soft", &length).attr(Name::Role, "status"))
        .with(buttons)
}

fn copy(name: &str, what: Copied, dispatch: &Callback<Action>) -> Element {
    words("button", "button", name).press(dispatch, Action::CopyRequested(what))
}
