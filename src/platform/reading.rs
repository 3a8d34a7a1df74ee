//! Runs the extraction: short texts at once, long ones after a pause in the writing.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use crate::extract::{Options, extract};
use crate::state::{Action, ReportId, readable};

use super::Dispatch;

/// Texts up to this length are read within a frame, so that facts appear while they are typed.
const READ_AT_ONCE: usize = 200_000;
/// The pause also gives the browser the time to show that it is reading.
const PAUSE_MS: u32 = 250;

/// Waits for pauses, one for each report.
#[derive(Default)]
pub(super) struct Reader {
    waiting: RefCell<Vec<(ReportId, Timeout)>>,
}

impl Reader {
    /// Reads `text` and dispatches what was found. A later call for the same report replaces one that waits.
    pub(super) fn read(
        &self,
        report: ReportId,
        revision: u32,
        text: Rc<str>,
        file_name: Option<Rc<str>>,
        dispatch: Dispatch,
    ) {
        let is_long = text.len() > READ_AT_ONCE;
        let run = move || {
            let options = Options { file_name: file_name.as_deref() };
            let extraction = Rc::new(extract(readable(&text), &options));
            dispatch(Action::Extracted { report, revision, text, extraction });
        };
        // Dropping a pause breaks it off.
        self.waiting.borrow_mut().retain(|(waiting, _)| *waiting != report);
        if is_long {
            self.waiting.borrow_mut().push((report, Timeout::new(PAUSE_MS, run)));
        } else {
            run();
        }
    }
}
