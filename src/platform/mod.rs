//! Layer 7: everything that the page asks of the browser.
//!
//! [`listen`] turns the browser's events into actions; [`Performer`] carries out the effects that
//! come back from [`crate::state::reduce`]. Nothing here decides what is shown.

mod crash;
mod drop;
mod events;
mod files;
mod paste;
mod perform;
mod pointing;
mod reading;
mod scroll;
mod theme;
mod title;
mod width;

pub use crash::show_failure;
pub use events::listen;
pub use files::take_picked_files;
pub use perform::{Dispatch, Performer};
pub use theme::restore_theme;
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
