//! One incident: its facts, its doubts, its timeline.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::{Scene, Size};
use crate::document::Document;
use crate::incident::Incident;
use crate::state::{
    Action, Correcting, EntryId, FactId, FactSheet, FactView, NoteField, Report, SheetRow, fact_sheet, proof,
    timeline_sheet, title_of,
};
use crate::wire::{Detail, digest};

use super::discrepancies::discrepancies_view;
use super::element::{Element, element, words};
use super::facts_card::{Attention, facts_card};
use super::figure::Figure;
use super::incident_heading::Heading;
use super::names::Name;
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
    pub correcting: Option<Correcting>,
    pub writing: Option<NoteField>,
    /// The tags of all incidents.
    pub tags: Rc<Vec<Rc<str>>>,
    pub dispatch: Callback<Action>,
}

/// One incident, or a sentence where the text holds none.
pub(super) struct IncidentView {
    facts: Option<Facts>,
    draw: Callback<Size, Option<Scene>>,
    /// Gives what a saved picture carries.
    carried: Callback<(), String>,
}

impl Component for IncidentView {
    type Message = ();
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        Self::of(context.props())
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        let props = context.props();
        if props.report != before.report || props.incident != before.incident {
            *self = Self::of(props);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        match (found(props), &self.facts) {
            (Some(incident), Some(facts)) => self.facts_view(props, incident, facts),
            _ => nothing_found(&props.report),
        }
    }
}

impl IncidentView {
    /// What stays the same until there is another reading.
    fn of(props: &Props) -> Self {
        let nothing = Document::default();
        let document = document(props).unwrap_or(&nothing);
        let facts = found(props).map(|incident| Facts::of(document, props, incident));
        let (report, place) = (Rc::clone(&props.report), props.incident);
        let draw = Callback::from(move |size| draw_timeline(&report, place, size));
        let report = Rc::clone(&props.report);
        let carried = Callback::from(move |()| {
            let told = |incident| digest(incident, &title_of(&report, place, Some(incident)), Detail::Facts);
            report.incidents().get(place).map(told).unwrap_or_default()
        });
        Self { facts, draw, carried }
    }

    fn facts_view(&self, props: &Props, incident: &Incident, facts: &Facts) -> Html {
        let dispatch = &props.dispatch;
        let heading = heading(props, incident, &facts.title);
        let chosen = props.chosen.zip(document(props));
        let chosen =
            chosen.map(|(fact, document)| proof_strip(fact, &proof(document, incident, fact), dispatch));
        element("div")
            .class("facts")
            .class_if(props.report.is_being_read(), "stale")
            .with(heading.name(dispatch))
            .with(
                words("p", "sub", &subtitle(&props.report, props.incident, incident))
                    .with(share_button(props)),
            )
            .with(heading.tags(dispatch))
            .with(words("p", "hidden", &facts.spoken).attr(Name::AriaLive, "polite"))
            .with(facts_card(&facts.sheet, attention(props), dispatch))
            .with_if(chosen)
            .with_if(discrepancies_view(&incident.discrepancies, props.lit))
            // Yew can lose its place beside a component that draws nothing; in an element of its own it cannot.
            .with(element("div").child(html! {
                <Figure
                    testid="timeline-chart"
                    draw={self.draw.clone()}
                    carried={self.carried.clone()}
                    lit={props.lit}
                    dispatch={props.dispatch.clone()}
                />
            }))
            .with(timeline_table(&facts.rows, facts.rows_left_out, attention(props), dispatch))
            .html()
    }
}

fn share_button(props: &Props) -> Element {
    words("button", "link", "Share")
        .attr(Name::DataTestid, "share")
        .press(&props.dispatch, Action::ShareOpened(vec![entry_of(props)]))
}

/// The incident on view, of a text that was read now or earlier.
fn found(props: &Props) -> Option<&Incident> {
    props.report.incidents().get(props.incident)
}

/// The document that it was read from, as soon as its text is here.
fn document(props: &Props) -> Option<&Document> {
    Some(&props.report.reading.as_ref()?.extraction.document)
}

fn entry_of(props: &Props) -> EntryId {
    EntryId { report: props.report.id, incident: props.incident }
}

fn attention(props: &Props) -> Attention<'_> {
    let entry = entry_of(props);
    Attention { entry, lit: props.lit, chosen: props.chosen, correcting: props.correcting.as_ref() }
}

fn heading<'a>(props: &'a Props, incident: &'a Incident, title: &'a str) -> Heading<'a> {
    let notes = props.report.notes_of(props.incident);
    let name = notes.name.as_deref().or(incident.title.as_deref());
    Heading {
        entry: entry_of(props),
        title,
        name: name.unwrap_or(title),
        tags: &notes.tags,
        known_tags: &props.tags,
        writing: props.writing,
    }
}

/// The facts in words, computed once for each reading.
struct Facts {
    title: String,
    sheet: FactSheet,
    rows: Vec<SheetRow>,
    rows_left_out: usize,
    /// The headline in one sentence for screen readers.
    spoken: String,
}

impl Facts {
    fn of(document: &Document, props: &Props, incident: &Incident) -> Self {
        let Props { report, incident: place, .. } = props;
        let sheet = fact_sheet(document, report, *place, incident);
        let spoken: Vec<String> = sheet.headline.iter().map(|fact| spoken(&fact.view)).collect();
        let (rows, rows_left_out) = timeline_sheet(report, *place, incident);
        let title = title_of(report, *place, Some(incident));
        Self { title, sheet, rows, rows_left_out, spoken: spoken.join(" ") }
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
        Some(_) if report.is_blank() => "The text is empty.",
        Some(_) => {
            "No incident was found in this text. A report names at least a time, a duration or a share of \
             something that was affected."
        }
    };
    let sentence = words("p", "sub", sentence).attr(Name::Role, "status");
    element("div")
        .class("facts")
        .with(words("h1", "", &title_of(report, 0, None)))
        .with(sentence.attr(Name::DataTestid, "nothing-found"))
        .html()
}
