//! What the JavaScript package adds to a collection: reports that were analysed before, figures and pictures of them all.

use wasm_bindgen::prelude::wasm_bindgen;

use super::collection::{Collection, Given, Reading};
use super::objects::to_js;
use super::package_charts::{self, Asked, Known, grouping, weighting};
use crate::chart::Size;
use crate::extract::{Extraction, Options, extract};
use crate::metrics::{DurationDefinition, PeriodLength};
use crate::state::{Reliability, date_of};
use crate::text::Gather;
use crate::wire::stored::{StoredDuration, StoredEntry, StoredFacts, StoredImpact, StoredMoment, StoredZone};
use crate::wire::{self, CompareOptions, ComparedText};

#[wasm_bindgen]
impl Collection {
    /// As [`Collection::add`], but however long the text is, all of it is read.
    pub fn add_whole(&mut self, text: String, name: &str) {
        let options = Options { file_name: (!name.is_empty()).then_some(name) };
        let extraction = extract(&text, &options);
        self.readings.push(Reading::new(text, name, extraction));
    }

    /// Tags the report that was added or begun last.
    pub fn tag(&mut self, tag: &str) {
        if let Some(reading) = self.readings.last_mut() {
            reading.tags.push(tag.into());
        }
    }

    /// Of which time it is told how many incidents were over within it, what the chance of intervals follows from, and
    /// what incidents are counted in: `month`, `quarter` or another length's name.
    pub fn ask(&mut self, threshold_minutes: f64, seed: u32, period: &str) {
        let period =
            PeriodLength::ALL.into_iter().find(|length| length.label() == period).unwrap_or_default();
        let asked = &mut self.asked;
        (asked.threshold_minutes, asked.seed, asked.period) = (threshold_minutes, seed, period);
    }

    /// What incidents are grouped by: `severity`, `service`, `quarter`, or `tag` with the tag itself.
    pub fn group_by(&mut self, by: &str, tag: &str) {
        self.asked.grouping = grouping(by, tag);
    }

    /// What availability is measured for. Days are `2024-05-09`; what is no day leaves that end to the incidents.
    pub fn measure_for(&mut self, from: &str, to: &str, percent: f64, weighted: &str) {
        self.asked.reliability =
            Reliability { from: date_of(from), to: date_of(to), percent, weighting: weighting(weighted) };
    }

    /// The figures over all incidents in the format `outage-lens/1`.
    ///
    /// # Errors
    ///
    /// None that a text can cause.
    pub fn compare(&self) -> Given {
        let texts: Vec<ComparedText> = (self.readings.iter())
            .map(|Reading { text, name, extraction, .. }| ComparedText {
                name: (!name.is_empty()).then_some(name),
                text,
                incidents: &extraction.incidents,
            })
            .gather();
        let Asked { threshold_minutes, seed, .. } = self.asked;
        let definition = self.definition;
        to_js(&wire::comparison(&texts, CompareOptions { definition, threshold_minutes, seed }))
    }

    /// A chart over all incidents as an SVG document; `undefined` where there is nothing to draw, or no such chart.
    #[must_use]
    pub fn svg(&self, kind: &str, width_px: u32) -> Option<String> {
        let known: Vec<Known> = self.readings.iter().flat_map(Known::of).gather();
        package_charts::scene(kind, &known, self.definition, &self.asked, Size::new(width_px))
            .map(|scene| scene.to_svg())
    }

    /// Begins a report that was analysed before; the incidents that are added next are its own.
    pub fn begin_report(&mut self, name: &str) {
        let extraction = Extraction::default();
        self.readings.push(Reading::new(String::new(), name, extraction));
    }

    /// Adds an incident to the report that was begun last.
    pub fn add_incident(&mut self, facts: &AnalysedIncident) {
        if let Some(reading) = self.readings.last_mut() {
            reading.extraction.incidents.push(facts.facts.clone().into_incident());
        }
    }
}

/// Whether these words are a day of the calendar, as in `2024-05-09`.
#[wasm_bindgen]
#[must_use]
pub fn is_day(words: &str) -> bool {
    words.len() == 10 && date_of(words).is_some()
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
    pub fn new(title: Option<String>, severity: Option<String>, service: Option<String>) -> Self {
        Self { facts: StoredFacts { title, severity, service, ..StoredFacts::default() } }
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
