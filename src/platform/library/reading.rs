//! What is stored, read.

use std::rc::Rc;

use super::requests::{self, settled};
use super::{Connection, LibraryEvent, Shared, Trouble, file};
use crate::wire::library::in_order_of_adding;
use crate::wire::stored::StoredReport;

impl Shared {
    /// Reads every record and tells of them; then writes what waited for that.
    pub(super) fn load(self: &Rc<Self>) {
        let shared = Rc::clone(self);
        self.read_all(move |read| {
            match read {
                Ok((reports, damaged)) => {
                    let reports = in_order_of_adding(reports, |report| report);
                    shared.tell(LibraryEvent::Loaded { reports, damaged });
                }
                Err(trouble) => shared.tell_trouble(trouble),
            }
            shared.write();
        });
    }

    /// Hands every record of the database to `done`, and how many cannot be read.
    pub(super) fn read_all(&self, done: impl FnOnce(Result<(Vec<StoredReport>, usize), Trouble>) + 'static) {
        let Some(database) = self.database() else { return done(Ok((Vec::new(), 0))) };
        let request = match requests::all_records(&database) {
            Ok(request) => request,
            Err(error) => return done(Err(Trouble::of(&error))),
        };
        settled(&request.clone(), "success", "error", move |is_good| {
            done(if is_good {
                Ok(file::read_records(request.result().unwrap_or_default()))
            } else {
                Err(Trouble::of(&request.error().ok().flatten().into()))
            });
        });
    }

    pub(super) fn load_text(self: &Rc<Self>, id: f64) {
        if let Connection::Opening(texts) = &mut *self.connection.borrow_mut() {
            return texts.push(id);
        }
        let request = self.database().and_then(|database| requests::text(&database, id).ok());
        let Some(request) = request else { return self.tell_text(id, None) };
        let shared = Rc::clone(self);
        settled(&request.clone(), "success", "error", move |_| {
            let text = request.result().ok().and_then(|text| text.as_string());
            shared.tell_text(id, text);
        });
    }

    /// What waits to be written is later than what was read.
    pub(super) fn tell_text(&self, id: f64, read: Option<String>) {
        let text = self.waiting.borrow().text_after(id, read);
        self.tell(LibraryEvent::Text { id, text });
    }
}
