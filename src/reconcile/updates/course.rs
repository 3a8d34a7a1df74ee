//! When, by its posts, the problem was known and lessened.

use super::Standing;
use super::series::Series;
use crate::incident::{Moment, RuleId};
use crate::reconcile::phase;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;

/// When the first status update was posted that tells of trouble, where nothing names the detection: by
/// then it was noticed.
const NOTICED: RuleId = RuleId::new("detected-first-update");
/// When the status update was posted that says that a remedy is in place, where a later one tells of the end.
const REMEDIED: RuleId = RuleId::new("mitigated-update");

/// Words of a remedy that is still on its way.
const UNDER_WAY: Phrases = phrases(
    "in progress|underway|under way|being implemented|being deployed|being rolled out|working on a|working to|\
     will deploy|preparing|testing a",
);
/// The words over a post that tells of trouble, whatever was done before.
const TROUBLE: Phrases = phrases("investigating|identified");

impl Series<'_> {
    /// The oldest post, where it tells of trouble that goes on.
    pub(in crate::reconcile) fn noticed(&self) -> Option<Moment> {
        let oldest = self.of_age(self.posts.len().checked_sub(1)?)?;
        let goes_on = oldest.standing == Standing::GoesOn && oldest.posted.date.is_some();
        goes_on.then(|| self.at_posting(oldest, NOTICED).moment)
    }

    /// The first post that tells of a remedy, with no fresh trouble between it and the end.
    pub(in crate::reconcile) fn remedied(&self, report: &Report) -> Option<Moment> {
        let mut first = None;
        for post in (0..self.posts.len()).rev().filter_map(|age| self.of_age(age)) {
            let (head, body) = (report.words_in(post.head), report.words_in(post.body));
            let under = |list: &Phrases| head.has(list) || body.begins_with(list);
            if post.standing == Standing::Over {
                return first.map(|post| self.at_posting(post, REMEDIED).moment);
            }
            let watched = under(&const { phrases("monitoring") }) || phase::tells_of_remedy(&body);
            if under(&TROUBLE) {
                first = None;
            } else if watched && !body.has(&UNDER_WAY) {
                first = first.or(Some(post));
            }
        }
        None
    }
}
