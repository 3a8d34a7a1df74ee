//! What a sentence says of a length in it: that the outage lasted so long, that the repair took so
//! long, or that it is the length of something else.

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
    pub(super) rule: RuleId,
}

/// Verbs of lasting, right before a length.
const LASTED: Phrases = phrases(
    "lasted|lasting|lasts|persisted|persisting|continued for|went on for|spanned|spanning|stretched|\
     remained for|ongoing for|was around for|existed for|dragged on for",
);

/// What an outage is called, right before "of 48 minutes" or right behind "48 minutes of".
const OUTAGE: Phrases = phrases(
    "outage|outages|downtime|disruption*|interruption*|unavailability|incident|blackout|brownout|\
     degradation|degraded|impact|inaccessibility|stoppage|stall|halt|freeze|service loss|errors|\
     failures|loss of service|unresponsiveness|non availability|exposure|gap|failed|down time|disturbance",
);

/// The outage itself right before the length: "downtime: 53 minutes", "an outage of 2 days".
const NAMED_BEFORE: Phrases = phrases(
    "outage|outages|downtime|disruption|interruption|unavailability|blackout|outage time|down time|\
     incident duration|duration|outage length|degradation|time down|exposure",
);

/// Words that may stand between the outage's name and its length.
const LINKS: [&str; 22] = [
    "of", "was", "were", "is", "for", "in", "with", "time", "that", "lasting", "totaling", "totalling",
    "extended", "by", "totaled", "totalled", "came", "amounted", "had", "being", "took", "period",
];

/// States that make "for 40 minutes" the length of the outage.
const BAD_STATE: Phrases = phrases(
    "unable|unavailab*|down|downtime|outage*|offline|affected|affecting|impact*|disrupt*|interrupt*|stuck|\
     fail*|error*|inaccessib*|unreachab*|unrespons*|unusab*|inoperab*|could not|couldn|cannot|degrad*|\
     broken|broke|not available|not accessible|not responding|problem|problems|issue|issues|slow*|\
     timed out|timing out|closed|halted|stalled|frozen|froze|paused|blocked|out of service|dead|\
     stopped|lost|crash*|unstable|instability|incident|read only|rejected|went dark|disappear*|\
     no access|not work*|no new|limited|trouble*|bug|wrong|missing|delayed|exposed|no service|suffered|\
     vanish*|hung|nobody|no one|none of|disconnected|unhealthy|not able|intermittent*|out",
);

/// Words right before a length that make it something else: a setting, a delay, an age, a plan.
const OTHER_BEFORE: Phrases = phrases(
    "timeout*|every|per|delay*|latency|ttl|interval|retention|retain*|kept|stored|threshold|planned|scheduled|expected|estimated time|sla|slo|older than|newer than|\
     reduc*|average*|increase*|response time*|cache*|wait*|budget|uptime|rolled back|rollback|reverted|\
     next|past|previous|coming|following|the last|limit|lag*|time to live|expire*|old|age|window|\
     monitor*|detected|noticed|unnoticed|undetected|notice|alerted|acknowledged|responded|paged|aware|\
     available for|up for|running for|valid for|in place for|stable for|exists|lose|lost the|data loss of|\
     backlog*|queue of|trained|worked for|using|sustained for|maintenance|deploy*",
);
/// What lasts, but is no outage.
const OTHER_LASTED: Phrases = phrases(
    "maintenance lasted|window lasted|deployment lasted|migration lasted|meeting lasted|call lasted|\
     upgrade lasted|rollout lasted|release lasted|not lasted|never lasted|exposure window lasted",
);
/// Words right before a length that set a time by which something is done.
const DEADLINE: Phrases = phrases("within|in|after|before|under|inside|took|takes|take|taking");

/// Words right behind a length that make it something else.
const OTHER_BEHIND: Phrases = phrases(
    "ago|later|timeout*|delay*|interval*|window|before|after|earlier|old|latency|retention|cycle*|ttl|\
     meeting|per|into|notice|prior|apart|maintenance|credit|of credit|grace|wait*|limit|log|release*|\
     of data|of logs|worth|trial|lag|backlog|prior|of latency|of additional latency|of delay|of lag|sla|\
     in the past|each|every|of history|of notice|for each|uptime|backoff|sleep|poll*|cron|job|query|\
     cooldown|sprint|long query",
);

