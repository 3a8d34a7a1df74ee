//! Clock times that no clock shows: `13:75`, `25:10`.

use super::discrepancy;
use crate::incident::{Discrepancy, DiscrepancyKind};
use crate::mention::Value;
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::text::{Cursor, Span};

/// The first such time: one at the beginning of a timeline's line, or an hour past twelve beside
/// "am" or "pm".
pub(super) fn impossible_time(report: &Report) -> Option<Discrepancy> {
    unknown_minute(report).or_else(|| afternoon_twice(report))
}

/// `13:29 PM`: the text means 13:29, but no clock with halves of the day shows it.
fn afternoon_twice(report: &Report) -> Option<Discrepancy> {
    let span = report.mentions.list.iter().find_map(|mention| {
        let Value::ClockTime(clock) = &mention.value else { return None };
        clock.meridiem?;
        let written = report.tokens.get(mention.tokens.0).map(|t| report.tokens.lower(t))?;
        (written.parse::<u8>().ok()? > 12).then_some(mention.span)
    })?;
    Some(none_such(report, span))
}

fn none_such(report: &Report, span: Span) -> Discrepancy {
    let message = format!("No clock shows {}.", report.document.words(span));
    discrepancy(DiscrepancyKind::ImpossibleTime, message, &[span])
}

fn unknown_minute(report: &Report) -> Option<Discrepancy> {
    report.blocks.iter().find_map(|block| {
        if report.kind_of(block) != SectionKind::Timeline {
            return None;
        }
        let mut cursor = Cursor::new(report.tokens, report.tokens.index_at(block.span.start));
        let _ = cursor.eat_any_mark(&['[', '(', '~']);
        let first = cursor.index();
        let (hour, _) = cursor.number(1..=2)?;
        cursor.eat_glued(':').then_some(())?;
        let (minute, _) = cursor.glued_number(2..=2)?;
        let ends = !cursor.eat_glued(':') && (hour > 24 || minute > 59);
        ends.then_some(())?;
        let from = report.tokens.get(first)?.span;
        let span = from.cover(report.tokens.get(cursor.index() - 1)?.span);
        Some(none_such(report, span))
    })
}
