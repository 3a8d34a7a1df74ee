//! What the JavaScript package adds to a collection: reports that were analysed before, figures and pictures of them all.

use wasm_bindgen::prelude::wasm_bindgen;

use super::charts::Settings;
use super::collection::{Collection, Given, Reading};
use super::objects::to_js;
use crate::extract::{Extraction, Options, extract};
use crate::metrics::{DurationDefinition, PeriodLength};
use crate::wire::stored::{StoredDuration, StoredEntry, StoredFacts, StoredImpact, StoredMoment, StoredZone};
use crate::wire::{self, CompareOptions, ComparedText};

#[wasm_bindgen]
impl Collection {
    /// As [`Collection::add`], but however long the text is, all of it is read.
    pub fn add_whole(&mut self, text: String, name: &str) {
        let options = Options { file_name: (!name.is_empty()).then_some(name) };
        let extraction = extract(&text, &options);
        self.readings.push(Reading { text, name: name.to_owned(), extraction });
    }

    /// What the charts and figures of the package can be asked for besides the definition; `period` is `month`,
    /// `quarter` or another length's name.
    pub fn ask(&mut self, threshold_minutes: f64, seed: u32, period: &str) {
        let period =
            PeriodLength::ALL.into_iter().find(|length| length.label() == period).unwrap_or_default();
        self.settings = Settings { threshold_minutes, seed, period, ..self.settings };
    }

    /// The figures over all incidents in the format `outage-lens/1`.
    ///
    /// # Errors
    ///
    /// None that a text can cause.
    pub fn compare(&self) -> Given {
        let texts: Vec<ComparedText> = (self.readings.iter())
            .map(|Reading { text, name, extraction }| ComparedText {
                name: (!name.is_empty()).then_some(name),
                text,
                incidents: &extraction.incidents,
            })
            .collect();
        let Settings { definition, threshold_minutes, seed, .. } = self.settings;
        to_js(&wire::comparison(&texts, CompareOptions { definition, threshold_minutes, seed }))
    }

    /// A chart over all incidents as an SVG document; `undefined` where there is nothing to draw, or no such chart.
    #[must_use]
    pub fn svg(&self, kind: &str, width_px: u32) -> Option<String> {
        self.scene(kind, width_px).map(|scene| scene.to_svg())
    }

    /// Begins a report that was analysed before; the incidents that are added next are its own.
    pub fn begin_report(&mut self, name: &str) {
        let extraction = Extraction::default();
        self.readings.push(Reading { text: String::new(), name: name.to_owned(), extraction });
    }

    /// Adds an incident to the report that was begun last.
    pub fn add_incident(&mut self, facts: &AnalysedIncident) {
        if let Some(reading) = self.readings.last_mut() {
            reading.extraction.incidents.push(facts.facts.incident());
        }
    }
}

/// Whether a definition of duration has that name.
#[wasm_bindgen]
#[must_use]
pub fn is_definition(name: &str) -> bool {
    DurationDefinition::from_name(name).is_some()
}

/// An incident of a report that was analysed before, fact by fact. What is no value of its kind gives no fact.
#[wasm_bindgen]
#[derive(Default)]
pub struct AnalysedIncident {
    facts: StoredFacts,
}

#[wasm_bindgen]
impl AnalysedIncident {
    /// An incident without facts.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(title: Option<String>, severity: Option<String>) -> Self {
        Self { facts: StoredFacts { title, severity, ..StoredFacts::default() } }
    }

    /// The zone of the main times.
    pub fn zone(&mut self, name: String, offset_minutes: Option<i32>) {
        self.facts.zone = Some(StoredZone { name, offset_minutes });
    }

    /// `start`, `detected`, `acknowledged`, `mitigated` or `end`.
    pub fn moment(
        &mut self,
        which: &str,
        at: String,
        offset_minutes: Option<i32>,
        certainty: String,
        approximate: bool,
    ) {
        let facts = &mut self.facts;
        let place = match which {
            "start" => &mut facts.start,
            "detected" => &mut facts.detected,
            "acknowledged" => &mut facts.acknowledged,
            "mitigated" => &mut facts.mitigated,
            "end" => &mut facts.end,
            _ => return,
        };
        *place = Some(StoredMoment { at, offset_minutes, certainty, approximate, from_entry: false });
    }

    /// The headline duration, or another reading of it.
    #[expect(clippy::too_many_arguments, reason = "one call hands over one object of JavaScript")]
    pub fn duration(
        &mut self,
        is_headline: bool,
        minutes: Option<f64>,
        low: Option<f64>,
        high: Option<f64>,
        approximate: bool,
        basis: String,
        certainty: String,
    ) {
        let duration = StoredDuration { minutes, low, high, approximate, basis, certainty };
        if is_headline {
            self.facts.duration = Some(duration);
        } else if duration.basis == "stated" {
            // The one that a comparison of stated durations counts is the first.
            self.facts.stated_duration.get_or_insert(duration);
        }
    }

    /// The headline share affected.
    #[expect(clippy::too_many_arguments, reason = "one call hands over one object of JavaScript")]
    pub fn impact(
        &mut self,
        percent: Option<f64>,
        low: Option<f64>,
        high: Option<f64>,
        of: Option<String>,
        approximate: bool,
        bound: Option<String>,
        peak: bool,
        certainty: String,
    ) {
        self.facts.impact =
            Some(StoredImpact { percent, low, high, of, approximate, bound, peak, certainty });
    }

    /// An entry of the timeline.
    pub fn event(
        &mut self,
        at: String,
        offset_minutes: Option<i32>,
        phase: String,
        text: String,
        approximate: bool,
    ) {
        self.facts.entries.push(StoredEntry { at, offset_minutes, phase, text, approximate });
    }
}
