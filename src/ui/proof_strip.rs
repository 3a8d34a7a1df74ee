//! The words and the rule behind the chosen fact.

use yew::Callback;

use crate::state::{Action, FactId, Proof};

use super::element::{Element, element, words};
use super::names::Name;

/// The words behind `fact`, which was chosen.
pub(super) fn proof_strip(fact: FactId, proof: &Proof, dispatch: &Callback<Action>) -> Element {
    let has_words = !proof.quotes.is_empty();
    let intro = if has_words { "Read from " } else { "The text has no words for it." };
    let mut strip =
        element("p").class("proof").attr(Name::DataTestid, "proof").with(words("span", "", intro));
    for quote in &proof.quotes {
        strip = strip.with(words("q", "", quote));
    }
    let rule = proof.rule.as_ref().map(|rule| words("span", "rule", "rule ").with(words("code", "", rule)));
    let show = has_words.then(|| {
        let button = words("button", "link narrow-only", "Show in the report");
        button.press(dispatch, Action::WordsRequested(fact))
    });
    strip.with_if(rule).with_if(show)
}
