//! Reports that are a series of status updates: each opened, or on some pages closed, by the time at
//! which it was posted.
//!
//! A posting time says when somebody wrote, not when something broke. So it is no moment of the incident
//! by itself: what the updates say wins, the newest of them first, and the postings only stand in where
//! they say nothing. `find` knows what an update looks like, `standing` what it says of the incident's
//! course, `series` when it was posted in the report's zone, and `window` what follows for start and end.

mod course;
mod events;
mod find;
mod series;
mod standing;
mod window;

pub(super) use find::find;
pub(super) use series::Series;
use standing::Standing;
pub(super) use window::told;

use std::cmp::Ordering;

use crate::mention::Stamp;
use crate::text::Span;

/// One update.
#[derive(Clone, Debug)]
pub(super) struct Update {
    /// When it was posted.
    posted: Stamp,
    /// Its posting time and what it says, up to the next update.
    span: Span,
    /// Its posting time with the words before it, or the line that holds it.
    head: Span,
    /// What it says.
    body: Span,
    /// What it says of the incident's course.
    standing: Standing,
}

/// How a report's updates give the times at which they were posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Form {
    /// Each in a line of its own.
    #[default]
    Alone,
    /// At the beginning of what was posted: then the updates are also read as a timeline.
    Inline,
}

/// The updates of a report in document order.
#[derive(Clone, Debug, Default)]
pub(super) struct Updates {
    list: Vec<Update>,
    form: Form,
}

impl Updates {
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether every posting time is in a line of its own.
    pub(super) fn stand_alone(&self) -> bool {
        !self.is_empty() && self.form == Form::Alone
    }

    /// The update that holds byte `offset`.
    fn index_at(&self, offset: usize) -> Option<usize> {
        let after = self.list.partition_point(|update| update.span.start <= offset);
        after.checked_sub(1).filter(|index| offset < self.list[*index].span.end)
    }

    /// Where the update that holds byte `offset` begins.
    pub(super) fn start_of(&self, offset: usize) -> Option<usize> {
        self.index_at(offset).map(|index| self.list[index].span.start)
    }

    /// Whether `span` is the time at which an update was posted, in a line of its own.
    pub(super) fn is_posting(&self, span: Span) -> bool {
        self.form == Form::Alone && self.is_posted(span)
    }

    /// Whether `span` is the time at which an update was posted.
    fn is_posted(&self, span: Span) -> bool {
        self.index_at(span.start).is_some_and(|index| self.list[index].posted.span.contains(span))
    }

    /// The posting time of the oldest update.
    pub(super) fn first_posting(&self) -> Option<&Stamp> {
        let oldest = if self.newest_first() { self.list.last() } else { self.list.first() };
        oldest.map(|update| &update.posted)
    }

    /// Whether the newest update stands first, as in most that cannot be told apart.
    fn newest_first(&self) -> bool {
        let steps = |wanted| self.list.windows(2).filter(|pair| step(&pair[0], &pair[1]) == wanted).count();
        steps(Ordering::Greater) >= steps(Ordering::Less)
    }
}

/// How the posting time of `one` compares to that of the `next`. Where neither has a date, going back by
/// more than half a day is the next day.
fn step(one: &Update, next: &Update) -> Ordering {
    let date = |update: &Update| update.posted.date.map(|date| date.date);
    let minutes = |update: &Update| update.posted.time.map_or(0.0, |clock| clock.time.minutes());
    let order = minutes(one).total_cmp(&minutes(next));
    // A year that only one of them gives is that of both.
    let day = |update: &Update| date(update).map(|date| (date.month, date.day));
    let has_year = |update: &Update| date(update).is_some_and(|date| date.year.is_some());
    let by_date =
        if has_year(one) == has_year(next) { date(one).cmp(&date(next)) } else { day(one).cmp(&day(next)) };
    match by_date {
        Ordering::Equal if date(one).is_some() => order,
        Ordering::Equal if (minutes(one) - minutes(next)).abs() > 12.0 * 60.0 => order.reverse(),
        Ordering::Equal => order,
        by_date => by_date,
    }
}
