//! The charts as files: golden SVGs, compared byte for byte, and what holds for every chart.
//!
//! `UPDATE_GOLDEN=1 cargo test --test charts` writes the files anew; look at them before you commit.

#![allow(clippy::expect_used, reason = "a chart that is missing fails the test")]

#[path = "charts/fixtures.rs"]
mod fixtures;
#[path = "charts/golden.rs"]
mod golden;
#[path = "charts/groups.rs"]
mod groups;
#[path = "charts/over_time.rs"]
mod over_time;
#[path = "charts/properties.rs"]
mod properties;
#[path = "charts/words.rs"]
mod words;
