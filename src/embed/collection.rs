//! Texts that were read, for as long as JavaScript holds them.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::comparison_view::comparison_view;
use super::incident_view::incident_views;
use super::js_api::to_js;
use super::scene_view::scene_view;
use crate::chart::{
    ComparedIncident, Scene, Size, render_aligned_timelines, render_duration_dots, render_incident_timeline,
};
use crate::document::Document;
use crate::extract::{Extraction, Options, extract};
use crate::incident::Incident;
use crate::metrics::{DEFAULT_SEED, DurationDefinition};
use crate::state::{MOST_ENTRIES, MOST_INCIDENTS, readable, title_in};
use crate::wire;

/// Several texts, in the order in which they were added, and everything that is shown of them.
///
/// JavaScript frees it when it needs it no more.
#[wasm_bindgen]
#[derive(Default)]
pub struct Collection {
    readings: Vec<Reading>,
}

/// One text and what was read from it.
struct Reading {
    text: String,
    /// Where it came from, for a text that has no words to be called by.
    name: String,
    extraction: Extraction,
}

impl Reading {
    fn document(&self) -> &Document {
        &self.extraction.document
    }

    fn incidents(&self) -> &[Incident] {
        let all = &self.extraction.incidents;
        &all[..all.len().min(MOST_INCIDENTS)] // OK because the end is at most the length.
    }

    fn title(&self, incident: &Incident) -> String {
        title_in(self.document(), incident).unwrap_or_else(|| self.name.clone())
    }
}

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
        let name = if name.is_empty() { "Report" } else { name };
        self.readings.push(Reading { text, name: name.to_owned(), extraction });
    }

    /// The report on the text at `place` in the format `outage-lens/1`; `undefined` where there is none.
    ///
    /// # Errors
    ///
    /// The result is always a value that JavaScript has; an error would be a fault of this program.
    pub fn report(&self, place: usize) -> Result<JsValue, JsValue> {
        match self.readings.get(place) {
            Some(reading) => to_js(&wire::report(&reading.text, &reading.extraction)),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// The incidents of the text at `place` in the words of the page.
    ///
    /// # Errors
    ///
    /// As [`Collection::report`].
    pub fn incidents(&self, place: usize) -> Result<JsValue, JsValue> {
        let Some(reading) = self.readings.get(place) else { return Ok(JsValue::UNDEFINED) };
        to_js(&incident_views(reading.document(), reading.incidents()))
    }

    /// All incidents beside each other, in the words of the page.
    ///
    /// # Errors
    ///
    /// As [`Collection::report`].
    pub fn comparison(&self, definition: &str) -> Result<JsValue, JsValue> {
        let pairs: Vec<(String, &Incident)> = self.titled().collect();
        let left_out = self.readings.iter().filter(|reading| reading.incidents().is_empty()).count();
        to_js(&comparison_view(pairs, definition_of(definition), left_out))
    }

    /// The timeline of one incident of the text at `place`, as marks in a scene `width_px` wide;
    /// `undefined` where there is nothing to draw.
    ///
    /// # Errors
    ///
    /// As [`Collection::report`].
    pub fn timeline(&self, place: usize, incident: usize, width_px: u32) -> Result<JsValue, JsValue> {
        let incident = self.readings.get(place).and_then(|reading| reading.incidents().get(incident));
        let scene = incident.filter(|incident| incident.timeline.len() <= MOST_ENTRIES);
        let scene = scene.and_then(|incident| render_incident_timeline(incident, Size::new(width_px)));
        scene_to_js(scene.as_ref(), true)
    }

    /// A chart over all incidents as marks; `undefined` where there is nothing to draw or no such chart.
    ///
    /// # Errors
    ///
    /// As [`Collection::report`].
    pub fn chart(&self, kind: &str, definition: &str, width_px: u32) -> Result<JsValue, JsValue> {
        scene_to_js(self.scene(kind, definition, width_px).as_ref(), false)
    }

    /// A chart over all incidents as an SVG document; `undefined` where there is nothing to draw or no such chart.
    #[must_use]
    pub fn svg(&self, kind: &str, definition: &str, width_px: u32) -> Option<String> {
        self.scene(kind, definition, width_px).map(|scene| scene.to_svg())
    }
}

impl Collection {
    /// Every incident with the title that it is shown under.
    fn titled(&self) -> impl Iterator<Item = (String, &Incident)> {
        self.readings.iter().flat_map(|reading| {
            reading.incidents().iter().map(|incident| (reading.title(incident), incident))
        })
    }

    fn scene(&self, kind: &str, definition: &str, width_px: u32) -> Option<Scene> {
        let size = Size::new(width_px);
        let compared: Vec<ComparedIncident> =
            self.titled().map(|(title, incident)| ComparedIncident { title, incident }).collect();
        match kind {
            "timeline" => render_incident_timeline(compared.first()?.incident, size),
            "dots" => render_duration_dots(&compared, definition_of(definition), DEFAULT_SEED, size),
            "aligned" => render_aligned_timelines(&compared, size),
            _ => None,
        }
    }
}

/// The definition of that name, or the usual one.
fn definition_of(name: &str) -> DurationDefinition {
    DurationDefinition::from_name(name).unwrap_or_default()
}

fn scene_to_js(scene: Option<&Scene>, is_single: bool) -> Result<JsValue, JsValue> {
    scene.map_or(Ok(JsValue::UNDEFINED), |scene| to_js(&scene_view(scene, is_single)))
}
