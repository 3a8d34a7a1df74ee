//! The list of incidents.

use yew::Callback;

use crate::state::{Action, EntryId, EntryView};
use crate::text::decimal;

use super::element::{Element, element, group, icon_button, words};
use super::names::Name;

/// The list of incidents, the one on view marked; `left_out` more are not listed.
pub(super) fn report_list(
    entries: &[EntryView],
    left_out: usize,
    selected: Option<EntryId>,
    dispatch: &Callback<Action>,
) -> Option<Element> {
    if entries.is_empty() {
        return None;
    }
    let mut list = element("ol").class("list").attr(Name::DataTestid, "report-list");
    for entry in entries {
        list = list.with(item(entry, selected == Some(entry.id), dispatch));
    }
    let rest = [&left_out.to_string(), " more incidents are not listed."].concat();
    let remove_all = words("button", "link quiet", "Remove all")
        .attr(Name::DataTestid, "remove-all")
        .press(dispatch, Action::RemovalOfAllRequested);
    let parts = group().with(list).with_if((left_out > 0).then(|| words("p", "soft", &rest)));
    Some(parts.with_if((entries.len() > 1).then_some(remove_all)))
}

fn item(entry: &EntryView, is_selected: bool, dispatch: &Callback<Action>) -> Element {
    let about = words("small", "", about(entry)).with_if(doubt_flag(entry.doubts));
    let pick = element("button")
        .class("pick")
        .entry(entry.id)
        .attr_if(Name::AriaCurrent, is_selected.then_some("true"))
        .with(words("span", "name", &entry.title))
        .with(about)
        .with(words("span", "figure", &figures(entry)))
        .with(share_bar(entry.percent));
    let remove = icon_button("×", &["Remove ", &entry.title].concat())
        .class("remove")
        .attr(Name::Title, "Remove")
        .press(dispatch, Action::ReportRemoved(entry.id.report));
    element("li")
        .key(entry.id.to_string())
        .class("item")
        .class_if(is_selected, "on")
        .attr(Name::DataTestid, "report-item")
        .with(pick)
        .with(remove)
}

fn about(entry: &EntryView) -> &str {
    match &entry.day {
        _ if entry.is_being_read => "reading…",
        _ if !entry.found => "no incident found",
        Some(day) => day,
        None => "no date",
    }
}

fn doubt_flag(doubts: usize) -> Option<Element> {
    match doubts {
        0 => None,
        1 => Some(words("span", "flag", "doubt")),
        count => Some(words("span", "flag", &count.to_string()).text(" doubts")),
    }
}

fn figures(entry: &EntryView) -> String {
    match (&entry.duration, &entry.impact) {
        (Some(duration), Some(impact)) => [duration.as_str(), impact].join(" · "),
        (Some(figure), None) | (None, Some(figure)) => figure.clone(),
        (None, None) => "–".to_owned(),
    }
}

/// The share affected as a bar. The share itself stands beside it in words.
fn share_bar(percent: Option<f64>) -> Element {
    let share =
        percent.map(|percent| bar("bar-share", &[&decimal(percent.clamp(0.0, 100.0), 1), "%"].concat()));
    let drawing = element("svg").class("bar").attr(Name::Width, "100%").attr(Name::Height, "3");
    drawing.attr(Name::AriaHidden, "true").with(bar("bar-all", "100%")).with_if(share)
}

fn bar(class: &str, width: &str) -> Element {
    let bar = element("rect").class(class).attr(Name::Width, width);
    bar.attr(Name::Height, "3").attr(Name::Rx, "1.5")
}
