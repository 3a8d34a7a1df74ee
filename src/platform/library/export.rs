//! Writing the whole library into one file.

use std::rc::Rc;

use web_sys::Blob;

use super::requests::{TEXTS, settled, several};
use super::{Library, Shared, file};
use crate::wire::library::{KeptReport, in_order_of_adding};

impl Library {
    /// Writes `reports` into a file and hands it to `done`, `None` where the browser cannot make one. Texts that are
    /// not given are taken from the library.
    pub fn export(&self, reports: Vec<KeptReport>, done: impl FnOnce(Option<Blob>) + 'static) {
        let reports = in_order_of_adding(reports, |kept| &kept.report);
        self.shared.add_texts(reports, move |reports| done(file::library_file(&reports).ok()));
    }
}

impl Shared {
    /// Hands `reports` to `done` with the texts that they lack, as far as the library has them.
    fn add_texts(
        self: &Rc<Self>,
        mut reports: Vec<KeptReport>,
        done: impl FnOnce(Vec<KeptReport>) + 'static,
    ) {
        let missing: Vec<usize> = (0..reports.len()).filter(|place| reports[*place].text.is_none()).collect();
        let ids: Vec<f64> = missing.iter().map(|place| reports[*place].report.id).collect();
        let asked = self.database().and_then(|database| several(&database, TEXTS, &ids).ok());
        let shared = Rc::clone(self);
        let add = move |read: Vec<Option<String>>| {
            for (place, read) in missing.into_iter().zip(read) {
                let id = reports[place].report.id;
                reports[place].text = shared.waiting.borrow().text_after(id, read);
            }
            done(reports);
        };
        match asked.filter(|_| !ids.is_empty()) {
            None => add(vec![None; ids.len()]),
            Some((transaction, requests)) => settled(&transaction, "complete", "abort", move |_| {
                add(requests.iter().map(|request| request.result().ok()?.as_string()).collect());
            }),
        }
    }
}
