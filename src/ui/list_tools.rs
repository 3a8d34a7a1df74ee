//! What searches and sorts the list, and turns its pages.

use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::{Callback, TargetCast};

use crate::state::{Action, Page, Setting, Settings, SortKey, page_words};

use super::element::{Element, element, icon_button, words};
use super::names::Name;
use super::told::Told;

/// The search field, the order, and how much of the list is shown.
pub(super) fn list_tools(page: &Page, settings: &Settings, dispatch: &Callback<Action>) -> Element {
    let shown = words("p", "soft shown", &page_words(page)).attr(Name::Role, "status");
    let shown = shown.attr(Name::DataTestid, "list-count");
    element("div")
        .class("tools")
        .attr(Name::Role, "search")
        .attr(Name::AriaLabel, "The list")
        .with(search_field(settings, dispatch))
        .with(sort_menu(settings, dispatch))
        .with(element("div").class("row").with(shown).with_if(turner(page, dispatch)))
}

fn search_field(settings: &Settings, dispatch: &Callback<Action>) -> Element {
    element("input")
        .class("field")
        .attr(Name::Type, "search")
        .attr(Name::DataTestid, "search")
        .attr(Name::AriaLabel, "Search names, tags, services, severities and days")
        .attr(Name::Placeholder, "Search")
        .attr(Name::Title, "Search (/)")
        .attr(Name::Spellcheck, "false")
        .attr(Name::Autocomplete, "off")
        .value(&settings.search)
        .on(dispatch, Told::Written(searched))
}

fn sort_menu(settings: &Settings, dispatch: &Callback<Action>) -> Element {
    let sort = settings.sort;
    let mut menu =
        element("select").class("field").attr(Name::DataTestid, "sort").attr(Name::AriaLabel, "Sort by");
    for key in SortKey::all() {
        let option = words("option", "", key.label()).attr(Name::Value, key.as_str());
        menu = menu.with(option.selected(key == sort.key));
    }
    let (sign, order) =
        if sort.descending { ("↓", "Largest or last first") } else { ("↑", "Smallest or first first") };
    let turn = icon_button(sign, &["Order: ", order].concat()).attr(Name::Title, order);
    let turn = turn
        .attr(Name::DataTestid, "sort-order")
        .press(dispatch, Action::SettingChosen(Setting::Sort(sort.key)));
    element("div").class("row").with(menu.on(dispatch, Told::Changed(sorted))).with(turn)
}

/// Turns the pages, where there are several.
pub(super) fn pager(name: &str, page: &Page, dispatch: &Callback<Action>) -> Element {
    let words = words("span", "soft shown", &page_words(page));
    element("nav").class("row pager").attr(Name::AriaLabel, name).with(words).with_if(turner(page, dispatch))
}

fn turner(page: &Page, dispatch: &Callback<Action>) -> Option<Element> {
    let turn = |sign: &str, name: &str, testid: &str, to: Option<usize>| {
        let button = icon_button(sign, name).attr(Name::DataTestid, testid);
        let button = button.attr_if(Name::Disabled, to.is_none().then_some("disabled"));
        button.press(dispatch, Action::SettingChosen(Setting::Page(to.unwrap_or(page.number))))
    };
    let next = page.number + 1;
    (page.count > 1).then(|| {
        element("span")
            .class("turner")
            .with(turn("‹", "Previous page", "page-before", page.number.checked_sub(1)))
            .with(turn("›", "Next page", "page-after", (next < page.count).then_some(next)))
    })
}

// Listeners take their event as their own.
#[expect(clippy::needless_pass_by_value)]
fn searched(event: Event) -> Action {
    let words = event.target_unchecked_into::<HtmlInputElement>().value();
    Action::SettingChosen(Setting::Search(words.into()))
}

#[expect(clippy::needless_pass_by_value)]
fn sorted(event: Event) -> Action {
    let word = event.target_unchecked_into::<HtmlSelectElement>().value();
    Action::SettingChosen(Setting::Sort(SortKey::from_name(&word).unwrap_or_default()))
}
