//! Times in sentences that tell of the outage: "between 14:00 and 15:10 UTC customers saw errors".

use super::Reading;
use super::sentence_phase;
use super::sentence_words::{AFFECTED, UNRELATED, WORK};
use crate::incident::{Phase, RuleId};
use crate::mention::Stamp;
use crate::reconcile::boundary::Trust;
use crate::reconcile::incident_day::{is_background, is_in_code};
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::reconcile::words::Words;
use crate::text::Span;

/// The start and the end of a range in a sentence that speaks of the outage: "from 14:00 to 15:10 users saw errors".
const WINDOW: RuleId = RuleId::new("window-sentence");
/// The time at which a sentence says that the outage began: "requests began to fail at 10:00".
const START: RuleId = RuleId::new("start-sentence");
/// The time at which a sentence says that the problem was noticed, where nothing says when it began.
pub(super) const DETECTED: RuleId = RuleId::new("start-sentence-detected");
/// The time at which the summary says that a fault came in, where nothing says when the outage began.
const FAULT: RuleId = RuleId::new("start-sentence-fault");
/// The time at which a sentence says that service was restored: "was fully restored at 11:30".
const END: RuleId = RuleId::new("end-sentence");

/// Words that make a length or a window that of the whole outage.
const TOTAL: Phrases = phrases(
    "total downtime|total outage|total duration|total impact|overall|in total|entire incident|entire outage|\
     whole outage|whole incident",
);
const PARTIAL: Phrases = phrases("partial*");
/// Words of a restoration that leaves nothing open.
const FULLY: Phrases = phrases(
    "fully restored|fully resolved|fully recovered|completely restored|completely resolved|\
     completely recovered|full service was|full recovery|full restoration|full functionality|full mitigation",
);
/// What is told right before a window in which service came back step by step: "came up between 04:20 and 04:47".
const COMES_BACK: Phrases = phrases(
    "came up|come up|came back|come back|recovered|restored|up again|brought back|restarted|rebooted|resumed",
);
/// Most tokens before a window that say what happened in it.
const BEFORE_RANGE: usize = 4;
/// What is held at a time of its own.
const EVENTS: Phrases = phrases(
    "workshop*|webinar*|meetup*|office hours|opening hours|community call|conference|training|lecture*|\
     lesson*|session|talk|party|lunch|doors",
);
/// What was to be done at a time.
const PLANS: Phrases =
    phrases("planned|plan to|intended|scheduled|were going to|was going to|supposed to|announced|booked");
/// Most tokens before a time that say what it is of.
const WHOLE_REACH: usize = 16;

/// How far to trust the range in `span` as the outage's window, by its sentence and section.
pub(super) fn window(report: &Report, start: &Stamp, span: Span) -> Option<(Trust, RuleId)> {
    let sentence = report.sentence(start.tokens.0);
    if sentence.has(&UNRELATED) || is_background(&sentence) {
        return None;
    }
    if sentence.has_before(start.tokens.0, BEFORE_RANGE, &COMES_BACK) {
        return None;
    }
    if is_of_responders(&sentence, report.tokens.index_at(span.end)) {
        return None;
    }
    let told_before = sentence.before(start.tokens.0, WHOLE_REACH);
    let trust = match (report.kind_at(span), sentence.has(&AFFECTED)) {
        // Lines of a log tell of the outage only where nothing else does.
        _ if is_in_code(report, start) => Trust::Day,
        (SectionKind::Summary | SectionKind::Other, true) if told_before.has(&TOTAL) => Trust::Whole,
        // What was only partly down for a while says little of the whole outage.
        (_, true) if told_before.has(&PARTIAL) => Trust::Aside,
        (SectionKind::Summary | SectionKind::Timeline, true) => Trust::Window,
        (SectionKind::Other, true) => Trust::Aside,
        (SectionKind::Summary, false)
            if !told_before.has(&WORK) && !told_before.has(&EVENTS) && !told_before.has(&PLANS) =>
        {
            Trust::Sentence
        }
        _ => return None,
    };
    Some((trust, WINDOW))
}

/// Whether what stands behind a window, at token `at`, is what responders did in it: "between 10:20 and 10:40 our
/// engineers rebuilt the index", but not "we could not deliver mails".
fn is_of_responders(sentence: &Words, at: usize) -> bool {
    let clause = sentence.after(at, RESPONSE_REACH);
    // The zone and a comma may stand between.
    let near = |who: &usize| *who <= at + 3;
    let suffers = |who: usize| clause.has_after(who + 1, 6, &SUFFERS);
    if let Some(staff) = clause.find(&STAFF).filter(near) {
        return !suffers(staff);
    }
    let responds = |who: usize| clause.has_after(who + 1, 6, &RESPONDS) && !suffers(who);
    clause.find(&const { phrases("we|i|they") }).filter(near).is_some_and(responds)
}

/// Most tokens behind a window that say who did what in it.
const RESPONSE_REACH: usize = 10;
/// Those whose work it is to bring service back.
const STAFF: Phrases = phrases(
    "team|teams|engineer|engineers|operators|operator|staff|responders|technicians|technician|admins|administrators|\
     sres|developers|electricians|crew|on call",
);
/// What "we" do then.
const RESPONDS: Phrases = phrases(
    "able to|managed to|worked|working|investigat*|rectif*|repaired|repairing|fixed|fixing|rolled back|rolling back|\
     deployed|deploying|restored|restoring|restarted|restarting|rebooted|rebooting|resolved|resolving|mitigat*|\
     identified|identifying|diagnos*|debugged|debugging|rebuilt|rebuilding|replaced|replacing|recovered|recovering|\
     applied|applying|patched|patching|tried|tested|testing|monitored|monitoring|reverted|reverting|scaled|analysed|\
     analyzed|analysing|analyzing|checked|checking|troubleshoot*|troubleshot|confirmed|verified|migrated|coordinat*",
);
/// What happens to them as to everybody.
const SUFFERS: Phrases = phrases(
    "unable|not|couldn|weren|wasn|lost|experienc*|suffered|saw|failed|had|down|no longer|slower|degraded",
);

/// What the sentence around `stamp` says of it.
pub(super) fn time(report: &Report, stamp: &Stamp) -> Option<Reading> {
    let Some(phase) = sentence_phase::of(report, stamp) else {
        return sentence_phase::brings_a_fault(report, stamp).then_some(Reading {
            phase: Phase::Began,
            trust: Trust::Implied,
            rule: FAULT,
            assumed: true,
        });
    };
    let trust = match report.kind_at(stamp.span) {
        _ if is_in_code(report, stamp) => Trust::Day,
        SectionKind::Summary => Trust::Sentence,
        // An entry that tells of another time than its own says so on purpose.
        SectionKind::Timeline => Trust::Marker,
        _ => Trust::Aside,
    };
    let reading = |phase, trust, rule, assumed| Reading { phase, trust, rule, assumed };
    match phase {
        Phase::Began => Some(reading(phase, trust, START, false)),
        Phase::Detected => Some(reading(Phase::Began, Trust::Implied, DETECTED, true)),
        Phase::Resolved if trust == Trust::Sentence && is_full(report, stamp) => {
            Some(reading(phase, Trust::Whole, END, false))
        }
        Phase::Resolved => Some(reading(phase, trust, END, false)),
        _ => None,
    }
}

/// Whether the words right before the time tell of a full restoration.
fn is_full(report: &Report, stamp: &Stamp) -> bool {
    report.sentence(stamp.tokens.0).has_before(stamp.tokens.0, 6, &FULLY)
}
