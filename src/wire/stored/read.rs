//! Records field by field from a JSON value, whoever parsed it.
//!
//! By hand, because what serde derives for a record is heavy in the page. Fields that are not known are passed over;
//! `null` is the same as none.

use super::{
    StoredCorrection, StoredDuration, StoredEntry, StoredFacts, StoredImpact, StoredIncident, StoredMoment,
    StoredReport, StoredValue, StoredZone,
};
use crate::text::Gather;

/// A JSON value.
pub trait JsonNode: Sized {
    /// The field of that name; `None` where this is no object, has none, or has `null` there.
    fn field(&self, name: &'static str) -> Option<Self>;
    /// Whether it has fields.
    fn is_object(&self) -> bool;
    /// The items; `None` where this is no list.
    fn items(&self) -> Option<Vec<Self>>;
    /// The text; `None` where this is none.
    fn text(&self) -> Option<String>;
    /// The number; `None` where this is none.
    fn number(&self) -> Option<f64>;
    /// `true` or `false`; `None` where this is neither.
    fn truth(&self) -> Option<bool>;
}

/// What is wrong with a record: "`added_ms` is missing".
type Fault = String;

/// What a field holds.
struct Kind<N, T> {
    read: fn(&N) -> Option<T>,
    words: &'static str,
}

const fn text<N: JsonNode>() -> Kind<N, String> {
    Kind { read: N::text, words: "a text" }
}

const fn number<N: JsonNode>() -> Kind<N, f64> {
    Kind { read: N::number, words: "a number" }
}

const fn count<N: JsonNode>() -> Kind<N, u32> {
    // OK because the range is that of the type.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let read = |node: &N| whole(node, 0.0, f64::from(u32::MAX)).map(|number| number as u32);
    Kind { read, words: "a whole number from 0 on" }
}

const fn minutes_east<N: JsonNode>() -> Kind<N, i32> {
    // OK because the range is that of the type.
    #[expect(clippy::cast_possible_truncation)]
    let read = |node: &N| whole(node, f64::from(i32::MIN), f64::from(i32::MAX)).map(|number| number as i32);
    Kind { read, words: "a whole number of minutes" }
}

fn whole<N: JsonNode>(node: &N, from: f64, to: f64) -> Option<f64> {
    node.number().filter(|number| number.fract().abs() <= 0.0 && (from..=to).contains(number))
}

fn optional<N: JsonNode, T>(node: &N, name: &'static str, kind: &Kind<N, T>) -> Result<Option<T>, Fault> {
    let Some(field) = node.field(name) else { return Ok(None) };
    (kind.read)(&field).map(Some).ok_or_else(|| ["`", name, "` must be ", kind.words].concat())
}

fn required<N: JsonNode, T>(node: &N, name: &'static str, kind: &Kind<N, T>) -> Result<T, Fault> {
    optional(node, name, kind)?.ok_or_else(|| missing(name))
}

fn missing(name: &str) -> Fault {
    ["`", name, "` is missing"].concat()
}

/// Whether the field is true; one that is missing is not.
fn is<N: JsonNode>(node: &N, name: &'static str) -> Result<bool, Fault> {
    Ok(optional(node, name, &Kind { read: N::truth, words: "true or false" })?.unwrap_or_default())
}

fn part<N: JsonNode, T>(
    node: &N,
    name: &'static str,
    read: fn(&N) -> Result<T, Fault>,
) -> Result<Option<T>, Fault> {
    match node.field(name) {
        None => Ok(None),
        Some(field) if field.is_object() => read(&field).map(Some),
        Some(_) => Err(["`", name, "` must be an object"].concat()),
    }
}

/// The items of a list; one that is missing is empty.
fn list<N: JsonNode, T>(
    node: &N,
    name: &'static str,
    read: fn(&N) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let items = optional(node, name, &Kind { read: N::items, words: "a list" })?;
    items.unwrap_or_default().iter().map(read).collect()
}

/// The report of a record of the newest version.
pub(super) fn report<N: JsonNode>(node: &N) -> Result<StoredReport, Fault> {
    let of_reports = node.field("incidents").ok_or_else(|| missing("incidents"));
    Ok(StoredReport {
        version: required(node, "version", &count())?,
        id: required(node, "id", &number())?,
        added_ms: required(node, "added_ms", &number())?,
        changed_ms: required(node, "changed_ms", &number())?,
        deleted_ms: optional(node, "deleted_ms", &number())?,
        source: required(node, "source", &text())?,
        file_name: optional(node, "file_name", &text())?,
        reader: required(node, "reader", &text())?,
        opening: optional(node, "opening", &text())?,
        incidents: of_reports.and_then(|_| list(node, "incidents", incident))?,
    })
}

fn incident<N: JsonNode>(node: &N) -> Result<StoredIncident, Fault> {
    let tag = |tag: &N| tag.text().ok_or_else(|| "`tags` must be texts".to_owned());
    Ok(StoredIncident {
        facts: part(node, "facts", facts)?.ok_or_else(|| missing("facts"))?,
        name: optional(node, "name", &text())?,
        tags: list(node, "tags", tag)?,
        corrections: list(node, "corrections", correction)?,
    })
}

fn facts<N: JsonNode>(node: &N) -> Result<StoredFacts, Fault> {
    Ok(StoredFacts {
        title: optional(node, "title", &text())?,
        severity: optional(node, "severity", &text())?,
        service: optional(node, "service", &text())?,
        zone: part(node, "zone", zone)?,
        start: part(node, "start", moment)?,
        detected: part(node, "detected", moment)?,
        acknowledged: part(node, "acknowledged", moment)?,
        mitigated: part(node, "mitigated", moment)?,
        end: part(node, "end", moment)?,
        duration: part(node, "duration", duration)?,
        stated_duration: part(node, "stated_duration", duration)?,
        impact: part(node, "impact", impact)?,
        entries: list(node, "entries", entry)?,
        events: optional(node, "events", &count())?.unwrap_or_default(),
        discrepancies: optional(node, "discrepancies", &count())?.unwrap_or_default(),
    })
}

fn zone<N: JsonNode>(node: &N) -> Result<StoredZone, Fault> {
    Ok(StoredZone {
        name: required(node, "name", &text())?,
        offset_minutes: optional(node, "offset_minutes", &minutes_east())?,
    })
}

fn moment<N: JsonNode>(node: &N) -> Result<StoredMoment, Fault> {
    Ok(StoredMoment {
        at: required(node, "at", &text())?,
        offset_minutes: optional(node, "offset_minutes", &minutes_east())?,
        certainty: required(node, "certainty", &text())?,
        approximate: is(node, "approximate")?,
        from_entry: is(node, "from_entry")?,
    })
}

fn duration<N: JsonNode>(node: &N) -> Result<StoredDuration, Fault> {
    Ok(StoredDuration {
        minutes: optional(node, "minutes", &number())?,
        low: optional(node, "low", &number())?,
        high: optional(node, "high", &number())?,
        approximate: is(node, "approximate")?,
        basis: required(node, "basis", &text())?,
        certainty: required(node, "certainty", &text())?,
    })
}

fn impact<N: JsonNode>(node: &N) -> Result<StoredImpact, Fault> {
    Ok(StoredImpact {
        percent: optional(node, "percent", &number())?,
        low: optional(node, "low", &number())?,
        high: optional(node, "high", &number())?,
        of: optional(node, "of", &text())?,
        approximate: is(node, "approximate")?,
        bound: optional(node, "bound", &text())?,
        peak: is(node, "peak")?,
        certainty: required(node, "certainty", &text())?,
    })
}

fn entry<N: JsonNode>(node: &N) -> Result<StoredEntry, Fault> {
    Ok(StoredEntry {
        at: required(node, "at", &text())?,
        offset_minutes: optional(node, "offset_minutes", &minutes_east())?,
        phase: required(node, "phase", &text())?,
        text: required(node, "text", &text())?,
        approximate: is(node, "approximate")?,
    })
}

fn correction<N: JsonNode>(node: &N) -> Result<StoredCorrection, Fault> {
    Ok(StoredCorrection {
        fact: required(node, "fact", &text())?,
        value: part(node, "value", value)?,
        entry: optional(node, "entry", &text())?,
    })
}

/// The value is an object whose one field says which kind it is.
fn value<N: JsonNode>(node: &N) -> Result<StoredValue, Fault> {
    if let Some(minutes) = optional(node, "minutes", &number())? {
        return Ok(StoredValue::Minutes(minutes));
    }
    if let Some(ends) = optional(node, "minutes-range", &Kind { read: N::items, words: "a list" })? {
        let ends: Vec<f64> = ends.iter().filter_map(N::number).gather();
        let [low, high] = ends[..] else { return Err("`minutes-range` must be two numbers".to_owned()) };
        return Ok(StoredValue::MinutesRange(low, high));
    }
    if let Some(share) = node.field("share") {
        let of = optional(&share, "of", &text())?;
        return Ok(StoredValue::Share { percent: required(&share, "percent", &number())?, of });
    }
    if let Some(range) = node.field("share-range") {
        let (low, high) = (required(&range, "low", &number())?, required(&range, "high", &number())?);
        return Ok(StoredValue::ShareRange { low, high, of: optional(&range, "of", &text())? });
    }
    if let Some(moment) = node.field("moment") {
        let offset_minutes = optional(&moment, "offset_minutes", &minutes_east())?;
        return Ok(StoredValue::Moment { at: required(&moment, "at", &text())?, offset_minutes });
    }
    match optional(node, "text", &text())? {
        Some(words) => Ok(StoredValue::Text(words)),
        None => Err("`value` is of no known kind".to_owned()),
    }
}
