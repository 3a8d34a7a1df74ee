//! Putting something on the clipboard.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, ClipboardItem};

use super::saving::blob;
use super::window;

/// What to say where [`copy_text`] or [`copy_rich_text`] had no success.
pub const COPYING_REFUSED: &str =
    "The browser does not let this page write to the clipboard. Select the text and copy it.";

/// Copies `text`, then tells `done` whether it is on the clipboard.
pub fn copy_text(text: &str, done: impl FnOnce(bool) + 'static) {
    tell(clipboard().map(|clipboard| clipboard.write_text(text)), done);
}

/// Copies the same as plain text and as HTML, of which the program that it is pasted into takes what it can read; then
/// tells `done` whether it is on the clipboard. The HTML is only handed on, never shown by this page.
pub fn copy_rich_text(text: &str, html: &str, done: impl FnOnce(bool) + 'static) {
    tell(clipboard().and_then(|clipboard| write_rich(&clipboard, text, html).ok()), done);
}

/// Pages that came over an insecure connection have none, which the bindings do not know.
fn clipboard() -> Option<Clipboard> {
    let clipboard = window()?.navigator().clipboard();
    (!AsRef::<JsValue>::as_ref(&clipboard).is_undefined()).then_some(clipboard)
}

fn write_rich(clipboard: &Clipboard, text: &str, html: &str) -> Result<Promise, JsValue> {
    let forms = Object::new();
    for (mime, content) in [("text/plain", text), ("text/html", html)] {
        let blob = blob(mime, &Array::of1(&content.into())).ok_or(JsValue::UNDEFINED)?;
        Reflect::set(&forms, &mime.into(), &Promise::resolve(&blob))?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&forms)?;
    Ok(clipboard.write(&Array::of1(&item)))
}

fn tell(promise: Option<Promise>, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        done(match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        });
    });
}
