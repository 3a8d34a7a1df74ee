//! What can be undone: deleting, bringing back, renaming, tagging, correcting.

use std::rc::Rc;

use super::notes::Notes;
use super::{Report, ReportId, State};

/// How many changes can be undone, one after the other.
const MOST_CHANGES: usize = 50;

/// One change of the list, by what it changed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Past {
    /// What undoing it says.
    pub sentence: String,
    /// The reports as they were.
    pub former: Vec<Former>,
}

/// What a change can change of a report. Its text is not among it: the text field has an undo of its own.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Former {
    id: ReportId,
    /// Its place in the list; `None` where it was deleted.
    place: Option<usize>,
    notes: Vec<Notes>,
}

impl Former {
    /// The report of that number as it is now.
    pub fn of(state: &State, id: ReportId) -> Option<Self> {
        let place = state.reports.iter().position(|report| report.id == id);
        let report = match place {
            Some(place) => state.reports.get(place),
            None => state.deleted.iter().find(|report| report.id == id),
        }?;
        Some(Self { id, place, notes: report.notes().to_vec() })
    }
}

/// Remembers `former` under a sentence that says what undoing it did.
pub(super) fn remember(state: &mut State, sentence: &str, former: Vec<Former>) {
    let past = Rc::make_mut(&mut state.past);
    if past.len() == MOST_CHANGES {
        past.remove(0);
    }
    past.push(Past { sentence: sentence.to_owned(), former });
}

/// Takes the last change back: which report it was about first, and what to say.
pub(super) fn undo(state: &mut State, now_ms: f64) -> Option<(ReportId, String)> {
    let Past { sentence, former } = Rc::make_mut(&mut state.past).pop()?;
    let first = former.first()?.id;
    for former in former {
        put_back(state, former, now_ms);
    }
    Some((first, sentence))
}

fn put_back(state: &mut State, former: Former, now_ms: f64) {
    let Some(mut report) = take_out(state, former.id) else { return };
    let changed = Rc::make_mut(&mut report);
    if changed.notes() != former.notes {
        changed.set_notes(former.notes);
    }
    changed.changed_ms = now_ms;
    changed.deleted_ms = former.place.is_none().then_some(now_ms);
    match former.place {
        Some(place) => {
            let reports = Rc::make_mut(&mut state.reports);
            reports.insert(place.min(reports.len()), report);
        }
        None => Rc::make_mut(&mut state.deleted).push(report),
    }
}

fn take_out(state: &mut State, id: ReportId) -> Option<Rc<Report>> {
    let of = |reports: &[Rc<Report>]| reports.iter().position(|report| report.id == id);
    if let Some(place) = of(&state.reports) {
        return Some(Rc::make_mut(&mut state.reports).remove(place));
    }
    let place = of(&state.deleted)?;
    Some(Rc::make_mut(&mut state.deleted).remove(place))
}
