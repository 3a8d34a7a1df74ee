//! The timeline as a table.

use yew::Callback;

use crate::incident::Phase;
use crate::state::{Action, MOST_ENTRIES, SheetRow};

use super::correction_form::{correction_form, originals};
use super::element::{Element, column, element, words};
use super::facts_card::Attention;
use super::names::Name;
use super::note_form::pencil;

/// The timeline's entries, in the report's order; `left_out` more are not shown.
pub(super) fn timeline_table(
    rows: &[SheetRow],
    left_out: usize,
    at: Attention,
    dispatch: &Callback<Action>,
) -> Element {
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
        let form = correction_form(&row.parts, at.entry, at.correcting, dispatch);
        body = body.with(table_row(row, at, form.is_some(), dispatch)).with_if(form.map(fields));
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

/// The fields of an entry in a row of their own, as wide as the table: on a phone no cell has room for them.
fn fields(form: Element) -> Element {
    element("tr").class("fields").with(element("td").attr(Name::Colspan, "4").with(form))
}

/// An entry with its pencil, unless it is being corrected. One that is not there any more stands for no fact.
fn table_row(sheet: &SheetRow, at: Attention, is_open: bool, dispatch: &Callback<Action>) -> Element {
    let row = &sheet.row;
    let doubted = !row.doubts.is_empty() && sheet.is_there;
    let day = row.day.as_ref().map(|day| words("small", "day", day));
    let time = row.time.as_deref().unwrap_or("open");
    let time =
        if sheet.is_there { words("button", "time", time).fact(row.id) } else { words("span", "time", time) };
    let first = sheet.parts.first().filter(|_| sheet.is_there && !is_open);
    let pencil = first.map(|part| {
        let name = ["Correct the entry of ", row.time.as_deref().unwrap_or("open time")].concat();
        let testid = ["correct-entry-", &sheet.place.to_string()].concat();
        pencil(&name, &testid, Action::CorrectionBegun(part.fact), dispatch)
    });
    let flag = doubted.then(|| words("span", "flag", "doubt"));
    let edited = sheet.is_corrected().then(|| words("span", "flag quiet", "edited"));
    let text = words("span", "said", &row.text);
    let shown = element("tr")
        .class_if(sheet.is_there && at.lit == Some(row.id), "lit")
        .class_if(doubted, "doubted")
        .class_if(!sheet.is_there, "gone")
        .attr(Name::DataValue, &row.value)
        .with(element("th").attr(Name::Scope, "row").with_if(day).with(time))
        .with(words("td", "after", row.after_start.as_deref().unwrap_or("–")))
        .with(
            element("td").with(text).with_if(flag).with_if(edited).with_if(originals(&sheet.parts, dispatch)),
        )
        .with(element("td").class("phase").with_if(tag(row.phase)).with_if(pencil));
    if sheet.is_there { shown.fact(row.id) } else { shown }
}

fn tag(phase: Phase) -> Option<Element> {
    let name = phase.as_str();
    (phase != Phase::Other).then(|| words("span", "tag", name).class(&["tag-", name].concat()))
}
