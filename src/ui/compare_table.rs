//! The comparison as a table.

use crate::state::EntryView;

use super::element::{Element, column, element, words};
use super::names::Name;

/// The columns, and whether they hold numbers.
const COLUMNS: [(&str, bool); 7] = [
    ("Incident", false),
    ("Began", false),
    ("Duration", true),
    ("Impact", true),
    ("To detect", true),
    ("Entries", true),
    ("Doubts", true),
];

/// One row an incident; reports without one have none.
pub(super) fn compare_table(entries: &[EntryView]) -> Element {
    let mut header = element("tr");
    for (name, is_number) in COLUMNS {
        header = header.with(column(name).class_if(is_number, "number"));
    }
    let mut body = element("tbody");
    for entry in entries.iter().filter(|entry| entry.found) {
        body = body.with(row(entry));
    }
    let table = element("table").class("wide").attr(Name::DataTestid, "compare-table");
    let table = table.with(words("caption", "", "Side by side")).with(element("thead").with(header));
    element("div").class("scroll").with(table.with(body))
}

fn row(entry: &EntryView) -> Element {
    let title = words("button", "link", &entry.title).entry(entry.id);
    let impact = number(known(entry.impact.as_ref())).attr(Name::DataValue, &entry.impact_value);
    let of = entry.impact_of.as_ref().map(|of| words("small", "", " of ").text(of));
    element("tr")
        .entry(entry.id)
        .with(element("th").attr(Name::Scope, "row").with(title))
        .with(words("td", "", known(entry.day.as_ref())))
        .with(number(known(entry.duration.as_ref())).attr(Name::DataValue, &entry.duration_value))
        .with(impact.with_if(of))
        .with(number(known(entry.time_to_detect.as_ref())))
        .with(number(&entry.entries.to_string()))
        .with(number(&entry.doubts.to_string()))
}

fn number(value: &str) -> Element {
    words("td", "number", value)
}

fn known(value: Option<&String>) -> &str {
    value.map_or("–", String::as_str)
}
