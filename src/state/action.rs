//! What can happen to the page, and what the page then wants done.

use std::rc::Rc;

use crate::extract::Extraction;

use crate::wire::Detail;
use crate::wire::link::Parcel;
use crate::wire::stored::StoredReport;

use super::keeping::Keep;
use super::notes::Correctable;
use super::settings::Setting;
use super::share::Copied;
use super::{Dialog, EntryId, FactId, NoteField, ReportId, Theme, View};

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
    /// A deleted report was asked back.
    ReportRestored(ReportId),
    /// The deleted reports were asked to go for good.
    ErasureRequested,
    /// The reader confirmed that the deleted reports may go for good.
    DeletedErased,
    /// The last change of the list or of a report's notes was taken back.
    ChangeUndone,
    /// An incident was given a name; nothing typed gives it back the report's title.
    EntryRenamed(EntryId, String),
    /// The tags of an incident were written, with commas between them.
    TagsWritten(EntryId, String),
    /// The field of a fact of the incident on view was opened.
    CorrectionBegun(Correctable),
    /// The correction of the chosen fact was asked for by a key.
    CorrectionRequested,
    /// The field to search the list with was asked for.
    SearchRequested,
    /// The field of a note of the incident on view was opened.
    NoteBegun(NoteField),
    /// The open field was closed.
    FieldGivenUp,
    /// Values of a fact of the incident on view were typed in; those that stand as they were change nothing.
    FactsCorrected(Vec<(Correctable, String)>),
    /// The reader went back to what the report says.
    CorrectionWithdrawn(Correctable),
    /// The library was opened.
    LibraryLoaded {
        /// What is in it, in the order in which it came.
        reports: Vec<StoredReport>,
        /// How many further records cannot be read.
        damaged: usize,
    },
    /// Another page changed the library.
    LibraryChanged {
        /// The records that are new or differ.
        saved: Vec<StoredReport>,
        /// The reports that are gone.
        erased: Vec<ReportId>,
    },
    /// A text came from the library.
    TextLoaded {
        /// The report it belongs to.
        report: ReportId,
        /// The text; `None` where the library has none.
        text: Option<Rc<str>>,
    },
    /// Everything is kept, also what could not be at first.
    LibrarySaved,
    /// Nothing can be kept, at first or any more.
    StorageFailed {
        /// What that means for the reader.
        sentence: String,
    },
    /// The whole library was asked for as a file.
    ExportRequested,
    /// An exported library was read.
    LibraryImported {
        /// The reports that are new or newer, with their texts.
        reports: Vec<(StoredReport, Option<Rc<str>>)>,
        /// What came of it.
        sentence: String,
    },
    /// Something outside of the state has a sentence to say, such as that a picture was saved.
    Told {
        /// The sentence.
        sentence: String,
    },
    /// Incidents are to be shared.
    ShareOpened(Vec<EntryId>),
    /// Another amount of detail was chosen for what is shared.
    ShareDetailChosen(Detail),
    /// The link of `text` is made.
    LinkPacked {
        /// What went into it.
        text: Rc<str>,
        /// The whole link.
        link: Rc<str>,
    },
    /// Reports came in a link that the page was opened with, or in a picture.
    SharedOpened {
        /// The reports.
        texts: Vec<String>,
    },
    /// What is shared was asked for on the clipboard.
    CopyRequested(Copied),
    /// A setting of the list or the comparison was chosen.
    SettingChosen(Setting),
    /// The page's address changed: on the way back, or because it was opened with one.
    AddressVisited(String),
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

impl Action {
    /// Whether what it brings is in the library already.
    pub(super) const fn comes_from_the_library(&self) -> bool {
        matches!(
            self,
            Self::LibraryLoaded { .. } | Self::LibraryChanged { .. } | Self::LibraryImported { .. }
        )
    }
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

/// Where the focus goes when what had it is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landing {
    /// To what opens the field of a fact.
    Fact(FactId),
    /// To what opens the field of a note.
    Note(NoteField),
    /// To an entry of the list.
    Entry(EntryId),
    /// To the first deleted report.
    Deleted,
    /// To the notice.
    Notice,
}

/// Something that the page wants done outside of the state.
#[derive(Clone, Debug, PartialEq)]
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
    /// Put the cursor into the field of the fact or the note that is being written.
    FocusField,
    /// Put the cursor into the field to search the list with.
    FocusSearch,
    /// Put the focus where it is of use, where what had it is gone.
    ReturnFocus(Landing),
    /// Ask whether the deleted reports may go for good; on yes come back with [`Action::DeletedErased`].
    AskToErase {
        /// How many there are.
        count: usize,
    },
    /// Keep reports in the library.
    Keep(Vec<Keep>),
    /// Erase reports from the library.
    Erase(Vec<ReportId>),
    /// Fetch a text from the library and come back with [`Action::TextLoaded`].
    LoadText(ReportId),
    /// Write all reports into one file. Texts that are not here are in the library.
    ExportLibrary(Vec<Keep>),
    /// Read an exported library and come back with [`Action::LibraryImported`].
    ReadLibrary {
        /// The file's name.
        name: Rc<str>,
        /// Its text.
        text: Rc<str>,
    },
    /// Make a link of the text and come back with [`Action::LinkPacked`].
    PackLink(Rc<str>),
    /// Read the reports of a link and come back with [`Action::SharedOpened`].
    UnpackLink(Parcel),
    /// Put a text on the clipboard, then say so.
    CopyText {
        /// The text.
        text: String,
        /// What to say once it is there.
        told: &'static str,
    },
    /// Show the address of what is on view.
    ShowAddress {
        /// The fragment, without `#`.
        words: String,
        /// Whether the reader can go back from it.
        is_step: bool,
    },
}
