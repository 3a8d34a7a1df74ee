//! The report beside its facts: the marked view, and the field to edit the text in.

use yew::prelude::*;

use crate::state::{Action, Report, Source, State};

use super::report_view::ReportView;
use super::text_field::TextField;

/// The report on view, with the field open where it is being edited or there is none yet.
pub(super) fn report_panel(state: &State, dispatch: &Callback<Action>) -> Html {
    let report = state.selected_report();
    let incident = state.selected.map_or(0, |entry| entry.incident);
    let editing = state.editing || report.is_none();
    let toggle = dispatch.reform(|_: MouseEvent| Action::EditToggled);
    let reading = report.and_then(|report| report.reading.clone());
    html! {
        <section class={classes!("source", editing.then_some("editing"))} aria-label="The report">
            <header>
                <h2>{ "The report" }</h2>
                if let Some(report) = report {
                    <small>{ origin(report) }</small>
                    <button class="link" data-testid="edit" aria-pressed={editing.to_string()} onclick={toggle}>
                        { if editing { "Done" } else { "Edit" } }
                    </button>
                }
            </header>
            if editing {
                <TextField report={report.cloned()} dispatch={dispatch.clone()} />
            }
            if report.is_some() {
                <ReportView {reading} {incident} lit={state.lit()} />
            }
        </section>
    }
}

fn origin(report: &Report) -> String {
    let origin = match &report.source {
        Source::Pasted => "pasted",
        Source::Typed => "written here",
        Source::Sample => "sample",
        Source::File(name) => name,
    };
    format!("{origin}, {}", size_words(report.text.len()))
}

/// The size of the text: in UTF-8, as a file of it would be.
fn size_words(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{}.{} KB", bytes / 1_000, bytes % 1_000 / 100),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
