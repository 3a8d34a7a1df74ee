//! What is saved is there again.

use std::rc::Rc;

use outage_lens::platform::library::{LibraryEvent, fresh_report_id};
use outage_lens::wire::stored::StoredReport;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::shelf::{Shelf, count_rows, create_with_rows, lines_plainly, put_plainly, put_row, report};

const ODD_TEXT: &str = "\0\u{1b}Zeile\r\nتعطلت 🚨\u{2028}";

#[wasm_bindgen_test]
async fn reports_and_texts_are_there_after_reopening_in_the_order_of_adding() {
    let name = "reopened";
    let shelf = Shelf::open(name);
    assert_eq!(shelf.loaded().await, (Vec::new(), 0));
    let reports = vec![
        (report(3.0, 20.0), Some(Rc::from(ODD_TEXT))),
        (report(9_007_199_254_740_991.0, 10.0), Some(Rc::from(""))),
        (report(1.0, 20.0), None),
    ];
    shelf.library.save(reports);
    shelf.saved().await;
    drop(shelf);
    let again = Shelf::open(name);
    let (reports, damaged) = again.loaded().await;
    assert_eq!(reports, [report(9_007_199_254_740_991.0, 10.0), report(1.0, 20.0), report(3.0, 20.0)]);
    assert_eq!(damaged, 0);
    assert_eq!(again.text(3.0).await.as_deref(), Some(ODD_TEXT));
    assert_eq!(again.text(9_007_199_254_740_991.0).await.as_deref(), Some(""));
    assert_eq!(again.text(1.0).await, None);
    assert_eq!(again.text(77.0).await, None);
}

// Several to a bucket, so that changes of one must leave the others of its bucket alone.
#[wasm_bindgen_test]
async fn a_long_library_is_read_to_its_end_and_changed_in_its_midst() {
    let name = "long";
    let shelf = Shelf::open(name);
    shelf.loaded().await;
    let count = 2_000;
    let added = (0..count).map(|id| (report(f64::from(id), f64::from(count - id)), None)).collect();
    shelf.library.save(added);
    shelf.saved().await;
    shelf.library.erase(&[600.0, 601.0]);
    shelf.saved().await;
    let later = StoredReport { changed_ms: 7.0, ..report(88.0, 1e6) };
    shelf.library.save(vec![(later.clone(), None)]);
    shelf.saved().await;
    let (reports, damaged) = Shelf::open(name).loaded().await;
    let ids: Vec<f64> = reports.iter().map(|report| report.id).collect();
    let kept = (0..count).rev().map(f64::from).filter(|id| ![88.0, 600.0, 601.0].contains(id));
    assert_eq!(ids, kept.chain([88.0]).collect::<Vec<f64>>());
    assert_eq!((reports.last(), damaged), (Some(&later), 0));
    assert_eq!(lines_plainly(name).await.len(), ids.len());
}

#[wasm_bindgen_test]
async fn what_is_saved_before_the_library_is_open_is_saved_and_not_loaded() {
    let shelf = Shelf::open("early");
    shelf.library.save(vec![(report(1.0, 1.0), Some(Rc::from("early")))]);
    shelf.library.load_text(1.0);
    assert_eq!(shelf.loaded().await, (Vec::new(), 0));
    shelf.saved().await;
    let text = shelf.next(|event| match event {
        LibraryEvent::Text { text, .. } => Some(text.clone()),
        _ => None,
    });
    assert_eq!(text.await.as_deref(), Some("early"));
}

#[wasm_bindgen_test]
async fn of_many_changes_the_last_stands() {
    let name = "last";
    let shelf = Shelf::open(name);
    shelf.loaded().await;
    let library = &shelf.library;
    for step in 0..50 {
        let typed: Rc<str> = Rc::from(format!("text {step}"));
        library.save(vec![(StoredReport { changed_ms: f64::from(step), ..report(1.0, 1.0) }, Some(typed))]);
    }
    library.save(vec![(report(2.0, 2.0), Some(Rc::from("gone")))]);
    library.erase(&[2.0]);
    library.save(vec![(report(3.0, 3.0), Some(Rc::from("gone")))]);
    library.erase(&[3.0]);
    library.save(vec![(report(3.0, 4.0), None)]);
    shelf.saved().await;
    drop(shelf);
    let again = Shelf::open(name);
    let last = StoredReport { changed_ms: 49.0, ..report(1.0, 1.0) };
    assert_eq!(again.loaded().await.0, [last, report(3.0, 4.0)]);
    assert_eq!(again.text(1.0).await.as_deref(), Some("text 49"));
    assert_eq!((again.text(2.0).await, again.text(3.0).await), (None, None));
}

