//! The bar at the top: views, privacy, theme, keys.

use yew::Callback;

use crate::state::{Action, Dialog, Theme, View};

use super::element::{Element, element, icon_button, words};
use super::names::Name;

/// The bar at the top. `count` is how many incidents there are to compare.
pub(super) fn top_bar(view: View, theme: Theme, count: usize, dispatch: &Callback<Action>) -> Element {
    let lens = element("span").class("lens").attr(Name::AriaHidden, "true");
    let few = count < 2;
    let compare = if few { "Compare".to_owned() } else { ["Compare ", &count.to_string()].concat() };
    let views = element("nav")
        .class("views")
        .attr(Name::AriaLabel, "Views")
        .with(tab("Report", view == View::Report, false, View::Report, dispatch))
        .with(tab(&compare, view == View::Compare, few, View::Compare, dispatch));
    let keys = icon_button("?", "Keys").attr(Name::DataTestid, "keys").attr(Name::Title, "Keys (?)");
    let right = element("div")
        .class("right")
        .with(privacy(dispatch))
        .with(theme_switch(theme, dispatch))
        .with(keys.press(dispatch, Action::DialogOpened(Dialog::Keys)));
    element("header")
        .class("top")
        .with(element("b").class("brand").with(lens).with(words("span", "", "Outage Lens")))
        .with(views)
        .with(right)
}

fn tab(name: &str, is_open: bool, disabled: bool, view: View, dispatch: &Callback<Action>) -> Element {
    words("button", "tab", name)
        .attr_if(Name::AriaCurrent, is_open.then_some("page"))
        .attr_if(Name::Disabled, disabled.then_some("disabled"))
        .attr_if(Name::Title, disabled.then_some("From two reports on"))
        .press(dispatch, Action::ViewChosen(view))
}

fn privacy(dispatch: &Callback<Action>) -> Element {
    element("button")
        .class("plain private")
        .attr(Name::DataTestid, "privacy")
        .press(dispatch, Action::DialogOpened(Dialog::Privacy))
        .with(element("span").class("dot").attr(Name::AriaHidden, "true"))
        .with(words("span", "long", "Nothing leaves this page"))
        .with(words("span", "short", "Private"))
        .with(words("span", "how", "how to check"))
}

fn theme_switch(theme: Theme, dispatch: &Callback<Action>) -> Element {
    let label = match theme {
        Theme::System => "Theme: as the system",
        Theme::Light => "Theme: light",
        Theme::Dark => "Theme: dark",
    };
    element("button")
        .class("plain icon")
        .attr(Name::DataTestid, "theme-switch")
        .attr(Name::DataValue, theme.as_str())
        .attr(Name::AriaLabel, label)
        .attr(Name::Title, label)
        .press(dispatch, Action::ThemeChosen(theme.next()))
        .with(theme_icon(theme))
}

fn theme_icon(theme: Theme) -> Element {
    let drawing = match theme {
        Theme::System => element("path").attr(Name::D, "M8 2a6 6 0 0 1 0 12z"),
        Theme::Light => circle("2.5"),
        Theme::Dark => circle("6"),
    };
    let ring = circle("6").attr(Name::Fill, "none").attr(Name::Stroke, "currentColor");
    element("svg")
        .attr(Name::ViewBox, "0 0 16 16")
        .attr(Name::Width, "16")
        .attr(Name::Height, "16")
        .attr(Name::AriaHidden, "true")
        .with(ring.attr(Name::StrokeWidth, "1.5"))
        .with(drawing.attr(Name::Fill, "currentColor"))
}

fn circle(radius: &str) -> Element {
    element("circle").attr(Name::Cx, "8").attr(Name::Cy, "8").attr(Name::R, radius)
}
