//! The zone of the report's main times: the one that it states for all of them, or else the one that
//! most of them carry.

mod ambiguous;

use super::dates::Dates;
use super::incident_day;
use super::phrases::{Phrases, phrases};
use super::report::Report;
use super::section_kind::SectionKind;
use crate::document::{Block, BlockKind};
use crate::incident::ZoneFact;
use crate::mention::{Mention, Stamp, Value, ZoneName, ZoneValue};
use crate::text::Span;

/// The zone of the main times, with its offset where the text settles it.
pub(super) fn main_zone(report: &Report, dates: &Dates) -> Option<(ZoneValue, ZoneFact)> {
    let stated = stated_for_all(report).map(|(value, mention)| (*value, mention.span));
    let (value, span) = stated.or_else(|| most_common(report))?;
    let date = dates.base.map(|base| base.date);
    let value = ambiguous::settled(report, value);
    // Where the title and the line below it disagree, neither is the zone.
    let offset_minutes = value.minutes_on(date).filter(|_| declared_twice(report, dates).is_none());
    Some((value, ZoneFact { name: report.document.words(span), offset_minutes, evidence: span.alone() }))
}

/// What `stamp` says of its zone, or else the main zone, which also settles an ambiguous name.
pub(super) fn of_stamp<'z>(stamp: &'z Stamp, main: Option<&'z ZoneValue>) -> Option<&'z ZoneValue> {
    stamp.zone.as_ref().filter(|own| main.is_none_or(|main| !is_same_clock(main, own))).or(main)
}

/// Whether two zones are one, or the winter and the summer of one: who writes "PST" beside "PDT" reads the same clock.
fn is_same_clock(one: &ZoneValue, other: &ZoneValue) -> bool {
    let ZoneName::Abbreviation(a) = &one.name else { return one.name == other.name };
    let ZoneName::Abbreviation(b) = &other.name else { return false };
    a == b || is_summer_of(a, b) || is_summer_of(b, a)
}

/// "PDT" is the summer of "PST", and "CEST" that of "CET".
fn is_summer_of(summer: &str, winter: &str) -> bool {
    let by_letter = summer.strip_suffix("dt").is_some_and(|place| winter.strip_suffix("st") == Some(place));
    let by_insertion =
        summer.strip_suffix("est").is_some_and(|place| winter.strip_suffix("et") == Some(place));
    by_letter || by_insertion && summer.len() == 4
}

/// A zone in the timeline's title or column heads, or in a sentence such as "all times in UTC".
fn stated_for_all<'a>(report: &Report<'a>) -> Option<(&'a ZoneValue, &'a Mention)> {
    mentions(report).find(|(_, mention)| {
        let Some(block) = report.block_of(mention.span) else { return false };
        if report.updates.is_posting(mention.span) {
            return false;
        }
        let in_head = match block.kind {
            BlockKind::Row { header, .. } => header,
            // A heading with a time tells of that time alone.
            BlockKind::Heading(_) => {
                report.kind_of(block) == SectionKind::Timeline && stamp_of(report, mention).is_none()
            }
            _ => false,
        };
        in_head || is_called_zone(report, mention)
    })
}

/// Whether the words around a zone make it that of all times.
fn is_called_zone(report: &Report, mention: &Mention) -> bool {
    const NAMES: Phrases = phrases("timezone|time zone");
    let sentence = report.sentence(mention.tokens.0);
    let before = sentence.before(mention.tokens.0, 8);
    before.has(&const { phrases("all times|times in|times are|times given|timestamps|all time|timezone|time zone|all dates|times shown|times listed") })
        || sentence.has_after(mention.tokens.0, 12, &NAMES)
        || report.label_of(mention.span).is_some_and(|label| NAMES.are_in(&label))
}

/// The zone that most of the incident's times carry, the first of equals, with the place of its name.
/// Logs count only where there is nothing else.
fn most_common(report: &Report) -> Option<(ZoneValue, Span)> {
    let in_log = |mention: &Mention| report.block_of(mention.span).is_some_and(|b| b.kind == BlockKind::Code);
    let told = |mention: &Mention| !in_log(mention) && !report.updates.is_posting(mention.span);
    let plan = const { phrases("will|expect*") };
    let planned =
        |mention: &Mention| !report.updates.is_empty() && report.sentence(mention.tokens.0).has(&plan);
    // Of status updates count the times that they tell, or else their plans, or else their postings.
    let readings = commonest(report, &|mention| told(mention) && !planned(mention))
        .or_else(|| commonest(report, &told))
        .or_else(|| commonest(report, &|mention| !in_log(mention)));
    readings.or_else(|| {
        let outside = |stamp: &Stamp| report.block_of(stamp.span).is_some_and(|b| b.kind != BlockKind::Code);
        let only_logs = !report.mentions.stamps.iter().any(|stamp| stamp.time.is_some() && outside(stamp));
        only_logs.then(|| commonest(report, &in_log))?
    })
}

fn commonest(report: &Report, counts: &dyn Fn(&Mention) -> bool) -> Option<(ZoneValue, Span)> {
    let mut found: Vec<(&ZoneValue, Span, usize)> = Vec::new();
    for (zone, mention) in
        mentions(report).filter(|(_, mention)| counts(mention) && is_of_incident(report, mention))
    {
        match found.iter_mut().find(|(known, ..)| known.name == zone.name) {
            Some((.., count)) => *count += 1,
            None => found.push((zone, mention.span, 1)),
        }
    }
    let most = found.iter().map(|(.., count)| *count).max()?;
    found.iter().find(|(.., count)| *count == most).map(|(zone, span, _)| (**zone, *span))
}

