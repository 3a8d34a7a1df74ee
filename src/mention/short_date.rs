//! Dates of two numbers without a year: `Friday 29/03`, `on 4/22`, `22/04`, `03-17 14:05`.
//!
//! *Refuses* everything that nothing marks as a date: shares (`3/4 of the pods`), counts of what is
//! ready (`2/3`), `24/7`.

use super::value::DateValue;
use super::{clause, clock_time, date};
use crate::text::Cursor;

/// Reads a day and a month in either order, where a weekday, a clock time or a word makes it a date.
pub(super) fn recognize(cursor: &mut Cursor, has_weekday: bool) -> Option<DateValue> {
    let led = follows_lead(cursor);
    let (first, first_digits) = cursor.number(1..=2)?;
    cursor.peek_glued()?;
    let separator = cursor.eat_any_mark(&['/', '-'])?;
    let (second, second_digits) = cursor.glued_number(1..=2)?;
    date::ends_here(cursor).then_some(())?;
    let padded = first_digits == 2 && second_digits == 2;
    let timed = before_time(*cursor);
    let is_date = if separator == '-' {
        padded && timed
    } else {
        // More than all is no share: 22/04.
        let no_share = padded && first > second && second < 10;
        let always = (first, second, padded) == (24, 7, false);
        let ends = clause::ends(*cursor) || (led && cursor.at_word("the|we|our|from|between"));
        !always && (has_weekday || timed || ((led || no_share) && ends))
    };
    is_date.then(|| date::either_order(None, first, second))?
}

fn follows_lead(cursor: &Cursor) -> bool {
    cursor.tokens().word_before_is(cursor.index(), "on|since|until|till|dated")
}

/// Whether a clock time follows.
fn before_time(mut cursor: Cursor) -> bool {
    let _ = cursor.eat_mark(',');
    let _ = cursor.eat_word("at") || cursor.eat_mark('@');
    clock_time::recognize(&mut cursor).is_some()
}
