//! One entry of the timeline.

use super::opening::Opening;
use crate::incident::{ClockTime, Event, PartialTime, Phase};
use crate::mention::Stamp;
use crate::reconcile::report::Report;
use crate::reconcile::words::Words;
use crate::text::Span;

/// How a place gives the time of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::reconcile) enum Form {
    /// The line, cell or heading begins with it.
    Time,
    /// As [`Form::Time`], with a day only.
    Day,
    /// As [`Form::Time`], after a word such as "At", as in a sentence.
    Prose,
    /// As [`Form::Time`], in minutes after another entry: `+10 min`.
    Offset,
    /// As [`Form::Time`], in preformatted text, which mostly holds logs.
    Log,
    /// The line ends with it: `Repaired 2021-03-04 15:51`.
    Ending,
    /// It stands in a sentence of a timeline that is told in prose.
    Sentence,
}

impl Form {
    /// Whether the time stands first.
    pub(super) fn leads(self) -> bool {
        !matches!(self, Self::Ending | Self::Sentence)
    }
}

/// A time and what the text says of it.
#[derive(Clone, Debug)]
pub(in crate::reconcile) struct Entry {
    /// Index of its block.
    pub(in crate::reconcile) block: usize,
    /// Its time, and where it gives a range, the range's end.
    pub(in crate::reconcile) stamp: Stamp,
    until: Option<Stamp>,
    pub(super) form: Form,
    /// Minutes after the entry that the list counts from.
    pub(in crate::reconcile) offset: Option<i64>,
    /// What it says: the description, then the other cells of its row.
    said: Vec<Span>,
    /// When it happened, once dates are settled.
    pub(in crate::reconcile) at: PartialTime,
    /// The end of the range that it gives.
    pub(in crate::reconcile) until_at: Option<PartialTime>,
    /// What it means.
    pub(in crate::reconcile) phase: Phase,
    /// Whether the meaning was inferred from plain words, rather than named.
    pub(in crate::reconcile) inferred: bool,
    pub(super) offset_minutes: Option<i32>,
    approximate: bool,
    /// Whether the half of the day was worked out from the entries before it.
    pub(in crate::reconcile) half_worked_out: bool,
}

/// What stands between the cells of a row in an entry's text.
const BETWEEN_CELLS: &str = " · ";

impl Entry {
    pub(super) fn new(block: usize, opening: &Opening, said: Vec<Span>) -> Self {
        let stamp = opening.stamp;
        Self {
            block,
            at: PartialTime { date: None, time: stamp.time.map(|t| t.time) },
            approximate: stamp.hedge.approximate || opening.hedged,
            stamp,
            until: opening.until,
            form: opening.form,
            offset: opening.offset,
            said,
            until_at: None,
            phase: Phase::Other,
            inferred: false,
            offset_minutes: None,
            half_worked_out: false,
        }
    }

    /// Gives it a clock time that was worked out from its own and that of the entries before it.
    pub(in crate::reconcile) fn put_at(&mut self, time: ClockTime) {
        self.at.time = Some(time);
        self.half_worked_out = true;
    }

    /// Gives it a meaning that its plain words have here.
    pub(super) fn infer(&mut self, phase: Phase) {
        self.phase = phase;
        self.inferred = true;
    }

    /// Whether the text gives the entry's date beside its time.
    pub(in crate::reconcile) fn has_own_date(&self) -> bool {
        self.stamp.date.is_some()
    }

    /// Whether `span` lies in what the entry says, rather than in its time.
    pub(super) fn says(&self, span: Span) -> bool {
        self.said.iter().any(|said| said.contains(span))
    }

    /// The words of its description.
    pub(in crate::reconcile) fn words<'a>(&self, report: &Report<'a>) -> Words<'a> {
        report.words_in(self.said.first().copied().unwrap_or_default())
    }

    /// Minutes east of UTC at its time, where settled.
    pub(in crate::reconcile) fn offset_minutes(&self) -> Option<i32> {
        self.offset_minutes
    }

    /// The words of the time and of what it says.
    pub(in crate::reconcile) fn evidence(&self) -> Vec<Span> {
        let mut evidence = self.stamp.span.alone();
        evidence.extend_from_slice(&self.said);
        evidence
    }

    /// What it says, the cells of a row set apart.
    fn text(&self, report: &Report) -> String {
        let mut text = String::new();
        for said in &self.said {
            if !text.is_empty() {
                text.push_str(BETWEEN_CELLS);
            }
            text.push_str(&report.document.words(*said));
        }
        text
    }

    pub(in crate::reconcile) fn event(&self, report: &Report) -> Event {
        Event {
            at: Some(self.at).filter(|at| at.time.is_some() || at.date.is_some()),
            until: self.until_at,
            offset_minutes: self.offset_minutes,
            text: self.text(report),
            phase: self.phase,
            approximate: self.approximate,
            evidence: self.evidence(),
        }
    }

    /// Settles when it happened. A range that ends before it begins ends on the next day.
    pub(in crate::reconcile) fn set_at(&mut self, at: PartialTime) {
        self.at = at;
        let until = self.until.as_ref().and_then(|stamp| stamp.time);
        self.until_at = until.and_then(|until| {
            let end = PartialTime { date: at.date, time: Some(until.time) };
            let wraps = at.time.is_some_and(|time| until.time < time);
            if wraps { end.plus_minutes(24 * 60) } else { Some(end) }
        });
    }
}
