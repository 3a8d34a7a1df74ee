//! Records and the file of a library as JSON: what the browser does of it.

use js_sys::{Array, JSON, JsString, Number, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use web_sys::Blob;

use crate::platform::saving::blob;
use crate::wire::library::{KeptReport, LIBRARY_BETWEEN, LIBRARY_HEAD, LIBRARY_TAIL, read_bucket};
use crate::wire::stored::StoredReport;

/// The file of reports, which are in the order of adding. It is put together of a part for each, because one text of
/// a whole library can be longer than a browser's texts may be.
pub(super) fn library_file(reports: &[KeptReport]) -> Result<Blob, JsValue> {
    let parts = Array::new();
    let mut before = [LIBRARY_HEAD, "\n"].concat();
    for kept in reports {
        parts.push(&before.into());
        parts.push(&line(kept)?.into());
        before = [LIBRARY_BETWEEN, "\n"].concat();
    }
    if reports.is_empty() {
        parts.push(&LIBRARY_HEAD.into());
    }
    parts.push(&LIBRARY_TAIL.into());
    blob("application/json", &parts).ok_or(JsValue::UNDEFINED)
}

fn line(kept: &KeptReport) -> Result<JsString, JsValue> {
    let record = record(&kept.report)?;
    if let Some(text) = &kept.text {
        Reflect::set(&record, &"text".into(), &JsValue::from_str(text))?;
    }
    JSON::stringify(&record)
}

/// The record of a report.
pub(super) fn record(report: &StoredReport) -> Result<JsValue, JsValue> {
    Ok(report.serialize(&Serializer::json_compatible())?)
}

/// The JSON of a record.
pub(super) fn json(record: &JsValue) -> Result<String, JsValue> {
    JSON::stringify(record).map(String::from)
}

/// The report of a record; `None` where it cannot be read.
pub(super) fn read_record(record: &JsValue) -> Option<StoredReport> {
    read_bucket(&json(record).ok()?, number).reports.pop()
}

/// Reads a number of JSON as the browser does.
pub(super) fn number(digits: &str) -> f64 {
    Number::parse_float(digits)
}
