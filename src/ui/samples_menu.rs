//! The samples.

use yew::prelude::*;

use crate::state::{Action, SAMPLES, Sample};

/// What the menu needs.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub dispatch: Callback<Action>,
}

/// The samples, each a button.
#[component]
pub(super) fn SamplesMenu(props: &Props) -> Html {
    let button = |(place, sample): (usize, &Sample)| {
        let open = props.dispatch.reform(move |_: MouseEvent| Action::SampleOpened(place));
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
