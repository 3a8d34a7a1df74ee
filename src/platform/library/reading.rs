//! What is stored, read.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::requests::{self, list, settled};
use super::{Connection, LibraryEvent, Shared, Trouble, file};
use crate::wire::library::{Bucket, in_order_of_adding, read_bucket};

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
        let Some(database) = self.database() else { return done(Ok(Bucket::default())) };
        match requests::buckets(&database) {
            Ok((transaction, requests)) => {
                let all = Rc::new(RefCell::default());
                for request in requests {
                    let all = Rc::clone(&all);
                    settled(&request.clone(), "success", "error", move |is_good| {
                        // An error of the request is one of the transaction too.
                        if is_good {
                            let buckets = list(request.result().unwrap_or_default());
                            read_buckets(buckets.iter(), &mut all.borrow_mut());
                        }
                    });
                }
                settled(&transaction.clone(), "complete", "abort", move |is_good| {
                    let fault = || Trouble::of(&transaction.error().map(JsValue::from).unwrap_or_default());
                    done(if is_good { Ok(all.take()) } else { Err(fault()) });
                });
            }
            Err(error) => done(Err(Trouble::of(&error))),
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

/// Reads several buckets into one.
pub(super) fn read_buckets(buckets: impl Iterator<Item = JsValue>, all: &mut Bucket) {
    for bucket in buckets {
        let Bucket { reports, damaged } = read_bucket(&bucket.as_string().unwrap_or_default(), file::number);
        all.reports.extend(reports);
        all.damaged += damaged;
    }
}
