//! How long the outage was: the stated durations, chosen by the words around them.

use super::boundary::{Window, length_minutes};
use super::phrases::{Phrases, phrases};
use super::report::{Report, descending};
use super::section_kind::SectionKind;
use super::window;
use super::words::Words;
use crate::incident::{Basis, Certainty, OutageDuration, RuleId};
use crate::mention::{DurationValue, Mention, Value};
use crate::text::{TokenKind, sorted_by_key};

const LABELLED: RuleId = RuleId::new("duration-labelled");
const SENTENCE: RuleId = RuleId::new("duration-sentence");
const FROM_WINDOW: RuleId = RuleId::new("duration-from-window");

/// Labels whose value is the outage's length.
const LABELS: [&str; 12] = [
    "duration", "outage duration", "incident duration", "downtime", "total downtime", "length",
    "total duration", "impact duration", "duration of outage", "time to resolve", "time to recovery",
    "minutes downtime",
];

/// Words right before a duration that make it the outage's.
const BEFORE: Phrases = phrases(
    "last*|down for|downtime|outage|unavailable for|offline for|inaccessible for|unreachable for|\
     disruption|interruption|unresponsive for|degraded for|outage of|period of|affected for|total of|\
     incident|out for|duration|persisted|experienced",
);

/// Words right after a duration that make it the outage's.
const AFTER: Phrases = phrases(
    "outage|downtime|of downtime|disruption|interruption|incident|long outage|service outage|\
     period of downtime|unavailability|of unavailability|blackout|of total downtime",
);

/// States that make "for 40 minutes" the length of the outage.
const BAD_STATE: Phrases = phrases(
    "unable|unavailable|down|outage|offline|affected|impacted|disrupted|stuck|failed|failing|errors|\
     inaccessible|unreachable|unresponsive|could not|degraded|broken|not available|problems|slow|\
     timed out",
);

/// Words around a duration that make it something else: a setting, a delay, a plan.
const OTHER_BEFORE: Phrases = phrases(
    "timeout*|every|within|per|delay*|latency|ttl|interval|retention|threshold|after|sla|older than|\
     reduc*|average|increase*|took|rolled back|next|past|previous|response time*|cache*|wait*|budget|\
     uptime",
);
const OTHER_AFTER: Phrases = phrases(
    "ago|later|timeout*|delay*|interval*|window|before|after|earlier|old|latency|retention|cycle*|ttl|\
     meeting|per|into|notice|prior|old",
);

/// The stated durations of the outage, the best first, and the length of its window.
pub(super) fn readings(report: &Report, window: &Window) -> Vec<OutageDuration> {
    let stated: Vec<(i32, OutageDuration)> = report
        .mentions
        .list
        .iter()
        .filter_map(|mention| match &mention.value {
            Value::Duration(value) => {
                let (score, rule) = score(report, mention)?;
                Some((score, reading(value, mention, rule)))
            }
            _ => None,
        })
        .collect();
    let mut readings: Vec<OutageDuration> = Vec::new();
    // Of equals, the first in the text stays first.
    for (_, duration) in sorted_by_key(stated, |(score, _)| descending(*score)) {
        if readings.len() < MOST_READINGS && !readings.iter().any(|known| same_length(known, &duration)) {
            readings.push(duration);
        }
    }
    readings.extend(of_window(window));
    readings
}

/// Most stated lengths that are kept: a text with more of them is no report of one outage.
const MOST_READINGS: usize = 40;

fn same_length(a: &OutageDuration, b: &OutageDuration) -> bool {
    (a.minutes, a.low, a.high) == (b.minutes, b.low, b.high)
}

/// How surely a duration is the outage's, and by which rule; `None` where it is something else's.
fn score(report: &Report, mention: &Mention) -> Option<(i32, RuleId)> {
    let kind = report.kind_at(mention.span);
    if kind == SectionKind::Plans {
        return None;
    }
    let label = report.label_of(mention.span);
    if label.is_some_and(|label| LABELS.iter().any(|l| label == *l || label.starts_with(&format!("{l} ")))) {
        return Some((100, LABELLED));
    }
    if mention.rule.as_str() == "duration-clock-form" {
        return None;
    }
    let sentence = report.sentence(mention.tokens.0);
    let points = points(report, &sentence, mention)? + place_points(kind);
    (points > 0).then_some((points, SENTENCE))
}

fn place_points(kind: SectionKind) -> i32 {
    match kind {
        SectionKind::Summary => 10,
        SectionKind::Other => 0,
        SectionKind::Timeline => -15,
        SectionKind::Plans => -100,
    }
}

fn points(report: &Report, sentence: &Words, mention: &Mention) -> Option<i32> {
    let (first, end) = mention.tokens;
    let before = sentence.before(first, 6);
    let after = sentence.after(end, 3);
    // "down for 48 minutes after the advert", but "5 minutes after the alert".
    let is_length = sentence.before(first, 1).has(&const { phrases("for|lasted|lasting") });
    if sentence.before(first, 4).has(&OTHER_BEFORE) || (!is_length && after.begins_with(&OTHER_AFTER)) {
        return None;
    }
    let mut points = -20;
    if before.has(&BEFORE) {
        points += 40;
    }
    if after.has(&AFTER) {
        points += 40;
    }
    if in_brackets_behind_a_time(report, mention) {
        points += 50;
    }
    let for_so_long = sentence.before(first, 3).has(&const { phrases("for|in total|approximately") });
    if points < 0 && for_so_long && sentence.has(&BAD_STATE) {
        points += 30;
    }
    Some(points)
}

/// `10:00 to 16:33 UTC (6 hours and 33 minutes)`.
fn in_brackets_behind_a_time(report: &Report, mention: &Mention) -> bool {
    let first = mention.tokens.0;
    let bracket = first.checked_sub(1).and_then(|i| report.tokens.get(i));
    let ranges = &report.mentions.ranges;
    let after = ranges.partition_point(|range| range.span.end <= mention.span.start);
    let range = after.checked_sub(1).map(|i| &ranges[i]);
    bracket.is_some_and(|t| t.kind == TokenKind::Mark('('))
        && range.is_some_and(|range| report.stamp(range.end).tokens.1 + 1 >= first - 1)
}

fn reading(value: &DurationValue, mention: &Mention, rule: RuleId) -> OutageDuration {
    let (low, high) = (value.low / 60.0, value.high / 60.0);
    let is_range = low < high;
    OutageDuration {
        minutes: (!is_range).then_some(low),
        low: is_range.then_some(low),
        high: is_range.then_some(high),
        approximate: mention.hedge.approximate,
        basis: Basis::Stated,
        certainty: Certainty::Stated,
        rule,
        evidence: vec![mention.span],
    }
}

/// The length of the window, where both of its ends are known to the minute.
pub(super) fn of_window(window: &Window) -> Option<OutageDuration> {
    let (start, end) = (window.start.as_ref()?, window.end.as_ref()?);
    let minutes = length_minutes(start, end).filter(|minutes| *minutes >= 0.0)?;
    let from_entries = [start, end].iter().any(|moment| moment.rule.as_str().contains("entry"));
    Some(OutageDuration {
        minutes: Some(minutes),
        low: None,
        high: None,
        approximate: start.approximate || end.approximate,
        basis: if from_entries { Basis::Timeline } else { Basis::Window },
        certainty: start.certainty.max(end.certainty).max(Certainty::Derived),
        rule: FROM_WINDOW,
        evidence: window::evidence(start, end),
    })
}
