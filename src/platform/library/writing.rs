//! What is handed over, stored.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::requests::{self, settled};
use super::{LibraryEvent, Shared, Trouble, tabs};

impl Shared {
    /// Writes what waits, one transaction after the other.
    pub(super) fn write(self: &Rc<Self>) {
        if self.is_writing.get() {
            return;
        }
        let Some(database) = self.database() else { return };
        let batch = self.waiting.borrow_mut().begin();
        if batch.is_empty() {
            return;
        }
        match requests::write(&database, &batch) {
            Ok(writing) => {
                self.is_writing.set(true);
                let shared = Rc::clone(self);
                settled(&writing.transaction.clone(), "complete", "abort", move |is_good| {
                    shared.is_writing.set(false);
                    if is_good { shared.written() } else { shared.not_written(&writing.reason()) }
                });
            }
            Err(error) => self.not_written(&error),
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

    /// The next change tries again, or one that came meanwhile; trying the same at once would fail in the same way.
    fn not_written(self: &Rc<Self>, error: &JsValue) {
        let has_more = !self.waiting.borrow().is_empty();
        self.waiting.borrow_mut().put_back();
        self.tell_trouble(Trouble::of(error));
        if has_more {
            self.write();
        }
    }
}
