//! A range of times and its own length beside it: `10:00 to 16:33 UTC (6 hours and 33 minutes)`.

use super::discrepancy;
use super::precision::Stated;
use crate::incident::{Discrepancy, DiscrepancyKind, format_duration};
use crate::mention::{Mention, Range, Value};
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::words::Words;
use crate::text::Gap;

const MINUTES_PER_DAY: f64 = 24.0 * 60.0;
/// Most tokens between the two.
const REACH: usize = 8;

/// Words that make what follows the length of what stands before.
const LASTING: Phrases = phrases("lasting|lasted|total of|period of|duration of|in total|total duration");
/// Words before a duration that make the range behind it the time that it took.
const LENGTH: Phrases =
    phrases("for|lasted|lasting|duration|downtime|outage|total|period of|interval of|unavailability");
/// Words that make a duration something that happened within the range.
const WITHIN: Phrases = phrases("delay*|latenc*|timeout*|wait*|lag*|every|per|up to|queue*|between|each|age");

/// The first range whose length beside it is another.
pub(super) fn against_range(report: &Report) -> Option<Discrepancy> {
    report.mentions.list.iter().find_map(|mention| {
        matches!(mention.value, Value::Duration(_)).then_some(())?;
        let ranges = &report.mentions.ranges;
        let next = report.mentions.range_index_at(mention.span.end);
        let before =
            next.checked_sub(1).and_then(|at| ranges.get(at)).filter(|range| behind(report, range, mention));
        let range = before.or_else(|| ranges.get(next).filter(|range| ahead(report, mention, range)))?;
        differs(report, mention, range)
    })
}

fn differs(report: &Report, mention: &Mention, range: &Range) -> Option<Discrepancy> {
    let stated = Stated::of(report, mention)?;
    let (start, end) = (report.stamp(range.start), report.stamp(range.end));
    let (from, to) = (start.time?.time.minutes(), end.time?.time.minutes());
    let days = match (start.date, end.date) {
        (Some(a), Some(b)) if a.day_first.is_none() && b.day_first.is_none() => a.date.days_until(b.date)?,
        _ => 0,
    };
    // OK because no two dates are 2^52 days apart.
    #[expect(clippy::cast_precision_loss)]
    let written = to - from + days as f64 * MINUTES_PER_DAY;
    let measured = if written < 0.0 { written + MINUTES_PER_DAY } else { written };
    // A range without its days can be any number of days longer.
    let whole_days = ((stated.minutes - measured) / MINUTES_PER_DAY).round().max(0.0);
    let open_days = if days == 0 { whole_days * MINUTES_PER_DAY } else { 0.0 };
    let other_zone = start.zone.is_some() && end.zone.is_some() && start.zone != end.zone;
    let (said, runs) = (format_duration(stated.minutes), format_duration(measured));
    if stated.fits(measured) || stated.fits(measured + open_days) || other_zone || said == runs {
        return None;
    }
    let window = report.document.words(range.span);
    let message = format!("The report gives {said} as the length of \"{window}\", which is {runs}.");
    Some(discrepancy(DiscrepancyKind::DurationDiffers, message, &[mention.span, range.span]))
}

/// `10:00 to 12:00 (2 hours)`, `10:00 to 12:00, lasting 2 hours`.
fn behind(report: &Report, range: &Range, mention: &Mention) -> bool {
    let from = report.stamp(range.end).tokens.1;
    let (first, end) = mention.tokens;
    let Some(between) = between(report, from, first) else { return false };
    let closes = report.tokens.mark_at(end, ")]");
    let in_brackets = closes && starts_with_bracket(report, from);
    let words = between.count();
    (in_brackets && words <= 3 || between.has(&LASTING) && words <= 5) && !between.has(&WITHIN)
}

/// `2 hours (10:00 to 12:00)`, `for 2 hours, from 10:00 to 12:00`.
fn ahead(report: &Report, mention: &Mention, range: &Range) -> bool {
    let (first, end) = mention.tokens;
    let Some(between) = between(report, end, report.stamp(range.start).tokens.0) else { return false };
    let length = report.sentence(first).before(first, 5);
    let label = report.label_of(mention.span);
    let named = length.has(&LENGTH)
        || label.is_some_and(|label| const { phrases("duration|downtime") }.are_in(&label));
    let in_brackets = starts_with_bracket(report, end) && between.first().is_none();
    let linked = in_brackets || between.iter().eq(["from"]);
    named && linked && !length.has(&WITHIN)
}

/// What stands between two tokens that are close to each other in the same line.
fn between<'a>(report: &Report<'a>, from: usize, to: usize) -> Option<Words<'a>> {
    let near = to.checked_sub(from)? <= REACH;
    let joined =
        near && (from..=to).all(|at| report.tokens.get(at).is_some_and(|token| token.gap <= Gap::Line));
    joined.then(|| Words::new(report.tokens, from..to))
}

fn starts_with_bracket(report: &Report, at: usize) -> bool {
    report.tokens.mark_at(at, "([")
}
