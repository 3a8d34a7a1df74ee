//! The four headline facts, and the others below them.

use yew::prelude::*;

use crate::state::{FactId, FactView};

use super::fact_cell::{fact_cell, fact_chip};

/// The facts of one incident.
pub(super) fn facts_card(
    headline: &[FactView],
    further: &[FactView],
    lit: Option<FactId>,
    chosen: Option<FactId>,
) -> Html {
    let cell = |fact: &FactView| fact_cell(fact, lit == Some(fact.id), chosen == Some(fact.id));
    let chip = |fact: &FactView| {
        html! { <li>{ fact_chip(fact, lit == Some(fact.id), chosen == Some(fact.id)) }</li> }
    };
    html! {
        <>
            <div class="card" role="group" aria-label="Headline facts">{ for headline.iter().map(cell) }</div>
            if !further.is_empty() {
                <ul class="chips" aria-label="Further facts">{ for further.iter().map(chip) }</ul>
            }
        </>
    }
}
