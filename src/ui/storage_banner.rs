//! What stands above the page while reports cannot be kept.

use yew::Callback;

use crate::state::{Action, Storage};

use super::element::{Element, element, words};
use super::names::Name;

/// A sentence with the way to save the reports; nothing while all is well.
pub(super) fn storage_banner(storage: &Storage, dispatch: &Callback<Action>) -> Option<Element> {
    let Storage::InMemory { sentence } = storage else { return None };
    let export = words("button", "link", "Export library").attr(Name::DataTestid, "banner-export");
    let banner =
        element("p").class("banner").attr(Name::Role, "status").attr(Name::DataTestid, "storage-banner");
    let banner = banner.with(words("span", "", sentence));
    Some(banner.with(export.press(dispatch, Action::ExportRequested)))
}
