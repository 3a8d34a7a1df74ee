//! What a sentence says of a time in it: that the outage began then, was noticed, or ended.
//!
//! The words before the time are asked first ("was restored at 14:00"), the nearest of them to it.
//! A time that opens a clause is like that of a timeline entry: what follows says what happened
//! ("By 14:00, service was restored").

use super::sentence_words::{
    ABLE, AFFECTED, AFTERWARDS, AGAIN, ARISES, AT_WORK, BADLY, BEGAN, BEGAN_BEHIND, CARRIED_OUT, CAUSED,
    COMES_IN, DETECTED, EBBS, ENDED, FAILS, FAILS_NO_LONGER, FAULT, FINDS, FROM_THEN, HANDLED, HINDERED,
    INFINITIVE, INTRODUCES, LAST_OF_ALL, LAST_TROUBLE, LASTS, LIFTED, MANAGED, NOT_YET, OPENINGS, PARTLY,
    QUIET, REMEDIES, REPAIRS, RETURNED, SET_RIGHT, STOPS_FAILING, TROUBLE, TURNS, UNRELATED, UNSEEN, WAITING,
    WELL_SINCE, WHOLLY_MITIGATED, WORK, WORKING,
};
use crate::incident::Phase;
use crate::mention::Stamp;
use crate::reconcile::incident_day::{is_background, tells_of_trouble};
use crate::reconcile::phase;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::plain_words;
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::reconcile::words::Words;
use crate::text::{Case, TokenKind};

/// What the sentence around `stamp` says of its time.
pub(in crate::reconcile) fn of(report: &Report, stamp: &Stamp) -> Option<Phase> {
    let sentence = report.sentence(stamp.tokens.0);
    let place = Place::of(report, &sentence, stamp);
    // "Exports did not arrive until we restarted the workers at 16:00."
    let by_somebody = |at: usize| {
        place.before.after(at, 2).has(&const { phrases("until we|until someone|until our|until they|until i|until the|until a|until an") })
    };
    let near = |at: &usize| at + 4 >= stamp.tokens.0 || by_somebody(*at);
    if let Some(until) = place.before.last(&LASTS).filter(near) {
        return place.until(until, until == sentence.start());
    }
    if place.behind.begins_with(&AFTERWARDS) {
        return None;
    }
    // A heading such as "March 8 07:20 UTC (lasting 25 minutes)".
    let lasting = || sentence.after(stamp.tokens.1, 3).has(&const { phrases("lasting|lasted") });
    if stamp.tokens.0 == sentence.start() && lasting() {
        return Some(Phase::Began);
    }
    // "At 22:52 maintenance resulted in the loss of ..." tells of an outage all the same.
    let unrelated = sentence.has(&UNRELATED) && !place.behind.has(&CAUSED);
    if unrelated || is_background(&sentence) {
        return None;
    }
    match place.told_before() {
        // "The site went down, and at 01:15 service was restored" says the first of another time.
        Some(Phase::Began | Phase::Detected)
            if joins_a_clause(report, &sentence, stamp) && place.told_behind() == Some(Phase::Resolved) =>
        {
            Some(Phase::Resolved)
        }
        told => told.or_else(|| place.told_behind()),
    }
}

/// The words around a time, as far as they speak of it rather than of another time.
struct Place<'t> {
    /// All of the sentence before the time, other times and what was said of them included.
    earlier: Words<'t>,
    before: Words<'t>,
    /// The time itself, which may hold a word that leads to it: "on 3 May from 10:00".
    time: Words<'t>,
    /// As `before`, and farther back: what lasted until the time may be told at length.
    lasting: Words<'t>,
    behind: Words<'t>,
    /// Whether `behind` ends with another time of the sentence.
    is_cut: bool,
    opens: bool,
    in_summary: bool,
}

/// Most tokens before a time in which its subject is looked for.
const EARLIER: usize = 24;
/// Most tokens before a time that are asked.
const BEFORE: usize = 10;
/// Most words of what a sentence opens with that was done at a time.
const OPENING: usize = 12;
/// Words of what was not so until a time.
const NEGATED: Phrases = phrases("not|wasn|weren|didn|hadn|couldn|isn|unable");
/// Most tokens before a time that tell what lasted until then.
const LASTING: usize = 16;
/// Most tokens behind a time that are asked.
const BEHIND: usize = 24;

