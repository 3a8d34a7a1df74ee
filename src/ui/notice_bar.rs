//! One sentence about the last thing that happened.

use yew::prelude::*;

use crate::state::{Action, Notice};

/// The sentence, said aloud by screen readers when it changes.
pub(super) fn notice_bar(notice: Option<&Notice>, dispatch: &Callback<Action>) -> Html {
    html! { <div class="notices" role="status">{ notice.map(|notice| bar(notice, dispatch)) }</div> }
}

fn bar(notice: &Notice, dispatch: &Callback<Action>) -> Html {
    let undo = dispatch.reform(|_: MouseEvent| Action::RemovalUndone);
    let dismiss = dispatch.reform(|_: MouseEvent| Action::NoticeDismissed);
    html! {
        <p class="notice" data-testid="notice">
            <span>{ &notice.sentence }</span>
            if notice.offers_undo {
                <button class="link" data-testid="undo" onclick={undo}>{ "Undo" }</button>
            }
            <button class="plain icon" aria-label="Dismiss" onclick={dismiss}>{ "×" }</button>
        </p>
    }
}
