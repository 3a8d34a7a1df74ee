//! The requests that the library makes of its database.

use js_sys::{Array, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, EventTarget, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::waiting::Change;

/// The store of records, by their numbers.
pub(super) const REPORTS: &str = "reports";
/// The store of texts, under the numbers of their reports.
pub(super) const TEXTS: &str = "texts";

/// The field of a record that is its key.
pub(super) const KEY: &str = "id";

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

/// The store of records, to be read.
pub(super) fn records(database: &IdbDatabase) -> Result<IdbObjectStore, JsValue> {
    database.transaction_with_str(REPORTS)?.object_store(REPORTS)
}

/// Asks for at most `count` records in the order of their keys, from the one after `last` on or from the first.
pub(super) fn some_records(
    store: &IdbObjectStore,
    last: Option<&JsValue>,
    count: u32,
) -> Result<IdbRequest, JsValue> {
    let range = match last {
        Some(key) => IdbKeyRange::lower_bound_with_open(key, true)?.into(),
        None => JsValue::UNDEFINED,
    };
    store.get_all_with_key_and_limit(&range, count)
}

/// The key of a record that is stored.
pub(super) fn key_of(record: &JsValue) -> JsValue {
    // OK because nothing is stored that does not have it.
    Reflect::get(record, &KEY.into()).unwrap_or_default()
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

/// Writes all of `batch` in one transaction.
pub(super) fn write(database: &IdbDatabase, batch: &[(f64, Change)]) -> Result<IdbTransaction, JsValue> {
    let stores = Array::of2(&REPORTS.into(), &TEXTS.into());
    let transaction =
        database.transaction_with_str_sequence_and_mode(&stores, IdbTransactionMode::Readwrite)?;
    match fill(&transaction, batch) {
        Ok(()) => Ok(transaction),
        Err(error) => {
            // Part of it must not be written.
            let _ = transaction.abort();
            Err(error)
        }
    }
}

fn fill(transaction: &IdbTransaction, batch: &[(f64, Change)]) -> Result<(), JsValue> {
    let (reports, texts) = (transaction.object_store(REPORTS)?, transaction.object_store(TEXTS)?);
    for (id, change) in batch {
        let key = JsValue::from_f64(*id);
        if change.erases {
            reports.delete(&key)?;
            texts.delete(&key)?;
        }
        if let Some(report) = &change.report {
            reports.put(&report.serialize(&Serializer::json_compatible())?)?;
        }
        if let Some(text) = &change.text {
            texts.put_with_key(&JsValue::from_str(text), &key)?;
        }
    }
    Ok(())
}

/// The items of what should be a list.
pub(super) fn list(value: JsValue) -> Array {
    value.dyn_into().unwrap_or_default()
}
