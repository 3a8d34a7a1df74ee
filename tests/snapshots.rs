//! Everything that is read from each sample report, as text that a reviewer can compare.
//!
//! `INSTA_UPDATE=always cargo test --test snapshots` writes the files under `tests/snapshots` anew.

#![allow(clippy::unwrap_used, reason = "a sample that cannot be read fails the test")]

#[path = "support/incident_lines.rs"]
mod incident_lines;

use std::fs;
use std::path::Path;

use outage_lens::extract::{Options, extract};

use incident_lines::incident_lines;

#[test]
fn the_samples_read_as_they_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/samples");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let extraction = extract(&text, &Options::default());
        let incidents: Vec<String> = extraction
            .incidents
            .iter()
            .map(|incident| incident_lines(&text, &extraction.document, incident).join("\n"))
            .collect();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, incidents.join("\n\n"));
        });
        seen += 1;
    }
    assert_eq!(seen, 8);
}
