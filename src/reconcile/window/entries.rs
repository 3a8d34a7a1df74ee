//! What the timeline's entries say of the start and the end.

use crate::incident::{Certainty, Moment, PartialDate, Phase, RuleId};
use crate::reconcile::boundary::{Boundary, Found, Trust};
use crate::reconcile::changes;
use crate::reconcile::dates::Dates;
use crate::reconcile::incident_day::Place;
use crate::reconcile::phase;
use crate::reconcile::plain_words;
use crate::reconcile::report::Report;
use crate::reconcile::timeline::{self, Entry};

/// The timeline entry that says that the outage began: "10:00 Requests start to fail".
const BEGAN: RuleId = RuleId::new("start-entry-began");
/// The first timeline entry that tells of something failing, where none before it says that it was noticed.
const FAILING: RuleId = RuleId::new("start-entry-failing");
/// The timeline entry of the first detection, where none says when the outage began.
const DETECTED: RuleId = RuleId::new("start-entry-detected");
/// The first timeline entry that tells of trouble or of work on it, where the entries before it tell of a change.
const AFTER_CHANGE: RuleId = RuleId::new("start-after-change");
/// The first timeline entry, where nothing else gives the start.
const FIRST: RuleId = RuleId::new("start-first-entry");
/// The timeline entry that says that service was restored: "10:40 All requests succeed again".
const RESOLVED: RuleId = RuleId::new("end-entry-resolved");
/// The entry of a list of key events that is called "Repaired" and nothing else: from then on service worked again,
/// while "Resolved" closes the work.
const REPAIRED: RuleId = RuleId::new("end-entry-repaired");
/// The first time in running text at which something is told to fail, where nothing names the beginning: "the first
/// runner keeled over at 03:12".
const TOLD_FAILING: RuleId = RuleId::new("start-told-failing");
/// The first time in running text at which somebody is told to notice, where nothing says when it began.
const TOLD_NOTICED: RuleId = RuleId::new("start-told-noticed");
/// The last time in running text at which all is told to be well, where nothing names the end: "by 11:20 everything
/// was humming again".
const TOLD_WELL: RuleId = RuleId::new("end-told-well");
/// The last timeline entry that tells that all is well, where none says when service was restored.
const WELL: RuleId = RuleId::new("end-entry-well");
/// The timeline entry that closes the incident, where none says when service was restored.
const CLOSED: RuleId = RuleId::new("end-entry-closed");
/// The timeline entry of the last mitigation, where none says when service was restored.
const MITIGATED: RuleId = RuleId::new("end-entry-mitigated");

/// Adds the moment of `entry`, if there is one.
fn add(to: &mut Vec<Boundary>, entry: Option<&Entry>, trust: Trust, certainty: Certainty, rule: RuleId) {
    if let Some(entry) = entry {
        to.push(Boundary { trust, moment: moment(entry, certainty, rule) });
    }
}

/// The start: a marker, an entry that names it, the first detection, or by convention the first entry.
pub(super) fn starts(report: &Report, dates: &Dates, entries: &[Entry], starts: &mut Vec<Boundary>) {
    let day = day_of_most(dates, entries);
    let earliest = |wanted: &dyn Fn(&Entry) -> bool| {
        timeline::earliest(entries, &|entry| !is_history(day, entry) && wanted(entry))
    };
    let marked = entries.iter().find(|entry| {
        entry.at.time.is_some() && !is_history(day, entry) && phase::marks_beginning(&entry.words(report))
    });
    add(starts, marked, Trust::Marker, Certainty::Stated, BEGAN);
    let began = earliest(&|entry| entry.phase == Phase::Began && !entry.inferred);
    if let Some(entry) = began {
        add(starts, began, began_trust(entry, entries, day), began_certainty(entry, entries), BEGAN);
    }
    let failing = earliest(&|entry| entry.phase == Phase::Began && entry.inferred);
    add(starts, failing, Trust::Plain, Certainty::Assumed, FAILING);
    let detected = earliest(&|entry| entry.phase == Phase::Detected);
    add(starts, detected, Trust::Implied, Certainty::Assumed, DETECTED);
    let trouble = first_of_trouble(report, &earliest);
    add(starts, trouble, Trust::Convention, Certainty::Assumed, AFTER_CHANGE);
    add(starts, earliest(&|_| true), Trust::Convention, Certainty::Assumed, FIRST);
}

/// The first of the entries that are chosen by a test of them.
type Earliest<'e, 'f> = &'f dyn Fn(&dyn Fn(&Entry) -> bool) -> Option<&'e Entry>;

/// The first entry of the work or of trouble, where the timeline begins with a change and trouble follows: a cause is
/// no outage.
fn first_of_trouble<'e>(report: &Report, earliest: Earliest<'e, '_>) -> Option<&'e Entry> {
    let is_change = |entry: &Entry| {
        let words = entry.words(report);
        changes::are_told(&words) && !plain_words::tell_of_failure(&words)
    };
    earliest(&|_| true).filter(|first| first.phase == Phase::Other && is_change(first))?;
    let fails = |entry: &Entry| {
        !matches!(entry.phase, Phase::Mitigated | Phase::Resolved)
            && plain_words::tell_of_failure(&entry.words(report))
    };
    earliest(&fails)?;
    let at_work =
        |entry: &Entry| matches!(entry.phase, Phase::Acknowledged | Phase::Escalated | Phase::Identified);
    earliest(&|entry| at_work(entry) || fails(entry))
}

