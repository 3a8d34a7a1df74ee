//! What stands in the middle before there is a report.

use yew::prelude::*;

use crate::state::Action;

use super::samples_menu::samples_menu;

/// What the page does, and the samples to try it with. A list that is not empty needs fewer words.
pub(super) fn welcome(is_first: bool, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="welcome">
            if is_first {
                <h1>{ "How long, how bad, what happened when" }</h1>
                <p class="lead">
                    { "Paste an outage report. Its duration, impact, window and timeline appear at once, each with \
                       the words it was read from, and with a doubt wherever the report disagrees with itself." }
                </p>
                <p class="lead">
                    { "Two reports or more become a comparison. Everything happens in this page." }
                </p>
            } else {
                <h1>{ "A new report" }</h1>
                <p class="lead">{ "Paste or write it in the field, or open a sample." }</p>
            }
            <h2>{ "Samples" }</h2>
            { samples_menu(dispatch) }
        </div>
    }
}
