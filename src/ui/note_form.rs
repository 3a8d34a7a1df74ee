//! Fields that open in place: of a fact, of a name, of tags.

use yew::Callback;

use crate::state::{Action, EntryId};

use super::element::{Element, element, icon_button, words};
use super::names::Name;
use super::told::{Fields, Told};

/// A button that opens a field, seen once it can be of use: see `static/library.css`.
pub(super) fn pencil(name: &str, testid: &str, action: Action, dispatch: &Callback<Action>) -> Element {
    icon_button("", name)
        .class("pencil")
        .attr(Name::Title, name)
        .attr(Name::DataTestid, testid)
        .press(dispatch, action)
        .with(pencil_icon())
}

fn pencil_icon() -> Element {
    let drawing = element("path").attr(Name::D, "M2.5 13.5l.9-3.4 7.7-7.7 2.5 2.5-7.7 7.7z");
    element("svg")
        .attr(Name::ViewBox, "0 0 16 16")
        .attr(Name::Width, "14")
        .attr(Name::Height, "14")
        .attr(Name::AriaHidden, "true")
        .with(
            drawing
                .attr(Name::Fill, "none")
                .attr(Name::Stroke, "currentColor")
                .attr(Name::StrokeWidth, "1.4"),
        )
}

/// A form whose fields are sent by Return and left by Escape.
pub(super) fn writing_form(
    testid: &str,
    entry: EntryId,
    sent: fn(EntryId, Fields) -> Action,
    dispatch: &Callback<Action>,
) -> Element {
    element("form")
        .class("writing")
        .attr(Name::DataTestid, testid)
        .on(dispatch, Told::Sent(sent, entry))
        .on(dispatch, Told::Left(Action::FieldGivenUp))
}

/// A text field that holds `value` until the reader writes in it.
pub(super) fn text_input(name: &str, label: &str, value: &str) -> Element {
    element("input")
        .class("field")
        .attr(Name::Type, "text")
        .attr(Name::Called, name)
        .attr(Name::AriaLabel, label)
        .attr(Name::Value, value)
        .attr(Name::Maxlength, "500")
        .attr(Name::Spellcheck, "false")
        .attr(Name::Autocomplete, "off")
}

/// The buttons below the fields.
pub(super) fn form_buttons(dispatch: &Callback<Action>) -> Element {
    let save = words("button", "button", "Save").attr(Name::Type, "submit").attr(Name::DataTestid, "save");
    let cancel = words("button", "link quiet", "Cancel").attr(Name::Type, "button");
    element("div").class("row").with(save).with(cancel.press(dispatch, Action::FieldGivenUp))
}
