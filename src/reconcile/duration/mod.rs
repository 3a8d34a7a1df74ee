//! How long the outage was: the lengths that the report states, and that of its window, the most
//! trusted first.
//!
//! In order of trust: a field that names the outage's length, a heading, a field that names the time
//! to repair, a sentence of the summary, a sentence elsewhere, an explicit window, an entry of the
//! timeline, a sentence that only says how long the repair took, and the timeline's own length. Of
//! equals, a total comes before a part, and then what stands first.

mod label;
mod sentence;
mod sum;
mod vocabulary;

use label::Field;

use super::boundary::{Window, length_minutes};
use super::report::{MOST_WEIGHED, Report};
use super::section_kind::SectionKind;
use super::window;
use super::words::Words;
use crate::document::BlockKind;
use crate::incident::{Basis, Certainty, Moment, OutageDuration, RuleId};
use crate::mention::{DurationValue, Hedge, Mention, Value};
use crate::text::{Span, sorted_by_key};

/// A field such as `Duration`, `Total downtime` or `Length of outage` gives the length.
const LABELLED: RuleId = RuleId::new("duration-labelled");
/// A field such as `Minutes downtime` gives the length as a bare number of the unit that it names.
const BARE_NUMBER: RuleId = RuleId::new("duration-bare-number");
/// A field such as `Time to repair`, `Time to recovery` or `MTTR` gives the length.
const REPAIR_LABELLED: RuleId = RuleId::new("duration-repair-labelled");
/// A sentence or heading says how long the outage lasted: "was down for 48 minutes".
const SENTENCE: RuleId = RuleId::new("duration-sentence");
/// A length in brackets stands beside its own window: "10:00 to 16:33 (6 h 33 min)".
const BESIDE_WINDOW: RuleId = RuleId::new("duration-beside-window");
/// A sentence says how long it took until service was back: "was restored after two hours".
const REPAIR_SENTENCE: RuleId = RuleId::new("duration-repair-sentence");
/// The lengths of several outages that one list gives, added up: "three outages (7 min, 2 min, 4 min)".
const SUM: RuleId = RuleId::new("duration-sum");
/// The length is worked out from the outage's start and end.
const FROM_WINDOW: RuleId = RuleId::new("duration-from-window");

/// How plainly a place gives the outage's length; the highest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trust {
    /// Worked out from entries of the timeline.
    Entries,
    /// A sentence on how long the repair took.
    Repair,
    /// An entry of the timeline that states a length.
    Timeline,
    /// Worked out from an explicit start and end.
    Window,
    /// A sentence away from the summary.
    Aside,
    /// A sentence of the summary.
    Summary,
    /// A label for the time until the work on the incident was over.
    ResolveLabel,
    /// A label for the time until service was back.
    RepairLabel,
    /// A heading.
    Heading,
    /// A label for the outage's own length.
    Label,
}

/// How much of the outage a length covers; the highest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    /// A part of it, or a weaker form of it.
    Part,
    /// The outage, as far as the words say.
    Outage,
    /// Expressly all of it.
    Total,
}

/// What the words around a length make of it.
#[derive(Clone, Copy, Debug)]
struct Verdict {
    trust: Trust,
    scope: Scope,
    rule: RuleId,
}

impl Verdict {
    /// A sort key that puts the most trusted first.
    fn order(&self) -> u64 {
        let rank = u64::from(self.trust as u8) * 4 + u64::from(self.scope as u8);
        u64::from(u8::MAX) - rank
    }
}

/// Most stated lengths that are kept: a text with more of them is no report of one outage.
const MOST_READINGS: usize = 40;

/// The longest outage that is believed, in minutes: a little over a year.
const LONGEST: f64 = 400.0 * 24.0 * 60.0;

/// A length of the outage that the report states, whatever its window is.
pub(super) struct Told<'r> {
    verdict: Verdict,
    reading: OutageDuration,
    /// The words that give it, which may speak of a single window.
    mention: Option<(&'r Mention, DurationValue)>,
}

/// Every length of the outage that the report states.
pub(super) fn told<'r>(report: &Report<'r>) -> Vec<Told<'r>> {
    let mut all = Vec::new();
    for mention in report.mentions.list.iter().take(MOST_WEIGHED) {
        if let Some(told) = told_by(report, mention) {
            all.push(told);
        }
    }
    let mut add = |verdict, reading| all.push(Told { verdict, reading, mention: None });
    label::bare_numbers(report, &mut add);
    if let Some((verdict, reading)) = sum::of_parts(report) {
        add(verdict, reading);
    }
    all
}

