//! The bar at the top: views, privacy, theme, keys.

use yew::prelude::*;

use crate::state::{Action, Dialog, Theme, View};

/// The bar at the top. `count` is how many incidents there are to compare.
pub(super) fn top_bar(view: View, theme: Theme, count: usize, dispatch: &Callback<Action>) -> Html {
    let tell = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(action.clone()))
    };
    let theme_label = match theme {
        Theme::System => "Theme: as the system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    html! {
        <header class="top">
            <b class="brand"><span class="lens" aria-hidden="true"></span><span>{ "Outage Lens" }</span></b>
            <nav class="views" aria-label="Views">
                { tab("Report", view == View::Report, false, tell(Action::ViewChosen(View::Report))) }
                { tab(
                    &if count < 2 { "Compare".to_owned() } else { format!("Compare {count}") },
                    view == View::Compare,
                    count < 2,
                    tell(Action::ViewChosen(View::Compare)),
                ) }
            </nav>
            <div class="right">
                <button class="plain private" data-testid="privacy"
                    onclick={tell(Action::DialogOpened(Dialog::Privacy))}>
                    <span class="dot" aria-hidden="true"></span>
                    <span class="long">{ "Nothing leaves this page" }</span>
                    <span class="short">{ "Private" }</span>
                    <span class="how">{ "how to check" }</span>
                </button>
                <button class="plain icon" data-testid="theme-switch" data-value={theme.as_str()}
                    aria-label={theme_label} title={theme_label}
                    onclick={tell(Action::ThemeChosen(theme.next()))}>
                    { theme_icon(theme) }
                </button>
                <button class="plain icon" data-testid="keys" aria-label="Keys" title="Keys (?)"
                    onclick={tell(Action::DialogOpened(Dialog::Keys))}>{ "?" }</button>
            </div>
        </header>
    }
}

fn tab(name: &str, is_open: bool, disabled: bool, onclick: Callback<MouseEvent>) -> Html {
    let title = disabled.then_some("From two reports on");
    html! {
        <button class="tab" aria-current={is_open.then_some("page")} {disabled} {title} {onclick}>
            { name }
        </button>
    }
}

fn theme_icon(theme: Theme) -> Html {
    let drawing = match theme {
        Theme::System => html! { <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" /> },
        Theme::Light => html! { <circle cx="8" cy="8" r="2.5" fill="currentColor" /> },
        Theme::Dark => html! { <circle cx="8" cy="8" r="6" fill="currentColor" /> },
    };
    html! {
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5" />
            { drawing }
        </svg>
    }
}
