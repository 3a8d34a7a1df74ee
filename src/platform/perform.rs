//! Carries out effects.

use std::rc::Rc;

use gloo::dialogs::confirm;

use crate::state::{Action, Effect};

use super::reading::Reader;
use super::{address, files, focus, keeping, scroll, share, theme};

/// Tells the state that something happened.
pub type Dispatch = Rc<dyn Fn(Action)>;

/// Carries out effects and keeps what they need meanwhile.
#[derive(Default)]
pub struct Performer {
    reader: Reader,
}

impl Performer {
    /// Carries out `effect`; what comes of it is dispatched, at once or later.
    pub fn perform(&self, effect: Effect, dispatch: &Dispatch) {
        match effect {
            Effect::Extract { report, revision, text, file_name } => {
                self.reader.read(report, revision, text, file_name, Rc::clone(dispatch));
            }
            Effect::ReadFile { key, name } => files::read(key, name, Rc::clone(dispatch)),
            Effect::ForgetFile { key } => files::forget(key),
            Effect::ApplyTheme(theme) => theme::apply(theme),
            Effect::AskToRemoveAll { count } => ask_to_remove_all(count, dispatch),
            Effect::RevealEvidence(fact) => scroll::reveal_evidence(fact),
            Effect::ShowEvidence(fact) => scroll::show_evidence(fact),
            Effect::ShowFact(fact) => scroll::show_fact(fact),
            Effect::FocusText => focus::focus_text(),
            Effect::FocusField => focus::focus_field(),
            Effect::FocusSearch => focus::focus_search(),
            Effect::ReturnFocus(landing) => focus::return_focus(landing),
            Effect::AskToErase { count } => ask_to_erase(count, dispatch),
            Effect::PackLink(text) => share::pack(text, Rc::clone(dispatch)),
            Effect::UnpackLink(parcel) => share::unpack(parcel, Rc::clone(dispatch)),
            Effect::CopyText { text, told } => share::copy(&text, told, Rc::clone(dispatch)),
            Effect::ShowAddress { words, is_step } => address::show(&words, is_step),
            Effect::Keep(reports) => keeping::keep(reports),
            Effect::Erase(reports) => keeping::erase(reports),
            Effect::LoadText(report) => keeping::load_text(report),
            Effect::ExportLibrary(reports) => keeping::export(reports, Rc::clone(dispatch)),
            Effect::ReadLibrary { text, .. } => keeping::import(&text, Rc::clone(dispatch)),
        }
    }
}

fn ask_to_remove_all(count: usize, dispatch: &Dispatch) {
    if confirm(&format!("Delete all {count} reports? You can undo it afterwards.")) {
        dispatch(Action::AllRemoved);
    }
}

fn ask_to_erase(count: usize, dispatch: &Dispatch) {
    if confirm(&format!("Delete {count} reports for good? This cannot be undone.")) {
        dispatch(Action::DeletedErased);
    }
}
