//! The four headline facts, and the others below them.

use yew::Callback;

use crate::state::{Action, Correcting, EntryId, FactId, FactSheet, SheetFact};

use super::correction_form::{correction_form, originals};
use super::element::{Element, element, group, words};
use super::fact_cell::{fact_cell, fact_chip};
use super::names::Name;
use super::note_form::pencil;

/// What the reader points at, chose, and corrects.
#[derive(Clone, Copy)]
pub(super) struct Attention<'a> {
    pub entry: EntryId,
    pub lit: Option<FactId>,
    pub chosen: Option<FactId>,
    pub correcting: Option<&'a Correcting>,
}

/// The facts of one incident.
pub(super) fn facts_card(sheet: &FactSheet, at: Attention, dispatch: &Callback<Action>) -> Element {
    let mut card =
        element("div").class("card").attr(Name::Role, "group").attr(Name::AriaLabel, "Headline facts");
    for fact in &sheet.headline {
        let is = |id: Option<FactId>| id == Some(fact.view.id);
        let shown = fact_cell(&fact.view, is(at.lit), is(at.chosen));
        card = card.with(cell("div", fact, shown, at, dispatch));
    }
    let mut chips = element("ul").class("chips").attr(Name::AriaLabel, "Further facts");
    for fact in &sheet.further {
        let is = |id: Option<FactId>| id == Some(fact.view.id);
        chips = chips.with(cell(
            "li",
            fact,
            fact_chip(&fact.view, is(at.lit), is(at.chosen), fact.is_corrected()),
            at,
            dispatch,
        ));
    }
    for fact in &sheet.absent {
        chips = chips.with(cell("li", fact, add_button(fact, dispatch), at, dispatch));
    }
    group().with(card).with(chips)
}

/// A fact with its pencil and, while it is corrected, its fields.
fn cell(
    tag: &'static str,
    fact: &SheetFact,
    shown: Element,
    at: Attention,
    dispatch: &Callback<Action>,
) -> Element {
    let form = correction_form(&fact.parts, at.entry, at.correcting, dispatch);
    let can_be_corrected = form.is_none() && shown_fact(fact);
    let first = fact.parts.first().filter(|_| can_be_corrected);
    let pencil = first.map(|part| {
        let name = ["Correct ", fact.view.name].concat();
        pencil(&name, &correct_id(fact), Action::CorrectionBegun(part.fact), dispatch)
    });
    element(tag)
        .key(fact.view.id.to_string())
        .class("cell")
        .class_if(form.is_some(), "open")
        .with(shown)
        .with_if(pencil)
        .with_if(originals(&fact.parts, dispatch))
        .with_if(form)
}

/// Whether the fact is shown, as known or as taken out; one that nobody told only has a button to add it.
fn shown_fact(fact: &SheetFact) -> bool {
    let is_further = matches!(
        fact.view.id,
        FactId::Severity | FactId::Service | FactId::Zone | FactId::Acknowledged | FactId::Mitigated
    );
    !is_further || fact.view.headline.is_some() || fact.is_corrected()
}

fn add_button(fact: &SheetFact, dispatch: &Callback<Action>) -> Element {
    let button = words("button", "add", &["+ ", fact.view.name].concat());
    let button = button.attr(Name::AriaLabel, &["Add ", fact.view.name].concat());
    let button = button.attr(Name::DataTestid, &correct_id(fact));
    match fact.parts.first() {
        Some(part) => button.press(dispatch, Action::CorrectionBegun(part.fact)),
        None => button,
    }
}

/// `platform/focus.rs` finds it by the same name.
fn correct_id(fact: &SheetFact) -> String {
    ["correct-", &fact.view.id.to_string()].concat()
}
