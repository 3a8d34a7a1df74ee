//! The comparison as a table.

use yew::prelude::*;

use crate::state::EntryView;

/// One row an incident.
pub(super) fn compare_table(entries: &[EntryView]) -> Html {
    html! {
        <div class="scroll">
            <table class="wide" data-testid="compare-table">
                <caption>{ "Side by side" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Incident" }</th>
                        <th scope="col">{ "Began" }</th>
                        <th scope="col" class="number">{ "Duration" }</th>
                        <th scope="col" class="number">{ "Impact" }</th>
                        <th scope="col" class="number">{ "To detect" }</th>
                        <th scope="col" class="number">{ "Entries" }</th>
                        <th scope="col" class="number">{ "Doubts" }</th>
                    </tr>
                </thead>
                <tbody>{ for entries.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn row(entry: &EntryView) -> Html {
    let open = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    html! {
        <tr data-entry={entry.id.to_string()}>
            <th scope="row"><button class="link" data-entry={entry.id.to_string()}>{ &entry.title }</button></th>
            <td>{ open(&entry.day) }</td>
            <td class="number" data-value={entry.duration_value.clone()}>{ open(&entry.duration) }</td>
            <td class="number" data-value={entry.impact_value.clone()}>
                { open(&entry.impact) }
                if let Some(of) = &entry.impact_of {
                    <small>{ " of " }{ of }</small>
                }
            </td>
            <td class="number">{ open(&entry.time_to_detect) }</td>
            <td class="number">{ entry.entries }</td>
            <td class="number">{ entry.doubts }</td>
        </tr>
    }
}
