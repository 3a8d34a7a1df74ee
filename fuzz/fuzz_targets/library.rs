//! Any file is read as a library or refused with a sentence; what was read comes back as it went out, and its incidents
//! can be shown.
#![no_main]

#[path = "../../tests/support/library_file.rs"]
#[allow(clippy::unwrap_used)]
mod library_file;

use libfuzzer_sys::fuzz_target;
use library_file::{export, import};
use outage_lens::metrics::phase_spans;

fuzz_target!(|file: &str| {
    match import(file) {
        Err(sentence) => assert!(sentence.ends_with("Nothing was imported."), "{sentence}"),
        Ok(reports) => {
            for incident in reports.iter().flat_map(|kept| &kept.report.incidents) {
                let shown = incident.facts.clone().into_incident();
                assert!(phase_spans(&shown).iter().all(|span| span.minutes() >= 0.0));
            }
            let once = export(reports);
            let again = import(&once).expect("what was exported is read");
            assert_eq!(export(again), once);
        }
    }
});
