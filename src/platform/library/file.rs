//! Records and the file of a library as JavaScript's values.

use std::cell::RefCell;

use js_sys::{Array, JSON, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use crate::platform::saving::blob;
use crate::wire::library::{KeptReport, LIBRARY_BETWEEN, LIBRARY_HEAD, LIBRARY_TAIL, no_json, read_library};
use crate::wire::stored::{JsonNode, StoredReport, read_report};

/// The report of a record; `None` where it cannot be read.
pub(super) fn read_record(record: JsValue) -> Option<StoredReport> {
    read_report(&Node(record)).ok()
}

/// The reports of a list of records, and how many cannot be read.
pub(super) fn read_records(records: &Array) -> (Vec<StoredReport>, usize) {
    let reports: Vec<StoredReport> = records.iter().filter_map(read_record).collect();
    // OK because a list in a browser is shorter than 2^32 on every machine.
    let damaged = records.length() as usize - reports.len();
    (reports, damaged)
}

/// The reports of an exported library. What JSON can write and text cannot, half of a surrogate pair, becomes U+FFFD,
/// as it does when it is pasted.
///
/// # Errors
///
/// Says in a sentence why the file is none, and which report is at fault.
pub fn read_library_file(json: &str) -> Result<Vec<KeptReport>, String> {
    match JSON::parse(json) {
        Ok(value) => read_library(&Node(value)),
        Err(error) => {
            let fault = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
            Err(no_json(&fault.unwrap_or_default()))
        }
    }
}

/// The file of reports, which are in the order of adding. It is put together of a part for each, because one text of
/// a whole library can be longer than a browser's texts may be.
pub(super) fn library_file(reports: &[KeptReport]) -> Result<Blob, JsValue> {
    let parts = Array::new();
    let mut before = [LIBRARY_HEAD, "\n"].concat();
    for kept in reports {
        parts.push(&before.into());
        parts.push(&line(kept)?);
        before = [LIBRARY_BETWEEN, "\n"].concat();
    }
    if reports.is_empty() {
        parts.push(&LIBRARY_HEAD.into());
    }
    parts.push(&LIBRARY_TAIL.into());
    blob("application/json", &parts).ok_or(JsValue::UNDEFINED)
}

fn line(kept: &KeptReport) -> Result<JsValue, JsValue> {
    let record = kept.report.serialize(&Serializer::json_compatible())?;
    if let Some(text) = &kept.text {
        Reflect::set(&record, &"text".into(), &JsValue::from_str(text))?;
    }
    JSON::stringify(&record).map(JsValue::from)
}

struct Node(JsValue);

impl JsonNode for Node {
    fn field(&self, name: &'static str) -> Option<Self> {
        let value = with_name(name, |name| Reflect::get(&self.0, name)).ok()?;
        (!value.is_null() && !value.is_undefined()).then_some(Self(value))
    }

    fn is_object(&self) -> bool {
        self.0.is_object() && !Array::is_array(&self.0)
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.0.dyn_ref::<Array>().map(|items| items.iter().map(Self).collect())
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }
}

thread_local! {
    /// The names of fields in the browser's own form, beside where they stand in memory: made once, not for each record.
    static NAMES: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
}

fn with_name<T>(name: &'static str, with: impl FnOnce(&JsValue) -> T) -> T {
    NAMES.with_borrow_mut(|names| {
        let known = names.iter().position(|(known, _)| std::ptr::eq(*known, name));
        let place = known.unwrap_or_else(|| {
            names.push((name, JsValue::from_str(name)));
            names.len() - 1
        });
        with(&names[place].1)
    })
}