fn told_by<'r>(report: &Report<'r>, mention: &'r Mention) -> Option<Told<'r>> {
    let Value::Duration(value) = &mention.value else { return None };
    let verdict = verdict(report, mention)?;
    let mut reading = stated(*value, mention.hedge, mention.span, verdict.rule)?;
    if verdict.trust == Trust::Repair {
        // That the repair took so long says of the outage what usually holds.
        reading.certainty = Certainty::Assumed;
    }
    Some(Told { verdict, reading, mention: Some((mention, *value)) })
}

/// Every length of the outage, the headline first: what is told, and the length of its window.
pub(super) fn readings(report: &Report, told: &[Told], window: &Window) -> Vec<OutageDuration> {
    let of_window = of_window(window);
    let mut found: Vec<(Verdict, OutageDuration)> = Vec::new();
    for told in told.iter().filter(|told| !dwarfs_window(told, of_window.as_ref())) {
        let mut verdict = told.verdict;
        if told.mention.is_some_and(|(mention, value)| is_of_one_window(report, mention, value, window)) {
            verdict.trust = verdict.trust.min(Trust::Timeline);
        }
        found.push((verdict, told.reading.clone()));
    }
    if let Some(reading) = of_window {
        found.push((of_window_verdict(&reading), reading));
    }
    let mut readings: Vec<OutageDuration> = Vec::new();
    // Of equals, the first in the text stays first.
    let mut best: Option<u64> = None;
    for (verdict, reading) in sorted_by_key(found, |(verdict, _)| verdict.order()) {
        let is_known = readings.iter().any(|known| same_length(known, &reading));
        if readings.len() < MOST_READINGS && !is_known {
            // That the first of equals is meant is a convention, unless the other can be a part of it.
            if let Some(first) = readings.first_mut().filter(|_| best == Some(verdict.order()))
                && longest(first) < longest(&reading)
            {
                first.certainty = Certainty::Assumed;
            }
            best = best.or(Some(verdict.order()));
            readings.push(reading);
        }
    }
    readings
}

/// The shortest length that a window can disprove, in minutes: the units of ages and of habits are longer than a day.
const AGES: f64 = 7.0 * 24.0 * 60.0;

/// Whether a length that a sentence away from the summary tells is so much longer than the window that it must be the
/// age of something: "had run for over a year" beside an outage of a night.
fn dwarfs_window(told: &Told, window: Option<&OutageDuration>) -> bool {
    let lasted = window.and_then(|window| window.minutes).filter(|minutes| *minutes > 0.0);
    let aside = told.verdict.trust == Trust::Aside && told.verdict.scope < Scope::Total;
    aside
        && lasted
            .is_some_and(|lasted| longest(&told.reading) >= AGES && longest(&told.reading) > 20.0 * lasted)
}

/// Whether a length is that of one of several windows, or of what began at another time than the outage.
fn is_of_one_window(report: &Report, mention: &Mention, value: DurationValue, window: &Window) -> bool {
    let (Some(start), Some(end)) = (&window.start, &window.end) else { return false };
    let minutes = value.low / 60.0;
    let lasts = |from, to| length_minutes(from, to).is_some_and(|length| (length - minutes).abs() < 0.5);
    if window.spells.iter().any(|spell| lasts(&spell.start, &spell.end)) {
        return !lasts(start, end);
    }
    let stretches = &report.mentions.stretches;
    let after = stretches.partition_point(|stretch| stretch.span.start <= mention.span.start);
    let stretch = after.checked_sub(1).map(|at| &stretches[at]);
    stretch.filter(|stretch| stretch.span.contains(mention.span)).is_some_and(|stretch| {
        let began = report.stamp(stretch.start).time.map(|clock| clock.time);
        began.is_some() && began != start.at.time
    })
}

/// The most minutes that a reading can mean.
fn longest(reading: &OutageDuration) -> f64 {
    reading.minutes.or(reading.high).unwrap_or_default()
}

/// Two stated lengths, or two worked out; a stated one and one worked out prove each other.
fn same_length(a: &OutageDuration, b: &OutageDuration) -> bool {
    let derived = |reading: &OutageDuration| reading.basis != Basis::Stated;
    (a.minutes, a.low, a.high, derived(a)) == (b.minutes, b.low, b.high, derived(b))
}

