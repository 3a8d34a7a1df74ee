//! When the outage began and ended, chosen by how plainly each place says so.
//!
//! In order of trust: a labelled window, a sentence that gives both ends, labelled single times, a
//! sentence that gives one end, timeline entries whose words name a beginning or a restoration, and
//! last of all the timeline's first entry.

use super::dates::Dates;
use super::report::Report;
use super::section_kind::SectionKind;
use super::timeline::Entry;
use super::zone;
use crate::incident::{Certainty, Moment, PartialTime, Phase, RuleId, minutes_between};
use crate::mention::{Range, Stamp, ZoneValue};
use crate::text::Span;

const LABELLED_WINDOW: RuleId = RuleId::new("window-labelled");
const LABELLED_TIME: RuleId = RuleId::new("time-labelled");
const SENTENCE_WINDOW: RuleId = RuleId::new("window-sentence");
const SENTENCE_START: RuleId = RuleId::new("start-sentence");
const SENTENCE_END: RuleId = RuleId::new("end-sentence");
const DAY: RuleId = RuleId::new("start-day");
const ENTRY_BEGAN: RuleId = RuleId::new("start-entry-began");
const ENTRY_DETECTED: RuleId = RuleId::new("start-entry-detected");
const FIRST_ENTRY: RuleId = RuleId::new("start-first-entry");
const ENTRY_RESOLVED: RuleId = RuleId::new("end-entry-resolved");
const ENTRY_MITIGATED: RuleId = RuleId::new("end-entry-mitigated");

/// How plainly a place gives a boundary; the highest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trust {
    /// Only the day is known.
    Day,
    /// The first entry of a timeline is the start by convention.
    Convention,
    /// An entry that implies it: the first detection, the last mitigation.
    Implied,
    /// A sentence away from the summary.
    Aside,
    /// An entry whose words name it.
    Entry,
    /// A sentence of the summary that names it.
    Sentence,
    /// A sentence with both ends.
    Window,
    /// A label.
    Label,
}

/// A place that gives the outage's start or end.
#[derive(Clone, Debug)]
struct Boundary {
    trust: Trust,
    moment: Moment,
}

/// The start and the end, each where something gives it.
#[derive(Clone, Debug, Default)]
pub(super) struct Window {
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
}

/// Finds the outage's window.
pub(super) fn find(
    report: &Report,
    dates: &Dates,
    main_zone: Option<&ZoneValue>,
    entries: &[Entry],
) -> Window {
    let finder = Finder { report, dates, main_zone };
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    for range in &report.mentions.ranges {
        finder.range(range, entries, &mut starts, &mut ends);
    }
    for stamp in &report.mentions.stamps {
        finder.single(stamp, entries, &mut starts, &mut ends);
    }
    starts.extend(from_entries(entries, &START_PHASES));
    starts.extend(
        entries.first().map(|entry| boundary(entry, Trust::Convention, Certainty::Assumed, FIRST_ENTRY)),
    );
    starts.extend(finder.day());
    ends.extend(from_entries(entries, &END_PHASES));
    choose(starts, ends)
}

struct Finder<'r, 'a> {
    report: &'r Report<'a>,
    dates: &'r Dates,
    main_zone: Option<&'r ZoneValue>,
}

const WINDOW_LABELS: [&str; 12] = [
    "duration", "window", "outage", "downtime", "incident time", "time of incident", "time of the incident",
    "time frame", "timeframe", "impact", "date/time", "period",
];
const START_LABELS: [&str; 12] = [
    "start", "begin", "began", "outage start", "incident start", "impact start", "started", "start time",
    "outage began", "incident began", "from", "fault occurs",
];
const END_LABELS: [&str; 14] = [
    "end", "ended", "outage end", "incident end", "impact end", "end time", "resolved", "resolution time",
    "restored", "service restored", "recovered", "time resolved", "resolved at", "to",
];

/// Words that make a sentence speak of the outage itself.
const AFFECTED: &[&str] = &[
    "outage*", "experienc*", "unavailab*", "affected", "impact*", "down", "downtime", "degrad*", "fail*",
    "error*", "disrupt*", "interrupt*", "incident", "inaccessible", "unreachable", "offline", "unable",
    "could not", "couldn", "elevated", "slow*", "latency", "users", "customers", "not available", "timeout*",
    "lost", "crash*", "unresponsive", "faced", "suffered", "issue*",
];

/// Words that make a sentence speak of something else than the outage.
const UNRELATED: &[&str] = &[
    "maintenance", "scheduled for", "support hours", "office hours", "business hours", "will be",
    "planned for",
];

impl Finder<'_, '_> {
    fn range(&self, range: &Range, entries: &[Entry], starts: &mut Vec<Boundary>, ends: &mut Vec<Boundary>) {
        let (start, end) = (self.report.stamp(range.start), self.report.stamp(range.end));
        if start.time.is_none() || end.time.is_none() || self.in_entry(start, entries) {
            return;
        }
        let Some((trust, rule)) = self.range_trust(range, start) else { return };
        let start_at = self.settle(start);
        let mut end_at = self.settle(end);
        if end.date.is_none() && minutes_between(start_at, end_at).is_some_and(|m| m < 0.0) {
            end_at = end_at.plus_minutes(24 * 60).unwrap_or(end_at);
        }
        starts.push(self.stamped(start, start_at, trust, &rule));
        ends.push(self.stamped(end, end_at, trust, &rule));
    }

