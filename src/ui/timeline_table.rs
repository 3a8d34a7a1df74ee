//! The timeline as a table.

use yew::prelude::*;

use crate::incident::Phase;
use crate::state::{FactId, MOST_ENTRIES, TimelineRow};

/// The timeline's entries, in the report's order; `left_out` more are not shown.
pub(super) fn timeline_table(rows: &[TimelineRow], left_out: usize, lit: Option<FactId>) -> Html {
    if rows.is_empty() {
        return html! { <p class="soft" data-testid="no-timeline">{ "No timeline was found in the text." }</p> };
    }
    html! {
        <div class="entries">
            <table data-testid="timeline-table">
                <caption>{ "Timeline" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Time" }</th>
                        <th scope="col">{ "After start" }</th>
                        <th scope="col">{ "What happened" }</th>
                        <th scope="col">{ "Phase" }</th>
                    </tr>
                </thead>
                <tbody>{ for rows.iter().map(|row| table_row(row, lit == Some(row.id))) }</tbody>
            </table>
            if left_out > 0 {
                <p class="soft">
                    { format!("The first {MOST_ENTRIES} entries are shown; {left_out} more are in the text.") }
                </p>
            }
        </div>
    }
}

fn table_row(row: &TimelineRow, is_lit: bool) -> Html {
    let doubted = !row.doubts.is_empty();
    let id = row.id.to_string();
    html! {
        <tr class={classes!(is_lit.then_some("lit"), doubted.then_some("doubted"))} data-fact={id.clone()}
            data-value={row.value.clone()}>
            <th scope="row">
                if let Some(day) = &row.day {
                    <small class="day">{ day }</small>
                }
                <button class="time" data-fact={id}>{ row.time.as_deref().unwrap_or("open") }</button>
            </th>
            <td class="after">{ row.after_start.as_deref().unwrap_or("–") }</td>
            <td>
                { &row.text }
                if doubted {
                    <span class="flag">{ "doubt" }</span>
                }
            </td>
            <td class="phase">{ tag(row.phase) }</td>
        </tr>
    }
}

fn tag(phase: Phase) -> Html {
    match phase {
        Phase::Other => Html::default(),
        phase => {
            let name = phase.as_str();
            html! { <span class={classes!("tag", ["tag-", name].concat())}>{ name }</span> }
        }
    }
}
