//! Files, the clipboard and pictures.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a value that is missing fails the test")]

#[path = "support/web_told.rs"]
mod web_told;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use outage_lens::platform::{copy_rich_text, copy_text, draw_png, save_bytes, save_text};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlAnchorElement;

use web_told::told;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn what_is_no_picture_is_told() {
    assert_eq!(told(|done| draw_png("<svg", (10, 10), done)).await, None);
    assert_eq!(told(|done| draw_png("", (0, 0), done)).await, None);
}

#[wasm_bindgen_test]
async fn a_very_long_chart_is_drawn_smaller() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"30000\"/>";
    let png = told(|done| draw_png(svg, (10, 30_000), done)).await.unwrap();
    assert_eq!(png[16..24], [0, 0, 0, 6, 0, 0, 0x3E, 0x80]);
}

#[wasm_bindgen_test]
async fn files_are_saved_under_their_names_with_exactly_their_bytes() {
    let clicked: Rc<RefCell<Vec<(String, String)>>> = Rc::default();
    let note = Rc::clone(&clicked);
    let prototype = Reflect::get(
        &Reflect::get(&js_sys::global(), &"HTMLAnchorElement".into()).unwrap(),
        &"prototype".into(),
    );
    let prototype: Object = prototype.unwrap().unchecked_into();
    let noting = Closure::<dyn Fn(HtmlAnchorElement)>::new(move |link: HtmlAnchorElement| {
        note.borrow_mut().push((link.download(), link.href()));
    });
    let noting: Function = noting.into_js_value().unchecked_into();
    #[expect(clippy::disallowed_methods, reason = "the test's page has no policy that refuses it")]
    let click = Function::new_with_args("noting", "return function () { noting(this); }");
    let click = click.call1(&JsValue::NULL, &noting).unwrap();
    // An own method of the prototype hides the one that it inherits.
    Reflect::set(&prototype, &"click".into(), &click).unwrap();
    let text = "\0Zeile\r\nتعطل 🚨";
    assert!(save_text("تقرير 🚨.csv", "text/csv", text));
    assert!(save_bytes("a.png", "image/png", &[0, 255, 137]));
    Reflect::delete_property(&prototype, &"click".into()).unwrap();
    let clicked = clicked.borrow().clone();
    let names: Vec<&str> = clicked.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["تقرير 🚨.csv", "a.png"]);
    assert_eq!(fetched(&clicked[0].1).await, text.as_bytes());
    assert_eq!(fetched(&clicked[1].1).await, [0, 255, 137]);
}

async fn fetched(url: &str) -> Vec<u8> {
    let response = JsFuture::from(web_sys::window().unwrap().fetch_with_str(url)).await.unwrap();
    let read: Function = Reflect::get(&response, &"arrayBuffer".into()).unwrap().unchecked_into();
    let promise: Promise = read.call0(&response).unwrap().unchecked_into();
    js_sys::Uint8Array::new(&JsFuture::from(promise).await.unwrap()).to_vec()
}

/// The clipboard of an automated browser may be closed to a page without focus; what counts is that the answer is true.
#[wasm_bindgen_test]
async fn copying_says_whether_it_copied() {
    let is_copied = told(|done| copy_text("plain", done)).await;
    if is_copied {
        assert_eq!(pasted().await.as_deref(), Some("plain"));
    }
    let is_copied =
        told(|done| copy_rich_text("plain too", "<table><tr><td>1</td></tr></table>", done)).await;
    if is_copied {
        assert_eq!(pasted().await.as_deref(), Some("plain too"));
    }
}

async fn pasted() -> Option<String> {
    JsFuture::from(web_sys::window()?.navigator().clipboard().read_text()).await.ok()?.as_string()
}

#[wasm_bindgen_test]
async fn without_a_clipboard_copying_is_refused() {
    let navigator: Object = web_sys::window().unwrap().navigator().unchecked_into();
    let nothing = Object::new();
    Reflect::set(&nothing, &"value".into(), &JsValue::UNDEFINED).unwrap();
    Reflect::set(&nothing, &"configurable".into(), &true.into()).unwrap();
    Reflect::define_property(&navigator, &"clipboard".into(), &nothing).unwrap();
    let is_copied = [
        told(|done| copy_text("plain", done)).await,
        told(|done| copy_rich_text("plain", "<b>rich</b>", done)).await,
    ];
    Reflect::delete_property(&navigator, &"clipboard".into()).unwrap();
    assert_eq!(is_copied, [false, false]);
}
