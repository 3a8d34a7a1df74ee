//! Times whose label says what they are: `Start: 14:00 UTC`, `Impact: 14:00 to 15:10`.

use super::sentence_words::UNRELATED;
use super::{Reading, labels};
use crate::incident::{Phase, RuleId};
use crate::mention::Stamp;
use crate::reconcile::boundary::Trust;
use crate::reconcile::incident_day::dates_the_page;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::text::{Span, TokenKind};

/// The start and the end of a range in a field that is called so: `Duration: 14:00 to 15:10`, `Impact: ...`.
const WINDOW: RuleId = RuleId::new("window-labelled");
/// A time in a field that names it: `Start: ...`, `Resolved at: ...`, `Date: 9 May 14:00`.
pub(super) const TIME: RuleId = RuleId::new("time-labelled");

/// The time in a field that says when the problem was noticed, where nothing says when it began.
const DETECTED: RuleId = RuleId::new("start-labelled-detected");

const WINDOW_LABELS: Phrases = phrases(
    "duration|window|outage|downtime|incident time|time of incident|time of the incident|time frame|\
     timeframe|impact|date/time|period",
);

/// How far to trust the range in `span` as the outage's window, where its label names one.
pub(super) fn window(report: &Report, start: &Stamp, span: Span) -> Option<(Trust, RuleId)> {
    let named = names_a_window(&report.label_of(span)?);
    let unrelated = || report.sentence(start.tokens.0).has(&UNRELATED);
    (named && !unrelated()).then_some((Trust::Label, WINDOW))
}

/// Whether a field called `label` (in lower case) holds the outage's window.
pub(super) fn names_a_window(label: &str) -> bool {
    WINDOW_LABELS.iter().any(|name| label.contains(name))
}

/// What the label of `stamp` says of it.
pub(super) fn time(report: &Report, stamp: &Stamp) -> Option<Reading> {
    let reading = |phase, trust| Reading { phase, trust, rule: TIME, assumed: false };
    if let Some(phase) = phase_of(report, stamp) {
        return Some(match phase {
            Phase::Detected => {
                Reading { rule: DETECTED, assumed: true, ..reading(Phase::Began, Trust::Implied) }
            }
            _ => reading(phase, Trust::Label),
        });
    }
    let is_the_date = stamp.date.is_some()
        && report.label_of(stamp.span).as_deref() == Some("date")
        && !dates_the_page(report, stamp.span);
    is_the_date.then(|| reading(Phase::Began, Trust::Implied))
}

/// `Start: 14:00 UTC`, as a line of its own or within one: `(Start: ..., End: ...)`.
pub(super) fn phase_of(report: &Report, stamp: &Stamp) -> Option<Phase> {
    phase_within(report, stamp).or_else(|| {
        let (name, value) = report.field_of(stamp.span)?;
        let opens = || report.tokens.index_at(value.start) + LEAD >= stamp.tokens.0;
        labels::phase_of(&name).or_else(|| labels::phase_at_opening(&name).filter(|_| opens()))
    })
}

/// Most tokens before the time in a field that begins with it: "about", "at around".
const LEAD: usize = 2;

fn phase_within(report: &Report, stamp: &Stamp) -> Option<Phase> {
    let colon = stamp.tokens.0.checked_sub(1).and_then(|i| report.tokens.get(i));
    colon.filter(|token| token.kind == TokenKind::Mark(':'))?;
    // "Start:", "Start time:" or "Time of resolution:".
    let before = report.sentence(stamp.tokens.0).before(stamp.tokens.0, 4);
    let words: Vec<&str> = before.iter().collect();
    (0..words.len()).find_map(|from| labels::phase_of(&words[from..].join(" ")))
}
