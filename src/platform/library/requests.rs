//! The requests that the library makes of its database.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, EventTarget, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::file;
use super::waiting::Change;
use crate::text::ByNumber;
use crate::wire::library::{BUCKETS as BUCKET_COUNT, bucket_of, changed_bucket};

/// The store of buckets, under their numbers ([`bucket_of`]).
pub(super) const BUCKETS: &str = "buckets";
/// The store of texts, under the numbers of their reports.
pub(super) const TEXTS: &str = "texts";

/// In how many parts the buckets are asked for.
const PARTS: u32 = 8;

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

/// Asks for all buckets, an eighth of them at a time. What came is read while the browser fetches the next ones.
pub(super) fn buckets(database: &IdbDatabase) -> Result<(IdbTransaction, Vec<IdbRequest>), JsValue> {
    let transaction = database.transaction_with_str(BUCKETS)?;
    let from = transaction.object_store(BUCKETS)?;
    let part = f64::from(BUCKET_COUNT / PARTS);
    let ask = |place| {
        let start = f64::from(place) * part;
        let (start, end) = (JsValue::from_f64(start), JsValue::from_f64(start + part));
        let keys = IdbKeyRange::bound_with_lower_open_and_upper_open(&start, &end, false, true)?;
        from.get_all_with_key(&keys)
    };
    let requests = (0..PARTS).map(ask).collect::<Result<_, _>>()?;
    Ok((transaction, requests))
}

pub(super) fn text(database: &IdbDatabase, id: f64) -> Result<IdbRequest, JsValue> {
    database.transaction_with_str(TEXTS)?.object_store(TEXTS)?.get(&id.into())
}

/// Asks `store` for what stands under `keys`. The requests are settled when the transaction is.
pub(super) fn several(
    database: &IdbDatabase,
    store: &str,
    keys: &[f64],
) -> Result<(IdbTransaction, Vec<IdbRequest>), JsValue> {
    let transaction = database.transaction_with_str(store)?;
    let from = transaction.object_store(store)?;
    let requests = keys.iter().map(|key| from.get(&(*key).into())).collect::<Result<_, _>>()?;
    Ok((transaction, requests))
}

/// A batch of changes that is being written, all of it or nothing.
pub(super) struct Writing {
    pub transaction: IdbTransaction,
    /// What the browser threw, where it threw something after all requests had been made.
    thrown: RefCell<JsValue>,
}

/// What becomes of the records of one bucket, by the bits of their reports' numbers.
type Records = ByNumber<Option<String>>;

/// Writes all of `batch` in one transaction.
pub(super) fn write(database: &IdbDatabase, batch: &[(f64, Change)]) -> Result<Rc<Writing>, JsValue> {
    let stores = Array::of2(&BUCKETS.into(), &TEXTS.into());
    let transaction =
        database.transaction_with_str_sequence_and_mode(&stores, IdbTransactionMode::Readwrite)?;
    let writing = Rc::new(Writing { transaction, thrown: RefCell::default() });
    writing.fill(batch).inspect_err(|_| writing.abort())?;
    Ok(writing)
}

impl Writing {
    /// Why it was not written.
    pub fn reason(&self) -> JsValue {
        let of_browser = self.transaction.error().map(JsValue::from);
        of_browser.unwrap_or_else(|| self.thrown.take())
    }

    /// Part of it must not be written.
    fn abort(&self) {
        let _ = self.transaction.abort();
    }

    fn fill(self: &Rc<Self>, batch: &[(f64, Change)]) -> Result<(), JsValue> {
        let texts = self.transaction.object_store(TEXTS)?;
        let mut buckets: ByNumber<Records> = ByNumber::default();
        for (id, change) in batch {
            let key = JsValue::from_f64(*id);
            if change.erases {
                texts.delete(&key)?;
            }
            if let Some(text) = &change.text {
                texts.put_with_key(&JsValue::from_str(text), &key)?;
            }
            if change.erases || change.report.is_some() {
                let record = change.report.as_ref().map(file::record).transpose()?;
                buckets.entry(bucket_of(*id).into()).insert(id.to_bits(), record);
            }
        }
        let store = self.transaction.object_store(BUCKETS)?;
        let change = |(number, records)| Rc::clone(self).change_bucket(store.clone(), number, records);
        buckets.into_list().into_iter().try_for_each(change)
    }

    /// Reads a bucket and writes it anew. No other page comes between, because both are of one transaction.
    fn change_bucket(
        self: Rc<Self>,
        store: IdbObjectStore,
        number: u64,
        records: Records,
    ) -> Result<(), JsValue> {
        // OK because there are few buckets.
        #[expect(clippy::cast_precision_loss)]
        let key = JsValue::from_f64(number as f64);
        let request = store.get(&key)?;
        settled(&request.clone(), "success", "error", move |is_good| {
            // An error of the request aborts the transaction without our doing.
            if is_good {
                let before = request.result().unwrap_or_default().as_string().unwrap_or_default();
                if let Err(thrown) =
                    put_bucket(&store, &key, &changed_bucket(&before, &records, file::number))
                {
                    self.thrown.replace(thrown);
                    self.abort();
                }
            }
        });
        Ok(())
    }
}

/// An empty bucket is none, so that erasing the only report of one needs no room.
pub(super) fn put_bucket(store: &IdbObjectStore, key: &JsValue, lines: &str) -> Result<IdbRequest, JsValue> {
    if lines.is_empty() { store.delete(key) } else { store.put_with_key(&JsValue::from_str(lines), key) }
}

/// The items of what should be a list.
pub(super) fn list(value: JsValue) -> Array {
    value.dyn_into().unwrap_or_default()
}
