//! The ways in: paste, drop, pick files, write.

use web_sys::{Event, HtmlInputElement};
use yew::{Callback, TargetCast};

use crate::platform;
use crate::state::Action;

use super::element::{Element, element, words};
use super::names::Name;
use super::told::Told;

/// The ways in. With a report on view an empty text field has to be asked for: then `begins` is set.
pub(super) fn paste_panel(begins: bool, dispatch: &Callback<Action>) -> Element {
    let begin = begins.then(|| {
        let button = words("button", "button", "New").attr(Name::DataTestid, "new-report");
        button.press(dispatch, Action::ReportBegun)
    });
    let choose = words("label", "button", "Choose files").with(file_input(dispatch));
    element("div")
        .class("paste")
        .with(words("p", "", "Paste a report anywhere, or drop files."))
        .with(element("p").class("ways").with(choose).with_if(begin))
}

fn file_input(dispatch: &Callback<Action>) -> Element {
    element("input")
        .class("hidden")
        .attr(Name::Type, "file")
        .attr(Name::Multiple, "multiple")
        .attr(Name::DataTestid, "file-input")
        .attr(Name::Accept, ".md,.markdown,.txt,.text,.log,.html,.htm,.json,.svg,.png,text/*")
        .on(dispatch, Told::Changed(picked))
}

// Listeners take their event as their own.
#[expect(clippy::needless_pass_by_value)]
fn picked(event: Event) -> Action {
    Action::FilesDropped(platform::take_picked_files(&event.target_unchecked_into::<HtmlInputElement>()))
}
