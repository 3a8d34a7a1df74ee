//! The page's address: shown as the view changes, and listened to on the way back.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::Storage;

use crate::state::Action;

use super::{Dispatch, now_ms, window};

/// Browsers refuse more than about a hundred changes of the address in half a minute, and a slider that is dragged
/// makes more. So many may come at once, as the letters of a search do, and one more after each pause: what comes
/// sooner waits.
const AT_ONCE: f64 = 20.0;
const PAUSE_MS: u32 = 400;
/// Where a page that is left leaves what its address had yet to show: what it showed, and what it would have.
const LEFT: &str = "outage-lens-address";

/// The change that waits, and from when on as many changes are free as may come at once, in milliseconds since the
/// beginning of 1970: each change moves it on by a pause.
#[derive(Default)]
struct Changes {
    waiting: Option<(Timeout, String)>,
    all_free_ms: f64,
}

thread_local! {
    static CHANGES: RefCell<Changes> = RefCell::default();
}

/// Shows `words` as the fragment of the address; `is_step` makes it one that the reader can go back from.
///
/// Some frames refuse it. Then the address stays as it is, and nothing else changes.
pub(super) fn show(words: &str, is_step: bool) {
    if is_step {
        drop(write_waiting());
    }
    CHANGES.with_borrow_mut(|changes| changes.waiting = None);
    let used_ms = CHANGES.with_borrow(|changes| changes.all_free_ms) - now_ms();
    if is_step || used_ms <= (AT_ONCE - 1.0) * f64::from(PAUSE_MS) {
        return write(words, is_step);
    }
    let waiting = Timeout::new(PAUSE_MS, move || drop(write_waiting()));
    CHANGES.with_borrow_mut(|changes| changes.waiting = Some((waiting, words.to_owned())));
}

/// Leaves the change that waits for the page that comes next in this tab: while a page is left, browsers no longer
/// take a new address.
fn leave_waiting() {
    let waiting = CHANGES.with_borrow_mut(|changes| changes.waiting.take());
    if let (Some((_, words)), Some(shown), Some(storage)) = (waiting, fragment(), storage()) {
        let _ = storage.set_item(LEFT, &[&shown, "\n", &words].concat());
    }
}

/// The address that the page before this one left for the one that stands in the address bar.
fn left_before() -> Option<String> {
    let storage = storage()?;
    let left = storage.get_item(LEFT).ok()??;
    let _ = storage.remove_item(LEFT);
    let (shown, words) = left.split_once('\n')?;
    (fragment()? == shown).then(|| words.to_owned())
}

/// In a sandboxed frame the mere look at the storage throws.
fn storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

/// Shows the change that waits, where one does. Its timer is given back, because it may be the one that runs.
fn write_waiting() -> Option<Timeout> {
    let (timer, words) = CHANGES.with_borrow_mut(|changes| changes.waiting.take())?;
    write(&words, false);
    Some(timer)
}

fn write(words: &str, is_step: bool) {
    let Some(window) = window() else { return };
    if fragment().is_some_and(|shown| shown == words) {
        return;
    }
    let Ok(history) = window.history() else { return };
    CHANGES.with_borrow_mut(|changes| {
        changes.all_free_ms = changes.all_free_ms.max(now_ms()) + f64::from(PAUSE_MS);
    });
    let address = if words.is_empty() { ".".to_owned() } else { ["#", words].concat() };
    let _ = if is_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}

/// Dispatches the address that the page was opened with, and every one that the reader goes back or on to, for as
/// long as the result is kept. Who leaves or reloads the page takes along what waits.
#[must_use]
pub fn follow_address(dispatch: &Dispatch) -> Option<[EventListener; 2]> {
    if let Some(words) = left_before() {
        write(&words, false);
    }
    visit(dispatch);
    let dispatch = dispatch.clone();
    let window = window()?;
    Some([
        EventListener::new(&window, "popstate", move |_| visit(&dispatch)),
        EventListener::new(&window, "pagehide", |_| leave_waiting()),
    ])
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
