//! Fields with their labels: a choice of a list, a date, a number.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::Callback;

use crate::state::Action;
use crate::ui::element::{Element, element, words};
use crate::ui::names::Name;
use crate::ui::told::Told;

/// One entry of a choice: its value, its words, and whether it is chosen.
pub(super) type Choice<'a> = (&'a str, &'a str, bool);

/// A list to choose from. `id` is also the field's test id.
pub(super) fn select(
    label: &str,
    id: &str,
    choices: &[Choice],
    chosen: fn(Event) -> Action,
    dispatch: &Callback<Action>,
) -> Element {
    let mut select = element("select").attr(Name::Id, id).attr(Name::DataTestid, id);
    for &(value, name, is_chosen) in choices {
        let choice = words("option", "", name).attr(Name::Value, value);
        select = select.with(choice.selected(is_chosen));
    }
    labelled(label, select.on(dispatch, Told::Changed(chosen)))
}

/// A field of that type that holds `value`. `id` is also its test id.
pub(super) fn field(
    label: &str,
    id: &str,
    kind: &str,
    value: &str,
    told: Told,
    dispatch: &Callback<Action>,
) -> Element {
    let field = element("input").attr(Name::Id, id).attr(Name::DataTestid, id).attr(Name::Type, kind);
    let field = field.attr(Name::Autocomplete, "off").value(value);
    labelled(label, field.on(dispatch, told))
}

fn labelled(label: &str, field: Element) -> Element {
    element("label").class("labelled").with(words("span", "label", label)).with(field)
}

/// What was chosen in the list, or written into the field, that the event comes from.
// Listeners take their event as their own.
#[expect(clippy::needless_pass_by_value)]
pub(in crate::ui) fn value_of(event: Event) -> String {
    let target = event.target();
    let input = target.as_ref().and_then(|target| target.dyn_ref::<HtmlInputElement>());
    let select = target.as_ref().and_then(|target| target.dyn_ref::<HtmlSelectElement>());
    input.map(HtmlInputElement::value).or_else(|| select.map(HtmlSelectElement::value)).unwrap_or_default()
}
