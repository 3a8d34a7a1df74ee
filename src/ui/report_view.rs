//! The report with its marked phrases.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{FactId, Passage, Piece, Reading, ReportView as View, TableRow, marks, report_view};

use super::pieces::pieces_view;

/// Depths beyond this one look alike.
const DEEPEST: usize = 4;

/// What is shown.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub reading: Option<Reading>,
    /// The place of the incident whose words are marked.
    pub incident: usize,
    pub lit: Option<FactId>,
}

/// The report as its reader sees it.
#[component]
pub(super) fn ReportView(props: &Props) -> Html {
    let deps = (props.reading.clone(), props.incident);
    let view = use_memo(deps, |(reading, place)| lay_out(reading.as_ref(), *place));
    let passage = |passage: &Rc<Passage>| {
        let lit = props.lit.filter(|fact| stands_for(passage, *fact));
        html! { <PassageView passage={Rc::clone(passage)} {lit} /> }
    };
    html! {
        <article class="report" data-testid="report-view" tabindex="0"
            aria-label="The report with its marked phrases">
            if view.is_excerpt {
                <p class="soft">
                    { "This text is long. Shown are the lines around the marked phrases; the whole text was read." }
                </p>
            }
            { for view.passages.iter().map(passage) }
        </article>
    }
}

struct LaidOut {
    passages: Vec<Rc<Passage>>,
    is_excerpt: bool,
}

fn lay_out(reading: Option<&Reading>, incident: usize) -> LaidOut {
    let View { passages, is_excerpt } = reading.map_or_else(View::default, |reading| {
        let extraction = &reading.extraction;
        let marks = extraction.incidents.get(incident).map(marks).unwrap_or_default();
        report_view(&extraction.document, &marks)
    });
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

#[component]
fn PassageView(props: &PassageProps) -> Html {
    let lit = props.lit;
    match &*props.passage {
        Passage::Heading(level, pieces) => heading(*level, pieces_view(pieces, lit)),
        Passage::Paragraph(depth, pieces) => {
            html! { <p class={depth_class(*depth)}>{ pieces_view(pieces, lit) }</p> }
        }
        Passage::List(items) => html! {
            <ul>
                { for items.iter().map(|(depth, pieces)| html! {
                    <li class={depth_class(*depth)}>{ pieces_view(pieces, lit) }</li>
                }) }
            </ul>
        },
        Passage::Table(rows) => html! {
            <div class="scroll"><table><tbody>{ for rows.iter().map(|row| table_row(row, lit)) }</tbody></table></div>
        },
        Passage::Code(pieces) => html! { <pre>{ pieces_view(pieces, lit) }</pre> },
        Passage::Gap(1) => html! { <p class="gap">{ "1 line not shown" }</p> },
        Passage::Gap(lines) => html! { <p class="gap">{ format!("{lines} lines not shown") }</p> },
    }
}

/// The page's own headings are of levels 1 and 2, so the report's begin below them.
fn heading(level: u8, words: Html) -> Html {
    match level {
        1 => html! { <h3 class="first">{ words }</h3> },
        2 => html! { <h3>{ words }</h3> },
        _ => html! { <h4>{ words }</h4> },
    }
}

fn table_row(row: &TableRow, lit: Option<FactId>) -> Html {
    let cell = |pieces: &Vec<Piece>| {
        let words = pieces_view(pieces, lit);
        if row.header {
            html! { <th scope="col">{ words }</th> }
        } else {
            html! { <td>{ words }</td> }
        }
    };
    html! { <tr>{ for row.cells.iter().map(cell) }</tr> }
}

fn depth_class(depth: usize) -> Option<String> {
    (depth > 1).then(|| format!("depth-{}", depth.min(DEEPEST)))
}
