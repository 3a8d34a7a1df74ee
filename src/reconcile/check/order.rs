//! Timeline entries that stand in the wrong place.

use super::discrepancy;
use crate::incident::{Discrepancy, DiscrepancyKind, format_time, minutes_between};
use crate::reconcile::report::Report;
use crate::reconcile::roll_over::NEW_DAY_HOURS;
use crate::reconcile::timeline::Entry;
use crate::text::{Gather, TokenKind};

/// Most entries out of order, as a share, for the list to be in order otherwise.
const FEW: usize = 6;
/// How near the neighbours of an entry with the wrong half of the day are to each other.
const NEIGHBOURS_MINUTES: f64 = 180.0;

/// An entry before the one above it, in a list that is in order otherwise.
pub(super) fn entry_out_of_order(report: &Report, entries: &[Entry]) -> Option<Discrepancy> {
    let list = |entry: &Entry| {
        let block = &report.blocks[entry.block];
        (block.section, block.depth, std::mem::discriminant(&block.kind))
    };
    // Where the time stands behind its name, the line is a field, and fields have an order of their own.
    let opens = |entry: &Entry| {
        let first = report.tokens.index_at(report.blocks[entry.block].span.start);
        let before = entry.stamp.tokens.0.checked_sub(1).filter(|at| *at >= first);
        before.and_then(|at| report.tokens.get(at)).is_none_or(|token| token.kind != TokenKind::Word)
    };
    let lists = entries.chunk_by(|a, b| list(a) == list(b));
    lists.filter(|entries| entries.iter().all(opens)).find_map(in_list)
}

fn in_list(entries: &[Entry]) -> Option<Discrepancy> {
    let steps: Vec<f64> = entries.windows(2).map(|pair| step(&pair[0], &pair[1]).unwrap_or(0.0)).gather();
    let falls = steps.iter().filter(|step| **step < 0.0).count();
    let rises = steps.iter().filter(|step| **step > 0.0).count();
    if !(falls == 1 || falls * FEW <= steps.len()) || rises <= falls {
        return None;
    }
    let at = (0..steps.len()).find(|at| steps[*at] < 0.0 && !is_new_day(entries, *at, steps[*at]))?;
    let (before, after) = (&entries[at], &entries[at + 1]);
    let message =
        format!("The entry of {} stands after that of {}.", format_time(after.at), format_time(before.at));
    Some(discrepancy(DiscrepancyKind::OutOfOrder, message, &[before.stamp.span, after.stamp.span]))
}

/// Minutes from one entry to the next, as far as they give them: by their days where both have one,
/// by the clock where the second one has none.
fn step(first: &Entry, second: &Entry) -> Option<f64> {
    if second.has_own_date() {
        let known = first.has_own_date() && first.stamp.zone == second.stamp.zone;
        return known.then(|| minutes_between(first.at, second.at))?;
    }
    let (from, to) = (first.stamp.time?, second.stamp.time?);
    (first.stamp.zone == second.stamp.zone).then_some(to.time.minutes() - from.time.minutes())
}

/// Whether passing midnight explains that the clock goes back from entry `at` to the next. It does not
/// where one of the two alone lies outside of its close neighbours, as with the wrong half of the day.
fn is_new_day(entries: &[Entry], at: usize, step: f64) -> bool {
    let (high, low) = (&entries[at], &entries[at + 1]);
    if low.has_own_date() || step >= -NEW_DAY_HOURS * 60.0 {
        let hedged = [high, low].iter().any(|entry| entry.stamp.hedge.approximate);
        return hedged && step > -30.0;
    }
    let strays = |stray: &Entry, before: Option<&Entry>, after: Option<&Entry>| {
        let halved = stray.stamp.time.is_some_and(|clock| clock.meridiem.is_some());
        let near = before.zip(after).and_then(|(a, b)| step_between(a, b));
        halved && near.is_some_and(|minutes| (0.0..=NEIGHBOURS_MINUTES).contains(&minutes))
    };
    let before = at.checked_sub(1).and_then(|index| entries.get(index));
    !strays(high, before, Some(low)) && !strays(low, Some(high), entries.get(at + 2))
}

fn step_between(first: &Entry, second: &Entry) -> Option<f64> {
    (!second.has_own_date()).then(|| step(first, second))?
}
