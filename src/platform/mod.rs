//! Layer 7: everything that the page asks of the browser.
//!
//! [`listen`] turns the browser's events into actions; [`Performer`] carries out the effects that
//! come back from [`crate::state::reduce`]. Nothing here decides what is shown.

mod address;
mod clipboard;
mod crash;
mod drop;
mod events;
mod files;
mod focus;
mod form;
mod keeping;
pub mod library;
mod line_drag;
mod marks;
mod near;
mod paste;
mod perform;
mod picture;
mod pointing;
mod reading;
mod saving;
mod scroll;
mod share;
mod theme;
mod timing;
mod title;
mod width;

pub use address::follow_address;
pub use clipboard::{COPYING_REFUSED, copy_rich_text, copy_text};
pub use crash::show_failure;
pub use events::listen;
pub use files::take_picked_files;
pub use form::{fields_of, is_escape, send_by_return};
pub use keeping::open_library;
pub use marks::keep_tab_stop;
pub use near::{NearObserver, observe_near};
pub use perform::{Dispatch, Performer};
pub use picture::draw_png;
pub use saving::{save_blob, save_bytes, save_text};
pub use theme::restore_theme;
pub use timing::time_drawing;
pub use title::show_title;
pub use width::{WidthObserver, observe_width};

use web_sys::{Document, Element, Window};

/// The element of the page with that id.
#[must_use]
pub fn element_by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Now, in milliseconds since the beginning of 1970.
#[must_use]
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The number of the first report of this visit. Pages that are open at the same time count on from places
/// that lie a million apart and are drawn by lot, so that their reports do not get the same numbers.
#[must_use]
pub fn first_number() -> u64 {
    const PLACES: f64 = 4_294_967_296.0;
    const REPORTS: u64 = 1 << 20;
    // OK because the lot is below 2^32.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let place = (js_sys::Math::random() * PLACES) as u64;
    place * REPORTS
}
