//! What touches the browser's policy, under the policy of the page.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a value that is missing fails the test")]

#[path = "support/web_told.rs"]
mod web_told;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use outage_lens::chart::{Size, render_incident_timeline};
use outage_lens::extract::{Options, extract};
use outage_lens::platform::{draw_png, save_text};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, HtmlImageElement};

use web_told::{pause, told};

wasm_bindgen_test_configure!(run_in_browser);

const PAGE: &str = include_str!("../index.html");
const REPORT: &str =
    "# Checkout 🚨 down\n\n- 14:00 UTC: checkout fails\n- 14:10 UTC: on-call paged\n- 15:30 UTC: resolved\n";

/// Puts the policy of the page on the test's page, and notes what it refuses.
fn page_policy() -> Rc<RefCell<Vec<String>>> {
    let refused = Rc::new(RefCell::new(Vec::new()));
    let noted = Rc::clone(&refused);
    let note = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let directive = Reflect::get(&event, &"violatedDirective".into()).unwrap();
        noted.borrow_mut().push(directive.as_string().unwrap());
    });
    let document = web_sys::window().unwrap().document().unwrap();
    let listener: Function = note.into_js_value().unchecked_into();
    document.add_event_listener_with_callback("securitypolicyviolation", &listener).unwrap();
    let policy = PAGE.split("content=\"").find(|rest| rest.starts_with("default-src")).unwrap();
    let meta = document.create_element("meta").unwrap();
    meta.set_attribute("http-equiv", "Content-Security-Policy").unwrap();
    meta.set_attribute("content", policy.split('"').next().unwrap()).unwrap();
    document.head().unwrap().append_child(&meta).unwrap();
    refused
}

#[wasm_bindgen_test]
async fn a_chart_becomes_a_picture_of_twice_its_size_with_its_colors() {
    let refused = page_policy();
    let incidents = extract(REPORT, &Options::default()).incidents;
    let scene = render_incident_timeline(&incidents[0], Size::new(720)).unwrap();
    let size = (scene.width_px, scene.height_px);
    let png = told(|done| draw_png(&scene.to_svg(), size, done)).await.unwrap();
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!((number(16), number(20)), (2 * scene.width_px, 2 * scene.height_px));
    // Painted by the document's own style sheet: a picture of bare black shapes has a handful of colors.
    assert!(colors(&png).await > 50);
    assert!(save_text("a chart.svg", "image/svg+xml", &scene.to_svg()));
    // A violation is reported in a later task.
    pause(50).await;
    assert_eq!(*refused.borrow(), Vec::<String>::new());
}

/// How many colors the picture has.
async fn colors(png: &[u8]) -> usize {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(png));
    let blob = web_sys::Blob::new_with_u8_array_sequence(&parts).unwrap();
    let url = web_sys::Url::create_object_url_with_blob(&blob).unwrap();
    let image = HtmlImageElement::new().unwrap();
    image.set_src(&url);
    JsFuture::from(image.decode()).await.unwrap();
    let document = web_sys::window().unwrap().document().unwrap();
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas").unwrap().unchecked_into();
    canvas.set_width(image.width());
    canvas.set_height(image.height());
    let context: web_sys::CanvasRenderingContext2d =
        canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    context.draw_image_with_html_image_element(&image, 0.0, 0.0).unwrap();
    let data =
        context.get_image_data(0.0, 0.0, f64::from(image.width()), f64::from(image.height())).unwrap().data();
    let mut pixels: Vec<&[u8]> = data.0.chunks_exact(4).collect();
    pixels.sort_unstable();
    pixels.dedup();
    pixels.len()
}
