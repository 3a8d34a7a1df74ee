//! How long a library of ten thousand reports takes to open, in a browser. It prints figures and judges nothing:
//!
//! ```text
//! cargo test --release --target wasm32-unknown-unknown --no-default-features --features page \
//!     --test library_scale -- --nocapture
//! ```
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a value that is missing fails the measurement")]

use std::rc::Rc;

use outage_lens::extract::{Options, extract};
use outage_lens::state::SAMPLES;
use outage_lens::wire::stored::{StoredFacts, StoredIncident, StoredReport};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "web_library/shelf.rs"]
mod shelf;

use shelf::{Shelf, report};

wasm_bindgen_test_configure!(run_in_browser);

const REPORTS: u32 = 10_000;
const ROUNDS: usize = 7;

fn now_ms() -> f64 {
    web_sys::window().unwrap().performance().unwrap().now()
}

/// Reports that are the page's samples over and over, with the facts that are read from them.
fn sample_reports() -> Vec<(StoredReport, Option<Rc<str>>)> {
    let read: Vec<(Vec<StoredIncident>, Rc<str>)> = (SAMPLES.iter())
        .map(|sample| {
            let incidents = extract(sample.text, &Options::default()).incidents;
            let stored =
                |incident| StoredIncident { facts: StoredFacts::of(incident), ..StoredIncident::default() };
            (incidents.iter().map(stored).collect(), Rc::from(sample.text))
        })
        .collect();
    let one = |id: u32| {
        let (incidents, text) = &read[id as usize % read.len()];
        (
            StoredReport { incidents: incidents.clone(), ..report(f64::from(id), f64::from(id)) },
            Some(Rc::clone(text)),
        )
    };
    (0..REPORTS).map(one).collect()
}

#[wasm_bindgen_test]
async fn ten_thousand_reports() {
    let shelf = Shelf::open("scale");
    shelf.loaded().await;
    let before = now_ms();
    shelf.library.save(sample_reports());
    shelf.saved().await;
    console_log!("{REPORTS} reports with texts saved in {:.0} ms", now_ms() - before);
    drop(shelf);
    let mut opened = Vec::new();
    let mut restored = Vec::new();
    for _ in 0..ROUNDS {
        let before = now_ms();
        let shelf = Shelf::open("scale");
        let (reports, damaged) = shelf.loaded().await;
        opened.push(now_ms() - before);
        assert_eq!((reports.len(), damaged), (REPORTS as usize, 0));
        let before = now_ms();
        let incidents: Vec<_> = reports
            .iter()
            .flat_map(|report| &report.incidents)
            .map(|i| i.facts.clone().into_incident())
            .collect();
        restored.push(now_ms() - before);
        assert!(incidents.len() >= reports.len() / 2);
    }
    console_log!("opened in {opened:.0?} ms (up to 5 ms of each are the waiting loop's)");
    console_log!("their incidents made in {restored:.0?} ms");
}
