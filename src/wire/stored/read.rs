//! Records field by field from JSON.
//!
//! By hand, because what serde derives for a record is heavy in the page. Fields that are not known are passed over;
//! `null` is the same as none.

use std::cell::OnceCell;

use super::{
    StoredCorrection, StoredDuration, StoredEntry, StoredFacts, StoredImpact, StoredIncident, StoredMoment,
    StoredReport, StoredValue, StoredZone,
};
use crate::text::Gather;
use crate::wire::json::{Fields, Value};

/// What is wrong with a record, the first thing: "`added_ms` is missing".
type Fault = OnceCell<String>;

/// An object, and where to note what is wrong with it. It is not handed back, because then every field would bring along
/// what becomes of those before it: that is half of the code.
struct Node<'r> {
    fields: Fields<'r>,
    fault: &'r Fault,
}

/// What a field holds.
struct Kind<T> {
    read: fn(Value) -> Option<T>,
    words: &'static str,
}

const TEXT: Kind<String> = Kind { read: |node| node.text().map(str::to_owned), words: "a text" };
const NUMBER: Kind<f64> = Kind { read: |node| node.number(), words: "a number" };
const PAIR: Kind<[f64; 2]> = Kind { read: pair, words: "two numbers" };
const TEXTS: Kind<Vec<String>> = Kind { read: texts, words: "texts" };
const TRUTH: Kind<bool> = Kind { read: |node| node.truth(), words: "true or false" };

// OK because the range is that of the type.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
const COUNT: Kind<u32> = Kind {
    read: |node| whole_number(node, 0.0, f64::from(u32::MAX)).map(|number| number as u32),
    words: "a whole number from 0 on",
};

// OK because the range is that of the type.
#[expect(clippy::cast_possible_truncation)]
const MINUTES_EAST: Kind<i32> = Kind {
    read: |node| whole_number(node, f64::from(i32::MIN), f64::from(i32::MAX)).map(|number| number as i32),
    words: "a whole number of minutes",
};

fn whole_number(node: Value, from: f64, to: f64) -> Option<f64> {
    node.number().filter(|number| number.fract().abs() <= 0.0 && (from..=to).contains(number))
}

fn pair(value: Value) -> Option<[f64; 2]> {
    let ends: Vec<Option<f64>> = value.items()?.map(Value::number).gather();
    if let [Some(low), Some(high)] = ends[..] { Some([low, high]) } else { None }
}

fn texts(value: Value) -> Option<Vec<String>> {
    value.items()?.map(|item| item.text().map(str::to_owned)).collect()
}

/// For how many items of a list there is room before the first of them is read.
const MOST_AT_FIRST: usize = 16;

impl Node<'_> {
    fn optional<T>(&mut self, name: &str, kind: &Kind<T>) -> Option<T> {
        let found = (kind.read)(self.fields.find(name)?);
        if found.is_none() {
            self.must_be(name, kind.words);
        }
        found
    }

    fn required<T: Default>(&mut self, name: &str, kind: &Kind<T>) -> T {
        let found = self.optional(name, kind);
        if found.is_none() {
            self.missing(name);
        }
        found.unwrap_or_default()
    }

    /// Notes where there is no such field.
    fn require(&mut self, name: &str) {
        if self.fields.find(name).is_none() {
            self.missing(name);
        }
    }

    /// Whether the field is true; one that is missing is not.
    fn is(&mut self, name: &str) -> bool {
        self.optional(name, &TRUTH).unwrap_or_default()
    }

    fn part<T>(&mut self, name: &str, read: fn(&mut Node) -> T) -> Option<T> {
        let value = self.fields.find(name)?;
        if !value.is_object() {
            self.must_be(name, "an object");
        }
        Some(read(&mut Node { fields: Fields::of(value), ..*self }))
    }

    /// The items of a list, each read of what stands there; one that is missing is empty.
    fn list<T>(&mut self, name: &str, read: fn(&mut Node) -> T) -> Vec<T> {
        let Some(value) = self.fields.find(name) else { return Vec::new() };
        let Some(items) = value.items() else {
            self.must_be(name, "a list");
            return Vec::new();
        };
        // Counted first, because mostly there is one, of a large kind; many need not fit.
        let mut all = Vec::with_capacity(value.items().map_or(0, |items| items.take(MOST_AT_FIRST).count()));
        // What is damaged is not read on, because a list of nothing takes much more room once it is read.
        for item in items.take_while(|_| self.fault.get().is_none()) {
            all.push(read(&mut Node { fields: Fields::of(item), ..*self }));
        }
        all
    }

    fn missing(&self, name: &str) {
        self.note(["`", name, "` is missing"].concat());
    }

    fn must_be(&self, name: &str, words: &str) {
        self.note(["`", name, "` must be ", words].concat());
    }

    fn note(&self, words: String) {
        // What was noted before stays.
        let _ = self.fault.set(words);
    }
}

/// The report of a record of the newest version.
///
/// # Errors
///
/// Says what is wrong with it.
pub(super) fn report(record: Value) -> Result<StoredReport, String> {
    let fault = Fault::new();
    let report = whole(&mut Node { fields: Fields::of(record), fault: &fault });
    fault.into_inner().map_or(Ok(report), Err)
}

