//! What happens when the program fails.

use js_sys::{Function, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

/// Hands a failure's message to the panel of `static/boot.js`.
///
/// A failure while rendering freezes the page, so the panel is plain JavaScript: it shows the
/// texts that were entered and a button that loads the page anew.
pub fn show_failure(message: &str) {
    let name = JsValue::from_str("outageLensFailed");
    let panel = Reflect::get(&global(), &name).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(panel) = panel {
        // Nothing is left to do where even the panel fails.
        let _ = panel.call1(&JsValue::NULL, &JsValue::from_str(message));
    }
}
