//! The timeline as a table.

use crate::incident::Phase;
use crate::state::{FactId, MOST_ENTRIES, TimelineRow};

use super::element::{Element, column, element, words};
use super::names::Name;

/// The timeline's entries, in the report's order; `left_out` more are not shown.
pub(super) fn timeline_table(rows: &[TimelineRow], left_out: usize, lit: Option<FactId>) -> Element {
    if rows.is_empty() {
        let sentence = words("p", "soft", "No timeline was found in the text.");
        return sentence.attr(Name::DataTestid, "no-timeline");
    }
    let mut header = element("tr");
    for name in ["Time", "After start", "What happened", "Phase"] {
        header = header.with(column(name));
    }
    let mut body = element("tbody");
    for row in rows {
        body = body.with(table_row(row, lit == Some(row.id)));
    }
    let table = element("table").attr(Name::DataTestid, "timeline-table");
    let table = table.with(words("caption", "", "Timeline")).with(element("thead").with(header)).with(body);
    let rest = (left_out > 0).then(|| {
        let sentence =
            format!("The first {MOST_ENTRIES} entries are shown; {left_out} more are in the text.");
        words("p", "soft", &sentence)
    });
    element("div").class("entries").with(table).with_if(rest)
}

fn table_row(row: &TimelineRow, is_lit: bool) -> Element {
    let doubted = !row.doubts.is_empty();
    let day = row.day.as_ref().map(|day| words("small", "day", day));
    let time = words("button", "time", row.time.as_deref().unwrap_or("open")).fact(row.id);
    element("tr")
        .class_if(is_lit, "lit")
        .class_if(doubted, "doubted")
        .fact(row.id)
        .attr(Name::DataValue, &row.value)
        .with(element("th").attr(Name::Scope, "row").with_if(day).with(time))
        .with(words("td", "after", row.after_start.as_deref().unwrap_or("–")))
        .with(words("td", "", &row.text).with_if(doubted.then(|| words("span", "flag", "doubt"))))
        .with(element("td").class("phase").with_if(tag(row.phase)))
}

fn tag(phase: Phase) -> Option<Element> {
    let name = phase.as_str();
    (phase != Phase::Other).then(|| words("span", "tag", name).class(&["tag-", name].concat()))
}
