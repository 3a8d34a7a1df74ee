//! When the outage began and ended, chosen by how plainly each place says so.
//!
//! In order of trust: a labelled window, a sentence that gives both ends, labelled single times, a
//! sentence that gives one end, timeline entries whose words name a beginning or a restoration, and
//! last of all the timeline's first entry.

use super::boundary::{Boundary, Trust, Window, choose};
use super::dates::Dates;
use super::labels;
use super::phase;
use super::phrases::{Phrases, phrases};
use super::report::Report;
use super::section_kind::SectionKind;
use super::sentence;
use super::timeline::Entry;
use super::zone;
use crate::incident::{Certainty, Moment, PartialTime, Phase, RuleId, minutes_between};
use crate::mention::{Range, Stamp, ZoneValue};
use crate::text::{Span, TokenKind};

const LABELLED_WINDOW: RuleId = RuleId::new("window-labelled");
const LABELLED_TIME: RuleId = RuleId::new("time-labelled");
const SENTENCE_WINDOW: RuleId = RuleId::new("window-sentence");
const SENTENCE_START: RuleId = RuleId::new("start-sentence");
const SENTENCE_DETECTED: RuleId = RuleId::new("start-sentence-detected");
const SENTENCE_END: RuleId = RuleId::new("end-sentence");
const DAY: RuleId = RuleId::new("start-day");
const ENTRY_BEGAN: RuleId = RuleId::new("start-entry-began");
const ENTRY_DETECTED: RuleId = RuleId::new("start-entry-detected");
const FIRST_ENTRY: RuleId = RuleId::new("start-first-entry");
const ENTRY_RESOLVED: RuleId = RuleId::new("end-entry-resolved");
const ENTRY_CLOSED: RuleId = RuleId::new("end-entry-closed");
const ENTRY_MITIGATED: RuleId = RuleId::new("end-entry-mitigated");

/// Looks for the places that give the incident's moments.
pub(super) struct Finder<'r, 'a> {
    pub(super) report: &'r Report<'a>,
    pub(super) dates: &'r Dates,
    pub(super) main_zone: Option<&'r ZoneValue>,
}

const WINDOW_LABELS: [&str; 12] = [
    "duration", "window", "outage", "downtime", "incident time", "time of incident", "time of the incident",
    "time frame", "timeframe", "impact", "date/time", "period",
];
/// Words that make a sentence speak of the outage itself.
const AFFECTED: Phrases = phrases(
    "outage*|experienc*|returned|503|500|502|504|5xx|unavailab*|affected|impact*|down|downtime|degrad*|\
     fail*|error*|disrupt*|interrupt*|incident|inaccessible|unreachable|offline|unable|could not|\
     couldn|elevated|slow*|latency|users|customers|not available|timeout*|lost|crash*|unresponsive|\
     faced|suffered|issue*",
);

impl Finder<'_, '_> {
    /// The outage's start and end.
    pub(super) fn window(&self, entries: &[Entry]) -> Window {
        let (mut starts, mut ends) = (Vec::new(), Vec::new());
        for range in &self.report.mentions.ranges {
            self.range(range, entries, &mut starts, &mut ends);
        }
        for stamp in &self.report.mentions.stamps {
            self.single(stamp, entries, &mut starts, &mut ends);
        }
        starts.extend(start_entries(self.report, entries));
        starts.extend(self.day());
        ends.extend(end_entries(self.report, entries));
        choose(&starts, &ends)
    }

    /// The first moment that the text labels with `phase`: `Detected: 14:09 UTC`.
    pub(super) fn first_labelled(&self, phase: Phase) -> Option<Moment> {
        let wanted = |stamp: &Stamp| {
            self.report.kind_at(stamp.span) != SectionKind::Plans && self.labelled(stamp) == Some(phase)
        };
        self.first(wanted, Trust::Label, &LABELLED_TIME)
    }

    /// The first moment at which a sentence says that the problem was noticed.
    pub(super) fn told_detection(&self) -> Option<Moment> {
        let wanted = |stamp: &Stamp| {
            self.report.kind_at(stamp.span) == SectionKind::Summary
                && sentence::phase_of(self.report, stamp) == Some(Phase::Detected)
        };
        self.first(wanted, Trust::Sentence, &SENTENCE_DETECTED)
    }

