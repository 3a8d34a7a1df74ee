//! The fields of a fact that is being corrected.

use yew::Callback;

use crate::state::{Action, Correctable, Correcting, EntryId, FactPart, SheetFact, correctable};

use super::element::{Element, element, words};
use super::names::Name;
use super::note_form::{form_buttons, text_input, writing_form};
use super::told::Fields;

/// The element that says what is wrong with what was typed.
const PROBLEM_ID: &str = "problem";

/// The fields of `fact`, where it is the one that is being corrected.
pub(super) fn correction_form(
    fact: &SheetFact,
    entry: EntryId,
    correcting: Option<&Correcting>,
    dispatch: &Callback<Action>,
) -> Option<Element> {
    let correcting = correcting.filter(|correcting| correctable(fact.view.id).contains(&correcting.fact))?;
    let mut form = writing_form("correction", entry, corrected, dispatch);
    for part in &fact.parts {
        form = form.with(field(part, correcting));
    }
    let hint = words("p", "soft", "Empty means that it is not told.");
    Some(form.with(hint).with(form_buttons(dispatch)))
}

fn field(part: &FactPart, correcting: &Correcting) -> Element {
    let problem = correcting.problem.filter(|_| correcting.fact == part.fact);
    let input = text_input(part.fact.as_str(), part.fact.label(), &part.words)
        .attr_if(Name::AriaInvalid, problem.map(|_| "true"))
        .attr_if(Name::AriaDescribedby, problem.map(|_| PROBLEM_ID));
    let sentence = problem.map(|sentence| {
        let sentence = words("p", "problem", sentence).attr(Name::Id, PROBLEM_ID);
        sentence.attr(Name::Role, "alert").attr(Name::DataTestid, "problem")
    });
    let name = words("span", "label", part.fact.label()).attr(Name::AriaHidden, "true");
    element("div").class("part").with(name).with(input).with_if(sentence)
}

/// The fields are named after the values they hold.
fn corrected(_: EntryId, fields: Fields) -> Action {
    let named = |(name, words): (String, String)| Some((name.parse::<Correctable>().ok()?, words));
    Action::FactsCorrected(fields.into_iter().filter_map(named).collect())
}

/// What the report says of a fact that was corrected, with the way back to it.
pub(super) fn originals(fact: &SheetFact, dispatch: &Callback<Action>) -> Option<Element> {
    if !fact.is_corrected() {
        return None;
    }
    let mut lines = element("div").class("originals");
    for part in &fact.parts {
        lines = lines.with_if(original(part, dispatch));
    }
    Some(lines)
}

fn original(part: &FactPart, dispatch: &Callback<Action>) -> Option<Element> {
    let original = part.original.as_ref()?;
    let is_end = matches!(part.fact, Correctable::Start | Correctable::End);
    let of = if is_end { [part.fact.label(), ", "].concat() } else { String::new() };
    let said = if original.is_empty() { "not told" } else { original };
    let name = ["Use the report’s ", part.fact.as_str()].concat();
    let withdraw = words("button", "link", "Use the report’s")
        .attr(Name::AriaLabel, &name)
        .attr(Name::DataTestid, &["withdraw-", part.fact.as_str()].concat())
        .press(dispatch, Action::CorrectionWithdrawn(part.fact));
    let said = words("span", "", &[&of, "report: ", said].concat());
    Some(element("p").class("original").with(said).with(withdraw))
}
