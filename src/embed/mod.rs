//! Layer 8: the program's use from JavaScript.

mod js_api;

pub use js_api::{analyze, mentions};
