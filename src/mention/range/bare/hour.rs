//! Hours without minutes in a range: `9-11am`, `from 10 to 11:30`, `between 0930 and 1045 UTC`.

use super::end::Bare;
use super::{Ends, Frame, ends_here};
use crate::incident::{ClockTime, RuleId};
use crate::mention::value::{ClockValue, Value};
use crate::mention::zone;
use crate::text::{Case, Cursor, TokenKind};

/// A number that the other end of its range makes an hour: the 3 of "from 3 to 4:30 pm".
const HOUR_IN_RANGE: RuleId = RuleId::new("clock-in-range");

/// `9-11am`, `from 10 to 11:30`.
pub(super) fn before_clock(frame: &Frame, hour: Bare, clock: ClockValue, rule: RuleId) -> Option<Ends> {
    let settled =
        if clock.meridiem.is_some() { (1..=12).contains(&hour.value) } else { frame.opened.is_some() };
    settled.then_some(())?;
    let start = read(hour)?;
    Some(ends((start, HOUR_IN_RANGE), (behind(start, clock), rule)))
}

/// `8pm - 11`, `from 10:30 to 12`.
pub(super) fn behind_clock(
    cursor: &Cursor,
    frame: &Frame,
    (clock, rule): (ClockValue, RuleId),
    hour: Bare,
) -> Option<Ends> {
    let plausible = match (clock.meridiem, frame.opened) {
        (Some(_), None) => (1..=12).contains(&hour.value),
        (None, None) => false,
        _ => true,
    };
    (plausible && ends_here(cursor)).then_some(())?;
    let end = behind(clock, read(hour)?);
    Some(ends((clock, rule), (end, HOUR_IN_RANGE)))
}

/// `between 9-6 PT`, `from 0930 to 1045 UTC`, `1430-1500hrs`, `from three thirty to four thirty`.
pub(super) fn both_bare(cursor: &mut Cursor, frame: &Frame, a: Bare, b: Bare) -> Option<Ends> {
    let spelled = a.digits == 0 && b.digits == 0 && b.minutes > 0;
    let zoned = zone_follows(cursor);
    let settled = match (a.digits, b.digits) {
        // Nothing but an hour is written with a nought before it: "between 0930 and 1045".
        (4, 4) => {
            let has_nought = frame.opened.is_some() && (a.value < 1000 || b.value < 1000);
            zoned || cursor.eat_word("hrs|h") || has_nought && ends_here(cursor)
        }
        (1..=2, 1..=2) => frame.opened.is_some() && zoned,
        _ => spelled && ends_here(cursor),
    };
    (settled && !a.ordinal && !b.ordinal).then_some(())?;
    let start = read(a)?;
    Some(ends((start, HOUR_IN_RANGE), (behind(start, read(b)?), HOUR_IN_RANGE)))
}

/// Whether a zone stands behind, in capitals or in full.
fn zone_follows(cursor: &Cursor) -> bool {
    let mut at = *cursor;
    let _ = at.eat_mark('(');
    at.peek().is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
        && zone::begins(at)
}

fn read(bare: Bare) -> Option<ClockValue> {
    let (hour, minute) = match bare.digits {
        4 => (bare.value / 100, bare.value % 100),
        _ => (bare.value, bare.minutes),
    };
    let time = ClockTime::new(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, None)?;
    (!bare.ordinal).then_some(ClockValue { time, meridiem: None })
}

/// `end`, twelve hours later where it is the next time that a clock shows so: from 10:30 to 3.
fn behind(start: ClockValue, end: ClockValue) -> ClockValue {
    let by_the_face = start.meridiem.is_none() && end.meridiem.is_none() && (1..=12).contains(&end.time.hour);
    let wraps = by_the_face && start.time.hour <= 12 && end.time < start.time;
    let hour = end.time.hour + if wraps && end.time.hour < 12 { 12 } else { 0 };
    ClockValue { time: ClockTime { hour, ..end.time }, ..end }
}

fn ends(first: (ClockValue, RuleId), last: (ClockValue, RuleId)) -> Ends {
    [(Value::ClockTime(first.0), first.1), (Value::ClockTime(last.0), last.1)]
}
