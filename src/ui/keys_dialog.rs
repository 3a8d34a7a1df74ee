//! The list of keys.

use yew::prelude::*;

use crate::state::{Action, KEYS};

use super::dialog::Dialog;

/// What the dialog needs.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub dispatch: Callback<Action>,
}

/// Every key and what it does.
#[component]
pub(super) fn KeysDialog(props: &Props) -> Html {
    let row = |(key, meaning): &(&'static str, &'static str)| {
        html! { <tr><th scope="row"><kbd>{ *key }</kbd></th><td>{ *meaning }</td></tr> }
    };
    html! {
        <Dialog title="Keys" testid="keys-dialog" dispatch={props.dispatch.clone()}>
            <table class="keys"><tbody>{ for KEYS.iter().map(row) }</tbody></table>
            <p class="soft">{ "Tab goes through everything; Enter chooses a fact or a marked phrase." }</p>
        </Dialog>
    }
}
