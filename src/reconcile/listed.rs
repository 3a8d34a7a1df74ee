//! Incidents that a document lists: a table with a row for each, or a sentence that gives the length
//! of the outage on each of several days.

use super::dates::Dates;
use super::duration;
use super::phrases::{Phrases, phrases};
use super::report::Report;
use super::section_kind::SectionKind;
use super::window::labels;
use super::words::Words;
use crate::document::{Block, BlockKind};
use crate::incident::{
    Certainty, Incident, Moment, OutageDuration, PartialDate, PartialTime, Phase, RuleId, ZoneFact,
    minutes_between,
};
use crate::mention::{Mention, Stamp, Value};
use crate::text::{Gather, Span, Tokens, is_one_of};

/// In a table with a row for each incident, the columns of its start, end or day give its times.
const ROW_TIME: RuleId = RuleId::new("time-in-row");
/// In a sentence on several days, the day of each length is the day of its outage.
const DAY_OF_LENGTH: RuleId = RuleId::new("start-day-of-length");

/// One listed incident: the block or the words that give it, and what they say.
pub(super) struct Listed {
    /// Index of its row; nothing for one that a sentence gives.
    pub(super) block: Option<usize>,
    start: Option<Moment>,
    end: Option<Moment>,
    length: Option<OutageDuration>,
}

impl Listed {
    /// Puts what the list says into `incident`, the zone of its times being that of the document.
    pub(super) fn apply(mut self, incident: &mut Incident, zone: Option<ZoneFact>) {
        let offset = zone.as_ref().and_then(|zone| zone.offset_minutes);
        for moment in [&mut self.start, &mut self.end].into_iter().flatten() {
            moment.offset_minutes = offset.filter(|_| moment.at.time.is_some());
        }
        incident.zone = zone;
        let window = duration::between(self.start.as_ref(), self.end.as_ref());
        incident.durations = self.length.into_iter().chain(window).gather();
        incident.duration = incident.durations.first().cloned();
        incident.start = self.start;
        incident.end = self.end;
    }

    fn day(&self) -> Option<PartialDate> {
        self.start.as_ref().and_then(|start| start.at.date)
    }
}

/// The incidents that the document lists, in its order; fewer than two are no list.
pub(super) fn find(report: &Report, dates: &Dates) -> Vec<Listed> {
    // A report with a timeline is one of a single incident, whatever else its tables hold.
    if report.blocks.iter().any(|block| report.kind_of(block) == SectionKind::Timeline) {
        return Vec::new();
    }
    let rows = in_tables(report, dates);
    if rows.len() >= 2 { rows } else { in_a_sentence(report, dates) }
}

/// The columns of a table with a row for each incident.
#[derive(Clone, Copy, Default)]
struct Columns {
    start: Option<usize>,
    end: Option<usize>,
    day: Option<usize>,
    length: Option<usize>,
}

impl Columns {
    /// The columns by their heads; `None` where the rows are no incidents.
    fn of(report: &Report, header: &Block) -> Option<Self> {
        const OTHERS: Phrases = phrases("event|action|activity|step|phase|task|milestone|region|time");
        let mut columns = Self::default();
        for (at, cell) in header.cells.iter().enumerate() {
            let name = report.document.lower_words(*cell);
            let tokens = Tokens::scan(&name);
            let place = match labels::phase_of(&name) {
                Some(Phase::Began) => &mut columns.start,
                Some(Phase::Resolved) => &mut columns.end,
                _ if is_one_of(&name, "date|day|when") => &mut columns.day,
                _ if duration::names_length(&Words::whole(&tokens)) => &mut columns.length,
                _ if OTHERS.lists(name.as_str()) => return None,
                _ => continue,
            };
            place.get_or_insert(at);
        }
        let has_window = columns.start.is_some() && columns.end.is_some();
        let has_length = columns.length.is_some() && (columns.day.or(columns.start)).is_some();
        (has_window || has_length).then_some(columns)
    }
}

/// The rows of the first table that lists incidents of different days, none within another.
fn in_tables(report: &Report, dates: &Dates) -> Vec<Listed> {
    let mut table: Option<(usize, Columns)> = None;
    let mut rows: Vec<Listed> = Vec::new();
    for (index, block) in report.blocks.iter().enumerate() {
        let BlockKind::Row { table: number, header } = block.kind else { continue };
        if header {
            if is_a_list(&rows) {
                break;
            }
            rows.clear();
            table = Columns::of(report, block).map(|columns| (number, columns));
        } else if let Some((_, columns)) = table.filter(|(known, _)| *known == number)
            && let Some(row) = row(report, dates, index, columns)
        {
            rows.push(row);
        }
    }
    if is_a_list(&rows) { rows } else { Vec::new() }
}

