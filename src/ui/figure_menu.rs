//! What a reader can take away from a chart: its picture and its numbers.

use yew::prelude::*;

use crate::chart::{Scene, Table};
use crate::platform::{self, COPYING_REFUSED};
use crate::state::{Action, table_html, table_markdown};
use crate::wire::carried::{into_png, into_svg};
use crate::wire::csv::table_csv;

use super::element::{Element, element, words};
use super::names::Name;
use super::told::Told;

/// A way to take a chart or its numbers away.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// The picture as SVG.
    Svg,
    /// The picture as PNG.
    Png,
    /// The numbers as CSV.
    Csv,
    /// The numbers as a table for the clipboard.
    Table,
}

const WAYS: [(Taken, &str); 4] = [
    (Taken::Svg, "Save as SVG"),
    (Taken::Png, "Save as PNG"),
    (Taken::Csv, "Save numbers as CSV"),
    (Taken::Table, "Copy numbers as a table"),
];

/// A button that opens the list of ways. The browser closes it on Escape and on a press elsewhere.
pub(super) fn menu(testid: &str, chosen: &Callback<Taken>) -> Element {
    let id = ["menu-", testid].concat();
    let button = words("button", "plain icon", "⋯")
        .attr(Name::AriaLabel, "Save or copy this chart")
        .attr(Name::Title, "Save or copy")
        .attr(Name::Popovertarget, &id);
    let mut list = element("div").class("menu").attr(Name::Id, &id).attr(Name::Popover, "auto");
    for (taken, name) in WAYS {
        let pressed = chosen.reform(move |_: Event| taken);
        list = list.with(
            words("button", "plain", name)
                .attr(Name::Popovertarget, &id)
                .on(&Callback::noop(), Told::PressedHere(pressed)),
        );
    }
    element("span").class("actions").with(button).with(list)
}

/// Takes the chart or its numbers away and says what came of it. `name` is the chart's; its pictures carry
/// `carried`, so that they can be opened again.
pub(super) fn take(taken: Taken, scene: &Scene, name: &str, carried: String, dispatch: &Callback<Action>) {
    let name = ["outage-lens-", name].concat();
    match taken {
        Taken::Svg => {
            let svg = scene.to_svg();
            let svg = if carried.is_empty() { svg } else { into_svg(&svg, &carried) };
            save(&[&name, ".svg"].concat(), "image/svg+xml", &svg, dispatch);
        }
        Taken::Png => {
            let (name, dispatch) = ([&name, ".png"].concat(), dispatch.clone());
            platform::draw_png(&scene.to_svg(), (scene.width_px, scene.height_px), move |png| {
                let png = png.map(|png| if carried.is_empty() { png } else { into_png(&png, &carried) });
                let saved = png.is_some_and(|png| platform::save_bytes(&name, "image/png", &png));
                tell_saved(&name, saved, &dispatch);
            });
        }
        Taken::Csv | Taken::Table => take_table(taken, &scene.table, &name, dispatch),
    }
}

/// Takes a table away: as a file where it is asked for as CSV, otherwise on the clipboard.
pub(super) fn take_table(taken: Taken, table: &Table, name: &str, dispatch: &Callback<Action>) {
    if taken == Taken::Csv {
        return save(&[name, ".csv"].concat(), "text/csv", &table_csv(table), dispatch);
    }
    let rows = if table.rows.len() == 1 { " row" } else { " rows" };
    let copied = ["Copied ", &table.rows.len().to_string(), rows, " as Markdown and as HTML."].concat();
    let dispatch = dispatch.clone();
    platform::copy_rich_text(&table_markdown(table), &table_html(table), move |done| {
        let sentence = if done { copied } else { COPYING_REFUSED.to_owned() };
        dispatch.emit(Action::Told { sentence });
    });
}

fn save(name: &str, mime: &str, text: &str, dispatch: &Callback<Action>) {
    tell_saved(name, platform::save_text(name, mime, text), dispatch);
}

fn tell_saved(name: &str, saved: bool, dispatch: &Callback<Action>) {
    let (opening, closing) = if saved { ("Saved ", ".") } else { ("The browser did not save ", ".") };
    dispatch.emit(Action::Told { sentence: [opening, name, closing].concat() });
}
