//! The library of reports in the browser's `IndexedDB`.
//!
//! One database with three stores: `reports` holds a record of [`crate::wire::stored`] for each report, `texts` its text,
//! which is long and fetched only when the report is opened, `buckets` all records once more, to be read quickly. What
//! happens is told as [`LibraryEvent`]s.
//!
//! Nothing that was handed over is lost while the page is open: what cannot be stored stays in memory, is what
//! [`Library::load_text`] gives, and is tried again with the next change.

mod batch;
mod buckets;
mod database;
mod export;
mod file;
mod import;
mod reading;
mod requests;
mod tabs;
mod trouble;
mod waiting;
mod writing;

pub use trouble::Trouble;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{BroadcastChannel, IdbDatabase};

use crate::wire::stored::StoredReport;

use self::waiting::{Change, Waiting};

/// The reports that are kept from visit to visit.
#[derive(Clone)]
pub struct Library {
    shared: Rc<Shared>,
}

/// What happened to the library.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryEvent {
    /// It was opened. Comes once, unless trouble comes instead.
    Loaded {
        /// What was in it, in the order of adding; nothing that was saved since the page opened.
        reports: Vec<StoredReport>,
        /// How many further records cannot be read. They stay where they are.
        damaged: usize,
    },
    /// Another page of the same browser changed it.
    Changed {
        /// The records that are new or differ.
        saved: Vec<StoredReport>,
        /// The numbers of those that are gone.
        erased: Vec<f64>,
    },
    /// A text was fetched.
    Text {
        /// The report's number.
        id: f64,
        /// Its text; `None` where there is none.
        text: Option<String>,
    },
    /// Everything that was handed over is stored.
    Saved,
    /// Something cannot be stored, or nothing can be.
    Trouble(Trouble),
}

/// Which database it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The database's name, which is also the name of the channel between pages.
    pub name: String,
    /// The database's version.
    pub version: u32,
}

impl Default for Place {
    fn default() -> Self {
        Self { name: "outage-lens".to_owned(), version: database::VERSION }
    }
}

struct Shared {
    place: Place,
    on_event: Rc<dyn Fn(LibraryEvent)>,
    connection: RefCell<Connection>,
    waiting: RefCell<Waiting>,
    is_writing: Cell<bool>,
    /// Trouble that goes on is told once.
    told: RefCell<Option<Trouble>>,
    channel: Option<BroadcastChannel>,
}

enum Connection {
    /// Not open yet; the texts to fetch as soon as it is.
    Opening(Vec<f64>),
    Open(IdbDatabase),
    /// Not to be had, or not any more.
    Closed,
}

impl Library {
    /// Opens the library. What comes of it, and everything later, is told to `on_event`, never before this returns.
    #[must_use]
    pub fn open(on_event: Rc<dyn Fn(LibraryEvent)>) -> Self {
        Self::open_at(Place::default(), on_event)
    }

    /// As [`Library::open`], for a database of another name or version.
    #[must_use]
    pub fn open_at(place: Place, on_event: Rc<dyn Fn(LibraryEvent)>) -> Self {
        let channel = BroadcastChannel::new(&place.name).ok();
        let shared = Rc::new(Shared {
            place,
            on_event,
            connection: RefCell::new(Connection::Opening(Vec::new())),
            waiting: RefCell::default(),
            is_writing: Cell::new(false),
            told: RefCell::default(),
            channel,
        });
        tabs::listen(&shared);
        database::open(&shared);
        Self { shared }
    }

    /// Saves reports, each with its text unless that is stored already. A record and its text are stored together or
    /// not at all; reports of one call that fit are stored together too.
    pub fn save(&self, reports: Vec<(StoredReport, Option<Rc<str>>)>) {
        let mut waiting = self.shared.waiting.borrow_mut();
        for (report, text) in reports {
            waiting.add(report.id, Change::save(report, text));
        }
        drop(waiting);
        self.shared.write();
    }

    /// Erases reports and their texts for good.
    pub fn erase(&self, ids: &[f64]) {
        let mut waiting = self.shared.waiting.borrow_mut();
        for id in ids {
            waiting.add(*id, Change::erase());
        }
        drop(waiting);
        self.shared.write();
    }

    /// Fetches the text of a report, which then comes as [`LibraryEvent::Text`].
    pub fn load_text(&self, id: f64) {
        self.shared.load_text(id);
    }

    /// Closes the connection. What waits stays unsaved.
    pub fn close(&self) {
        self.shared.close();
        if let Some(channel) = &self.shared.channel {
            channel.close();
        }
    }
}

/// A number for a new report that no other page will choose: 53 bits of chance.
#[must_use]
pub fn fresh_report_id() -> f64 {
    (js_sys::Math::random() * 9_007_199_254_740_992.0).floor()
}

impl Shared {
    fn tell(&self, event: LibraryEvent) {
        (self.on_event)(event);
    }

    /// Tells trouble unless it is what was told last.
    fn tell_trouble(&self, trouble: Trouble) {
        let is_new = self.told.borrow().as_ref() != Some(&trouble);
        if is_new {
            *self.told.borrow_mut() = Some(trouble.clone());
            self.tell(LibraryEvent::Trouble(trouble));
        }
    }

    fn database(&self) -> Option<IdbDatabase> {
        match &*self.connection.borrow() {
            Connection::Open(database) => Some(database.clone()),
            Connection::Opening(_) | Connection::Closed => None,
        }
    }

    /// Gives the connection up, and answers those who wait for texts.
    fn close(&self) {
        let before = self.connection.replace(Connection::Closed);
        match before {
            Connection::Opening(texts) => {
                for id in texts {
                    self.tell_text(id, None);
                }
            }
            Connection::Open(database) => database.close(),
            Connection::Closed => {}
        }
    }
}
