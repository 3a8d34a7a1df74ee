//! When the problem was noticed, taken on and lessened: by a label, by the first timeline entry that
//! says so, or by a sentence of the summary.

use super::boundary::Window;
use super::dates::Dates;
use super::phase;
use super::plain_words;
use super::report::Report;
use super::timeline::{self, Entry};
use super::window::{self, Finder};
use crate::incident::{Certainty, Moment, Phase, RuleId};

/// The first timeline entry that says that the problem was noticed.
const FIRST_DETECTED: RuleId = RuleId::new("first-entry-detected");
/// The first timeline entry in which somebody responds, where no earlier one says that the problem was
/// noticed: by then it was.
const FIRST_RESPONDED: RuleId = RuleId::new("first-entry-responded");
/// The first time in running text at which somebody is told to notice, where nothing names the detection.
const TOLD_DETECTED: RuleId = RuleId::new("told-detected");
/// The first timeline entry in which somebody takes the problem on.
const FIRST_ACKNOWLEDGED: RuleId = RuleId::new("first-entry-acknowledged");
/// The last timeline entry that names a mitigation, or a remedy before service was wholly back.
const LAST_MITIGATED: RuleId = RuleId::new("last-entry-mitigated");

/// The first time in running text at which somebody is said to have acknowledged.
const TOLD_ACKNOWLEDGED: RuleId = RuleId::new("told-acknowledged");
/// The last time in running text at which the harm is said to have been lessened, before service was back.
const TOLD_MITIGATED: RuleId = RuleId::new("told-mitigated");

/// The moments between an incident's start and its end.
#[derive(Default)]
pub(super) struct Milestones {
    pub(super) detected: Option<Moment>,
    pub(super) acknowledged: Option<Moment>,
    pub(super) mitigated: Option<Moment>,
}

/// Looks for them in labels, in `entries` and in sentences, in this order of trust.
pub(super) fn find(
    report: &Report,
    finder: &Finder,
    entries: &[Entry],
    story: &[Entry],
    window: &Window,
) -> Milestones {
    let acknowledged = earliest(entries, &|entry| entry.phase == Phase::Acknowledged);
    let identified = || earliest(entries, &|entry| entry.phase == Phase::Identified);
    let responded = |entry| window::moment(entry, Certainty::Assumed, FIRST_RESPONDED);
    let noticed = |told| window::moment(told, Certainty::Assumed, TOLD_DETECTED);
    Milestones {
        detected: finder
            .first_labelled(Phase::Detected)
            .or_else(|| detection(report, finder.dates, entries, acknowledged))
            .or_else(|| finder.told_detection())
            .or_else(|| earliest(story, &|told| detects(report, told)).map(noticed))
            .or_else(|| acknowledged.or_else(identified).map(responded))
            .or_else(|| finder.series.noticed()),
        acknowledged: finder
            .first_labelled(Phase::Acknowledged)
            .or_else(|| acknowledged.map(|entry| stated(entry, FIRST_ACKNOWLEDGED)))
            .or_else(|| told_acknowledgement(report, story)),
        mitigated: finder
            .first_labelled(Phase::Mitigated)
            .or_else(|| mitigation(report, entries))
            .or_else(|| told_mitigation(report, story, window))
            .or_else(|| finder.series.remedied(report)),
    }
}

impl Milestones {
    /// Moves a moment whose day stands elsewhere to the day after, where only that lies in `window`.
    pub(super) fn within(mut self, window: &Window) -> Self {
        if let (Some(start), Some(end)) = (&window.start, &window.end) {
            let move_within = |moment: &mut Option<Moment>| {
                let Some(moment) = moment.as_mut().filter(|it| it.certainty == Certainty::Derived) else {
                    return;
                };
                if let Some(later) = moment.at.plus_minutes(24 * 60)
                    && moment.at < start.at
                    && later <= end.at
                {
                    moment.at = later;
                }
            };
            move_within(&mut self.detected);
            move_within(&mut self.acknowledged);
            move_within(&mut self.mitigated);
        }
        self
    }
}

/// The first detection, or the first response where that came before it.
fn detection(
    report: &Report,
    dates: &Dates,
    entries: &[Entry],
    acknowledged: Option<&Entry>,
) -> Option<Moment> {
    let day = window::day_of_most(dates, entries);
    let detected = earliest(entries, &|entry| detects(report, entry) && !window::is_history(day, entry))?;
    match acknowledged.filter(|responded| responded.at < detected.at) {
        Some(responded) => Some(window::moment(responded, Certainty::Assumed, FIRST_RESPONDED)),
        None => Some(stated(detected, FIRST_DETECTED)),
    }
}

/// Whether an entry says that the problem was noticed, whatever else it says.
fn detects(report: &Report, entry: &Entry) -> bool {
    match entry.phase {
        Phase::Detected => true,
        // "Outage begins: message from a customer", "site is down, on-call responds to alarms".
        Phase::Began => {
            let words = entry.words(report);
            phase::speaks_of_detection(&words) || plain_words::tell_of_notice(&words)
        }
        _ => phase::opens_with_detection(&entry.words(report)),
    }
}

/// The earliest of the entries that are `wanted`, one with a clock time before one with only a day.
fn earliest<'e>(entries: &'e [Entry], wanted: &dyn Fn(&Entry) -> bool) -> Option<&'e Entry> {
    timeline::earliest(entries, wanted)
        .or_else(|| entries.iter().find(|entry| entry.at.date.is_some() && wanted(entry)))
}

/// The last entry that says that the harm was lessened, or else the last that tells of a remedy which
/// restored service before a later entry says that it was back. That a change was rolled back does
/// not yet say so.
fn mitigation(report: &Report, entries: &[Entry]) -> Option<Moment> {
    let timed = || entries.iter().rev().filter(|entry| entry.at.time.is_some());
    let named = timed().find(|entry| phase::names_mitigation(&entry.words(report)));
    let remedied = || {
        let restores =
            |entry: &&Entry| entry.phase == Phase::Resolved && !phase::closes_the_work(&entry.words(report));
        let mut restorations = timed().filter(restores);
        let last = restorations.next()?;
        restorations.find(|entry| entry.at < last.at && phase::names_remedy(&entry.words(report)))
    };
    named.or_else(remedied).map(|entry| stated(entry, LAST_MITIGATED))
}

/// Of the times of one sentence the last: "an alert fired at 14:09 and was acknowledged at 14:11".
fn told_acknowledgement(report: &Report, story: &[Entry]) -> Option<Moment> {
    let names = |told: &Entry| phase::names_acknowledgement(&told.words(report));
    let sentence = |told: &Entry| report.sentence(told.stamp.tokens.0).start();
    let first = sentence(earliest(story, &names)?);
    let last = story.iter().rev().find(|told| names(told) && sentence(told) == first)?;
    Some(stated(last, TOLD_ACKNOWLEDGED))
}

fn told_mitigation(report: &Report, story: &[Entry], window: &Window) -> Option<Moment> {
    let end = window.end.as_ref()?;
    let lessened = |told: &&Entry| {
        told.at.time.is_some() && told.at < end.at && phase::names_mitigation(&told.words(report))
    };
    story.iter().rev().find(lessened).map(|told| stated(told, TOLD_MITIGATED))
}

fn stated(entry: &Entry, rule: RuleId) -> Moment {
    window::moment(entry, Certainty::Stated, rule)
}
