//! How much was affected: the shares of users, requests or the like that the report gives, the most
//! trusted first.
//!
//! In order of trust: a field, a heading, the summary, any other place, the timeline. Of equals, the
//! whole comes before a peak or a part, people and requests before machines, what was stated before
//! what is left of a success rate, and then what stands first.

mod everyone;
mod noun;
mod share;

use super::report::{MOST_WEIGHED, Report};
use super::section_kind::{self, SectionKind};
use crate::document::BlockKind;
use crate::incident::{Impact, RuleId};
use crate::mention::{Mention, PercentageValue, Value};
use crate::text::{Gather, sorted_by_key};

/// A percentage or fraction of users, requests or the like that the text says were affected.
const SHARE: RuleId = RuleId::new("impact-share");
/// An error rate, which needs no word for what failed: "an error rate of 20 %".
const ERROR_RATE: RuleId = RuleId::new("impact-error-rate");
/// The height of a drop: "traffic fell by 30 %".
const DROP: RuleId = RuleId::new("impact-drop");
/// What is missing to 100 % in a share that went well: "85 % success rate" is 15 %.
const INVERTED: RuleId = RuleId::new("impact-inverted");

/// How plainly a place gives the headline share; the highest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Timeline,
    Elsewhere,
    Summary,
    Heading,
    Label,
}

/// Most different shares without a label among which one can still be the headline, where they stand
/// in sections of their own: a list of figures by service or region has none.
const MOST_ASIDE: usize = 4;
/// Most sections of such shares.
const MOST_SECTIONS: usize = 3;

/// The shares that a text gives.
#[derive(Debug, Default)]
pub(super) struct Readings {
    /// The one for the whole incident.
    pub(super) headline: Option<Impact>,
    /// Every one, the most trusted first.
    pub(super) all: Vec<Impact>,
}

/// Every share affected that the text states, and which of them is the headline.
pub(super) fn readings(report: &Report) -> Readings {
    let mut found: Vec<(u64, Place, Impact)> = Vec::new();
    for mention in report.mentions.list.iter().take(MOST_WEIGHED) {
        if let Value::Percentage(value) = &mention.value
            && let Some(reading) = reading(report, mention, value)
        {
            found.push(reading);
        }
    }
    // Of equals, the first in the text stays first.
    let found = sorted_by_key(found, |(order, _, _)| *order);
    if found.is_empty() {
        let everyone = everyone::find(report);
        return Readings { headline: everyone.clone(), all: everyone.into_iter().gather() };
    }
    let best = found.first().map(|(_, place, _)| *place);
    let all: Vec<Impact> = found.into_iter().map(|(_, _, impact)| impact).gather();
    let is_list = best.is_some_and(|place| place <= Place::Summary) && is_list(report, &all);
    Readings { headline: all.first().filter(|_| !is_list).cloned(), all }
}

/// Whether many different shares stand in several sections, the first of them in one that is about
/// something in particular. Only as many are looked at as matter.
fn is_list(report: &Report, all: &[Impact]) -> bool {
    let section_of = |impact: &Impact| {
        let block = report.block_of(*impact.evidence.first()?)?;
        report.document.sections().get(block.section)?.title
    };
    let first = all.first().and_then(section_of);
    if first.is_none_or(|title| section_kind::of_title(&report.document.words(title), false).is_some()) {
        return false;
    }
    let (mut figures, mut sections) = (Vec::new(), Vec::new());
    for impact in all {
        let figure = (impact.percent, impact.low);
        if figures.len() <= MOST_ASIDE && !figures.contains(&figure) {
            figures.push(figure);
        }
        let section = section_of(impact);
        if sections.len() <= MOST_SECTIONS && !sections.contains(&section) {
            sections.push(section);
        }
    }
    figures.len() > MOST_ASIDE && sections.len() > MOST_SECTIONS
}

/// The share at `mention` with its place, and a sort key that puts the most trusted first.
fn reading(report: &Report, mention: &Mention, value: &PercentageValue) -> Option<(u64, Place, Impact)> {
    let kind = report.kind_at(mention.span);
    if kind == SectionKind::Plans || value.high > 100.0 {
        return None;
    }
    let share = share::of(report, mention, value, kind)?;
    let is_heading = report.block_of(mention.span).is_some_and(|b| matches!(b.kind, BlockKind::Heading(_)));
    let place = match kind {
        _ if share.labelled => Place::Label,
        _ if is_heading => Place::Heading,
        SectionKind::Summary => Place::Summary,
        SectionKind::Timeline => Place::Timeline,
        SectionKind::Plans | SectionKind::Other => Place::Elsewhere,
    };
    let (people, whole) = (share.noun.as_deref().is_some_and(noun::is_people), !share.part);
    let impact = impact(value, mention, share);
    let weights =
        [(!impact.peak, 8), (whole, 4), (people, 2), (impact.rule != INVERTED && !value.fraction, 1)];
    let rank: u64 = weights.iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum();
    Some((u64::from(u8::MAX) - (place as u64 * 16 + rank), place, impact))
}

fn impact(value: &PercentageValue, mention: &Mention, share: share::Share) -> Impact {
    let inverted = share.rule == INVERTED;
    let (low, high) =
        if inverted { (rest_of(value.high), rest_of(value.low)) } else { (value.low, value.high) };
    let is_range = low < high;
    Impact {
        percent: (!is_range).then_some(low),
        low: is_range.then_some(low),
        high: is_range.then_some(high),
        of: share.noun,
        approximate: mention.hedge.approximate,
        bound: mention.hedge.bound,
        peak: share.peak,
        certainty: share.certainty,
        rule: share.rule,
        evidence: share.evidence.alone(),
    }
}

/// What is missing to 100 %, without the noise of binary fractions: 99.9 leaves 0.1.
fn rest_of(percent: f64) -> f64 {
    ((100.0 - percent) * 1e6).round() / 1e6
}
