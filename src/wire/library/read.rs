//! Reads the file of a library, all of it or nothing.

use super::{KeptReport, LIBRARY_SCHEMA};
use crate::wire::json::{Json, ReadNumber, Value};
use crate::wire::stored::{Unreadable, read_report};

/// What the schemas of all versions begin with.
const SCHEMA_STEM: &str = "outage-lens/library/";

/// The reports of an exported library. `number` is what [`Json::parse`] needs.
///
/// # Errors
///
/// Says in a sentence why the file is none of these, and which report is at fault.
pub fn read_library(file: &str, number: ReadNumber) -> Result<Vec<KeptReport>, String> {
    let file = Json::parse(file, number).map_err(|fault| no_json(&fault))?;
    let file = file.value();
    match file.field("schema").and_then(Value::text) {
        Some(LIBRARY_SCHEMA) => {}
        Some(other) if other.starts_with(SCHEMA_STEM) => return Err(newer_file(other)),
        _ => return Err(no_library()),
    }
    let reports = file.field("reports").and_then(Value::items);
    let reports = reports.ok_or("The file has no list of `reports`. Nothing was imported.")?;
    (1..).zip(reports).map(|(place, report)| read_one(place, report)).collect()
}

/// Why a text that is no JSON is not imported.
fn no_json(fault: &str) -> String {
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

fn read_one(place: usize, record: Value) -> Result<KeptReport, String> {
    let text = match record.field("text").map(Value::text) {
        None => Ok(None),
        Some(None) => Err(Unreadable::Damaged("`text` must be a text".to_owned())),
        Some(text) => Ok(text.map(str::to_owned)),
    };
    text.and_then(|text| Ok(KeptReport { report: read_report(record)?, text })).map_err(|fault| {
        format!("Report {place} of the file cannot be read: {}. Nothing was imported.", fault.reason())
    })
}
