//! The figures over all compared incidents.

use crate::state::{Comparison, Figure, figures, further_figures};
use crate::ui::element::{Element, element, words};
use crate::ui::names::Name;

/// The figures, and on request those that mislead on their own.
pub(super) fn summary(compared: &Comparison) -> Element {
    let definition = ["Duration counts ", compared.definition().label(), "."].concat();
    let further = further_figures(compared);
    let more = element("details")
        .class("further")
        .with(words("summary", "", "Geometric mean, log sigma and arithmetic mean"))
        .with(list(&further));
    element("section")
        .attr(Name::AriaLabel, "Figures")
        .attr(Name::DataTestid, "compare-figures")
        .with(words("p", "sub", &definition))
        .with(list(&figures(compared)))
        .with_if((!further.is_empty()).then_some(more))
}

fn list(figures: &[Figure]) -> Element {
    let mut list = element("dl").class("figures");
    for figure in figures {
        let value = figure.value.as_deref();
        let testid = ["figure-", figure.name].concat();
        let shown = words("dd", "", value.unwrap_or("cannot be said")).class_if(value.is_none(), "missing");
        list = list.with(
            element("div")
                .attr(Name::DataTestid, &testid)
                .with(words("dt", "", figure.label))
                .with(shown)
                .with_if((!figure.note.is_empty()).then(|| words("dd", "note", &figure.note))),
        );
    }
    list
}
