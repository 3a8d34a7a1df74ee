//! The comparison: its settings, its figures, its charts, and the table of it all.

mod choices;
mod groups;
mod settings_bar;
mod summary;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{Scene, Size};
use crate::state::{
    Action, ComparedGroups, Comparison, ComparisonChart, EntryId, Grouping, Page, Settings, State,
    carried_text, compared_groups, comparison, comparison_table, open_page,
};

use super::element::{Element, element, words};
use super::figure::Figure;
use super::figure_menu::{Taken, take_table};
use super::names::Name;

pub(super) use self::choices::value_of;

/// A picture of more incidents carries none of them: it would weigh more than the reports.
const MOST_CARRIED: usize = 500;

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

type Draw = Callback<Size, Option<Scene>>;
type GroupChoice = (Grouping, Option<[Rc<str>; 2]>);

/// The view. What it shows is kept until something that it follows from changes, so that moving the line of
/// one chart neither resamples ten thousand durations nor draws the other charts.
pub(super) struct CompareView {
    compared: Rc<Comparison>,
    entries: Rc<[EntryId]>,
    /// Gives what a saved picture carries.
    carried: Callback<(), String>,
    charts: Vec<(ComparisonChart, Draw)>,
    /// What came of comparing two groups, and of which it was.
    groups: Option<(Rc<Comparison>, GroupChoice, ComparedGroups)>,
    page: Page,
}

impl Component for CompareView {
    /// The table is to be taken away.
    type Message = Taken;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let state = &context.props().state;
        let compared = Rc::new(comparison(state));
        let mut view = Self {
            entries: entries(&compared),
            carried: carried(state, &compared),
            compared,
            charts: Vec::new(),
            groups: None,
            page: open_page(state),
        };
        view.renew_charts(&state.settings);
        view
    }

    fn update(&mut self, context: &Context<Self>, taken: Taken) -> bool {
        let Props { state, dispatch } = context.props();
        take_table(taken, &comparison_table(state), "outage-lens-incidents", dispatch);
        false
    }

    fn changed(&mut self, context: &Context<Self>, _: &Props) -> bool {
        let state = &context.props().state;
        if !self.compared.is_of(state) {
            self.compared = Rc::new(comparison(state));
            self.entries = entries(&self.compared);
            self.carried = carried(state, &self.compared);
            self.charts.clear();
        }
        self.renew_charts(&state.settings);
        self.page = open_page(state);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Props { state, dispatch } = context.props();
        let settings = &state.settings;
        let mut charts = element("div").class("charts");
        for (chart, draw) in &self.charts {
            charts = charts.child(self.figure(chart, draw, dispatch));
        }
        element("main")
            .class("compare")
            .attr(Name::DataTestid, "compare-view")
            .with(words("h1", "", &self.heading()).attr(Name::DataTestid, "compare-count"))
            .with(settings_bar::settings_bar(settings, &self.compared, dispatch))
            .with(summary::summary(&self.compared))
            .with(charts)
            .with(table::table(&self.page, settings, dispatch, &context.link().callback(|taken| taken)))
            .with_if(self.left_out())
            .html()
    }
}

impl CompareView {
    /// Keeps every chart that is still the same, and its drawing with it.
    fn renew_charts(&mut self, settings: &Settings) {
        let choice = (settings.grouping.clone(), settings.pair.clone());
        let is_kept = |(of, before, _): &(Rc<Comparison>, GroupChoice, _)| {
            Rc::ptr_eq(of, &self.compared) && *before == choice
        };
        if !self.groups.as_ref().is_some_and(is_kept) {
            let found = compared_groups(&self.compared, &choice.0, choice.1.as_ref());
            self.groups = Some((Rc::clone(&self.compared), choice, found));
        }
        let mut before = std::mem::take(&mut self.charts);
        for chart in ComparisonChart::all(settings) {
            let kept = before.iter().position(|(other, _)| *other == chart);
            if let Some(place) = kept {
                self.charts.push(before.swap_remove(place));
                continue;
            }
            self.charts.push((chart.clone(), drawing(&self.compared, chart)));
        }
    }

    fn figure(&self, chart: &ComparisonChart, draw: &Draw, dispatch: &Callback<Action>) -> Html {
        let beside = match chart {
            ComparisonChart::Groups { .. } => {
                self.groups.as_ref().map(|(.., found)| groups::groups_view(found, dispatch))
            }
            _ => None,
        };
        html! {
            <Figure
                key={chart.name()}
                testid={["compare-", chart.name()].concat()}
                subject={chart.subject()}
                missing={chart.missing(&self.compared)}
                waits={true}
                wide={chart.is_wide()}
                draw={draw.clone()}
                entries={Rc::clone(&self.entries)}
                carried={self.carried.clone()}
                beside={beside.map(Element::html)}
                dispatch={dispatch.clone()}
            />
        }
    }

    /// How many incidents are compared, of how many.
    fn heading(&self) -> String {
        let (n, all) = (self.compared.incidents.len(), self.compared.all);
        let plural = if all == 1 { " incident" } else { " incidents" };
        let of = if n == all { String::new() } else { [" of ", &all.to_string()].concat() };
        [&n.to_string(), &*of, plural].concat()
    }

    fn left_out(&self) -> Option<Element> {
        let sentence = match self.compared.without_incident {
            0 => return None,
            1 => "1 report is left out, because no incident was found in it.".to_owned(),
            count => format!("{count} reports are left out, because no incident was found in them."),
        };
        Some(words("p", "soft", &sentence))
    }
}

fn entries(compared: &Comparison) -> Rc<[EntryId]> {
    compared.incidents.iter().map(|one| one.id).collect()
}

/// What a picture of the compared incidents carries; nothing where they are too many for a picture.
fn carried(state: &Rc<State>, compared: &Comparison) -> Callback<(), String> {
    let (state, entries) = (Rc::clone(state), entries(compared));
    Callback::from(
        move |()| {
            if entries.len() > MOST_CARRIED { String::new() } else { carried_text(&state, &entries) }
        },
    )
}

fn drawing(compared: &Rc<Comparison>, chart: ComparisonChart) -> Draw {
    let compared = Rc::clone(compared);
    Callback::from(move |size| chart.draw(&compared, size))
}
