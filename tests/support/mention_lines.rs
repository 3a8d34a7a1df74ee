//! The mentions of a text as lines of words, for cases.
//!
//! ```text
//! duration 3960 s approximate "66 minutes" duration-compound
//! range T09:12 to T11:47 exact "09:12 and 11:47" range-between
//! ```

use outage_lens::document::Document;
use outage_lens::mention::{DateValue, Hedge, Mention, Value, ZoneOffset, recognize};
use outage_lens::text::Tokens;

/// Every mention of `text`, a line each, in text order.
pub fn mention_lines(text: &str) -> Vec<String> {
    let document = Document::parse(text, None);
    let tokens = Tokens::scan(document.visible());
    recognize(&tokens).list.iter().map(|mention| line(&document, mention)).collect()
}

fn line(document: &Document, mention: &Mention) -> String {
    let quote = document.words(mention.span);
    format!("{}{} {quote:?} {}", value(&mention.value), hedge(mention.hedge), mention.rule)
}

fn hedge(hedge: Hedge) -> String {
    let approximate = if hedge.approximate { " approximate" } else { " exact" };
    let bound = hedge.bound.map_or_else(String::new, |bound| format!(" {}", bound.as_str()));
    format!("{approximate}{bound}")
}

fn value(value: &Value) -> String {
    match value {
        Value::Duration(found) => format!("duration {} s", ends(found.low, found.high)),
        Value::Percentage(found) => format!("percentage {}", ends(found.low, found.high)),
        Value::ClockTime(found) => format!("clock-time {}", found.time),
        Value::Date(found) => format!("date {}", date(*found)),
        Value::Zone(found) => format!("zone {} {}", found.name, offset(found.offset)),
        Value::Range(found) => format!("range {} to {}", found.start, found.end),
    }
}

fn ends(low: f64, high: f64) -> String {
    if low.total_cmp(&high).is_eq() { low.to_string() } else { format!("{low}..{high}") }
}

fn date(found: DateValue) -> String {
    match found.day_first {
        Some(other) => format!("{} or {other}", found.date),
        None => found.date.to_string(),
    }
}

fn offset(offset: ZoneOffset) -> String {
    match offset {
        ZoneOffset::Fixed(minutes) => format!("{minutes:+}"),
        ZoneOffset::Seasonal(winter, _) => format!("{winter:+} in winter"),
        ZoneOffset::Summer(minutes, _) => format!("{minutes:+} in summer"),
        ZoneOffset::Ambiguous => "?".to_owned(),
    }
}
