//! A chart with its finding, drawn as wide as it stands, and the same numbers as a table.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement};
use yew::prelude::*;

use crate::chart::{Scene, Size, Table};
use crate::platform::{
    NearObserver, WidthObserver, keep_tab_stop, observe_near, observe_width, time_drawing,
};
use crate::state::{Action, EntryId, FactId};

use super::element::{Element, column, element, words};
use super::figure_menu::{Taken, menu, take};
use super::names::Name;
use super::range::{fit_range, range};
use super::scene_view::scene_view;
use super::told::Told;

/// The width before the first measurement.
const USUAL_WIDTH_PX: u32 = 560;
/// Longer tables are slow to show and not read; the file has all rows.
const MOST_ROWS: usize = 200;

/// What the figure shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub testid: AttrValue,
    /// Draws the chart in a given size; `None` where there is nothing to draw.
    pub draw: Callback<Size, Option<Scene>>,
    pub dispatch: Callback<Action>,
    #[prop_or_default]
    pub entries: Rc<[EntryId]>,
    #[prop_or_default]
    pub lit: Option<FactId>,
    /// What the chart is about, the heading where there is nothing to find. Where it is empty, so is the figure then.
    #[prop_or_default]
    pub subject: AttrValue,
    /// Why there is nothing to draw, as a sentence.
    #[prop_or_default]
    pub missing: AttrValue,
    /// Whether the chart is drawn only when it comes near the window.
    #[prop_or_default]
    pub waits: bool,
    /// Whether it takes the whole width of the page.
    #[prop_or_default]
    pub wide: bool,
    /// Gives what a saved picture carries, so that it can be opened again.
    #[prop_or_default]
    pub carried: Option<Callback<(), String>>,
    /// What else belongs to it.
    #[prop_or_default]
    pub beside: Option<Html>,
}

/// A chart and its table.
pub(super) struct Figure {
    node: NodeRef,
    range: NodeRef,
    width_px: u32,
    /// `None` before the chart came near; nothing in it where there is nothing to draw.
    #[expect(clippy::option_option, reason = "not drawn yet and nothing to draw are told apart")]
    drawn: Option<Option<Rc<Scene>>>,
    shows_numbers: bool,
    width: Option<WidthObserver>,
    near: Option<NearObserver>,
}

/// What happens to a figure.
pub(super) enum Message {
    /// It is so many pixels wide.
    Width(u32),
    /// It came near the window.
    Near,
    /// Its table was opened or closed.
    Numbers(bool),
    /// The chart or its numbers are to be taken away.
    Take(Taken),
}

impl Component for Figure {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let mut figure = Self {
            node: NodeRef::default(),
            range: NodeRef::default(),
            width_px: USUAL_WIDTH_PX,
            drawn: None,
            shows_numbers: false,
            width: None,
            near: None,
        };
        if !context.props().waits {
            figure.draw(context.props());
        }
        figure
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let before = (self.width_px, self.drawn.is_some(), self.shows_numbers);
        match message {
            Message::Width(width_px) => self.width_px = width_px,
            Message::Near if self.drawn.is_none() => {
                // It stands on the page already, so that it is drawn once and not once more in its real width.
                let canvas = self.element().and_then(|element| element.query_selector(".canvas").ok()?);
                let width_px = canvas.and_then(|canvas| u32::try_from(canvas.client_width()).ok());
                self.width_px = width_px.filter(|px| *px > 0).unwrap_or(self.width_px);
                self.draw(context.props());
                return true;
            }
            Message::Near => {}
            Message::Numbers(open) => self.shows_numbers = open,
            Message::Take(taken) => {
                let props = context.props();
                if let Some(scene) = self.scene() {
                    let carried = props.carried.as_ref().map(|carried| carried.emit(())).unwrap_or_default();
                    take(taken, scene, &props.testid, carried, &props.dispatch);
                }
            }
        }
        if self.width_px != before.0 && self.drawn.is_some() {
            self.draw(context.props());
        }
        before != (self.width_px, self.drawn.is_some(), self.shows_numbers)
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        if context.props().draw != before.draw && self.drawn.is_some() {
            self.draw(context.props());
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        if props.subject.is_empty() && self.scene().is_none() {
            return Html::default();
        }
        let figure = element("figure")
            .class_if(props.wide, "wide-figure")
            .attr(Name::DataTestid, &props.testid)
            .node(&self.node)
            .with(self.caption(context));
        let figure = match &self.drawn {
            None => figure.with(element("div").class("canvas waiting")),
            Some(None) => {
                figure.with_if((!props.missing.is_empty()).then(|| words("p", "soft", &props.missing)))
            }
            Some(Some(scene)) => self.chart(figure, scene, context),
        };
        figure.child(props.beside.clone().unwrap_or_default()).html()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let Some(element) = self.element() else { return };
        if self.near.is_none() && self.drawn.is_none() {
            let near = context.link().callback(|()| Message::Near);
            self.near = observe_near(&element, move || near.emit(()));
            if self.near.is_none() {
                context.link().send_message(Message::Near);
            }
        }
        let canvas = element.query_selector(".canvas").ok().flatten();
        if let Some(canvas) = canvas.filter(|_| self.width.is_none() && self.scene().is_some()) {
            let width = context.link().callback(Message::Width);
            self.width = observe_width(&canvas, move |px| width.emit(px));
        }
        if let Some(chart) = element.query_selector("svg.scene").ok().flatten() {
            keep_tab_stop(&chart);
        }
        if let Some(slider) = self.scene().and_then(|scene| scene.slider.as_ref()) {
            fit_range(&self.range, slider);
        }
        if self.drawn.is_some() {
            time_drawing(&context.props().testid, false);
        }
    }
}

