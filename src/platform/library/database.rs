//! Opening the database, bringing it up to date, and losing it.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, IdbDatabase, IdbFactory, IdbObjectStoreParameters, IdbOpenDbRequest, IdbVersionChangeEvent,
};

use super::requests::{BUCKETS, REPORTS, TEXTS, settled};
use super::{Connection, Shared, Trouble};
use crate::platform::window;

/// The version of the stores. It moves with the version of the records too, so that an older program refuses a library
/// that it cannot read, instead of reading half of it; version 3 was of the stores alone.
pub(super) const VERSION: u32 = crate::wire::stored::VERSION + 1;

type Step = fn(&IdbDatabase) -> Result<(), JsValue>;

/// What leads from each version to the next, from none at all to [`VERSION`]. Records are brought up to date when they
/// are read, so that a step has work only where the stores change.
const STEPS: [Step; VERSION as usize] = [create_stores, leave_stores, create_buckets];

/// The field of a record that is its key.
pub(super) const KEY: &str = "id";

fn create_stores(database: &IdbDatabase) -> Result<(), JsValue> {
    let by_number = IdbObjectStoreParameters::new();
    by_number.set_key_path(&KEY.into());
    database.create_object_store_with_optional_parameters(REPORTS, &by_number)?;
    database.create_object_store(TEXTS)?;
    Ok(())
}

/// Version 2 changes records only.
#[expect(clippy::unnecessary_wraps, reason = "a step")]
fn leave_stores(_: &IdbDatabase) -> Result<(), JsValue> {
    Ok(())
}

/// Version 3 has buckets, which are filled when they are missed.
fn create_buckets(database: &IdbDatabase) -> Result<(), JsValue> {
    database.create_object_store(BUCKETS).map(drop)
}

/// Opens the database of `shared` and loads it. The events come after this has returned.
pub(super) fn open(shared: &Rc<Shared>) {
    let request = match request(shared) {
        Ok(request) => request,
        Err(error) => return tell_later(shared, Trouble::of(&error)),
    };
    let opening = request.clone();
    EventListener::once(&request, "upgradeneeded", move |event| upgrade(&opening, event)).forget();
    let waiting = Rc::clone(shared);
    EventListener::once(&request, "blocked", move |_| waiting.tell_trouble(Trouble::Blocked)).forget();
    let shared = Rc::clone(shared);
    settled(&request.clone(), "success", "error", move |is_good| {
        let opened = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok());
        match opened.filter(|_| is_good) {
            Some(database) => connect(&shared, database),
            None => give_up(&shared, Trouble::of(&request.error().ok().flatten().into())),
        }
    });
}

fn request(shared: &Shared) -> Result<IdbOpenDbRequest, JsValue> {
    let factory: Option<IdbFactory> = window().map_or(Ok(None), |window| window.indexed_db())?;
    let factory = factory.ok_or(web_sys::DomException::new_with_message_and_name("", "SecurityError")?)?;
    factory.open_with_u32(&shared.place.name, shared.place.version)
}

fn tell_later(shared: &Rc<Shared>, trouble: Trouble) {
    let shared = Rc::clone(shared);
    gloo::timers::callback::Timeout::new(0, move || give_up(&shared, trouble)).forget();
}

/// Takes the steps that are missing. A step that fails aborts the upgrade, and the database stays as it was.
fn upgrade(request: &IdbOpenDbRequest, event: &Event) {
    let opened = request.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok());
    let (Some(database), Some(event)) = (opened, event.dyn_ref::<IdbVersionChangeEvent>()) else { return };
    // OK because versions of this database are small whole numbers.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let from = event.old_version() as usize;
    let done = STEPS.iter().skip(from).try_for_each(|step| step(&database));
    if done.is_err()
        && let Some(transaction) = request.transaction()
    {
        let _ = transaction.abort();
    }
}

fn connect(shared: &Rc<Shared>, database: IdbDatabase) {
    let told = Rc::clone(shared);
    EventListener::once(&database, "versionchange", move |event| {
        let event = event.dyn_ref::<IdbVersionChangeEvent>();
        let is_newer = event.is_some_and(|event| event.new_version().is_some());
        give_up(&told, if is_newer { Trouble::Newer } else { gone() });
    })
    .forget();
    let told = Rc::clone(shared);
    EventListener::once(&database, "close", move |_| give_up(&told, gone())).forget();
    *shared.told.borrow_mut() = None;
    let before = shared.connection.replace(Connection::Open(database));
    shared.load();
    if let Connection::Opening(texts) = before {
        for id in texts {
            shared.load_text(id);
        }
    }
}

fn gone() -> Trouble {
    Trouble::Other(
        "the browser's data of this page were cleared; reload it to start a new library".to_owned(),
    )
}

fn give_up(shared: &Shared, trouble: Trouble) {
    shared.close();
    shared.tell_trouble(trouble);
}
