//! Two pages with the same library, and pages of two versions.

use outage_lens::platform::library::Trouble;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::shelf::{Shelf, count_rows, lines_plainly, pause, plain_connection, report, version};

#[wasm_bindgen_test]
async fn another_page_hears_of_what_is_saved_and_erased() {
    let (one, two) = (Shelf::open("two pages"), Shelf::open("two pages"));
    one.loaded().await;
    two.loaded().await;
    one.save(report(1.0, 1.0), Some("one")).await;
    assert_eq!(two.changed().await, (vec![report(1.0, 1.0)], Vec::new()));
    assert_eq!(two.text(1.0).await.as_deref(), Some("one"));
    two.library.erase(&[1.0]);
    two.library.save(vec![(report(2.0, 2.0), None)]);
    assert_eq!(one.changed().await, (Vec::new(), vec![1.0]));
    assert_eq!(one.changed().await, (vec![report(2.0, 2.0)], Vec::new()));
    let own = two.events.borrow().iter().filter(|event| format!("{event:?}").starts_with("Changed")).count();
    assert_eq!(own, 0, "a page is told of its own changes");
}

#[wasm_bindgen_test]
async fn pages_that_save_at_once_into_one_bucket_lose_nothing() {
    let name = "one bucket";
    let pages = [Shelf::open(name), Shelf::open(name)];
    for (page, first) in pages.iter().zip([0.0, 509.0]) {
        page.loaded().await;
        for step in 0..20 {
            page.library.save(vec![(report(first + 1018.0 * f64::from(step), 1.0), None)]);
        }
    }
    for page in &pages {
        page.saved().await;
    }
    assert_eq!(count_rows(name).await, 40.0);
    assert_eq!(lines_plainly(name).await.len(), 40);
}

#[wasm_bindgen_test]
async fn libraries_of_other_names_hear_nothing() {
    let (one, two) = (Shelf::open("apart 1"), Shelf::open("apart 2"));
    one.loaded().await;
    two.loaded().await;
    one.save(report(1.0, 1.0), None).await;
    pause(100).await;
    assert_eq!(two.events.borrow().len(), 0);
}

#[wasm_bindgen_test]
async fn a_library_of_a_newer_version_is_refused_and_stays() {
    let name = "newer";
    let newer = Shelf::open_version(name, version() + 1);
    newer.loaded().await;
    newer.save(report(1.0, 1.0), Some("one")).await;
    drop(newer);
    let older = Shelf::open(name);
    assert_eq!(older.trouble().await, Trouble::Newer);
    older.library.erase(&[1.0]);
    older.library.save(vec![(report(2.0, 2.0), None)]);
    pause(100).await;
    assert_eq!(*older.events.borrow(), []);
    drop(older);
    let again = Shelf::open_version(name, version() + 1);
    assert_eq!(again.loaded().await, (vec![report(1.0, 1.0)], 0));
}

#[wasm_bindgen_test]
async fn a_page_of_an_older_version_gives_way_and_keeps_what_it_has() {
    let name = "gives way";
    let older = Shelf::open(name);
    older.loaded().await;
    older.save(report(1.0, 1.0), Some("one")).await;
    let newer = Shelf::open_version(name, version() + 1);
    assert_eq!(newer.loaded().await, (vec![report(1.0, 1.0)], 0));
    assert_eq!(older.trouble().await, Trouble::Newer);
    older.library.save(vec![(report(2.0, 2.0), Some("in memory".into()))]);
    assert_eq!(older.text(2.0).await.as_deref(), Some("in memory"));
    assert_eq!(older.text(1.0).await, None);
}

#[wasm_bindgen_test]
async fn a_page_that_does_not_give_way_blocks_until_it_is_closed() {
    let name = "blocked";
    let first = Shelf::open(name);
    first.loaded().await;
    first.save(report(1.0, 1.0), None).await;
    drop(first);
    let stubborn = plain_connection(name).await;
    let newer = Shelf::open_version(name, version() + 1);
    assert_eq!(newer.trouble().await, Trouble::Blocked);
    stubborn.close();
    assert_eq!(newer.loaded().await, (vec![report(1.0, 1.0)], 0));
}

#[wasm_bindgen_test]
async fn a_page_hears_that_the_library_is_deleted_under_it() {
    let name = "deleted";
    let shelf = Shelf::open(name);
    shelf.loaded().await;
    web_sys::window().unwrap().indexed_db().unwrap().unwrap().delete_database(name).unwrap();
    let sentence = shelf.trouble().await.sentence();
    assert!(sentence.contains("data of this page were cleared"), "{sentence}");
}