impl<'t> Place<'t> {
    fn of(report: &Report<'t>, sentence: &Words<'t>, stamp: &Stamp) -> Self {
        let stamps = &report.mentions.stamps;
        let own = stamps.partition_point(|other| other.span.start < stamp.span.start);
        // What stands in brackets is most often the same moment in another zone.
        let end = behind_brackets(report, sentence, stamp.tokens.1);
        let next =
            stamps[own..].iter().position(|other| other.tokens.0 >= end && other.tokens.0 > stamp.tokens.0);
        let previous = own.checked_sub(1).map_or(0, |at| stamps[at].tokens.1);
        let reach = next.map_or(BEHIND, |at| (stamps[own + at].tokens.0 - end).min(BEHIND));
        let floor = sentence
            .before(stamp.tokens.0, BEFORE)
            .last_mark(';')
            .map_or(previous, |at| previous.max(at + 1));
        let back = stamp.tokens.0.saturating_sub(floor).min(BEFORE);
        let before = sentence.before(stamp.tokens.0, back);
        let opens = opens(report, sentence, stamp, previous)
            || sentence.begins_with(&OPENINGS) && stamp.tokens.0 <= sentence.start() + 8;
        let in_summary = report.kind_at(stamp.span) == SectionKind::Summary;
        Self {
            earlier: sentence.before(stamp.tokens.0, EARLIER),
            time: Words::new(report.tokens, stamp.tokens.0..stamp.tokens.1),
            lasting: sentence.before(stamp.tokens.0, stamp.tokens.0.saturating_sub(floor).min(LASTING)),
            before,
            is_cut: next.is_some_and(|at| stamps[own + at].tokens.0 < sentence.end()),
            behind: sentence.after(end, reach),
            opens,
            in_summary,
        }
    }

