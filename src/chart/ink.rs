//! What marks are drawn with.

use super::{MarkKey, Role};

/// What a mark is, says and stands for. Style sheets give the paint.
#[derive(Clone, Debug)]
pub(super) struct Ink {
    pub role: Role,
    pub label: Option<String>,
    pub key: Option<MarkKey>,
}

/// The ink of scaffolding, which says nothing.
pub(super) const fn plain(role: Role) -> Ink {
    Ink { role, label: None, key: None }
}

/// The ink of a mark that says `label` and stands for `key`.
pub(super) const fn noted(role: Role, label: String, key: MarkKey) -> Ink {
    Ink { role, label: Some(label), key: Some(key) }
}

/// The ink of a mark that says `label` and stands for nothing that could be shown elsewhere.
pub(super) const fn said(role: Role, label: String) -> Ink {
    Ink { role, label: Some(label), key: None }
}
