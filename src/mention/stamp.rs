//! Dates, clock times and zones that stand together and mean one moment.
//!
//! `March 4th, 2022 at 3:15 PM EAT`, `14:30 UTC on 9 May`, `UTC 05:13` and `2023-05-09T14:30Z` are one
//! stamp each.

use super::hedge::Hedge;
use super::value::{ClockValue, DateValue, ZoneOffset, ZoneValue};
use super::{Mention, Value};
use crate::incident::{is_half_hours, minutes_of_day};
use crate::text::{Gap, Span, TokenKind, Tokens};

/// A date, a clock time and a zone, as far as the text puts them together.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Stamp {
    /// The day.
    pub date: Option<DateValue>,
    /// The time of day.
    pub time: Option<ClockValue>,
    /// The zone.
    pub zone: Option<ZoneValue>,
    /// From the first word to the last.
    pub span: Span,
    /// Index of its first token, and one past its last.
    pub tokens: (usize, usize),
    /// How sure the words before it make it.
    pub hedge: Hedge,
    /// Whether it says the moment of the stamp before it once more, in another zone.
    pub restates: bool,
}

/// Joins neighbouring mentions to stamps, in text order.
pub(super) fn join(tokens: &Tokens, mentions: &[Mention]) -> Vec<Stamp> {
    let mut stamps: Vec<Stamp> = Vec::new();
    for mention in mentions {
        if !matches!(mention.value, Value::Date(_) | Value::ClockTime(_) | Value::Zone(_)) {
            continue;
        }
        if let Some(stamp) = stamps.last_mut()
            && touches(tokens, stamp, mention)
            && absorb(stamp, mention)
        {
            continue;
        }
        let mut fresh =
            Stamp { tokens: mention.tokens, span: mention.span, hedge: mention.hedge, ..Stamp::default() };
        let _ = absorb(&mut fresh, mention);
        stamps.push(fresh);
    }
    stamps.retain(|stamp| stamp.date.is_some() || stamp.time.is_some());
    for stamp in &mut stamps {
        cover_year(tokens, stamp);
    }
    mark_restatements(tokens, &mut stamps);
    stamps
}

/// Takes the year behind the time into the stamp, `Oct 26 11:00:09 EDT 2023`; its date has it already.
fn cover_year(tokens: &Tokens, stamp: &mut Stamp) {
    let year = stamp.date.filter(|_| stamp.time.is_some()).and_then(|date| date.date.year);
    let comma = tokens.mark_at(stamp.tokens.1, ",");
    let at = stamp.tokens.1 + usize::from(comma);
    let Some(token) = tokens.get(at).filter(|token| token.gap <= Gap::Line) else { return };
    if token.kind == TokenKind::Number && year.is_some() && tokens.lower(token).parse().ok() == year {
        stamp.span = stamp.span.cover(token.span);
        stamp.tokens.1 = at + 1;
    }
}

/// Takes `mention` into `stamp` where it has none of its kind yet.
fn absorb(stamp: &mut Stamp, mention: &Mention) -> bool {
    let fits = match &mention.value {
        Value::Date(date) if stamp.date.is_none() => {
            stamp.date = Some(*date);
            true
        }
        Value::ClockTime(time) if stamp.time.is_none() => {
            stamp.time = Some(*time);
            true
        }
        Value::Zone(zone) if stamp.zone.is_none() => {
            stamp.zone = Some(*zone);
            true
        }
        // "CST (China Standard Time)" and "CET (GMT+1)" explain an ambiguous or seasonal name.
        Value::Zone(zone) if explains(stamp.zone.as_ref(), zone) => {
            if let Some(known) = &mut stamp.zone {
                known.offset = zone.offset;
            }
            true
        }
        _ => false,
    };
    if fits {
        // "16 July ~23:00" is as uncertain as its time.
        stamp.hedge.approximate |= mention.hedge.approximate;
        stamp.span = stamp.span.cover(mention.span);
        stamp.tokens.1 = stamp.tokens.1.max(mention.tokens.1);
    }
    fits
}

fn explains(known: Option<&ZoneValue>, further: &ZoneValue) -> bool {
    let is_open = |zone: &ZoneValue| matches!(zone.offset, ZoneOffset::Ambiguous | ZoneOffset::Summer(..));
    known.is_some_and(is_open) && !is_open(further)
}

