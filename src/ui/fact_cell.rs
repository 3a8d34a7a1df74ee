//! One fact, large in the card or small below it.

use crate::incident::Certainty;
use crate::state::{FactId, FactView};

use super::discrepancies::doubt_id;
use super::element::{Element, element, words};
use super::names::Name;

/// A headline fact. It is lit while it, or words that stand for it, are pointed at.
pub(super) fn fact_cell(fact: &FactView, lit: bool, chosen: bool) -> Element {
    button("fact", fact, lit, chosen)
        .attr(Name::DataTestid, &["fact-", &fact.id.to_string()].concat())
        .attr_if(Name::DataCertainty, fact.certainty.map(Certainty::as_str))
        .with(label(fact))
        .with(headline(fact.headline.as_deref()))
        .with_if((!fact.detail.is_empty()).then(|| words("span", "detail", &fact.detail)))
        .with(caption(fact, &fact.caption))
}

fn headline(headline: Option<&str>) -> Element {
    let Some(headline) = headline else { return words("strong", "missing", "–") };
    let size = match headline.chars().count() {
        0..=6 => "short",
        7..=12 => "medium",
        _ => "long",
    };
    words("strong", size, headline)
}

/// A further fact; `is_corrected` says that the user settled it.
pub(super) fn fact_chip(fact: &FactView, lit: bool, chosen: bool, is_corrected: bool) -> Element {
    let sure = if is_corrected { "corrected by you" } else { fact.certainty.map_or("", certainty_word) };
    let has_detail = matches!(fact.id, FactId::OtherImpact(_));
    button("chip", fact, lit, chosen)
        .attr(Name::Title, &fact.caption)
        .with(label(fact))
        .with(words("b", "", fact.headline.as_deref().unwrap_or("–")))
        .with_if(has_detail.then(|| words("span", "detail", &fact.detail)))
        .with(caption(fact, sure))
}

/// What a cell and a chip have in common.
fn button(class: &str, fact: &FactView, lit: bool, chosen: bool) -> Element {
    element("button")
        .class(class)
        .class_if(lit, "lit")
        .class_if(chosen, "chosen")
        .class_if(!fact.doubts.is_empty(), "doubted")
        .fact(fact.id)
        .attr(Name::DataValue, &fact.value)
        .attr(Name::AriaPressed, if chosen { "true" } else { "false" })
        .attr_if(Name::AriaDescribedby, doubt_ids(fact).as_deref())
}

/// The fact's name. The flag says that a sentence below is about this fact.
fn label(fact: &FactView) -> Element {
    let is_doubted = !fact.doubts.is_empty();
    words("span", "label", fact.name).with_if(is_doubted.then(|| words("span", "flag", "doubt")))
}

fn caption(fact: &FactView, text: &str) -> Element {
    words("span", "caption", text).class(certainty_class(fact))
}

fn doubt_ids(fact: &FactView) -> Option<String> {
    let mut ids = String::new();
    for place in &fact.doubts {
        if !ids.is_empty() {
            ids.push(' ');
        }
        ids.push_str(&doubt_id(*place));
    }
    (!ids.is_empty()).then_some(ids)
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
