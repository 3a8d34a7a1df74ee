//! The facts of one incident with what the user can correct of them.

use crate::document::Document;
use crate::incident::Incident;
use crate::text::Gather;

use super::facts::{FactView, further_facts, headline_facts};
use super::parts::{FactPart, fact_parts};
use super::{FactId, Report};

/// The facts beside the headline that can be told where the report does not.
const CAN_BE_ADDED: [FactId; 5] =
    [FactId::Severity, FactId::Service, FactId::Zone, FactId::Acknowledged, FactId::Mitigated];

/// Every fact of one incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactSheet {
    /// Duration, impact, window, detection, known or not.
    pub headline: Vec<SheetFact>,
    /// Further facts: those that are known, and those that the user took out.
    pub further: Vec<SheetFact>,
    /// Further facts that nobody told yet.
    pub absent: Vec<SheetFact>,
}

/// One fact with its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFact {
    /// What is shown.
    pub view: FactView,
    /// The fields to correct it in; none where it cannot be corrected.
    pub parts: Vec<FactPart>,
}

impl SheetFact {
    /// Whether the user settled any value of it.
    #[must_use]
    pub fn is_corrected(&self) -> bool {
        self.parts.iter().any(|part| part.original.is_some())
    }
}

/// The facts of the incident at `place` of `report`, whose words stand in `document`.
#[must_use]
pub fn fact_sheet(document: &Document, report: &Report, place: usize, incident: &Incident) -> FactSheet {
    let with_parts = |view: FactView| {
        let mut fact = SheetFact { parts: fact_parts(report, place, view.id), view };
        if fact.view.headline.is_none() && fact.is_corrected() {
            "corrected by you: not told".clone_into(&mut fact.view.caption);
        }
        fact
    };
    let headline = headline_facts(document, incident).into_iter().map(with_parts).gather();
    let mut further: Vec<SheetFact> = further_facts(document, incident).into_iter().map(with_parts).gather();
    let untold = CAN_BE_ADDED.iter().filter(|id| further.iter().all(|fact| fact.view.id != **id));
    let untold = untold.filter_map(|id| FactView::untold(*id)).map(with_parts);
    let (taken_out, absent): (Vec<_>, Vec<_>) = untold.partition(SheetFact::is_corrected);
    further.extend(taken_out);
    FactSheet { headline, further, absent }
}
