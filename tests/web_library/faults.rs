//! Storage that is refused, full or broken.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use outage_lens::platform::library::{LibraryEvent, Trouble};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DomException, IdbObjectStore};

use crate::shelf::{Shelf, create_with_rows, lines_plainly, pause, report};

/// Something of the browser that is replaced for a while.
struct Replaced {
    owner: Object,
    name: &'static str,
    before: JsValue,
    /// How often it was asked for what it refuses.
    refused: Rc<Cell<u32>>,
}

impl Replaced {
    fn with(owner: Object, name: &'static str, field: &str, replacement: &JsValue) -> Self {
        let before = Reflect::get_own_property_descriptor(&owner, &name.into()).unwrap();
        let descriptor = Object::new();
        Reflect::set(&descriptor, &field.into(), replacement).unwrap();
        Reflect::set(&descriptor, &"configurable".into(), &true.into()).unwrap();
        assert!(Reflect::define_property(&owner, &name.into(), &descriptor).unwrap());
        Self { owner, name, before, refused: Rc::default() }
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        Reflect::define_property(&self.owner, &self.name.into(), self.before.unchecked_ref()).unwrap();
    }
}

fn exception(name: &str) -> JsValue {
    DomException::new_with_message_and_name("", name).unwrap().into()
}

/// What a browser does in a sandboxed frame: the mere look at the storage throws.
fn refuse_storage() -> Replaced {
    let get = Closure::<dyn Fn() -> Result<JsValue, JsValue>>::new(|| Err(exception("SecurityError")));
    let window: Object = web_sys::window().unwrap().unchecked_into();
    Replaced::with(window, "indexedDB", "get", &get.into_js_value())
}

/// Writing into the store of that name throws.
fn refuse_writing(store: &'static str) -> Replaced {
    refuse("put", store)
}

/// A method of the store of that name throws.
fn refuse(method: &'static str, store: &'static str) -> Replaced {
    let refused = Rc::new(Cell::new(0));
    let counted = Rc::clone(&refused);
    let prototype = Reflect::get(
        &Reflect::get(&js_sys::global(), &"IDBObjectStore".into()).unwrap(),
        &"prototype".into(),
    );
    let prototype: Object = prototype.unwrap().unchecked_into();
    let real: js_sys::Function = Reflect::get(&prototype, &method.into()).unwrap().unchecked_into();
    let inner = Closure::<dyn Fn(JsValue, js_sys::Array) -> Result<JsValue, JsValue>>::new(
        move |this: JsValue, arguments: js_sys::Array| {
            let asked: &IdbObjectStore = this.unchecked_ref();
            if asked.name() == store {
                counted.set(counted.get() + 1);
                Err(exception("QuotaExceededError"))
            } else {
                real.apply(&this, &arguments)
            }
        },
    );
    // A method is told its store as `this`, which a closure does not see.
    let inner: js_sys::Function = inner.into_js_value().unchecked_into();
    #[expect(clippy::disallowed_methods, reason = "the test's page has no policy that refuses it")]
    let make =
        js_sys::Function::new_with_args("inner", "return function (...all) { return inner(this, all); }");
    let replacement = make.call1(&JsValue::NULL, &inner).unwrap();
    let mut replaced = Replaced::with(prototype, method, "value", &replacement);
    replaced.refused = refused;
    replaced
}

#[wasm_bindgen_test]
async fn refused_storage_is_told_and_nothing_is_lost_meanwhile() {
    let refused = refuse_storage();
    let shelf = Shelf::open("refused");
    assert_eq!(shelf.trouble().await, Trouble::Denied);
    shelf.library.save(vec![(report(1.0, 1.0), Some(Rc::from("in memory")))]);
    shelf.library.erase(&[2.0]);
    assert_eq!(shelf.text(1.0).await.as_deref(), Some("in memory"));
    assert_eq!(shelf.text(2.0).await, None);
    pause(50).await;
    assert_eq!(*shelf.events.borrow(), []);
    drop(refused);
}

#[wasm_bindgen_test]
async fn a_text_asked_for_before_storage_is_refused_is_answered() {
    let refused = refuse_storage();
    let shelf = Shelf::open("refused early");
    assert_eq!(shelf.text(1.0).await, None);
    drop(refused);
}

