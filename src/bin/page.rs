//! The page that Trunk builds. `static/boot.js` starts it.

/// Lighter than the standard library's; takes and gives memory in constant time.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    outage_lens::ui::start();
}
