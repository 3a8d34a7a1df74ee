//! The compared incidents in groups, and the two of them that stand against each other.

use std::rc::Rc;

use crate::incident::Incident;
use crate::metrics::{
    DEFAULT_SEED, Group, GroupDifference, Groups, Period, PeriodLength, TooFew, compare_groups,
    group_durations,
};
use crate::text::{Gather, sorted_by_key};

use super::Comparison;
use super::listing::in_order;
use super::settings::Grouping;

/// The groups, and what came of comparing two of them.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedGroups {
    /// All groups, in the order of their letters.
    pub groups: Groups,
    /// The places of the two that are compared; `None` where there are fewer than two groups.
    pub pair: Option<[usize; 2]>,
    /// How they differ, or which of them is too small.
    pub difference: Option<Result<GroupDifference, TooFew>>,
}

/// Puts the incidents into groups and compares the chosen two, else the two that have the most durations.
#[must_use]
pub fn compared_groups(
    compared: &Comparison,
    grouping: &Grouping,
    chosen: Option<&[Rc<str>; 2]>,
) -> ComparedGroups {
    let labels = group_labels(compared, grouping);
    let groups = group_durations(&compared.list(), &labels, compared.definition());
    let pair = chosen.and_then(|pair| places(&groups, pair)).or_else(|| two_largest(&groups));
    let group = |place: usize| groups.groups.get(place);
    let difference = pair
        .and_then(|[a, b]| Some((group(a)?, group(b)?)))
        .map(|(a, b): (&Group, &Group)| compare_groups(a, b, DEFAULT_SEED));
    ComparedGroups { groups, pair, difference }
}

fn places(groups: &Groups, [a, b]: &[Rc<str>; 2]) -> Option<[usize; 2]> {
    let place = |label: &str| groups.groups.iter().position(|group| group.label == label);
    let (a, b) = (place(a)?, place(b)?);
    (a != b).then_some([a, b])
}

fn two_largest(groups: &Groups) -> Option<[usize; 2]> {
    let places: Vec<usize> = (0..groups.groups.len()).gather();
    let size = |place: usize| groups.groups.get(place).map_or(0, |group| group.minutes.len());
    let by_size = sorted_by_key(places, |place| u64::MAX - size(*place) as u64);
    match by_size[..] {
        [a, b, ..] => Some([a.min(b), a.max(b)]),
        _ => None,
    }
}

/// The label of each compared incident, in their order; `None` for one that is in no group.
#[must_use]
pub(super) fn group_labels(compared: &Comparison, grouping: &Grouping) -> Vec<Option<String>> {
    compared.incidents.iter().map(|one| label_of(one.incident()?, one.tags(), grouping)).gather()
}

/// The label of the group that an incident with these tags is in; `None` where it is in none.
#[must_use]
pub fn label_of(incident: &Incident, tags: &[Rc<str>], grouping: &Grouping) -> Option<String> {
    match grouping {
        Grouping::Severity => incident.severity.as_ref().map(|severity| severity.value.clone()),
        Grouping::Service => incident.service.as_ref().map(|service| service.value.clone()),
        Grouping::Quarter => quarter(incident),
        Grouping::Tag(tag) => {
            Some(if tags.contains(tag) { tag.to_string() } else { ["without ", tag].concat() })
        }
    }
}

fn quarter(incident: &Incident) -> Option<String> {
    let date = incident.start.as_ref()?.at.date?;
    Some(Period::of(date, PeriodLength::Quarter)?.label())
}

/// Every tag of the compared incidents, each once, in the order of their letters.
#[must_use]
pub fn known_tags(compared: &Comparison) -> Vec<Rc<str>> {
    in_order(compared.incidents.iter().flat_map(|one| one.tags().iter().cloned()).gather())
}