/// What the words around `mention` make of it; `None` where it is not the outage's length.
fn verdict(report: &Report, mention: &Mention) -> Option<Verdict> {
    let kind = report.kind_at(mention.span);
    if kind == SectionKind::Plans {
        return None;
    }
    match label::of(report, mention) {
        Field::Names(verdict) => return Some(verdict),
        Field::Other => return None,
        Field::Silent => {}
    }
    // A clock time with seconds is a length only where a label says so.
    if mention.rule.as_str() == "duration-clock-form" {
        return None;
    }
    let told = sentence::of(report, mention)?;
    // What takes a minute is a step of the repair.
    if told.rule == REPAIR_SENTENCE && is_a_step(mention) {
        return None;
    }
    let is_heading = report.block_of(mention.span).is_some_and(|b| matches!(b.kind, BlockKind::Heading(_)));
    let trust = match kind {
        _ if told.rule == REPAIR_SENTENCE => Trust::Repair,
        _ if told.of_some => Trust::Timeline,
        _ if is_heading => Trust::Heading,
        SectionKind::Summary => Trust::Summary,
        // An entry may tell of a part; a total stands there as it would anywhere.
        SectionKind::Timeline if told.scope < Scope::Total => Trust::Timeline,
        SectionKind::Timeline | SectionKind::Plans | SectionKind::Other => Trust::Aside,
    };
    Some(Verdict { trust, scope: told.scope, rule: told.rule })
}

/// Whether words beside `mention` say that it is the outage's length.
pub(super) fn is_told(report: &Report, mention: &Mention) -> bool {
    verdict(report, mention).is_some_and(|verdict| [SENTENCE, LABELLED].contains(&verdict.rule))
}

/// Whether a column or field called `name` holds the outage's length.
pub(super) fn names_length(name: &Words) -> bool {
    label::verdict(name).is_some_and(|verdict| verdict.trust == Trust::Label)
}

/// The length in a row of a table or of a list of outages, whose column or sentence makes it one.
pub(super) fn in_row(mention: &Mention) -> Option<OutageDuration> {
    match &mention.value {
        Value::Duration(value) => stated(*value, mention.hedge, mention.span, LABELLED),
        _ => None,
    }
}

/// Whether a repair so short is only one of its steps.
fn is_a_step(mention: &Mention) -> bool {
    matches!(&mention.value, Value::Duration(value) if value.high < SHORTEST_REPAIR)
}

/// The shortest repair that is taken for the outage, in seconds.
const SHORTEST_REPAIR: f64 = 300.0;

/// The length that the text states; `None` where no outage can be so long.
fn stated(value: DurationValue, hedge: Hedge, span: Span, rule: RuleId) -> Option<OutageDuration> {
    let (low, high) = (value.low / 60.0, value.high / 60.0);
    let is_range = low < high;
    (high > 0.0 && high <= LONGEST).then(|| OutageDuration {
        minutes: (!is_range).then_some(low),
        low: is_range.then_some(low),
        high: is_range.then_some(high),
        approximate: hedge.approximate,
        basis: Basis::Stated,
        certainty: Certainty::Stated,
        rule,
        evidence: span.alone(),
    })
}

/// The length of the window, where both of its ends are known to the minute.
fn of_window(window: &Window) -> Option<OutageDuration> {
    between(window.start.as_ref(), window.end.as_ref())
}

/// The length from `start` to `end`, where both are known to the minute.
pub(super) fn between(start: Option<&Moment>, end: Option<&Moment>) -> Option<OutageDuration> {
    let (start, end) = (start?, end?);
    let minutes = length_minutes(start, end).filter(|minutes| *minutes >= 0.0)?;
    let told_in_order = |rule: &str| rule.contains("entry") || rule.contains("update");
    let from_entries = [start, end].iter().any(|moment| told_in_order(moment.rule.as_str()));
    Some(OutageDuration {
        minutes: Some(minutes),
        low: None,
        high: None,
        approximate: start.approximate || end.approximate,
        basis: if from_entries { Basis::Timeline } else { Basis::Window },
        certainty: start.certainty.max(end.certainty).max(Certainty::Derived),
        rule: FROM_WINDOW,
        evidence: window::evidence(&start.evidence, &end.evidence),
    })
}

fn of_window_verdict(reading: &OutageDuration) -> Verdict {
    let explicit = reading.basis == Basis::Window && reading.certainty < Certainty::Assumed;
    let trust = if explicit { Trust::Window } else { Trust::Entries };
    Verdict { trust, scope: Scope::Outage, rule: FROM_WINDOW }
}
