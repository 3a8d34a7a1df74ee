//! A chart with its finding, drawn as wide as it stands, and the same numbers as a table.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{Scene, Size, Table};
use crate::platform::{WidthObserver, observe_width};
use crate::state::{EntryId, FactId};

use super::element::{Element, column, element, words};
use super::names::Name;
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
pub(super) struct Figure {
    node: NodeRef,
    width_px: u32,
    scene: Option<Scene>,
    observer: Option<WidthObserver>,
}

impl Component for Figure {
    /// The figure's width in pixels.
    type Message = u32;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let scene = context.props().draw.emit(Size::new(USUAL_WIDTH_PX));
        Self { node: NodeRef::default(), width_px: USUAL_WIDTH_PX, scene, observer: None }
    }

    fn update(&mut self, context: &Context<Self>, width_px: u32) -> bool {
        let is_another = self.width_px != width_px;
        if is_another {
            self.width_px = width_px;
            self.draw(context.props());
        }
        is_another
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        if context.props().draw != before.draw {
            self.draw(context.props());
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        self.scene.as_ref().map_or_else(Html::default, |scene| self.figure(context.props(), scene))
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        if self.observer.is_none() {
            let tell = context.link().callback(|width_px| width_px);
            let element = self.node.cast::<web_sys::Element>();
            self.observer = element.and_then(|element| observe_width(&element, move |px| tell.emit(px)));
        }
    }
}

impl Figure {
    fn draw(&mut self, props: &Props) {
        self.scene = props.draw.emit(Size::new(self.width_px));
    }

    fn figure(&self, props: &Props, scene: &Scene) -> Html {
        let finding = words("b", "", &scene.title);
        let description = words("span", "hidden", &scene.description);
        let numbers = element("details").class("numbers").with(words("summary", "", "As a table"));
        element("figure")
            .attr(Name::DataTestid, &props.testid)
            .with(element("figcaption").with(finding).with(description))
            .with(
                element("div")
                    .class("canvas")
                    .node(&self.node)
                    .with(scene_view(scene, &props.entries, props.lit)),
            )
            .with(numbers.with(table(&scene.title, &scene.table)))
            .html()
    }
}

fn table(title: &str, table: &Table) -> Element {
    let mut body = element("tbody");
    for row in &table.rows {
        let mut cells = element("tr");
        for cell in row {
            cells = cells.with(words("td", "", if cell.is_empty() { "–" } else { cell }));
        }
        body = body.with(cells);
    }
    element("table")
        .with(words("caption", "hidden", title))
        .with(element("thead").with(header_row(&table.header)))
        .with(body)
}

fn header_row(names: &[String]) -> Element {
    let mut row = element("tr");
    for name in names {
        row = row.with(column(name));
    }
    row
}
