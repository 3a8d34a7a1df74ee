//! A dialog over the page, with the browser's own handling of focus and Escape.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::state::Action;

/// What a dialog shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub title: AttrValue,
    pub testid: AttrValue,
    pub dispatch: Callback<Action>,
    pub children: Html,
}

/// A dialog that is open for as long as it is drawn.
#[component]
pub(super) fn Dialog(props: &Props) -> Html {
    let node = use_node_ref();
    use_effect_with(node.clone(), |node| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            // A dialog that cannot be opened as a modal one is opened as a plain one.
            if dialog.show_modal().is_err() {
                dialog.set_open(true);
            }
        }
    });
    let close = props.dispatch.reform(|_: Event| Action::DialogClosed);
    let press = props.dispatch.reform(|_: MouseEvent| Action::DialogClosed);
    html! {
        <dialog ref={node} aria-labelledby="dialog-title" data-testid={props.testid.clone()} onclose={close}>
            <header>
                <h2 id="dialog-title">{ &props.title }</h2>
                <button class="plain icon" aria-label="Close" onclick={press}>{ "×" }</button>
            </header>
            { props.children.clone() }
        </dialog>
    }
}
