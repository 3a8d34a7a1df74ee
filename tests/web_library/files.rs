//! Export and import as the page does them.

use std::cell::RefCell;
use std::rc::Rc;

use outage_lens::wire::library::{KeptReport, read_library};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::shelf::{Shelf, pause, report};

/// The same file that is read natively.
const VERSION_1: &str = include_str!("../data/library/v1.json");
const VERSION_2: &str = include_str!("../data/library/v2.json");

/// As the page reads it.
fn read_file(json: &str) -> Result<Vec<KeptReport>, String> {
    read_library(json, js_sys::Number::parse_float)
}

async fn export(shelf: &Shelf, reports: Vec<KeptReport>) -> String {
    let made = Rc::new(RefCell::new(None));
    let put = Rc::clone(&made);
    shelf.library.export(reports, move |blob| *put.borrow_mut() = Some(blob.unwrap()));
    while made.borrow().is_none() {
        pause(5).await;
    }
    let blob = made.take().unwrap();
    assert_eq!(blob.type_(), "application/json");
    JsFuture::from(blob.text()).await.unwrap().as_string().unwrap()
}

async fn import(shelf: &Shelf, json: &str) -> Result<outage_lens::wire::library::Merge, String> {
    let read = Rc::new(RefCell::new(None));
    let put = Rc::clone(&read);
    shelf.library.import(json, move |merge| *put.borrow_mut() = Some(merge));
    while read.borrow().is_none() {
        pause(5).await;
    }
    read.take().unwrap()
}

fn without_texts(reports: Vec<KeptReport>) -> Vec<KeptReport> {
    reports.into_iter().map(|kept| KeptReport { text: None, ..kept }).collect()
}

#[wasm_bindgen_test]
async fn the_file_of_version_2_goes_through_the_library_and_comes_out_byte_for_byte() {
    let shelf = Shelf::open("whole file");
    shelf.loaded().await;
    let merge = import(&shelf, VERSION_2).await.unwrap();
    assert_eq!(merge.sentence(), "3 reports in the file: 3 added.");
    let texts = merge.to_save.into_iter().map(|kept| (kept.report, kept.text.map(Rc::from)));
    shelf.library.save(texts.collect());
    shelf.saved().await;
    drop(shelf);
    let again = Shelf::open("whole file");
    let (reports, damaged) = again.loaded().await;
    assert_eq!(damaged, 0);
    let reports = reports.into_iter().map(|report| KeptReport { report, text: None }).collect();
    assert_eq!(export(&again, reports).await, VERSION_2);
    let second = import(&again, VERSION_2).await.unwrap();
    assert_eq!(second.sentence(), "3 reports in the file: 3 already here.");
}

#[wasm_bindgen_test]
async fn a_library_that_is_not_stored_is_exported_from_memory() {
    let shelf = Shelf::open("memory");
    let reports = read_file(VERSION_2).unwrap();
    shelf.library.close();
    let saved = reports.iter().map(|kept| (kept.report.clone(), kept.text.clone().map(Rc::from)));
    shelf.library.save(saved.collect());
    assert_eq!(export(&shelf, without_texts(reports)).await, VERSION_2);
    let second = import(&shelf, VERSION_2).await.unwrap();
    assert_eq!((second.equal, second.to_save.len()), (3, 0));
}

#[wasm_bindgen_test]
fn the_file_of_version_1_is_read_and_comes_out_as_version_2() {
    let reports = read_file(VERSION_1).unwrap();
    assert_eq!(reports.len(), 3);
    assert!(reports.iter().all(|kept| kept.report.version == 2));
}

#[wasm_bindgen_test]
async fn an_empty_library_is_a_file() {
    let shelf = Shelf::open("empty file");
    let file = export(&shelf, Vec::new()).await;
    assert_eq!(file, "{\"schema\":\"outage-lens/library/1\",\"reports\":[\n]}\n");
    assert_eq!(read_file(&file), Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn a_later_state_in_the_file_is_taken_and_an_earlier_one_left() {
    let shelf = Shelf::open("merged");
    shelf.loaded().await;
    let (mut older, mut newer) = (report(1.0, 1.0), report(2.0, 2.0));
    older.changed_ms = 5.0;
    newer.changed_ms = 7.0;
    let file = export(&shelf, vec![kept(&older), kept(&newer)]).await;
    older.changed_ms = 6.0;
    newer.changed_ms = 6.0;
    shelf.library.save(vec![(older, None), (newer, None)]);
    let merge = import(&shelf, &file).await.unwrap();
    assert_eq!((merge.replaced, merge.older), (1, 1));
    assert_eq!(merge.to_save[0].report.id, 2.0);
}

fn kept(report: &outage_lens::wire::stored::StoredReport) -> KeptReport {
    KeptReport { report: report.clone(), text: Some("text".to_owned()) }
}

#[wasm_bindgen_test]
fn what_is_no_library_is_refused_with_the_reason() {
    let refused = |json: &str| read_file(json).unwrap_err();
    for json in ["", "{", "# Outage", "{\"schema\":\"outage-lens/library/1\",\"reports\":["] {
        assert!(
            refused(json).starts_with("The file is not a library of Outage Lens, because it is no JSON: "),
            "{json}"
        );
    }
    for json in ["null", "[]", "3", "\"outage-lens/library/1\"", "{\"schema\":\"outage-lens/1\"}"] {
        assert!(refused(json).contains("its `schema` is not"), "{json}");
    }
    let damaged = VERSION_1.replace("\"added_ms\":1683640000002,", "");
    assert_eq!(
        refused(&damaged),
        "Report 3 of the file cannot be read: `added_ms` is missing. Nothing was imported."
    );
}

#[wasm_bindgen_test]
fn half_a_surrogate_pair_becomes_a_replacement_character() {
    let json = VERSION_1.replace("\"text\":\"\"", "\"text\":\"a\\ud83d b\\udea8\"");
    assert_eq!(read_file(&json).unwrap()[0].text.as_deref(), Some("a\u{FFFD} b\u{FFFD}"));
}
