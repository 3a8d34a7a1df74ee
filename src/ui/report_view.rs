//! The report with its marked phrases.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{
    FactId, Passage, Piece, Report, ReportView as View, TableRow, incident_of_words, marks, report_view,
};

use super::element::{Element, element, words};
use super::names::Name;
use super::pieces::with_pieces;

/// Depths beyond this one look alike.
const DEEPEST: usize = 4;

/// What stands above a part of a report.
const EXCERPT: &str =
    "This text is long. Shown are the lines around the marked phrases; the whole text was read.";

/// What is shown.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub report: Rc<Report>,
    /// The place of the incident whose words are marked.
    pub incident: usize,
    pub lit: Option<FactId>,
}

/// The report as its reader sees it.
pub(super) struct ReportView {
    laid_out: LaidOut,
}

impl Component for ReportView {
    type Message = ();
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        Self { laid_out: lay_out(context.props()) }
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        let props = context.props();
        if props.report != before.report || props.incident != before.incident {
            self.laid_out = lay_out(props);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        self.laid_out.article(context.props().lit)
    }
}

#[derive(Default)]
struct LaidOut {
    passages: Vec<Rc<Passage>>,
    is_excerpt: bool,
}

impl LaidOut {
    fn article(&self, lit: Option<FactId>) -> Html {
        let mut article = element("article")
            .class("report")
            .attr(Name::DataTestid, "report-view")
            .attr(Name::Tabindex, "0")
            .attr(Name::AriaLabel, "The report with its marked phrases")
            .with_if(self.is_excerpt.then(|| words("p", "soft", EXCERPT)));
        for passage in &self.passages {
            let lit = lit.filter(|fact| stands_for(passage, *fact));
            article = article.child(html! { <PassageView passage={Rc::clone(passage)} {lit} /> });
        }
        article.html()
    }
}

fn lay_out(props: &Props) -> LaidOut {
    let Some(reading) = &props.report.reading else { return LaidOut::default() };
    let extraction = &reading.extraction;
    let marks = incident_of_words(&props.report, props.incident);
    let marks = marks.as_ref().map(self::marks).unwrap_or_default();
    let View { passages, is_excerpt } = report_view(&extraction.document, &marks);
    LaidOut { passages: passages.into_iter().map(Rc::new).collect(), is_excerpt }
}

/// Whether words of the passage stand for `fact`: only then does lighting it change the passage.
fn stands_for(passage: &Passage, fact: FactId) -> bool {
    let has = |pieces: &Vec<Piece>| pieces.iter().any(|piece| piece.facts.contains(&fact));
    match passage {
        Passage::Heading(_, pieces) | Passage::Paragraph(_, pieces) | Passage::Code(pieces) => has(pieces),
        Passage::List(items) => items.iter().any(|(_, pieces)| has(pieces)),
        Passage::Table(rows) => rows.iter().any(|row| row.cells.iter().any(has)),
        Passage::Gap(_) => false,
    }
}

#[derive(Properties, PartialEq)]
struct PassageProps {
    passage: Rc<Passage>,
    lit: Option<FactId>,
}

/// One part of the report. It is a component, so that lighting a fact draws only the parts again in
/// which words stand for it.
struct PassageView;

impl Component for PassageView {
    type Message = ();
    type Properties = PassageProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let PassageProps { passage, lit } = context.props();
        passage_view(passage, *lit)
    }
}

fn passage_view(passage: &Passage, lit: Option<FactId>) -> Html {
    let passage = match passage {
        Passage::Heading(level, pieces) => with_pieces(heading(*level), pieces, lit),
        Passage::Paragraph(depth, pieces) => at_depth("p", *depth, pieces, lit),
        Passage::List(items) => {
            let mut points = element("ul");
            for (depth, pieces) in items {
                points = points.with(at_depth("li", *depth, pieces, lit));
            }
            points
        }
        Passage::Table(rows) => table(rows, lit),
        Passage::Code(pieces) => with_pieces(element("pre"), pieces, lit),
        Passage::Gap(1) => words("p", "gap", "1 line not shown"),
        Passage::Gap(lines) => words("p", "gap", &[&lines.to_string(), " lines not shown"].concat()),
    };
    passage.html()
}

/// The page's own headings are of levels 1 and 2, so the report's begin below them.
fn heading(level: u8) -> Element {
    element(if level > 2 { "h4" } else { "h3" }).class_if(level == 1, "first")
}

fn at_depth(tag: &'static str, depth: usize, pieces: &[Piece], lit: Option<FactId>) -> Element {
    let part = with_pieces(element(tag), pieces, lit);
    if depth > 1 { part.class(&["depth-", &depth.min(DEEPEST).to_string()].concat()) } else { part }
}

fn table(rows: &[TableRow], lit: Option<FactId>) -> Element {
    let mut body = element("tbody");
    for row in rows {
        let mut cells = element("tr");
        for pieces in &row.cells {
            let cell = if row.header { element("th").attr(Name::Scope, "col") } else { element("td") };
            cells = cells.with(with_pieces(cell, pieces, lit));
        }
        body = body.with(cells);
    }
    element("div").class("scroll").with(element("table").with(body))
}
