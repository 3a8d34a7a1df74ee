//! Which timeline entry a moment or a correction is of.

use super::StoredEntry;
use crate::incident::{Event, Incident, Moment, RuleId};

/// The rule id of a moment that comes from a record and was read from a timeline entry.
pub const STORED_ENTRY_RULE: RuleId = RuleId::new("stored-entry");

/// Whether `moment` was read from `event`. In an incident from a record, which has no words, entries of the same time
/// cannot be told apart.
#[must_use]
pub fn is_of_entry(moment: &Moment, event: &Event) -> bool {
    event.at == Some(moment.at) && (moment.rule == STORED_ENTRY_RULE || shares_words(moment, event))
}

fn shares_words(moment: &Moment, event: &Event) -> bool {
    let first = moment.evidence.first();
    first.is_some_and(|first| event.evidence.iter().any(|span| span.overlaps(*first)))
}

pub(super) fn is_of_any_entry(moment: &Moment, incident: &Incident) -> bool {
    moment.rule == STORED_ENTRY_RULE || incident.timeline.iter().any(|event| is_of_entry(moment, event))
}

/// The words by which an entry is found again where its place in the timeline is another: its time and its text as they
/// were read.
#[must_use]
pub fn entry_key(event: &Event) -> String {
    let at = event.at.map(|at| at.to_string()).unwrap_or_default();
    [&at, " ", &kept_text(event)].concat()
}

pub(super) fn kept_text(event: &Event) -> String {
    event.text.chars().take(StoredEntry::LONGEST_TEXT).collect()
}
