//! Layer 7: what the page knows, what can happen to it, and what its views show.
//!
//! An [`Action`] says what happened. [`reduce`] gives the next [`State`] and the [`Effect`]s that the
//! platform then carries out; their results come back as actions. Everything that a view shows is
//! computed from the state by the functions here. Nothing here knows the browser.
//!
//! ```
//! use std::rc::Rc;
//! use outage_lens::state::{Action, Effect, State, reduce};
//!
//! let start = Rc::new(State::default());
//! let (state, effects) = reduce(&start, Action::ReportPasted("It lasted 2 hours.".to_owned()));
//! assert_eq!(state.reports.len(), 1);
//! assert!(matches!(effects[..], [Effect::Extract { .. }]));
//! ```

mod action;
mod fact_id;
mod facts;
mod keys;
mod marks;
mod model;
mod overview;
mod reach;
mod reduce;
mod report_view;
mod samples;
mod timeline;
mod wording;

pub use action::{Action, Effect, FileInfo, Step};
pub use fact_id::{FactId, UnknownFact};
pub use facts::{FactView, Proof, doubts_of, further_facts, headline_facts, proof, touched_fact};
pub use keys::{KEYS, action_for_key};
pub use marks::{MOST_DISCREPANCIES, MOST_ENTRIES, Mark, evidence, marks};
pub use model::{
    Dialog, EntryId, MOST_INCIDENTS, Notice, Reading, Removed, Report, ReportId, Source, State, Theme,
    UnknownEntry, View,
};
pub use overview::{Comparison, EntryView, comparison, list_entries, summary_words, title_of};
pub use reach::{MOST_BYTES_READ, readable};
pub use reduce::{LARGEST_FILE_BYTES, reduce};
pub use report_view::{Passage, Piece, ReportView, TableRow, report_view};
pub use samples::{SAMPLES, Sample};
pub use timeline::{TimelineRow, timeline_rows};
