//! The requests that the library makes of its database.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, IdbDatabase, IdbRequest, IdbTransaction, IdbTransactionMode};

/// The store of records, by their numbers.
pub(super) const REPORTS: &str = "reports";
/// The store of what stands in records once more ([`super::buckets`]), by the numbers of buckets.
pub(super) const BUCKETS: &str = "buckets";
/// The store of texts, under the numbers of their reports.
pub(super) const TEXTS: &str = "texts";

/// Calls `done` once: with `true` when `good` happens to `target`, with `false` when `bad` does. One of them must.
pub(super) fn settled(target: &EventTarget, good: &str, bad: &str, done: impl FnOnce(bool) + 'static) {
    settled_dyn(target, good, bad, Box::new(done));
}

/// Every further kind of closure would bring its own glue into the page.
fn settled_dyn(target: &EventTarget, good: &str, bad: &str, done: Box<dyn FnOnce(bool)>) {
    let wanted = good.to_owned();
    // It frees itself with its only call.
    let function = Closure::once_into_js(move |event: Event| done(event.type_() == wanted));
    for name in [good, bad] {
        // OK because a new listener of a function is never refused.
        let _ = target.add_event_listener_with_callback(name, function.unchecked_ref());
    }
}

/// A transaction that changes these stores.
pub(super) fn to_change(database: &IdbDatabase, stores: &[&str]) -> Result<IdbTransaction, JsValue> {
    let stores: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    database.transaction_with_str_sequence_and_mode(&stores, IdbTransactionMode::Readwrite)
}

pub(super) fn text(database: &IdbDatabase, id: f64) -> Result<IdbRequest, JsValue> {
    database.transaction_with_str(TEXTS)?.object_store(TEXTS)?.get(&id.into())
}

/// Asks `store` for what stands under `ids`. The requests are settled when the transaction is.
pub(super) fn several(
    database: &IdbDatabase,
    store: &str,
    ids: &[f64],
) -> Result<(IdbTransaction, Vec<IdbRequest>), JsValue> {
    let transaction = database.transaction_with_str(store)?;
    let from = transaction.object_store(store)?;
    let requests = ids.iter().map(|id| from.get(&(*id).into())).collect::<Result<_, _>>()?;
    Ok((transaction, requests))
}

/// The items of what should be a list.
pub(super) fn list(value: JsValue) -> Array {
    value.dyn_into().unwrap_or_default()
}

/// Why a transaction was aborted, where the browser says so.
pub(super) fn reason(transaction: &IdbTransaction) -> JsValue {
    transaction.error().map(JsValue::from).unwrap_or_default()
}
