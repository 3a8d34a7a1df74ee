//! What a sentence says of a length in it: that the outage lasted so long, that the repair took so
//! long, or that it is the length of something else.

use super::vocabulary::{
    BACK, BAD_STATE, BREAKS, DEADLINE, ELSEWHERE, FROM_START, HEDGES, LASTED, LINKS, NAMED_BEFORE, NONE,
    OTHER_BEFORE, OTHER_BEHIND, OTHER_LASTED, OUTAGE, PARTS, RESPOND, SINCE_TROUBLE, TIME_TO_REPAIR,
    TO_REPAIR, TOTALS, UNABLE,
};
use super::{BESIDE_WINDOW, REPAIR_SENTENCE, SENTENCE, Scope};
use crate::incident::RuleId;
use crate::mention::Mention;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::words::Words;
use crate::text::{TokenKind, Tokens};

/// What a sentence says of a length.
pub(super) struct Told {
    pub(super) scope: Scope,
    /// Whether it is only that of some of those who were affected.
    pub(super) of_some: bool,
    pub(super) rule: RuleId,
}

/// What the sentence around `mention` says of it; `None` where it is not the outage's length.
pub(super) fn of(report: &Report, mention: &Mention) -> Option<Told> {
    let place = Place::of(report, mention);
    let beside = place.is_beside_window(report, mention);
    let rule = match () {
        () if beside => BESIDE_WINDOW,
        () if place.is_outage() => SENTENCE,
        () if place.is_repair() => REPAIR_SENTENCE,
        () => return None,
    };
    // The questions with the longest lists of words last: most lengths are not told of at all.
    let other = place.is_elsewhere() || (!beside && place.is_other());
    (!other).then(|| Told { scope: place.scope(), of_some: place.is_of_some(), rule })
}

/// Whether the words right around `mention` make it the length of something else.
pub(super) fn is_anothers(report: &Report, mention: &Mention) -> bool {
    let place = Place::of(report, mention);
    place.is_other() || place.has_before(1, &DEADLINE)
}

/// A length in its sentence.
struct Place<'t> {
    tokens: &'t Tokens,
    sentence: Words<'t>,
    /// The length's first token.
    first: usize,
    /// First token of the hedge before the length, or of the length itself.
    lead: usize,
    /// One past the length's last token.
    end: usize,
}

impl<'t> Place<'t> {
    fn of(report: &Report<'t>, mention: &Mention) -> Self {
        let (first, end) = mention.tokens;
        let sentence = report.sentence(first);
        let lead = behind_hedges(report.tokens, sentence.start(), first);
        Self { tokens: report.tokens, sentence, first, lead, end }
    }

