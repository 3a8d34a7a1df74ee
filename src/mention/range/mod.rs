//! Ranges of time: `from 14:00 to 16:30 UTC`, `between 22:10 on 3 May and 01:40 on 4 May`, `1:30-2:30pm`.
//!
//! The two ends share what only one of them says: the date, the zone, "am" or "pm".

mod bare;
mod joiner;
mod share;
mod stretch;

pub(super) use bare::recognize as recognize_bare;
pub use stretch::Stretch;

use super::stamp::Stamp;
use super::value::RangeValue;
use super::{Hedge, Mention, Mentions, Value};
use crate::incident::{PartialTime, RuleId};
use crate::text::{Span, Tokens, sorted_by_key};

/// Two days and two times: `3-4 June, 22:00-01:30`.
const DAYS_AND_TIMES: RuleId = RuleId::new("range-days-and-times");

/// Two stamps that form a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Index of the stamp that it begins with.
    pub start: usize,
    /// Index of the stamp that it ends with.
    pub end: usize,
    /// Where the text says it.
    pub span: Span,
    /// The rule that recognized it.
    pub rule: RuleId,
}

/// Finds the ranges among the stamps, lets their ends share what only one of them says, and adds
/// them to the mentions.
pub(super) fn recognize(tokens: &Tokens, mentions: &mut Mentions) {
    let mut at = 0;
    while at < mentions.stamps.len() {
        let found = days_and_times(tokens, &mut mentions.stamps, at)
            .or_else(|| pair(tokens, &mut mentions.stamps, at));
        let Some((range, last)) = found else {
            at += 1;
            continue;
        };
        let (start, end) = (&mentions.stamps[range.start], &mentions.stamps[range.end]);
        mentions.list.push(Mention {
            value: Value::Range(RangeValue { start: partial(start), end: partial(end) }),
            span: range.span,
            tokens: (mentions.stamps[at].tokens.0, mentions.stamps[last].tokens.1),
            hedge: Hedge::default(),
            rule: range.rule,
        });
        mentions.ranges.push(range);
        // The end of a range begins no further one.
        at = last + 1;
    }
    stretch::recognize(tokens, mentions);
    let list = std::mem::take(&mut mentions.list);
    mentions.list = sorted_by_key(list, |mention| mention.span.start as u64);
}

/// The range that begins with the stamp at `start`, and the last stamp that belongs to it.
fn pair(tokens: &Tokens, stamps: &mut [Stamp], start: usize) -> Option<(Range, usize)> {
    let (end, rule) = joined(tokens, stamps, start)?;
    if stamps[start].time.is_some() != stamps[end].time.is_some() {
        return None;
    }
    let (head, tail) = stamps.split_at_mut(end);
    share::share(tokens, &mut head[start], &mut tail[0]);
    let span = head[start].span.cover(tail[0].span);
    Some((Range { start, end, span, rule }, end))
}

/// The stamp that a joining word ties to the one at `start`, past one that only restates it.
fn joined(tokens: &Tokens, stamps: &[Stamp], start: usize) -> Option<(usize, RuleId)> {
    let first = stamps.get(start).filter(|stamp| !stamp.restates)?;
    let restated = stamps.get(start + 1).filter(|stamp| stamp.restates);
    let end = start + 1 + usize::from(restated.is_some());
    let rule = joiner::between(tokens, first, restated, stamps.get(end)?)?;
    Some((end, rule))
}

/// Two days and two times side by side, the first day going with the first time and the second with
/// the second, in either order: `3-4 June, 22:00-01:30` and `22:00-01:30 on 3-4 June`.
fn days_and_times(tokens: &Tokens, stamps: &mut [Stamp], first: usize) -> Option<(Range, usize)> {
    let (second, _) = joined(tokens, stamps, first)?;
    let (third, _) = joined(tokens, stamps, second)?;
    let says = |at: usize| (stamps[at].date.is_some(), stamps[at].time.is_some());
    let (start, end, days) = match (says(first), says(second), says(third)) {
        ((true, false), (true, true), (false, true)) => (second, third, (first, second)),
        ((false, true), (true, true), (true, false)) => (first, second, (second, third)),
        _ => return None,
    };
    let (mut first_day, mut last_day) = (stamps[days.0], stamps[days.1]);
    share::share(tokens, &mut first_day, &mut last_day);
    if !matches!((first_day.date, last_day.date), (Some(a), Some(b)) if a.date < b.date) {
        return None;
    }
    let span = stamps[first].span.cover(stamps[third].span);
    stamps[start].date = first_day.date;
    stamps[end].date = last_day.date;
    let (head, tail) = stamps.split_at_mut(end);
    share::share(tokens, &mut head[start], &mut tail[0]);
    Some((Range { start, end, span, rule: DAYS_AND_TIMES }, third))
}

fn partial(stamp: &Stamp) -> PartialTime {
    PartialTime { date: stamp.date.map(|d| d.date), time: stamp.time.map(|t| t.time) }
}
