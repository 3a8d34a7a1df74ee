//! The four headline facts, and the others below them.

use crate::state::{FactId, FactView};

use super::element::{Element, element, group};
use super::fact_cell::{fact_cell, fact_chip};
use super::names::Name;

/// The facts of one incident.
pub(super) fn facts_card(
    headline: &[FactView],
    further: &[FactView],
    lit: Option<FactId>,
    chosen: Option<FactId>,
) -> Element {
    let mut card =
        element("div").class("card").attr(Name::Role, "group").attr(Name::AriaLabel, "Headline facts");
    for fact in headline {
        card = card.with(fact_cell(fact, lit == Some(fact.id), chosen == Some(fact.id)));
    }
    let mut chips = element("ul").class("chips").attr(Name::AriaLabel, "Further facts");
    for fact in further {
        let chip = fact_chip(fact, lit == Some(fact.id), chosen == Some(fact.id));
        chips = chips.with(element("li").with(chip));
    }
    group().with(card).with_if((!further.is_empty()).then_some(chips))
}
