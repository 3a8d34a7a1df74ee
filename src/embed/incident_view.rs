//! What a widget shows of an incident, in the words of the page.

use serde::Serialize;

use crate::document::Document;
use crate::incident::{Certainty, Discrepancy, Incident};
use crate::state::{
    FactId, FactView, MOST_DISCREPANCIES, TimelineRow, further_facts, headline_facts, proof, timeline_rows,
    title_in, touched_fact,
};
use crate::text::Gather;

/// One incident.
#[derive(Serialize)]
pub(super) struct IncidentView {
    title: Option<String>,
    headline: Vec<Fact>,
    further: Vec<Fact>,
    doubts: Vec<Doubt>,
    rows: Vec<Row>,
    /// How many entries are not among the rows.
    rows_left_out: usize,
}

/// One fact; see [`FactView`].
#[derive(Serialize)]
struct Fact {
    id: String,
    name: &'static str,
    headline: Option<String>,
    detail: String,
    caption: String,
    certainty: Option<&'static str>,
    value: String,
    doubts: Vec<usize>,
    quotes: Vec<String>,
    rule: Option<String>,
}

/// One contradiction.
#[derive(Serialize)]
struct Doubt {
    id: String,
    kind: &'static str,
    /// The fact that it casts doubt on; `null` for one about entries.
    about: Option<String>,
    message: String,
    quotes: Vec<String>,
}

/// One entry of the timeline; see [`TimelineRow`].
#[derive(Serialize)]
struct Row {
    id: String,
    day: Option<String>,
    time: Option<String>,
    value: String,
    after_start: Option<String>,
    text: String,
    phase: &'static str,
    doubted: bool,
}

/// The incidents of one text, in document order.
pub(super) fn incident_views(document: &Document, incidents: &[Incident]) -> Vec<IncidentView> {
    incidents.iter().map(|incident| incident_view(document, incident)).gather()
}

fn incident_view(document: &Document, incident: &Incident) -> IncidentView {
    let facts = |facts: Vec<FactView>| facts.into_iter().map(|view| fact(document, incident, view)).gather();
    let (rows, rows_left_out) = timeline_rows(incident);
    let discrepancies = incident.discrepancies.iter().take(MOST_DISCREPANCIES).enumerate();
    IncidentView {
        title: title_in(document, incident),
        headline: facts(headline_facts(document, incident)),
        further: facts(further_facts(document, incident)),
        doubts: discrepancies.map(|(place, found)| doubt(document, incident, place, found)).gather(),
        rows: rows.into_iter().map(row).gather(),
        rows_left_out,
    }
}

fn fact(document: &Document, incident: &Incident, view: FactView) -> Fact {
    let proof = proof(document, incident, view.id);
    Fact {
        id: view.id.to_string(),
        name: view.name,
        headline: view.headline,
        detail: view.detail,
        caption: view.caption,
        certainty: view.certainty.map(Certainty::as_str),
        value: view.value,
        doubts: view.doubts,
        quotes: proof.quotes,
        rule: proof.rule,
    }
}

fn doubt(document: &Document, incident: &Incident, place: usize, found: &Discrepancy) -> Doubt {
    let id = FactId::Discrepancy(place);
    Doubt {
        id: id.to_string(),
        kind: found.kind.as_str(),
        about: touched_fact(found.kind).map(|fact| fact.to_string()),
        message: found.message.clone(),
        quotes: proof(document, incident, id).quotes,
    }
}

fn row(row: TimelineRow) -> Row {
    Row {
        id: row.id.to_string(),
        day: row.day,
        time: row.time,
        value: row.value,
        after_start: row.after_start,
        text: row.text,
        phase: row.phase.as_str(),
        doubted: !row.doubts.is_empty(),
    }
}
