//! The ways in: paste, drop, pick files, write.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::platform;
use crate::state::Action;

/// What the panel offers.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub dispatch: Callback<Action>,
    /// Whether an empty text field has to be asked for, as one report is on view.
    pub begins: bool,
}

/// The ways in.
#[component]
pub(super) fn PastePanel(props: &Props) -> Html {
    let pick = props.dispatch.reform(|event: Event| {
        Action::FilesDropped(platform::take_picked_files(&event.target_unchecked_into::<HtmlInputElement>()))
    });
    let begin = props.dispatch.reform(|_: MouseEvent| Action::ReportBegun);
    html! {
        <div class="paste">
            <p>{ "Paste a report anywhere, or drop files." }</p>
            <p class="ways">
                <label class="button">
                    { "Choose files" }
                    <input type="file" multiple=true class="hidden" data-testid="file-input"
                        accept=".md,.markdown,.txt,.text,.log,.html,.htm,text/*" onchange={pick} />
                </label>
                if props.begins {
                    <button class="button" data-testid="new-report" onclick={begin}>{ "New" }</button>
                }
            </p>
        </div>
    }
}
