//! The theme, on the page and from visit to visit.

use web_sys::Storage;

use crate::state::{Action, Theme};

use super::{Dispatch, document, window};

/// `static/theme.js` reads the same name before the page is painted.
const NAME: &str = "outage-lens-theme";

/// Dispatches the theme of an earlier visit, where one is remembered.
pub fn restore_theme(dispatch: &Dispatch) {
    let remembered = storage().and_then(|storage| storage.get_item(NAME).ok().flatten());
    if let Some(name) = remembered {
        dispatch(Action::ThemeRestored(Theme::of_name(&name)));
    }
}

/// Puts the theme on the page and remembers it. Where storage is refused it lasts for this visit.
pub(super) fn apply(theme: Theme) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // A theme that cannot be set leaves the page readable in the system's one.
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.as_str()),
        };
    }
    if let Some(storage) = storage() {
        let _ = storage.set_item(NAME, theme.as_str());
    }
}

/// In a sandboxed frame the mere look at the storage throws.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}
