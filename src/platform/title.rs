//! The title of the browser's tab.

use super::document;

/// Shows `title`.
pub fn show_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}
