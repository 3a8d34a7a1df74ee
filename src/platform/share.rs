//! Packs texts into links and unpacks them, with the browser's own compression.
//!
//! The streams are handled by `static/boot.js`, because a few lines there weigh less than their bindings here.

use js_sys::{Function, Promise, Reflect, Uint8Array, global};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::state::Action;
use crate::wire::link::{LONGEST_SHARED_BYTES, LinkFault, Parcel, link, parted};

use super::clipboard::{COPYING_REFUSED, copy_text};
use super::{Dispatch, window};

/// Makes a link of `text` and dispatches it. A browser without compression gets a longer one.
pub(super) fn pack(text: std::rc::Rc<str>, dispatch: Dispatch) {
    spawn_local(async move {
        let compressed = streamed("deflate-raw", text.as_bytes(), usize::MAX).await;
        let is_compressed = compressed.is_some();
        let bytes = compressed.unwrap_or_else(|| text.as_bytes().to_vec());
        let words = link(&Parcel { bytes, is_compressed });
        let link = [&page_address(), "#share=", &words].concat().into();
        dispatch(Action::LinkPacked { text, link });
    });
}

/// Dispatches the reports of a link, or what is wrong with it.
pub(super) fn unpack(parcel: Parcel, dispatch: Dispatch) {
    spawn_local(async move {
        let bytes = if parcel.is_compressed {
            streamed("inflate-raw", &parcel.bytes, LONGEST_SHARED_BYTES).await
        } else {
            Some(parcel.bytes)
        };
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        let texts = text.map(|text| parted(&text)).unwrap_or_default();
        dispatch(if texts.is_empty() {
            Action::Told { sentence: LinkFault::Unknown.sentence() }
        } else {
            Action::SharedOpened { texts }
        });
    });
}

/// What the browser makes of `bytes`; `None` where it cannot, or where more than `most` bytes come out.
async fn streamed(way: &str, bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let function = Reflect::get(&global(), &JsValue::from_str("outageLensStream")).ok()?;
    let function = function.dyn_into::<Function>().ok()?;
    // OK because the limits are far below 2^53.
    #[expect(clippy::cast_precision_loss)]
    let most = JsValue::from_f64(most.min(1 << 40) as f64);
    let promise =
        function.call3(&JsValue::NULL, &JsValue::from_str(way), &Uint8Array::from(bytes), &most).ok()?;
    let result = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?;
    result.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

/// The page's address without its fragment.
fn page_address() -> String {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Puts `text` on the clipboard and says so; or says that the browser refused.
pub(super) fn copy(text: &str, told: &'static str, dispatch: Dispatch) {
    copy_text(text, move |is_copied| {
        let sentence = if is_copied { told } else { COPYING_REFUSED };
        dispatch(Action::Told { sentence: sentence.to_owned() });
    });
}
