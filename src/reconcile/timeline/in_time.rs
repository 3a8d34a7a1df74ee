//! The first and the last in time of some entries.

use std::cmp::Ordering;

use super::Entry;

/// The first in time of the entries with a clock time that are `wanted`, of equals the first in the text.
pub(in crate::reconcile) fn earliest<'e>(
    entries: &'e [Entry],
    wanted: &dyn Fn(&Entry) -> bool,
) -> Option<&'e Entry> {
    outermost(entries, wanted, true).and_then(|at| entries.get(at))
}

/// The last in time of the entries with a clock time that are `wanted`, of equals the last in the text.
pub(in crate::reconcile) fn latest<'e>(
    entries: &'e [Entry],
    wanted: &dyn Fn(&Entry) -> bool,
) -> Option<&'e Entry> {
    outermost(entries, wanted, false).and_then(|at| entries.get(at))
}

/// As [`earliest`] or [`latest`], the index.
pub(super) fn outermost(
    entries: &[Entry],
    wanted: &dyn Fn(&Entry) -> bool,
    is_earliest: bool,
) -> Option<usize> {
    let mut best: Option<(usize, &Entry)> = None;
    for (at, entry) in entries.iter().enumerate() {
        let is_before = |best: &Entry| entry.at.partial_cmp(&best.at) == Some(Ordering::Less);
        if entry.at.time.is_some()
            && wanted(entry)
            && best.is_none_or(|(_, best)| is_before(best) == is_earliest)
        {
            best = Some((at, entry));
        }
    }
    best.map(|(at, _)| at)
}
