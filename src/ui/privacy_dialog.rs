//! How to check that nothing leaves the page.

use yew::prelude::*;

use crate::state::Action;

use super::dialog::Dialog;

/// Three ways to check.
pub(super) fn privacy_dialog(dispatch: &Callback<Action>) -> Html {
    html! {
        <Dialog title="Nothing leaves this page" testid="privacy-dialog" dispatch={dispatch.clone()}>
            <p>{ "Reports are read by a program that runs in this tab. Do not take our word for it:" }</p>
            <ul>
                <li>
                    <b>{ "Go offline. " }</b>
                    { "Switch the network off and paste a report: everything works as before." }
                </li>
                <li>
                    <b>{ "Watch the network. " }</b>
                    { "Open the developer tools (F12), tab Network, and paste. No request appears." }
                </li>
                <li>
                    <b>{ "Read the policy. " }</b>
                    { "In the page's source the content security policy allows only the page's own files, and once \
                       the page has started it adds " }
                    <code>{ "connect-src 'none'" }</code>
                    { ": from then on the browser itself refuses every connection that a script could open." }
                </li>
            </ul>
            <p>{ "Only the choice of light or dark is remembered. Closing the tab forgets the reports." }</p>
        </Dialog>
    }
}
