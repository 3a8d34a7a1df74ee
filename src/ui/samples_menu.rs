//! The samples.

use yew::Callback;

use crate::state::{Action, SAMPLES};

use super::element::{Element, element, words};
use super::names::Name;

/// The samples, each a button.
pub(super) fn samples_menu(dispatch: &Callback<Action>) -> Element {
    let mut menu = element("ul").class("samples").attr(Name::DataTestid, "sample-menu");
    for (place, sample) in SAMPLES.iter().enumerate() {
        let button = element("button")
            .class("sample")
            .attr(Name::DataTestid, &["sample-", sample.name].concat())
            .press(dispatch, Action::SampleOpened(place))
            .with(words("b", "", sample.title))
            .with(words("small", "", sample.teaser));
        menu = menu.with(element("li").with(button));
    }
    menu
}