/// Most tokens that may stand between the parts of a stamp.
const REACH: usize = 4;

/// Whether only words that join stand between the stamp and the mention.
fn touches(tokens: &Tokens, stamp: &Stamp, mention: &Mention) -> bool {
    let (from, to) = (stamp.tokens.1, mention.tokens.0);
    if to - from > REACH || tokens.get(to).is_none_or(|token| token.gap > Gap::Line) {
        return false;
    }
    let date_then_time = stamp.time.is_none() && matches!(mention.value, Value::ClockTime(_));
    (from..to).all(|index| {
        let Some(token) = tokens.get(index).filter(|t| t.gap <= Gap::Line) else { return false };
        match token.kind {
            // "21:03 CST (UTC+8) on 5 March" goes on behind its bracket.
            TokenKind::Mark(')' | ']') if opens_bracket(tokens, stamp) => true,
            TokenKind::Mark(mark) => {
                matches!(mark, ',' | '(' | '[' | '@' | '~' | '/')
                    || (date_then_time && matches!(mark, '-' | ':' | ')' | ']' | ';'))
            }
            TokenKind::Word => {
                tokens.reads(token, JOINING) || (date_then_time && tokens.reads(token, INTRODUCING_TIME))
            }
            _ => false,
        }
    })
}

fn opens_bracket(tokens: &Tokens, stamp: &Stamp) -> bool {
    (stamp.tokens.0..stamp.tokens.1).any(|index| tokens.mark_at(index, "(["))
}

const JOINING: &str = "at|on|of|the|in|approximately|around|about|approx|roughly|exactly|time|hrs|hours|day";
const INTRODUCING_TIME: &str = "from|between|by|starting|beginning|since|for";

/// Finds `13:14 EDT (17:14 UTC)`: the same moment once more in another zone. Behind a slash it is meant to
/// be, even where the clocks of the two zones are never so far apart.
fn mark_restatements(tokens: &Tokens, stamps: &mut [Stamp]) {
    for index in 1..stamps.len() {
        let (before, after) = stamps.split_at_mut(index);
        let (first, second) = (&before[index - 1], &mut after[0]);
        second.restates = !first.restates
            && (same_moment(first, second) && in_brackets(tokens, first, second)
                || behind_slash(tokens, first, second));
    }
}

fn in_brackets(tokens: &Tokens, first: &Stamp, second: &Stamp) -> bool {
    let (from, to) = (first.tokens.1, second.tokens.0);
    to - from <= 2 && (from..to).all(|index| tokens.mark_at(index, "(/[,|-"))
}

fn behind_slash(tokens: &Tokens, first: &Stamp, second: &Stamp) -> bool {
    let slash = tokens.mark_at(first.tokens.1, "/");
    let name = |stamp: &Stamp| stamp.time.and(stamp.zone).map(|zone| zone.name);
    let differ = name(first).zip(name(second)).is_some_and(|(one, other)| one != other);
    slash && differ && second.date.is_none() && second.tokens.0 == first.tokens.1 + 1
}

fn same_moment(first: &Stamp, second: &Stamp) -> bool {
    let (Some(a), Some(b)) = (first.time, second.time) else { return false };
    let (Some(zone_a), Some(zone_b)) = (&first.zone, &second.zone) else { return false };
    if zone_a.name == zone_b.name {
        return false;
    }
    let difference = minutes_of_day(a.time.minutes() - b.time.minutes());
    let (Some(of_a), Some(of_b)) = (offsets(zone_a), offsets(zone_b)) else {
        // A name for several zones can mean whichever is so far away, and zones differ by half hours.
        return is_half_hours(difference);
    };
    of_a.iter().any(|x| of_b.iter().any(|y| (f64::from((x - y).rem_euclid(1440)) - difference).abs() < 0.5))
}

/// The offsets that a zone can have; `None` where its name stands for several zones.
fn offsets(zone: &ZoneValue) -> Option<[i32; 2]> {
    match zone.offset {
        ZoneOffset::Fixed(minutes) | ZoneOffset::Summer(minutes, _) => Some([minutes; 2]),
        ZoneOffset::Seasonal(winter, _) => Some([winter, winter + 60]),
        ZoneOffset::Ambiguous => None,
    }
}
