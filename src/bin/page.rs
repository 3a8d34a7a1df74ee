//! The page that Trunk builds. `static/boot.js` starts it.

fn main() {
    outage_lens::ui::start();
}
