//! What a series of updates says of the start and the end: the newest update's words before older ones',
//! no end while the trouble goes on, and the postings themselves where the words give nothing.

use std::cmp::Ordering;

use super::Standing;
use super::series::{Post, Series};
use crate::incident::{
    Certainty, ClockTime, Moment, OutageDuration, PartialDate, PartialTime, Phase, RuleId, minutes_between,
};
use crate::mention::Stamp;
use crate::reconcile::boundary::{Boundary, Found, Trust};
use crate::reconcile::phrases::phrases;
use crate::reconcile::report::Report;
use crate::text::sorted_by_key;

/// The time as of which a status update reports trouble, where no update says when it began.
const REPORTED: RuleId = RuleId::new("start-update-reported");
/// When the first status update was posted, where no update says when the trouble began.
const FIRST_POST: RuleId = RuleId::new("start-first-update");
/// The time as of which the last status updates call it mitigated or resolved.
const TOLD: RuleId = RuleId::new("end-update-told");
/// When the status update was posted that says that it is resolved, where no update says since when.
const RESOLVED_POST: RuleId = RuleId::new("end-update-resolved");
/// When the status update was posted after which no more follow, where none says that it is resolved.
const LAST_POST: RuleId = RuleId::new("end-last-update");

/// What an update says of a time as of which something holds: "mitigated as of 14:20".
pub(in crate::reconcile) fn told(report: &Report, stamp: &Stamp) -> Option<(Phase, Trust, RuleId)> {
    report.updates.start_of(stamp.span.start)?;
    let sentence = report.sentence(stamp.tokens.0);
    let as_of = sentence.has_before(
        stamp.tokens.0,
        3,
        &const { phrases("as of|mitigated at|resolved at|fixed at|restored at") },
    );
    let before = sentence.before(stamp.tokens.0, 24);
    if !as_of || before.has(&const { phrases("will|not|expect*|should be|eta") }) {
        return None;
    }
    if sentence.has(&const { phrases("mitigated|resolved|restored|recovered|fixed") }) {
        return Some((Phase::Resolved, Trust::Implied, TOLD));
    }
    let trouble = const { phrases("experiencing|report of|reports of|investigating|aware of") };
    sentence.has(&trouble).then_some((Phase::Began, Trust::Implied, REPORTED))
}