/// Whether the zone is that of a time of the incident: not of a plan, of the document itself, of a
/// server's answer or of something that an entry only quotes.
fn is_of_incident(report: &Report, mention: &Mention) -> bool {
    let kind = report.kind_at(mention.span);
    if kind == SectionKind::Plans || incident_day::dates_the_page(report, mention.span) {
        return false;
    }
    let Some(own) = stamp_of(report, mention) else { return true };
    let stamp = report.stamp(own);
    let before = report.sentence(stamp.tokens.0).before(stamp.tokens.0, 3);
    let is_of_text = before.has(&const { phrases("last updated|last modified|last edited|last changed") });
    !(is_of_text || is_http_date(stamp) || is_quoted(report, own))
}

/// Index of the stamp with a clock time that the zone belongs to.
fn stamp_of(report: &Report, mention: &Mention) -> Option<usize> {
    let stamps = &report.mentions.stamps;
    let after = report.mentions.stamp_index_at(mention.span.start + 1);
    let own = after.checked_sub(1)?;
    (stamps[own].time.is_some() && stamps[own].span.contains(mention.span)).then_some(own)
}

/// Whether the stamp at `index` stands within or behind an entry of the timeline whose own time has no
/// zone: what an alert, a log or a third party said.
fn is_quoted(report: &Report, index: usize) -> bool {
    let stamps = &report.mentions.stamps;
    let Some(before) = index.checked_sub(1).map(|at| &stamps[at]) else { return false };
    let bare = before.time.is_some() && before.zone.is_none() && opens_block(report, before);
    let in_timeline = report.kind_at(stamps[index].span) == SectionKind::Timeline
        && report.kind_at(before.span) == SectionKind::Timeline;
    bare && in_timeline && !opens_block(report, &stamps[index])
}

fn opens_block(report: &Report, stamp: &Stamp) -> bool {
    let block = report.block_of(stamp.span);
    block.is_some_and(|block| stamp.tokens.0 <= report.tokens.index_at(block.span.start) + 1)
}

/// `Tue, 1 Nov 2022 07:32:16 GMT`: the form in which servers date their answers.
fn is_http_date(stamp: &Stamp) -> bool {
    let dated = stamp.date.is_some_and(|date| date.weekday.is_some());
    let to_the_second = stamp.time.is_some_and(|clock| clock.time.second.is_some());
    dated
        && to_the_second
        && stamp.zone.as_ref().is_some_and(|zone| zone.name == ZoneName::Abbreviation("gmt"))
}

/// A zone in the title of a timeline and another one for all of its times below.
pub(super) fn declared_twice<'a>(report: &Report<'a>, dates: &Dates) -> Option<(&'a Mention, &'a Mention)> {
    let mut titled: Option<(usize, &ZoneValue, &Mention)> = None;
    mentions(report).find_map(|(zone, mention)| {
        let block = report.block_of(mention.span)?;
        let is_title = matches!(block.kind, BlockKind::Heading(_)) && !is_alone(report, block, mention);
        if is_title {
            let of_timeline = report.kind_of(block) == SectionKind::Timeline;
            // A title with two zones gives every time in both.
            let only = of_timeline && titled.is_none_or(|(section, ..)| section != block.section);
            titled = only.then_some((block.section, zone, mention));
            return None;
        }
        // A line with nothing but a zone may look like a heading of its own.
        let parent = report.document.sections().get(block.section).and_then(|section| section.parent);
        let within = |section: usize| section == block.section || parent == Some(section);
        let (_, other, heading) = titled.filter(|(section, ..)| within(*section))?;
        let day = dates.base.map(|base| base.date);
        let (one, two) = (other.minutes_on(day)?, zone.minutes_on(day)?);
        (one != two && is_for_all(report, block, mention)).then_some((heading, mention))
    })
}

/// Whether a zone holds for all times: it is all that its line says, or the line says so, or it is the
/// only zone among the heads of the columns.
fn is_for_all(report: &Report, block: &Block, mention: &Mention) -> bool {
    let is_head = matches!(block.kind, BlockKind::Row { header: true, .. });
    let only = || mentions_in(report, block.span) == 1;
    let words = report.words_in(block.span);
    is_alone(report, block, mention)
        || (is_head && only())
        || words.has(&const { phrases("all times|times in|times are") })
}

fn is_alone(report: &Report, block: &Block, mention: &Mention) -> bool {
    report.words_in(block.span).count() <= report.words_in(mention.span).count()
}

/// The zones that the text names, in its order.
pub(super) fn mentions<'a>(report: &Report<'a>) -> impl Iterator<Item = (&'a ZoneValue, &'a Mention)> {
    let all = &report.mentions.list;
    all.iter().filter_map(|mention| match &mention.value {
        Value::Zone(zone) => Some((zone, mention)),
        _ => None,
    })
}

fn mentions_in(report: &Report, span: Span) -> usize {
    let inside = report.mentions.mentions_in(span).iter();
    inside.filter(|mention| matches!(mention.value, Value::Zone(_))).count()
}
