//! Any text can be read, twice with the same result, and each quote stands where its span says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outage_lens::extract::{Options, extract};
use outage_lens::wire;
use serde_json::Value;

fuzz_target!(|text: &str| {
    let extraction = extract(text, &Options::default());
    assert_eq!(extraction, extract(text, &Options::default()));
    let report = serde_json::to_value(wire::report(text, &extraction)).expect("a report is plain data");
    let utf16: Vec<u16> = text.encode_utf16().collect();
    assert_quotes(&report, &utf16);
});

/// Checks every object that holds a `start`, an `end` and a `text`, however deep it lies.
fn assert_quotes(value: &Value, utf16: &[u16]) {
    match value {
        Value::Object(fields) => {
            assert_quote(value, utf16);
            fields.values().for_each(|field| assert_quotes(field, utf16));
        }
        Value::Array(items) => items.iter().for_each(|item| assert_quotes(item, utf16)),
        _ => {}
    }
}

fn assert_quote(object: &Value, utf16: &[u16]) {
    let offset = |name: &str| usize::try_from(object[name].as_u64()?).ok();
    if let (Some(start), Some(end), Some(quote)) = (offset("start"), offset("end"), object["text"].as_str()) {
        assert_eq!(String::from_utf16(&utf16[start..end]).ok().as_deref(), Some(quote));
    }
}
