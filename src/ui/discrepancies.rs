//! Where the report contradicts itself, in plain sentences.

use std::rc::Rc;

use yew::prelude::*;

use crate::incident::Discrepancy;
use crate::state::{FactId, touched_fact};

/// What is listed.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub discrepancies: Rc<[Discrepancy]>,
    /// How many more there are.
    pub left_out: usize,
    pub lit: Option<FactId>,
}

/// One sentence a contradiction.
#[component]
pub(super) fn Discrepancies(props: &Props) -> Html {
    if props.discrepancies.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <ul class="doubts" aria-label="Contradictions in the report">
                { for props.discrepancies.iter().enumerate().map(|(place, it)| sentence(place, it, props.lit)) }
            </ul>
            if props.left_out > 0 {
                <p class="soft">{ format!("{} more contradictions were found.", props.left_out) }</p>
            }
        </>
    }
}

fn sentence(place: usize, discrepancy: &Discrepancy, lit: Option<FactId>) -> Html {
    let id = FactId::Discrepancy(place);
    let is_lit = lit == Some(id) || lit.is_some() && lit == touched_fact(discrepancy.kind);
    html! {
        <li id={format!("doubt-{place}")} data-testid="discrepancy" data-kind={discrepancy.kind.as_str()}>
            <button class={classes!("doubt", is_lit.then_some("lit"))} data-fact={id.to_string()}>
                <b>{ touched_name(discrepancy) }</b>
                { &discrepancy.message }
            </button>
        </li>
    }
}

/// What the contradiction is about.
fn touched_name(discrepancy: &Discrepancy) -> &'static str {
    match touched_fact(discrepancy.kind) {
        Some(FactId::Duration) => "Duration",
        Some(FactId::Impact) => "Impact",
        Some(FactId::Window) => "Window",
        Some(FactId::Zone) => "Zone",
        _ => "Timeline",
    }
}
