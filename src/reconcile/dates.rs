//! The date of the incident, and what completes partial dates: the year, and the order of day and month.

use super::incident_day::{self, Place};
use super::report::Report;
use super::section_kind::SectionKind;
use super::zone;
use crate::document::{Block, BlockKind};
use crate::incident::PartialDate;
use crate::mention::{DateValue, Stamp, Value};
use crate::text::{Span, TokenKind, Tokens};

/// A date and the words that give it; no words where it comes from the file's name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct DatedBy {
    pub(super) date: PartialDate,
    pub(super) span: Option<Span>,
    pub(super) place: Place,
}

/// What the document settles about its dates.
pub(super) struct Dates {
    /// The incident's own date, where times without a date belong.
    pub(super) base: Option<DatedBy>,
    year: Option<i32>,
    day_first: Option<bool>,
    /// Whether its clocks are those of a country that puts the month first.
    american: bool,
}

impl Dates {
    /// `year` is what the document around this part says, where the part itself says none.
    pub(super) fn of(report: &Report, year: Option<i32>) -> Self {
        let file_date = report.file_name.and_then(in_file_name);
        let american = zone::mentions(report).any(|(zone, _)| zone.is_american());
        let mut dates = Self { base: None, year: None, day_first: numeric_order(report), american };
        dates.year = first_year(report)
            .or(year)
            .or_else(|| year_of(report))
            .or_else(|| file_date.and_then(|d| d.year));
        let named = file_date.map(|date| DatedBy { date, span: None, place: Place::FileName });
        dates.base = incident_day::find(report, &dates).or(named);
        dates
    }

    /// The day that `value` means: with the document's year where it has none of its own, and `None`
    /// where its day and month cannot be told apart.
    pub(super) fn settle(&self, value: &DateValue) -> Option<PartialDate> {
        let date = match (value.day_first, self.day_first) {
            (None, _) | (Some(_), Some(false)) => value.date,
            (Some(day_first), Some(true)) => day_first,
            (Some(day_first), None) => {
                self.nearer(value.date, day_first).or_else(|| self.american.then_some(value.date))?
            }
        };
        Some(date.with_year_or(self.year))
    }

    /// The day that `stamp` gives itself.
    #[inline(never)]
    pub(super) fn day_of(&self, stamp: &Stamp) -> Option<PartialDate> {
        stamp.date.as_ref().and_then(|date| self.settle(date))
    }

    /// Of two readings of a date, the only one that lies near the incident's day.
    fn nearer(&self, month_first: PartialDate, day_first: PartialDate) -> Option<PartialDate> {
        let base = self.base?.date;
        let is_near = |date: &PartialDate| {
            let days = base.days_until(date.with_year_or(self.year));
            days.is_some_and(|days| (-NEAR..=NEAR).contains(&days))
        };
        let near = [month_first, day_first].map(|date| is_near(&date).then_some(date));
        near[0].xor(near[1])
    }
}

/// Days within which times of one incident lie.
const NEAR: i64 = 7;

/// Whether numeric dates in this text put the day first, from one whose order is certain.
fn numeric_order(report: &Report) -> Option<bool> {
    let dates = || {
        report.mentions.list.iter().filter_map(|m| match &m.value {
            Value::Date(date) => Some((date, m)),
            _ => None,
        })
    };
    let certain = dates().find(|(date, m)| {
        date.day_first.is_none()
            && m.rule.as_str() == "date-numeric"
            && report.words_in(m.span).count() == 3
            && report.words_in(m.span).iter().all(|w| w.bytes().all(|b| b.is_ascii_digit()))
            && date.date.month != date.date.day
    });
    if let Some((date, mention)) = certain {
        let first = report.words_in(mention.span).first().and_then(|w| w.parse::<u8>().ok());
        return first.map(|first| first == date.date.day);
    }
    // A date written with its month's name may be the same day.
    let ambiguous = dates().find_map(|(date, _)| date.day_first.map(|other| (date.date, other)));
    let (month_first, day_first) = ambiguous?;
    dates().filter(|(date, _)| date.day_first.is_none()).find_map(|(date, _)| {
        let date = date.date;
        match (date.agrees_with(month_first), date.agrees_with(day_first)) {
            (true, _) => Some(false),
            (_, true) => Some(true),
            _ => None,
        }
    })
}

/// The year of the first date that has one, outside of plans.
fn first_year(report: &Report) -> Option<i32> {
    report.mentions.list.iter().find_map(|mention| match &mention.value {
        Value::Date(date) if report.kind_at(mention.span) != SectionKind::Plans => date.date.year,
        _ => None,
    })
}

/// The year that the document's dates or its headings give: "Availability in June 2023".
pub(super) fn year_of(report: &Report) -> Option<i32> {
    first_year(report).or_else(|| {
        let headings = report.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
        let named =
            headings.take(3).find_map(|block| crate::mention::month_and_year(report.tokens, block.span));
        named.or_else(|| report.blocks.iter().take(3).find_map(|block| trailing_year(report, block)))
    })
}

/// The year that a line at the top ends with, as a page's head does: "Virtual machines (Oslo), 2021".
fn trailing_year(report: &Report, block: &Block) -> Option<i32> {
    let last = report.tokens.index_at(block.span.end).checked_sub(1)?;
    let comma = report.tokens.get(last.checked_sub(1)?)?;
    (comma.kind == TokenKind::Mark(',')).then_some(())?;
    crate::mention::year(report.tokens, last)
}

/// A date in a file's name: `2023-05-09-cache.md`, `20230509-cache.md`, `outage-may-9-2023.md`.
pub(super) fn in_file_name(name: &str) -> Option<PartialDate> {
    let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let runs =
        name.char_indices().filter(|(at, c)| c.is_ascii_digit() && !digits(name[..*at].chars().next_back()));
    let read = |at: usize, joiners: &[char]| {
        crate::mention::leading_date(&Tokens::scan(&name[at..].replace(joiners, " ")))
    };
    let in_numbers = runs.take(8).find_map(|(at, _)| read(at, &['_']));
    in_numbers.or_else(|| {
        let words = name.match_indices(['-', '_', ' ']).take(MOST_WORDS).map(|(at, _)| at + 1);
        std::iter::once(0).chain(words).find_map(|at| read(at, &['_', '-']))
    })
}

/// Most words of a file's name before a date with the name of its month.
const MOST_WORDS: usize = 12;
