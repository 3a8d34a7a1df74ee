//! The list of keys.

use yew::prelude::*;

use crate::state::{Action, KEYS};

use super::dialog::Dialog;

/// Every key and what it does.
pub(super) fn keys_dialog(dispatch: &Callback<Action>) -> Html {
    let row = |(key, meaning): &(&'static str, &'static str)| {
        html! { <tr><th scope="row"><kbd>{ *key }</kbd></th><td>{ *meaning }</td></tr> }
    };
    html! {
        <Dialog title="Keys" testid="keys-dialog" dispatch={dispatch.clone()}>
            <table class="keys"><tbody>{ for KEYS.iter().map(row) }</tbody></table>
            <p class="soft">{ "Tab goes through everything; Enter chooses a fact or a marked phrase." }</p>
        </Dialog>
    }
}
