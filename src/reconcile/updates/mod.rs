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

use crate::mention::Stamp;
use crate::text::Span;

/// One update.
#[derive(Clone, Debug)]
pub(super) struct Update {
    /// When it was posted.
    posted: Stamp,
    /// Its posting time and what it says, up to the next update.
    span: Span,
    /// What it says.
    body: Span,
    /// What it says of the incident's course.
    standing: Standing,
}

/// The updates of a report in document order.
#[derive(Clone, Debug, Default)]
pub(super) struct Updates(Vec<Update>);

impl Updates {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The update that holds byte `offset`.
    fn index_at(&self, offset: usize) -> Option<usize> {
        let after = self.0.partition_point(|update| update.span.start <= offset);
        after.checked_sub(1).filter(|index| offset < self.0[*index].span.end)
    }

    /// Where the update that holds byte `offset` begins.
    pub(super) fn start_of(&self, offset: usize) -> Option<usize> {
        self.index_at(offset).map(|index| self.0[index].span.start)
    }

    /// Whether `span` is the time at which an update was posted.
    pub(super) fn is_posting(&self, span: Span) -> bool {
        self.index_at(span.start).is_some_and(|index| self.0[index].posted.span.contains(span))
    }

    /// The posting time of the oldest update.
    pub(super) fn first_posting(&self) -> Option<&Stamp> {
        let oldest = if self.newest_first() { self.0.last() } else { self.0.first() };
        oldest.map(|update| &update.posted)
    }

    /// Whether the newest update stands first. So does most of what cannot be told apart.
    fn newest_first(&self) -> bool {
        let key = |update: &Update| {
            let date = update.posted.date.map(|date| date.date);
            (date, update.posted.time.map(|clock| clock.time))
        };
        match (self.0.first(), self.0.last()) {
            (Some(first), Some(last)) => key(first) >= key(last),
            _ => true,
        }
    }
}
