//! What is stored, read.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::IdbObjectStore;

use super::requests::{self, list, settled};
use super::{Connection, LibraryEvent, Shared, Trouble, file};
use crate::wire::library::in_order_of_adding;
use crate::wire::stored::StoredReport;

/// How many records are asked for at a time. While the browser fetches the next ones, which takes it about as long, those that
/// came are read.
const PORTION: u32 = 1_000;

/// Reports, and how many further records cannot be read.
type Records = (Vec<StoredReport>, usize);

/// Hears of all records once.
type Done = Box<dyn FnOnce(Result<Records, Trouble>)>;

/// All records on their way.
struct Reading {
    store: IdbObjectStore,
    read: RefCell<Records>,
    done: Cell<Option<Done>>,
}

impl Reading {
    /// Asks for the records behind the key `last`, or for the first ones.
    fn read_after(self: Rc<Self>, last: Option<&JsValue>) {
        let request = match requests::some_records(&self.store, last, PORTION) {
            Ok(request) => request,
            Err(error) => return self.end(Err(Trouble::of(&error))),
        };
        settled(&request.clone(), "success", "error", move |is_good| {
            if is_good {
                self.take(&list(request.result().unwrap_or_default()));
            } else {
                self.end(Err(Trouble::of(&request.error().ok().flatten().into())));
            }
        });
    }

    fn take(self: Rc<Self>, portion: &Array) {
        let is_last = portion.length() < PORTION;
        if !is_last {
            Rc::clone(&self).read_after(Some(&requests::key_of(&portion.get(portion.length() - 1))));
        }
        let (reports, damaged) = file::read_records(portion);
        let mut read = self.read.borrow_mut();
        read.0.extend(reports);
        read.1 += damaged;
        drop(read);
        if is_last {
            self.end(Ok(self.read.take()));
        }
    }

    fn end(&self, result: Result<Records, Trouble>) {
        if let Some(done) = self.done.take() {
            done(result);
        }
    }
}

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
    pub(super) fn read_all(&self, done: impl FnOnce(Result<Records, Trouble>) + 'static) {
        let Some(database) = self.database() else { return done(Ok(Records::default())) };
        match requests::records(&database) {
            Ok(store) => {
                let reading =
                    Reading { store, read: RefCell::default(), done: Cell::new(Some(Box::new(done))) };
                Rc::new(reading).read_after(None);
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
