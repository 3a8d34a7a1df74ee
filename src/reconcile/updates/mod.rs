//! Reports that are a series of status updates: each opened, or on some pages closed, by the time at
//! which it was posted.
//!
//! A posting time says when somebody wrote, not when something broke. So it is no moment of the incident
//! by itself: what the updates say wins, the newest of them first, and the postings only stand in where
//! they say nothing. `find` knows what an update looks like, `standing` what it says of the incident's
//! course, `series` when it was posted in the report's zone, and `window` what follows for start and end.

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

    /// Whether the newest update stands first, as in most that cannot be told apart. Without dates the
    /// clock goes back once at midnight, so that every step counts.
    fn newest_first(&self) -> bool {
        let key = |update: &Update| {
            let date = update.posted.date.map(|date| date.date);
            (date, update.posted.time.map(|clock| clock.time))
        };
        let steps =
            |wanted| self.list.windows(2).filter(|pair| key(&pair[0]).cmp(&key(&pair[1])) == wanted).count();
        steps(Ordering::Greater) >= steps(Ordering::Less)
    }
}
