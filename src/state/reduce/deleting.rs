//! Reports go, and come back.

use std::rc::Rc;

use super::selecting::{put_on_view, select};
use super::{offer_undo, tell};
use crate::state::history::{self, Former, remember};
use crate::state::{Effect, EntryId, Landing, ReportId, State, View, listed};
use crate::text::Gather;

/// Moves a report to the deleted ones. One without a word is not worth keeping and goes for good.
pub(super) fn delete(state: &mut State, id: ReportId, now_ms: f64) -> Vec<Effect> {
    let Some(place) = state.reports.iter().position(|report| report.id == id) else {
        return Vec::new();
    };
    let former = Former::of(state, id);
    let focus = neighbor(state, id).map_or(Landing::Notice, Landing::Entry);
    move_out(state, place, now_ms);
    remember(state, "The report is back.", former.into_iter().gather());
    offer_undo(state, "The report was deleted.".to_owned());
    leave_empty_views(state);
    let mut effects = vec![Effect::ReturnFocus(focus)];
    if state.selected.is_some_and(|entry| entry.report == id) {
        effects.extend(select_near(state, place));
    }
    effects
}

/// The entry that stands where those of a report stood, once they are gone from the list as it is shown.
fn neighbor(state: &State, id: ReportId) -> Option<EntryId> {
    let listed: Vec<EntryId> = listed(state).into_iter().map(|entry| entry.id).gather();
    let place = listed.iter().position(|entry| entry.report == id)?;
    let (before, after) = listed.split_at(place);
    after.iter().find(|entry| entry.report != id).or(before.last()).copied()
}

fn move_out(state: &mut State, place: usize, now_ms: f64) {
    let mut report = Rc::make_mut(&mut state.reports).remove(place);
    if report.is_blank() {
        return;
    }
    let deleted = Rc::make_mut(&mut report);
    deleted.deleted_ms = Some(now_ms);
    deleted.changed_ms = now_ms;
    Rc::make_mut(&mut state.deleted).push(report);
}

/// Puts the report that moved into a deleted one's place on view, or else the last one.
fn select_near(state: &mut State, place: usize) -> Vec<Effect> {
    let near = state.reports.get(place).or(state.reports.last()).map(|report| report.id);
    let view = state.view;
    state.selected = None;
    state.editing = false;
    let Some(report) = near else { return Vec::new() };
    let effects = select(state, EntryId { report, incident: 0 });
    state.view = view;
    effects
}

/// A view with nothing to show gives way to the report.
fn leave_empty_views(state: &mut State) {
    let is_empty = match state.view {
        View::Report => false,
        View::Compare => state.incident_count() < 2,
        View::Deleted => state.deleted.is_empty(),
    };
    if is_empty {
        state.view = View::Report;
    }
}

pub(super) fn ask_to_delete_all(state: &State) -> Vec<Effect> {
    match state.reports.len() {
        0 => Vec::new(),
        count => vec![Effect::AskToRemoveAll { count }],
    }
}

pub(super) fn delete_all(state: &mut State, now_ms: f64) -> Vec<Effect> {
    let count = state.reports.len();
    let former = state.reports.iter().filter_map(|report| Former::of(state, report.id)).gather();
    remember(state, "The reports are back.", former);
    while !state.reports.is_empty() {
        move_out(state, 0, now_ms);
    }
    offer_undo(state, format!("All {count} reports were deleted."));
    leave_empty_views(state);
    select_near(state, 0)
}

/// Brings a deleted report back to the end of the list.
pub(super) fn restore(state: &mut State, id: ReportId, now_ms: f64) -> Vec<Effect> {
    let Some(place) = state.deleted.iter().position(|report| report.id == id) else {
        return Vec::new();
    };
    let former = Former::of(state, id);
    remember(state, "The report is deleted again.", former.into_iter().gather());
    let mut report = Rc::make_mut(&mut state.deleted).remove(place);
    let back = Rc::make_mut(&mut report);
    back.deleted_ms = None;
    back.changed_ms = now_ms;
    let added_ms = back.added_ms;
    let place = state.reports.partition_point(|other| other.added_ms <= added_ms);
    Rc::make_mut(&mut state.reports).insert(place, report);
    offer_undo(state, "The report is back on the list.".to_owned());
    leave_empty_views(state);
    vec![Effect::ReturnFocus(Landing::Deleted)]
}

pub(super) fn ask_to_erase(state: &State) -> Vec<Effect> {
    match state.deleted.len() {
        0 => Vec::new(),
        count => vec![Effect::AskToErase { count }],
    }
}

/// Lets the deleted reports go for good. What can no longer be undone is forgotten.
pub(super) fn erase(state: &mut State) -> Vec<Effect> {
    let count = state.deleted.len();
    state.deleted = Rc::default();
    state.past = Rc::default();
    leave_empty_views(state);
    tell(state, format!("{count} deleted reports are gone for good."))
}

pub(super) fn undo(state: &mut State, now_ms: f64) -> Vec<Effect> {
    let Some((report, sentence)) = history::undo(state, now_ms) else { return Vec::new() };
    let _ = tell(state, sentence);
    leave_empty_views(state);
    let mut effects = match state.selected {
        _ if state.report(report).is_none() => leave_deleted(state),
        Some(entry) if entry.report == report => Vec::new(),
        _ if state.view == View::Report => select(state, EntryId { report, incident: 0 }),
        _ => Vec::new(),
    };
    effects.push(Effect::ReturnFocus(Landing::Notice));
    effects
}

/// Where the report on view is no longer on the list, another one takes its place.
fn leave_deleted(state: &mut State) -> Vec<Effect> {
    match state.selected {
        Some(entry) if state.report(entry.report).is_none() => {
            let near = state.reports.last().map(|report| EntryId { report: report.id, incident: 0 });
            state.selected = None;
            if let Some(entry) = near {
                let view = state.view;
                put_on_view(state, entry);
                state.view = view;
            }
            near.map_or_else(Vec::new, |entry| select_text(state, entry))
        }
        _ => Vec::new(),
    }
}

fn select_text(state: &State, entry: EntryId) -> Vec<Effect> {
    let is_here = state.report(entry.report).is_some_and(|report| report.text.is_some());
    if is_here { Vec::new() } else { vec![Effect::LoadText(entry.report)] }
}
