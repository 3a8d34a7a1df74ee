//! The list of incidents.

use yew::prelude::*;

use crate::state::{Action, EntryId, EntryView};

/// The list of incidents, the one on view marked; `left_out` more are not listed.
pub(super) fn report_list(
    entries: &[EntryView],
    left_out: usize,
    selected: Option<EntryId>,
    dispatch: &Callback<Action>,
) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    let remove_all = dispatch.reform(|_: MouseEvent| Action::RemovalOfAllRequested);
    html! {
        <>
            <ol class="list" data-testid="report-list">
                { for entries.iter().map(|entry| item(entry, selected, dispatch)) }
            </ol>
            if left_out > 0 {
                <p class="soft">{ format!("{} more incidents are not listed.", left_out) }</p>
            }
            if entries.len() > 1 {
                <button class="link quiet" data-testid="remove-all" onclick={remove_all}>
                    { "Remove all" }
                </button>
            }
        </>
    }
}

fn item(entry: &EntryView, selected: Option<EntryId>, dispatch: &Callback<Action>) -> Html {
    let is_selected = selected == Some(entry.id);
    let report = entry.id.report;
    let remove = dispatch.reform(move |_: MouseEvent| Action::ReportRemoved(report));
    html! {
        <li key={entry.id.to_string()} class={classes!("item", is_selected.then_some("on"))}
            data-testid="report-item">
            <button class="pick" data-entry={entry.id.to_string()}
                aria-current={is_selected.then_some("true")}>
                <span class="name">{ &entry.title }</span>
                <small>{ about(entry) }{ doubt_flag(entry.doubts) }</small>
                <span class="figure">{ figures(entry) }</span>
                { share_bar(entry.percent) }
            </button>
            <button class="plain icon remove" title="Remove"
                aria-label={["Remove ", &entry.title].concat()} onclick={remove}>{ "×" }</button>
        </li>
    }
}

fn about(entry: &EntryView) -> String {
    if entry.is_being_read {
        return "reading…".to_owned();
    }
    if !entry.found {
        return "no incident found".to_owned();
    }
    entry.day.clone().unwrap_or_else(|| "no date".to_owned())
}

fn doubt_flag(doubts: usize) -> Html {
    match doubts {
        0 => Html::default(),
        1 => html! { <span class="flag">{ "doubt" }</span> },
        count => html! { <span class="flag">{ count }{ " doubts" }</span> },
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
fn share_bar(percent: Option<f64>) -> Html {
    let width = percent.map(|percent| format!("{:.1}%", percent.clamp(0.0, 100.0)));
    html! {
        <svg class="bar" width="100%" height="3" aria-hidden="true">
            <rect class="bar-all" width="100%" height="3" rx="1.5" />
            if let Some(width) = width {
                <rect class="bar-share" {width} height="3" rx="1.5" />
            }
        </svg>
    }
}
