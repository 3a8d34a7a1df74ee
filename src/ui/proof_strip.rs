//! The words and the rule behind the chosen fact.

use yew::prelude::*;

use crate::state::{Action, FactId, Proof};

/// The words behind `fact`, which was chosen.
pub(super) fn proof_strip(fact: FactId, proof: &Proof, dispatch: &Callback<Action>) -> Html {
    let show = dispatch.reform(move |_: MouseEvent| Action::WordsRequested(fact));
    html! {
        <p class="proof" data-testid="proof">
            if proof.quotes.is_empty() {
                <span>{ "The text has no words for it." }</span>
            } else {
                <span>{ "Read from " }</span>
                { for proof.quotes.iter().map(|quote| html! { <q>{ quote }</q> }) }
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