    fn before(&self, most: usize) -> Words<'t> {
        self.sentence.before(self.lead, most)
    }

    fn after(&self, most: usize) -> Words<'t> {
        self.sentence.after(self.end, most)
    }

    fn has_before(&self, most: usize, phrases: &Phrases) -> bool {
        self.sentence.has_before(self.lead, most, phrases)
    }

    fn has_after(&self, most: usize, phrases: &Phrases) -> bool {
        self.sentence.has_after(self.end, most, phrases)
    }

    fn goes_on_with(&self, most: usize, phrases: &Phrases) -> bool {
        self.sentence.goes_on_with(self.end, most, phrases)
    }

    /// The sentence tells of another occasion, or of what would be.
    fn is_elsewhere(&self) -> bool {
        self.has_before(24, &ELSEWHERE)
            || self.has_after(
                12,
                &const { phrases("if|unless|expected|planned|compensat*|refund*|entitled|eligible") },
            )
            || self.responder_is_held_up()
            || self.has_before(4, &NONE)
            || self.has_after(10, &NONE)
    }

    /// "Our only engineer was unable to look into it for a day": the outage may have lasted longer.
    fn responder_is_held_up(&self) -> bool {
        let before = self.before(16);
        before.last(&UNABLE).is_some_and(|at| before.has_after(at, 7, &RESPOND))
    }

    /// The words right around the length make it something else.
    fn is_other(&self) -> bool {
        let near = self.before(2);
        if near.has(&LASTED) {
            return self.has_before(4, &OTHER_LASTED);
        }
        let is_stretch = self.has_before(5, &const { phrases("over an interval of|over the interval of") });
        let is_since_trouble = || self.goes_on_with(4, &SINCE_TROUBLE) && self.is_repair();
        let other_behind = !near.has(&const { phrases("for|during|throughout") })
            && self.goes_on_with(4, &OTHER_BEHIND)
            && !self.is_before_recovery()
            && !is_since_trouble();
        (self.has_before(3, &OTHER_BEFORE) && !is_stretch) || other_behind
    }

    /// "lasted 48 minutes", "an outage of 48 minutes", "48 minutes of downtime", "for 48 minutes".
    fn is_outage(&self) -> bool {
        let near = self.before(2);
        if near.has(&LASTED) {
            return true;
        }
        if self.is_named_behind() && !self.has_before(1, &const { phrases("within|before|under") }) {
            return true;
        }
        if self.has_before(1, &DEADLINE) {
            return false;
        }
        self.is_named_before()
            || self.is_lack()
            || self.goes_on_with(5, &FROM_START)
            || (self.is_for() && self.sentence.has(&BAD_STATE))
            || self.is_adjacent_state()
            || self.is_behind_recovery()
    }

    /// "Until the index was rebuilt and searches were restored (45 minutes)".
    fn is_behind_recovery(&self) -> bool {
        let opens = |at: &usize| self.tokens.mark_at(*at, "(");
        let Some(bracket) = self.lead.checked_sub(1).filter(opens) else { return false };
        self.sentence.has_before(bracket, 4, &BACK)
            && self.sentence.has_before(bracket, 14, &const { phrases("until|till") })
    }

    /// "downtime: 53 minutes", "an outage of roughly 2 days", "outage (37 minutes)".
    fn is_named_before(&self) -> bool {
        let mut at = self.lead;
        // A few tokens at the most.
        for _ in 0..4 {
            let Some(token) = at.checked_sub(1).filter(|i| *i >= self.sentence.start()) else { return false };
            let is_link = self.tokens.get(token).is_some_and(|t| match t.kind {
                TokenKind::Mark(mark) => matches!(mark, ':' | '(' | '-' | '~' | '='),
                _ => LINKS.lists(self.tokens.lower(t)),
            });
            if !is_link {
                break;
            }
            at = token;
        }
        self.sentence.has_before(at, 1, &NAMED_BEFORE)
            || self.sentence.has_before(at, 2, &NAMED_BEFORE) && at < self.lead
    }

    /// "218 minutes without new builds", which a text opens with.
    fn is_lack(&self) -> bool {
        let opens = self.lead <= self.sentence.start() + 4;
        opens && self.has_after(1, &const { phrases("without") })
    }

    /// "a 48-minute outage", "48 minutes of complete unavailability".
    fn is_named_behind(&self) -> bool {
        let mut words = 0;
        for at in self.end..self.sentence.end().min(self.end + 6) {
            let Some(token) = self.tokens.get(at) else { return false };
            match token.kind {
                TokenKind::Mark('-') => {}
                TokenKind::Word if !BREAKS.lists(self.tokens.lower(token)) => words += 1,
                _ => return false,
            }
            if self.sentence.has_after(at, 1, &OUTAGE) {
                return true;
            }
            if words > 3 {
                return false;
            }
        }
        false
    }

    /// "for 48 minutes", "over a period of 48 minutes", "during these 48 minutes", "48 minutes in total".
    fn is_for(&self) -> bool {
        self.has_before(1, &const { phrases("for|during|over|throughout") })
            || self.opens_with_over()
            || self.has_before(3, &const { phrases("period of|periods of|interval of|span of|total of") })
            || self.goes_on_with(2, &const { phrases("in total|altogether|in all|overall") })
    }

    /// "Over 4 hours, customers could not pay", where "over" may be a hedge as well.
    fn opens_with_over(&self) -> bool {
        self.lead == self.sentence.start()
            && self.sentence.has_before(self.first, 1, &const { phrases("over") })
    }

    /// "unavailable 48 minutes", "down approximately an hour".
    fn is_adjacent_state(&self) -> bool {
        self.has_before(
            1,
            &const {
                phrases("unavailable|down|offline|inaccessible|unreachable|out|dead|experienced|suffered|saw")
            },
        ) && !self.goes_on_with(2, &const { phrases("to|of|in|from") })
    }

    /// "was restored after 48 minutes", "it took two hours to bring it back".
    fn is_repair(&self) -> bool {
        let deadline = self.has_before(2, &const { phrases("in|within|after") });
        let took = self.has_before(3, &const { phrases("took|taken|takes") });
        let people = self.has_before(6, &const { phrases("us|me|process|review|each|backup|step|query") });
        (deadline && self.has_before(5, &BACK))
            || (took && !people && (self.has_after(6, &TO_REPAIR) || self.is_before_recovery()))
            || self.has_before(6, &TIME_TO_REPAIR)
    }

    /// "Took five hours before service was restored."
    fn is_before_recovery(&self) -> bool {
        let behind = self.after(12);
        behind.begins_with(&const { phrases("before") }) && behind.has(&BACK)
    }

    /// `10:00 to 16:33 UTC (6 hours and 33 minutes)`, `1 hour (19:51 - 20:53)`.
    fn is_beside_window(&self, report: &Report, mention: &Mention) -> bool {
        let first = mention.tokens.0;
        let is_bracket = |at: usize| report.tokens.mark_at(at, "(");
        let ranges = &report.mentions.ranges;
        let next = ranges.partition_point(|range| range.span.end <= mention.span.start);
        let ends_before = |at: usize| report.stamp(ranges[at].end).tokens.1;
        let starts_behind = |at: usize| report.stamp(ranges[at].start).tokens.0;
        let lead = self.lead;
        let behind = next.checked_sub(1).is_some_and(|at| {
            let bracket = lead.checked_sub(1).is_some_and(is_bracket);
            bracket && ends_before(at) + 1 >= lead - 1 && first <= lead + 4
        });
        let before = next < ranges.len() && is_bracket(mention.tokens.1) && {
            let start = starts_behind(next);
            start == mention.tokens.1 + 1 || start == mention.tokens.1 + 2
        };
        behind || (before && !self.is_other())
    }

    /// "For some customers we were down for 25 to 75 minutes."
    fn is_of_some(&self) -> bool {
        self.has_before(12, &const { phrases("for some|for certain|for a few|for others|for individual") })
    }

    fn scope(&self) -> Scope {
        let near = |phrases: &Phrases| {
            self.sentence.has_before(self.first, 8, phrases) || self.has_after(4, phrases)
        };
        if near(&TOTALS) {
            Scope::Total
        } else if near(&PARTS) {
            Scope::Part
        } else {
            Scope::Outage
        }
    }
}

/// The first token of the hedge that ends before token `at`, no earlier than `floor`.
pub(super) fn behind_hedges(tokens: &Tokens, floor: usize, at: usize) -> usize {
    let mut lead = at;
    for _ in 0..6 {
        let Some(before) = lead.checked_sub(1).filter(|before| *before >= floor) else { break };
        let is_hedge = tokens.get(before).is_some_and(|t| match t.kind {
            TokenKind::Mark(mark) => matches!(mark, '~' | '<' | '>' | '.' | '\\'),
            _ => HEDGES.lists(tokens.lower(t)),
        });
        if !is_hedge {
            break;
        }
        lead = before;
    }
    lead
}