/// Words that make a sentence speak of another occasion, a condition or a plan.
const ELSEWHERE: Phrases = phrases(
    "previously|in the past|last time|years ago|last year|last month|similar incident|earlier incident|\
     previous incident|previous outage|if|unless|whenever|in case|would have|could have|should have|\
     should|expected to|expect|estimated to|planned to|planned for|plan to|plans to|scheduled for|scheduled to|scheduled a|scheduled an|will be|will take|going to|\
     maintenance window|is designed|by default|configured|typically|usually|normally|upcoming|\
     not exceed|exceed*|fires|fire when|trigger*|alert if|alert when|in future|in the future|historically|agreement|guarantee*|policy|credits|notification of|\
     proposed|history|in advance|beforehand",
);

/// Words that say that nothing happened in that time.
const NONE: Phrases = phrases(
    "no outage|no outages|no downtime|no interruption*|no impact|no errors|without an outage|without outage*|\
     without downtime|without interruption*|without issue*|without incident|without any|no incident*",
);

/// How service came back, right before "in", "within" or "after" and a length.
const BACK: Phrases = phrases(
    "resolved|restored|fixed|recovered|repaired|mitigated|back online|back up|back to normal|back|\
     remediated|returned|solved|resumed|corrected",
);
/// What it took so long to do.
const TO_REPAIR: Phrases = phrases(
    "to resolve|to restore|to fix|to recover|to repair|to bring|to get back|to return|to mitigate|\
     to come back|to be resolved|to be restored|to be fixed|to rectify|to get everything|to fully|\
     until|before normal|from the start|from start|from the beginning|from detection to|from the first|\
     to completely|for service|for the service|for services|to get",
);
/// Names of the time until service was back, within a sentence.
const TIME_TO_REPAIR: Phrases = phrases(
    "time to resol*|time to recover*|time to restor*|time to repair|time to mitigat*|recovery time|\
     resolution time|time to fix|mttr|ttr",
);
/// From the outage's first moment on.
const FROM_START: Phrases = phrases(
    "from the start of|from start to|from the beginning of|from beginning to|from initial|end to end|\
     from the onset|from onset",
);

const TOTALS: Phrases = phrases(
    "total|in total|overall|altogether|in all|entire|whole|combined|cumulative*|totaling|totalling|full outage",
);
const PARTS: Phrases = phrases(
    "partial*|another|additional|further|extended by|each|intermittent*|unstable|diminished|reduced|slow*|\
     limited|brief*|some of|second outage|degrad*|instability|remaining",
);

/// What the sentence around `mention` says of it; `None` where it is not the outage's length.
pub(super) fn of(report: &Report, mention: &Mention) -> Option<Told> {
    let place = Place::of(report, mention);
    let rule = if place.is_beside_window(report, mention) && !place.is_elsewhere() {
        BESIDE_WINDOW
    } else if place.is_elsewhere() || place.is_other() {
        return None;
    } else if place.is_outage() {
        SENTENCE
    } else if place.is_repair() {
        REPAIR_SENTENCE
    } else {
        return None;
    };
    Some(Told { scope: place.scope(), rule })
}

