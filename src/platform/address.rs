//! The page's address: shown as the view changes, and listened to on the way back.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;

use crate::state::Action;

use super::{Dispatch, now_ms, window};

/// Browsers refuse more than about a hundred changes of the address in half a minute, and a slider that is dragged
/// makes more: what follows sooner than this waits.
const PAUSE_MS: u32 = 400;

/// The change that waits, and when the last one was made, in milliseconds since the beginning of 1970.
#[derive(Default)]
struct Changes {
    waiting: Option<(Timeout, String)>,
    last_ms: f64,
}

thread_local! {
    static CHANGES: RefCell<Changes> = RefCell::default();
}

/// Shows `words` as the fragment of the address; `is_step` makes it one that the reader can go back from.
///
/// Some frames refuse it. Then the address stays as it is, and nothing else changes.
pub(super) fn show(words: &str, is_step: bool) {
    let waited = CHANGES.with_borrow_mut(|changes| changes.waiting.take());
    if let Some((_, before)) = waited.filter(|_| is_step) {
        write(&before, false);
    }
    let pause = CHANGES.with_borrow(|changes| changes.last_ms) + f64::from(PAUSE_MS) - now_ms();
    if is_step || pause <= 0.0 {
        return write(words, is_step);
    }
    let late = words.to_owned();
    let waiting = Timeout::new(PAUSE_MS, move || {
        let waited = CHANGES.with_borrow_mut(|changes| changes.waiting.take());
        write(&late, false);
        drop(waited);
    });
    CHANGES.with_borrow_mut(|changes| changes.waiting = Some((waiting, words.to_owned())));
}

fn write(words: &str, is_step: bool) {
    let Some(window) = window() else { return };
    if fragment().is_some_and(|shown| shown == words) {
        return;
    }
    let Ok(history) = window.history() else { return };
    CHANGES.with_borrow_mut(|changes| changes.last_ms = now_ms());
    let address = if words.is_empty() { ".".to_owned() } else { ["#", words].concat() };
    let _ = if is_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
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
    // What waits belongs to where the reader was.
    CHANGES.with_borrow_mut(|changes| changes.waiting = None);
    if let Some(words) = fragment() {
        dispatch(Action::AddressVisited(words));
    }
}

fn fragment() -> Option<String> {
    let fragment = window()?.location().hash().ok()?;
    Some(fragment.trim_start_matches('#').to_owned())
}
