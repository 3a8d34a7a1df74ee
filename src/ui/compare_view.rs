//! All incidents beside each other.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{
    AlignedAt, ComparedIncident, Scene, Size, render_aligned_timelines, render_duration_dots,
};
use crate::metrics::DEFAULT_SEED;
use crate::state::{Action, Comparison, EntryId, State, comparison, open_page, summary_words};

use super::compare_table::compare_table;
use super::element::{element, words};
use super::figure::Figure;
use super::names::Name;

/// What is compared.
#[derive(Properties)]
pub(super) struct Props {
    pub state: Rc<State>,
    pub dispatch: Callback<Action>,
}

impl PartialEq for Props {
    /// Only the reports and the settings matter here.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state.reports, &other.state.reports)
            && Rc::ptr_eq(&self.state.settings, &other.state.settings)
            && self.dispatch == other.dispatch
    }
}

/// The comparison: figures, dots on a log axis, aligned timelines, and the table of it all.
pub(super) struct CompareView;

impl Component for CompareView {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        comparison_view(&context.props().state)
    }
}

fn comparison_view(state: &State) -> Html {
    let compared = Rc::new(comparison(state));
    let mut entries = Vec::new();
    for (id, ..) in &compared.incidents {
        entries.push(*id);
    }
    let entries: Rc<[EntryId]> = entries.into();
    let dots = drawing(&compared, draw_dots);
    let aligned = drawing(&compared, draw_aligned);
    let listed = open_page(state);
    let left_out = listed.entries.iter().filter(|entry| !entry.found).count();
    let title = [&compared.summary.n.to_string(), " incidents"].concat();
    element("main")
        .class("compare")
        .attr(Name::DataTestid, "compare-view")
        .with(words("h1", "", &title))
        .with(words("p", "sub", &summary_words(&compared.summary)))
        .child(html! { <Figure testid="compare-dots" draw={dots} entries={Rc::clone(&entries)} /> })
        .child(html! { <Figure testid="compare-aligned" draw={aligned} {entries} /> })
        .with(compare_table(&listed.entries))
        .with_if((left_out > 0).then(|| words("p", "soft", &left_out_words(left_out))))
        .html()
}

fn left_out_words(count: usize) -> String {
    match count {
        1 => "1 report is left out, because no incident was found in it.".to_owned(),
        count => format!("{count} reports are left out, because no incident was found in them."),
    }
}

fn drawing(
    compared: &Rc<Comparison>,
    draw: fn(&Comparison, Size) -> Option<Scene>,
) -> Callback<Size, Option<Scene>> {
    let compared = Rc::clone(compared);
    Callback::from(move |size| draw(&compared, size))
}

fn draw_dots(compared: &Comparison, size: Size) -> Option<Scene> {
    render_duration_dots(&incidents(compared), compared.summary.definition, DEFAULT_SEED, size)
}

fn draw_aligned(compared: &Comparison, size: Size) -> Option<Scene> {
    render_aligned_timelines(&incidents(compared), AlignedAt::Start, size)
}

fn incidents(compared: &Comparison) -> Vec<ComparedIncident<'_>> {
    let pairs = compared.pairs();
    pairs.map(|(_, title, incident)| ComparedIncident { title: title.to_owned(), incident }).collect()
}
