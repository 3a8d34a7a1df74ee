//! Where the report contradicts itself, in plain sentences.

use yew::prelude::*;

use crate::incident::Discrepancy;
use crate::state::{FactId, MOST_DISCREPANCIES, touched_fact};

/// One sentence for each contradiction; the longest lists are cut.
pub(super) fn discrepancies_view(all: &[Discrepancy], lit: Option<FactId>) -> Html {
    let left_out = all.len().saturating_sub(MOST_DISCREPANCIES);
    let shown = all.iter().take(MOST_DISCREPANCIES).enumerate();
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <ul class="doubts" aria-label="Contradictions in the report">
                { for shown.map(|(place, it)| sentence(place, it, lit)) }
            </ul>
            if left_out > 0 {
                <p class="soft">{ format!("{} more contradictions were found.", left_out) }</p>
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
