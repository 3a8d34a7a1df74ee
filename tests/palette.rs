//! One palette: what other pages embed has the colors of the page. Each of its style sheets must stand for itself, so the colors are
//! written more than once, and held equal here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

fn sheet(name: &str) -> String {
    let path = format!("{}/static/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every `--name: value;` of a sheet, each on a line of its own.
fn colors(sheet: &str) -> BTreeMap<&str, &str> {
    (sheet.lines())
        .filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "))
        .collect()
}

/// What stands between `opening` and the `)` that ends it, everywhere in a sheet. Colors have no parentheses inside.
fn calls<'s>(sheet: &'s str, opening: &str) -> BTreeSet<&'s str> {
    sheet.split(opening).skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)).collect()
}

#[test]
fn the_widgets_colors_are_those_of_the_page() {
    let (page, widget) = (sheet("page.css"), sheet("embed/widget.css"));
    let (page, widget) = (colors(&page), colors(&widget));
    assert!(widget.len() > 10, "the widget's colors were not found: {widget:?}");
    for (name, value) in widget {
        assert_eq!(page.get(name), Some(&value), "--{name}");
    }
}

#[test]
fn the_single_file_and_the_frame_have_no_other_colors() {
    let page = sheet("page.css");
    let known = calls(&page, "light-dark(");
    for name in ["embed/single.css", "embed/embed-frame.css"] {
        for pair in calls(&sheet(name), "light-dark(") {
            assert!(known.contains(pair), "{name}: the page has no light-dark({pair})");
        }
    }
}

#[test]
fn every_color_that_a_widget_uses_is_there() {
    let (widget, chart) = (sheet("embed/widget.css"), sheet("chart.css"));
    let known: BTreeSet<&str> = colors(&widget).into_keys().chain(colors(&chart).into_keys()).collect();
    for name in calls(&widget, "var(--").union(&calls(&chart, "var(--")) {
        assert!(known.contains(*name), "--{name}");
    }
}
