//! The whole page.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform;
use crate::state::{Action, Dialog, EntryView, State, View, list_entries, title_of};

use super::compare_view::CompareView;
use super::incident_view::IncidentView;
use super::keys_dialog::keys_dialog;
use super::notice_bar::notice_bar;
use super::paste_panel::paste_panel;
use super::privacy_dialog::privacy_dialog;
use super::report_list::report_list;
use super::report_panel::report_panel;
use super::store::use_store;
use super::top_bar::top_bar;
use super::welcome::welcome;

/// The page.
#[component]
pub(super) fn App() -> Html {
    let (state, dispatch) = use_store();
    use_effect_with(tab_title(&state), |title| platform::show_title(title));
    let entries = use_memo(state.reports.clone(), |_| list_entries(&state));
    let main = match state.view {
        View::Compare => html! { <CompareView state={Rc::clone(&state)} dispatch={dispatch.clone()} /> },
        View::Report => report_part(&state, &entries, &dispatch),
    };
    html! {
        <>
            { top_bar(state.view, state.theme, state.incident_count(), &dispatch) }
            { notice_bar(state.notice.as_ref(), &dispatch) }
            { main }
            { match state.dialog {
                Some(Dialog::Keys) => keys_dialog(&dispatch),
                Some(Dialog::Privacy) => privacy_dialog(&dispatch),
                None => Html::default(),
            } }
        </>
    }
}

fn report_part(state: &Rc<State>, entries: &[EntryView], dispatch: &Callback<Action>) -> Html {
    let left_out = state.reports.iter().map(|report| report.left_out()).sum();
    html! {
        <main class={classes!("three", state.selected.is_none().then_some("empty"))}>
            <nav class="rail" aria-label="Reports">
                { paste_panel(state.selected.is_some(), dispatch) }
                { report_list(entries, left_out, state.selected, dispatch) }
            </nav>
            <section class="incident" aria-label="Facts">{ middle(state, dispatch) }</section>
            { report_panel(state, dispatch) }
        </main>
    }
}

fn middle(state: &Rc<State>, dispatch: &Callback<Action>) -> Html {
    match state.selected_report() {
        None => welcome(state.reports.is_empty(), dispatch),
        Some(report) => html! {
            <IncidentView
                report={Rc::clone(report)}
                incident={state.selected.map_or(0, |entry| entry.incident)}
                lit={state.lit()}
                chosen={state.chosen}
                dispatch={dispatch.clone()}
            />
        },
    }
}

fn tab_title(state: &State) -> String {
    const NAME: &str = "Outage Lens";
    match (state.view, state.selected_report()) {
        (View::Compare, _) => ["Comparison – ", NAME].concat(),
        (View::Report, Some(report)) => [&title_of(report, state.selected_incident()), " – ", NAME].concat(),
        (View::Report, None) => NAME.to_owned(),
    }
}
