//! What the page knows at one moment.

use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

use crate::extract::Extraction;
use crate::incident::Incident;

use super::FactId;

/// How many incidents of one text are listed. A longer list is cut with a sentence that says so.
pub const MOST_INCIDENTS: usize = 300;

/// Everything that the page shows follows from this.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// The texts, in the order in which they came.
    pub reports: Vec<Rc<Report>>,
    /// The incident on view; `None` while a new report is about to be written.
    pub selected: Option<EntryId>,
    /// Which of the two views is open.
    pub view: View,
    /// The fact under the pointer or the focus.
    pub pointed: Option<FactId>,
    /// The fact that was clicked.
    pub chosen: Option<FactId>,
    /// Whether the text field is open.
    pub editing: bool,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// One sentence about the last thing that happened.
    pub notice: Option<Notice>,
    /// The dialog that stands over the page.
    pub dialog: Option<Dialog>,
    /// What was removed last, for as long as it can be brought back.
    pub removed: Vec<Removed>,
    /// The number of the next report. Numbers are never used twice.
    pub(super) next_report: u32,
}

/// One text and what was read from it.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its number.
    pub id: ReportId,
    /// How it came here.
    pub source: Source,
    /// The text as it stands in the text field.
    pub text: Rc<str>,
    /// Counts the changes of `text`.
    pub revision: u32,
    /// What was read last; `None` before the first reading.
    pub reading: Option<Reading>,
}

impl PartialEq for Report {
    /// The revision stands for the text, which may be long.
    fn eq(&self, other: &Self) -> bool {
        (self.id, self.revision) == (other.id, other.revision) && self.reading == other.reading
    }
}

impl Report {
    /// Whether what was read belongs to an older text.
    #[must_use]
    pub fn is_being_read(&self) -> bool {
        self.reading.as_ref().is_none_or(|reading| reading.revision != self.revision)
    }

    /// The incidents read so far, up to [`MOST_INCIDENTS`].
    #[must_use]
    pub fn incidents(&self) -> &[Incident] {
        let all = self.all_incidents();
        &all[..all.len().min(MOST_INCIDENTS)] // OK because the end is at most the length.
    }

    /// How many incidents were found but are not listed.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.all_incidents().len().saturating_sub(MOST_INCIDENTS)
    }

    fn all_incidents(&self) -> &[Incident] {
        self.reading.as_ref().map_or(&[], |reading| &reading.extraction.incidents)
    }
}

/// What was read from one state of a text. Its spans fit its own `text`, not a later one.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The text's revision.
    pub revision: u32,
    /// The text that was read.
    pub text: Rc<str>,
    /// What was found in it.
    pub extraction: Rc<Extraction>,
}

impl PartialEq for Reading {
    /// Readings are compared by identity: comparing two long documents would cost more than it saves.
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision && Rc::ptr_eq(&self.extraction, &other.extraction)
    }
}

/// The number of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId(pub u32);

impl fmt::Display for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One line of the list: an incident of a report, or a report in which none was found.
///
/// Written as `4-0`, it is the `data-entry` attribute of everything that stands for the entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The report.
    pub report: ReportId,
    /// The incident's place in it.
    pub incident: usize,
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.report, self.incident)
    }
}

/// The words name no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownEntry;

impl FromStr for EntryId {
    type Err = UnknownEntry;

    fn from_str(words: &str) -> Result<Self, UnknownEntry> {
        let (report, incident) = words.split_once('-').ok_or(UnknownEntry)?;
        let report = ReportId(report.parse().map_err(|_| UnknownEntry)?);
        Ok(Self { report, incident: incident.parse().map_err(|_| UnknownEntry)? })
    }
}

/// How a text came here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// From the clipboard.
    Pasted,
    /// Written in the text field.
    Typed,
    /// One of the page's samples.
    Sample,
    /// From a file of this name.
    File(Rc<str>),
}

/// The two views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// One report.
    #[default]
    Report,
    /// All incidents beside each other.
    Compare,
}

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The name under which it is remembered.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a remembered name; the system's for an unknown one.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The next one, for a switch that goes round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// A dialog that stands over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The list of keys.
    Keys,
    /// How to check that nothing leaves the page.
    Privacy,
}

/// One sentence about the last thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub sentence: String,
    /// Whether the last removal can be undone from it.
    pub offers_undo: bool,
}

/// A report that was removed, and where it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// Its place in the list.
    pub place: usize,
    /// The report.
    pub report: Rc<Report>,
}

impl State {
    /// The report of that number.
    #[must_use]
    pub fn report(&self, id: ReportId) -> Option<&Rc<Report>> {
        self.reports.iter().find(|report| report.id == id)
    }

    /// The report on view.
    #[must_use]
    pub fn selected_report(&self) -> Option<&Rc<Report>> {
        self.report(self.selected?.report)
    }

    /// The incident on view.
    #[must_use]
    pub fn selected_incident(&self) -> Option<&Incident> {
        self.selected_report()?.incidents().get(self.selected?.incident)
    }

    /// The fact to light up: the one pointed at, else the one chosen.
    #[must_use]
    pub fn lit(&self) -> Option<FactId> {
        self.pointed.or(self.chosen)
    }

    /// How many incidents were found in all reports.
    #[must_use]
    pub fn incident_count(&self) -> usize {
        self.reports.iter().map(|report| report.incidents().len()).sum()
    }

    /// Every line of the list, in order.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Rc<Report>, Option<&Incident>)> {
        self.reports.iter().flat_map(|report| {
            let count = report.incidents().len().max(1);
            (0..count).map(move |incident| {
                let id = EntryId { report: report.id, incident };
                (id, report, report.incidents().get(incident))
            })
        })
    }
}
