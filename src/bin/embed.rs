//! The wasm of the embeds and of the JavaScript package. It only exports; see `src/embed`.

use outage_lens as _;

fn main() {}
