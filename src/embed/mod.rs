//! Layer 8: the program's use from JavaScript: the functions of the package, and what the widgets show.
//!
//! The page has only [`analyze`] and [`mentions`]. The wasm of the widgets (feature `embed`) has a `Collection`: texts
//! that were read, with views and charts of them as plain objects. That of the package (feature `package`) adds
//! figures and pictures. Words are those of `state`, so that a widget says what the page says.

#[cfg(feature = "embed")]
mod charts;
#[cfg(feature = "embed")]
mod collection;
#[cfg(feature = "embed")]
mod comparison_view;
#[cfg(feature = "embed")]
mod incident_view;
#[cfg(any(feature = "page", feature = "package"))]
mod js_api;
#[cfg(feature = "embed")]
mod objects;
#[cfg(feature = "package")]
mod package;
#[cfg(feature = "package")]
mod package_charts;
#[cfg(feature = "embed")]
mod scene_view;

#[cfg(feature = "embed")]
pub use collection::Collection;
#[cfg(any(feature = "page", feature = "package"))]
pub use js_api::{analyze, mentions};
#[cfg(feature = "package")]
pub use package::{AnalysedIncident, is_day, is_definition};
