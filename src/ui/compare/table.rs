//! The comparison as a table that can be sorted, a hundred incidents a page.

use web_sys::Event;
use yew::Callback;

use crate::state::{Action, EntryView, Page, Setting, Settings, SortKey};
use crate::ui::element::{Element, element, words};
use crate::ui::figure_menu::Taken;
use crate::ui::names::Name;
use crate::ui::told::Told;

/// The columns: what sorts by them, and whether they hold numbers.
const COLUMNS: [(&str, Option<SortKey>, bool); 9] = [
    ("Incident", Some(SortKey::Title), false),
    ("Began", Some(SortKey::Day), false),
    ("Severity", Some(SortKey::Severity), false),
    ("Service", None, false),
    ("Duration", Some(SortKey::Duration), true),
    ("Share affected", Some(SortKey::Impact), true),
    ("To detect", Some(SortKey::Detection), true),
    ("Entries", None, true),
    ("Doubts", None, true),
];

/// One page of it. Reports without an incident have no row.
pub(super) fn table(
    page: &Page,
    settings: &Settings,
    dispatch: &Callback<Action>,
    taken: &Callback<Taken>,
) -> Element {
    let mut header = element("tr");
    for (name, key, is_number) in COLUMNS {
        header = header.with(head(name, key, settings, dispatch).class_if(is_number, "number"));
    }
    let mut body = element("tbody");
    for entry in page.entries.iter().filter(|entry| entry.found) {
        body = body.with(row(entry));
    }
    let caption = ["Side by side; duration counts ", settings.definition.label()].concat();
    let table = element("table").class("wide").attr(Name::DataTestid, "compare-table");
    let table = table.with(words("caption", "", &caption)).with(element("thead").with(header));
    element("section")
        .attr(Name::AriaLabel, "Table")
        .with(element("div").class("scroll").with(table.with(body)))
        .with_if((page.count > 1).then(|| pages(page, dispatch)))
        .with(ways_out(taken))
}

/// All pages at once, as a file or on the clipboard.
fn ways_out(taken: &Callback<Taken>) -> Element {
    let mut ways = element("p").class("ways");
    for (way, name) in [(Taken::Table, "Copy all as a table"), (Taken::Csv, "Save all as CSV")] {
        let pressed = Told::PressedHere(taken.reform(move |_: Event| way));
        ways = ways.with(words("button", "button", name).on(&Callback::noop(), pressed));
    }
    ways
}

fn head(name: &str, key: Option<SortKey>, settings: &Settings, dispatch: &Callback<Action>) -> Element {
    let head = element("th").attr(Name::Scope, "col");
    let Some(key) = key else { return head.text(name) };
    let order = match settings.sort {
        sort if sort.key != key => None,
        sort if sort.descending => Some(("descending", " ↓")),
        _ => Some(("ascending", " ↑")),
    };
    let sign = order.map(|(_, sign)| words("span", "", sign).attr(Name::AriaHidden, "true"));
    let button = words("button", "sort", name).with_if(sign);
    head.attr_if(Name::AriaSort, order.map(|(name, _)| name))
        .with(button.press(dispatch, Action::SettingChosen(Setting::Sort(key))))
}

fn row(entry: &EntryView) -> Element {
    let title = words("button", "link", &entry.title).entry(entry.id);
    let impact = number(known(entry.impact.as_ref())).attr(Name::DataValue, &entry.impact_value);
    let of = entry.impact_of.as_ref().map(|of| words("small", "", " of ").text(of));
    element("tr")
        .key(entry.id.to_string())
        .entry(entry.id)
        .with(element("th").attr(Name::Scope, "row").with(title))
        .with(words("td", "", known(entry.day.as_ref())))
        .with(words("td", "", known(entry.severity.as_ref())))
        .with(words("td", "service", known(entry.service.as_ref())))
        .with(number(known(entry.duration.as_ref())).attr(Name::DataValue, &entry.duration_value))
        .with(impact.with_if(of))
        .with(number(known(entry.time_to_detect.as_ref())))
        .with(number(&entry.entries.to_string()))
        .with(number(&entry.doubts.to_string()))
}

fn pages(page: &Page, dispatch: &Callback<Action>) -> Element {
    let step = |name: &str, to: Option<usize>| {
        let button =
            words("button", "button", name).attr_if(Name::Disabled, to.is_none().then_some("disabled"));
        match to {
            Some(to) => button.press(dispatch, Action::SettingChosen(Setting::Page(to))),
            None => button,
        }
    };
    let (number, count) = ((page.number + 1).to_string(), page.count.to_string());
    let next = Some(page.number + 1).filter(|next| *next < page.count);
    element("nav")
        .class("pages")
        .attr(Name::AriaLabel, "Pages of the table")
        .with(step("Previous", page.number.checked_sub(1)))
        .with(words("span", "soft", &["Page ", &number, " of ", &count].concat()))
        .with(step("Next", next))
}

fn number(value: &str) -> Element {
    words("td", "number", value)
}

fn known(value: Option<&String>) -> &str {
    value.map_or("–", String::as_str)
}
