//! When the updates were posted, in the report's own zone, and which day a time without a date in one
//! of them means.

use super::{Standing, Update, Updates};
use crate::incident::{PartialTime, minutes_between};
use crate::mention::{Stamp, ZoneValue};
use crate::reconcile::dates::{DatedBy, Dates};
use crate::reconcile::incident_day::Place;
use crate::reconcile::phrases::phrases;
use crate::reconcile::report::Report;
use crate::reconcile::roll_over::NEW_DAY_HOURS;
use crate::text::{Gather, Span};

/// An update with its times settled.
#[derive(Debug)]
pub(super) struct Post {
    /// When it was posted, in the zone of its posting time.
    pub(super) posted: PartialTime,
    /// That zone's minutes east of UTC.
    offset: Option<i32>,
    /// The words of its posting time.
    pub(super) stamp: Span,
    /// Those words with its status, or the line that holds them.
    pub(super) head: Span,
    pub(super) body: Span,
    pub(super) standing: Standing,
}

/// The updates of a report, their times settled.
pub(in crate::reconcile) struct Series<'r> {
    updates: &'r Updates,
    pub(super) posts: Vec<Post>,
    pub(super) newest_first: bool,
    /// The age of the newest post that says that the trouble goes on.
    pub(super) last_trouble: Option<usize>,
    main_zone: Option<ZoneValue>,
    /// The dated times of the updates, and the day that each gives to the times after it.
    days: Vec<(&'r Stamp, DatedBy)>,
}

impl<'r> Series<'r> {
    /// The series that `report` is; without posts where it is none.
    pub(in crate::reconcile) fn of(report: &'r Report, dates: &Dates, main_zone: Option<&ZoneValue>) -> Self {
        let updates = &report.updates;
        let post = |update: &Update| {
            let date = dates.day_of(&update.posted);
            let posted = PartialTime { date, time: update.posted.time.map(|clock| clock.time) };
            let zone = update.posted.zone.as_ref().or(main_zone);
            Post {
                posted,
                offset: zone.and_then(|zone| zone.minutes_on(date)),
                stamp: update.posted.span,
                head: update.head,
                body: update.body,
                standing: update.standing,
            }
        };
        let posts: Vec<Post> = updates.list.iter().map(post).gather();
        let newest_first = updates.newest_first();
        let mut going_on = posts.iter().enumerate().filter(|(_, post)| post.standing == Standing::GoesOn);
        let newest = if newest_first { going_on.next() } else { going_on.next_back() };
        let last_trouble = newest.map(|(index, _)| age(index, posts.len(), newest_first));
        let (main_zone, days) = (main_zone.copied(), days_told(report, dates));
        Self { updates, posts, newest_first, last_trouble, main_zone, days }
    }

    pub(in crate::reconcile) fn is_empty(&self) -> bool {
        self.posts.is_empty()
    }

    /// Index of the post that holds byte `offset`.
    pub(super) fn index_at(&self, offset: usize) -> Option<usize> {
        self.updates.index_at(offset)
    }

    /// How many posts are newer than the one at `index`.
    pub(super) fn age(&self, index: usize) -> usize {
        age(index, self.posts.len(), self.newest_first)
    }

    /// The post that is `age` posts older than the newest.
    pub(super) fn of_age(&self, age: usize) -> Option<&Post> {
        (age < self.posts.len()).then(|| &self.posts[self.age(age)])
    }

    /// When `post` was posted and that time's minutes east of UTC, in the report's zone where both that
    /// and the posting's own are settled.
    pub(super) fn local(&self, post: &Post) -> (PartialTime, Option<i32>) {
        let own = (post.posted, post.offset);
        let moved = self.main_zone.as_ref().and_then(|zone| in_zone(post.posted, post.offset?, zone));
        moved.map_or(own, |(at, offset)| (at, Some(offset)))
    }

