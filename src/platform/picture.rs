//! Charts as pictures of pixels.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::document;
use super::saving::blob;

/// Pixels of the picture for one of the chart, so that it is sharp on dense screens and in print.
const SCALE: f64 = 2.0;
/// Browsers draw nothing on a canvas that is longer.
const LONGEST_SIDE_PX: f64 = 16_000.0;

/// Draws an SVG document of that size as PNG and hands the bytes to `done`; `None` where the browser cannot. A very long
/// chart is drawn smaller than twice its size.
///
/// The document must stand for itself, as [`crate::chart::Scene::to_svg`] makes it: a picture loads nothing.
pub fn draw_png(svg: &str, (width_px, height_px): (u32, u32), done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let svg = blob("image/svg+xml", &Array::of1(&svg.into()));
    let size = (f64::from(width_px.max(1)), f64::from(height_px.max(1)));
    spawn_local(async move {
        done(match svg {
            Some(svg) => png_of(&svg, size).await.ok(),
            None => None,
        });
    });
}

async fn png_of(svg: &Blob, size: (f64, f64)) -> Result<Vec<u8>, JsValue> {
    let url = Url::create_object_url_with_blob(svg)?;
    let drawn = draw(&url, size).await;
    Url::revoke_object_url(&url)?;
    let png: Blob = JsFuture::from(encode(&drawn?)).await?.dyn_into()?;
    let buffer = JsFuture::from(png.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

async fn draw(url: &str, (width, height): (f64, f64)) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let scale = SCALE.min(LONGEST_SIDE_PX / width.max(height));
    let canvas: HtmlCanvasElement =
        document().ok_or(JsValue::UNDEFINED)?.create_element("canvas")?.dyn_into()?;
    // OK because sides are between 0 and the longest side.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let pixels = |side: f64| (side * scale).ceil() as u32;
    canvas.set_width(pixels(width));
    canvas.set_height(pixels(height));
    let context = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width * scale,
        height * scale,
    )?;
    Ok(canvas)
}

/// The canvas as PNG; `null` where the browser has no room for it.
fn encode(canvas: &HtmlCanvasElement) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        let done = Closure::once_into_js(move |png: JsValue| resolve.call1(&JsValue::NULL, &png));
        if let Err(error) = canvas.to_blob_with_type(done.unchecked_ref(), "image/png") {
            // OK because a promise's own functions do not throw.
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    })
}