    fn range_trust(&self, range: &Range, start: &Stamp) -> Option<(Trust, RuleId)> {
        let kind = self.report.kind_at(range.span);
        let sentence = self.report.sentence(start.tokens.0);
        if kind == SectionKind::Plans || sentence.has(UNRELATED) {
            return None;
        }
        let label = self.report.label_of(range.span);
        if label.is_some_and(|label| WINDOW_LABELS.iter().any(|l| label.contains(l))) {
            return Some((Trust::Label, LABELLED_WINDOW));
        }
        let affected = sentence.has(AFFECTED);
        match kind {
            SectionKind::Summary | SectionKind::Timeline if affected => {
                Some((Trust::Window, SENTENCE_WINDOW))
            }
            SectionKind::Other if affected => Some((Trust::Aside, SENTENCE_WINDOW)),
            SectionKind::Summary => Some((Trust::Sentence, SENTENCE_WINDOW)),
            _ => None,
        }
    }

    fn single(&self, stamp: &Stamp, entries: &[Entry], starts: &mut Vec<Boundary>, ends: &mut Vec<Boundary>) {
        if stamp.time.is_none() || stamp.restates || self.in_entry(stamp, entries) {
            return;
        }
        let kind = self.report.kind_at(stamp.span);
        if kind == SectionKind::Plans {
            return;
        }
        if let Some(is_start) = self.labelled(stamp) {
            let boundary = self.stamped(stamp, self.settle(stamp), Trust::Label, &LABELLED_TIME);
            if is_start {
                starts.push(boundary)
            } else {
                ends.push(boundary)
            }
            return;
        }
        let trust = match kind {
            SectionKind::Summary => Trust::Sentence,
            _ => Trust::Aside,
        };
        if self.says_start(stamp) {
            starts.push(self.stamped(stamp, self.settle(stamp), trust, &SENTENCE_START));
        } else if self.says_end(stamp) {
            ends.push(self.stamped(stamp, self.settle(stamp), trust, &SENTENCE_END));
        }
    }

