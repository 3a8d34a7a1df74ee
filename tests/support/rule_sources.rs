//! The rules and the kinds of contradictions as the sources of `src` declare them.

use std::fs;
use std::path::{Path, PathBuf};

/// A rule as its source declares it.
#[derive(Debug)]
pub struct Rule {
    /// The kebab-case name.
    pub name: String,
    /// The documentation line above it.
    pub sentence: String,
    /// The source file, from `src` on, with forward slashes.
    pub file: String,
}

/// Every `const NAME: RuleId = RuleId::new("name");` of the layers that read texts, by file and line. Other layers have
/// ids only for what was not read from one: the user's corrections, facts from the library.
pub fn rules(root: &Path) -> Vec<Rule> {
    let source = root.join("src");
    let mut files = Vec::new();
    for layer in ["mention", "reconcile"] {
        collect_sources(&source.join(layer), &mut files);
    }
    files.sort();
    files
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap_or_default();
            let file = path.strip_prefix(&source).unwrap_or(path).to_string_lossy().replace('\\', "/");
            rules_of(&text, &file)
        })
        .collect()
}

/// Each kind of contradiction with the documentation line above it.
pub fn contradictions(root: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(root.join("src/incident/discrepancy.rs")).unwrap_or_default();
    let body = text.split("pub enum DiscrepancyKind {").nth(1).and_then(|rest| rest.split("\n}").next());
    let lines: Vec<&str> = body.unwrap_or("").lines().map(str::trim).collect();
    let variant = |line: &&str| line.ends_with(',') && !line.starts_with("//");
    (1..lines.len())
        .filter(|at| variant(&lines[*at]))
        .map(|at| (kebab(lines[at].trim_end_matches(',')), documentation(&lines[..at])))
        .collect()
}

fn collect_sources(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            collect_sources(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn rules_of(text: &str, file: &str) -> Vec<Rule> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let declared = |line: &str| {
        let (before, after) = line.split_once(": RuleId = RuleId::new(\"")?;
        before.contains("const ").then(|| after.split('"').next())?.map(str::to_owned)
    };
    (0..lines.len())
        .filter_map(|at| {
            let name = declared(lines[at])?;
            Some(Rule { name, sentence: documentation(&lines[..at]), file: file.to_owned() })
        })
        .collect()
}

/// The `///` lines at the end of `lines`, joined.
fn documentation(lines: &[&str]) -> String {
    let count = lines.iter().rev().take_while(|line| line.starts_with("///")).count();
    let words = lines[lines.len() - count..].iter().map(|line| line.trim_start_matches('/').trim());
    words.collect::<Vec<_>>().join(" ")
}

fn kebab(variant: &str) -> String {
    let mut name = String::new();
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}
