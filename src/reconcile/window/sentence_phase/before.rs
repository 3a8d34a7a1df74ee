//! What the words before a time say of it, and of what they speak.

use super::well::{is_well, turns_bad};
use super::{BEFORE, BEHIND, Place};
use crate::incident::Phase;
use crate::reconcile::phrases::phrases;
use crate::reconcile::plain_words;
use crate::reconcile::window::sentence_words::{
    AFFECTED, AGAIN, ARISES, AT_WORK, BEGAN, CARRIED_OUT, DETECTED, EBBS, ENDED, FAILS, FAILS_NO_LONGER,
    HINDERED, INFINITIVE, INTRODUCES, LAST_TROUBLE, LIFTED, MANAGED, NOT_YET, PARTLY, QUIET, REMEDIES,
    RETURNED, STOPS_FAILING, TROUBLE, WELL_SINCE, WHOLLY_MITIGATED, WORK, WORKING,
};
use crate::reconcile::words::Words;
use crate::text::TokenKind;

impl<'t> Place<'t> {
    /// The phase that the nearest words before the time name.
    pub(super) fn told_before(&self) -> Option<Phase> {
        let told = [
            (ENDED, Phase::Resolved),
            (BEGAN, Phase::Began),
            (FAILS, Phase::Began),
            (DETECTED, Phase::Detected),
        ];
        let stopped = || self.stops_doing().map(|at| (at, Phase::Began));
        let nearest = told.iter().filter_map(|(words, phase)| Some((self.before.last(words)?, *phase)));
        // "Users could not log in from 10:00 on": the word says so only right before the time.
        let from = self.before.has_before(self.before.end(), 2, &const { phrases("from") })
            || self.time.has(&const { phrases("from|since|starting|beginning") }) && self.closes_clause();
        if from && self.before.has(&AFFECTED) && self.is_of_work() == Some(false) {
            return Some(Phase::Began);
        }
        // "Running normally since 14:00" names an end, although "since" is nearer.
        if self.before.has_before(self.before.end(), 3, &WELL_SINCE) || self.is_quiet_since() {
            return Some(Phase::Resolved);
        }
        if self.before.has_before(self.before.end(), 5, &WHOLLY_MITIGATED) && !self.before.has(&NOT_YET) {
            return Some(Phase::Resolved);
        }
        let not_yet = || self.before.has(&NOT_YET);
        if self.before.has(&EBBS) && self.earlier.has(&TROUBLE) && !not_yet() {
            return Some(Phase::Resolved);
        }
        let Some((_, nearest)) = nearest.chain(stopped()).max_by_key(|(at, _)| *at) else {
            if self.before.has(&LIFTED) && self.earlier.has(&TROUBLE) {
                return (!not_yet()).then_some(Phase::Resolved);
            }
            if self.before.has(&ARISES) && self.earlier.has(&TROUBLE) && !self.before.has(&AGAIN) {
                return Some(Phase::Began);
            }
            if plain_words::tell_of_relief(&self.before) {
                return Some(if self.is_partial() { Phase::Mitigated } else { Phase::Resolved });
            }
            if let Some(phase) = self.is_achieved() {
                return Some(phase);
            }
            let more_trouble = plain_words::tell_of_more_trouble(&self.before).then_some(Phase::Began);
            // "The last of the machines booted at 02:30", "searches were answered again by 02:30".
            let said = self.said();
            let all_well = |said: &Words| is_well(said) && !said.has(&FAILS) && !said.has(&WORK);
            let last =
                self.before.has(&const { phrases("the last") }) || self.closes_clause() && all_well(&said);
            if self.before.has_before(self.before.end(), 6, &LAST_TROUBLE) {
                return Some(Phase::Resolved);
            }
            let well = || (last && is_well(&said)).then_some(Phase::Resolved);
            return more_trouble.or_else(|| turns_bad(&self.before).then_some(Phase::Began)).or_else(well);
        };
        match nearest {
            Phase::Resolved if self.before.has(&NOT_YET) || self.ends_work() => None,
            Phase::Resolved if self.is_partial() => Some(Phase::Mitigated),
            // "Packet loss disappeared at 14:00."
            Phase::Began if plain_words::tell_of_relief(&self.said()) => Some(Phase::Resolved),
            Phase::Began if self.before.has(&AGAIN) => None,
            Phase::Began if self.is_of_work().unwrap_or_else(|| self.is_vague()) => None,
            phase => Some(phase),
        }
    }

