//! JSON is read as `serde_json` reads it.
#![allow(clippy::unwrap_used, reason = "a value that is missing fails the test")]

use outage_lens::wire::json::{Fields, Json, Value};
use proptest::prelude::*;

/// A value as `serde_json` has it, which keeps of several fields with one name the last.
fn theirs(value: Value) -> serde_json::Value {
    use serde_json::Value as Theirs;
    if value.is_object() {
        return Theirs::Object(
            Fields::of(value).map(|(name, value)| (name.to_owned(), theirs(value))).collect(),
        );
    }
    if let Some(items) = value.items() {
        return Theirs::Array(items.map(theirs).collect());
    }
    let text = value.text().map(Theirs::from);
    let number = || value.number().map(Theirs::from);
    let truth = || value.truth().map(Theirs::from);
    let other = text.or_else(number).or_else(truth);
    assert!(other.is_some() || value.is_null());
    other.unwrap_or_default()
}

/// Numbers of JSON are floats.
fn as_floats(value: &serde_json::Value) -> serde_json::Value {
    use serde_json::Value as Theirs;
    match value {
        Theirs::Number(number) => Theirs::from(number.as_f64().unwrap()),
        Theirs::Array(items) => items.iter().map(as_floats).collect(),
        Theirs::Object(fields) => {
            Theirs::Object(fields.iter().map(|(name, value)| (name.clone(), as_floats(value))).collect())
        }
        other => other.clone(),
    }
}

fn parse(source: &str) -> Result<Json<'_>, String> {
    Json::parse(source, |digits| digits.parse().unwrap())
}

/// What `serde_json` reads is read alike, and what it refuses is refused.
fn agree(source: &str) {
    let there = serde_json::from_str::<serde_json::Value>(source);
    match (parse(source), there) {
        (Ok(here), Ok(there)) => assert_eq!(theirs(here.value()), as_floats(&there), "{source}"),
        (Err(_), Err(_)) => {}
        (here, there) => panic!("{source:?}: {here:?} and {there:?}"),
    }
}

#[test]
fn everything_is_read_or_refused_as_the_standard_has_it() {
    for source in [
        "null",
        " true\r\n",
        "\tfalse ",
        "0",
        "-0",
        "-0.0",
        "12",
        "999999999999999",
        "9007199254740991",
        "9007199254740993",
        "-9007199254740993",
        "18446744073709551616",
        "1e3",
        "1E+3",
        "0.1",
        "-2.5e-7",
        "1.7976931348623157e308",
        "5e-324",
        "123456789012345678901234567890",
        r#""""#,
        r#""a b""#,
        r#""\"\\\/\b\f\n\r\t""#,
        r#""ü\u00fc\ud83d\ude92🚒\u0000""#,
        "[]",
        "[ ]",
        "[1 , [2],{}]",
        "{}",
        "{ }",
        r#"{"a":1,"b":{"c":[null]},"":2}"#,
        r#"{"a":1,"a":2}"#,
        "",
        " ",
        "nul",
        "nullx",
        "null null",
        "TRUE",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x1",
        "NaN",
        "\"",
        "\"a",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u123g\"",
        "\"\n\"",
        "\"\u{1}\"",
        "'a'",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "}",
        "\u{feff}1",
        "\u{a0}1",
    ] {
        agree(source);
    }
}

#[test]
fn half_of_a_pair_becomes_a_replacement_character() {
    for (source, text) in [
        (r#""a\ud83d b\udea8""#, "a\u{FFFD} b\u{FFFD}"),
        (r#""\ud83d\ud83d\ude92""#, "\u{FFFD}🚒"),
        (r#""\ud83d\u0041""#, "\u{FFFD}A"),
        (r#""\ud83d\n""#, "\u{FFFD}\n"),
    ] {
        assert_eq!(parse(source).unwrap().value().text(), Some(text), "{source}");
    }
}

#[test]
fn a_fault_says_where_it_is_and_what_was_expected() {
    let fault = |source| parse(source).unwrap_err();
    assert_eq!(fault("{\n \"ü\" 1}"), "line 2, column 6: expected `:`");
    assert_eq!(fault("[1, 2"), "line 1, column 6: expected `,` or `]`");
    assert_eq!(fault("# Outage"), "line 1, column 1: expected a value");
    assert_eq!(fault("[] []"), "line 1, column 4: expected the end");
}

#[test]
fn what_is_nested_too_deep_is_refused() {
    let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    assert!(parse(&nested(64)).is_ok());
    assert!(parse(&nested(65)).unwrap_err().ends_with("column 65: expected a value that is not as deep"));
    assert!(parse(&"[".repeat(1_000_000)).is_err());
}

#[test]
fn fields_are_found_by_name_and_null_is_none() {
    let json = parse(r#"{"a":2,"b":null,"c":"x","d":[true],"":7}"#).unwrap();
    let field = |name: &str| json.value().field(name);
    assert_eq!(field("a").and_then(Value::number), Some(2.0));
    assert!(field("b").is_none() && field("e").is_none() && field("x").is_none());
    assert_eq!(field("c").and_then(Value::text), Some("x"));
    assert_eq!(field("d").unwrap().items().unwrap().next().unwrap().truth(), Some(true));
    assert_eq!(field("").and_then(Value::number), Some(7.0));
    assert!(parse("[1]").unwrap().value().field("a").is_none());
}

fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        ".*".prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::from),
            prop::collection::vec((".*", inner), 0..6)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_serde_json_writes_is_read_as_it_was(value in value(), is_pretty in any::<bool>()) {
        let source =
            if is_pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        agree(&source.unwrap());
    }

    #[test]
    fn any_text_is_read_as_serde_json_reads_it(source in "[ \\[\\]{}:,\"\\\\truefalsn0-9.eE+u-]{0,24}") {
        agree(&source);
    }

    #[test]
    fn a_changed_byte_is_read_as_serde_json_reads_it(value in value(), place in any::<prop::sample::Index>(), byte in 0x20u8..0x7F) {
        let mut bytes = serde_json::to_string(&value).unwrap().into_bytes();
        *place.get_mut(&mut bytes) = byte;
        if let Ok(source) = std::str::from_utf8(&bytes) {
            agree(source);
        }
    }
}
