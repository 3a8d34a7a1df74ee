//! Imports point down the list of layers only.
//!
//! Every source file is read, its paths are collected and held against the table below. Paths are
//! read from the text rather than from a compiled crate, so that the browser's modules are checked
//! on machines without a wasm target.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What a module may use, apart from itself.
struct Layer {
    module: &'static str,
    modules: &'static [&'static str],
    crates: &'static [&'static str],
}

/// The layers from the bottom up. A module may use what its row names and nothing else; `std`,
/// `core` and `alloc` are open to all.
const LAYERS: &[Layer] = &[
    Layer { module: "text", modules: &[], crates: &[] },
    Layer { module: "incident", modules: &["text"], crates: &["time"] },
    Layer { module: "document", modules: &["text"], crates: &["pulldown_cmark"] },
    Layer { module: "mention", modules: &["text", "incident"], crates: &[] },
    Layer { module: "reconcile", modules: &["text", "incident", "document", "mention"], crates: &[] },
    Layer {
        module: "extract",
        modules: &["text", "incident", "document", "mention", "reconcile"],
        crates: &[],
    },
    Layer { module: "metrics", modules: &["text", "incident"], crates: &[] },
    Layer { module: "chart", modules: &["text", "incident", "metrics"], crates: &["plotters"] },
    Layer {
        module: "wire",
        modules: &["text", "incident", "document", "mention", "reconcile", "extract", "metrics", "chart"],
        crates: &["serde"],
    },
    Layer {
        module: "state",
        modules: &[
            "text", "incident", "document", "mention", "reconcile", "extract", "metrics", "chart", "wire",
        ],
        crates: &["serde"],
    },
    Layer {
        module: "command",
        modules: &[
            "text", "incident", "document", "mention", "reconcile", "extract", "metrics", "chart", "wire",
        ],
        crates: &["serde", "serde_json"],
    },
    Layer {
        module: "platform",
        modules: &[
            "text", "incident", "document", "mention", "reconcile", "extract", "metrics", "chart", "wire",
            "state",
        ],
        crates: &["gloo", "js_sys", "serde", "serde_wasm_bindgen", "wasm_bindgen", "web_sys"],
    },
    Layer {
        module: "ui",
        modules: &[
            "text", "incident", "document", "mention", "reconcile", "extract", "metrics", "chart", "wire",
            "state", "platform",
        ],
        crates: &["gloo", "js_sys", "wasm_bindgen", "web_sys", "yew"],
    },
    Layer {
        module: "embed",
        modules: &[
            "text", "incident", "document", "mention", "reconcile", "extract", "metrics", "chart", "wire",
            "state", "platform",
        ],
        crates: &["js_sys", "serde", "serde_wasm_bindgen", "wasm_bindgen", "web_sys"],
    },
];

/// Every crate that some layer names. A path that starts with none of them is a local name.
const CRATES: &[&str] = &[
    "gloo", "js_sys", "plotters", "plotters_backend", "pulldown_cmark", "serde", "serde_json",
    "serde_wasm_bindgen", "time", "wasm_bindgen", "web_sys", "yew",
];

/// Crates that a single file may use, so that they can be replaced there.
const ONE_FILE_CRATES: &[&str] = &["pulldown_cmark"];

/// One path of a source file, such as `crate::text::Span` or `yew::Html`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Import {
    Module(String),
    Crate(String),
}

#[test]
fn imports_point_down_the_list_of_layers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = Vec::new();
    let mut files_of_crate: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut checked = 0;
    for file in rust_files(&root) {
        let path = module_path(&root, &file);
        let source = fs::read_to_string(&file).unwrap();
        faults.extend(faults_of(&path, &source));
        for import in imports(&path, &source) {
            if let Import::Crate(name) = import {
                files_of_crate.entry(name).or_default().insert(path.join("::"));
            }
        }
        checked += 1;
    }
    for name in ONE_FILE_CRATES {
        let files = files_of_crate.get(*name).cloned().unwrap_or_default();
        if files.len() > 1 {
            faults.push(format!("{name} is used in more than one file: {files:?}"));
        }
    }
    assert!(checked >= LAYERS.len(), "only {checked} source files found under {}", root.display());
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_module_of_the_crate_has_its_layer() {
    let lib = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let source = fs::read_to_string(lib).unwrap();
    let declared: Vec<&str> =
        source.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(declared.len() > 5, "lib.rs declares {declared:?}");
    for module in declared {
        assert!(layer(module).is_some(), "module {module} stands in no layer");
    }
}

