//! The clipboard.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlTextAreaElement};

use crate::state::Action;

use super::events::target_of;
use super::{Dispatch, files};

/// A paste anywhere is a new report, but a paste into a text that is being written belongs to that text.
pub(super) fn on_paste(event: &Event, dispatch: &Dispatch) {
    if goes_into_a_text(event) {
        return;
    }
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
        return;
    };
    event.prevent_default();
    match data.files().map(files::take) {
        Some(files) if !files.is_empty() => dispatch(Action::FilesDropped(files)),
        _ => dispatch(Action::ReportPasted(data.get_data("text/plain").unwrap_or_default())),
    }
}

fn goes_into_a_text(event: &Event) -> bool {
    let field = target_of(event).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok());
    field.is_some_and(|field| field.text_length() > 0)
}