    /// `Start: 14:00 UTC`, as a line of its own or within one: `(Start: ..., End: ...)`.
    fn labelled(&self, stamp: &Stamp) -> Option<bool> {
        let before = self.report.sentence(stamp.tokens.0).before(stamp.tokens.0, 4);
        let colon = stamp.tokens.0.checked_sub(1).and_then(|i| self.report.tokens.get(i));
        let has_colon = colon.is_some_and(|t| t.kind == crate::text::TokenKind::Mark(':'));
        if has_colon {
            let word = before.iter().last().unwrap_or("");
            match word {
                "start" | "started" | "begin" | "began" | "beginning" | "from" => return Some(true),
                "end" | "ended" | "resolved" | "restored" | "finish" | "finished" => return Some(false),
                _ => {}
            }
        }
        let label = self.report.label_of(stamp.span)?;
        let is = |labels: &[&str]| labels.iter().any(|l| label == *l || label.starts_with(&format!("{l} ")));
        match (is(&START_LABELS), is(&END_LABELS)) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// `At 10 am, we experienced an outage`, `the outage began at 14:05`.
    fn says_start(&self, stamp: &Stamp) -> bool {
        let sentence = self.report.sentence(stamp.tokens.0);
        let before = sentence.before(stamp.tokens.0, 7);
        let after = sentence.after(stamp.tokens.1, 16);
        let began = before.has(&[
            "began", "begin", "begins", "started", "starting", "beginning", "occurred", "commenced",
            "originated", "since", "happened", "went down", "took place",
        ]);
        let opens = sentence.begins_with(&["at", "on", "around", "starting", "beginning", "approximately"])
            && stamp.tokens.0 <= sentence.start() + 8;
        let then = after.has(&[
            "experienced", "outage", "went down", "became unavailable", "began", "started", "suffered",
            "faced", "stopped", "encountered", "unavailable", "crashed", "became", "incident occurred",
            "were unable",
        ]);
        (began && !sentence.has(UNRELATED))
            || (opens && then && !after.has(&["restored", "resolved", "recovered"]))
    }

    /// `service was restored at 16:00`, `until 14:20`.
    fn says_end(&self, stamp: &Stamp) -> bool {
        let sentence = self.report.sentence(stamp.tokens.0);
        let before = sentence.before(stamp.tokens.0, 8);
        before.has(&[
            "restored", "resolved", "recovered", "ended", "until", "back online", "back to normal",
            "lasted until", "resolution at", "fully operational",
        ]) && !before.has(&["not", "unable", "attempt*"])
    }

    /// The incident's day, in a report without any clock time.
    fn day(&self) -> Option<Boundary> {
        let base = self.dates.base?;
        if self.report.mentions.stamps.iter().any(|stamp| stamp.time.is_some()) {
            return None;
        }
        let span = base.span?;
        let at = PartialTime { date: Some(base.date), time: None };
        let moment = Moment {
            at,
            offset_minutes: None,
            certainty: Certainty::Stated,
            rule: DAY,
            approximate: false,
            evidence: vec![span],
        };
        Some(Boundary { trust: Trust::Day, moment })
    }

    /// Whether the stamp is the time of a timeline entry, whose meaning is its phase.
    fn in_entry(&self, stamp: &Stamp, entries: &[Entry]) -> bool {
        let Some(block) = self.report.block_index_at(stamp.span.start) else { return false };
        let entry = entries.binary_search_by_key(&block, |entry| entry.block);
        entry.is_ok_and(|at| !entries[at].description_holds(stamp.span))
    }

    /// The stamp's moment, its date taken from the incident's where it has none.
    fn settle(&self, stamp: &Stamp) -> PartialTime {
        let own = stamp.date.as_ref().and_then(|date| self.dates.settle(date));
        let date = own.or_else(|| self.dates.base.map(|base| base.date));
        PartialTime { date, time: stamp.time.map(|t| t.time) }
    }

    fn stamped(&self, stamp: &Stamp, at: PartialTime, trust: Trust, rule: &RuleId) -> Boundary {
        let zone = stamp.zone.as_ref().or(self.main_zone);
        let certainty =
            if stamp.date.is_some() || at.date.is_none() { Certainty::Stated } else { Certainty::Derived };
        let mut evidence = vec![stamp.span];
        if stamp.date.is_none() {
            evidence.extend(self.dates.base.and_then(|base| base.span));
        }
        Boundary {
            trust,
            moment: Moment {
                at,
                offset_minutes: zone.and_then(|zone| zone::offset(zone, at.date)),
                certainty,
                rule: rule.clone(),
                approximate: stamp.hedge.approximate,
                evidence,
            },
        }
    }
}

/// A phase, how far an entry of it is trusted, and the rule it comes by.
type PhaseRule = (Phase, Trust, Certainty, RuleId);

const START_PHASES: [PhaseRule; 2] = [
    (Phase::Began, Trust::Entry, Certainty::Stated, ENTRY_BEGAN),
    (Phase::Detected, Trust::Implied, Certainty::Assumed, ENTRY_DETECTED),
];
const END_PHASES: [PhaseRule; 2] = [
    (Phase::Resolved, Trust::Entry, Certainty::Stated, ENTRY_RESOLVED),
    (Phase::Mitigated, Trust::Implied, Certainty::Assumed, ENTRY_MITIGATED),
];

/// For a start the first entry of each phase, for an end the last.
fn from_entries(entries: &[Entry], phases: &[PhaseRule]) -> Vec<Boundary> {
    phases
        .iter()
        .filter_map(|(phase, trust, certainty, rule)| {
            let mut of_phase = entries.iter().filter(|entry| entry.phase == *phase);
            let is_end = matches!(phase, Phase::Resolved | Phase::Mitigated);
            let entry = if is_end { of_phase.next_back() } else { of_phase.next() }?;
            Some(boundary(entry, *trust, *certainty, rule.clone()))
        })
        .collect()
}

fn boundary(entry: &Entry, trust: Trust, certainty: Certainty, rule: RuleId) -> Boundary {
    Boundary { trust, moment: moment(entry, certainty, rule) }
}

/// The moment of a timeline entry. A date that the entry does not give itself was worked out.
pub(super) fn moment(entry: &Entry, certainty: Certainty, rule: RuleId) -> Moment {
    let worked_out = !entry.has_own_date() && entry.at.date.is_some();
    Moment {
        at: entry.at,
        offset_minutes: entry.offset_minutes(),
        certainty: if worked_out { certainty.max(Certainty::Derived) } else { certainty },
        rule,
        approximate: entry.stamp.hedge.approximate,
        evidence: entry.evidence(),
    }
}

/// The most trusted start, and the most trusted end that does not come before it.
fn choose(starts: Vec<Boundary>, ends: Vec<Boundary>) -> Window {
    let start = most_trusted(starts, |_| true);
    let fits = |end: &Boundary| match &start {
        Some(start) => follows(&start.moment, &end.moment),
        None => true,
    };
    let end = most_trusted(ends, fits);
    Window { start: start.map(|b| b.moment), end: end.map(|b| b.moment) }
}

fn follows(start: &Moment, end: &Moment) -> bool {
    minutes_between(start.at, end.at).is_none_or(|minutes| minutes >= 0.0)
}

/// The first of the most trusted boundaries.
fn most_trusted(boundaries: Vec<Boundary>, fits: impl Fn(&Boundary) -> bool) -> Option<Boundary> {
    let mut best: Option<Boundary> = None;
    for boundary in boundaries.into_iter().filter(|b| fits(b)) {
        if best.as_ref().is_none_or(|best| boundary.trust > best.trust) {
            best = Some(boundary);
        }
    }
    best
}

/// Words of both ends of a window, for a duration that is worked out from them.
pub(super) fn evidence(start: &Moment, end: &Moment) -> Vec<Span> {
    start.evidence.iter().chain(&end.evidence).copied().collect()
}
