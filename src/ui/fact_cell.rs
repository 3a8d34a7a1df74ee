//! One fact, large in the card or small below it.

use yew::prelude::*;

use crate::incident::Certainty;
use crate::state::{FactId, FactView};

/// A headline fact. It is lit while it, or words that stand for it, are pointed at.
pub(super) fn fact_cell(fact: &FactView, lit: bool, chosen: bool) -> Html {
    let testid = ["fact-", &fact.id.to_string()].concat();
    html! {
        <button class={classes!("fact", states(fact, lit, chosen))} data-fact={fact.id.to_string()} data-testid={testid}
            data-value={fact.value.clone()} data-certainty={fact.certainty.map(Certainty::as_str)}
            aria-pressed={chosen.to_string()} aria-describedby={doubt_ids(fact)}>
            <span class="label">{ fact.name }{ doubt_flag(fact) }</span>
            { headline(fact) }
            if !fact.detail.is_empty() {
                <span class="detail">{ &fact.detail }</span>
            }
            <span class={classes!("caption", certainty_class(fact))}>{ &fact.caption }</span>
        </button>
    }
}

fn headline(fact: &FactView) -> Html {
    match &fact.headline {
        None => html! { <strong class="missing">{ "–" }</strong> },
        Some(words) => {
            let size = match words.chars().count() {
                0..=6 => "short",
                7..=12 => "medium",
                _ => "long",
            };
            html! { <strong class={size}>{ words }</strong> }
        }
    }
}

/// A further fact.
pub(super) fn fact_chip(fact: &FactView, lit: bool, chosen: bool) -> Html {
    let tooltip = fact.caption.clone();
    html! {
        <button class={classes!("chip", states(fact, lit, chosen))} data-fact={fact.id.to_string()} title={tooltip}
            data-value={fact.value.clone()} aria-pressed={chosen.to_string()}
            aria-describedby={doubt_ids(fact)}>
            <span class="label">{ fact.name }{ doubt_flag(fact) }</span>
            <b>{ fact.headline.as_deref().unwrap_or("–") }</b>
            if matches!(fact.id, FactId::OtherImpact(_)) {
                <span class="detail">{ &fact.detail }</span>
            }
            <span class={classes!("caption", certainty_class(fact))}>
                { fact.certainty.map(certainty_word) }
            </span>
        </button>
    }
}

fn states(fact: &FactView, lit: bool, chosen: bool) -> Classes {
    let doubted = !fact.doubts.is_empty();
    classes!(lit.then_some("lit"), chosen.then_some("chosen"), doubted.then_some("doubted"))
}

/// Says that the sentence below is about this fact.
fn doubt_flag(fact: &FactView) -> Html {
    match fact.doubts.len() {
        0 => Html::default(),
        _ => html! { <span class="flag">{ "doubt" }</span> },
    }
}

fn doubt_ids(fact: &FactView) -> Option<String> {
    let ids: Vec<String> = fact.doubts.iter().map(|place| format!("doubt-{place}")).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn certainty_word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "stated",
        Certainty::Derived => "worked out",
        Certainty::Assumed => "assumed",
    }
}

/// Certainty has a shape beside its words, so that it shows at a glance and without color.
fn certainty_class(fact: &FactView) -> &'static str {
    match fact.certainty {
        Some(Certainty::Stated) => "stated",
        Some(Certainty::Derived) => "derived",
        Some(Certainty::Assumed) => "assumed",
        None => "absent",
    }
}
