//! What is on view: a report, a view, a fact, the settings of the comparison.

use std::rc::Rc;

use super::{set, sharing};
use crate::state::settings::Setting;
use crate::state::{Effect, EntryId, FactId, Report, State, Step, Storage, View, address, listed};
use crate::text::Gather;

pub(super) fn put_on_view(state: &mut State, entry: EntryId) {
    if state.selected != Some(entry) {
        state.pointed = None;
        state.chosen = None;
        state.correcting = None;
        state.writing = None;
    }
    state.selected = Some(entry);
    state.view = View::Report;
}

pub(super) fn select(state: &mut State, entry: EntryId) -> Vec<Effect> {
    let Some(report) = state.report(entry.report) else { return Vec::new() };
    let load = report.text.is_none().then_some(Effect::LoadText(entry.report));
    if state.selected.map(|selected| selected.report) != Some(entry.report) {
        state.editing = false;
    }
    put_on_view(state, entry);
    drop_blank(state);
    load.into_iter().gather()
}

/// The neighbor in the list as it is shown: filtered and sorted.
pub(super) fn select_neighbor(state: &mut State, step: Step) -> Vec<Effect> {
    let entries: Vec<EntryId> = listed(state).into_iter().map(|entry| entry.id).gather();
    let here = state.selected.and_then(|selected| entries.iter().position(|id| *id == selected));
    let there = match (here, step) {
        (Some(place), Step::Next) => place + 1,
        (Some(place), Step::Previous) => place.saturating_sub(1),
        (None, Step::Next) => 0,
        (None, Step::Previous) => entries.len().saturating_sub(1),
    };
    match entries.get(there) {
        Some(entry) => select(state, *entry),
        None => Vec::new(),
    }
}

/// Opens an empty field for a report that is to be written.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    state.selected = None;
    state.view = View::Report;
    state.editing = true;
    state.pointed = None;
    state.chosen = None;
    state.correcting = None;
    state.writing = None;
    drop_blank(state);
    vec![Effect::FocusText]
}

/// Takes texts off the list that were emptied and are no longer on view.
pub(super) fn drop_blank(state: &mut State) {
    let on_view = state.selected.map(|entry| entry.report);
    let is_left = |report: &Rc<Report>| report.is_blank() && Some(report.id) != on_view;
    if state.reports.iter().any(is_left) {
        Rc::make_mut(&mut state.reports).retain(|report| !is_left(report));
    }
}

pub(super) fn point(state: &mut State, fact: Option<FactId>) -> Vec<Effect> {
    let is_new = state.pointed != fact;
    state.pointed = fact;
    fact.filter(|_| is_new).map(Effect::RevealEvidence).into_iter().gather()
}

/// A second click on the chosen fact gives the choice up.
pub(super) fn choose(state: &mut State, fact: FactId, then: Effect) -> Vec<Effect> {
    if state.chosen == Some(fact) {
        return set(&mut state.chosen, None);
    }
    state.chosen = Some(fact);
    vec![then]
}

pub(super) fn clear_choice(state: &mut State) -> Vec<Effect> {
    state.chosen = None;
    state.pointed = None;
    state.correcting = None;
    Vec::new()
}

pub(super) fn toggle_edit(state: &mut State) -> Vec<Effect> {
    state.editing = !state.editing;
    if state.editing { vec![Effect::FocusText] } else { Vec::new() }
}

pub(super) fn choose_view(state: &mut State, view: View) -> Vec<Effect> {
    let may = match view {
        View::Report => true,
        View::Compare => state.incident_count() >= 2,
        View::Deleted => !state.deleted.is_empty(),
    };
    if may {
        state.view = view;
        state.pointed = None;
    }
    Vec::new()
}

pub(super) fn settle(state: &mut State, setting: Setting) -> Vec<Effect> {
    Rc::make_mut(&mut state.settings).take(setting);
    Vec::new()
}

/// Shows what an address names: on a reload, or on the way back. Before the library is open it waits.
pub(super) fn visit(state: &mut State, words: &str) -> Vec<Effect> {
    if let Some(effects) = sharing::follow_link(state, words) {
        return effects;
    }
    let visited = address::read(words);
    state.settings = Rc::new(visited.settings);
    if state.storage == Storage::Opening {
        return set(&mut state.wanted, Some(words.to_owned()));
    }
    let effects = match visited.entry {
        Some(entry) => select(state, entry),
        None => Vec::new(),
    };
    let _ = choose_view(state, visited.view);
    effects
}

/// Shows what the page was opened for, now that the library is there or will not come.
pub(super) fn visit_wanted(state: &mut State) -> Vec<Effect> {
    let is_waiting = state.selected.is_none() && !state.editing;
    match state.wanted.take().filter(|_| is_waiting) {
        Some(words) => visit(state, &words),
        None => Vec::new(),
    }
}
