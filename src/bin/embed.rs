//! The wasm of the embeds and of the JavaScript package. It only exports; see `src/embed`.

use outage_lens as _;

/// Lighter than the standard library's; takes and gives memory in constant time.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
