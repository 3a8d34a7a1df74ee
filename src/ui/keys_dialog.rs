//! The list of keys.

use crate::state::KEYS;

use super::element::{Element, element, group, words};
use super::names::Name;

/// Every key and what it does.
pub(super) fn keys_dialog() -> Element {
    let mut rows = element("tbody");
    for (key, meaning) in KEYS {
        let key = element("th").attr(Name::Scope, "row").with(words("kbd", "", key));
        rows = rows.with(element("tr").with(key).with(words("td", "", meaning)));
    }
    let hint = "Tab goes through everything; Enter chooses a fact or a marked phrase.";
    group().with(element("table").class("keys").with(rows)).with(words("p", "soft", hint))
}
