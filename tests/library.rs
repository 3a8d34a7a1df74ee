//! What the library keeps of reports, and what it takes back from a file.

#![allow(clippy::unwrap_used, reason = "a value that is missing fails the test")]

#[path = "library/arbitrary.rs"]
mod arbitrary;
#[path = "library/figures.rs"]
mod figures;
#[path = "library/files.rs"]
mod files;
#[path = "support/library_file.rs"]
mod library_file;
#[path = "library/merging.rs"]
mod merging;
