//! The zone of the report's main times.

use super::dates::Dates;
use super::incident_day;
use super::phrases::phrases;
use super::report::Report;
use super::section_kind::SectionKind;
use crate::document::BlockKind;
use crate::incident::ZoneFact;
use crate::mention::{Mention, Value, ZoneValue};

/// The zone that the report states for all times, or else the one that most of its times carry.
pub(super) fn main_zone(report: &Report, dates: &Dates) -> Option<(ZoneValue, ZoneFact)> {
    let stated = stated_for_all(report);
    let (value, span) = match stated {
        Some((value, mention)) => (value.clone(), mention.span),
        None => most_common(report)?,
    };
    let name = report.document.words(span);
    let offset_minutes = value.minutes_on(dates.base.map(|base| base.date));
    Some((value, ZoneFact { name, offset_minutes, evidence: vec![span] }))
}

/// A zone in the timeline's title or column heads, or in a sentence such as "all times in UTC".
fn stated_for_all<'a>(report: &Report<'a>) -> Option<(&'a ZoneValue, &'a Mention)> {
    report.mentions.list.iter().find_map(|mention| {
        let Value::Zone(zone) = &mention.value else { return None };
        let block = report.block_of(mention.span)?;
        let in_head = match block.kind {
            BlockKind::Row { header, .. } => header,
            BlockKind::Heading(_) => report.kind_of(block) == SectionKind::Timeline,
            _ => false,
        };
        let sentence = report.sentence(mention.tokens.0);
        let before = sentence.before(mention.tokens.0, 8);
        let for_all = before.has(&const { phrases("all times|times in|times are|times given|timestamps|all time|timezone|time zone|all dates|times shown|times listed") }) || sentence.after(mention.tokens.0, 12).has(&const { phrases("timezone|time zone") });
        let labelled =
            report.label_of(mention.span).is_some_and(|l| l.contains("timezone") || l.contains("time zone"));
        (in_head || for_all || labelled).then_some((zone, mention))
    })
}

/// The zone that most stamps carry, the first of equals, with the place of its name.
fn most_common(report: &Report) -> Option<(ZoneValue, crate::text::Span)> {
    let mut counts: Vec<(ZoneValue, crate::text::Span, usize)> = Vec::new();
    for mention in &report.mentions.list {
        let Value::Zone(zone) = &mention.value else { continue };
        let of_the_page = incident_day::dates_the_page(report, mention.span);
        if of_the_page || report.kind_at(mention.span) == SectionKind::Plans {
            continue;
        }
        match counts.iter_mut().find(|(known, ..)| known.name == zone.name) {
            Some((.., count)) => *count += 1,
            None => counts.push((zone.clone(), mention.span, 1)),
        }
    }
    let most = counts.iter().map(|(.., count)| *count).max()?;
    counts.into_iter().find(|(.., count)| *count == most).map(|(zone, span, _)| (zone, span))
}
