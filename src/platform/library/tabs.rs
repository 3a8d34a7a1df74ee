//! Pages of the same browser tell each other which reports they changed.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

use super::reading::read_buckets;
use super::requests::{BUCKETS, list, settled, several};
use super::{LibraryEvent, Shared};
use crate::text::{ByNumber, Gather};
use crate::wire::library::{Bucket, bucket_of};
use crate::wire::stored::StoredReport;

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

/// Reads the records of `ids` and tells of them. Before the library is loaded there is nothing to be told.
fn read_again(shared: &Rc<Shared>, ids: Vec<f64>) {
    let Some(database) = shared.database() else { return };
    let buckets = ByNumber::of(ids.iter().map(|id| (u64::from(bucket_of(*id)), ())).collect());
    // OK because there are few buckets.
    #[expect(clippy::cast_precision_loss)]
    let keys: Vec<f64> = buckets.list().iter().map(|(number, ())| *number as f64).gather();
    let Ok((transaction, requests)) = several(&database, BUCKETS, &keys) else { return };
    let shared = Rc::clone(shared);
    settled(&transaction, "complete", "abort", move |is_good| {
        if is_good {
            let mut read = Bucket::default();
            read_buckets(requests.iter().map(|request| request.result().unwrap_or_default()), &mut read);
            shared.tell(changed(ids, read.reports));
        }
    });
}

/// What to tell of the reports with the numbers `ids`, where `stored` are all reports of their buckets.
fn changed(ids: Vec<f64>, stored: Vec<StoredReport>) -> LibraryEvent {
    let mut changed = ByNumber::of(ids.iter().map(|id| (id.to_bits(), None)).collect());
    for report in stored {
        let number = report.id.to_bits();
        if changed.get(number).is_some() {
            changed.insert(number, Some(report));
        }
    }
    let erased = ids.into_iter().filter(|id| changed.get(id.to_bits()) == Some(&None)).gather();
    let saved = changed.into_list().into_iter().filter_map(|(_, report)| report).gather();
    LibraryEvent::Changed { saved, erased }
}
