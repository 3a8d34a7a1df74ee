//! All incidents beside each other.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{ComparedIncident, Scene, Size, render_aligned_timelines, render_duration_dots};
use crate::state::{Action, Comparison, EntryId, EntryView, State, comparison, list_entries, summary_words};

use super::compare_table::compare_table;
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
    let (found, without): (Vec<EntryView>, Vec<EntryView>) =
        list_entries(&props.state).into_iter().partition(|entry| entry.found);
    let left_out = without.len();
    html! {
        <main class="compare" data-testid="compare-view">
            <h1>{ format!("{} incidents", compared.summary.n) }</h1>
            <p class="sub">{ summary_words(&compared.summary) }</p>
            <Figure testid="compare-dots" draw={dots} entries={Rc::clone(&entries)} />
            <Figure testid="compare-aligned" draw={aligned} {entries} />
            { compare_table(&found) }
            if left_out > 0 {
                <p class="soft">{ left_out_words(left_out) }</p>
            }
        </main>
    }
}

fn left_out_words(count: usize) -> String {
    match count {
        1 => "1 report is left out, because no incident was found in it.".to_owned(),
        count => format!("{count} reports are left out, because no incident was found in them."),
    }
}

fn incidents(compared: &Comparison) -> Vec<ComparedIncident<'_>> {
    let pairs = compared.pairs();
    pairs.map(|(_, title, incident)| ComparedIncident { title: title.to_owned(), incident }).collect()
}
