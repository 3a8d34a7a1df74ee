//! Times whose label says what they are: `Start: 14:00 UTC`, `Impact: 14:00 to 15:10`.

use super::sentence_words::UNRELATED;
use super::{Reading, labels};
use crate::document::{Block, BlockKind};
use crate::incident::{Phase, RuleId};
use crate::mention::Stamp;
use crate::reconcile::boundary::Trust;
use crate::reconcile::incident_day::dates_the_page;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::text::{Gather, Span, TokenKind, is_one_of};

/// The start and the end of a range in a field that is called so: `Duration: 14:00 to 15:10`, `Impact: ...`.
const WINDOW: RuleId = RuleId::new("window-labelled");
/// A time in a field that names it: `Start: ...`, `Resolved at: ...`, `Date: 9 May 14:00`.
pub(super) const TIME: RuleId = RuleId::new("time-labelled");

/// The time in a field that says when the problem was noticed, where nothing says when it began.
const DETECTED: RuleId = RuleId::new("start-labelled-detected");

/// The time in a field that says when the harm was stopped or lessened, where nothing says when it ended.
const MITIGATED: RuleId = RuleId::new("end-labelled-mitigated");

const WINDOW_LABELS: Phrases = phrases(
    "duration|window|outage|downtime|incident time|time of incident|time of the incident|time frame|\
     timeframe|impact|date/time|period",
);
/// Fields with the incident's own day, and with it perhaps the time at which it began or its window.
const DATES: Phrases = phrases(
    "date of incident|date of the incident|incident date|date of outage|date of the outage|outage date|\
     date of occurrence|date and time",
);

/// Fields that hold the clock time that belongs to the date of another.
const TIMES: Phrases = phrases("time|when|hour|approximate time|local time|time of day");

/// How far to trust the range in `span` as the outage's window, where its label names one.
pub(super) fn window(report: &Report, start: &Stamp, span: Span) -> Option<(Trust, RuleId)> {
    let label = report.label_of(span)?;
    let named = names_a_window(&label) || DATES.lists(&label) || TIMES.lists(&label);
    let unrelated = || report.sentence(start.tokens.0).has(&UNRELATED);
    (named && !unrelated()).then_some((Trust::Label, WINDOW))
}

/// Whether `span` stands in a field of something planned (`Maintenance window`), or among fields under a line
/// that announces it: "The maintenance window was to be:".
pub(super) fn is_planned(report: &Report, span: Span) -> bool {
    const PLANS: Phrases = phrases(
        "maintenance window*|maintenance was|maintenance is|scheduled for|planned for|was scheduled|\
         planned maintenance|scheduled maintenance|change window|planned window|announced window|was planned|\
         service window|next maintenance|upcoming",
    );
    let own = |label: String| {
        label.split(' ').any(|word| is_one_of(word, "maintenance|planned|scheduled|upcoming"))
    };
    if report.label_of(span).is_some_and(own) {
        return true;
    }
    let Some(index) = report.block_index_at(span.start) else { return false };
    let is_field = |block: &&Block| block.label.is_some_and(|label| !label.value.is_empty());
    let fields = report.blocks[..=index].iter().rev().take(FIELDS).take_while(is_field).count();
    let above = index.checked_sub(fields).filter(|_| fields > 0).map(|at| &report.blocks[at]);
    above.filter(|block| block.span.len() <= LONGEST).is_some_and(|block| {
        let ends_open = || report.document.words(block.span).trim_end().ends_with(':');
        let below_title = || matches!(block.kind, BlockKind::Heading(level) if level > 1);
        (ends_open() || below_title()) && report.words_in(block.span).has(&PLANS)
    })
}

/// Most bytes of such a line.
const LONGEST: usize = 200;
/// Most fields of a list that a line announces.
const FIELDS: usize = 6;

/// Whether a field called `label` (in lower case) holds the outage's window.
pub(super) fn names_a_window(label: &str) -> bool {
    WINDOW_LABELS.are_in(label)
}

/// What the label of `stamp` says of it.
pub(super) fn time(report: &Report, stamp: &Stamp) -> Option<Reading> {
    let reading = |phase, trust| Reading { phase, trust, rule: TIME, assumed: false };
    if let Some(phase) = phase_of(report, stamp) {
        return Some(match phase {
            Phase::Detected => {
                Reading { rule: DETECTED, assumed: true, ..reading(Phase::Began, Trust::Implied) }
            }
            Phase::Mitigated => {
                Reading { rule: MITIGATED, assumed: true, ..reading(Phase::Resolved, Trust::Convention) }
            }
            _ => reading(phase, Trust::Label),
        });
    }
    // The date may stand in the field above: "Date: 4 May" over "Time: 13:20".
    let last = report.tokens.before(stamp.tokens.1, 1);
    let of_clock = last.and_then(|last| report.field_of(last.span)).filter(|(label, _)| TIMES.lists(label));
    let (label, value) = of_clock.or_else(|| report.field_of(stamp.span))?;
    // A clock time in a field of its own beside that of the date is most often when it began.
    if TIMES.lists(&label) && opens(report, value, stamp) && !dates_the_page(report, stamp.span) {
        let assumed = stamp.date.is_none() || stamp.tokens.0 < report.tokens.index_at(value.start);
        return Some(Reading { assumed, ..reading(Phase::Began, Trust::Implied) });
    }
    stamp.date?;
    let trust = match label.as_str() {
        "date" => Trust::Implied,
        _ if DATES.lists(&label) && opens(report, value, stamp) => Trust::Plain,
        _ => return None,
    };
    (!dates_the_page(report, stamp.span)).then(|| reading(Phase::Began, trust))
}

/// `Start: 14:00 UTC`, as a line of its own or within one: `(Start: ..., End: ...)`.
pub(super) fn phase_of(report: &Report, stamp: &Stamp) -> Option<Phase> {
    phase_within(report, stamp).or_else(|| {
        let (name, value) = report.field_of(stamp.span)?;
        let story = || labels::phase_at_opening(&name).filter(|_| opens(report, value, stamp));
        labels::phase_of(&name).or_else(story)
    })
}

fn opens(report: &Report, value: Span, stamp: &Stamp) -> bool {
    report.tokens.index_at(value.start) + LEAD >= stamp.tokens.0
}

/// Most tokens before the time in a field that begins with it: "about", "at around".
const LEAD: usize = 2;

fn phase_within(report: &Report, stamp: &Stamp) -> Option<Phase> {
    let colon = report.tokens.before(stamp.tokens.0, 1);
    colon.filter(|token| token.kind == TokenKind::Mark(':'))?;
    // "Start:", "Start time:" or "Time of resolution:".
    let before = report.sentence(stamp.tokens.0).before(stamp.tokens.0, 4);
    let words: Vec<&str> = before.iter().gather();
    // "Follow up: 14:00" is no end.
    let is_whole = |from: usize| from == 0 || words[from] != "up";
    (0..words.len())
        .filter(|from| is_whole(*from))
        .find_map(|from| labels::phase_of(&words[from..].join(" ")))
}
