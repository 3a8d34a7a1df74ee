//! Words of a report, the marked ones among them.

use yew::prelude::*;

use crate::state::{FactId, Piece};

/// Draws `pieces` as text. Nothing of a report ever becomes a link or any other live element.
pub(super) fn pieces_view(pieces: &[Piece], lit: Option<FactId>) -> Html {
    html! { <>{ for pieces.iter().map(|piece| piece_view(piece, lit)) }</> }
}

fn piece_view(piece: &Piece, lit: Option<FactId>) -> Html {
    let Some(first) = piece.facts.first() else { return html! { &piece.text } };
    let names: Vec<String> = piece.facts.iter().map(FactId::to_string).collect();
    let is_lit = lit.is_some_and(|fact| piece.facts.contains(&fact)).then_some("lit");
    if !piece.stands_out {
        return html! { <span class={is_lit} data-facts={names.join(" ")}>{ &piece.text }</span> };
    }
    let kind = match first {
        FactId::Entry(_) => "quiet",
        FactId::Discrepancy(_) => "doubted",
        _ => "",
    };
    html! {
        <mark class={classes!(kind, is_lit)} data-fact={first.to_string()} data-facts={names.join(" ")}
            tabindex="0" role="button">
            { &piece.text }
        </mark>
    }
}
