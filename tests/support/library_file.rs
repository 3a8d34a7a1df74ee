//! The file of a library through `serde_json`: what the page does with the browser's JSON.

use std::io;

use outage_lens::wire::library::{
    KeptReport, LIBRARY_BETWEEN, LIBRARY_HEAD, LIBRARY_TAIL, in_order_of_adding, no_json, read_library,
};
use outage_lens::wire::stored::JsonNode;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

/// A value that `serde_json` parsed.
pub struct Node(pub Value);

impl JsonNode for Node {
    fn field(&self, name: &'static str) -> Option<Self> {
        self.0.get(name).filter(|value| !value.is_null()).cloned().map(Self)
    }

    fn is_object(&self) -> bool {
        self.0.is_object()
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.0.as_array().map(|items| items.iter().cloned().map(Self).collect())
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }
}

/// The reports of a file, or why it is refused.
pub fn import(json: &str) -> Result<Vec<KeptReport>, String> {
    let value = serde_json::from_str(json).map_err(|error| no_json(&error.to_string()))?;
    read_library(&Node(value))
}

/// The file of `reports`.
pub fn export(reports: Vec<KeptReport>) -> String {
    let mut file = LIBRARY_HEAD.to_owned();
    for (place, kept) in in_order_of_adding(reports, |kept| &kept.report).into_iter().enumerate() {
        file.push_str(if place > 0 { LIBRARY_BETWEEN } else { "" });
        file.push('\n');
        let record = json(&kept.report);
        match kept.text {
            None => file.push_str(&record),
            Some(text) => {
                file.push_str(record.strip_suffix('}').unwrap());
                file.push_str(&[",\"text\":", &json(&text), "}"].concat());
            }
        }
    }
    file + LIBRARY_TAIL
}

fn json(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, AsInBrowsers)).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Whole numbers without `.0`, as `JSON.stringify` writes them.
struct AsInBrowsers;

impl Formatter for AsInBrowsers {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
}
