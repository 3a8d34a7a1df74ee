//! Texts that were read, for as long as JavaScript holds them, and what a widget shows of them.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::charts;
use super::comparison_view::comparison_view;
use super::incident_view::incident_views;
use super::objects::to_js;
#[cfg(feature = "package")]
use super::package_charts::Asked;
use super::scene_view::scene_view;
use crate::chart::{ComparedIncident, Scene, Size};
use crate::extract::{Extraction, Options, extract};
use crate::incident::Incident;
use crate::metrics::{DEFAULT_SEED, DurationDefinition};
use crate::state::{MOST_INCIDENTS, readable, title_in};
use crate::text::Gather;
use crate::wire;

/// Several texts, in the order in which they were added, and everything that is shown of them.
///
/// JavaScript frees it when it needs it no more. Methods that give an object give `undefined` where there is nothing
/// at that place.
#[wasm_bindgen]
#[derive(Default)]
pub struct Collection {
    pub(super) readings: Vec<Reading>,
    pub(super) definition: DurationDefinition,
    #[cfg(feature = "package")]
    pub(super) asked: Asked,
}

/// One text and what was read from it.
pub(super) struct Reading {
    pub text: String,
    /// Its file's name, or another by which it is known; may be empty.
    pub name: String,
    pub extraction: Extraction,
    /// The tags that the package's user gives it.
    #[cfg(feature = "package")]
    pub tags: Vec<std::rc::Rc<str>>,
}

impl Reading {
    pub(super) fn new(text: String, name: &str, extraction: Extraction) -> Self {
        Self {
            text,
            name: name.to_owned(),
            extraction,
            #[cfg(feature = "package")]
            tags: Vec::new(),
        }
    }

    /// The incidents that are shown.
    fn incidents(&self) -> &[Incident] {
        let all = &self.extraction.incidents;
        &all[..all.len().min(MOST_INCIDENTS)] // OK because the end is at most the length.
    }

    /// What one of its incidents is called.
    pub(super) fn title_of(&self, incident: &Incident) -> String {
        let called = || if self.name.is_empty() { "Report" } else { &self.name }.to_owned();
        title_in(&self.extraction.document, incident).unwrap_or_else(called)
    }
}

/// What JavaScript is given; an error would be a fault of this program.
pub(super) type Given = Result<JsValue, JsValue>;

#[wasm_bindgen]
impl Collection {
    /// A collection without texts.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads `text` and adds it. `name` is its file's, or what it is to be called where it has no title.
    pub fn add(&mut self, text: String, name: &str) {
        let options = Options { file_name: (!name.is_empty()).then_some(name) };
        let extraction = extract(readable(&text), &options);
        self.readings.push(Reading::new(text, name, extraction));
    }

    /// The report on the text at `place` in the format `outage-lens/1`.
    ///
    /// # Errors
    ///
    /// None that a text can cause.
    pub fn report(&self, place: usize) -> Given {
        let Some(reading) = self.readings.get(place) else { return Ok(JsValue::UNDEFINED) };
        to_js(&wire::report(&reading.text, &reading.extraction))
    }

    /// The incidents of the text at `place` in the words of the page.
    ///
    /// # Errors
    ///
    /// None that a text can cause.
    pub fn incidents(&self, place: usize) -> Given {
        let Some(reading) = self.readings.get(place) else { return Ok(JsValue::UNDEFINED) };
        to_js(&incident_views(&reading.extraction.document, reading.incidents()))
    }

    /// Counts durations as the definition of that name says; the usual one where there is none.
    pub fn define(&mut self, definition: &str) {
        self.definition = DurationDefinition::from_name(definition).unwrap_or_default();
    }

    /// All incidents beside each other, in the words of the page.
    ///
    /// # Errors
    ///
    /// None that a text can cause.
    pub fn overview(&self) -> Given {
        let left_out = self.readings.iter().filter(|reading| reading.incidents().is_empty()).count();
        to_js(&comparison_view(self.titled().gather(), self.definition, left_out))
    }

    /// The timeline of one incident of the text at `place`, as marks in a scene `width_px` wide.
    ///
    /// # Errors
    ///
    /// None that a text can cause.
    pub fn timeline(&self, place: usize, incident: usize, width_px: u32) -> Given {
        let found = self.readings.get(place).and_then(|reading| reading.incidents().get(incident));
        let Some(incident) = found else { return Ok(JsValue::UNDEFINED) };
        let shown = [ComparedIncident { title: String::new(), incident }];
        let scene = charts::scene("timeline", &shown, self.definition, DEFAULT_SEED, Size::new(width_px));
        scene_to_js(scene.as_ref(), true)
    }

    /// A chart over all incidents as marks in a scene `width_px` wide.
    ///
    /// # Errors
    ///
    /// None that a text can cause.
    pub fn chart(&self, kind: &str, width_px: u32) -> Given {
        let compared = self.titled().map(|(title, incident)| ComparedIncident { title, incident });
        let compared: Vec<ComparedIncident> = compared.gather();
        let scene = charts::scene(kind, &compared, self.definition, DEFAULT_SEED, Size::new(width_px));
        scene_to_js(scene.as_ref(), false)
    }
}

impl Collection {
    /// Every incident with the title that it is shown under.
    fn titled(&self) -> impl Iterator<Item = (String, &Incident)> {
        self.readings.iter().flat_map(|reading| {
            reading.incidents().iter().map(|incident| (reading.title_of(incident), incident))
        })
    }
}

fn scene_to_js(scene: Option<&Scene>, is_single: bool) -> Given {
    scene.map_or(Ok(JsValue::UNDEFINED), |scene| to_js(&scene_view(scene, is_single)))
}
