//! One text of the list, what was read from it, and what the user wrote beside it.

use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

use crate::extract::Extraction;
use crate::incident::Incident;

use super::correction::{anchor, corrected};
use super::keeping::Kept;
use super::notes::Notes;

/// How many incidents of one text are listed. A longer list is cut with a sentence that says so.
pub const MOST_INCIDENTS: usize = 300;

/// One text and what is known of it.
///
/// What everything else sees are [`Report::incidents`]: what was read from the text, or as long as it
/// is still in the library, what was read from it earlier; with the user's corrections in place.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its number.
    pub id: ReportId,
    /// How it came here.
    pub source: Source,
    /// When it came here, in milliseconds since the beginning of 1970.
    pub added_ms: f64,
    /// When its text or its notes changed last, likewise.
    pub changed_ms: f64,
    /// When it was deleted, for one that can still be brought back.
    pub deleted_ms: Option<f64>,
    /// The text as it stands in the text field; `None` while it is only in the library.
    pub text: Option<Rc<str>>,
    /// Counts the changes of `text`.
    pub revision: u32,
    /// What was read last; `None` before the first reading.
    pub reading: Option<Reading>,
    /// What the library holds of it, where it came from there.
    pub kept: Option<Rc<Kept>>,
    /// What the user wrote of each incident, by its place; empty at first, and only as long as it must be.
    notes: Rc<[Notes]>,
    /// The incidents with corrections, where there are any.
    corrected: Option<Rc<[Incident]>>,
}

impl PartialEq for Report {
    /// The revision stands for the text, which may be long.
    fn eq(&self, other: &Self) -> bool {
        (self.id, self.revision, self.text.is_some()) == (other.id, other.revision, other.text.is_some())
            && self.deleted_ms == other.deleted_ms
            && self.changed_ms.to_bits() == other.changed_ms.to_bits()
            && self.reading == other.reading
            && (Rc::ptr_eq(&self.notes, &other.notes) || self.notes == other.notes)
    }
}

impl Report {
    /// A report that just came, with its text.
    #[must_use]
    pub fn new(id: ReportId, source: Source, text: Rc<str>, now_ms: f64) -> Self {
        Self { text: Some(text), ..Self::of_library(id, source, now_ms) }
    }

    /// A report whose text is in the library.
    #[must_use]
    pub fn of_library(id: ReportId, source: Source, added_ms: f64) -> Self {
        Self {
            id,
            source,
            added_ms,
            changed_ms: added_ms,
            deleted_ms: None,
            text: None,
            revision: 0,
            reading: None,
            kept: None,
            notes: Rc::from([]),
            corrected: None,
        }
    }

    /// The text; empty while it is only in the library.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.as_ref().is_some_and(|text| text.trim().is_empty())
    }

    /// Whether what was read belongs to an older text, or nothing was read from it yet.
    #[must_use]
    pub fn is_being_read(&self) -> bool {
        match &self.reading {
            Some(reading) => reading.revision != self.revision,
            None => self.kept.is_none(),
        }
    }

    /// The incidents, up to [`MOST_INCIDENTS`], with the user's corrections.
    #[must_use]
    pub fn incidents(&self) -> &[Incident] {
        self.corrected.as_deref().unwrap_or_else(|| self.original_incidents())
    }

    /// The incidents as the text tells them, up to [`MOST_INCIDENTS`].
    #[must_use]
    pub fn original_incidents(&self) -> &[Incident] {
        let all = self.all_incidents();
        &all[..all.len().min(MOST_INCIDENTS)] // OK because the end is at most the length.
    }

    /// How many incidents were found but are not listed.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.all_incidents().len().saturating_sub(MOST_INCIDENTS)
    }

    fn all_incidents(&self) -> &[Incident] {
        match (&self.reading, &self.kept) {
            (Some(reading), _) => &reading.extraction.incidents,
            (None, Some(kept)) => &kept.incidents,
            (None, None) => &[],
        }
    }

    /// What the user wrote of each incident, by its place. Incidents past its end have no notes.
    #[must_use]
    pub fn notes(&self) -> &[Notes] {
        &self.notes
    }

    /// What the user wrote of one incident.
    #[must_use]
    pub fn notes_of(&self, incident: usize) -> &Notes {
        const NONE: &Notes = &Notes::NONE;
        self.notes.get(incident).unwrap_or(NONE)
    }

    /// Changes what the user wrote of one incident.
    pub fn change_notes(&mut self, incident: usize, change: impl FnOnce(&mut Notes)) {
        let mut notes = self.notes.to_vec();
        if notes.len() <= incident {
            notes.resize(incident + 1, Notes::NONE);
        }
        change(&mut notes[incident]); // OK because the list was just made long enough.
        self.set_notes(notes);
    }

    /// Puts `notes` in the place of what the user wrote.
    pub fn set_notes(&mut self, mut notes: Vec<Notes>) {
        while notes.last() == Some(&Notes::NONE) {
            notes.pop();
        }
        self.notes = notes.into();
        self.correct();
    }

    /// Takes in what was read.
    pub fn take_reading(&mut self, reading: Reading) {
        self.reading = Some(reading);
        self.correct();
    }

    /// Corrections of timeline entries go where these are in the text that was read.
    fn anchor(&mut self) {
        let Some(reading) = self.reading.as_ref().filter(|_| !self.notes.is_empty()) else { return };
        let mut notes = self.notes.to_vec();
        for (notes, incident) in notes.iter_mut().zip(&reading.extraction.incidents) {
            anchor(&mut notes.corrections, &incident.timeline);
        }
        self.notes = notes.into();
    }

    /// Puts the corrections into what was read.
    fn correct(&mut self) {
        self.corrected = None;
        self.anchor();
        if self.notes.iter().any(|notes| !notes.corrections.is_empty()) {
            let incidents = self.original_incidents().iter().enumerate();
            let incidents = incidents.map(|(place, read)| corrected(read, &self.notes_of(place).corrections));
            self.corrected = Some(incidents.collect());
        }
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

/// The number of a report, below 2^53. Pages that are open at the same time number from different places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ReportId(pub u64);

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
    /// From a link.
    Link,
    /// From an exported library, which does not say more.
    Imported,
}
