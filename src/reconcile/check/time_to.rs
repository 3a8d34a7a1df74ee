//! `Time to resolve: 20h 3m` against the moments that the report names, or else against all times of
//! its timeline.

use super::duration::minutes_from;
use super::precision::Stated;
use super::{Facts, discrepancy};
use crate::incident::{
    Basis, Discrepancy, DiscrepancyKind, PartialTime, Phase, format_duration, format_window,
};
use crate::mention::{Mention, Stamp, Value};
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::window::labels;
use crate::text::{Gather, Span};

/// Words that make the figure count only a part of the clock's time.
const WORKING_TIME: Phrases = phrases("hours|support|working|office|business|excluding|excl|without|day");

/// Most moments or entries that are compared with each other.
const MOST: usize = 64;

/// A moment that the report names, or an entry's.
#[derive(Clone, Copy)]
struct Place {
    at: PartialTime,
    span: Span,
    begins: bool,
    ends: bool,
}

/// The first such label that no two of the moments give.
pub(super) fn against_moments(report: &Report, facts: &Facts) -> Option<Discrepancy> {
    let labelled: Vec<(&Mention, Aim)> =
        report.mentions.list.iter().filter_map(|mention| Some((mention, aim_of(report, mention)?))).gather();
    if labelled.is_empty() {
        return told_repair(report, facts);
    }
    let named = named_moments(report, facts);
    labelled.iter().find_map(|&(mention, aim)| {
        let stated = Stated::of(report, mention).filter(|stated| stated.is_exact)?;
        let both = aim == Aim::Repair
            && named.iter().any(|place| place.begins)
            && named.iter().any(|place| aim.ends_at(place));
        if both { against(&stated, &named, aim) } else { against(&stated, &entries(facts), Aim::Anything) }
    })
}

/// "Everything was fixed within 35 minutes", in a report whose timeline shows the outage from its
/// beginning to its end.
fn told_repair(report: &Report, facts: &Facts) -> Option<Discrepancy> {
    let mut stated = facts.durations.iter().filter(|duration| duration.basis == Basis::Stated);
    let told = stated.next().filter(|first| first.rule.as_str() == "duration-repair-sentence")?;
    let has = |phases: &[Phase]| facts.entries.iter().any(|entry| phases.contains(&entry.phase));
    let is_whole = has(&[Phase::Began, Phase::Detected]) && has(&[Phase::Resolved]);
    let told = Stated::at(report, *told.evidence.first()?).filter(|_| is_whole && stated.next().is_none())?;
    against(&told, &entries(facts), Aim::Anything)
}

/// What "time to ..." leads to.
#[derive(Clone, Copy, PartialEq)]
enum Aim {
    Repair,
    Anything,
}

impl Aim {
    fn ends_at(self, place: &Place) -> bool {
        place.ends || self == Self::Anything
    }
}

fn aim_of(report: &Report, mention: &Mention) -> Option<Aim> {
    matches!(mention.value, Value::Duration(_)).then_some(())?;
    let label = report.label_of(mention.span)?;
    let aim = match label.trim().strip_prefix("time to ")?.as_bytes() {
        [b'd', b'e', b't', ..] => Aim::Anything,
        [b'r', b'e', ..] | [b'm', b'i', b't', ..] | [b'f', b'i', b'x', ..] => Aim::Repair,
        _ => return None,
    };
    let behind = report.sentence(mention.tokens.0).after(mention.tokens.1, 8);
    (!behind.has(&WORKING_TIME)).then_some(aim)
}

fn against(stated: &Stated, places: &[Place], aim: Aim) -> Option<Discrepancy> {
    let apart = |minutes: f64| (minutes - stated.minutes).abs();
    let mut nearest: Option<(&Place, &Place, f64)> = None;
    let mut all_are_shorter = true;
    for start in places.iter().filter(|place| place.begins || aim == Aim::Anything) {
        for end in places.iter().filter(|end| aim.ends_at(end) && start.span.start != end.span.start) {
            let Some(minutes) = minutes_from(start.at, end.at) else { continue };
            if stated.fits(minutes) {
                return None;
            }
            all_are_shorter &= minutes < stated.minutes;
            if minutes > 0.0 && nearest.is_none_or(|(.., known)| apart(minutes) < apart(known)) {
                nearest = Some((start, end, minutes));
            }
        }
    }
    let (start, end, minutes) = nearest?;
    // A timeline that is shorter than the figure may leave out the beginning or the end.
    if aim == Aim::Anything && all_are_shorter {
        return None;
    }
    let (said, nearest) = (format_duration(stated.minutes), format_duration(minutes));
    let places = if aim == Aim::Anything { "two of its times" } else { "start and end that it names" };
    let message = format!(
        "The report states {said}, but no {places} are so far apart; the nearest are {} ({nearest}).",
        format_window(start.at, end.at)
    );
    let evidence = [stated.span, start.span, end.span];
    (said != nearest).then(|| discrepancy(DiscrepancyKind::DurationDiffers, message, &evidence))
}

/// `First detected 2023-05-09 15:44`, `Resolved: 16:20`: what stands before a time on its line names it.
fn named_moments(report: &Report, facts: &Facts) -> Vec<Place> {
    let named = |stamp: &Stamp| {
        stamp.time?;
        let block = report.block_of(stamp.span)?;
        let before = Span::new(block.span.start, stamp.span.start);
        (before.len() <= 60).then_some(())?;
        let name = report.document.lower_words(before);
        let name = name.trim_matches([' ', ':', '-', '*', ',']);
        let phase =
            labels::phase_of(name).or_else(|| name.contains("declared").then_some(Phase::Acknowledged))?;
        let ends = matches!(phase, Phase::Mitigated | Phase::Resolved);
        let date = facts.dates.day_of(stamp);
        let at = PartialTime { date, time: stamp.time.map(|clock| clock.time) };
        Some(Place { at, span: stamp.span, begins: !ends, ends })
    };
    report.mentions.stamps.iter().filter_map(named).take(MOST).gather()
}

fn entries(facts: &Facts) -> Vec<Place> {
    if facts.entries.len() > MOST {
        return Vec::new();
    }
    let mut places = Vec::new();
    for entry in facts.entries {
        for at in [Some(entry.at), entry.until_at] {
            if let Some(at) = at.filter(|at| at.time.is_some()) {
                places.push(Place { at, span: entry.stamp.span, begins: true, ends: true });
            }
        }
    }
    places
}
