//! Two groups against each other, in sentences, and which two.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};
use yew::Callback;

use crate::metrics::{Groups, TooFew};
use crate::platform::element_by_id;
use crate::state::{Action, ComparedGroups, Setting};
use crate::ui::element::{Element, element, words};
use crate::ui::names::Name;

use super::choices::{Choice, select};

/// The finding, how sure it is, and the choice of the two groups.
pub(super) fn groups_view(found: &ComparedGroups, dispatch: &Callback<Action>) -> Element {
    let section = element("div").class("beside").attr(Name::DataTestid, "group-difference");
    let Some(pair) = found.pair else {
        let notes = found.groups.notes().join(" · ");
        let sentence = match found.groups.groups.as_slice() {
            [] => "No incident belongs to a group.".to_owned(),
            [only, ..] => [
                "All that belong to a group belong to “",
                &only.label,
                "”, so there is nothing to compare it with.",
            ]
            .concat(),
        };
        return section.with(words("p", "", &sentence)).with(words("p", "soft", &notes));
    };
    section.with(pair_choice(&found.groups, pair, dispatch)).with(sentences(found))
}

fn pair_choice(groups: &Groups, pair: [usize; 2], dispatch: &Callback<Action>) -> Element {
    let mut fields = element("div").class("settings pair");
    for (side, name) in [(0, "First group"), (1, "Second group")] {
        let id = ["pair-a", "pair-b"][side];
        let choices: Vec<Choice> = (groups.groups.iter().enumerate())
            .map(|(place, group)| (group.label.as_str(), group.label.as_str(), pair[side] == place))
            .collect();
        fields = fields.with(select(name, id, &choices, pair_chosen, dispatch));
    }
    fields
}

/// Both lists are read, as a choice is one of two.
fn pair_chosen(_: Event) -> Action {
    let value = |id| {
        let select = element_by_id(id).and_then(|field| field.dyn_into::<HtmlSelectElement>().ok());
        select.map(|select| select.value()).unwrap_or_default().into()
    };
    Action::SettingChosen(Setting::Pair([value("pair-a"), value("pair-b")]))
}

fn sentences(found: &ComparedGroups) -> Element {
    let sentences = match &found.difference {
        Some(Ok(difference)) => vec![difference.finding(), difference.figures(), difference.reach()],
        Some(Err(too_few)) => vec![TooFew::sentence(too_few)],
        None => Vec::new(),
    };
    let mut paragraphs = element("div").class("sentences");
    for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
        paragraphs = paragraphs.with(words("p", "", sentence));
    }
    paragraphs
}
