//! When the outage began and ended, chosen by how plainly each place says so.
//!
//! One file a source of evidence, in order of trust: labelled windows and times (`labelled`), sentences
//! (`sentence`), the timeline's entries (`entries`), and where there is no clock time at all, the
//! incident's day (`day`). Each source says how far to trust what it found; [`super::boundary`] chooses.

pub(super) mod by_length;
mod day;
mod day_of_time;
mod entries;
mod labelled;
pub(super) mod labels;
pub(super) mod one_zone;
mod sentence;
mod sentence_phase;
mod sentence_words;

pub(super) use entries::{day_of_most, is_history, moment};
pub(super) use labels::phase_of as phase_of_label;
pub(super) use sentence_phase::of as phase_in_sentence;

use super::boundary::{Boundary, Found, Trust};
use super::dates::Dates;
use super::incident_day::{dates_the_page, is_in_code};
use super::phrases::{Phrases, phrases};
use super::report::{MOST_WEIGHED, Report};
use super::section_kind::SectionKind;
use super::spells::Candidate;
use super::timeline::{self, Entry};
use super::updates::{self, Series};
use super::zone;
use crate::incident::{Certainty, Moment, PartialTime, Phase, RuleId, minutes_between};
use crate::mention::{Range, Stamp, Stretch, ZoneValue};
use crate::text::{Gather, Span};

/// The end that a start and a length give: "for 8 minutes starting at 04:30".
const LENGTH: RuleId = RuleId::new("end-by-length");

/// Words behind a time that put it on the day after.
const NEXT_DAY: Phrases =
    phrases("next day|next morning|following day|following morning|day after|morning after");

/// Looks for the places that give the incident's moments.
pub(super) struct Finder<'r, 'a> {
    pub(super) report: &'r Report<'a>,
    pub(super) dates: &'r Dates,
    pub(super) main_zone: Option<&'r ZoneValue>,
    pub(super) series: &'r Series<'r>,
}

/// What a place says of a time in it.
struct Reading {
    phase: Phase,
    trust: Trust,
    rule: RuleId,
    /// Whether only a convention makes it the start or the end.
    assumed: bool,
}

impl Finder<'_, '_> {
    /// Every place that gives the outage's start or end.
    pub(super) fn found(&self, entries: &[Entry], story: &[Entry]) -> Found {
        let mut found = Found::default();
        for range in self.ranges(entries) {
            self.add_window(&mut found, range.start, range.span, &|trust, rule| {
                Some(self.ends_of(range, trust, rule))
            });
        }
        for stretch in self.stretches(entries) {
            self.add_window(&mut found, stretch.start, stretch.span, &|trust, rule| {
                self.ends_of_stretch(stretch, trust, rule)
            });
        }
        // Before what is only called "Resolved", which is as plain.
        entries::repair(self.report, entries, &mut found.ends);
        let mut opened = None;
        for stamp in self.singles(entries) {
            let reading = labelled::time(self.report, stamp)
                .or_else(|| sentence::time(self.report, stamp))
                .or_else(|| as_of_an_update(self.report, stamp));
            if let Some(reading) = reading {
                self.add(&mut found, stamp, &reading);
                if let Some(pair) = self.labelled_pair(&mut opened, stamp, &reading) {
                    found.candidates.push(pair);
                }
            }
        }
        entries::starts(self.report, self.dates, entries, &mut found.starts);
        entries::ends(self.report, entries, &mut found.ends);
        entries::told(story, &mut found);
        day::add(self.report, self.dates, &mut found);
        found
    }

    /// The first moment that the text labels with `phase`: `Detected: 14:09 UTC`.
    pub(super) fn first_labelled(&self, phase: Phase) -> Option<Moment> {
        let wanted = |stamp: &Stamp| {
            self.report.kind_at(stamp.span) != SectionKind::Plans
                && labelled::phase_of(self.report, stamp) == Some(phase)
        };
        self.first(&wanted, Trust::Label, labelled::TIME)
    }

    /// The first moment at which a sentence says that the problem was noticed.
    pub(super) fn told_detection(&self) -> Option<Moment> {
        let wanted = |stamp: &Stamp| {
            !matches!(self.report.kind_at(stamp.span), SectionKind::Timeline | SectionKind::Plans)
                && sentence_phase::of(self.report, stamp) == Some(Phase::Detected)
        };
        self.first(&wanted, Trust::Sentence, sentence::DETECTED)
    }

    fn first(&self, wanted: &dyn Fn(&Stamp) -> bool, trust: Trust, rule: RuleId) -> Option<Moment> {
        let timed = |stamp: &&Stamp| stamp.time.is_some() && !stamp.restates && wanted(stamp);
        let stamp = self.report.mentions.stamps.iter().take(MOST_WEIGHED).find(timed)?;
        Some(self.stamped(stamp, self.settle(stamp), trust, rule).moment)
    }

