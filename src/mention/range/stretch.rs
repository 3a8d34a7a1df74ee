//! A time and how long it lasted: `at 14:02 UTC for 45 minutes`, `for 5 hours starting at 15:30`.
//!
//! *Refuses* lengths that nothing ties to the time, such as "every 5 minutes from 10:00", and times
//! that already are an end of a range.

use super::joiner;
use super::{Range, partial};
use crate::incident::{PartialTime, RuleId};
use crate::mention::stamp::Stamp;
use crate::mention::value::RangeValue;
use crate::mention::{Hedge, Mention, Mentions, Value};
use crate::text::{Gap, Span, TokenKind, Tokens, is_one_of};

/// A time and a length that say from when to when: "for 5 hours starting at 15:30".
const LENGTH: RuleId = RuleId::new("range-length");

const MINUTES_A_DAY: i64 = 24 * 60;

/// A stamp and the length of what began then.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Index of the stamp that it begins with.
    pub start: usize,
    /// How long it went on.
    pub minutes: i64,
    /// Where the text says it.
    pub span: Span,
}

/// Finds the times with a length, and adds the ranges that they mean to the mentions.
pub(super) fn recognize(tokens: &Tokens, mentions: &mut Mentions) {
    let mut found = Vec::new();
    for length in &mentions.list {
        let Some(minutes) = whole_minutes(length) else { continue };
        let Some(start) = beginning(tokens, mentions, length) else { continue };
        lend_date(tokens, &mut mentions.stamps, start, length);
        let stamp = &mentions.stamps[start];
        let from = partial(stamp);
        let Some(to) = later(from, minutes) else { continue };
        let span = stamp.span.cover(length.span);
        let first_last = (stamp.tokens.0.min(length.tokens.0), stamp.tokens.1.max(length.tokens.1));
        mentions.stretches.push(Stretch { start, minutes, span });
        found.push(Mention {
            value: Value::Range(RangeValue { start: from, end: to }),
            span,
            tokens: first_last,
            hedge: Hedge::default(),
            rule: LENGTH,
        });
    }
    mentions.list.append(&mut found);
}

/// The minutes of a length that is no range of lengths.
#[expect(clippy::float_cmp, reason = "ends of a range are copies of each other where it is none")]
fn whole_minutes(mention: &Mention) -> Option<i64> {
    let Value::Duration(length) = &mention.value else { return None };
    let minutes = (length.low / 60.0).round();
    let single = length.low == length.high && (1.0..=600_000.0).contains(&minutes);
    // OK because of the limits.
    #[expect(clippy::cast_possible_truncation)]
    single.then_some(minutes as i64)
}

/// The end of what began at `from`; a day that begins it needs a length of whole days.
fn later(from: PartialTime, minutes: i64) -> Option<PartialTime> {
    if from.time.is_some() {
        return from.plus_minutes(minutes);
    }
    let date = from.date.filter(|_| minutes % MINUTES_A_DAY == 0)?.plus_days(minutes / MINUTES_A_DAY)?;
    Some(PartialTime { date: Some(date), time: None })
}

/// The stamp right behind the length after "from" or "starting", or right before it and "for".
fn beginning(tokens: &Tokens, mentions: &Mentions, length: &Mention) -> Option<usize> {
    let stamps = &mentions.stamps;
    let behind = mentions.stamp_index_at_token(length.tokens.1);
    let tied_behind = |stamp: &Stamp| {
        let opens = "from|starting|beginning|commencing|since|start";
        tied(tokens, length.tokens.1, stamp.tokens.0, opens) && lasts(tokens, length.tokens.0)
    };
    let tied_before = |stamp: &Stamp| tied(tokens, stamp.tokens.1, length.tokens.0, "for|lasting|lasted");
    let before = behind.checked_sub(1);
    let at = if stamps.get(behind).is_some_and(tied_behind) {
        behind
    } else {
        before.filter(|at| stamps.get(*at).is_some_and(tied_before))?
    };
    let of_range = |range: &Range| range.start == at || range.end == at;
    let near = mentions.ranges.partition_point(|range| range.end < at);
    (!mentions.ranges[near..].iter().take(2).any(of_range)).then_some(at)
}

/// Most tokens between a time and its length.
const REACH: usize = 5;

/// Whether one of the words in `ties` stands between two places, among words that only fill.
fn tied(tokens: &Tokens, from: usize, to: usize, ties: &str) -> bool {
    if from > to || to - from > REACH {
        return false;
    }
    let mut tie = false;
    let fits = (from..to).all(|index| {
        let Some(token) = tokens.get(index).filter(|token| token.gap <= Gap::Line) else { return false };
        let word = tokens.lower(token);
        let ties = is_one_of(word, ties);
        tie |= ties;
        let mark = matches!(token.kind, TokenKind::Mark(',' | '~' | '('));
        mark || ties || joiner::fills(word) || fills_length(word)
    });
    fits && tie && tokens.get(to).is_some_and(|token| token.gap <= Gap::Line)
}

fn fills_length(word: &str) -> bool {
    is_one_of(word, "a|an|another|further|period|total|and|periods|some|roughly")
}

/// Whether "for", "lasted" or "period of" stands before the length.
fn lasts(tokens: &Tokens, length: usize) -> bool {
    const BACK: usize = 5;
    for index in (length.saturating_sub(BACK)..length).rev() {
        let joined = tokens.get(index + 1).is_some_and(|next| next.gap <= Gap::Line);
        let Some(token) = tokens.get(index).filter(|_| joined) else { return false };
        let word = tokens.lower(token);
        if is_one_of(word, "for|lasting|lasted|period|periods|another") {
            return true;
        }
        let fills = token.kind == TokenKind::Mark('~') || joiner::fills(word) || fills_length(word);
        if !fills {
            return false;
        }
    }
    false
}

/// Gives the time the day that stands right before the length: "on 14 Feb for 7 hours from 9:30".
fn lend_date(tokens: &Tokens, stamps: &mut [Stamp], at: usize, length: &Mention) {
    let Some(before) = at.checked_sub(1) else { return };
    let day = stamps[before];
    let near = tied(tokens, day.tokens.1, length.tokens.0, "for|lasting");
    if day.time.is_none() && stamps[at].date.is_none() && stamps[at].tokens.0 >= length.tokens.1 && near {
        stamps[at].date = day.date;
    }
}
