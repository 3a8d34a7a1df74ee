//! What the words behind a time say of it, and what lasted until then.

use super::well::{finds_trouble, is_well, turns_bad};
use super::{BEFORE, LASTING, NEGATED, OPENING, Place};
use crate::incident::Phase;
use crate::reconcile::incident_day::tells_of_trouble;
use crate::reconcile::phase;
use crate::reconcile::phrases::phrases;
use crate::reconcile::plain_words;
use crate::reconcile::window::sentence_words::{
    AFFECTED, BEGAN_BEHIND, ENDED, FAILS, NOT_YET, PARTLY, REPAIRS, SET_RIGHT, UNSEEN, WORK,
};
use crate::reconcile::words::Words;

impl Place<'_> {
    /// The phase that the clauses behind a time name which opens one.
    pub(super) fn told_behind(&self) -> Option<Phase> {
        // "At 12:00, at which point service recovered" goes on with what happened then.
        let goes_on =
            || self.behind.begins_with(&const { phrases("at which point|at which time|whereupon") });
        if !self.opens && !goes_on() {
            return self.ends_behind();
        }
        let from_then_on = || self.before.has_before(self.before.end(), 2, &const { phrases("from|since") });
        // "By 14:00 all caches had expired and the incident was over" tells of what was so by then.
        let by = self.before.has_before(self.before.end(), 1, &const { phrases("by") });
        let ends = |clause: Words| {
            phase::of(&clause) == Phase::Resolved
                || clause
                    .has(&const { phrases("incident was over|outage was over|it was over|was all over") })
        };
        if by && self.behind.clauses().any(ends) {
            return Some(Phase::Resolved);
        }
        let mut implied = None;
        for clause in self.behind.clauses() {
            let phase = phase::of(&clause);
            let rest = || self.behind.has(&const { phrases("except|apart from|aside from|other than") });
            if !clause.has(&FAILS) && is_well(&clause) && !rest() || clause.has(&SET_RIGHT) {
                return Some(Phase::Resolved);
            }
            match phase {
                Phase::Resolved => return Some(phase),
                // A fix may be followed by what it achieved.
                Phase::Mitigated => implied = Some(phase),
                // "As of 14:00 we see errors" says nothing of when they began.
                _ if self.before.has(&const { phrases("as of") }) => {}
                Phase::Began => return Some(phase),
                // "From 19:42, when a pool was resized, deliveries queued up."
                _ if from_then_on() && tells_of_trouble(&clause) && !clause.has(&WORK) => {
                    return Some(Phase::Began);
                }
                _ if clause.has(&BEGAN_BEHIND)
                    || clause.has(&FAILS)
                    || turns_bad(&clause)
                    || plain_words::tell_of_failure(&clause)
                    || plain_words::tell_of_more_trouble(&clause) =>
                {
                    return Some(Phase::Began);
                }
                // "At 17:00 we identified that a server had shut down."
                Phase::Identified if !finds_trouble(&clause) => {}
                Phase::Detected | Phase::Identified => implied = implied.or(Some(Phase::Detected)),
                _ => {}
            }
        }
        implied
    }

    /// "The route was withdrawn at 15:33, and readers could load pages again."
    pub(super) fn ends_behind(&self) -> Option<Phase> {
        // "It was 18:00 before the site was back."
        let was = self.before.has_before(self.before.end(), 4, &const { phrases("it was|it took until") });
        let before = || was && self.behind.begins_with(&const { phrases("before|that|when") });
        let goes_on = self.behind.begins_with(&const { phrases("and|when|after which|which") });
        (goes_on || before() || self.closes_an_opening()).then_some(())?;
        let mut clauses = self.behind.clauses().filter(|clause| clause.first().is_some());
        // A clause that leads to the next time tells of that.
        let own = |clause: &Words| !self.is_cut || clause.end() < self.behind.end();
        let ends =
            |clause: Words| own(&clause) && (is_well(&clause) || phase::of(&clause) == Phase::Resolved);
        clauses
            .next()
            .filter(|clause| !clause.has(&NOT_YET) && !clause.has(&PARTLY))
            .is_some_and(ends)
            .then_some(Phase::Resolved)
    }

    /// "After a restart of the server at 08:52 users could log in again": what follows from what was done then.
    pub(super) fn closes_an_opening(&self) -> bool {
        self.earlier.start() == self.earlier.clause_start(self.before.end())
            && self.earlier.begins_with(&const { phrases("after|following|once|with|upon|when") })
            && self.earlier.count() <= OPENING
    }

    /// What lasted until the time: the outage, or something else. `opens` where "Until" does the sentence:
    /// what lasted stands behind the time then.
    pub(super) fn until(&self, until: usize, opens: bool) -> Option<Phase> {
        // What was "not" so until then is said close by.
        let long = self.lasting.before(until, LASTING);
        let before = if long.has(&NEGATED) { self.before.before(until, BEFORE) } else { long };
        let state = if opens { &self.behind } else { &before };
        if state.has(&UNSEEN) && !opens {
            return Some(Phase::Detected);
        }
        let well = state.has(&ENDED)
            || state.has(
                &const { phrases("normal*|stable|fine|recover*|mitigat*|resol*|restor*|repair*|available") },
            );
        let negated = state.has(&NEGATED);
        // "It took until 16:10 to remove the odd server."
        let took = before.has_before(before.end(), 4, &const { phrases("took") });
        // "Restoring the backups took until 19:30."
        let repair = const {
            phrases(
                "restoring|repairing|rebuilding|recovering|fixing|restoration|recovery|repair|repairs|getting|bringing",
            )
        };
        if took && before.has(&repair) {
            return Some(Phase::Resolved);
        }
        if took && self.behind.has_after(self.behind.start(), BEFORE, &REPAIRS) {
            return Some(Phase::Resolved);
        }
        // "It was not until 18:45 that all shards were healthy again."
        let that = || {
            self.behind.begins_with(&const { phrases("that") }) && phase::of(&self.behind) == Phase::Resolved
        };
        match (well, negated) {
            (true, true) => Some(Phase::Resolved),
            (false, true) if that() => Some(Phase::Resolved),
            (true, false) => None,
            _ if state.has(&AFFECTED)
                || state.has(&const { phrases("last*|continued|persist*|remain*|ongoing") }) =>
            {
                Some(Phase::Resolved)
            }
            _ => None,
        }
    }
}
