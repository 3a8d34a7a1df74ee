//! Reads the file of a library, all of it or nothing.

use super::{KeptReport, LIBRARY_SCHEMA};
use crate::wire::stored::{JsonNode, Unreadable, read_report};

/// What the schemas of all versions begin with.
const SCHEMA_STEM: &str = "outage-lens/library/";

/// The reports of a file.
///
/// # Errors
///
/// Says in a sentence why the file is none of these, and which report is at fault.
pub fn read_library<N: JsonNode>(file: &N) -> Result<Vec<KeptReport>, String> {
    let schema = file.field("schema").and_then(|schema| schema.text());
    match schema.as_deref() {
        Some(LIBRARY_SCHEMA) => {}
        Some(other) if other.starts_with(SCHEMA_STEM) => return Err(newer_file(other)),
        _ => return Err(no_library()),
    }
    let reports = file.field("reports").and_then(|reports| reports.items());
    let reports = reports.ok_or("The file has no list of `reports`. Nothing was imported.")?;
    (1..).zip(&reports).map(|(place, report)| read_one(place, report)).collect()
}

/// Why a text that is no JSON is not imported. `fault` is what the parser says.
#[must_use]
pub fn no_json(fault: &str) -> String {
    ["The file is not a library of Outage Lens, because it is no JSON: ", fault, ". Nothing was imported."]
        .concat()
}

fn no_library() -> String {
    [
        "The file is not a library of Outage Lens: its `schema` is not \"",
        LIBRARY_SCHEMA,
        "\". Nothing was imported.",
    ]
    .concat()
}

fn newer_file(schema: &str) -> String {
    [
        "The file is of the format \"",
        schema,
        "\", which this Outage Lens does not know: reload the page to get a newer one. Nothing was imported.",
    ]
    .concat()
}

fn read_one<N: JsonNode>(place: usize, record: &N) -> Result<KeptReport, String> {
    let text = record.field("text");
    let read = match text.map(|text| text.text()) {
        None => Ok(None),
        Some(None) => Err(Unreadable::Damaged("`text` must be a text".to_owned())),
        Some(text) => Ok(text),
    };
    read.and_then(|text| Ok(KeptReport { report: read_report(record)?, text })).map_err(|fault| {
        format!("Report {place} of the file cannot be read: {}. Nothing was imported.", fault.reason())
    })
}