#[wasm_bindgen_test]
async fn a_text_that_waits_is_given_at_once() {
    let shelf = Shelf::open("waits");
    shelf.loaded().await;
    shelf.save(report(1.0, 1.0), Some("old")).await;
    shelf.library.save(vec![(report(1.0, 1.0), Some(Rc::from("newer")))]);
    shelf.library.save(vec![(report(1.0, 1.0), Some(Rc::from("newest")))]);
    assert_eq!(shelf.text(1.0).await.as_deref(), Some("newest"));
}

#[wasm_bindgen_test]
async fn erased_reports_are_gone_with_their_texts() {
    let name = "erased";
    let shelf = Shelf::open(name);
    shelf.loaded().await;
    shelf.save(report(1.0, 1.0), Some("one")).await;
    shelf.save(report(2.0, 2.0), Some("two")).await;
    shelf.library.erase(&[1.0, 99.0]);
    shelf.saved().await;
    assert_eq!(shelf.text(1.0).await, None);
    drop(shelf);
    let again = Shelf::open(name);
    assert_eq!(again.loaded().await.0, [report(2.0, 2.0)]);
}

const SOUND: &str = r#""version":1,"added_ms":1,"changed_ms":1,"source":"","reader":"","incidents":[]"#;

#[wasm_bindgen_test]
async fn damaged_records_are_told_and_stay() {
    let name = "damaged";
    let shelf = Shelf::open(name);
    shelf.loaded().await;
    shelf.save(report(1.0, 1.0), Some("one")).await;
    drop(shelf);
    put_row(name, r#"{"id":2,"version":1}"#).await;
    put_row(name, &format!(r#"{{"id":"text",{SOUND}}}"#)).await;
    put_row(name, &format!(r#"{{"id":4,{}}}"#, SOUND.replace("\"version\":1", "\"version\":3"))).await;
    put_row(name, &format!(r#"{{"id":5,{}}}"#, SOUND.replace("[]", "[{\"facts\":7}]"))).await;
    put_row(name, r#"{"id":-1.5,"version":1}"#).await;
    put_row(name, &format!(r#"{{"id":6,{SOUND}}}"#)).await;
    for _ in 0..2 {
        let again = Shelf::open(name);
        let (reports, damaged) = again.loaded().await;
        let ids: Vec<f64> = reports.iter().map(|report| report.id).collect();
        assert_eq!((ids, damaged), (vec![1.0, 6.0], 5));
        assert_eq!(lines_plainly(name).await.len(), 7);
    }
    let again = Shelf::open(name);
    again.loaded().await;
    again.save(report(7.0, 7.0), None).await;
    drop(again);
    assert_eq!(count_rows(name).await, 8.0);
}

#[wasm_bindgen_test]
async fn a_library_of_an_earlier_version_is_read_and_has_its_buckets_from_then_on() {
    for version in [1, 2] {
        let name = format!("rows {version}");
        let first = format!(r#"{{"id":1,{SOUND}}}"#);
        let beside = format!(r#"{{"id":510,{}}}"#, SOUND.replace("\"added_ms\":1", "\"added_ms\":2"));
        create_with_rows(&name, version, &[&first, r#"{"id":3,"words":"a\nb"}"#, &beside]).await;
        for _ in 0..2 {
            let shelf = Shelf::open(&name);
            let (reports, damaged) = shelf.loaded().await;
            let ids: Vec<f64> = reports.iter().map(|report| report.id).collect();
            assert_eq!((ids, damaged), (vec![1.0, 510.0], 1));
            assert_eq!(shelf.text(510.0).await.as_deref(), Some("its text"));
            assert_eq!(lines_plainly(&name).await.len(), 3);
        }
    }
}

#[wasm_bindgen_test]
async fn buckets_that_are_not_as_the_rows_are_made_anew() {
    let name = "buckets";
    let shelf = Shelf::open(name);
    shelf.loaded().await;
    shelf.save(report(1.0, 1.0), None).await;
    let sound = lines_plainly(name).await;
    for wrong in ["".into(), "no record\nand one more".into(), js_sys::JSON::parse("[7]").unwrap()] {
        put_plainly(name, "buckets", &wrong, Some(1)).await;
        put_plainly(name, "buckets", &wrong, Some(2)).await;
        assert_eq!(Shelf::open(name).loaded().await, (vec![report(1.0, 1.0)], 0));
        assert_eq!(lines_plainly(name).await, sound);
    }
}

#[wasm_bindgen_test]
fn fresh_numbers_are_whole_and_below_the_limit() {
    let ids: Vec<f64> = (0..1000).map(|_| fresh_report_id()).collect();
    assert!(ids.iter().all(|id| id.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(id)));
    let mut bits: Vec<u64> = ids.iter().map(|id| id.to_bits()).collect();
    bits.sort_unstable();
    bits.dedup();
    assert_eq!(bits.len(), 1000);
}
