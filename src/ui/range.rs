//! The line of a chart that a reader moves, as the browser's own slider under the chart's axis.

use web_sys::{Event, HtmlElement};
use yew::prelude::*;

use crate::chart::{MarkKey, Scene, Slider, two_digits};
use crate::state::{Action, Setting};
use crate::text::{decimal, parse_decimal};

use super::element::{Element, element};
use super::names::Name;
use super::told::Told;

/// The slider counts natural logarithms of minutes, in thousandths.
const PER_LOGARITHM: f64 = 1000.0;
/// One step of the arrow keys, 5 %: as little as changes every number of two digits.
const STEP: &str = "50";
/// Half the width of the slider's thumb in `static/compare.css`.
const HALF_THUMB_PX: i32 = 9;

/// The slider. It says in words what the line says.
pub(super) fn range(slider: &Slider, scene: &Scene, node: &NodeRef, dispatch: &Callback<Action>) -> Element {
    let place = |minutes: f64| decimal(minutes.ln() * PER_LOGARITHM, 0);
    let line = scene.marks.iter().find(|mark| mark.key == Some(MarkKey::Threshold));
    let said = line.and_then(|line| line.label.as_deref()).unwrap_or_default();
    element("input")
        .class("range")
        .node(node)
        .attr(Name::Type, "range")
        .attr(Name::DataTestid, "threshold")
        .attr(Name::AriaLabel, "Threshold")
        .attr(Name::AriaValuetext, said)
        .attr(Name::Min, &place(slider.from.1))
        .attr(Name::Max, &place(slider.to.1))
        .attr(Name::Step, STEP)
        .value(&place(slider.minutes))
        .on(dispatch, Told::Written(moved))
}

fn moved(event: Event) -> Action {
    let place = parse_decimal(&super::compare::value_of(event)).unwrap_or(f64::NAN);
    Action::SettingChosen(Setting::Threshold(two_digits((place / PER_LOGARITHM).exp())))
}

/// Lays the slider under the axis, so that its thumb stands under the line.
pub(super) fn fit_range(node: &NodeRef, slider: &Slider) {
    let Some(field) = node.cast::<HtmlElement>() else { return };
    let (left, right) = (slider.from.0, slider.to.0);
    for (side, px) in [("margin-left", left - HALF_THUMB_PX), ("width", right - left + 2 * HALF_THUMB_PX)] {
        let _ = field.style().set_property(side, &[&px.to_string(), "px"].concat());
    }
}