    /// The ranges of clock times that are no timeline entry's and no plan's.
    fn ranges(&self, entries: &[Entry]) -> impl Iterator<Item = &Range> {
        self.report.mentions.ranges.iter().take(MOST_WEIGHED).filter(|range| {
            let (start, end) = (self.report.stamp(range.start), self.report.stamp(range.end));
            let timed = start.time.is_some() && end.time.is_some();
            timed && !self.in_entry(start, entries) && !self.is_plan(range.span)
        })
    }

    /// The clock times with a length that are no timeline entry's and no plan's.
    fn stretches(&self, entries: &[Entry]) -> impl Iterator<Item = &Stretch> {
        self.report.mentions.stretches.iter().take(MOST_WEIGHED).filter(|stretch| {
            let start = self.report.stamp(stretch.start);
            start.time.is_some() && !self.is_plan(stretch.span) && !self.in_entry(start, entries)
        })
    }

    /// Adds both ends of what stands in `span` and begins with a stamp, where that is the outage's.
    fn add_window(
        &self,
        found: &mut Found,
        start: usize,
        span: Span,
        ends: &dyn Fn(Trust, RuleId) -> Option<(Boundary, Boundary)>,
    ) {
        let stamp = self.report.stamp(start);
        let reading =
            labelled::window(self.report, stamp, span).or_else(|| sentence::window(self.report, stamp, span));
        let Some((trust, rule)) = reading else { return };
        let Some((start, end)) = ends(trust, rule) else { return };
        found.candidates.push(Candidate::new(span, stamp.date.is_some(), &start, &end));
        found.starts.push(start);
        found.ends.push(end);
    }

    /// The start and, by the length of what began then, the end.
    fn ends_of_stretch(&self, stretch: &Stretch, trust: Trust, rule: RuleId) -> Option<(Boundary, Boundary)> {
        let stamp = self.report.stamp(stretch.start);
        let start = self.stamped(stamp, self.settle(stamp), trust, rule);
        let mut end = self.stamped(stamp, start.moment.at.plus_minutes(stretch.minutes)?, trust, LENGTH);
        end.moment.certainty = end.moment.certainty.max(Certainty::Derived);
        end.moment.evidence.insert(0, stretch.span);
        Some((start, end))
    }

    /// The clock times that are no timeline entry's and no plan's.
    fn singles(&self, entries: &[Entry]) -> impl Iterator<Item = &Stamp> {
        let pages = dates_of_the_page(self.report);
        self.report.mentions.stamps.iter().take(MOST_WEIGHED).filter(move |stamp| {
            stamp.time.is_some()
                && !stamp.restates
                && !self.in_entry(stamp, entries)
                && self.can_be_placed(stamp)
                && !self.is_plan(stamp.span)
                && !dates_a_mail(self.report, stamp)
                && !self.is_another_log(stamp)
                && !is_of_the_page(self.report, &pages, stamp)
        })
    }

    /// Whether `span` stands where something planned is told.
    fn is_plan(&self, span: Span) -> bool {
        self.report.kind_at(span) == SectionKind::Plans || labelled::is_planned(self.report, span)
    }

    /// Whether the stamp stands in a log of another day than the incident's.
    fn is_another_log(&self, stamp: &Stamp) -> bool {
        let own = self.dates.day_of(stamp);
        let away = || own.zip(self.dates.base).and_then(|(own, base)| own.days_until(base.date));
        is_in_code(self.report, stamp) && away().is_some_and(|days| days.abs() > 1)
    }

    /// Whether the stamp can be compared with the report's other times: one in another zone cannot,
    /// where nobody knows how far their own is from UTC.
    fn can_be_placed(&self, stamp: &Stamp) -> bool {
        let date = self.settle(stamp).date;
        stamp.zone.as_ref().zip(self.main_zone).is_none_or(|(own, main)| {
            own.name == main.name || own.minutes_on(date).is_none() || main.minutes_on(date).is_some()
        })
    }

    fn ends_of(&self, range: &Range, trust: Trust, rule: RuleId) -> (Boundary, Boundary) {
        let (start, end) = (self.report.stamp(range.start), self.report.stamp(range.end));
        let start_at = self.settle(start);
        let mut end_at = self.settle(end);
        let behind = self.report.sentence(end.tokens.0).after(end.tokens.1, 4);
        let says_next_day = start_at.date == end_at.date && behind.has(&NEXT_DAY);
        let turns_back = end.date.is_none() && minutes_between(start_at, end_at).is_some_and(|m| m < 0.0);
        if turns_back || says_next_day {
            end_at = end_at.plus_minutes(24 * 60).unwrap_or(end_at);
        }
        (self.stamped(start, start_at, trust, rule), self.stamped(end, end_at, trust, rule))
    }

