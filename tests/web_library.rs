//! The library in a real `IndexedDB`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a value that is missing fails the test")]
#![allow(clippy::float_cmp, reason = "numbers of reports are whole")]

#[path = "web_library/faults.rs"]
mod faults;
#[path = "web_library/files.rs"]
mod files;
#[path = "web_library/pages.rs"]
mod pages;
#[path = "web_library/shelf.rs"]
mod shelf;
#[path = "web_library/stored.rs"]
mod stored;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
