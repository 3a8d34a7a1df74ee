//! Which candidates form the timeline.

use super::entry::{Entry, Form};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;

/// Fewest entries outside of the section called a timeline that are a timeline of their own.
const LEAST_OF_A_LIST: usize = 3;

/// The candidates in a section called a timeline, with any list of times elsewhere that is longer;
/// without such a section those that stand together with others of their kind.
pub(super) fn choose(report: &Report, mut candidates: Vec<Entry>) -> Vec<Entry> {
    let kind = |entry: &Entry| report.kind_of(&report.blocks[entry.block]);
    let in_timeline = |entry: &Entry| kind(entry) == SectionKind::Timeline;
    let is_plain = |entry: &Entry| {
        matches!(entry.form, Form::Time | Form::Offset) && !matches!(kind(entry), SectionKind::Plans)
    };
    let told = candidates.iter().filter(|entry| in_timeline(entry) && entry.form != Form::Log).count();
    let logged = candidates.iter().filter(|entry| in_timeline(entry) && entry.form == Form::Log).count();
    let listed = candidates.iter().filter(|entry| is_plain(entry) && !in_timeline(entry)).count();
    let takes_logs = told < 2;
    let takes_list = if told + logged * usize::from(takes_logs) >= 2 {
        listed >= LEAST_OF_A_LIST && listed > told
    } else {
        listed + told >= 2
    };
    candidates.retain(|entry| {
        if in_timeline(entry) { entry.form != Form::Log || takes_logs } else { takes_list && is_plain(entry) }
    });
    candidates
}
