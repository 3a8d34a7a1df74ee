//! The file of a library, with `serde_json` and the standard library where the page asks the browser.

use std::io;

use outage_lens::wire::library::{
    KeptReport, LIBRARY_BETWEEN, LIBRARY_HEAD, LIBRARY_TAIL, in_order_of_adding, read_library,
};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// The reports of a file, or why it is refused.
pub fn import(json: &str) -> Result<Vec<KeptReport>, String> {
    read_library(json, |digits| digits.parse().unwrap())
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
