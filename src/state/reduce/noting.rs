//! What the user writes beside an incident: names, tags, corrections.

use super::offer_undo;
use crate::incident::Incident;
use crate::state::correction::parse_correction;
use crate::state::history::{Former, remember};
use crate::state::notes::{Correctable, Correction, Notes, kept_words, tags_of};
use crate::state::{Correcting, Effect, EntryId, State};

pub(super) fn rename(state: &mut State, entry: EntryId, name: &str, now_ms: f64) -> Vec<Effect> {
    let name = kept_words(name);
    let title = incident_of(state, entry).and_then(|incident| incident.title.as_deref());
    let name = name.filter(|name| title != Some(&**name));
    note(state, entry, "The name is as it was.", now_ms, |notes| notes.name = name)
}

pub(super) fn tag(state: &mut State, entry: EntryId, tags: &str, now_ms: f64) -> Vec<Effect> {
    let tags = tags_of(tags);
    note(state, entry, "The tags are as they were.", now_ms, |notes| notes.tags = tags)
}

pub(super) fn begin_correction(state: &mut State, fact: Correctable) -> Vec<Effect> {
    if state.selected_incident().is_none() {
        return Vec::new();
    }
    state.correcting = Some(Correcting { fact, problem: None });
    vec![Effect::FocusCorrection]
}

/// Puts what was typed in the place of the fact, or says what was wrong with it and leaves the field open.
pub(super) fn correct(state: &mut State, fact: Correctable, words: &str, now_ms: f64) -> Vec<Effect> {
    let Some(entry) = state.selected else { return Vec::new() };
    let Some(incident) = state.selected_incident() else { return Vec::new() };
    match parse_correction(fact, words, incident) {
        Err(problem) => {
            state.correcting = Some(Correcting { fact, problem: Some(problem) });
            vec![Effect::FocusCorrection]
        }
        Ok(value) => {
            state.correcting = None;
            let correction = Correction { fact, value };
            note(state, entry, "The correction was taken back.", now_ms, |notes| notes.correct(correction))
        }
    }
}

pub(super) fn withdraw(state: &mut State, fact: Correctable, now_ms: f64) -> Vec<Effect> {
    let Some(entry) = state.selected else { return Vec::new() };
    state.correcting = None;
    note(state, entry, "The correction is back.", now_ms, |notes| notes.withdraw(fact))
}

fn incident_of(state: &State, entry: EntryId) -> Option<&Incident> {
    state.report(entry.report)?.incidents().get(entry.incident)
}

/// Changes the notes of one incident, and offers to undo it where anything changed.
fn note(
    state: &mut State,
    entry: EntryId,
    undone: &str,
    now_ms: f64,
    change: impl FnOnce(&mut Notes),
) -> Vec<Effect> {
    let former = Former::of(state, entry.report);
    let Some(report) = state.report_mut(entry.report) else { return Vec::new() };
    let before = report.notes().to_vec();
    report.change_notes(entry.incident, change);
    if report.notes() == before {
        return Vec::new();
    }
    report.changed_ms = now_ms;
    remember(state, undone, former.into_iter().collect());
    offer_undo(state, "Changed.".to_owned());
    Vec::new()
}
