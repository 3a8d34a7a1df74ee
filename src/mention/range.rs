//! Ranges of time: `from 14:00 to 16:30 UTC`, `between 22:10 on 3 May and 01:40 on 4 May`, `1:30-2:30pm`.
//!
//! The two ends share what only one of them says: the date, the zone, "am" or "pm".

use super::stamp::Stamp;
use super::value::{ClockValue, Meridiem, RangeValue};
use super::{Hedge, Mention, Mentions, Value};
use crate::incident::{ClockTime, PartialTime, RuleId};
use crate::text::{Gap, Span, TokenKind, Tokens, sorted_by_key};

const BETWEEN: RuleId = RuleId::new("range-between");
const FROM: RuleId = RuleId::new("range-from");
const DASH: RuleId = RuleId::new("range-dash");

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
    let stamps = &mut mentions.stamps;
    for start in 0..stamps.len() {
        let Some(end) = partner(stamps, start) else { continue };
        let Some(rule) = separator(tokens, &stamps[start], &stamps[end]) else { continue };
        let (head, tail) = stamps.split_at_mut(end);
        share(&mut head[start], &mut tail[0]);
        let span = head[start].span.cover(tail[0].span);
        let range_tokens = (head[start].tokens.0, tail[0].tokens.1);
        let value = RangeValue { start: partial(&head[start]), end: partial(&tail[0]) };
        mentions.ranges.push(Range { start, end, span, rule: rule.clone() });
        mentions.list.push(Mention {
            value: Value::Range(value),
            span,
            tokens: range_tokens,
            hedge: Hedge::default(),
            rule,
        });
    }
    let list = std::mem::take(&mut mentions.list);
    mentions.list = sorted_by_key(list, |mention| mention.span.start as u64);
}

/// The next stamp, past one that only restates the first in another zone.
fn partner(stamps: &[Stamp], start: usize) -> Option<usize> {
    if stamps[start].restates {
        return None;
    }
    let next = start + 1;
    let end = if stamps.get(next)?.restates { next + 1 } else { next };
    stamps.get(end)?;
    let alike = stamps[start].time.is_some() == stamps[end].time.is_some();
    alike.then_some(end)
}

/// Most tokens between the ends of a range.
const REACH: usize = 7;

/// The rule that makes the two a range: exactly one separator, and only filling words, between them.
fn separator(tokens: &Tokens, start: &Stamp, end: &Stamp) -> Option<RuleId> {
    let (from, to) = (start.tokens.1, end.tokens.0);
    if to < from || to - from > REACH || tokens.get(to)?.gap > Gap::Line {
        return None;
    }
    let mut rule = None;
    for index in from..to {
        let token = tokens.get(index).filter(|t| t.gap <= Gap::Line)?;
        let found = match token.kind {
            TokenKind::Mark('-' | '>') => Some(DASH),
            TokenKind::Word => match tokens.lower(token) {
                "to" | "until" | "till" | "til" | "through" | "thru" => Some(FROM),
                "and" if opened_by_between(tokens, start) => Some(BETWEEN),
                word if fills(word) => None,
                _ => return None,
            },
            TokenKind::Mark(',' | '(' | ')' | '~' | '[' | ']') => None,
            // The restatement of the first end in another zone.
            TokenKind::Number | TokenKind::Mark(':') if end.tokens.0 - index <= REACH && index < to => None,
            _ => return None,
        };
        rule = rule.or(found);
    }
    rule
}

fn fills(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "about"
            | "approximately"
            | "around"
            | "approx"
            | "at"
            | "on"
            | "roughly"
            | "then"
            | "as"
            | "late"
            | "early"
            | "utc"
            | "gmt"
    )
}

/// Whether "between" stands in the stamp, or a few words before it.
fn opened_by_between(tokens: &Tokens, start: &Stamp) -> bool {
    const BACK: usize = 5;
    let is_between = |index: usize| tokens.get(index).is_some_and(|token| tokens.lower(token) == "between");
    if (start.tokens.0..start.tokens.1).any(is_between) {
        return true;
    }
    (start.tokens.0.saturating_sub(BACK)..start.tokens.0)
        .rev()
        .take_while(|index| {
            let same_block = tokens.get(index + 1).is_some_and(|next| next.gap <= Gap::Line);
            same_block && tokens.get(*index).is_some_and(|token| token.kind != TokenKind::Mark('.'))
        })
        .any(is_between)
}

/// Gives each end what only the other one says.
fn share(start: &mut Stamp, end: &mut Stamp) {
    if start.zone.is_none() {
        start.zone.clone_from(&end.zone);
    } else if end.zone.is_none() {
        end.zone.clone_from(&start.zone);
    }
    if let (Some(a), Some(b)) = (&mut start.time, &mut end.time) {
        share_meridiem(a, b);
    }
    match (start.date, end.date) {
        (Some(date), None) => {
            let next_day = matches!((start.time, end.time), (Some(a), Some(b)) if b.time < a.time);
            let moved = if next_day { date.date.plus_days(1) } else { Some(date.date) };
            end.date = moved.map(|moved| super::DateValue { date: moved, day_first: None, weekday: None });
        }
        (None, Some(date)) => {
            start.date = Some(super::DateValue { weekday: None, ..date });
        }
        (Some(a), Some(b)) if a.date.year.is_none() => {
            start.date = Some(super::DateValue { date: a.date.with_year_or(b.date.year), ..a });
        }
        (Some(a), Some(b)) if b.date.year.is_none() => {
            end.date = Some(super::DateValue { date: b.date.with_year_or(a.date.year), ..b });
        }
        _ => {}
    }
}

fn share_meridiem(start: &mut ClockValue, end: &mut ClockValue) {
    match (start.meridiem, end.meridiem) {
        (None, Some(meridiem)) if (1..=12).contains(&start.time.hour) => {
            let shared = with_meridiem(start.time, meridiem);
            // 11:30 to 1pm began before noon.
            let meridiem = if shared > end.time { other(meridiem) } else { meridiem };
            start.time = with_meridiem(start.time, meridiem);
            start.meridiem = Some(meridiem);
        }
        (Some(meridiem), None) if (1..=12).contains(&end.time.hour) => {
            let shared = with_meridiem(end.time, meridiem);
            let meridiem = if shared < start.time { other(meridiem) } else { meridiem };
            end.time = with_meridiem(end.time, meridiem);
            end.meridiem = Some(meridiem);
        }
        _ => {}
    }
}

fn other(meridiem: Meridiem) -> Meridiem {
    match meridiem {
        Meridiem::Am => Meridiem::Pm,
        Meridiem::Pm => Meridiem::Am,
    }
}

fn with_meridiem(time: ClockTime, meridiem: Meridiem) -> ClockTime {
    let hour = time.hour % 12 + if meridiem == Meridiem::Pm { 12 } else { 0 };
    ClockTime { hour, ..time }
}

fn partial(stamp: &Stamp) -> PartialTime {
    PartialTime { date: stamp.date.map(|d| d.date), time: stamp.time.map(|t| t.time) }
}