#[wasm_bindgen_test]
async fn a_report_is_not_stored_without_its_text_and_is_tried_again() {
    let name = "full";
    let shelf = Shelf::open(name);
    shelf.loaded().await;
    shelf.save(report(1.0, 1.0), Some("one")).await;
    let full = refuse_writing("texts");
    shelf.library.save(vec![(report(2.0, 2.0), Some(Rc::from("two")))]);
    assert_eq!(shelf.trouble().await, Trouble::Full);
    shelf.library.save(vec![(report(3.0, 3.0), Some(Rc::from("three")))]);
    pause(50).await;
    assert_eq!(*shelf.events.borrow(), [], "the same trouble is told once");
    assert_eq!(shelf.text(2.0).await.as_deref(), Some("two"));
    let beside = Shelf::open(name);
    assert_eq!(beside.loaded().await.0, [report(1.0, 1.0)]);
    drop(full);
    shelf.library.erase(&[1.0]);
    shelf.saved().await;
    drop((shelf, beside));
    let again = Shelf::open(name);
    assert_eq!(again.loaded().await.0, [report(2.0, 2.0), report(3.0, 3.0)]);
    assert_eq!(again.text(2.0).await.as_deref(), Some("two"));
}

#[wasm_bindgen_test]
async fn erasing_makes_room_while_nothing_can_be_written() {
    let name = "room";
    let shelf = Shelf::open(name);
    shelf.loaded().await;
    // Two of one bucket, which cannot be written without the one that goes.
    shelf.save(report(1.0, 1.0), Some("one")).await;
    shelf.save(report(510.0, 2.0), Some("beside")).await;
    let full = refuse_writing("buckets");
    shelf.library.save(vec![(report(2.0, 2.0), Some(Rc::from("two")))]);
    assert_eq!(shelf.trouble().await, Trouble::Full);
    shelf.library.erase(&[1.0]);
    assert_eq!(shelf.trouble().await, Trouble::Full, "after a success the trouble is told again");
    let beside = Shelf::open(name);
    assert_eq!(beside.loaded().await.0, [report(510.0, 2.0)]);
    assert_eq!(beside.text(1.0).await, None);
    drop(full);
    let saved = |event: &LibraryEvent| *event == LibraryEvent::Saved;
    assert!(!shelf.events.borrow().iter().any(saved), "nothing is said to be saved while something waits");
    shelf.save(report(3.0, 3.0), None).await;
    let again = Shelf::open(name);
    assert_eq!(again.loaded().await.0.len(), 3);
    assert_eq!(lines_plainly(name).await.len(), 3, "what had to go is made anew");
}

#[wasm_bindgen_test]
async fn what_cannot_be_erased_is_tried_a_few_times_only() {
    let shelf = Shelf::open("stuck");
    shelf.loaded().await;
    shelf.save(report(1.0, 1.0), None).await;
    let full = refuse_writing("buckets");
    shelf.library.save(vec![(report(2.0, 2.0), None)]);
    assert_eq!(shelf.trouble().await, Trouble::Full);
    let stuck = refuse("delete", "reports");
    shelf.library.erase(&[1.0]);
    pause(100).await;
    let tried = stuck.refused.get();
    assert!((1..=2).contains(&tried), "{tried} times");
    drop((stuck, full));
}

#[wasm_bindgen_test]
async fn a_library_of_an_earlier_version_opens_without_room_for_its_buckets() {
    let name = "no room";
    let sound = r#"{"id":1,"version":2,"added_ms":1,"changed_ms":1,"source":"","reader":"","incidents":[]}"#;
    create_with_rows(name, 2, &[sound]).await;
    let full = refuse_writing("buckets");
    for _ in 0..2 {
        let shelf = Shelf::open(name);
        assert_eq!(shelf.loaded().await.0.len(), 1);
        assert_eq!(*shelf.events.borrow(), []);
    }
    drop(full);
    assert_eq!(lines_plainly(name).await.len(), 0);
    assert_eq!(Shelf::open(name).loaded().await.0.len(), 1);
    assert_eq!(lines_plainly(name).await.len(), 1);
}
