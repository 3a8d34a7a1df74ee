//! Layer 6: the public data format `outage-lens/1`.
//!
//! Mirrors of the model that serde writes, with spans in UTF-16 code units, so that in JavaScript
//! `text.slice(start, end)` gives a span's `text`. The model itself knows nothing of serde.

pub mod carried;
mod checksum;
mod compare;
mod comparison;
mod convert;
pub mod csv;
mod digest;
mod incident;
pub mod json;
pub mod library;
pub mod link;
mod mention;
mod mermaid;
pub mod stored;

pub use compare::{CompareOptions, ComparedText, comparison};
pub use comparison::{
    BootstrapNote, Comparison, DurationFigures, EcdfStep, LeftOut, Measured, Withheld, Within,
};
pub use convert::{mentions, report};
pub use digest::{Detail, digest};
pub use incident::{Discrepancy, Duration, Event, Impact, Incident, Moment, Named, Report, Span, Zone};
pub use mention::{Mention, MentionList, MentionValue};
pub use mermaid::mermaid;

/// The name and version of the format.
pub const SCHEMA: &str = "outage-lens/1";