fn whole(node: &mut Node) -> StoredReport {
    node.require("incidents");
    StoredReport {
        version: node.required("version", &COUNT),
        id: node.required("id", &NUMBER),
        added_ms: node.required("added_ms", &NUMBER),
        changed_ms: node.required("changed_ms", &NUMBER),
        deleted_ms: node.optional("deleted_ms", &NUMBER),
        source: node.required("source", &TEXT),
        file_name: node.optional("file_name", &TEXT),
        reader: node.required("reader", &TEXT),
        opening: node.optional("opening", &TEXT),
        incidents: node.list("incidents", incident),
    }
}

fn incident(node: &mut Node) -> StoredIncident {
    node.require("facts");
    StoredIncident {
        facts: node.part("facts", facts).unwrap_or_default(),
        name: node.optional("name", &TEXT),
        tags: node.optional("tags", &TEXTS).unwrap_or_default(),
        corrections: node.list("corrections", correction),
    }
}

fn facts(node: &mut Node) -> StoredFacts {
    StoredFacts {
        title: node.optional("title", &TEXT),
        severity: node.optional("severity", &TEXT),
        service: node.optional("service", &TEXT),
        zone: node.part("zone", zone),
        start: node.part("start", moment),
        detected: node.part("detected", moment),
        acknowledged: node.part("acknowledged", moment),
        mitigated: node.part("mitigated", moment),
        end: node.part("end", moment),
        duration: node.part("duration", duration),
        stated_duration: node.part("stated_duration", duration),
        impact: node.part("impact", impact),
        entries: node.list("entries", entry),
        events: node.optional("events", &COUNT).unwrap_or_default(),
        discrepancies: node.optional("discrepancies", &COUNT).unwrap_or_default(),
    }
}

fn zone(node: &mut Node) -> StoredZone {
    StoredZone {
        name: node.required("name", &TEXT),
        offset_minutes: node.optional("offset_minutes", &MINUTES_EAST),
    }
}

fn moment(node: &mut Node) -> StoredMoment {
    StoredMoment {
        at: node.required("at", &TEXT),
        offset_minutes: node.optional("offset_minutes", &MINUTES_EAST),
        certainty: node.required("certainty", &TEXT),
        approximate: node.is("approximate"),
        from_entry: node.is("from_entry"),
    }
}

fn duration(node: &mut Node) -> StoredDuration {
    StoredDuration {
        minutes: node.optional("minutes", &NUMBER),
        low: node.optional("low", &NUMBER),
        high: node.optional("high", &NUMBER),
        approximate: node.is("approximate"),
        basis: node.required("basis", &TEXT),
        certainty: node.required("certainty", &TEXT),
    }
}

fn impact(node: &mut Node) -> StoredImpact {
    StoredImpact {
        percent: node.optional("percent", &NUMBER),
        low: node.optional("low", &NUMBER),
        high: node.optional("high", &NUMBER),
        of: node.optional("of", &TEXT),
        approximate: node.is("approximate"),
        bound: node.optional("bound", &TEXT),
        peak: node.is("peak"),
        certainty: node.required("certainty", &TEXT),
    }
}

fn entry(node: &mut Node) -> StoredEntry {
    StoredEntry {
        at: node.required("at", &TEXT),
        offset_minutes: node.optional("offset_minutes", &MINUTES_EAST),
        phase: node.required("phase", &TEXT),
        text: node.required("text", &TEXT),
        approximate: node.is("approximate"),
    }
}

fn correction(node: &mut Node) -> StoredCorrection {
    StoredCorrection {
        fact: node.required("fact", &TEXT),
        value: node.part("value", value).flatten(),
        entry: node.optional("entry", &TEXT),
    }
}

/// The value is an object whose one field says which kind it is.
fn value(node: &mut Node) -> Option<StoredValue> {
    let value = (node.optional("minutes", &NUMBER).map(StoredValue::Minutes))
        .or_else(|| {
            node.optional("minutes-range", &PAIR).map(|[low, high]| StoredValue::MinutesRange(low, high))
        })
        .or_else(|| node.part("share", share))
        .or_else(|| node.part("share-range", share_range))
        .or_else(|| node.part("moment", corrected_moment))
        .or_else(|| node.optional("text", &TEXT).map(StoredValue::Text));
    if value.is_none() {
        node.note("`value` is of no known kind".to_owned());
    }
    value
}

fn share(node: &mut Node) -> StoredValue {
    StoredValue::Share { percent: node.required("percent", &NUMBER), of: node.optional("of", &TEXT) }
}

fn share_range(node: &mut Node) -> StoredValue {
    StoredValue::ShareRange {
        low: node.required("low", &NUMBER),
        high: node.required("high", &NUMBER),
        of: node.optional("of", &TEXT),
    }
}

fn corrected_moment(node: &mut Node) -> StoredValue {
    StoredValue::Moment {
        at: node.required("at", &TEXT),
        offset_minutes: node.optional("offset_minutes", &MINUTES_EAST),
    }
}