#[test]
fn the_table_itself_points_down() {
    for (row, entry) in LAYERS.iter().enumerate() {
        for used in entry.modules {
            let below = LAYERS.iter().position(|other| other.module == *used);
            assert!(below.is_some_and(|below| below < row), "{} may use {used}", entry.module);
        }
        for used in entry.crates {
            assert!(CRATES.contains(used), "{used} is missing in the list of crates");
        }
    }
}

#[test]
fn an_import_from_above_is_a_fault() {
    let text = ["text".to_owned(), "span".to_owned()];
    assert_eq!(faults_of(&text, "use crate::incident::Phase;").len(), 1);
    assert_eq!(faults_of(&text, "fn f() { super::super::mention::recognize(\"\"); }").len(), 1);
    assert_eq!(faults_of(&text, "use super::Span;\nuse std::fmt;").len(), 0);
    assert_eq!(faults_of(&["ui".to_owned()], "use crate::embed::analyze;").len(), 1);
    assert_eq!(faults_of(&["embed".to_owned()], "use crate::{extract, ui};").len(), 1);
}

#[test]
fn an_import_from_below_is_none() {
    let reconcile = ["reconcile".to_owned(), "window".to_owned()];
    let source = "use crate::mention::{self, Mention};\nuse crate::{incident::Phase, text::Span};";
    assert_eq!(faults_of(&reconcile, source), Vec::<String>::new());
}

#[test]
fn a_browser_crate_below_the_browser_layers_is_a_fault() {
    let state = ["state".to_owned(), "reduce".to_owned()];
    for source in ["use yew::prelude::*;", "let w = web_sys::window();", "use gloo::events;"] {
        assert_eq!(faults_of(&state, source).len(), 1, "{source}");
    }
    assert_eq!(faults_of(&["incident".to_owned()], "#[derive(serde::Serialize)]").len(), 1);
    assert_eq!(faults_of(&["metrics".to_owned()], "use plotters::prelude::*;").len(), 1);
}

#[test]
fn words_in_comments_and_strings_are_no_imports() {
    let source = "//! See [`crate::wire`].\n/* use crate::ui; */\nconst A: &str = \"crate::ui\";";
    assert_eq!(faults_of(&["text".to_owned()], source), Vec::<String>::new());
}

#[test]
fn nested_groups_and_parents_are_followed() {
    let path = ["chart".to_owned(), "axis".to_owned(), "ticks".to_owned()];
    let found = imports(&path, "use crate::{incident::{Phase, Event}, metrics};\nuse super::super::X;");
    let modules: Vec<&str> = found
        .iter()
        .map(|import| match import {
            Import::Module(name) | Import::Crate(name) => name.as_str(),
        })
        .collect();
    assert_eq!(modules, ["incident", "incident", "metrics", "chart"]);
}

fn layer(module: &str) -> Option<&'static Layer> {
    LAYERS.iter().find(|layer| layer.module == module)
}

/// What the file of module `path` imports against its layer, one sentence each.
fn faults_of(path: &[String], source: &str) -> Vec<String> {
    let Some(own) = path.first() else { return Vec::new() };
    // The binaries stand above everything, and lib.rs only declares the modules.
    if own == "bin" || own == "lib" {
        return Vec::new();
    }
    let Some(layer) = layer(own) else {
        return vec![format!("module {own} stands in no layer")];
    };
    let allowed = |import: &Import| match import {
        Import::Module(name) => name == own || layer.modules.contains(&name.as_str()),
        Import::Crate(name) => layer.crates.contains(&name.as_str()),
    };
    let found: BTreeSet<Import> = imports(path, source).into_iter().collect();
    found
        .iter()
        .filter(|import| !allowed(import))
        .map(|import| format!("{} may not use {import:?}", path.join("::")))
        .collect()
}

/// The modules of this crate and the other crates that `source` names, in order of appearance.
fn imports(path: &[String], source: &str) -> Vec<Import> {
    let mut found = Vec::new();
    for tree in path_trees(&code_only(source)) {
        for leaf in leaves(&tree) {
            found.extend(resolve(path, &leaf));
        }
    }
    found
}

