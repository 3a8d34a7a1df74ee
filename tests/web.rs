//! What only a browser can show: the JavaScript functions, and effects that touch the browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that meets an error has failed")]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, JsString, Reflect};
use outage_lens::embed::{analyze, mentions};
use outage_lens::platform::{Dispatch, Performer, restore_theme};
use outage_lens::state::{Action, Effect, ReportId, SAMPLES, Theme};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| match name.parse::<u32>() {
        Ok(place) => Reflect::get_u32(&value, place).unwrap(),
        Err(_) => Reflect::get(&value, &name.into()).unwrap(),
    })
}

/// Everything that was dispatched.
fn recorder() -> (Dispatch, Rc<RefCell<Vec<Action>>>) {
    let told = Rc::new(RefCell::new(Vec::new()));
    let dispatch: Dispatch = Rc::new({
        let told = Rc::clone(&told);
        move |action| told.borrow_mut().push(action)
    });
    (dispatch, told)
}

#[wasm_bindgen_test]
fn a_report_is_analyzed_with_spans_that_slice_the_text() {
    let text = "# Outage 🚨\n\nThe outage lasted 2 hours.";
    let report = analyze(text).unwrap();
    assert_eq!(get(&report, "schema"), JsValue::from("outage-lens/1"));
    assert_eq!(get(&report, "incidents.0.duration.minutes"), JsValue::from(120));
    let evidence = get(&report, "incidents.0.duration.evidence.0");
    // OK because offsets in a short text are small whole numbers.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let at = |name: &str| get(&evidence, name).as_f64().unwrap() as u32;
    let slice = JsString::from(text).slice(at("start"), at("end"));
    assert_eq!(JsValue::from(slice), get(&evidence, "text"));
}

#[wasm_bindgen_test]
fn what_the_text_does_not_say_is_null_and_not_undefined() {
    let report = analyze("The outage lasted 2 hours.").unwrap();
    assert!(get(&report, "incidents.0.impact").is_null());
    assert!(get(&report, "incidents.0.start").is_null());
}

#[wasm_bindgen_test]
fn a_text_without_an_incident_gives_an_empty_list() {
    for text in ["", "milk\neggs", "\0\0", "🚨"] {
        let incidents: Array = get(&analyze(text).unwrap(), "incidents").unchecked_into();
        assert_eq!(incidents.length(), 0, "{text}");
    }
}

#[wasm_bindgen_test]
fn mentions_are_told_before_anything_is_decided() {
    let found = mentions("It took 90 minutes.").unwrap();
    assert_eq!(get(&found, "mentions.0.kind"), JsValue::from("duration"));
    assert_eq!(get(&found, "mentions.0.value.seconds"), JsValue::from(5400));
    assert_eq!(get(&found, "mentions.0.span.text"), JsValue::from("90 minutes"));
}

#[wasm_bindgen_test]
fn a_short_text_is_read_before_the_effect_returns() {
    let (dispatch, told) = recorder();
    let text = SAMPLES[0].text.into();
    let effect = Effect::Extract { report: ReportId(7), revision: 3, text, file_name: None };
    Performer::default().perform(effect, &dispatch);
    let told = told.borrow();
    let [Action::Extracted { report, revision, extraction, .. }] = &told[..] else {
        panic!("one answer was expected, not {}", told.len())
    };
    assert_eq!((*report, *revision), (ReportId(7), 3));
    assert_eq!(extraction.incidents.len(), 1);
}

#[wasm_bindgen_test]
fn a_theme_is_put_on_the_page_and_remembered() {
    let (dispatch, told) = recorder();
    let performer = Performer::default();
    let on_page = || {
        let root = web_sys::window().unwrap().document().unwrap().document_element().unwrap();
        root.get_attribute("data-theme")
    };
    performer.perform(Effect::ApplyTheme(Theme::Dark), &dispatch);
    assert_eq!(on_page().as_deref(), Some("dark"));
    restore_theme(&dispatch);
    assert!(matches!(told.borrow()[..], [Action::ThemeRestored(Theme::Dark)]));
    performer.perform(Effect::ApplyTheme(Theme::System), &dispatch);
    assert_eq!(on_page(), None);
}
