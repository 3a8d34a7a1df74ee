//! The page's address: shown as the view changes, and listened to on the way back.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use crate::state::Action;

use super::{Dispatch, window};

/// Shows `words` as the fragment of the address; `is_step` makes it one that the reader can go back from.
///
/// Some frames refuse it. Then the address stays as it is, and nothing else changes.
pub(super) fn show(words: &str, is_step: bool) {
    let Some(window) = window() else { return };
    if fragment().is_some_and(|shown| shown == words) {
        return;
    }
    let Ok(history) = window.history() else { return };
    let address = if words.is_empty() { ".".to_owned() } else { ["#", words].concat() };
    let _ = match is_step {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        false => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}

/// Dispatches the address that the page was opened with, and every one that the reader goes back or on to, for as
/// long as the result is kept.
#[must_use]
pub fn follow_address(dispatch: &Dispatch) -> Option<EventListener> {
    visit(dispatch);
    let dispatch = dispatch.clone();
    Some(EventListener::new(&window()?.into(), "popstate", move |_| visit(&dispatch)))
}

fn visit(dispatch: &Dispatch) {
    if let Some(words) = fragment() {
        dispatch(Action::AddressVisited(words));
    }
}

fn fragment() -> Option<String> {
    let fragment = window()?.location().hash().ok()?;
    Some(fragment.trim_start_matches('#').to_owned())
}