    /// The phase that the nearest words before the time name.
    fn told_before(&self) -> Option<Phase> {
        let told = [
            (ENDED, Phase::Resolved),
            (BEGAN, Phase::Began),
            (FAILS, Phase::Began),
            (DETECTED, Phase::Detected),
        ];
        let stopped = || self.stops_doing().map(|at| (at, Phase::Began));
        let nearest = told.iter().filter_map(|(words, phase)| Some((self.before.last(words)?, *phase)));
        // "Users could not log in from 10:00 on": the word says so only right before the time.
        let from = self.before.before(self.before.end(), 2).has(&const { phrases("from") })
            || self.time.has(&const { phrases("from|since|starting|beginning") }) && self.closes_clause();
        if from && self.before.has(&AFFECTED) && self.is_of_work() == Some(false) {
            return Some(Phase::Began);
        }
        // "Running normally since 14:00" names an end, although "since" is nearer.
        if self.before.before(self.before.end(), 3).has(&WELL_SINCE) || self.is_quiet_since() {
            return Some(Phase::Resolved);
        }
        if self.before.before(self.before.end(), 5).has(&WHOLLY_MITIGATED) && !self.before.has(&NOT_YET) {
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
            if self.before.before(self.before.end(), 6).has(&LAST_TROUBLE) {
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
    fn is_achieved(&self) -> Option<Phase> {
        let at = self.before.last(&REMEDIES)?;
        let lead = self.before.before(at, BEFORE);
        let back = || self.before.has(&RETURNED);
        let whole = self.before.after(at, 1).has(&const { phrases("bring|get|return|turn|put") });
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
    fn said(&self) -> Words<'t> {
        let mut end = self.before.end();
        while end > self.before.start() && self.before.between(end - 1, end).has(&INTRODUCES) {
            end -= 1;
        }
        self.before.between(self.before.clause_start(end), end)
    }

    /// Whether the time is the last word of its clause.
    fn closes_clause(&self) -> bool {
        let next = self.behind.tokens().next();
        next.is_none_or(|token| matches!(token.kind, TokenKind::Mark('.' | ',' | ';' | ')' | '!')))
            || self.behind.begins_with(&const { phrases("and|but|when|after|once") })
    }

    /// Whether only a part was back. "Logins started working again" tells of all of them.
    fn is_partial(&self) -> bool {
        let said = self.said();
        said.any(&PARTLY, &|at| !said.after(at + 1, 1).has(&AT_WORK))
    }

    /// Where something stopped, or stopped doing what it is there for: "stopped accepting connections".
    fn stops_doing(&self) -> Option<usize> {
        let at = self.before.last(&const { phrases("stopped|stops|ceased|quit") })?;
        let doing = || self.before.after(at + 1, 2).iter().any(|word| word.ends_with("ing"));
        let works = || self.before.before(at, 1).has(&WORKING);
        ((works() || doing()) && !self.before.has(&STOPS_FAILING)).then_some(at)
    }

    /// "No errors have been seen since 07:05."
    fn is_quiet_since(&self) -> bool {
        self.before.before(self.before.end(), 1).has(&const { phrases("since") })
            && (self.before.has(&QUIET) || self.behind.has(&FAILS_NO_LONGER) || self.is_right())
    }

    /// "Pages have been correct since 12:00."
    fn is_right(&self) -> bool {
        self.said()
            .ends_with(&const { phrases("correct|right|fine|ok|okay|good|healthy|stable|normal|green|well") })
    }

    /// The phase that the clauses behind a time name which opens one.
    fn told_behind(&self) -> Option<Phase> {
        // "At 12:00, at which point service recovered" goes on with what happened then.
        let goes_on =
            || self.behind.begins_with(&const { phrases("at which point|at which time|whereupon") });
        if !self.opens && !goes_on() {
            return self.ends_behind();
        }
        let from_then_on = || self.before.before(self.before.end(), 2).has(&const { phrases("from|since") });
        // "By 14:00 all caches had expired and the incident was over" tells of what was so by then.
        let by = self.before.before(self.before.end(), 1).has(&const { phrases("by") });
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
    fn ends_behind(&self) -> Option<Phase> {
        // "It was 18:00 before the site was back."
        let was = self.before.before(self.before.end(), 4).has(&const { phrases("it was|it took until") });
        let before = || was && self.behind.begins_with(&const { phrases("before|that|when") });
        let goes_on = self.behind.begins_with(&const { phrases("and|when|after which|which") });
        (goes_on || before() || self.closes_an_opening()).then_some(())?;
        let mut clauses = self.behind.clauses().filter(|clause| clause.iter().next().is_some());
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
    fn closes_an_opening(&self) -> bool {
        self.earlier.start() == self.earlier.clause_start(self.before.end())
            && self.earlier.begins_with(&const { phrases("after|following|once|with|upon|when") })
            && self.earlier.iter().count() <= OPENING
    }

    /// What lasted until the time: the outage, or something else. `opens` where "Until" does the sentence:
    /// what lasted stands behind the time then.
    fn until(&self, until: usize, opens: bool) -> Option<Phase> {
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
        let took = before.before(before.end(), 4).has(&const { phrases("took") });
        // "Restoring the backups took until 19:30."
        let repair = const {
            phrases(
                "restoring|repairing|rebuilding|recovering|fixing|restoration|recovery|repair|repairs|getting|bringing",
            )
        };
        if took && before.has(&repair) {
            return Some(Phase::Resolved);
        }
        if took && self.behind.after(self.behind.start(), BEFORE).has(&REPAIRS) {
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

    /// Whether only "since" says that something began.
    fn is_vague(&self) -> bool {
        !self.in_summary && self.before.last(&BEGAN) == self.before.last(&const { phrases("since") })
    }

    /// Whether work ended rather than the outage. "The meeting started at 16:00 and ended at 17:00": the
    /// subject may stand before another time.
    fn ends_work(&self) -> bool {
        let own_work = self.before.last(&WORK).filter(|at| !self.is_label(*at));
        let silent = own_work.is_none() && self.before.last(&AFFECTED).is_none();
        let earlier = || {
            let work = self.earlier.last(&WORK).filter(|at| !self.is_label(*at));
            work > self.earlier.last(&AFFECTED)
        };
        self.is_of_work() == Some(true) || silent && earlier()
    }

    /// "Update: this is fixed as of 11:45" names itself; nothing is updated.
    fn is_label(&self, at: usize) -> bool {
        let next = self.earlier.after(at + 1, 1).tokens().next();
        next.is_some_and(|token| matches!(token.kind, TokenKind::Mark(':' | '(' | '-' | '*')))
    }

    /// Whether the nearest words speak of work or of what was wrong, where they speak of either.
    fn is_of_work(&self) -> Option<bool> {
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

/// Whether something came into a bad state: "the primary went read-only", "the queue was left stuck".
fn turns_bad(words: &Words) -> bool {
    words.any(&TURNS, &|at| words.after(at + 1, 3).has(&BADLY))
}

/// Whether somebody finds in a clause that something is wrong, rather than why.
fn finds_trouble(clause: &Words) -> bool {
    let odd = || clause.has(&const { phrases("unexpected*|shut down|shutdown|unusual*|abnormal*") });
    clause.has(&FINDS) && (tells_of_trouble(clause) || odd())
}

/// Whether a clause says that users can work again, that all of them are back, or that nothing fails.
fn is_well(clause: &Words) -> bool {
    let again = || clause.has(&const { phrases("again") });
    let spoilt = || clause.has(&NOT_YET) || clause.has(&const { phrases("almost|nearly|not all") });
    clause.has(&STOPS_FAILING)
        || clause.has(&ABLE) && again()
        || plain_words::tell_of_recovery(clause)
        || clause.has(&LAST_OF_ALL) && clause.has(&WAITING) && clause.has(&HANDLED) && !spoilt()
}

/// Whether the sentence says that a fault came in at the time that opens it: "At 14:00 a faulty rule was
/// published", or that trouble followed from it: "From that moment on sign-ins were rejected".
pub(super) fn brings_a_fault(report: &Report, stamp: &Stamp) -> bool {
    let sentence = report.sentence(stamp.tokens.0);
    let place = Place::of(report, &sentence, stamp);
    let comes_in = |words: &Words| words.has(&FAULT) && words.has(&COMES_IN);
    let fault = || comes_in(&place.behind);
    let trouble_since = || {
        let next = report.sentence(sentence.end());
        next.start() == sentence.end() && next.begins_with(&FROM_THEN) && tells_of_trouble(&next)
    };
    let opening = || place.opens && (fault() || trouble_since());
    // "The first bad rule went out at 14:00."
    let leading = || comes_in(&place.before) && !place.before.has(&LASTS) && !place.before.has(&NOT_YET);
    place.in_summary && !sentence.has(&UNRELATED) && (opening() || leading())
}

/// Most tokens of a bracket that is passed over.
const BRACKET: usize = 14;

/// The token behind the bracket that opens at token `at`, or `at` itself.
fn behind_brackets(report: &Report, sentence: &Words, at: usize) -> usize {
    let is = |index: usize, mark| {
        report.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Mark(mark))
    };
    let closing = (at..sentence.end().min(at + BRACKET)).find(|index| is(*index, ')'));
    closing.filter(|_| is(at, '(')).map_or(at, |closing| closing + 1)
}

/// Whether the time opens a further clause of its sentence.
fn joins_a_clause(report: &Report, sentence: &Words, stamp: &Stamp) -> bool {
    stamp.tokens.0 > sentence.start() + 4 && opens(report, sentence, stamp, 0)
}

/// Whether nothing but opening words stand between the time and the beginning of its clause.
fn opens(report: &Report, sentence: &Words, stamp: &Stamp, previous: usize) -> bool {
    let is_opening = |word: &str| OPENINGS.iter().any(|opening| opening == word);
    let first =
        (sentence.start()..stamp.tokens.0).rev().filter_map(|index| report.tokens.get(index)).find(|token| {
            !matches!(token.kind, TokenKind::Mark('~' | '*' | '(' | '`'))
                && !is_opening(report.tokens.lower(*token))
        });
    // "15:20 UTC At 15:02 the backlog was worked off": the time of the entry stands before its sentence.
    let is_capital = |at| report.tokens.get(at).is_some_and(|token| token.case == Case::Capital);
    if first.is_some() && previous > 0 && first == report.tokens.get(previous - 1) && is_capital(previous) {
        return true;
    }
    first.is_none_or(|token| {
        if let TokenKind::Mark(mark) = token.kind {
            // "Investigating - Since 14:00 uploads fail", other than the dash of a range.
            let set_off = || mark == '-' && is_capital(stamp.tokens.0.saturating_sub(1));
            return matches!(mark, ',' | ';' | ':' | '.') || set_off();
        }
        // "and 14:00" ends a range; "and at 14:00" opens a clause.
        let joins = matches!(report.tokens.lower(token), "and" | "but" | "then");
        joins && report.words_in(token.span.cover(stamp.span)).iter().nth(1).is_some_and(is_opening)
    })
}
