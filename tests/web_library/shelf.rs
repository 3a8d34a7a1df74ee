//! A library that notes what it is told, and the database under it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use outage_lens::platform::library::{Library, LibraryEvent, Place};
use outage_lens::wire::stored::{StoredFacts, StoredIncident, StoredReport, VERSION};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStoreParameters, IdbOpenDbRequest, IdbTransactionMode};

/// How often an event is looked for, and how many times 5 ms that takes at most.
const MOST_LOOKS: usize = 1000;

pub struct Shelf {
    pub library: Library,
    pub events: Rc<RefCell<Vec<LibraryEvent>>>,
}

impl Shelf {
    /// A library in the database `name`, which is empty unless the test has used it.
    pub fn open(name: &str) -> Self {
        Self::open_version(name, version())
    }

    pub fn open_version(name: &str, version: u32) -> Self {
        let events = Rc::new(RefCell::new(Vec::new()));
        let told = Rc::clone(&events);
        let on_event = Rc::new(move |event| told.borrow_mut().push(event));
        let library = Library::open_at(Place { name: name.to_owned(), version }, on_event);
        assert!(events.borrow().is_empty(), "an event came before the library was there");
        Self { library, events }
    }

    /// The first event for which `find` has something, which is then taken off the list.
    pub async fn next<T>(&self, find: impl Fn(&LibraryEvent) -> Option<T>) -> T {
        for _ in 0..MOST_LOOKS {
            let found = self
                .events
                .borrow()
                .iter()
                .enumerate()
                .find_map(|(place, event)| Some((place, find(event)?)));
            if let Some((place, found)) = found {
                self.events.borrow_mut().remove(place);
                return found;
            }
            pause(5).await;
        }
        panic!("the event did not come; these did: {:?}", self.events.borrow());
    }

    pub async fn loaded(&self) -> (Vec<StoredReport>, usize) {
        self.next(|event| match event {
            LibraryEvent::Loaded { reports, damaged } => Some((reports.clone(), *damaged)),
            _ => None,
        })
        .await
    }

    pub async fn saved(&self) {
        self.next(|event| (*event == LibraryEvent::Saved).then_some(())).await;
    }

    pub async fn changed(&self) -> (Vec<StoredReport>, Vec<f64>) {
        self.next(|event| match event {
            LibraryEvent::Changed { saved, erased } => Some((saved.clone(), erased.clone())),
            _ => None,
        })
        .await
    }

    pub async fn trouble(&self) -> outage_lens::platform::library::Trouble {
        self.next(|event| match event {
            LibraryEvent::Trouble(trouble) => Some(trouble.clone()),
            _ => None,
        })
        .await
    }

    pub async fn text(&self, id: f64) -> Option<String> {
        self.library.load_text(id);
        self.next(|event| match event {
            LibraryEvent::Text { id: of, text } if *of == id => Some(text.clone()),
            _ => None,
        })
        .await
    }

    pub async fn save(&self, report: StoredReport, text: Option<&str>) {
        self.library.save(vec![(report, text.map(Rc::from))]);
        self.saved().await;
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        self.library.close();
    }
}

/// The version of the database.
pub fn version() -> u32 {
    Place::default().version
}

/// A record with one incident.
pub fn report(id: f64, added_ms: f64) -> StoredReport {
    let facts = StoredFacts { title: Some(format!("Report {id}")), events: 3, ..StoredFacts::default() };
    StoredReport {
        version: VERSION,
        id,
        added_ms,
        changed_ms: added_ms,
        deleted_ms: None,
        source: "pasted".to_owned(),
        file_name: None,
        reader: "0.1.0".to_owned(),
        opening: None,
        incidents: vec![StoredIncident { facts, ..StoredIncident::default() }],
    }
}

pub async fn pause(ms: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        web_sys::window()
            .unwrap()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
            .unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// A connection that knows nothing of the library.
pub async fn plain_connection(name: &str) -> IdbDatabase {
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    let request: IdbOpenDbRequest = factory.open(name).unwrap();
    happened(&request, "success").await;
    request.result().unwrap().unchecked_into()
}

/// A library as the program of an earlier version left it: a row for each record.
pub async fn create_with_rows(name: &str, version: u32, records: &[&str]) {
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    let request: IdbOpenDbRequest = factory.open_with_u32(name, version).unwrap();
    happened(&request, "upgradeneeded").await;
    let database: IdbDatabase = request.result().unwrap().unchecked_into();
    let by_number = IdbObjectStoreParameters::new();
    by_number.set_key_path(&"id".into());
    let rows = database.create_object_store_with_optional_parameters("reports", &by_number).unwrap();
    let texts = database.create_object_store("texts").unwrap();
    for record in records {
        let record = js_sys::JSON::parse(record).unwrap();
        rows.put(&record).unwrap();
        let id = js_sys::Reflect::get(&record, &"id".into()).unwrap();
        texts.put_with_key(&"its text".into(), &id).unwrap();
    }
    happened(&request, "success").await;
    database.close();
}

/// Puts something into a store.
pub async fn put_plainly(name: &str, store: &str, value: &JsValue, key: Option<u32>) {
    let database = plain_connection(name).await;
    let transaction = database.transaction_with_str_and_mode(store, IdbTransactionMode::Readwrite).unwrap();
    let store = transaction.object_store(store).unwrap();
    match key {
        Some(key) => store.put_with_key(value, &key.into()).unwrap(),
        None => store.put(value).unwrap(),
    };
    happened(&transaction, "complete").await;
    database.close();
}

/// Puts something into the store of records.
pub async fn put_row(name: &str, json: &str) {
    put_plainly(name, "reports", &js_sys::JSON::parse(json).unwrap(), None).await;
}

/// How many records there are, readable or not.
pub async fn count_rows(name: &str) -> f64 {
    let database = plain_connection(name).await;
    let store = database.transaction_with_str("reports").unwrap().object_store("reports").unwrap();
    let request = store.count().unwrap();
    happened(&request, "success").await;
    database.close();
    request.result().unwrap().as_f64().unwrap()
}

/// The lines of all buckets, readable or not.
pub async fn lines_plainly(name: &str) -> Vec<String> {
    let database = plain_connection(name).await;
    let store = database.transaction_with_str("buckets").unwrap().object_store("buckets").unwrap();
    let request = store.get_all().unwrap();
    happened(&request, "success").await;
    database.close();
    let buckets: js_sys::Array = request.result().unwrap().unchecked_into();
    let lines = buckets.iter().map(|bucket| bucket.as_string().unwrap());
    lines.flat_map(|bucket| bucket.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

async fn happened(target: &web_sys::EventTarget, name: &str) {
    let promise = Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move || resolve.call0(&JsValue::NULL));
        target.add_event_listener_with_callback(name, done.unchecked_ref()).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}
