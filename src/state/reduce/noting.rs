//! What the user writes beside an incident: names, tags, corrections.

use super::{offer_undo, tell};
use crate::incident::Incident;
use crate::state::correction::{parse_correction, settled_entries};
use crate::state::history::{Former, remember};
use crate::state::notes::{Correctable, Correction, EntryPart, Notes, kept_words, tags_of};
use crate::state::parts::{correctable, fact_of, part_of};
use crate::state::{Correcting, Effect, EntryId, FactId, Landing, NoteField, Report, State, View};
use crate::text::Gather;
use crate::wire::stored::entry_key;

pub(super) fn rename(state: &mut State, entry: EntryId, name: &str, now_ms: f64) -> Vec<Effect> {
    let name = kept_words(name);
    let title = incident_of(state, entry).and_then(|incident| incident.title.as_deref());
    let name = name.filter(|name| title != Some(&**name));
    let said = ["The name was changed.", "The name is as it was."];
    let _ = note(state, entry, said, now_ms, |notes| notes.name = name);
    give_up(state)
}

pub(super) fn tag(state: &mut State, entry: EntryId, tags: &str, now_ms: f64) -> Vec<Effect> {
    let tags = tags_of(tags);
    let said = ["The tags were changed.", "The tags are as they were."];
    let _ = note(state, entry, said, now_ms, |notes| notes.tags = tags);
    give_up(state)
}

pub(super) fn begin_note(state: &mut State, field: NoteField) -> Vec<Effect> {
    if state.selected_report().is_none() {
        return Vec::new();
    }
    state.writing = Some(field);
    state.correcting = None;
    state.notice = None;
    vec![Effect::FocusField]
}

pub(super) fn begin_correction(state: &mut State, fact: Correctable) -> Vec<Effect> {
    if state.selected_incident().is_none() {
        return Vec::new();
    }
    state.correcting = Some(Correcting { fact, problem: None });
    state.writing = None;
    state.notice = None;
    vec![Effect::FocusField]
}

/// Opens the field of the fact that was chosen, or else of the one that has the focus.
pub(super) fn correct_chosen(state: &mut State) -> Vec<Effect> {
    let chosen = state.chosen.or(state.pointed).and_then(|fact| match fact {
        FactId::Entry(entry) => Some(Correctable::Entry(place_as_read(state, entry)?, EntryPart::Time)),
        fact => correctable(fact).first().copied(),
    });
    match chosen {
        Some(fact) if state.view == View::Report => begin_correction(state, fact),
        _ => tell(state, "Choose the fact that is to be corrected first.".to_owned()),
    }
}

/// Where the entry was read that is on view as the one at `shown`: removed ones are between.
fn place_as_read(state: &State, shown: usize) -> Option<usize> {
    let (entry, report, _) = on_view(state)?;
    let read = report.original_incidents().get(entry.incident)?;
    let entries = settled_entries(read, &report.notes_of(entry.incident).corrections);
    (0..entries.len()).filter(|place| !entries[*place].is_removed).nth(shown) // OK because of the range.
}

pub(super) fn give_up(state: &mut State) -> Vec<Effect> {
    let fact = state.correcting.take().map(|left| return_to(left.fact));
    let note = state.writing.take().map(|left| Effect::ReturnFocus(Landing::Note(left)));
    fact.into_iter().chain(note).gather()
}

/// Puts what was typed in the place of the facts, or says what was wrong with it and leaves the fields open.
///
/// What stands as it was is no correction, and what the report says itself takes a correction back.
pub(super) fn correct(state: &mut State, typed: &[(Correctable, String)], now_ms: f64) -> Vec<Effect> {
    let Some((first, _)) = typed.first() else { return Vec::new() };
    let Some((entry, report, shown)) = on_view(state) else { return Vec::new() };
    let mut corrections = Vec::new();
    for (fact, words) in typed {
        let part = part_of(report, entry.incident, *fact);
        if *words == part.words {
            continue;
        }
        match read_correction(report, entry.incident, shown, *fact, words) {
            Ok(correction) => corrections.push((correction, part.original.as_ref() == Some(words))),
            Err(problem) => {
                state.correcting = Some(Correcting { fact: *fact, problem: Some(problem) });
                return vec![Effect::FocusField];
            }
        }
    }
    state.correcting = None;
    let _ = note(state, entry, ["Corrected.", "The correction was taken back."], now_ms, |notes| {
        for (correction, is_as_read) in corrections {
            if is_as_read {
                notes.withdraw(correction.fact);
            } else {
                notes.correct(correction);
            }
        }
    });
    vec![return_to(*first)]
}

/// The incident on view: which it is, its report, and the incident with the corrections.
fn on_view(state: &State) -> Option<(EntryId, &Report, &Incident)> {
    let entry = state.selected?;
    let report = state.report(entry.report)?;
    Some((entry, report, report.incidents().get(entry.incident)?))
}

/// What was typed; of a timeline entry with the words by which it is found again.
fn read_correction(
    report: &Report,
    place: usize,
    shown: &Incident,
    fact: Correctable,
    words: &str,
) -> Result<Correction, &'static str> {
    let Correctable::Entry(entry, _) = fact else {
        return Ok(Correction::of(fact, parse_correction(fact, words, shown)?));
    };
    let read = report.original_incidents().get(place).unwrap_or(shown);
    let key = read.timeline.get(entry).map(|event| entry_key(event).into());
    Ok(Correction { fact, value: parse_correction(fact, words, read)?, entry: key })
}

fn return_to(fact: Correctable) -> Effect {
    Effect::ReturnFocus(Landing::Fact(fact_of(fact)))
}

pub(super) fn withdraw(state: &mut State, fact: Correctable, now_ms: f64) -> Vec<Effect> {
    let Some(entry) = state.selected else { return Vec::new() };
    state.correcting = None;
    let _ =
        note(state, entry, ["This is what the report says.", "The correction is back."], now_ms, |notes| {
            notes.withdraw(fact);
        });
    vec![return_to(fact)]
}

fn incident_of(state: &State, entry: EntryId) -> Option<&Incident> {
    state.report(entry.report)?.incidents().get(entry.incident)
}

/// Changes the notes of one incident, and offers to undo it where anything changed: with what to say now, and then.
fn note(
    state: &mut State,
    entry: EntryId,
    [done, undone]: [&str; 2],
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
    remember(state, undone, former.into_iter().gather());
    offer_undo(state, done.to_owned());
    Vec::new()
}
