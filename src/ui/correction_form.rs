//! The fields of a fact that is being corrected.

use yew::Callback;

use crate::incident::Phase;
use crate::state::{Action, Correctable, Correcting, EntryId, EntryPart, FactPart, REMOVED};

use super::element::{Element, element, words};
use super::names::Name;
use super::note_form::{form_buttons, text_input, writing_form};
use super::told::Fields;

/// The element that says what is wrong with what was typed.
const PROBLEM_ID: &str = "problem";

/// The fields of the fact that has these `parts`, where it is the one that is being corrected.
pub(super) fn correction_form(
    parts: &[FactPart],
    entry: EntryId,
    correcting: Option<&Correcting>,
    dispatch: &Callback<Action>,
) -> Option<Element> {
    let correcting = correcting.filter(|it| parts.iter().any(|part| part.fact == it.fact))?;
    let mut form = writing_form("correction", entry, corrected, dispatch);
    for part in parts {
        form = form.with(match part.fact {
            Correctable::Entry(_, EntryPart::Phase) => phase_field(part),
            Correctable::Entry(_, EntryPart::Removed) => remove_button(part, dispatch),
            _ => field(part, correcting),
        });
    }
    let hint = words("p", "soft", "Empty means that it is not told.");
    Some(form.with(hint).with(form_buttons(dispatch)))
}

/// What an entry means, as a menu.
fn phase_field(part: &FactPart) -> Element {
    let mut menu = element("select")
        .class("field")
        .attr(Name::Called, &part.fact.to_string())
        .attr(Name::AriaLabel, part.fact.label());
    for phase in Phase::ALL {
        let name = phase.as_str();
        menu = menu.with(words("option", "", name).attr(Name::Value, name).selected(part.words == name));
    }
    named(part, menu)
}

fn remove_button(part: &FactPart, dispatch: &Callback<Action>) -> Element {
    let removed = Action::FactsCorrected(vec![(part.fact, REMOVED.to_owned())]);
    words("button", "link", "Remove this entry")
        .attr(Name::Type, "button")
        .attr(Name::DataTestid, "remove-entry")
        .press(dispatch, removed)
}

fn named(part: &FactPart, field: Element) -> Element {
    let name = words("span", "label", part.fact.label()).attr(Name::AriaHidden, "true");
    element("div").class("part").with(name).with(field)
}

fn field(part: &FactPart, correcting: &Correcting) -> Element {
    let problem = correcting.problem.filter(|_| correcting.fact == part.fact);
    let input = text_input(&part.fact.to_string(), part.fact.label(), &part.words)
        .attr_if(Name::AriaInvalid, problem.map(|_| "true"))
        .attr_if(Name::AriaDescribedby, problem.map(|_| PROBLEM_ID));
    let sentence = problem.map(|sentence| {
        let sentence = words("p", "problem", sentence).attr(Name::Id, PROBLEM_ID);
        sentence.attr(Name::Role, "alert").attr(Name::DataTestid, "problem")
    });
    named(part, input).with_if(sentence)
}

/// The fields are named after the values they hold.
fn corrected(_: EntryId, fields: Fields) -> Action {
    let named = |(name, words): (String, String)| Some((name.parse::<Correctable>().ok()?, words));
    Action::FactsCorrected(fields.into_iter().filter_map(named).collect())
}

/// What the report says of a fact that was corrected, with the way back to it.
pub(super) fn originals(parts: &[FactPart], dispatch: &Callback<Action>) -> Option<Element> {
    if parts.iter().all(|part| part.original.is_none()) {
        return None;
    }
    let mut lines = element("div").class("originals");
    for part in parts {
        lines = lines.with_if(original(part, dispatch));
    }
    Some(lines)
}

fn original(part: &FactPart, dispatch: &Callback<Action>) -> Option<Element> {
    let original = part.original.as_ref()?;
    let is_one_of_several =
        matches!(part.fact, Correctable::Start | Correctable::End | Correctable::Entry(..));
    let of = if is_one_of_several { [part.fact.label(), ", "].concat() } else { String::new() };
    let said = if original.is_empty() { "not told" } else { original };
    let said = match part.fact {
        Correctable::Entry(_, EntryPart::Removed) => "Removed by you".to_owned(),
        _ => [&of, "report: ", said].concat(),
    };
    let name = ["Use the report’s ", &part.fact.label().to_ascii_lowercase()].concat();
    let withdraw = words("button", "link", "Use the report’s")
        .attr(Name::AriaLabel, &name)
        .attr(Name::DataTestid, &["withdraw-", &part.fact.to_string()].concat())
        .press(dispatch, Action::CorrectionWithdrawn(part.fact));
    let said = words("span", "", &said);
    Some(element("p").class("original").with(said).with(withdraw))
}
