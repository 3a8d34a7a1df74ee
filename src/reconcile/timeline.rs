//! The timeline: which lines are entries, when each happened, and what it means.

use super::dates::Dates;
use super::day_marks;
use super::phase;
use super::report::Report;
use super::roll_over;
use super::section_kind::SectionKind;
use super::words::Words;
use crate::document::{Block, BlockKind};
use crate::incident::{Event, PartialTime, Phase};
use crate::mention::{Stamp, ZoneValue};
use crate::text::{Cursor, Gap, Span, TokenKind};

/// A line that begins with a time.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Index of its block.
    pub(super) block: usize,
    /// Its time, and where it gives a range, the range's end.
    pub(super) stamp: Stamp,
    until: Option<Stamp>,
    /// Whether words such as "At" stand before the time, as in a sentence.
    is_prose: bool,
    description: Span,
    /// When it happened, once dates are settled.
    pub(super) at: PartialTime,
    /// The end of the range that it gives.
    pub(super) until_at: Option<PartialTime>,
    /// What it means.
    pub(super) phase: Phase,
    offset_minutes: Option<i32>,
}

impl Entry {
    /// Whether the text gives the entry's date beside its time.
    pub(super) fn has_own_date(&self) -> bool {
        self.stamp.date.is_some()
    }

    /// Whether `span` lies in what the entry says, rather than in its time.
    pub(super) fn description_holds(&self, span: Span) -> bool {
        self.description.contains(span)
    }

    /// The words of what it says.
    pub(super) fn words<'a>(&self, report: &Report<'a>) -> Words<'a> {
        report.words_in(self.description)
    }

    /// Minutes east of UTC at its time, where settled.
    pub(super) fn offset_minutes(&self) -> Option<i32> {
        self.offset_minutes
    }

    /// The words of the time and of the description.
    pub(super) fn evidence(&self) -> Vec<Span> {
        let mut evidence = vec![self.stamp.span];
        if !self.description.is_empty() {
            evidence.push(self.description);
        }
        evidence
    }

    pub(super) fn event(&self, report: &Report) -> Event {
        Event {
            at: Some(self.at).filter(|at| at.time.is_some()),
            until: self.until_at,
            offset_minutes: self.offset_minutes,
            text: report.document.words(self.description),
            phase: self.phase,
            approximate: self.stamp.hedge.approximate,
            evidence: self.evidence(),
        }
    }
}

/// The timeline's entries in document order, dated and with their phases.
pub(super) fn entries(report: &Report, dates: &Dates, main_zone: Option<&ZoneValue>) -> Vec<Entry> {
    let mut entries = chosen(report, candidates(report));
    roll_over::settle(&mut entries, &day_marks::find(report, dates), dates);
    for entry in &mut entries {
        let zone = entry.stamp.zone.as_ref().or(main_zone);
        entry.offset_minutes = zone.and_then(|zone| zone.minutes_on(entry.at.date));
        entry.phase = phase::of(&entry.words(report));
    }
    entries
}

impl Entry {
    pub(super) fn set_at(&mut self, at: PartialTime) {
        self.at = at;
        let until = self.until.as_ref().and_then(|stamp| stamp.time);
        self.until_at = until.and_then(|until| {
            let end = PartialTime { date: at.date, time: Some(until.time) };
            let wraps = at.time.is_some_and(|time| until.time < time);
            if wraps { end.plus_minutes(24 * 60) } else { Some(end) }
        });
    }
}

/// Every block that begins with a time and goes on with a description.
fn candidates(report: &Report) -> Vec<Entry> {
    let blocks = report.blocks;
    let stamps = &report.mentions.stamps;
    let mut next = 0;
    let mut found = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        while stamps.get(next).is_some_and(|stamp| stamp.span.start < block.span.start) {
            next += 1;
        }
        found.extend(candidate(report, index, block, next));
    }
    found
}

fn candidate(report: &Report, index: usize, block: &Block, first_stamp: usize) -> Option<Entry> {
    if matches!(block.kind, BlockKind::Row { header: true, .. }) {
        return None;
    }
    let stamps = &report.mentions.stamps;
    let first = stamps.get(first_stamp).filter(|stamp| block.span.contains(stamp.span));
    let Some((first, is_prose)) = first.and_then(|stamp| Some((stamp, lead(report, block, stamp)?))) else {
        return entry(report, index, open_time(report, block)?, None, false);
    };
    let mut stamp = first.clone();
    let mut last = first_stamp;
    if stamp.time.is_none() {
        last += usize::from(join_time_cell(report, block, &mut stamp, first_stamp + 1));
    }
    stamp.time?;
    entry(report, index, stamp, range_end(report, last), is_prose)
}

fn entry(report: &Report, index: usize, stamp: Stamp, until: Option<Stamp>, is_prose: bool) -> Option<Entry> {
    let time_end = until.as_ref().map_or(stamp.tokens.1, |until| until.tokens.1);
    Some(Entry {
        block: index,
        description: description(report, index, &report.blocks[index], time_end)?,
        at: PartialTime { date: None, time: stamp.time.map(|t| t.time) },
        stamp,
        until,
        is_prose,
        until_at: None,
        phase: Phase::Other,
        offset_minutes: None,
    })
}

