//! The ways in: paste, drop, pick files, write.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::platform;
use crate::state::Action;

/// The ways in. With a report on view an empty text field has to be asked for: then `begins` is set.
pub(super) fn paste_panel(begins: bool, dispatch: &Callback<Action>) -> Html {
    let pick = dispatch.reform(|event: Event| {
        Action::FilesDropped(platform::take_picked_files(&event.target_unchecked_into::<HtmlInputElement>()))
    });
    let begin = dispatch.reform(|_: MouseEvent| Action::ReportBegun);
    html! {
        <div class="paste">
            <p>{ "Paste a report anywhere, or drop files." }</p>
            <p class="ways">
                <label class="button">
                    { "Choose files" }
                    <input type="file" multiple=true class="hidden" data-testid="file-input"
                        accept=".md,.markdown,.txt,.text,.log,.html,.htm,text/*" onchange={pick} />
                </label>
                if begins {
                    <button class="button" data-testid="new-report" onclick={begin}>{ "New" }</button>
                }
            </p>
        </div>
    }
}
