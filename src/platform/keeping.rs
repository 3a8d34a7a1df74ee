//! The library's effects and events, between the state and [`super::library`].

use std::cell::OnceCell;
use std::rc::Rc;

use crate::state::{Action, Keep, ReportId};
use crate::wire::library::KeptReport;

use super::library::{Library, LibraryEvent};
use super::{Dispatch, save_blob};

/// The name under which the whole library is saved.
const FILE_NAME: &str = "outage-lens-library.json";

thread_local! {
    static LIBRARY: OnceCell<Library> = const { OnceCell::new() };
}

/// Opens the library and dispatches what is in it and what happens to it. Before this nothing is kept.
pub fn open_library(dispatch: &Dispatch) {
    let dispatch = Rc::clone(dispatch);
    LIBRARY.with(|library| {
        library.get_or_init(|| Library::open(Rc::new(move |event| tell(event, &dispatch))));
    });
}

fn tell(event: LibraryEvent, dispatch: &Dispatch) {
    dispatch(match event {
        LibraryEvent::Loaded { reports, damaged } => Action::LibraryLoaded { reports, damaged },
        LibraryEvent::Changed { saved, erased } => {
            Action::LibraryChanged { saved, erased: erased.into_iter().map(report_id).collect() }
        }
        LibraryEvent::Text { id, text } => {
            Action::TextLoaded { report: report_id(id), text: text.map(Rc::from) }
        }
        LibraryEvent::Trouble(trouble) => Action::StorageFailed { sentence: trouble.sentence() },
        LibraryEvent::Saved => Action::LibrarySaved,
    });
}

pub(super) fn keep(reports: Vec<Keep>) {
    with(|library| library.save(reports.into_iter().map(|keep| (keep.record, keep.text)).collect()));
}

pub(super) fn erase(reports: Vec<ReportId>) {
    with(|library| library.erase(&reports.into_iter().map(number).collect::<Vec<_>>()));
}

pub(super) fn load_text(report: ReportId) {
    with(|library| library.load_text(number(report)));
}

pub(super) fn export(reports: Vec<Keep>, dispatch: Dispatch) {
    let texts = |keep: Keep| KeptReport { report: keep.record, text: keep.text.map(|text| text.to_string()) };
    let reports = reports.into_iter().map(texts).collect();
    with(|library| {
        library.export(reports, move |file| {
            let is_saved = file.is_some_and(|file| save_blob(FILE_NAME, &file));
            let sentence = if is_saved {
                ["The library was exported as ", FILE_NAME, "."].concat()
            } else {
                "The browser cannot save the library as a file.".to_owned()
            };
            dispatch(Action::Told { sentence });
        });
    });
}

pub(super) fn import(json: &str, dispatch: Dispatch) {
    with(|library| {
        library.import(json, move |read| {
            dispatch(match read {
                Err(sentence) => Action::Told { sentence },
                Ok(merge) => Action::LibraryImported {
                    sentence: merge.sentence(),
                    reports: (merge.to_save.into_iter())
                        .map(|kept| (kept.report, kept.text.map(Rc::from)))
                        .collect(),
                },
            });
        });
    });
}

fn with(run: impl FnOnce(&Library)) {
    LIBRARY.with(|library| library.get().map(run));
}

/// OK because numbers of reports are whole and below 2^53.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn report_id(number: f64) -> ReportId {
    ReportId(number as u64)
}

/// OK because numbers of reports are below 2^53.
#[expect(clippy::cast_precision_loss)]
fn number(report: ReportId) -> f64 {
    report.0 as f64
}