    /// The window that a labelled start and the labelled end right behind it give.
    fn labelled_pair<'s>(
        &self,
        opened: &mut Option<&'s Stamp>,
        stamp: &'s Stamp,
        reading: &Reading,
    ) -> Option<Candidate> {
        let start = opened.take();
        if reading.trust != Trust::Label {
            return None;
        }
        match reading.phase {
            Phase::Began => *opened = Some(stamp),
            Phase::Resolved => {
                let start = start?;
                let end_of = |stamp| self.stamped(stamp, self.settle(stamp), reading.trust, reading.rule);
                let dated = start.date.is_some();
                return Some(Candidate::new(
                    start.span.cover(stamp.span),
                    dated,
                    &end_of(start),
                    &end_of(stamp),
                ));
            }
            _ => {}
        }
        None
    }

    fn add(&self, found: &mut Found, stamp: &Stamp, reading: &Reading) {
        let side = match reading.phase {
            Phase::Began => &mut found.starts,
            Phase::Resolved => &mut found.ends,
            _ => return,
        };
        let mut boundary = self.stamped(stamp, self.settle(stamp), reading.trust, reading.rule);
        if reading.assumed {
            boundary.moment.certainty = Certainty::Assumed;
        }
        side.push(boundary);
    }

    /// Whether the stamp is the time of a timeline entry, whose meaning is its phase, or of a posting.
    fn in_entry(&self, stamp: &Stamp, entries: &[Entry]) -> bool {
        if self.report.updates.is_posting(stamp.span) {
            return true;
        }
        let Some(block) = self.report.block_index_at(stamp.span.start) else { return false };
        timeline::gives_time(entries, block, stamp)
    }

    /// Stated where the words give all of `at`, derived where its day or year stands elsewhere.
    fn certainty_of(stamp: &Stamp, at: PartialTime) -> Certainty {
        let written = stamp.date.is_some_and(|date| date.date.year.is_some());
        let complete = at.date.is_none_or(|date| written || (stamp.date.is_some() && date.year.is_none()));
        if complete { Certainty::Stated } else { Certainty::Derived }
    }

    fn stamped(&self, stamp: &Stamp, at: PartialTime, trust: Trust, rule: RuleId) -> Boundary {
        let zone = zone::of_stamp(stamp, self.main_zone);
        let certainty = Self::certainty_of(stamp, at);
        let mut evidence = stamp.span.alone();
        if stamp.date.is_none()
            && let Some(day) = self.day_for(stamp).and_then(|day| day.span)
        {
            evidence.push(day);
        }
        Boundary {
            trust,
            moment: Moment {
                at,
                offset_minutes: zone.and_then(|zone| zone.minutes_on(at.date)),
                certainty,
                rule,
                approximate: stamp.hedge.approximate,
                evidence,
            },
        }
    }
}

/// Whether a field's name says that the outage began at `stamp`.
pub(super) fn is_labelled_start(report: &Report, stamp: &Stamp) -> bool {
    labelled::time(report, stamp)
        .is_some_and(|reading| reading.phase == Phase::Began && reading.trust > Trust::Implied)
}

/// Most times that a page gives of itself.
const MOST_OF_A_PAGE: usize = 3;

/// The moments of which the text says that it was posted then.
fn dates_of_the_page<'r>(report: &Report<'r>) -> Vec<&'r Stamp> {
    let posted = const { phrases("posted|posted on|posted at|published|published on|published at") };
    let says_so = |stamp: &&Stamp| {
        let whole = stamp.time.is_some() && stamp.date.is_some();
        whole && report.sentence(stamp.tokens.0).before(stamp.tokens.0, 3).ends_with(&posted)
    };
    report.mentions.stamps.iter().take(MOST_WEIGHED).filter(says_so).take(MOST_OF_A_PAGE).gather()
}

/// Whether the stamp repeats the moment at which the text was posted: "Started 7 Sep at 19:24" over "Posted 7 Sep at
/// 19:24", where a page has no other time for what it shows.
fn is_of_the_page(report: &Report, pages: &[&Stamp], stamp: &Stamp) -> bool {
    stamp.date.is_some()
        && report.updates.is_empty()
        && pages.iter().any(|page| page.time == stamp.time && page.date == stamp.date)
}

/// Whether the stamp says when a page or a letter was written.
fn dates_a_mail(report: &Report, stamp: &Stamp) -> bool {
    report.block_of(stamp.span).is_some_and(|block| block.label.is_some())
        && labelled::phase_of(report, stamp).is_none()
        && dates_the_page(report, stamp.span)
}

/// What a status update says of a time as of which something holds.
fn as_of_an_update(report: &Report, stamp: &Stamp) -> Option<Reading> {
    let (phase, trust, rule) = updates::told(report, stamp)?;
    Some(Reading { phase, trust, rule, assumed: true })
}

/// The words of two facts, for what is worked out from both.
pub(super) fn evidence(one: &[Span], other: &[Span]) -> Vec<Span> {
    let mut evidence = one.to_vec();
    evidence.extend_from_slice(other);
    evidence
}
