//! Handing files to the user.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document;

/// How long the browser may take to begin with a file before its memory is given back.
const REVOKED_AFTER_MS: u32 = 60_000;

/// Saves `text` in UTF-8 as a file of that `name`. False where the browser refuses.
#[must_use]
pub fn save_text(name: &str, mime: &str, text: &str) -> bool {
    save_parts(name, mime, &Array::of1(&text.into()))
}

/// Saves `bytes` as a file of that `name`. False where the browser refuses.
#[must_use]
pub fn save_bytes(name: &str, mime: &str, bytes: &[u8]) -> bool {
    save_parts(name, mime, &Array::of1(&Uint8Array::from(bytes)))
}

/// Saves what `blob` holds as a file of that `name`. False where the browser refuses.
#[must_use]
pub fn save_blob(name: &str, blob: &Blob) -> bool {
    try_save(name, blob).is_some()
}

fn save_parts(name: &str, mime: &str, parts: &JsValue) -> bool {
    blob(mime, parts).is_some_and(|blob| save_blob(name, &blob))
}

/// A file in memory, of a list of texts or byte arrays.
pub(super) fn blob(mime: &str, parts: &JsValue) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    // Texts and bytes are taken by the same constructor.
    Blob::new_with_str_sequence_and_options(parts, &options).ok()
}

/// A click on a link is the one way that every browser has for this.
fn try_save(name: &str, blob: &Blob) -> Option<()> {
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    let url = Url::create_object_url_with_blob(blob).ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(REVOKED_AFTER_MS, move || {
        // An address that is forgotten already is no fault.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
