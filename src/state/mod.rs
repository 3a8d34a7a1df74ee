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
//! let (state, effects) = reduce(&start, Action::ReportPasted("It lasted 2 hours.".to_owned()), 0.0);
//! assert_eq!(state.reports.len(), 1);
//! assert!(matches!(effects[0], Effect::Extract { .. }));
//! ```

mod action;
mod address;
mod compared_row;
mod comparison;
mod comparison_chart;
mod comparison_figures;
mod comparison_groups;
mod comparison_period;
mod comparison_table;
mod correction;
mod deleted;
mod fact_id;
mod fact_sheet;
mod facts;
mod history;
mod keeping;
mod keys;
mod listing;
mod mark_fact;
mod marks;
mod model;
mod notes;
mod overview;
mod parts;
mod reach;
mod reduce;
mod report;
mod report_view;
mod samples;
mod settings;
mod share;
mod table_text;
mod timeline;
mod timeline_sheet;
mod wording;

pub use action::{Action, Effect, FileInfo, Landing, Step};
pub use address::{address, date_of};
pub use compared_row::{ComparedRow, compared_row};
pub use comparison::{Compared, Comparison, comparison, summary_words};
pub use comparison_chart::ComparisonChart;
pub use comparison_figures::{Figure, figures, further_figures};
pub use comparison_groups::{ComparedGroups, compared_groups, known_tags, label_of};
pub use comparison_period::{Reliability, period_of};
pub use comparison_table::comparison_table;
pub use correction::{
    CORRECTED, CORRECTED_ENTRY, CORRECTED_WINDOW, SettledEntry, corrected, parse_correction, settled_entries,
};
pub use deleted::{Deleted, deleted_list};
pub use fact_id::{FactId, UnknownFact};
pub use fact_sheet::{FactSheet, SheetFact, fact_sheet};
pub use facts::{FactView, Proof, doubts_of, further_facts, headline_facts, proof, touched_fact};
pub use keeping::{Keep, Kept};
pub use keys::{KEYS, action_for_key};
pub use listing::{Listed, PAGE_LENGTH, Page, grouped, listed, open_page, page_words, tags_in_use};
pub use mark_fact::{fact_of_mark, incident_of_mark};
pub use marks::{MOST_DISCREPANCIES, MOST_ENTRIES, Mark, evidence, marks};
pub use model::{Correcting, Dialog, NoteField, Notice, State, Storage, Theme, View};
pub use notes::{CorrectValue, Correctable, Correction, EntryPart, NotCorrectable, Notes};
pub use overview::{EntryView, entry_view, title_in, title_of};
pub use parts::{FactPart, REMOVED, correctable, fact_of, fact_parts, typed};
pub use reach::{MOST_BYTES_READ, readable};
pub use reduce::{LARGEST_FILE_BYTES, reduce};
pub use report::{EntryId, MOST_INCIDENTS, Reading, Report, ReportId, Source, UnknownEntry};
pub use report_view::{Passage, Piece, ReportView, TableRow, report_view};
pub use samples::{SAMPLES, Sample};
pub use settings::{Grouping, Origin, Setting, Settings, Sort, SortKey};
pub use share::{Copied, Share, carried_text, digests, length_words};
pub use table_text::{table_html, table_markdown};
pub use timeline::{TimelineRow, timeline_rows};
pub use timeline_sheet::{SheetRow, incident_of_words, timeline_sheet};
