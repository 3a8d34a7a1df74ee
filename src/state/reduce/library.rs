//! The library opens, changes elsewhere, is exported and imported.

use std::rc::Rc;

use super::adding::extract_effect;
use super::selecting::visit_wanted;
use super::tell;
use crate::state::keeping::{all, report};
use crate::state::{Effect, EntryId, Keep, Reading, Report, ReportId, State, Storage};
use crate::text::{ByNumber, Gather};
use crate::wire::stored::StoredReport;

/// For how long a deleted report can be brought back, in milliseconds: thirty days.
pub(in crate::state) const KEPT_DELETED_MS: f64 = 30.0 * 86_400_000.0;

/// Puts the reports of earlier visits before those that came meanwhile.
pub(super) fn take_in(
    state: &mut State,
    records: Vec<StoredReport>,
    damaged: usize,
    now_ms: f64,
) -> Vec<Effect> {
    state.storage = Storage::Kept;
    let is_past = |report: &Report| report.deleted_ms.is_some_and(|at| now_ms - at > KEPT_DELETED_MS);
    let (past, mut fresh): (Vec<Report>, Vec<Report>) = records.into_iter().map(report).partition(is_past);
    fresh.retain(|report| state.report(report.id).is_none());
    let (deleted, listed): (Vec<Report>, Vec<Report>) =
        fresh.into_iter().partition(|report| report.deleted_ms.is_some());
    let before = |reports: &mut Rc<Vec<Rc<Report>>>, earlier: Vec<Report>| {
        let earlier = earlier.into_iter().map(Rc::new);
        *reports = Rc::new(earlier.chain(reports.iter().map(Rc::clone)).gather());
    };
    before(&mut state.reports, listed);
    before(&mut state.deleted, deleted);
    if damaged > 0 {
        let _ = tell(
            state,
            format!("{damaged} reports of the library could not be read. They are left as they are."),
        );
    }
    let mut effects = visit_wanted(state);
    let erased: Vec<ReportId> = past.iter().map(|report| report.id).gather();
    if !erased.is_empty() {
        effects.push(Effect::Erase(erased));
    }
    effects
}

/// Follows what another page changed in the library.
pub(super) fn follow(state: &mut State, saved: Vec<StoredReport>, erased: &[ReportId]) -> Vec<Effect> {
    let mut effects = Vec::new();
    for record in saved {
        effects.extend(follow_one(state, report(record)));
    }
    for id in erased {
        take_out(state, *id);
    }
    if state.selected.is_some_and(|entry| state.report(entry.report).is_none()) {
        state.selected = None;
    }
    effects
}

fn follow_one(state: &mut State, mut fresh: Report) -> Option<Effect> {
    let id = fresh.id;
    let former = state.report(id).map(Rc::clone);
    let place = state.reports.iter().position(|report| report.id == id);
    // The later change wins; a text that is being written here is later than everything.
    if former.as_ref().is_some_and(|former| former.changed_ms > fresh.changed_ms) {
        return None;
    }
    take_out(state, id);
    fresh.revision = former.as_ref().map_or(0, |former| former.revision + 1);
    let on_view = state.selected.is_some_and(|entry| entry.report == id);
    // What is on view stays until its words are read again, so that it does not flicker.
    let reading = former.filter(|_| on_view).and_then(|former| former.reading.clone());
    if let Some(reading) = reading {
        fresh.take_reading(Reading { revision: fresh.revision, ..reading });
    }
    let is_deleted = fresh.deleted_ms.is_some();
    let fresh = Rc::new(fresh);
    if is_deleted {
        Rc::make_mut(&mut state.deleted).push(fresh);
        return None;
    }
    let reports = Rc::make_mut(&mut state.reports);
    let place = place.unwrap_or_else(|| reports.partition_point(|other| other.added_ms <= fresh.added_ms));
    reports.insert(place.min(reports.len()), fresh);
    on_view.then_some(Effect::LoadText(id))
}

fn take_out(state: &mut State, id: ReportId) {
    for reports in [&mut state.reports, &mut state.deleted] {
        if let Some(place) = reports.iter().position(|report| report.id == id) {
            Rc::make_mut(reports).remove(place);
        }
    }
}

/// A text came from the library; it is read again, because only its words show where the facts stand.
pub(super) fn take_text(state: &mut State, id: ReportId, text: Option<Rc<str>>) -> Vec<Effect> {
    let Some(text) = text else {
        return tell(state, "The text of this report is not in the library. Its facts are.".to_owned());
    };
    let Some(report) = state.report_mut(id).filter(|report| report.text.is_none()) else { return Vec::new() };
    report.text = Some(text);
    extract_effect(report).into_iter().gather()
}

pub(super) fn keep_again(state: &mut State) -> Vec<Effect> {
    if state.storage != Storage::Opening {
        state.storage = Storage::Kept;
    }
    Vec::new()
}

pub(super) fn stay_in_memory(state: &mut State, sentence: String) -> Vec<Effect> {
    state.storage = Storage::InMemory { sentence };
    visit_wanted(state)
}

pub(super) fn export(state: &mut State) -> Vec<Effect> {
    let all = all(state);
    if all.is_empty() {
        return tell(state, "There is no report to export yet.".to_owned());
    }
    vec![Effect::ExportLibrary(all)]
}

/// Puts imported reports into the list: new ones at their place, changed ones instead of older ones.
pub(super) fn import(
    state: &mut State,
    imported: Vec<(StoredReport, Option<Rc<str>>)>,
    sentence: String,
) -> Vec<Effect> {
    let mut kept = Vec::new();
    // Each report of an import is there once, so that what was here before stays so until its turn.
    let here = state.reports.iter().chain(state.deleted.iter());
    let revisions = ByNumber::of(here.map(|report| (report.id.0, report.revision)).gather());
    for (record, text) in imported {
        let mut fresh = report(record.clone());
        if let Some(revision) = revisions.get(fresh.id.0) {
            fresh.revision = revision + 1;
            take_out(state, fresh.id);
        }
        let is_deleted = fresh.deleted_ms.is_some();
        let reports = Rc::make_mut(if is_deleted { &mut state.deleted } else { &mut state.reports });
        let place = reports.partition_point(|other| other.added_ms <= fresh.added_ms);
        reports.insert(place, Rc::new(fresh));
        kept.push(Keep { record, text });
    }
    let _ = tell(state, sentence);
    if state.selected.is_none_or(|entry| state.report(entry.report).is_none()) {
        state.selected = state.reports.last().map(|report| EntryId { report: report.id, incident: 0 });
    }
    // Texts stay in the library until they are opened, as those of earlier visits do.
    let on_view = state.selected.map(|entry| entry.report);
    let is_missing = |id: &ReportId| state.report(*id).is_some_and(|report| report.text.is_none());
    let load = on_view.filter(is_missing).map(Effect::LoadText);
    [Effect::Keep(kept)].into_iter().chain(load).gather()
}
