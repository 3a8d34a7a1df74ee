//! The report beside its facts: the marked view, and the field to edit the text in.

use yew::prelude::*;

use crate::state::{Action, Report, Source, State};

use super::element::{Element, element, words};
use super::names::Name;
use super::report_view::ReportView;
use super::text_field::TextField;

/// The report on view, with the field open where it is being edited or there is none yet.
pub(super) fn report_panel(state: &State, dispatch: &Callback<Action>) -> Element {
    let report = state.selected_report();
    let editing = state.editing || report.is_none();
    let field = if editing {
        html! { <TextField report={report.cloned()} dispatch={dispatch.clone()} /> }
    } else {
        Html::default()
    };
    let view = report.map(|report| {
        let incident = state.selected.map_or(0, |entry| entry.incident);
        html! { <ReportView report={report.clone()} {incident} lit={state.lit()} /> }
    });
    element("section")
        .class("source")
        .class_if(editing, "editing")
        .attr(Name::AriaLabel, "The report")
        .with(header(report.map(|report| &**report), editing, dispatch))
        .child(field)
        .child(view.unwrap_or_default())
}

fn header(report: Option<&Report>, editing: bool, dispatch: &Callback<Action>) -> Element {
    let header = element("header").with(words("h2", "", "The report"));
    let Some(report) = report else { return header };
    let toggle = words("button", "link", if editing { "Done" } else { "Edit" })
        .attr(Name::DataTestid, "edit")
        .attr(Name::AriaPressed, if editing { "true" } else { "false" })
        .press(dispatch, Action::EditToggled);
    header.with(words("small", "", &origin(report))).with(toggle)
}

fn origin(report: &Report) -> String {
    let origin = match &report.source {
        Source::Pasted => "pasted",
        Source::Typed => "written here",
        Source::Sample => "sample",
        Source::Link => "from a link",
        Source::Imported => "imported",
        Source::File(name) => name,
    };
    format!("{origin}, {}", size_words(report.text().len()))
}

/// The size of the text: in UTF-8, as a file of it would be.
fn size_words(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{}.{} KB", bytes / 1_000, bytes % 1_000 / 100),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
