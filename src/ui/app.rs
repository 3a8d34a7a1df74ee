//! The whole page.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform;
use crate::state::{Action, Dialog, State, View, list_entries, title_of};

use super::compare_view::CompareView;
use super::incident_view::IncidentView;
use super::keys_dialog::KeysDialog;
use super::notice_bar::NoticeBar;
use super::paste_panel::PastePanel;
use super::privacy_dialog::PrivacyDialog;
use super::report_list::ReportList;
use super::report_panel::ReportPanel;
use super::store::use_store;
use super::top_bar::TopBar;
use super::welcome::Welcome;

/// The page.
#[component]
pub(super) fn App() -> Html {
    let (state, dispatch) = use_store();
    let title = tab_title(&state);
    use_effect_with(title, |title| platform::show_title(title));
    let dialog = match state.dialog {
        Some(Dialog::Keys) => html! { <KeysDialog dispatch={dispatch.clone()} /> },
        Some(Dialog::Privacy) => html! { <PrivacyDialog dispatch={dispatch.clone()} /> },
        None => Html::default(),
    };
    html! {
        <>
            <TopBar
                view={state.view}
                theme={state.theme}
                count={state.incident_count()}
                dispatch={dispatch.clone()}
            />
            <NoticeBar notice={state.notice.clone()} dispatch={dispatch.clone()} />
            { main_part(&state, &dispatch) }
            { dialog }
        </>
    }
}

fn main_part(state: &Rc<State>, dispatch: &Callback<Action>) -> Html {
    if state.view == View::Compare {
        return html! { <CompareView state={Rc::clone(state)} dispatch={dispatch.clone()} /> };
    }
    html! {
        <main class={classes!("three", state.selected.is_none().then_some("empty"))}>
            <nav class="rail" aria-label="Reports">
                <PastePanel dispatch={dispatch.clone()} begins={state.selected.is_some()} />
                <ReportList
                    entries={list_entries(state)}
                    left_out={state.reports.iter().map(|report| report.left_out()).sum::<usize>()}
                    selected={state.selected}
                    dispatch={dispatch.clone()}
                />
            </nav>
            <section class="incident" aria-label="Facts">{ middle(state, dispatch) }</section>
            <ReportPanel
                report={state.selected_report().cloned()}
                incident={state.selected.map_or(0, |entry| entry.incident)}
                lit={state.lit()}
                editing={state.editing || state.selected.is_none()}
                dispatch={dispatch.clone()}
            />
        </main>
    }
}

fn middle(state: &Rc<State>, dispatch: &Callback<Action>) -> Html {
    match state.selected_report() {
        None => html! { <Welcome dispatch={dispatch.clone()} is_first={state.reports.is_empty()} /> },
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
