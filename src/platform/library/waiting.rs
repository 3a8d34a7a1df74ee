//! Changes between their being handed over and their being stored.

use std::rc::Rc;

use crate::text::ByNumber;
use crate::wire::stored::StoredReport;

/// What becomes of one report.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    /// Whether everything that is stored of it goes first.
    pub erases: bool,
    /// The record to put in its place.
    pub report: Option<StoredReport>,
    /// The text to put in its place.
    pub text: Option<Rc<str>>,
}

impl Change {
    pub fn save(report: StoredReport, text: Option<Rc<str>>) -> Self {
        Self { erases: false, report: Some(report), text }
    }

    pub fn erase() -> Self {
        Self { erases: true, report: None, text: None }
    }

    /// The text after the change, of one that was `before`.
    fn text_after(&self, before: Option<String>) -> Option<String> {
        match &self.text {
            Some(text) => Some(text.to_string()),
            None => before.filter(|_| !self.erases),
        }
    }

    fn then(self, later: Self) -> Self {
        if later.erases {
            return later;
        }
        Self { erases: self.erases, report: later.report.or(self.report), text: later.text.or(self.text) }
    }
}

/// The changes that wait and those that are being written, one of each for each report.
#[derive(Default)]
pub(super) struct Waiting {
    /// By the bits of the reports' numbers, which are not negative, so that the bits are in order.
    changes: ByNumber<Change>,
    writing: ByNumber<Change>,
    /// Whether a change came after the last [`Waiting::begin`].
    has_new: bool,
}

impl Waiting {
    /// Adds a change that is later than those that wait.
    pub fn add(&mut self, id: f64, later: Change) {
        let change = match self.changes.remove(id.to_bits()) {
            Some(earlier) => earlier.then(later),
            None => later,
        };
        self.changes.insert(id.to_bits(), change);
        self.has_new = true;
    }

    /// What to write next: what only makes room, and when there is none of that, everything else.
    pub fn begin(&mut self) -> Vec<(f64, Change)> {
        self.has_new = false;
        let all = std::mem::take(&mut self.changes).into_list();
        let makes_room = all.iter().any(|(_, change)| change.report.is_none());
        let (writing, changes): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(_, change)| !makes_room || change.report.is_none());
        (self.writing, self.changes) = (ByNumber::of(writing), ByNumber::of(changes));
        let writing = self.writing.list().iter();
        writing.map(|(key, change)| (f64::from_bits(*key), change.clone())).collect()
    }

    /// What was being written is stored. Gives the numbers of its reports.
    pub fn finish(&mut self) -> Vec<f64> {
        std::mem::take(&mut self.writing)
            .into_list()
            .into_iter()
            .map(|(key, _)| f64::from_bits(key))
            .collect()
    }

    /// What was being written is not stored: it waits again, before what came meanwhile. Tells whether something did.
    pub fn put_back(&mut self) -> bool {
        for (key, earlier) in std::mem::take(&mut self.writing).into_list() {
            let change = match self.changes.remove(key) {
                Some(later) => earlier.then(later),
                None => earlier,
            };
            self.changes.insert(key, change);
        }
        self.has_new
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Brings a text that was read up to what is being written and what waits.
    pub fn text_after(&self, id: f64, read: Option<String>) -> Option<String> {
        let changes =
            [&self.writing, &self.changes].into_iter().filter_map(|changes| changes.get(id.to_bits()));
        changes.fold(read, |text, change| change.text_after(text))
    }

    /// Brings records that were read up to what is being written and what waits.
    pub fn overlay(&self, reports: Vec<StoredReport>) -> Vec<StoredReport> {
        let listed = reports.into_iter().map(|report| (report.id.to_bits(), Some(report)));
        let changes = self.writing.list().iter().chain(self.changes.list());
        let later = changes.map(|(key, change)| (*key, change.report.clone()));
        let all = ByNumber::of(listed.chain(later).collect());
        all.into_list().into_iter().filter_map(|(_, report)| report).collect()
    }
}