impl Series<'_> {
    /// Puts what the updates say into the order in which it counts, takes ends out that newer updates
    /// contradict, and adds what the postings themselves give.
    pub(in crate::reconcile) fn weigh(&self, found: &mut Found, lengths: &[OutageDuration]) {
        if self.is_empty() {
            return;
        }
        self.settle_windows(found);
        let confirmed = self.confirmed(found, lengths);
        found.starts = self.in_order(std::mem::take(&mut found.starts), &confirmed, |at| at);
        found.ends =
            self.in_order(std::mem::take(&mut found.ends), &confirmed, |at| u64::from(u32::MAX) - at);
        let first = self.of_age(self.posts.len() - 1).map(|post| self.local(post).0);
        // "As of 11:00 we still see errors" is no start where somebody wrote of errors before.
        found.starts.retain(|start| {
            start.moment.rule != REPORTED || first.is_none_or(|first| start.moment.at <= first)
        });
        if let Some(end) = self.resolved_post() {
            found.ends.push(end);
        }
        if let Some(start) = self.first_post().filter(|start| found.allows_start(&start.moment)) {
            found.starts.push(start);
        }
    }

    /// A window that an update gives counts as a label does, and no window in the midst of the trouble
    /// has both ends of it: a rate of errors between two times, say.
    fn settle_windows(&self, found: &mut Found) {
        found.ends.retain(|end| end.trust == Trust::Label || !self.goes_on_after(end));
        for start in found.starts.iter_mut().filter(|start| start.trust == Trust::Window) {
            start.trust = if self.goes_on_after(start) { Trust::Sentence } else { Trust::Label };
        }
        for end in found.ends.iter_mut().filter(|end| end.trust == Trust::Window) {
            end.trust = Trust::Label;
        }
    }

    /// Whether the update that gives `boundary`, or a newer one, says that the trouble goes on.
    fn goes_on_after(&self, boundary: &Boundary) -> bool {
        let Some(age) = self.age_of(boundary) else { return false };
        self.last_trouble.is_some_and(|youngest| youngest <= age)
    }

    fn age_of(&self, boundary: &Boundary) -> Option<usize> {
        let words = boundary.moment.evidence.first()?;
        self.index_at(words.start).map(|index| self.age(index))
    }

    /// By age, whether an update's window is as long as the outage is said to have been.
    fn confirmed(&self, found: &Found, lengths: &[OutageDuration]) -> Vec<bool> {
        let starts = self.outermost(&found.starts, Ordering::Less);
        let ends = self.outermost(&found.ends, Ordering::Greater);
        let is_stated = |minutes: f64| {
            lengths.iter().filter_map(|length| length.minutes).any(|length| (length - minutes).abs() < 0.5)
        };
        let mut confirmed = Vec::new();
        for (start, end) in starts.iter().zip(&ends) {
            let lasted = start.zip(*end).and_then(|(start, end)| minutes_between(start, end));
            confirmed.push(lasted.is_some_and(is_stated));
        }
        confirmed
    }

    /// By age, the earliest or the latest of the plainly given times of each update.
    fn outermost(&self, boundaries: &[Boundary], wanted: Ordering) -> Vec<Option<PartialTime>> {
        let mut outermost: Vec<Option<PartialTime>> = vec![None; self.posts.len()];
        for boundary in boundaries.iter().filter(|boundary| boundary.trust == Trust::Label) {
            let Some(age) = self.age_of(boundary) else { continue };
            let at = boundary.moment.at;
            if outermost[age].is_none_or(|known| at.partial_cmp(&known) == Some(wanted)) {
                outermost[age] = Some(at);
            }
        }
        outermost
    }

    /// Confirmed windows first, then what newer updates say, and of one update by `order` of the minutes.
    fn in_order(
        &self,
        boundaries: Vec<Boundary>,
        confirmed: &[bool],
        order: fn(u64) -> u64,
    ) -> Vec<Boundary> {
        sorted_by_key(boundaries, |boundary| {
            let age = self.age_of(boundary).unwrap_or(self.posts.len());
            let doubt = u64::from(!confirmed.get(age).is_some_and(|confirmed| *confirmed));
            (doubt << 63) + ((age as u64) << 32) + order(minutes(boundary.moment.at))
        })
    }

    /// The oldest post as the start, unless it already tells of the end.
    fn first_post(&self) -> Option<Boundary> {
        let oldest = self.of_age(self.posts.len().checked_sub(1)?)?;
        (oldest.standing != Standing::Over).then(|| self.at_posting(oldest, FIRST_POST))
    }

    /// The first of the last posts that all say that it is over, or else a last one that closes.
    fn resolved_post(&self) -> Option<Boundary> {
        let says = |age: &usize, standing| self.of_age(*age).is_some_and(|post| post.standing == standing);
        let settled = self.last_trouble.unwrap_or(self.posts.len());
        let over = (0..settled).rev().find(|age| says(age, Standing::Over));
        let closed = || Some(0).filter(|age| says(age, Standing::Closed));
        let (age, rule) = match over {
            Some(age) => (age, RESOLVED_POST),
            None => (closed()?, LAST_POST),
        };
        self.of_age(age).map(|post| self.at_posting(post, rule))
    }

    pub(super) fn at_posting(&self, post: &Post, rule: RuleId) -> Boundary {
        let (at, offset_minutes) = self.local(post);
        // To the second is when the page took the post, not when anything happened.
        let at = PartialTime { time: at.time.map(|time| ClockTime { second: None, ..time }), ..at };
        let moment = Moment {
            at,
            offset_minutes,
            certainty: Certainty::Assumed,
            rule,
            approximate: false,
            evidence: post.stamp.alone(),
        };
        Boundary { trust: Trust::Convention, moment }
    }
}

/// Minutes that order times by day and clock; 0 for what has neither.
fn minutes(at: PartialTime) -> u64 {
    let day = at.date.and_then(PartialDate::calendar).map_or(0, |date| i64::from(date.to_julian_day()));
    let clock = at.time.map_or(0, |time| i64::from(time.hour) * 60 + i64::from(time.minute));
    u64::try_from(day * 24 * 60 + clock).unwrap_or(0)
}
