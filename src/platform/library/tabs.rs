//! Pages of the same browser tell each other which reports they changed.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

use super::requests::{REPORTS, list, settled, several};
use super::{LibraryEvent, Shared, file};

/// Listens to the other pages for as long as the page lives.
pub(super) fn listen(shared: &Rc<Shared>) {
    let Some(channel) = &shared.channel else { return };
    let shared = Rc::clone(shared);
    EventListener::new(channel, "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            let ids: Vec<f64> = list(event.data()).iter().filter_map(|id| id.as_f64()).collect();
            read_again(&shared, ids);
        }
    })
    .forget();
}

/// Tells the other pages that something else is stored of these reports.
pub(super) fn tell(shared: &Shared, ids: Vec<f64>) {
    if let Some(channel) = &shared.channel {
        let ids: Array = ids.into_iter().map(JsValue::from_f64).collect();
        // A page that cannot be told sees the change when it is loaded again.
        let _ = channel.post_message(&ids);
    }
}

/// Reads the records of `ids` and tells of them.
fn read_again(shared: &Rc<Shared>, ids: Vec<f64>) {
    let Some(database) = shared.database() else { return };
    let Ok((transaction, requests)) = several(&database, REPORTS, &ids) else { return };
    let shared = Rc::clone(shared);
    settled(&transaction, "complete", "abort", move |is_good| {
        if !is_good {
            return;
        }
        let (mut saved, mut erased) = (Vec::new(), Vec::new());
        for (id, request) in ids.iter().zip(requests) {
            match request.result().unwrap_or_default() {
                gone if gone.is_undefined() => erased.push(*id),
                record => saved.extend(file::read_record(&record)),
            }
        }
        shared.tell(LibraryEvent::Changed { saved, erased });
    });
}
