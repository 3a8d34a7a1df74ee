//! From one state and something that happened to the next state and what is then to be done.

mod adding;
mod deleting;
mod library;
mod noting;
mod selecting;
mod sharing;

use std::rc::Rc;

use super::keeping::changes;
use super::{Action, Effect, Notice, State, address};

pub use adding::LARGEST_FILE_BYTES;
pub(super) use library::KEPT_DELETED_MS;

/// The state after `action` at `now_ms` (milliseconds since the beginning of 1970), the very same one where nothing changes.
///
/// Whatever the action was, what changed of the list is kept in the library, and the address follows the view.
#[must_use]
pub fn reduce(state: &Rc<State>, action: Action, now_ms: f64) -> (Rc<State>, Vec<Effect>) {
    let mut next = State::clone(state);
    let from_elsewhere = action.comes_from_the_library();
    let mut effects = apply(&mut next, action, now_ms);
    if next == **state {
        return (Rc::clone(state), effects);
    }
    if !from_elsewhere {
        effects.extend(changes(state, &next));
    }
    effects.extend(address::change(state, &next));
    (Rc::new(next), effects)
}

fn apply(state: &mut State, action: Action, now_ms: f64) -> Vec<Effect> {
    match action {
        Action::ReportPasted(text) => adding::paste(state, text, now_ms),
        Action::TextEdited(text) => adding::edit(state, text, now_ms),
        Action::SampleOpened(place) => adding::open_sample(state, place, now_ms),
        Action::FilesDropped(files) => adding::take_files(state, files),
        Action::FileRead { name, text } => adding::add_file(state, name, text, now_ms),
        Action::FileFailed { name } => tell(state, format!("{name} could not be read.")),
        Action::Extracted { report, revision, text, extraction } => {
            adding::settle(state, report, super::Reading { revision, text, extraction })
        }
        Action::ReportSelected(entry) => selecting::select(state, entry),
        Action::NeighborSelected(step) => selecting::select_neighbor(state, step),
        Action::ReportBegun => selecting::begin(state),
        Action::ReportRemoved(report) => deleting::delete(state, report, now_ms),
        Action::RemovalOfAllRequested => deleting::ask_to_delete_all(state),
        Action::AllRemoved => deleting::delete_all(state, now_ms),
        Action::ReportRestored(report) => deleting::restore(state, report, now_ms),
        Action::ErasureRequested => deleting::ask_to_erase(state),
        Action::DeletedErased => deleting::erase(state),
        Action::ChangeUndone => deleting::undo(state, now_ms),
        Action::EntryRenamed(entry, name) => noting::rename(state, entry, &name, now_ms),
        Action::TagsWritten(entry, tags) => noting::tag(state, entry, &tags, now_ms),
        Action::CorrectionBegun(fact) => noting::begin_correction(state, fact),
        Action::CorrectionRequested => noting::correct_chosen(state),
        Action::NoteBegun(field) => noting::begin_note(state, field),
        Action::FieldGivenUp => noting::give_up(state),
        Action::FactsCorrected(typed) => noting::correct(state, &typed, now_ms),
        Action::SearchRequested => vec![Effect::FocusSearch],
        Action::CorrectionWithdrawn(fact) => noting::withdraw(state, fact, now_ms),
        Action::LibraryLoaded { reports, damaged } => library::take_in(state, reports, damaged, now_ms),
        Action::LibraryChanged { saved, erased } => library::follow(state, saved, &erased),
        Action::TextLoaded { report, text } => library::take_text(state, report, text),
        Action::LibrarySaved => library::keep_again(state),
        Action::StorageFailed { sentence } => library::stay_in_memory(state, sentence),
        Action::ExportRequested => library::export(state),
        Action::LibraryImported { reports, sentence } => library::import(state, reports, sentence),
        Action::Told { sentence } => tell(state, sentence),
        Action::ShareOpened(entries) => sharing::open(state, entries),
        Action::ShareDetailChosen(detail) => sharing::choose_detail(state, detail),
        Action::LinkPacked { text, link } => sharing::take_link(state, &text, link),
        Action::SharedOpened { texts } => sharing::take_reports(state, texts, now_ms),
        Action::CopyRequested(what) => sharing::copy(state, what),
        Action::SettingChosen(setting) => selecting::settle(state, setting),
        Action::AddressVisited(words) => selecting::visit(state, &words),
        Action::FactPointed(fact) => selecting::point(state, fact),
        Action::PhrasePointed(fact) => set(&mut state.pointed, Some(fact)),
        Action::FactChosen(fact) => selecting::choose(state, fact, Effect::RevealEvidence(fact)),
        Action::WordsRequested(fact) => vec![Effect::ShowEvidence(fact)],
        Action::PhraseChosen(fact) => selecting::choose(state, fact, Effect::ShowFact(fact)),
        Action::ChoiceCleared => selecting::clear_choice(state),
        Action::EditToggled => selecting::toggle_edit(state),
        Action::ViewChosen(view) => selecting::choose_view(state, view),
        Action::ThemeChosen(theme) | Action::ThemeRestored(theme) => {
            state.theme = theme;
            vec![Effect::ApplyTheme(theme)]
        }
        Action::DialogOpened(dialog) => set(&mut state.dialog, Some(dialog)),
        Action::DialogClosed => set(&mut state.dialog, None),
        Action::NoticeDismissed => set(&mut state.notice, None),
    }
}

fn set<T>(field: &mut T, value: T) -> Vec<Effect> {
    *field = value;
    Vec::new()
}

fn tell(state: &mut State, sentence: String) -> Vec<Effect> {
    set(&mut state.notice, Some(Notice { sentence, offers_undo: false }))
}

fn offer_undo(state: &mut State, sentence: String) {
    state.notice = Some(Notice { sentence, offers_undo: true });
}
