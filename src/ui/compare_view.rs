//! All incidents beside each other.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{
    ComparedIncident, Scene, Size, render_aligned_timelines, render_duration_dots,
};
use crate::state::{Action, Comparison, EntryId, State, comparison, list_entries, summary_words};

use super::compare_table::CompareTable;
use super::figure::Figure;

/// What is compared.
#[derive(Properties)]
pub(super) struct Props {
    pub state: Rc<State>,
    pub dispatch: Callback<Action>,
}

impl PartialEq for Props {
    /// Only the reports matter here.
    fn eq(&self, other: &Self) -> bool {
        self.state.reports == other.state.reports && self.dispatch == other.dispatch
    }
}

/// The comparison: figures, dots on a log axis, aligned timelines, and the table of it all.
#[component]
pub(super) fn CompareView(props: &Props) -> Html {
    let compared = use_memo(props.state.reports.clone(), |_| comparison(&props.state));
    let entries: Rc<[EntryId]> = compared.incidents.iter().map(|(id, ..)| *id).collect();
    let dots = use_callback(Rc::clone(&compared), |size: Size, compared| {
        render_duration_dots(&incidents(compared), compared.summary.definition, size)
    });
    let aligned = use_callback(Rc::clone(&compared), |size: Size, compared| -> Option<Scene> {
        render_aligned_timelines(&incidents(compared), size)
    });
    html! {
        <main class="compare" data-testid="compare-view">
            <h1>{ format!("{} incidents", compared.summary.n) }</h1>
            <p class="sub">{ summary_words(&compared.summary) }</p>
            <Figure testid="compare-dots" draw={dots} entries={Rc::clone(&entries)} />
            <Figure testid="compare-aligned" draw={aligned} {entries} />
            <CompareTable entries={list_entries(&props.state)} />
        </main>
    }
}

fn incidents(compared: &Comparison) -> Vec<ComparedIncident<'_>> {
    let pairs = compared.pairs();
    pairs.map(|(_, title, incident)| ComparedIncident { title: title.to_owned(), incident }).collect()
}