impl Figure {
    fn element(&self) -> Option<web_sys::Element> {
        self.node.cast()
    }

    fn scene(&self) -> Option<&Rc<Scene>> {
        self.drawn.as_ref()?.as_ref()
    }

    fn draw(&mut self, props: &Props) {
        time_drawing(&props.testid, true);
        self.drawn = Some(props.draw.emit(Size::new(self.width_px)).map(Rc::new));
        self.near = None;
        if self.scene().is_none() {
            self.width = None;
        }
    }

    fn caption(&self, context: &Context<Self>) -> Element {
        let props = context.props();
        let finding = self.scene().map_or(&*props.subject, |scene| &scene.title);
        let caption = element("figcaption").with(words("h2", "finding", finding));
        let Some(scene) = self.scene() else { return caption };
        let chosen = context.link().callback(Message::Take);
        caption.with(menu(&props.testid, &chosen)).with(words("span", "hidden", &scene.description))
    }

    fn chart(&self, figure: Element, scene: &Scene, context: &Context<Self>) -> Element {
        let props = context.props();
        let drawing = element("div").class("canvas").with(scene_view(scene, &props.entries, props.lit));
        let slider = scene.slider.as_ref().map(|slider| range(slider, scene, &self.range, &props.dispatch));
        let told = context.link().callback(|event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
            Message::Numbers(details.is_some_and(|details| details.open()))
        });
        let numbers = element("details")
            .class("numbers")
            .with(words("summary", "", "As a table"))
            .with_if(self.shows_numbers.then(|| table(scene)))
            .on(&props.dispatch, Told::ToggledHere(told));
        figure.with(drawing).with_if(slider).with(numbers)
    }
}

fn table(scene: &Scene) -> Element {
    let Table { header, rows } = &scene.table;
    let mut body = element("tbody");
    for row in rows.iter().take(MOST_ROWS) {
        let mut cells = element("tr");
        for cell in row {
            cells = cells.with(words("td", "", if cell.is_empty() { "–" } else { cell }));
        }
        body = body.with(cells);
    }
    let table = element("table")
        .with(words("caption", "hidden", &scene.title))
        .with(element("thead").with(header_row(header)))
        .with(body);
    let (shown, all) = (MOST_ROWS.to_string(), rows.len().to_string());
    let rest = ["The first ", &shown, " of ", &all, " rows; the CSV file has all of them."].concat();
    element("div")
        .class("scroll")
        .with(table)
        .with_if((rows.len() > MOST_ROWS).then(|| words("p", "soft", &rest)))
}

fn header_row(names: &[String]) -> Element {
    let mut row = element("tr");
    for name in names {
        row = row.with(column(name));
    }
    row
}
