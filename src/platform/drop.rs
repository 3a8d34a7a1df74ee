//! Things dropped on the page: files, or selected text.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event};

use crate::state::Action;

use super::{Dispatch, files};

/// Says that the page takes what is dragged over it. Without this the browser would open a dropped file.
pub(super) fn on_drag_over(event: &Event, _: &Dispatch) {
    event.prevent_default();
}

/// Takes what was dropped.
pub(super) fn on_drop(event: &Event, dispatch: &Dispatch) {
    event.prevent_default();
    let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
    let files = data.files().map(files::take).unwrap_or_default();
    let text = data.get_data("text/plain").unwrap_or_default();
    if files.is_empty() && !text.is_empty() {
        dispatch(Action::ReportPasted(text));
    } else {
        dispatch(Action::FilesDropped(files));
    }
}
