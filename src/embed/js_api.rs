//! The functions that JavaScript calls: the console, tests, and other pages.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::document::Document;
use crate::extract::{Options, extract};
use crate::text::Tokens;
use crate::{mention, wire};

#[cfg(feature = "embed")]
use super::objects::to_js;

/// Reads `text` and gives a report of the format `outage-lens/1`; `null` is what the text does not say.
///
/// # Errors
///
/// The result is always a value that JavaScript has; an error would be a fault of this program.
#[wasm_bindgen]
pub fn analyze(text: &str) -> Result<JsValue, JsValue> {
    to_js(&wire::report(text, &extract(text, &Options::default())))
}

/// Gives what is recognized in `text` before anything is decided.
///
/// # Errors
///
/// The result is always a value that JavaScript has; an error would be a fault of this program.
#[wasm_bindgen]
pub fn mentions(text: &str) -> Result<JsValue, JsValue> {
    let document = Document::parse(text, None);
    let tokens = Tokens::scan(document.visible());
    to_js(&wire::mentions(text, &mention::recognize(&tokens)))
}

/// A value as plain objects, with `null` for what is missing.
#[cfg(not(feature = "embed"))]
fn to_js(value: &impl serde::Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}