/// `14:??` and `2X:XX`: a time that its writer left open. The entry stays in the list.
fn open_time(report: &Report, block: &Block) -> Option<Stamp> {
    let mut cursor = Cursor::new(report.tokens, report.tokens.index_at(block.span.start));
    let first = cursor.index();
    let placeholder = |cursor: &mut Cursor| {
        let mut found = false;
        while cursor.at_mark('?') || cursor.at_word(&["x", "xx"]) {
            cursor.bump();
            found = true;
        }
        found
    };
    let digits = cursor.number(1..=2).is_some();
    let open_hour = placeholder(&mut cursor);
    (digits || open_hour).then_some(())?;
    cursor.eat_glued(':').then_some(())?;
    let open_minute = placeholder(&mut cursor);
    (open_hour || open_minute).then_some(())?;
    Some(Stamp { span: cursor.span(), tokens: (first, cursor.index()), ..Stamp::default() })
}

/// Most tokens before the time at the start of an entry.
const LEAD: usize = 4;

/// Whether the stamp stands at the block's beginning, and whether words introduce it.
fn lead(report: &Report, block: &Block, stamp: &Stamp) -> Option<bool> {
    let first = report.tokens.index_at(block.span.start);
    let lead = stamp.tokens.0.checked_sub(first).filter(|length| *length <= LEAD)?;
    let mut is_prose = false;
    for index in first..first + lead {
        let token = report.tokens.get(index)?;
        match token.kind {
            TokenKind::Mark('[' | '(' | '*' | '-' | '~' | '<' | '@' | '`' | '"') => {}
            TokenKind::Word => match report.tokens.lower(token) {
                "around" | "approximately" | "about" | "approx" | "ca" | "circa" => {}
                "at" | "on" | "by" | "from" | "between" => is_prose = true,
                word if is_status(word) => {}
                _ => return None,
            },
            // A row's number stands in a cell of its own.
            TokenKind::Number if report.tokens.get(index + 1)?.gap == Gap::Cell => {}
            _ => return None,
        }
    }
    Some(is_prose)
}

/// The words that status pages put before an update's time.
fn is_status(word: &str) -> bool {
    matches!(word, "resolved" | "monitoring" | "identified" | "investigating" | "update" | "completed")
}

/// Takes the time of a row's second cell into a stamp whose first cell is the date.
fn join_time_cell(report: &Report, block: &Block, stamp: &mut Stamp, next: usize) -> bool {
    let Some(time) = report.mentions.stamps.get(next) else { return false };
    let adjoining = block.cells.len() > 1
        && block.span.contains(time.span)
        && time.date.is_none()
        && time.tokens.0 == stamp.tokens.1;
    if adjoining {
        stamp.time = time.time;
        stamp.zone = stamp.zone.take().or_else(|| time.zone.clone());
        stamp.span = stamp.span.cover(time.span);
        stamp.tokens.1 = time.tokens.1;
    }
    adjoining
}

fn range_end(report: &Report, start: usize) -> Option<Stamp> {
    let ranges = &report.mentions.ranges;
    let at = ranges.binary_search_by_key(&start, |range| range.start).ok()?;
    Some(report.stamp(ranges[at].end).clone())
}

/// What stands after the time: the rest of the block, or under a heading the next block.
fn description(report: &Report, index: usize, block: &Block, time_end: usize) -> Option<Span> {
    let end = report.tokens.index_at(block.span.end);
    let mut from = time_end;
    while from < end && is_separator(report, from) {
        from += 1;
    }
    if from < end {
        let start = report.tokens.get(from)?.span.start;
        return Some(Span::new(start, end_of_entry(report, index)));
    }
    let next = report.blocks.get(index + 1)?;
    let goes_on = match block.kind {
        BlockKind::Heading(_) => !matches!(next.kind, BlockKind::Heading(_)),
        _ => next.continues || next.depth > block.depth,
    };
    goes_on.then_some(next.span)
}

fn is_separator(report: &Report, index: usize) -> bool {
    report.tokens.get(index).is_some_and(|token| {
        matches!(
            token.kind,
            TokenKind::Mark(
                ')' | ']' | ':' | '-' | ',' | '|' | '.' | '>' | '*' | '(' | '"' | '`' | ';' | '='
            )
        ) && report.tokens.get(index + 1).is_some()
    })
}

/// Most lines of one entry.
const MOST_LINES: usize = 20;

/// Where an entry's own lines end: further lines of the same paragraph belong to it unless they
/// begin with a time themselves.
fn end_of_entry(report: &Report, index: usize) -> usize {
    let blocks = report.blocks;
    let mut end = blocks[index].span.end;
    for block in blocks.iter().skip(index + 1).take(MOST_LINES) {
        if !block.continues || begins_with_stamp(report, block) {
            break;
        }
        end = block.span.end;
    }
    end
}

fn begins_with_stamp(report: &Report, block: &Block) -> bool {
    let first = report.tokens.index_at(block.span.start);
    let stamps = &report.mentions.stamps;
    let at = stamps.partition_point(|stamp| stamp.span.start < block.span.start);
    stamps.get(at).is_some_and(|stamp| stamp.tokens.0 <= first + 2 && block.span.contains(stamp.span))
}

/// The candidates that form a timeline: those in a section called so, or else those that stand
/// together with others of their kind.
fn chosen(report: &Report, candidates: Vec<Entry>) -> Vec<Entry> {
    let block = |entry: &Entry| &report.blocks[entry.block];
    let kind = |entry: &Entry| report.kind_of(block(entry));
    let in_timeline = candidates.iter().filter(|entry| kind(entry) == SectionKind::Timeline).count();
    if in_timeline >= 2 {
        return candidates.into_iter().filter(|entry| kind(entry) == SectionKind::Timeline).collect();
    }
    let plain = |entry: &Entry| !entry.is_prose && kind(entry) != SectionKind::Plans;
    let together = candidates.iter().filter(|entry| plain(entry)).count();
    if together < 2 {
        return candidates.into_iter().filter(|entry| kind(entry) == SectionKind::Timeline).collect();
    }
    candidates.into_iter().filter(plain).collect()
}
