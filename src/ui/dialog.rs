//! Dialogs over the page, with the browser's own handling of focus and Escape.

use web_sys::HtmlDialogElement;
use yew::{Callback, NodeRef};

use crate::state::{Action, Dialog, Share};

use super::element::{Element, element, group, icon_button, words};
use super::keys_dialog::keys_dialog;
use super::names::Name;
use super::privacy_dialog::privacy_dialog;
use super::share_dialog::share_dialog;
use super::told::Told;

/// A dialog, open once [`open_dialog`] was called with the same `node`.
pub(super) fn dialog_view(
    dialog: Dialog,
    share: Option<&Share>,
    node: &NodeRef,
    dispatch: &Callback<Action>,
) -> Element {
    match dialog {
        Dialog::Keys => frame("Keys", "keys-dialog", keys_dialog(), node, dispatch),
        Dialog::Share => {
            let content = share.map_or_else(group, |share| share_dialog(share, dispatch));
            frame("Share", "share-dialog", content, node, dispatch)
        }
        Dialog::Privacy => {
            frame("Nothing leaves this page", "privacy-dialog", privacy_dialog(), node, dispatch)
        }
    }
}

fn frame(
    title: &str,
    testid: &str,
    content: Element,
    node: &NodeRef,
    dispatch: &Callback<Action>,
) -> Element {
    let header = element("header")
        .with(words("h2", "", title).attr(Name::Id, "dialog-title"))
        .with(icon_button("×", "Close").press(dispatch, Action::DialogClosed));
    element("dialog")
        .node(node)
        .attr(Name::AriaLabelledby, "dialog-title")
        .attr(Name::DataTestid, testid)
        .on(dispatch, Told::Closed(Action::DialogClosed))
        .with(header)
        .with(content)
}

/// Opens the dialog that `node` leads to, where there is one that is not open yet.
pub(super) fn open_dialog(node: &NodeRef) {
    let Some(dialog) = node.cast::<HtmlDialogElement>() else { return };
    // A dialog that cannot be opened as a modal one is opened as a plain one.
    if !dialog.open() && dialog.show_modal().is_err() {
        dialog.set_open(true);
    }
}
