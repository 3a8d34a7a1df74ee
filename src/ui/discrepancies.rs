//! Where the report contradicts itself, in plain sentences.

use crate::incident::Discrepancy;
use crate::state::{FactId, MOST_DISCREPANCIES, touched_fact};

use super::element::{Element, element, group, words};
use super::names::Name;

/// One sentence for each contradiction; the longest lists are cut.
pub(super) fn discrepancies_view(all: &[Discrepancy], lit: Option<FactId>) -> Option<Element> {
    if all.is_empty() {
        return None;
    }
    let mut sentences = element("ul").class("doubts").attr(Name::AriaLabel, "Contradictions in the report");
    for (place, discrepancy) in all.iter().take(MOST_DISCREPANCIES).enumerate() {
        sentences = sentences.with(sentence(place, discrepancy, lit));
    }
    let left_out = all.len().saturating_sub(MOST_DISCREPANCIES);
    let rest = [&left_out.to_string(), " more contradictions were found."].concat();
    Some(group().with(sentences).with_if((left_out > 0).then(|| words("p", "soft", &rest))))
}

fn sentence(place: usize, discrepancy: &Discrepancy, lit: Option<FactId>) -> Element {
    let id = FactId::Discrepancy(place);
    let is_lit = lit == Some(id) || lit.is_some() && lit == touched_fact(discrepancy.kind);
    let button = element("button").class("doubt").class_if(is_lit, "lit").fact(id);
    let name = words("b", "", touched_name(discrepancy));
    element("li")
        .attr(Name::Id, &doubt_id(place))
        .attr(Name::DataTestid, "discrepancy")
        .attr(Name::DataKind, discrepancy.kind.as_str())
        .with(button.with(name).text(&discrepancy.message))
}

/// What the sentence is called, so that a fact can say that the sentence describes it.
pub(super) fn doubt_id(place: usize) -> String {
    ["doubt-", &place.to_string()].concat()
}

/// What the contradiction is about.
fn touched_name(discrepancy: &Discrepancy) -> &'static str {
    match touched_fact(discrepancy.kind) {
        Some(FactId::Duration) => "Duration",
        Some(FactId::Impact) => "Impact",
        Some(FactId::Window) => "Window",
        Some(FactId::Zone) => "Zone",
        _ => "Timeline",
    }
}
