//! What is stored, read.

use std::rc::Rc;

use super::requests::{self, settled};
use super::{Connection, LibraryEvent, Shared, Trouble, buckets};
use crate::wire::library::{Bucket, in_order_of_adding};

impl Shared {
    /// Reads every record and tells of them; then writes what waited for that.
    pub(super) fn load(self: &Rc<Self>) {
        let shared = Rc::clone(self);
        self.read_all(move |read| {
            match read {
                Ok(Bucket { reports, damaged }) => {
                    let reports = in_order_of_adding(reports, |report| report);
                    shared.tell(LibraryEvent::Loaded { reports, damaged });
                }
                Err(trouble) => shared.tell_trouble(trouble),
            }
            shared.write();
        });
    }

    /// Hands every record of the database to `done`, and how many cannot be read.
    pub(super) fn read_all(&self, done: impl FnOnce(Result<Bucket, Trouble>) + 'static) {
        match self.database() {
            Some(database) => buckets::read_all(&database, Box::new(done)),
            None => done(Ok(Bucket::default())),
        }
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
