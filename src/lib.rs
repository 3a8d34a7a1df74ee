//! Outage Lens reads outage reports: duration, impact and timeline, with the words behind every
//! figure and the places where a report contradicts itself.
//!
//! ```text
//! text -> document -> mentions -> reconciliation -> incident -> metrics -> scene -> SVG, page
//! ```
//!
//! Modules import only from the ones listed before them; `tests/layers.rs` holds that.

pub mod text;

pub mod incident;

pub mod document;

pub mod mention;

pub mod reconcile;

pub mod extract;

pub mod metrics;

pub mod chart;

pub mod wire;

pub mod state;

#[cfg(any(feature = "page", feature = "embed"))]
pub mod embed;
#[cfg(feature = "page")]
pub mod platform;
#[cfg(feature = "page")]
pub mod ui;

#[cfg(feature = "cli")]
pub mod command;
