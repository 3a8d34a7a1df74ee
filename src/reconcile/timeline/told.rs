//! The beginning, the notice and the end that entries tell of in plain words, where no entry names them.

use super::Entry;
use super::in_time::outermost;
use crate::incident::Phase;
use crate::reconcile::phase;
use crate::reconcile::plain_words;
use crate::reconcile::report::Report;

/// Gives a phase to the entries that tell of the outage's milestones in plain words.
pub(super) fn mark(report: &Report, entries: &mut [Entry]) {
    mark_beginning(report, entries);
    mark_notice(report, entries);
    mark_end(report, entries);
}

/// The earliest entry that tells of a failure, where none before it has a meaning; or of what must fail
/// soon, where none tells of a failure.
fn mark_beginning(report: &Report, entries: &mut [Entry]) {
    let known = |phase| matches!(phase, Phase::Began | Phase::Detected | Phase::Acknowledged);
    for tells in [plain_words::tell_of_failure, plain_words::tell_of_exhaustion] {
        let told =
            |entry: &Entry| known(entry.phase) || entry.phase == Phase::Other && tells(&entry.words(report));
        if let Some(first) = earliest(entries, &told)
            && !known(first.phase)
        {
            return first.infer(Phase::Began);
        }
    }
}

/// Where nothing before says that the problem was noticed, it was when responders were told of it, or
/// when somebody saw, asked or called.
fn mark_notice(report: &Report, entries: &mut [Entry]) {
    let began = earliest(entries, &|entry| entry.phase == Phase::Began).map(|entry| entry.at);
    let known = |phase| matches!(phase, Phase::Detected | Phase::Acknowledged);
    let told = |entry: &Entry| {
        if known(entry.phase) {
            return true;
        }
        let words = entry.words(report);
        let told = phase::tells_responders(&words) || plain_words::tell_of_notice(&words);
        matches!(entry.phase, Phase::Other | Phase::Escalated)
            && told
            && began.is_none_or(|began| entry.at >= began)
    };
    if let Some(first) = earliest(entries, &told)
        && !known(first.phase)
    {
        first.phase = Phase::Detected;
    }
}

/// The last entry that tells that all is well, where none names a restoration.
fn mark_end(report: &Report, entries: &mut [Entry]) {
    let named =
        |entry: &Entry| entry.phase == Phase::Resolved && !phase::closes_the_work(&entry.words(report));
    if entries.iter().any(named) {
        return;
    }
    let told = |entry: &Entry| {
        matches!(entry.phase, Phase::Other | Phase::Mitigated | Phase::Detected)
            && plain_words::tell_of_recovery(&entry.words(report))
    };
    if let Some(last) = outermost(entries, &told, false).and_then(|at| entries.get_mut(at)) {
        last.infer(Phase::Resolved);
    }
}

pub(super) fn earliest<'e>(
    entries: &'e mut [Entry],
    wanted: &dyn Fn(&Entry) -> bool,
) -> Option<&'e mut Entry> {
    outermost(entries, wanted, true).and_then(|at| entries.get_mut(at))
}
