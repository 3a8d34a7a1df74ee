//! One sentence about the last thing that happened.

use yew::Callback;

use crate::state::{Action, Notice};

use super::element::{Element, element, icon_button, words};
use super::names::Name;

/// The sentence, said aloud by screen readers when it changes.
pub(super) fn notice_bar(notice: Option<&Notice>, dispatch: &Callback<Action>) -> Element {
    let bar = notice.map(|notice| bar(notice, dispatch));
    element("div").class("notices").attr(Name::Role, "status").with_if(bar)
}

fn bar(notice: &Notice, dispatch: &Callback<Action>) -> Element {
    let undo = notice.offers_undo.then(|| {
        let button = words("button", "link", "Undo").attr(Name::DataTestid, "undo");
        button.press(dispatch, Action::ChangeUndone)
    });
    element("p")
        .class("notice")
        .attr(Name::DataTestid, "notice")
        .with(words("span", "", &notice.sentence))
        .with_if(undo)
        .with(icon_button("×", "Dismiss").press(dispatch, Action::NoticeDismissed))
}
