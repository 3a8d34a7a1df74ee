//! The four headline facts, and the others below them.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{FactId, FactView};

use super::fact_cell::{FactCell, FactChip};

/// What the card shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub headline: Rc<[FactView]>,
    pub further: Rc<[FactView]>,
    pub lit: Option<FactId>,
    pub chosen: Option<FactId>,
}

/// The facts of one incident.
#[component]
pub(super) fn FactsCard(props: &Props) -> Html {
    let cell = |fact: &FactView| {
        let lit = props.lit == Some(fact.id);
        let chosen = props.chosen == Some(fact.id);
        html! { <FactCell fact={fact.clone()} {lit} {chosen} /> }
    };
    let chip = |fact: &FactView| {
        let lit = props.lit == Some(fact.id);
        let chosen = props.chosen == Some(fact.id);
        html! { <li><FactChip fact={fact.clone()} {lit} {chosen} /></li> }
    };
    html! {
        <>
            <div class="card" role="group" aria-label="Headline facts">{ for props.headline.iter().map(cell) }</div>
            if !props.further.is_empty() {
                <ul class="chips" aria-label="Further facts">{ for props.further.iter().map(chip) }</ul>
            }
        </>
    }
}
