//! One incident of the list.

use yew::Callback;

use crate::state::{Action, EntryView};
use crate::text::decimal;

use super::element::{Element, element, icon_button, words};
use super::names::Name;

/// One line of the list, marked where it is on view.
pub(super) fn list_item(entry: &EntryView, is_selected: bool, dispatch: &Callback<Action>) -> Element {
    let is_corrected = entry.is_corrected.then(|| words("span", "flag quiet", "corrected"));
    let about = words("small", "", about(entry)).with_if(doubt_flag(entry.doubts)).with_if(is_corrected);
    let kind = kind(entry);
    let pick = element("button")
        .class("pick")
        .entry(entry.id)
        .attr_if(Name::AriaCurrent, is_selected.then_some("true"))
        .with(words("span", "name", &entry.title))
        .with_if((!kind.is_empty()).then(|| words("small", "kind", &kind)))
        .with(about)
        .with(words("span", "figure", &figures(entry)))
        .with(share_bar(entry.percent));
    let delete = icon_button("×", &["Delete ", &entry.title].concat())
        .class("delete")
        .attr(Name::Title, "Delete")
        .press(dispatch, Action::ReportRemoved(entry.id.report));
    element("li")
        .key(entry.id.to_string())
        .class("item")
        .class_if(is_selected, "on")
        .attr(Name::DataTestid, "report-item")
        .with(pick)
        .with(delete)
}

fn about(entry: &EntryView) -> &str {
    match &entry.day {
        _ if entry.is_being_read => "reading…",
        _ if !entry.found => "no incident found",
        Some(day) => day,
        None => "no date",
    }
}

/// Severity, service and tags, quietly.
fn kind(entry: &EntryView) -> String {
    let named = [&entry.severity, &entry.service].into_iter().flatten().map(String::as_str);
    named.chain(entry.tags.iter().map(|tag| &**tag)).collect::<Vec<_>>().join(" · ")
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
