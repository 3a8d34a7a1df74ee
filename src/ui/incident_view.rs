//! One incident: its facts, its doubts, its timeline.

use std::rc::Rc;

use yew::prelude::*;

use crate::document::Document;
use crate::incident::{Discrepancy, Incident};
use crate::state::{
    Action, FactId, FactView, MOST_DISCREPANCIES, Report, further_facts, headline_facts, proof, title_of,
};

use super::discrepancies::Discrepancies;
use super::facts_card::FactsCard;
use super::proof_strip::ProofStrip;
use super::timeline_chart::TimelineChart;
use super::timeline_table::TimelineTable;

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
    let facts = use_memo((props.report.reading.clone(), props.incident), |(reading, place)| {
        let extraction = &reading.as_ref()?.extraction;
        extraction.incidents.get(*place).map(|incident| Facts::of(&extraction.document, incident))
    });
    let reading = props.report.reading.as_ref();
    let found = reading.and_then(|reading| {
        let incident = reading.extraction.incidents.get(props.incident)?;
        Some((&reading.extraction.document, incident))
    });
    let Some(((document, incident), facts)) = found.zip(facts.as_ref().as_ref()) else {
        return nothing_found(&props.report);
    };
    let chosen = props.chosen.map(|fact| (fact, proof(document, incident, fact)));
    html! {
        <div class={classes!("facts", props.report.is_being_read().then_some("stale"))}>
            <h1>{ title_of(&props.report, Some(incident)) }</h1>
            <p class="sub">{ subtitle(&props.report, props.incident, incident) }</p>
            <p class="hidden" aria-live="polite">{ &facts.spoken }</p>
            <FactsCard headline={facts.headline.clone()} further={facts.further.clone()} lit={props.lit}
                chosen={props.chosen} />
            <ProofStrip {chosen} dispatch={props.dispatch.clone()} />
            <Discrepancies discrepancies={facts.discrepancies.clone()} lit={props.lit}
                left_out={incident.discrepancies.len() - facts.discrepancies.len()} />
            <TimelineChart reading={props.report.reading.clone()} incident={props.incident} lit={props.lit} />
            <TimelineTable reading={props.report.reading.clone()} incident={props.incident} lit={props.lit} />
        </div>
    }
}

/// The facts in words, computed once for each reading.
struct Facts {
    headline: Rc<[FactView]>,
    further: Rc<[FactView]>,
    discrepancies: Rc<[Discrepancy]>,
    /// The headline in one sentence for screen readers.
    spoken: String,
}

impl Facts {
    fn of(document: &Document, incident: &Incident) -> Self {
        let headline = headline_facts(document, incident);
        let spoken: Vec<String> = headline.iter().map(spoken).collect();
        Self {
            headline: headline.into(),
            further: further_facts(document, incident).into(),
            discrepancies: incident.discrepancies.iter().take(MOST_DISCREPANCIES).cloned().collect(),
            spoken: spoken.join(" "),
        }
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
