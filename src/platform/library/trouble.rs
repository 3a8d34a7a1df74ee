//! What can stand in the way of storing, and what that means for the user.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// Why something is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser allows this page no storage, as in a sandboxed frame or where storage is switched off.
    Denied,
    /// The browser gives the page no more room.
    Full,
    /// The library is of a later version of the program than this page.
    Newer,
    /// A page of an earlier version keeps the library from being brought up to date.
    Blocked,
    /// Anything else, in the browser's own words or ours.
    Other(String),
}

impl Trouble {
    /// What it means, in sentences.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Denied => "Storage is off in this window: what you add is kept only until you close it.".to_owned(),
            Self::Full => "The browser gives this page no more room: your last changes are kept only until you close it. \
                           Delete reports for good to make room."
                .to_owned(),
            Self::Newer => "A newer Outage Lens has opened the library: reload this page. Until then what you change \
                            here is kept only until you close it."
                .to_owned(),
            Self::Blocked => "The library opens as soon as you close the other tabs with Outage Lens, which are of an \
                              older version."
                .to_owned(),
            Self::Other(words) => {
                ["Storing failed: what you changed is kept only until you close this page. (", words, ")"].concat()
            }
        }
    }

    /// The trouble of an exception.
    pub(super) fn of(error: &JsValue) -> Self {
        let Some(error) = error.dyn_ref::<DomException>() else {
            return Self::Other("the browser gives no reason".to_owned());
        };
        match error.name().as_str() {
            "SecurityError" | "NotAllowedError" | "InvalidStateError" => Self::Denied,
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Newer,
            name => Self::Other([name, ": ", &error.message()].concat()),
        }
    }
}