    /// The day that `stamp`, which has no date, means: that of the time before it in its update, or
    /// else the last such time before it was posted. Above the updates it is the first one's.
    pub(in crate::reconcile) fn day_of(&self, stamp: &Stamp) -> Option<DatedBy> {
        let oldest = || if self.newest_first { self.posts.len().checked_sub(1) } else { Some(0) };
        let index = self.index_at(stamp.span.start);
        let post = self.posts.get(index.or_else(oldest)?)?;
        let before = self.days.partition_point(|(at, _)| at.span.start < stamp.span.start).checked_sub(1);
        let opening = self.updates.start_of(stamp.span.start);
        let told = before
            .map(|at| self.days[at])
            .filter(|(at, _)| opening.is_some_and(|opening| at.span.start >= opening));
        told.map(|(at, day)| self.after_midnight(stamp, at, day, post))
            .or_else(|| self.day_before_posting(stamp, post))
    }

    /// The day of the dated time `from`, or the one after it, where the clock goes back from there to
    /// `stamp` by hours and the post is no older.
    fn after_midnight(&self, stamp: &Stamp, from: &Stamp, day: DatedBy, post: &Post) -> DatedBy {
        let next = || {
            let (before, own) = (from.time?.time, stamp.time?.time);
            let back = before.minutes() - own.minutes() > NEW_DAY_HOURS * 60.0;
            let date = day.date.plus_days(1).filter(|_| back)?;
            let at = PartialTime { date: Some(date), time: Some(own) };
            let posted = minutes_between(at, self.local(post).0)? + SLACK_MINUTES >= 0.0;
            posted.then_some(DatedBy { date, ..day })
        };
        next().unwrap_or(day)
    }

    fn day_before_posting(&self, stamp: &Stamp, post: &Post) -> Option<DatedBy> {
        let zone = stamp.zone.as_ref().or(self.main_zone.as_ref());
        let moved = zone.and_then(|zone| in_zone(post.posted, post.offset?, zone));
        let local = moved.map_or(post.posted, |(at, _)| at);
        let later = stamp.time?.time.minutes() > local.time?.minutes() + SLACK_MINUTES;
        let date = if later { local.date?.plus_days(-1)? } else { local.date? };
        Some(DatedBy { date, span: Some(post.stamp), place: Place::Moment })
    }
}

/// How many of `count` posts are newer than the one at `index`; the same the other way around.
fn age(index: usize, count: usize, newest_first: bool) -> usize {
    if newest_first { index } else { count - 1 - index }
}

/// A time that much later than its posting may still be of the same day: clocks differ, and people round.
const SLACK_MINUTES: f64 = 30.0;

/// The days that the updates' own times give, without those of plans.
fn days_told<'r>(report: &'r Report, dates: &Dates) -> Vec<(&'r Stamp, DatedBy)> {
    if report.updates.is_empty() {
        return Vec::new();
    }
    let plans = const { phrases("will|expect*|eta|estimated|planned|scheduled") };
    let told = |stamp: &&Stamp| {
        !report.updates.is_posted(stamp.span) && !report.sentence(stamp.tokens.0).has(&plans)
    };
    let day = |stamp: &'r Stamp| {
        let date = dates.day_of(stamp)?;
        Some((stamp, DatedBy { date, span: Some(stamp.span), place: Place::Told }))
    };
    report.mentions.stamps.iter().filter(told).filter_map(day).gather()
}

/// The same moment in `zone`, with that zone's minutes east of UTC at it.
fn in_zone(at: PartialTime, offset: i32, zone: &ZoneValue) -> Option<(PartialTime, i32)> {
    let there = zone.minutes_on(at.date)?;
    let moved = at.plus_minutes(i64::from(there - offset))?;
    // On the day after a change of clocks, the day before it can be the one that counts.
    let there = zone.minutes_on(moved.date)?;
    Some((at.plus_minutes(i64::from(there - offset))?, there))
}
