//! The words and the rule behind the chosen fact.

use yew::prelude::*;

use crate::state::{Action, FactId, Proof};

/// What the strip shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub chosen: Option<(FactId, Proof)>,
    pub dispatch: Callback<Action>,
}

/// The words behind the chosen fact; nothing where none is chosen.
#[component]
pub(super) fn ProofStrip(props: &Props) -> Html {
    let Some((fact, proof)) = &props.chosen else { return Html::default() };
    let fact = *fact;
    let show = props.dispatch.reform(move |_: MouseEvent| Action::WordsRequested(fact));
    html! {
        <p class="proof" data-testid="proof">
            if proof.quotes.is_empty() {
                <span>{ "The text has no words for it." }</span>
            } else {
                <span>{ "Read from " }</span>
                { for proof.quotes.iter().map(|quote| html! { <q>{ quote.trim_matches(['“', '”']) }</q> }) }
            }
            if let Some(rule) = &proof.rule {
                <span class="rule">{ "rule " }<code>{ rule }</code></span>
            }
            if !proof.quotes.is_empty() {
                <button class="link narrow-only" onclick={show}>{ "Show in the report" }</button>
            }
        </p>
    }
}
