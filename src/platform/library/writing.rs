//! What is handed over, stored.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

use super::batch::{Batch, Copies};
use super::requests::settled;
use super::waiting::Change;
use super::{LibraryEvent, Shared, Trouble, tabs};

impl Shared {
    /// Writes what waits, one transaction after the other.
    pub(super) fn write(self: &Rc<Self>) {
        if self.is_writing.get() {
            return;
        }
        let Some(database) = self.database() else { return };
        let changes = self.waiting.borrow_mut().begin();
        if !changes.is_empty() {
            self.write_all(database, changes, Copies::Follow);
        }
    }

    fn write_all(self: &Rc<Self>, database: IdbDatabase, changes: Vec<(f64, Change)>, copies: Copies) {
        match Batch::write(&database, &changes, copies) {
            Ok(batch) => {
                self.is_writing.set(true);
                let shared = Rc::clone(self);
                settled(&batch.transaction.clone(), "complete", "abort", move |is_good| {
                    shared.is_writing.set(false);
                    if is_good {
                        shared.written();
                    } else {
                        shared.not_written(database, changes, copies, &batch.reason());
                    }
                });
            }
            Err(error) => self.not_written(database, changes, copies, &error),
        }
    }

    fn written(self: &Rc<Self>) {
        let stored = self.waiting.borrow_mut().finish();
        tabs::tell(self, stored);
        *self.told.borrow_mut() = None;
        if self.waiting.borrow().is_empty() {
            self.tell(LibraryEvent::Saved);
        }
        self.write();
    }

    /// What only erases is written again without its buckets, for which there may be no room. Else the next change tries
    /// again, or one that came meanwhile; trying the same at once would fail in the same way.
    fn not_written(
        self: &Rc<Self>,
        database: IdbDatabase,
        changes: Vec<(f64, Change)>,
        copies: Copies,
        error: &JsValue,
    ) {
        if copies == Copies::Follow && changes.iter().all(|(_, change)| change.report.is_none()) {
            return self.write_all(database, changes, Copies::Go);
        }
        let has_new = self.waiting.borrow_mut().put_back();
        self.tell_trouble(Trouble::of(error));
        if has_new {
            self.write();
        }
    }
}
