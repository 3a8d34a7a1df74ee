//! The whole page.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::platform;
use crate::state::{Action, State, Storage, View, deleted_list, title_of};

use super::compare::CompareView;
use super::deleted_view::deleted_view;
use super::dialog::{dialog_view, open_dialog};
use super::element::{element, group, words};
use super::incident_view::IncidentView;
use super::listing::Listing;
use super::names::Name;
use super::notice_bar::notice_bar;
use super::paste_panel::paste_panel;
use super::report_list::ReportList;
use super::report_panel::report_panel;
use super::storage_banner::storage_banner;
use super::store::Store;
use super::top_bar::top_bar;
use super::welcome::welcome;

/// The page.
pub(super) struct App {
    store: Rc<Store>,
    dispatch: Callback<Action>,
    listing: Listing,
    /// Leads to the dialog over the page.
    dialog: NodeRef,
    /// The title that the tab has.
    title: String,
    /// They listen to the whole page for as long as it is shown.
    listeners: Vec<EventListener>,
}

impl Component for App {
    /// There is another state.
    type Message = ();
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let store = Store::new(context.link().callback(|()| ()));
        let dispatch = Callback::from({
            let store = Rc::clone(&store);
            move |action| store.dispatch(action)
        });
        let listing = Listing::of(&store.state());
        Self {
            store,
            dispatch,
            listing,
            dialog: NodeRef::default(),
            title: String::new(),
            listeners: Vec::new(),
        }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        let state = self.store.state();
        if !self.listing.is_of(&state) {
            self.listing = Listing::of(&state);
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        page(&self.store.state(), &self.listing, &self.dialog, &self.dispatch)
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        open_dialog(&self.dialog);
        let title = tab_title(&self.store.state());
        if title != self.title {
            platform::show_title(&title);
            self.title = title;
        }
        if first {
            let dispatch = self.store.dispatcher();
            let store = Rc::clone(&self.store);
            platform::restore_theme(&dispatch);
            platform::open_library(&dispatch);
            let address = platform::follow_address(&dispatch);
            self.listeners = platform::listen(&dispatch, Rc::new(move |key| store.press(key)));
            self.listeners.extend(address.into_iter().flatten());
        }
    }
}

fn page(state: &Rc<State>, listing: &Listing, node: &NodeRef, dispatch: &Callback<Action>) -> Html {
    let main = match state.view {
        View::Compare => html! { <CompareView state={Rc::clone(state)} dispatch={dispatch.clone()} /> },
        View::Report => report_part(state, listing, dispatch),
        View::Deleted => {
            let deleted = deleted_list(state, platform::now_ms());
            deleted_view(&deleted, state.deleted.len(), dispatch).html()
        }
    };
    let dialog = state.dialog.map(|dialog| dialog_view(dialog, state.share.as_ref(), node, dispatch));
    group()
        .with(top_bar(state.view, state.theme, listing.incident_count, dispatch))
        .with_if(storage_banner(&state.storage, dispatch))
        .with(notice_bar(state.notice.as_ref(), dispatch))
        .child(main)
        .with_if(dialog)
        .html()
}

fn report_part(state: &Rc<State>, listing: &Listing, dispatch: &Callback<Action>) -> Html {
    let rail = element("nav").class("rail").attr(Name::AriaLabel, "Reports");
    let facts = element("section").class("incident").attr(Name::AriaLabel, "Facts");
    let list = html! {
        <ReportList
            page={Rc::clone(&listing.page)}
            settings={Rc::clone(&state.settings)}
            left_out={listing.left_out}
            selected={state.selected}
            deleted={state.deleted.len()}
            dispatch={dispatch.clone()}
        />
    };
    element("main")
        .class("three")
        .class_if(state.selected.is_none(), "empty")
        .with(rail.with(paste_panel(state.selected.is_some(), dispatch)).child(list))
        .with(facts.child(middle(state, listing, dispatch)))
        .with(report_panel(state, dispatch))
        .html()
}

fn middle(state: &Rc<State>, listing: &Listing, dispatch: &Callback<Action>) -> Html {
    match state.selected_report() {
        None if state.storage == Storage::Opening && !state.editing => {
            words("p", "sub", "Opening the library…").attr(Name::Role, "status").html()
        }
        None => {
            let is_first = state.reports.is_empty() && state.deleted.is_empty();
            welcome(is_first, dispatch).html()
        }
        Some(report) => html! {
            <IncidentView
                report={Rc::clone(report)}
                incident={state.selected.map_or(0, |entry| entry.incident)}
                lit={state.lit()}
                chosen={state.chosen}
                correcting={state.correcting.clone()}
                writing={state.writing}
                tags={Rc::clone(&listing.tags)}
                dispatch={dispatch.clone()}
            />
        },
    }
}

fn tab_title(state: &State) -> String {
    const NAME: &str = "Outage Lens";
    match (state.view, state.selected_report()) {
        (View::Compare, _) => ["Comparison – ", NAME].concat(),
        (View::Deleted, _) => ["Recently deleted – ", NAME].concat(),
        (View::Report, Some(report)) => {
            let place = state.selected.map_or(0, |entry| entry.incident);
            [&title_of(report, place, state.selected_incident()), " – ", NAME].concat()
        }
        (View::Report, None) => NAME.to_owned(),
    }
}
