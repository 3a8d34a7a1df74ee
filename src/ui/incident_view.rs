//! One incident: its facts, its doubts, its timeline.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::Document;
use crate::incident::Incident;
use crate::state::{
    Action, FactId, FactView, Report, TimelineRow, further_facts, headline_facts, proof, timeline_rows,
    title_of,
};

use super::discrepancies::discrepancies_view;
use super::facts_card::facts_card;
use super::figure::Figure;
use super::proof_strip::proof_strip;
use super::timeline_chart::draw_timeline;
use super::timeline_table::timeline_table;

/// What the view shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub report: Rc<Report>,
    /// The incident's place in the report.
    pub incident: usize,
    pub lit: Option<FactId>,
    pub chosen: Option<FactId>,
    pub dispatch: Callback<Action>,
}

/// One incident, or a sentence where the text holds none.
#[component]
pub(super) fn IncidentView(props: &Props) -> Html {
    let deps = (props.report.reading.clone(), props.incident);
    let facts = use_memo(deps.clone(), |(reading, place)| {
        let extraction = &reading.as_ref()?.extraction;
        extraction.incidents.get(*place).map(|incident| Facts::of(&extraction.document, incident))
    });
    let draw = use_callback(deps, |size, (reading, place)| draw_timeline(reading.as_ref(), *place, size));
    let found = props.report.reading.as_ref().and_then(|reading| {
        let incident = reading.extraction.incidents.get(props.incident)?;
        Some((&reading.extraction.document, incident))
    });
    let Some(((document, incident), facts)) = found.zip(facts.as_ref().as_ref()) else {
        return nothing_found(&props.report);
    };
    let chosen =
        props.chosen.map(|fact| proof_strip(fact, &proof(document, incident, fact), &props.dispatch));
    html! {
        <div class={classes!("facts", props.report.is_being_read().then_some("stale"))}>
            <h1>{ title_of(&props.report, Some(incident)) }</h1>
            <p class="sub">{ subtitle(&props.report, props.incident, incident) }</p>
            <p class="hidden" aria-live="polite">{ &facts.spoken }</p>
            { facts_card(&facts.headline, &facts.further, props.lit, props.chosen) }
            { chosen }
            { discrepancies_view(&incident.discrepancies, props.lit) }
            <Figure testid="timeline-chart" {draw} lit={props.lit} />
            { timeline_table(&facts.rows, facts.rows_left_out, props.lit) }
        </div>
    }
}

/// The facts in words, computed once for each reading.
struct Facts {
    headline: Vec<FactView>,
    further: Vec<FactView>,
    rows: Vec<TimelineRow>,
    rows_left_out: usize,
    /// The headline in one sentence for screen readers.
    spoken: String,
}

impl Facts {
    fn of(document: &Document, incident: &Incident) -> Self {
        let headline = headline_facts(document, incident);
        let spoken: Vec<String> = headline.iter().map(spoken).collect();
        let further = further_facts(document, incident);
        let (rows, rows_left_out) = timeline_rows(incident);
        Self { headline, further, rows, rows_left_out, spoken: spoken.join(" ") }
    }
}

fn spoken(fact: &FactView) -> String {
    let headline = fact.headline.as_deref().unwrap_or("not found");
    [fact.name, " ", headline, " ", &fact.detail, "."].concat()
}

fn subtitle(report: &Report, place: usize, incident: &Incident) -> String {
    let mut parts = Vec::new();
    let count = report.incidents().len();
    if count > 1 {
        parts.push(format!("incident {} of {count} in this text", place + 1));
    }
    parts.push(match incident.timeline.len() {
        0 => "no timeline".to_owned(),
        1 => "1 timeline entry".to_owned(),
        entries => format!("{entries} timeline entries"),
    });
    parts.push(match incident.discrepancies.len() {
        0 => "no contradiction found".to_owned(),
        1 => "1 doubt".to_owned(),
        doubts => format!("{doubts} doubts"),
    });
    if report.is_being_read() {
        parts.push("reading…".to_owned());
    }
    parts.join(" · ")
}

fn nothing_found(report: &Report) -> Html {
    let sentence = match &report.reading {
        None => "Reading…",
        Some(_) if report.is_being_read() => "Reading…",
        Some(_) if report.text.trim().is_empty() => "The text is empty.",
        Some(_) => {
            "No incident was found in this text. A report names at least a time, a duration or a share of \
             something that was affected."
        }
    };
    html! {
        <div class="facts">
            <h1>{ title_of(report, None) }</h1>
            <p class="sub" role="status" data-testid="nothing-found">{ sentence }</p>
        </div>
    }
}
