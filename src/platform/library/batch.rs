//! A batch of changes that is being written, all of it or nothing.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransaction};

use super::requests::{self, BUCKETS, REPORTS, TEXTS, settled, to_change};
use super::waiting::Change;
use super::{buckets, file};
use crate::text::ByNumber;
use crate::wire::library::{bucket_of, changed_bucket};

pub(super) struct Batch {
    pub transaction: IdbTransaction,
    /// What the browser threw, where it threw something after all requests had been made.
    thrown: RefCell<JsValue>,
}

/// What becomes of the lines of one bucket, by the bits of their reports' numbers.
type Lines = ByNumber<Option<String>>;

/// What becomes of the buckets of the reports that change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copies {
    /// They change too.
    Follow,
    /// They go, which takes no room.
    Go,
}

impl Batch {
    /// Writes all of `changes` in one transaction.
    pub fn write(
        database: &IdbDatabase,
        changes: &[(f64, Change)],
        copies: Copies,
    ) -> Result<Rc<Self>, JsValue> {
        let transaction = to_change(database, &[REPORTS, BUCKETS, TEXTS])?;
        let batch = Rc::new(Self { transaction, thrown: RefCell::default() });
        batch.fill(changes, copies).inspect_err(|_| batch.abort())?;
        Ok(batch)
    }

    /// Why it was not written.
    pub fn reason(&self) -> JsValue {
        let of_browser = requests::reason(&self.transaction);
        if of_browser.is_undefined() { self.thrown.take() } else { of_browser }
    }

    /// Part of it must not be written.
    fn abort(&self) {
        let _ = self.transaction.abort();
    }

    fn fill(self: &Rc<Self>, changes: &[(f64, Change)], copies: Copies) -> Result<(), JsValue> {
        let mut lines: ByNumber<Lines> = ByNumber::default();
        for (id, change) in changes {
            let line = self.fill_rows(*id, change)?;
            if change.erases || line.is_some() {
                lines.entry(bucket_of(*id).to_bits()).insert(id.to_bits(), line);
            }
        }
        let buckets = self.transaction.object_store(BUCKETS)?;
        for (number, lines) in lines.into_list() {
            let key = JsValue::from_f64(f64::from_bits(number));
            match copies {
                Copies::Follow => Rc::clone(self).fill_bucket(buckets.clone(), key, lines)?,
                Copies::Go => buckets.delete(&key).map(drop)?,
            }
        }
        Ok(())
    }

    /// Gives the line of the record that is put.
    fn fill_rows(&self, id: f64, change: &Change) -> Result<Option<String>, JsValue> {
        let key = JsValue::from_f64(id);
        let (reports, texts) =
            (self.transaction.object_store(REPORTS)?, self.transaction.object_store(TEXTS)?);
        if change.erases {
            reports.delete(&key)?;
            texts.delete(&key)?;
        }
        if let Some(text) = &change.text {
            texts.put_with_key(&JsValue::from_str(text), &key)?;
        }
        let Some(report) = &change.report else { return Ok(None) };
        let record = file::record(report)?;
        reports.put(&record)?;
        file::json(&record).map(Some)
    }

    /// Reads a bucket and writes it anew. No other page comes between, because both are of one transaction.
    fn fill_bucket(
        self: Rc<Self>,
        buckets: IdbObjectStore,
        key: JsValue,
        lines: Lines,
    ) -> Result<(), JsValue> {
        let request = buckets.get(&key)?;
        settled(&request.clone(), "success", "error", move |is_good| {
            // An error of the request aborts the transaction without our doing.
            if is_good {
                let before = request.result().unwrap_or_default().as_string().unwrap_or_default();
                let after = changed_bucket(&before, &lines, file::number);
                if let Err(thrown) = buckets::put(&buckets, &key, &after) {
                    self.thrown.replace(thrown);
                    self.abort();
                }
            }
        });
        Ok(())
    }
}
