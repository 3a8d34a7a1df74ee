//! Keys that work anywhere outside of text fields.

use super::{Action, Dialog, State, Step, View};

/// The keys and what they do, for the list that `?` opens.
pub const KEYS: [(&str, &str); 13] = [
    ("Ctrl V", "paste a report, anywhere on the page"),
    ("n", "write a new report"),
    ("e", "open or close the text field"),
    ("/", "search the list"),
    ("j", "next report"),
    ("k", "previous report"),
    ("1", "one report"),
    ("2", "compare all"),
    ("c", "correct the chosen fact; Return saves, Esc gives up"),
    ("u", "undo the last change, as Ctrl Z does"),
    ("t", "switch light, dark, system"),
    ("Esc", "let go of the chosen fact"),
    ("?", "this list"),
];

/// What `key`, as the browser names it, asks for. Ctrl Z is `Undo`, as the key of that name on some keyboards is.
#[must_use]
pub fn action_for_key(state: &State, key: &str) -> Option<Action> {
    if state.dialog.is_some() {
        return None;
    }
    Some(match key {
        "n" => Action::ReportBegun,
        "e" => Action::EditToggled,
        "j" => Action::NeighborSelected(Step::Next),
        "k" => Action::NeighborSelected(Step::Previous),
        "1" => Action::ViewChosen(View::Report),
        "2" => Action::ViewChosen(View::Compare),
        "/" => Action::SearchRequested,
        "c" => Action::CorrectionRequested,
        "u" | "Undo" => Action::ChangeUndone,
        "t" => Action::ThemeChosen(state.theme.next()),
        "Escape" => Action::ChoiceCleared,
        "?" => Action::DialogOpened(Dialog::Keys),
        _ => return None,
    })
}
