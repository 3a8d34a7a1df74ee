//! What can happen to the page, and what the page then wants done.

use std::rc::Rc;

use crate::extract::Extraction;

use super::{Dialog, EntryId, FactId, ReportId, Theme, View};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// A text was pasted outside the text field.
    ReportPasted(String),
    /// The text in the text field changed.
    TextEdited(String),
    /// A sample was opened, by its place in [`super::SAMPLES`].
    SampleOpened(usize),
    /// Files were dropped on the page or picked.
    FilesDropped(Vec<FileInfo>),
    /// A file's text arrived.
    FileRead {
        /// The file's name.
        name: Rc<str>,
        /// Its text.
        text: String,
    },
    /// A file could not be read.
    FileFailed {
        /// The file's name.
        name: Rc<str>,
    },
    /// A text was read.
    Extracted {
        /// The report it belongs to.
        report: ReportId,
        /// The revision of the text.
        revision: u32,
        /// The text itself.
        text: Rc<str>,
        /// What was found.
        extraction: Rc<Extraction>,
    },
    /// An incident was picked from the list.
    ReportSelected(EntryId),
    /// The incident after or before the one on view was asked for.
    NeighborSelected(Step),
    /// An empty text field was asked for.
    ReportBegun,
    /// A report was taken off the list.
    ReportRemoved(ReportId),
    /// The whole list was asked to be emptied.
    RemovalOfAllRequested,
    /// The reader confirmed that the list may be emptied.
    AllRemoved,
    /// The last removal was taken back.
    RemovalUndone,
    /// The pointer or the focus came to a fact, or went where there is none.
    FactPointed(Option<FactId>),
    /// The pointer or the focus came to a marked phrase of the report.
    PhrasePointed(FactId),
    /// A fact was clicked.
    FactChosen(FactId),
    /// A marked phrase of the report was clicked.
    PhraseChosen(FactId),
    /// The words of a fact were asked for where the report does not stand beside the facts.
    WordsRequested(FactId),
    /// The choice of a fact was given up.
    ChoiceCleared,
    /// The text field was opened or closed.
    EditToggled,
    /// A view was opened.
    ViewChosen(View),
    /// A theme was chosen.
    ThemeChosen(Theme),
    /// The theme of an earlier visit was found.
    ThemeRestored(Theme),
    /// A dialog was opened.
    DialogOpened(Dialog),
    /// The open dialog was closed.
    DialogClosed,
    /// The notice was put away.
    NoticeDismissed,
}

/// A direction in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Towards the end.
    Next,
    /// Towards the beginning.
    Previous,
}

/// What is known of a file before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileInfo {
    /// The number under which the platform keeps the file.
    pub key: u32,
    /// Its name.
    pub name: Rc<str>,
    /// Its size.
    pub bytes: u64,
}

/// Something that the page wants done outside of the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the text and come back with [`Action::Extracted`].
    Extract {
        /// The report.
        report: ReportId,
        /// The revision of its text.
        revision: u32,
        /// The text.
        text: Rc<str>,
        /// The name of the file it came from.
        file_name: Option<Rc<str>>,
    },
    /// Read a file and come back with [`Action::FileRead`].
    ReadFile {
        /// The number under which the platform keeps the file.
        key: u32,
        /// Its name.
        name: Rc<str>,
    },
    /// Forget a file that will not be read.
    ForgetFile {
        /// The number under which the platform keeps the file.
        key: u32,
    },
    /// Remember the theme and put it on the page.
    ApplyTheme(Theme),
    /// Ask whether all reports may be removed; on yes come back with [`Action::AllRemoved`].
    AskToRemoveAll {
        /// How many there are.
        count: usize,
    },
    /// Bring the words of the fact into sight where the report stands beside the facts.
    RevealEvidence(FactId),
    /// Go to the words of the fact, wherever they stand.
    ShowEvidence(FactId),
    /// Bring the fact itself into sight.
    ShowFact(FactId),
    /// Put the cursor into the text field.
    FocusText,
}
