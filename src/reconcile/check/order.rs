//! Times that run backwards.

use crate::incident::{Discrepancy, DiscrepancyKind, format_time, minutes_between};
use crate::reconcile::boundary::Window;
use crate::reconcile::timeline::Entry;

/// An outage that ends before it starts.
pub(super) fn end_before_start(window: &Window) -> Option<Discrepancy> {
    let (start, end) = (window.start.as_ref()?, window.early_end.as_ref()?);
    let message =
        format!("The outage ends ({}) before it starts ({}).", format_time(end.at), format_time(start.at));
    let evidence = [start, end].iter().filter_map(|moment| moment.evidence.first().copied()).collect();
    Some(Discrepancy { kind: DiscrepancyKind::EndBeforeStart, message, evidence })
}

/// Most entries out of order, as a share, for the list to be in order otherwise.
const FEW: usize = 6;

/// An entry before the one above it, in a list that is in order otherwise.
pub(super) fn entry_out_of_order(entries: &[Entry]) -> Option<Discrepancy> {
    let steps: Vec<(usize, f64)> = entries
        .windows(2)
        .enumerate()
        .filter_map(|(index, pair)| Some((index, minutes_between(pair[0].at, pair[1].at)?)))
        .collect();
    let backwards: Vec<usize> =
        steps.iter().filter(|(_, step)| *step < 0.0).map(|(index, _)| *index).collect();
    let index = *backwards.first()?;
    let is_exception = backwards.len() == 1 || backwards.len() * FEW <= steps.len();
    let rises = steps.iter().filter(|(_, step)| *step > 0.0).count() > backwards.len();
    if !is_exception || !rises {
        return None;
    }
    let (before, after) = (&entries[index], &entries[index + 1]);
    let message =
        format!("The entry of {} stands after that of {}.", format_time(after.at), format_time(before.at));
    Some(Discrepancy {
        kind: DiscrepancyKind::OutOfOrder,
        message,
        evidence: vec![before.stamp.span, after.stamp.span],
    })
}
