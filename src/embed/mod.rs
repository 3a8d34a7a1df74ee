//! Layer 8: the program's use from JavaScript: the functions of the package, and what the widgets show.
//!
//! The page has only [`analyze`] and [`mentions`]. The wasm of the embeds, which is built without the
//! page (feature `embed`), has a [`Collection`] too: texts that were read, and the views, charts and figures over
//! them, as plain objects. Their words are those of `state`, so that a widget says what the page says.

mod js_api;

#[cfg(feature = "embed")]
mod collection;
#[cfg(feature = "embed")]
mod comparison_view;
#[cfg(feature = "embed")]
mod incident_view;
#[cfg(feature = "embed")]
mod scene_view;

#[cfg(feature = "embed")]
pub use collection::Collection;
pub use js_api::{analyze, mentions};