/// Whether the rows are incidents of at least two days, none of which begins before another's end.
fn is_a_list(rows: &[Listed]) -> bool {
    let first = rows.first().and_then(Listed::day);
    let differ = rows.iter().any(|row| row.day() != first);
    let apart = rows.windows(2).all(|pair| {
        let (a, b) = (&pair[0], &pair[1]);
        is_after(a.end.as_ref(), b.start.as_ref()) || is_after(b.end.as_ref(), a.start.as_ref())
    });
    rows.len() >= 2 && differ && apart
}

fn is_after(end: Option<&Moment>, start: Option<&Moment>) -> bool {
    let (Some(end), Some(start)) = (end, start) else { return true };
    minutes_between(end.at, start.at).is_none_or(|minutes| minutes > 0.0)
}

fn row(report: &Report, dates: &Dates, index: usize, columns: Columns) -> Option<Listed> {
    let block = &report.blocks[index];
    let cell = |column: Option<usize>| column.and_then(|at| block.cells.get(at)).copied();
    let stamp = |column: Option<usize>| cell(column).and_then(|cell| stamp_in(report, cell));
    let date_of = |stamp: &Stamp| dates.day_of(stamp);
    let (start, end, day) = (stamp(columns.start), stamp(columns.end), stamp(columns.day));
    let begun = start.and_then(date_of).or_else(|| day.and_then(date_of))?;
    let start_at = PartialTime { date: Some(begun), time: start.and_then(|s| s.time).map(|t| t.time) };
    let length = cell(columns.length).and_then(|cell| length_in(report, cell));
    let end = end.filter(|end| end.time.is_some()).map(|end| {
        let date = date_of(end).or(Some(begun));
        let at = PartialTime { date, time: end.time.map(|time| time.time) };
        let overnight = end.date.is_none() && minutes_between(start_at, at).is_some_and(|m| m < 0.0);
        moment(if overnight { at.plus_minutes(24 * 60).unwrap_or(at) } else { at }, end.span)
    });
    let span = start.or(day)?.span;
    (end.is_some() || length.is_some()).then(|| Listed {
        block: Some(index),
        start: Some(moment(start_at, span)),
        end,
        length,
    })
}

fn stamp_in<'r>(report: &'r Report, cell: Span) -> Option<&'r Stamp> {
    report.mentions.stamps_in(cell).first().filter(|stamp| cell.contains(stamp.span))
}

fn length_in(report: &Report, cell: Span) -> Option<OutageDuration> {
    let inside = report.mentions.mentions_in(cell).iter().take_while(|mention| cell.contains(mention.span));
    inside.take(MOST_IN_CELL).find_map(duration::in_row)
}

/// Most mentions of a cell that are looked at.
const MOST_IN_CELL: usize = 4;

fn moment(at: PartialTime, span: Span) -> Moment {
    Moment {
        at,
        offset_minutes: None,
        certainty: Certainty::Stated,
        rule: ROW_TIME,
        approximate: false,
        evidence: span.alone(),
    }
}

/// `40 minutes of downtime on 3 May and 2 hours and 5 minutes on 4 May`.
fn in_a_sentence(report: &Report, dates: &Dates) -> Vec<Listed> {
    let list = &report.mentions.list;
    for (at, mention) in list.iter().enumerate() {
        // Cheap questions first: most mentions are no lengths with a day.
        if day_of(report, mention).is_none() || !duration::is_told(report, mention) {
            continue;
        }
        let end = report.sentence(mention.tokens.0).end();
        let within = list[at..].iter().take_while(|other| other.tokens.0 < end);
        let found: Vec<Listed> = within.filter_map(|other| on_a_day(report, dates, other)).gather();
        let first = found.first().and_then(Listed::day);
        if found.iter().any(|other| other.day() != first) {
            return found;
        }
    }
    Vec::new()
}

fn on_a_day(report: &Report, dates: &Dates, mention: &Mention) -> Option<Listed> {
    let stamp = day_of(report, mention)?;
    let at = PartialTime { date: Some(dates.day_of(stamp)?), time: None };
    let start = Moment { rule: DAY_OF_LENGTH, ..moment(at, stamp.span) };
    Some(Listed { block: None, start: Some(start), end: None, length: Some(duration::in_row(mention)?) })
}

/// The day right behind a length: `45 minutes on 3 May`.
fn day_of<'r>(report: &'r Report, mention: &Mention) -> Option<&'r Stamp> {
    matches!(mention.value, Value::Duration(_)).then_some(())?;
    let next = report.mentions.stamps.get(report.mentions.stamp_index_at_token(mention.tokens.1))?;
    let gap = next.tokens.0 - mention.tokens.1;
    let is_on = (1..=MOST_BETWEEN).contains(&gap) && report.tokens.word_before_is(next.tokens.0, "on");
    (is_on && next.date.is_some() && next.time.is_none()).then_some(next)
}

/// Most tokens between a length and its day, as in "of downtime on".
const MOST_BETWEEN: usize = 4;