    /// Where somebody managed to bring service back, or did something for that: "we were able to restore the site at
    /// 10:40", "a route was added to fully resolve it at 11:00".
    pub(super) fn is_achieved(&self) -> Option<Phase> {
        let at = self.before.last(&REMEDIES)?;
        let lead = self.before.before(at, BEFORE);
        let back = || self.before.has(&RETURNED);
        let whole = self.before.has_after(at, 1, &const { phrases("bring|get|return|turn|put") });
        let hindered = || self.before.has(&HINDERED) || self.before.has(&PARTLY);
        if !lead.ends_with(&INFINITIVE) || whole && !back() || hindered() {
            return None;
        }
        if lead.has(&MANAGED) {
            return Some(Phase::Resolved);
        }
        let wholly = lead.ends_with(&const { phrases("fully|completely|finally|permanently") });
        lead.has(&CARRIED_OUT).then_some(if wholly { Phase::Resolved } else { Phase::Mitigated })
    }

    /// The clause before the time, without the words that introduce the time.
    pub(super) fn said(&self) -> Words<'t> {
        let mut end = self.before.end();
        while end > self.before.start() && self.before.between(end - 1, end).has(&INTRODUCES) {
            end -= 1;
        }
        self.before.between(self.before.clause_start(end), end)
    }

    /// Whether the time is the last word of its clause.
    pub(super) fn closes_clause(&self) -> bool {
        let next = self.behind.tokens().next();
        next.is_none_or(|token| matches!(token.kind, TokenKind::Mark('.' | ',' | ';' | ')' | '!')))
            || self.behind.begins_with(&const { phrases("and|but|when|after|once") })
    }

    /// Whether only a part was back. "Logins started working again" tells of all of them.
    pub(super) fn is_partial(&self) -> bool {
        let said = self.said();
        said.any(&PARTLY, &|at| !said.has_after(at + 1, 1, &AT_WORK))
    }

    /// Where something stopped, or stopped doing what it is there for: "stopped accepting connections".
    pub(super) fn stops_doing(&self) -> Option<usize> {
        let at = self.before.last(&const { phrases("stopped|stops|ceased|quit") })?;
        let doing = || self.before.after(at + 1, 2).iter().any(|word| word.ends_with("ing"));
        let works = || self.before.has_before(at, 1, &WORKING);
        ((works() || doing()) && !self.before.has(&STOPS_FAILING)).then_some(at)
    }

    /// "No errors have been seen since 07:05."
    pub(super) fn is_quiet_since(&self) -> bool {
        self.before.has_before(self.before.end(), 1, &const { phrases("since") })
            && (self.before.has(&QUIET) || self.behind.has(&FAILS_NO_LONGER) || self.is_right())
    }

    /// "Pages have been correct since 12:00."
    pub(super) fn is_right(&self) -> bool {
        self.said()
            .ends_with(&const { phrases("correct|right|fine|ok|okay|good|healthy|stable|normal|green|well") })
    }

    /// Whether only "since" says that something began.
    pub(super) fn is_vague(&self) -> bool {
        !self.in_summary && self.before.last(&BEGAN) == self.before.last(&const { phrases("since") })
    }

    /// Whether work ended rather than the outage. "The meeting started at 16:00 and ended at 17:00": the
    /// subject may stand before another time.
    pub(super) fn ends_work(&self) -> bool {
        let own_work = self.before.last(&WORK).filter(|at| !self.is_label(*at));
        let silent = own_work.is_none() && self.before.last(&AFFECTED).is_none();
        let earlier = || {
            let work = self.earlier.last(&WORK).filter(|at| !self.is_label(*at));
            work > self.earlier.last(&AFFECTED)
        };
        self.is_of_work() == Some(true) || silent && earlier()
    }

    /// "Update: this is fixed as of 11:45" names itself; nothing is updated.
    pub(super) fn is_label(&self, at: usize) -> bool {
        let next = self.earlier.after(at + 1, 1).tokens().next();
        next.is_some_and(|token| matches!(token.kind, TokenKind::Mark(':' | '(' | '-' | '*')))
    }

    /// Whether the nearest words speak of work or of what was wrong, where they speak of either.
    pub(super) fn is_of_work(&self) -> Option<bool> {
        // "Working again" is no work.
        let work =
            self.before.last(&WORK).filter(|at| self.before.last(&ENDED) != Some(*at) && !self.is_label(*at));
        let last = (work, self.before.last(&AFFECTED));
        // "It started at 18:10 when we deployed" tells of the deploy in a clause of its own.
        let aside = self.behind.find(&const { phrases("when|after|because|following|due") });
        let behind = self.behind.before(aside.unwrap_or(self.behind.end()), BEHIND);
        let first = || (behind.find(&WORK), behind.find(&AFFECTED));
        match (last, first()) {
            ((None, None), (None, None)) => None,
            ((None, None), (work, None)) => Some(work.is_some()),
            ((None, None), (work, affected)) => Some(work.is_some() && work < affected),
            ((work, affected), _) => Some(work > affected),
        }
    }
}
