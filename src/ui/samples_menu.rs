//! The samples.

use yew::prelude::*;

use crate::state::{Action, SAMPLES, Sample};

/// The samples, each a button.
pub(super) fn samples_menu(dispatch: &Callback<Action>) -> Html {
    let button = |(place, sample): (usize, &Sample)| {
        let open = dispatch.reform(move |_: MouseEvent| Action::SampleOpened(place));
        html! {
            <li>
                <button class="sample" data-testid={["sample-", sample.name].concat()} onclick={open}>
                    <b>{ sample.title }</b>
                    <small>{ sample.teaser }</small>
                </button>
            </li>
        }
    };
    html! {
        <ul class="samples" data-testid="sample-menu">
            { for SAMPLES.iter().enumerate().map(button) }
        </ul>
    }
}