    fn first(&self, wanted: impl Fn(&Stamp) -> bool, trust: Trust, rule: &RuleId) -> Option<Moment> {
        let timed = |stamp: &&Stamp| stamp.time.is_some() && !stamp.restates && wanted(stamp);
        let stamp = self.report.mentions.stamps.iter().find(timed)?;
        Some(self.stamped(stamp, self.settle(stamp), trust, rule).moment)
    }

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
        if kind == SectionKind::Plans || sentence.has(&sentence::UNRELATED) {
            return None;
        }
        let label = self.report.label_of(range.span);
        if label.is_some_and(|label| WINDOW_LABELS.iter().any(|l| label.contains(l))) {
            return Some((Trust::Label, LABELLED_WINDOW));
        }
        let affected = sentence.has(&AFFECTED);
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
        if let Some(phase) = self.labelled(stamp) {
            let boundary = self.stamped(stamp, self.settle(stamp), Trust::Label, &LABELLED_TIME);
            match phase {
                Phase::Began => starts.push(boundary),
                Phase::Resolved => ends.push(boundary),
                _ => {}
            }
            return;
        }
        if stamp.date.is_some() && self.report.label_of(stamp.span).as_deref() == Some("date") {
            starts.push(self.stamped(stamp, self.settle(stamp), Trust::Implied, &LABELLED_TIME));
            return;
        }
        let trust = match kind {
            SectionKind::Summary => Trust::Sentence,
            _ => Trust::Aside,
        };
        let boundary = |trust, rule| self.stamped(stamp, self.settle(stamp), trust, rule);
        match sentence::phase_of(self.report, stamp) {
            Some(Phase::Began) => starts.push(boundary(trust, &SENTENCE_START)),
            Some(Phase::Detected) => starts.push(boundary(Trust::Implied, &SENTENCE_DETECTED).assumed()),
            Some(Phase::Resolved) => ends.push(boundary(trust, &SENTENCE_END)),
            _ => {}
        }
    }

    /// `Start: 14:00 UTC`, as a line of its own or within one: `(Start: ..., End: ...)`.
    fn labelled(&self, stamp: &Stamp) -> Option<Phase> {
        let label = self.report.label_of(stamp.span);
        label.as_deref().and_then(labels::phase_of).or_else(|| self.labelled_within(stamp))
    }

    fn labelled_within(&self, stamp: &Stamp) -> Option<Phase> {
        let colon = stamp.tokens.0.checked_sub(1).and_then(|i| self.report.tokens.get(i));
        colon.filter(|token| token.kind == TokenKind::Mark(':'))?;
        let before = self.report.sentence(stamp.tokens.0).before(stamp.tokens.0, 3);
        labels::phase_of(before.iter().last()?)
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

/// What the timeline says of the start: a marker, an entry that names it, the first detection, or by
/// convention the first entry.
fn start_entries(report: &Report, entries: &[Entry]) -> Vec<Boundary> {
    let timed = || entries.iter().filter(|entry| entry.at.time.is_some());
    let earliest = |wanted: &dyn Fn(&&Entry) -> bool| {
        timed().filter(|entry| wanted(entry)).reduce(|a, b| if b.at < a.at { b } else { a })
    };
    let first = |phase| earliest(&|entry| entry.phase == phase);
    let marked = timed().find(|entry| phase::marks_beginning(&entry.words(report)));
    let found = [
        marked.map(|entry| boundary(entry, Trust::Marker, Certainty::Stated, ENTRY_BEGAN)),
        first(Phase::Began).map(|entry| boundary(entry, Trust::Entry, Certainty::Stated, ENTRY_BEGAN)),
        first(Phase::Detected)
            .map(|entry| boundary(entry, Trust::Implied, Certainty::Assumed, ENTRY_DETECTED)),
        earliest(&|_| true).map(|entry| boundary(entry, Trust::Convention, Certainty::Assumed, FIRST_ENTRY)),
    ];
    found.into_iter().flatten().collect()
}

/// What the timeline says of the end: a marker, the last entry that names a restoration, one that
/// closes the work, or the last mitigation.
fn end_entries(report: &Report, entries: &[Entry]) -> Vec<Boundary> {
    let timed = || entries.iter().filter(|entry| entry.at.time.is_some());
    let latest = |wanted: &dyn Fn(&Entry) -> bool| {
        timed().filter(|entry| wanted(entry)).reduce(|a, b| if b.at < a.at { a } else { b })
    };
    let resolved = |entry: &Entry| entry.phase == Phase::Resolved;
    let closes = |entry: &Entry| phase::closes_the_work(&entry.words(report));
    let found = [
        latest(&|entry| phase::marks_end(&entry.words(report)))
            .map(|entry| boundary(entry, Trust::Marker, Certainty::Stated, ENTRY_RESOLVED)),
        latest(&|entry| resolved(entry) && !closes(entry))
            .map(|entry| boundary(entry, Trust::Entry, Certainty::Stated, ENTRY_RESOLVED)),
        latest(&resolved).map(|entry| boundary(entry, Trust::Implied, Certainty::Assumed, ENTRY_CLOSED)),
        latest(&|entry| entry.phase == Phase::Mitigated)
            .map(|entry| boundary(entry, Trust::Convention, Certainty::Assumed, ENTRY_MITIGATED)),
    ];
    found.into_iter().flatten().collect()
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

impl Boundary {
    /// The same boundary, as a convention gives it.
    fn assumed(mut self) -> Self {
        self.moment.certainty = Certainty::Assumed;
        self
    }
}

/// Words of both ends of a window, for a duration that is worked out from them.
pub(super) fn evidence(start: &Moment, end: &Moment) -> Vec<Span> {
    start.evidence.iter().chain(&end.evidence).copied().collect()
}