/// The day of the incident, where the report's title names it and most of the timeline is of then: entries from
/// days before tell what led up to it.
pub(in crate::reconcile) fn day_of_most(dates: &Dates, entries: &[Entry]) -> Option<PartialDate> {
    let named = dates.base.filter(|base| matches!(base.place, Place::Named | Place::Title))?.date;
    let before = entries.iter().filter(|entry| is_history(Some(named), entry)).count();
    (before * 2 < entries.len()).then_some(named)
}

/// Whether an entry lies days before `day`.
pub(in crate::reconcile) fn is_history(day: Option<PartialDate>, entry: &Entry) -> bool {
    day.and_then(|day| entry.at.date?.days_until(day)).is_some_and(|days| days > MOST_DAYS)
}

/// Days before that day on which the outage may have begun all the same, unnoticed.
const MOST_DAYS: i64 = 3;

/// Nothing is noticed before it begins: an entry behind one that tells of the notice tells of another beginning.
fn began_trust(began: &Entry, entries: &[Entry], day: Option<PartialDate>) -> Trust {
    let noticed = |entry: &Entry| {
        let tells = entry.phase == Phase::Detected || entry.phase == Phase::Began && entry.inferred;
        tells && entry.at < began.at && !is_history(day, entry)
    };
    if entries.iter().any(noticed) { Trust::Convention } else { Trust::Entry }
}

/// An outage that others noticed before it began is not the one whose beginning the entry tells.
fn began_certainty(began: &Entry, entries: &[Entry]) -> Certainty {
    let noticed = |entry: &Entry| !matches!(entry.phase, Phase::Began | Phase::Other) && entry.at < began.at;
    if entries.iter().any(noticed) { Certainty::Assumed } else { Certainty::Stated }
}

/// The end: a marker, the last entry that names a restoration, one that closes the work, or the last
/// mitigation.
pub(super) fn ends(report: &Report, entries: &[Entry], ends: &mut Vec<Boundary>) {
    let latest = |wanted: &dyn Fn(&Entry) -> bool| timeline::latest(entries, wanted);
    let resolved = |entry: &Entry| entry.phase == Phase::Resolved && !entry.inferred;
    let closes = |entry: &Entry| phase::closes_the_work(&entry.words(report));
    let marked = latest(&|entry| phase::marks_end(&entry.words(report)));
    add(ends, marked, Trust::Marker, Certainty::Stated, RESOLVED);
    let named = latest(&|entry| resolved(entry) && !closes(entry));
    add(ends, named, Trust::Entry, Certainty::Stated, RESOLVED);
    let well = latest(&|entry| entry.phase == Phase::Resolved && entry.inferred);
    add(ends, well, Trust::Plain, Certainty::Assumed, WELL);
    add(ends, latest(&resolved), Trust::Implied, Certainty::Assumed, CLOSED);
    let mitigated = latest(&|entry| entry.phase == Phase::Mitigated);
    add(ends, mitigated, Trust::Convention, Certainty::Assumed, MITIGATED);
}

/// The start and the end that the times in running text imply by what is told around them.
pub(super) fn told(story: &[Entry], found: &mut Found) {
    let earliest = |phase: Phase| timeline::earliest(story, &|told| told.phase == phase);
    // What is noticed, or goes in, before something fails was the beginning.
    let follows = |failing: &&Entry| {
        let comes_before = |start: &Boundary| start.trust == Trust::Implied && start.moment.at <= failing.at;
        !found.starts.iter().any(comes_before)
    };
    let failing = earliest(Phase::Began).filter(follows);
    add(&mut found.starts, failing, Trust::Plain, Certainty::Assumed, TOLD_FAILING);
    // What came before the notice may have been the beginning, where nobody can tell what it means.
    let is_first =
        |noticed: &&Entry| !story.iter().any(|told| told.at < noticed.at && told.phase == Phase::Other);
    let noticed = earliest(Phase::Detected).filter(is_first);
    add(&mut found.starts, noticed, Trust::Implied, Certainty::Assumed, TOLD_NOTICED);
    let last = timeline::latest(story, &|told| told.phase == Phase::Resolved);
    add(&mut found.ends, last, Trust::Plain, Certainty::Assumed, TOLD_WELL);
}

/// The end that a list of key events gives by its own word for it.
pub(super) fn repair(report: &Report, entries: &[Entry], ends: &mut Vec<Boundary>) {
    let mut repaired =
        entries.iter().filter(|entry| entry.at.time.is_some() && entry.words(report).iter().eq(["repaired"]));
    add(ends, repaired.next_back(), Trust::Label, Certainty::Stated, REPAIRED);
}

/// The moment of a timeline entry. A date that the entry does not give itself was worked out.
pub(in crate::reconcile) fn moment(entry: &Entry, certainty: Certainty, rule: RuleId) -> Moment {
    let worked_out = entry.half_worked_out || !entry.has_own_date() && entry.at.date.is_some();
    Moment {
        at: entry.at,
        offset_minutes: entry.offset_minutes(),
        certainty: if worked_out { certainty.max(Certainty::Derived) } else { certainty },
        rule,
        approximate: entry.stamp.hedge.approximate,
        evidence: entry.evidence(),
    }
}
