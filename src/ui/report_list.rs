//! The list of incidents, one page of it.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Action, EntryId, Page, Settings, View, grouped};

use super::element::{Element, element, words};
use super::list_item::list_item;
use super::list_tools::{list_tools, pager};
use super::names::Name;

/// What the list shows.
#[derive(Properties)]
pub(super) struct Props {
    pub page: Rc<Page>,
    pub settings: Rc<Settings>,
    /// How many more incidents were found but are not listed.
    pub left_out: usize,
    pub selected: Option<EntryId>,
    /// How many reports were deleted and can still be brought back.
    pub deleted: usize,
    pub dispatch: Callback<Action>,
}

impl PartialEq for Props {
    /// The page is computed once for each change of it, so that its identity says enough.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
            && Rc::ptr_eq(&self.settings, &other.settings)
            && (self.left_out, self.selected, self.deleted) == (other.left_out, other.selected, other.deleted)
            && self.dispatch == other.dispatch
    }
}

/// The list with what searches, sorts and turns its pages, and what can be done with all of it. It is a component so
/// that pointing at facts does not draw it again.
pub(super) struct ReportList;

impl Component for ReportList {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Props { page, settings, left_out, selected, deleted, dispatch } = context.props();
        let mut list = element("ol").class("list").attr(Name::DataTestid, "report-list");
        for entry in &page.entries {
            list = list.with(list_item(entry, *selected == Some(entry.id), dispatch));
        }
        let has_tools = page.all > 1 || !settings.search.is_empty();
        let rest = [&grouped(*left_out), " more incidents are not listed."].concat();
        element("div")
            .with_if(has_tools.then(|| list_tools(page, settings, dispatch)))
            .with_if((!page.entries.is_empty()).then_some(list))
            .with_if((page.count > 1).then(|| pager("Pages, at the end", page, dispatch)))
            .with_if((*left_out > 0).then(|| words("p", "soft rest", &rest)))
            .with_if((page.all + deleted > 0).then(|| library_ways(page.all, *deleted, dispatch)))
            .html()
    }
}

/// What can be done with the whole library.
fn library_ways(all: usize, deleted: usize, dispatch: &Callback<Action>) -> Element {
    let link = |name: &str, testid: &str, action: Action| {
        let button = words("button", "link quiet", name).attr(Name::DataTestid, testid);
        element("li").with(button.press(dispatch, action))
    };
    let bin = ["Recently deleted (", &grouped(deleted), ")"].concat();
    element("ul")
        .class("library")
        .attr(Name::AriaLabel, "The library")
        .with_if((deleted > 0).then(|| link(&bin, "deleted", Action::ViewChosen(View::Deleted))))
        .with_if((all > 0).then(|| link("Export library", "export", Action::ExportRequested)))
        .with_if((all > 1).then(|| link("Delete all", "delete-all", Action::RemovalOfAllRequested)))
}