/// The module or crate that `leaf` leads to from module `path`; `None` for local names and `std`.
fn resolve(path: &[String], leaf: &[String]) -> Option<Import> {
    let first = leaf.first()?.as_str();
    if first == "crate" || first == "outage_lens" {
        let name = leaf.get(1)?;
        // A name that is no module, as in `crate::Thing`, would be a re-export of lib.rs: there is none.
        return name.starts_with(char::is_lowercase).then(|| Import::Module(name.clone()));
    }
    if first == "super" {
        let ups = leaf.iter().take_while(|part| *part == "super").count();
        let base = &path[..path.len().saturating_sub(ups)];
        // A test module lies one level deeper than its file, so the root is only reached in earnest
        // where the name found there is a module.
        let target = base.first().or_else(|| leaf.get(ups).filter(|n| layer(n).is_some()))?;
        return Some(Import::Module(target.clone()));
    }
    CRATES.contains(&first).then(|| Import::Crate(first.to_owned()))
}

/// `source` without comments, strings and characters, whose words are no paths.
fn code_only(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let skipped = skipped_length(rest);
        if skipped > 0 {
            code.push(' ');
            rest = rest.get(skipped..).unwrap_or("");
        } else {
            code.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    code
}

/// The length of the comment or literal that `rest` starts with, 0 where it starts with code.
fn skipped_length(rest: &str) -> usize {
    let until =
        |from: usize, end: &str| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    if rest.starts_with("//") {
        return until(2, "\n");
    }
    if rest.starts_with("/*") {
        return until(2, "*/");
    }
    if let Some(hashes) = rest.strip_prefix('r').map(|r| r.len() - r.trim_start_matches('#').len())
        && rest[1 + hashes..].starts_with('"')
    {
        return until(2 + hashes, &format!("\"{}", "#".repeat(hashes)));
    }
    if rest.starts_with('"') {
        return string_length(rest);
    }
    // A quote begins a character only where one closes it; otherwise it is a lifetime.
    if let Some(inner) = rest.strip_prefix('\'') {
        let character = inner.chars().next().map_or(0, char::len_utf8);
        if inner.starts_with('\\') {
            return 3 + inner[2.min(inner.len())..].find('\'').unwrap_or(0) + 1;
        }
        if inner[character..].starts_with('\'') {
            return character + 2;
        }
    }
    0
}

fn string_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Every maximal path or `use` tree of the code: names joined by `::`, with groups in braces.
fn path_trees(code: &str) -> Vec<String> {
    let mut trees = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find(|c: char| c.is_alphabetic() || c == '_') {
        rest = &rest[start..];
        let length = tree_length(rest);
        if rest[..length].contains("::") {
            trees.push(rest[..length].to_owned());
        }
        rest = &rest[length..];
    }
    trees
}

fn tree_length(rest: &str) -> usize {
    let name = |at: usize| {
        rest[at..].find(|c: char| !c.is_alphanumeric() && c != '_').map_or(rest.len(), |n| at + n)
    };
    let mut end = name(0);
    while rest[end..].starts_with("::") {
        let next = end + 2;
        if rest[next..].starts_with('{') {
            return group_length(rest, next);
        }
        end = name(next);
        if end == next {
            break;
        }
    }
    end.max(1)
}

fn group_length(rest: &str, start: usize) -> usize {
    let mut depth = 0;
    for (at, byte) in rest.bytes().enumerate().skip(start) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    rest.len()
}

/// The single paths of a tree: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn leaves(tree: &str) -> Vec<Vec<String>> {
    let Some(open) = tree.find('{') else {
        return vec![tree.split("::").map(|part| part.trim().to_owned()).collect()];
    };
    let prefix: Vec<String> =
        tree[..open].split("::").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect();
    let inside = tree[open + 1..].strip_suffix('}').unwrap_or(&tree[open + 1..]);
    let mut found = Vec::new();
    for part in split_at_commas(inside) {
        for leaf in leaves(part.trim()) {
            found.push(prefix.iter().cloned().chain(leaf).collect());
        }
    }
    found
}

fn split_at_commas(inside: &str) -> Vec<&str> {
    let mut depth = 0;
    inside
        .split(|c: char| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            c == ',' && depth == 0
        })
        .filter(|part| !part.trim().is_empty())
        .collect()
}

/// The module path of a file: `src/text/span.rs` is `["text", "span"]`, `mod.rs` its folder.
fn module_path(root: &Path, file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(root).unwrap().with_extension("");
    let mut path: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if path.last().is_some_and(|last| last == "mod") {
        path.pop();
    }
    path
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
