//! Every rule that can choose a value is described, exercised by a literate case, and listed in
//! `docs/rules.md`.
//!
//! The page is made of the sentence above each rule's name in `src` and of the cases that it reads.
//! `UPDATE_DOCS=1 cargo test --test rules` writes it anew.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

#[path = "support/case_file.rs"]
#[allow(dead_code, reason = "the cases' expectations are held elsewhere")]
mod case_file;
#[path = "support/rule_page.rs"]
mod rule_page;
#[path = "support/rule_sources.rs"]
mod rule_sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use outage_lens::document::Document;
use outage_lens::extract::{Options, extract};
use outage_lens::mention;
use outage_lens::text::Tokens;
use outage_lens::wire;
use serde_json::Value;

use case_file::{Case, Expected, parse_cases};
use rule_page::{Example, Page};
use rule_sources::{contradictions, rules};

#[test]
fn every_rule_has_a_name_of_its_own_and_a_sentence() {
    let mut names = BTreeSet::new();
    for rule in rules(&root()) {
        assert!(names.insert(rule.name.clone()), "{} names two rules", rule.name);
        assert!(!rule.sentence.is_empty(), "{}: no /// line above {}", rule.file, rule.name);
        let plain = rule.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        assert!(plain, "{} is not kebab-case", rule.name);
    }
    assert!(names.len() > 20, "the rules of src are not found: {names:?}");
}

#[test]
fn every_rule_reads_something_in_a_case() {
    let read = examples();
    let idle: Vec<String> =
        rules(&root()).into_iter().map(|rule| rule.name).filter(|name| !read.contains_key(name)).collect();
    assert!(idle.is_empty(), "no case of tests/cases is read by these rules: {}", idle.join(", "));
}

#[test]
fn the_page_of_rules_is_up_to_date() {
    let page = Page {
        rules: rules(&root()),
        contradictions: contradictions(&root()),
        examples: examples(),
        refusals: refusals(),
    };
    let path = root().join("docs/rules.md");
    let expected = page.to_markdown();
    #[allow(clippy::disallowed_methods, reason = "asks for a file to be written, changes no result")]
    if std::env::var("UPDATE_DOCS").is_ok() {
        fs::write(&path, &expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "docs/rules.md is out of date: UPDATE_DOCS=1 cargo test --test rules");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The cases of each file, by the file's name, in the order of the names.
fn case_files() -> Vec<(String, Vec<Case>)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root().join("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| parse_cases(&fs::read_to_string(path).unwrap()).unwrap();
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), read(path))).collect()
}

/// For each rule, the first case in which it gives a value, and the words it read there.
fn examples() -> BTreeMap<String, Example> {
    let mut found = BTreeMap::new();
    for (file, cases) in case_files() {
        for case in cases.iter().filter(|case| !case.refused) {
            let mut read = Vec::new();
            collect(&values_of(case), &mut read);
            for (rule, words) in read {
                let example = || Example { words, case: case.name.clone(), file: file.clone() };
                found.entry(rule).or_insert_with(example);
            }
        }
    }
    found
}

/// The headings under `# Refuses`, by file.
fn refusals() -> Vec<(String, Vec<String>)> {
    let refused = |cases: Vec<Case>| {
        let mut names: Vec<String> =
            cases.into_iter().filter(|case| case.refused).map(|case| case.name).collect();
        names.dedup();
        names
    };
    case_files().into_iter().map(|(file, cases)| (file, refused(cases))).collect()
}

/// What is read from a case's text, in the data format.
fn values_of(case: &Case) -> Value {
    let options = Options { file_name: case.file_name.as_deref() };
    match &case.expected {
        Expected::Incident(_) => {
            let extraction = extract(&case.input, &options);
            serde_json::to_value(wire::report(&case.input, &extraction)).unwrap()
        }
        Expected::Mentions { .. } => {
            let document = Document::parse(&case.input, options.file_name);
            let mentions = mention::recognize(&Tokens::scan(document.visible()));
            serde_json::to_value(wire::mentions(&case.input, &mentions)).unwrap()
        }
    }
}

/// Every rule named in `value`, with the words that it read.
fn collect(value: &Value, found: &mut Vec<(String, String)>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => {
            if let Some(rule) = fields.get("rule").and_then(Value::as_str) {
                found.push((rule.to_owned(), words_of(fields.get("evidence").or(fields.get("span")))));
            }
            fields.values().for_each(|value| collect(value, found));
        }
        _ => {}
    }
}

/// The words of a span, or of the first of several.
fn words_of(evidence: Option<&Value>) -> String {
    let span = evidence.map(|evidence| evidence.get(0).unwrap_or(evidence));
    span.and_then(|span| span.get("text")).and_then(Value::as_str).unwrap_or("").to_owned()
}
