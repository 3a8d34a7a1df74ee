//! A zone's name beside an offset that it never has: `PST (UTC-7)`.

use crate::incident::{Discrepancy, DiscrepancyKind};
use crate::mention::{Mention, Value, ZoneOffset, ZoneValue};
use crate::reconcile::report::Report;

/// The first such pair.
pub(super) fn name_against_offset(report: &Report) -> Option<Discrepancy> {
    let zones: Vec<(&ZoneValue, &Mention)> = report
        .mentions
        .list
        .iter()
        .filter_map(|mention| match &mention.value {
            Value::Zone(zone) => Some((zone, mention)),
            _ => None,
        })
        .collect();
    zones.windows(2).find_map(|pair| {
        let ((named, name), (explicit, offset)) = (pair[0], pair[1]);
        let beside = offset.tokens.0.checked_sub(name.tokens.1)? <= 1;
        let is_offset = explicit.name == "UTC" || explicit.name == "GMT";
        let ZoneOffset::Fixed(given) = explicit.offset else { return None };
        if !beside || !is_offset || named.name == explicit.name || may_have(named, given) {
            return None;
        }
        let words = |mention: &Mention| report.document.words(mention.span);
        let message = format!("{} is never {}.", words(name), words(offset));
        Some(Discrepancy {
            kind: DiscrepancyKind::ZoneContradictsOffset,
            message,
            evidence: vec![name.span, offset.span],
        })
    })
}

fn may_have(zone: &ZoneValue, minutes: i32) -> bool {
    match zone.offset {
        ZoneOffset::Fixed(own) => own == minutes,
        ZoneOffset::Seasonal(winter, _) => minutes == winter || minutes == winter + 60,
        ZoneOffset::Ambiguous => true,
    }
}
