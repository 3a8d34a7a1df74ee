//! What the page knows at one moment.

use std::rc::Rc;

use crate::incident::Incident;

use super::history::Past;
use super::notes::Correctable;
use super::settings::Settings;
use super::share::Share;
use super::{EntryId, FactId, Report, ReportId};

/// Everything that the page shows follows from this.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The texts, in the order in which they came.
    pub reports: Rc<Vec<Rc<Report>>>,
    /// The texts that were deleted and can still be brought back, the last one at the end.
    pub deleted: Rc<Vec<Rc<Report>>>,
    /// The incident on view; `None` while a new report is about to be written.
    pub selected: Option<EntryId>,
    /// Which of the views is open.
    pub view: View,
    /// How incidents are listed and compared.
    pub settings: Rc<Settings>,
    /// The fact under the pointer or the focus.
    pub pointed: Option<FactId>,
    /// The fact that was clicked.
    pub chosen: Option<FactId>,
    /// The fact that is being corrected.
    pub correcting: Option<Correcting>,
    /// The note whose field is open.
    pub writing: Option<NoteField>,
    /// Whether the text field is open.
    pub editing: bool,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// One sentence about the last thing that happened.
    pub notice: Option<Notice>,
    /// The dialog that stands over the page.
    pub dialog: Option<Dialog>,
    /// What is about to be shared.
    pub share: Option<Share>,
    /// Where the reports are kept.
    pub storage: Storage,
    /// The address that the page was opened with, until the library is there to show what it names.
    pub(super) wanted: Option<String>,
    /// What can be undone, the last change at the end.
    pub(super) past: Rc<Vec<Past>>,
    /// The number of the next report. Numbers are never used twice.
    pub(super) next_report: u64,
}

impl PartialEq for State {
    /// The lists may be long, and most of what happens leaves them alone: they are the same ones then. Every field is
    /// named, so that none that comes later is forgotten.
    fn eq(&self, other: &Self) -> bool {
        type List = Rc<Vec<Rc<Report>>>;
        let is_same = |one: &List, other: &List| Rc::ptr_eq(one, other) || one == other;
        let Self {
            reports,
            deleted,
            selected,
            view,
            settings,
            pointed,
            chosen,
            correcting,
            writing,
            editing,
            theme,
            notice,
            dialog,
            share,
            storage,
            wanted,
            past,
            next_report,
        } = self;
        is_same(reports, &other.reports)
            && is_same(deleted, &other.deleted)
            && (*selected, *view, *theme) == (other.selected, other.view, other.theme)
            && (*pointed, *chosen, *editing) == (other.pointed, other.chosen, other.editing)
            && (settings, correcting) == (&other.settings, &other.correcting)
            && (writing, notice) == (&other.writing, &other.notice)
            && (dialog, share) == (&other.dialog, &other.share)
            && (storage, wanted) == (&other.storage, &other.wanted)
            && (Rc::ptr_eq(past, &other.past) || past == &other.past)
            && *next_report == other.next_report
    }
}

/// A fact whose field is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correcting {
    /// Which fact.
    pub fact: Correctable,
    /// What was wrong with what was typed last.
    pub problem: Option<&'static str>,
}

/// A note that stands beside an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteField {
    /// Its name.
    Name,
    /// Its tags.
    Tags,
}

/// Where the reports are kept.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Storage {
    /// The library is being opened.
    #[default]
    Opening,
    /// In the browser's database.
    Kept,
    /// Only in memory, for the reason that the sentence gives.
    InMemory {
        /// What the reader should know.
        sentence: String,
    },
}

/// The views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// One report.
    #[default]
    Report,
    /// All incidents beside each other.
    Compare,
    /// What was deleted and can still be brought back.
    Deleted,
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
    /// What is shared, and the ways to do it.
    Share,
}

/// One sentence about the last thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub sentence: String,
    /// Whether the last change can be undone from it.
    pub offers_undo: bool,
}

impl State {
    /// A page whose reports are numbered from `first` on.
    #[must_use]
    pub fn numbered_from(first: u64) -> Self {
        Self { next_report: first, ..Self::default() }
    }

    /// The report of that number.
    #[must_use]
    pub fn report(&self, id: ReportId) -> Option<&Rc<Report>> {
        self.reports.iter().find(|report| report.id == id)
    }

    /// The report of that number, to change it.
    pub(super) fn report_mut(&mut self, id: ReportId) -> Option<&mut Report> {
        let place = self.reports.iter().position(|report| report.id == id)?;
        Rc::make_mut(&mut self.reports).get_mut(place).map(Rc::make_mut)
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

    /// Whether there is a change to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
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
