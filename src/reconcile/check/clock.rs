//! Clock times that no clock shows: `13:75`, `25:10`.

use crate::incident::{Discrepancy, DiscrepancyKind};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::text::Cursor;

/// The first timeline line that begins with such a time.
pub(super) fn impossible_time(report: &Report) -> Option<Discrepancy> {
    report.document.blocks().iter().find_map(|block| {
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
        let message = format!("There is no time {}.", report.document.words(span));
        Some(Discrepancy { kind: DiscrepancyKind::ImpossibleTime, message, evidence: vec![span] })
    })
}
