//! The incident's name and its tags, each with its field.

use std::rc::Rc;

use yew::Callback;

use crate::state::{Action, EntryId, NoteField};

use super::element::{Element, element, words};
use super::names::Name;
use super::note_form::{form_buttons, pencil, text_input, writing_form};
use super::told::Fields;

/// The list of known tags that the field of tags offers.
const KNOWN_TAGS: &str = "known-tags";

/// What an incident is called, and by what it can be found and grouped.
pub(super) struct Heading<'a> {
    pub entry: EntryId,
    /// The name that is shown.
    pub title: &'a str,
    /// The whole name or title, which the field holds.
    pub name: &'a str,
    pub tags: &'a [Rc<str>],
    /// The tags of all incidents.
    pub known_tags: &'a [Rc<str>],
    /// The field that is open.
    pub writing: Option<NoteField>,
}

impl Heading<'_> {
    /// The name, or its field.
    pub(super) fn name(&self, dispatch: &Callback<Action>) -> Element {
        if self.writing == Some(NoteField::Name) {
            let field = text_input("name", "Name of the incident", self.name);
            let form = writing_form("name-form", self.entry, renamed, dispatch);
            return form.class("wide-field").with(field).with(form_buttons(dispatch));
        }
        let open = Action::NoteBegun(NoteField::Name);
        element("div")
            .class("heading")
            .with(words("h1", "", self.title))
            .with(pencil("Rename", "write-name", open, dispatch))
    }

    /// The tags, or their field.
    pub(super) fn tags(&self, dispatch: &Callback<Action>) -> Element {
        if self.writing == Some(NoteField::Tags) {
            let written = self.tags.join(", ");
            let field =
                text_input("tags", "Tags, with commas between them", &written).attr(Name::List, KNOWN_TAGS);
            let form = writing_form("tags-form", self.entry, tagged, dispatch).class("wide-field");
            return form.with(field).with(self.offered(&written)).with(form_buttons(dispatch));
        }
        let open = Action::NoteBegun(NoteField::Tags);
        let name = if self.tags.is_empty() { "Add tags" } else { "Change tags" };
        let button = words("button", "link quiet", name).attr(Name::DataTestid, "write-tags");
        let mut line = element("p").class("tags");
        for tag in self.tags {
            line = line.with(words("span", "tag", tag));
        }
        line.with(button.press(dispatch, open))
    }

    /// What the browser offers to complete the field to: what is in it already, and one more tag.
    fn offered(&self, written: &str) -> Element {
        let mut offers = element("datalist").attr(Name::Id, KNOWN_TAGS);
        for tag in self.known_tags.iter().filter(|tag| !self.tags.contains(tag)) {
            let offer = if written.is_empty() { tag.to_string() } else { [written, ", ", tag].concat() };
            offers = offers.with(element("option").attr(Name::Value, &offer));
        }
        offers
    }
}

fn renamed(entry: EntryId, fields: Fields) -> Action {
    Action::EntryRenamed(entry, first(fields))
}

fn tagged(entry: EntryId, fields: Fields) -> Action {
    Action::TagsWritten(entry, first(fields))
}

fn first(fields: Fields) -> String {
    fields.into_iter().next().map(|(_, words)| words).unwrap_or_default()
}