/// Whether the words right around `mention` make it the length of something else.
pub(super) fn is_anothers(report: &Report, mention: &Mention) -> bool {
    let place = Place::of(report, mention);
    place.is_other() || place.before(1).has(&DEADLINE)
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

    /// The sentence tells of another occasion, or of what would be.
    fn is_elsewhere(&self) -> bool {
        self.before(24).has(&ELSEWHERE)
            || self.after(12).has(&const { phrases("if|unless|expected|planned") })
            || self.before(4).has(&NONE)
            || self.after(10).has(&NONE)
    }

    /// The words right around the length make it something else.
    fn is_other(&self) -> bool {
        let near = self.before(2);
        if near.has(&LASTED) {
            return self.before(4).has(&OTHER_LASTED);
        }
        let is_stretch = self.before(5).has(&const { phrases("over an interval of|over the interval of") });
        let other_behind = !near.has(&const { phrases("for") }) && self.after(4).begins_with(&OTHER_BEHIND);
        (self.before(3).has(&OTHER_BEFORE) && !is_stretch) || other_behind
    }

    /// "lasted 48 minutes", "an outage of 48 minutes", "48 minutes of downtime", "for 48 minutes".
    fn is_outage(&self) -> bool {
        let near = self.before(2);
        if near.has(&LASTED) {
            return true;
        }
        if self.before(1).has(&DEADLINE) {
            return false;
        }
        self.is_named_before()
            || self.is_named_behind()
            || self.after(5).begins_with(&FROM_START)
            || (self.is_for() && self.sentence.has(&BAD_STATE))
            || self.is_adjacent_state()
    }

    /// "downtime: 53 minutes", "an outage of roughly 2 days", "outage (37 minutes)".
    fn is_named_before(&self) -> bool {
        let mut at = self.lead;
        // A few tokens at the most.
        for _ in 0..4 {
            let Some(token) = at.checked_sub(1).filter(|i| *i >= self.sentence.start()) else { return false };
            let is_link = self.tokens.get(token).is_some_and(|t| match t.kind {
                TokenKind::Mark(mark) => matches!(mark, ':' | '(' | '-' | '~' | '='),
                _ => LINKS.contains(&self.tokens.lower(t)),
            });
            if !is_link {
                break;
            }
            at = token;
        }
        self.sentence.before(at, 1).has(&NAMED_BEFORE)
            || self.sentence.before(at, 2).has(&NAMED_BEFORE) && at < self.lead
    }

    /// "a 48-minute outage", "48 minutes of complete unavailability".
    fn is_named_behind(&self) -> bool {
        let mut words = 0;
        for at in self.end..self.sentence.end().min(self.end + 6) {
            let Some(token) = self.tokens.get(at) else { return false };
            match token.kind {
                TokenKind::Mark('-') => {}
                TokenKind::Word if !BREAKS.contains(&self.tokens.lower(token)) => words += 1,
                _ => return false,
            }
            if self.sentence.after(at, 1).has(&OUTAGE) {
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
        self.before(1).has(&const { phrases("for|during|over|throughout") })
            || self.before(3).has(&const { phrases("period of|periods of|interval of|span of|total of") })
            || self.after(2).begins_with(&const { phrases("in total|altogether|in all|overall") })
    }

    /// "unavailable 48 minutes", "down approximately an hour".
    fn is_adjacent_state(&self) -> bool {
        self.before(1).has(
            &const {
                phrases("unavailable|down|offline|inaccessible|unreachable|out|dead|experienced|suffered|saw")
            },
        ) && !self.after(2).begins_with(&const { phrases("to|of|in|from") })
    }

    /// "was restored after 48 minutes", "it took two hours to bring it back".
    fn is_repair(&self) -> bool {
        let deadline = self.before(2).has(&const { phrases("in|within|after") });
        let took = self.before(3).has(&const { phrases("took|taken|takes") });
        let people = self.before(6).has(&const { phrases("us|me|process|review|each|backup|step|query") });
        (deadline && self.before(5).has(&BACK))
            || (took && !people && self.after(6).has(&TO_REPAIR))
            || self.before(6).has(&TIME_TO_REPAIR)
    }

    /// `10:00 to 16:33 UTC (6 hours and 33 minutes)`, `1 hour (19:51 - 20:53)`.
    fn is_beside_window(&self, report: &Report, mention: &Mention) -> bool {
        let first = mention.tokens.0;
        let is_bracket = |at: usize| report.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Mark('('));
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

    fn scope(&self) -> Scope {
        let near = |phrases: &Phrases| {
            self.sentence.before(self.first, 8).has(phrases) || self.after(4).has(phrases)
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

/// Words that end the phrase that a length begins: "48 minutes later the outage ..." is none.
const BREAKS: [&str; 22] = [
    "the", "this", "our", "that", "when", "until", "before", "after", "and", "later", "into", "from", "to",
    "while", "since", "during", "ago", "but", "which", "per", "without", "between",
];

/// Words of a hedge, and others that leave the meaning as it is.
const HEDGES: [&str; 40] = [
    "about", "around", "approximately", "approx", "roughly", "nearly", "almost", "over", "up", "to", "at",
    "least", "most", "more", "less", "than", "just", "only", "a", "an", "the", "some", "circa", "ca",
    "estimated", "under", "well", "little", "close", "total", "good", "further", "additional", "another",
    "maximum", "minimum", "exactly", "between", "slightly", "as",
];

/// The first token of the hedge that ends before token `at`, no earlier than `floor`.
pub(super) fn behind_hedges(tokens: &Tokens, floor: usize, at: usize) -> usize {
    let mut lead = at;
    for _ in 0..6 {
        let Some(before) = lead.checked_sub(1).filter(|before| *before >= floor) else { break };
        let is_hedge = tokens.get(before).is_some_and(|t| match t.kind {
            TokenKind::Mark(mark) => matches!(mark, '~' | '<' | '>' | '.' | '\\'),
            _ => HEDGES.contains(&tokens.lower(t)),
        });
        if !is_hedge {
            break;
        }
        lead = before;
    }
    lead
}
