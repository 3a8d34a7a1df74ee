//! Words of a report, the marked ones among them.

use crate::state::{FactId, Piece};

use super::element::{Element, element, words};
use super::names::Name;

/// Adds `pieces` to `parent` as text. Nothing of a report ever becomes a link or any other live element.
pub(super) fn with_pieces(mut parent: Element, pieces: &[Piece], lit: Option<FactId>) -> Element {
    for piece in pieces {
        parent = match piece.facts.first() {
            None => parent.text(&piece.text),
            Some(first) => parent.with(marked(piece, *first, lit)),
        };
    }
    parent
}

/// A piece with facts, `first` among them.
fn marked(piece: &Piece, first: FactId, lit: Option<FactId>) -> Element {
    let is_lit = lit.is_some_and(|fact| piece.facts.contains(&fact));
    let names = names(&piece.facts);
    if !piece.stands_out {
        return words("span", "", &piece.text).class_if(is_lit, "lit").attr(Name::DataFacts, &names);
    }
    let kind = match first {
        FactId::Entry(_) => "quiet",
        FactId::Discrepancy(_) => "doubted",
        _ => "",
    };
    element("mark")
        .class(kind)
        .class_if(is_lit, "lit")
        .fact(first)
        .attr(Name::DataFacts, &names)
        .attr(Name::Tabindex, "0")
        .attr(Name::Role, "button")
        .text(&piece.text)
}

fn names(facts: &[FactId]) -> String {
    let mut names = String::new();
    for fact in facts {
        if !names.is_empty() {
            names.push(' ');
        }
        names.push_str(&fact.to_string());
    }
    names
}
