//! Layer 3: what a text mentions: durations, percentages, clock times, dates, zones and ranges.
//!
//! In come the tokens of a text; out come [`Mention`]s with their places and the rule that
//! recognized each, and the [`Stamp`]s that neighbouring dates, times and zones form together.
//! Nothing here knows what an incident is: whether "5 minutes" is an outage or a timeout is for
//! [`crate::reconcile`] to decide.

mod clause;
mod clock_time;
mod clock_words;
mod date;
mod date_parts;
mod day_half;
mod dotted;
mod duration;
mod hedge;
mod listed;
mod month;
mod names;
mod number;
mod opener;
mod percentage;
mod range;
mod short_date;
mod spaced_date;
mod stamp;
mod value;
mod zone;
mod zone_names;
mod zone_place;

pub use hedge::Hedge;
pub use range::{Range, Stretch};
pub use stamp::Stamp;
pub use value::{
    ClockValue, DateValue, DurationValue, Meridiem, PercentageValue, RangeValue, Value, ZoneName, ZoneOffset,
    ZoneValue,
};

use crate::incident::{PartialDate, RuleId};
use crate::text::{Cursor, Span, Tokens};

/// Something that a text mentions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mention {
    /// What it says.
    pub value: Value,
    /// Where it says it.
    pub span: Span,
    /// Index of its first token, and one past its last.
    pub tokens: (usize, usize),
    /// How sure the words before it make it.
    pub hedge: Hedge,
    /// The rule that recognized it.
    pub rule: RuleId,
}

/// Everything that a text mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    /// Single mentions in text order. Two may share a place where the text can be read both ways.
    pub list: Vec<Mention>,
    /// Dates, times and zones that belong together, in text order.
    pub stamps: Vec<Stamp>,
    /// Pairs of stamps that form a range, as indices into `stamps`.
    pub ranges: Vec<Range>,
    /// Stamps with the length of what began then, in text order.
    pub stretches: Vec<Stretch>,
}

// Out of line, because a search stands in the code wherever it is called.
impl Mentions {
    /// Index of the first stamp that starts at or after byte `offset`.
    #[must_use]
    #[inline(never)]
    pub fn stamp_index_at(&self, offset: usize) -> usize {
        self.stamps.partition_point(|stamp| stamp.span.start < offset)
    }

    /// Index of the first stamp that starts with or behind token `index`.
    #[must_use]
    #[inline(never)]
    pub fn stamp_index_at_token(&self, index: usize) -> usize {
        self.stamps.partition_point(|stamp| stamp.tokens.0 < index)
    }

    /// The stamps that start within `span`.
    #[must_use]
    #[inline(never)]
    pub fn stamps_in(&self, span: Span) -> &[Stamp] {
        self.stamps.get(self.stamp_index_at(span.start)..self.stamp_index_at(span.end)).unwrap_or_default()
    }

    /// The mentions that start within `span`.
    #[must_use]
    #[inline(never)]
    pub fn mentions_in(&self, span: Span) -> &[Mention] {
        let index_at = |offset| self.list.partition_point(|mention| mention.span.start < offset);
        self.list.get(index_at(span.start)..index_at(span.end)).unwrap_or_default()
    }

    /// Index of the first range that starts at or after byte `offset`.
    #[must_use]
    #[inline(never)]
    pub fn range_index_at(&self, offset: usize) -> usize {
        self.ranges.partition_point(|range| range.span.start < offset)
    }

    /// The date that the text puts beside `mention`.
    #[must_use]
    pub fn date_beside(&self, mention: &Mention) -> Option<PartialDate> {
        let at = self.stamps.partition_point(|stamp| stamp.span.end < mention.span.end);
        let stamp = self.stamps.get(at).filter(|stamp| stamp.span.start <= mention.span.start)?;
        stamp.date.filter(|date| date.day_first.is_none()).map(|date| date.date)
    }
}

/// A recognizer reads at a cursor and says what it found and by which rule.
type Recognizer = fn(&mut Cursor) -> Option<(Value, RuleId)>;

/// All recognizers, in the order in which they are tried at each token; the first that finds
/// something consumes the tokens.
const RECOGNIZERS: [Recognizer; 5] =
    [date::recognize, clock_time::recognize, duration::recognize, percentage::recognize, zone::recognize];

/// Recognizes everything in `tokens`, each token being looked at a bounded number of times.
#[must_use]
pub fn recognize(tokens: &Tokens) -> Mentions {
    let mut list = Vec::new();
    let mut at = 0;
    while at < tokens.list().len() {
        if let Some(ends) = range::recognize_bare(tokens, at) {
            at = ends[1].tokens.1;
            list.extend_from_slice(&ends);
            continue;
        }
        at = match recognize_at(tokens, at) {
            Some(mention) => {
                let next = mention.tokens.1;
                if let Some(length) = duration::clock_form(tokens, &mention) {
                    list.push(length);
                }
                list.push(mention);
                next
            }
            None => at + 1,
        };
    }
    let stamps = stamp::join(tokens, &list);
    let mut mentions = Mentions { list, stamps, ..Mentions::default() };
    range::recognize(tokens, &mut mentions);
    mentions
}

/// The year behind the name of a month in `span`, as in "June 2023".
#[must_use]
pub fn month_and_year(tokens: &Tokens, span: Span) -> Option<i32> {
    (tokens.index_at(span.start)..tokens.index_at(span.end)).find_map(|at| {
        let mut cursor = Cursor::new(tokens, at);
        month::month(cursor.word()?)?;
        year(tokens, cursor.index())
    })
}

/// The year that token `at` is.
#[must_use]
pub fn year(tokens: &Tokens, at: usize) -> Option<i32> {
    let (year, _) = Cursor::new(tokens, at).number(4..=4)?;
    (1990..2100).contains(&year).then(|| i32::try_from(year).ok())?
}

/// Reads the name of a month, 1 to 12.
pub fn month(cursor: &mut Cursor) -> Option<u8> {
    month::month(cursor.word()?)
}

/// Reads the name of a weekday, 0 = Monday.
pub fn weekday(cursor: &mut Cursor) -> Option<u8> {
    month::weekday(cursor.word()?)
}

/// Reads a count in digits, such as `1,000`.
pub fn count(cursor: &mut Cursor) -> Option<f64> {
    number::digits(cursor)
}

/// The date that `tokens` begin with, such as that in a file's name.
#[must_use]
pub fn leading_date(tokens: &Tokens) -> Option<PartialDate> {
    match date::recognize(&mut Cursor::new(tokens, 0))? {
        (Value::Date(date), _) if date.day_first.is_none() => Some(date.date),
        _ => None,
    }
}

fn recognize_at(tokens: &Tokens, at: usize) -> Option<Mention> {
    if !opener::may_open(tokens, tokens.get(at)?) {
        return None;
    }
    RECOGNIZERS.iter().find_map(|recognize| {
        let mut cursor = Cursor::new(tokens, at);
        let (value, rule) = recognize(&mut cursor)?;
        let hedge = hedge::before(tokens, at);
        Some(Mention { value, span: cursor.span(), tokens: (at, cursor.index()), hedge, rule })
    })
}
