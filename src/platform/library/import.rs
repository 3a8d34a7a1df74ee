//! Reading an exported library into this one.

use std::rc::Rc;

use super::{Library, Shared, file};
use crate::wire::library::{KeptReport, Merge, merge, read_library};
use crate::wire::stored::StoredReport;

impl Library {
    /// Compares the file `json` with what the library holds and hands `done` what is to be saved, or the sentence that
    /// says why it is no such file. Nothing is saved by this.
    pub fn import(&self, json: &str, done: impl FnOnce(Result<Merge, String>) + 'static) {
        match read_library(json, file::number) {
            Err(sentence) => done(Err(sentence)),
            Ok(imported) => self.shared.compare(imported, done),
        }
    }
}

impl Shared {
    fn compare(
        self: &Rc<Self>,
        imported: Vec<KeptReport>,
        done: impl FnOnce(Result<Merge, String>) + 'static,
    ) {
        let shared = Rc::clone(self);
        self.read_all(move |read| {
            // What cannot be read cannot be compared with, and what waits is known in any case.
            let stored: Vec<StoredReport> = read.map(|read| read.reports).unwrap_or_default();
            let here = shared.waiting.borrow().overlay(stored);
            done(Ok(merge(&here, imported)));
        });
    }
}
