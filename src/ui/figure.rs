//! A chart with its finding, drawn as wide as it stands, and the same numbers as a table.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::chart::{Scene, Size, Table};
use crate::platform::observe_width;
use crate::state::{EntryId, FactId};

use super::scene_view::scene_view;

/// The width before the first measurement.
const USUAL_WIDTH_PX: u32 = 560;

/// What the figure shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub testid: AttrValue,
    /// Draws the chart in a given size; `None` where there is nothing to draw.
    pub draw: Callback<Size, Option<Scene>>,
    #[prop_or_default]
    pub entries: Rc<[EntryId]>,
    #[prop_or_default]
    pub lit: Option<FactId>,
}

/// A chart and its table.
#[component]
pub(super) fn Figure(props: &Props) -> Html {
    let node = use_node_ref();
    let width = use_measured_width(&node);
    let scene =
        use_memo((width, props.draw.clone()), |(width, draw)| draw.emit(Size::new(*width)).map(Rc::new));
    let Some(scene) = (*scene).clone() else { return Html::default() };
    html! {
        <figure data-testid={props.testid.clone()}>
            <figcaption><b>{ &scene.title }</b><span class="hidden">{ &scene.description }</span></figcaption>
            <div class="canvas" ref={node}>
                { scene_view(&scene, &props.entries, props.lit) }
            </div>
            <details class="numbers">
                <summary>{ "As a table" }</summary>
                { table(&scene.title, &scene.table) }
            </details>
        </figure>
    }
}

#[hook]
fn use_measured_width(node: &NodeRef) -> u32 {
    let width = use_state_eq(|| USUAL_WIDTH_PX);
    use_effect_with(node.clone(), {
        let width = width.setter();
        move |node| {
            let element = node.cast::<Element>();
            let observer = element.and_then(|element| observe_width(&element, move |px| width.set(px)));
            move || drop(observer)
        }
    });
    *width
}

fn table(title: &str, table: &Table) -> Html {
    html! {
        <table>
            <caption class="hidden">{ title }</caption>
            <thead>
                <tr>{ for table.header.iter().map(|name| html! { <th scope="col">{ name }</th> }) }</tr>
            </thead>
            <tbody>{ for table.rows.iter().map(|row| cells(row)) }</tbody>
        </table>
    }
}

fn cells(row: &[String]) -> Html {
    html! { <tr>{ for row.iter().map(|cell| html! { <td>{ if cell.is_empty() { "–" } else { cell } }</td> }) }</tr> }
}
