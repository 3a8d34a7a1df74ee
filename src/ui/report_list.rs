//! The list of incidents.

use yew::prelude::*;

use crate::state::{Action, EntryId, EntryView};

/// What the list shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub entries: Vec<EntryView>,
    pub selected: Option<EntryId>,
    pub dispatch: Callback<Action>,
}

/// The list of incidents, the one on view marked.
#[component]
pub(super) fn ReportList(props: &Props) -> Html {
    if props.entries.is_empty() {
        return Html::default();
    }
    let remove_all = props.dispatch.reform(|_: MouseEvent| Action::RemovalOfAllRequested);
    html! {
        <>
            <ol class="list" data-testid="report-list">
                { for props.entries.iter().map(|entry| item(entry, props)) }
            </ol>
            if props.entries.len() > 1 {
                <button class="link quiet" data-testid="remove-all" onclick={remove_all}>
                    { "Remove all" }
                </button>
            }
        </>
    }
}

fn item(entry: &EntryView, props: &Props) -> Html {
    let is_selected = props.selected == Some(entry.id);
    let report = entry.id.report;
    let remove = props.dispatch.reform(move |_: MouseEvent| Action::ReportRemoved(report));
    html! {
        <li key={entry.id.to_string()} class={classes!("item", is_selected.then_some("on"))}
            data-testid="report-item">
            <button class="pick" data-entry={entry.id.to_string()}
                aria-current={is_selected.then_some("true")}>
                <span class="name">{ &entry.title }</span>
                <span class="figure">{ entry.duration.as_deref().unwrap_or("–") }</span>
                <small>{ about(entry) }</small>
                <small class="share">{ entry.impact.as_deref().unwrap_or("–") }</small>
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
    let day = entry.day.as_deref().unwrap_or("no date");
    match entry.doubts {
        0 => day.to_owned(),
        1 => [day, " · 1 doubt"].concat(),
        count => format!("{day} · {count} doubts"),
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
