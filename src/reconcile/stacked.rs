//! Names of moments that stand in a line of their own above their times, as pages show fields that are copied as text:
//! `Incident start`, and below it `Jan 30, 2023 13:02 UTC`.
//!
//! "Resolved" above a time is as often an update's, so that they count only where both a start and an end stand so, and not
//! beside updates, whose words know better than the times of their posting.

use super::window;
use crate::document::{Block, BlockKind, Document};
use crate::incident::Phase;
use crate::text::Span;

/// Most bytes of a name, and of the line below it that holds its value.
const NAME: usize = 40;
const VALUE: usize = 60;

/// The lines that give what the line above them names.
pub(super) fn find(document: &Document) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut begins, mut ends) = (false, false);
    for pair in document.blocks().windows(2) {
        let opening = document.lower_words(pair[1].span);
        if opening.starts_with("investigating") || opening.starts_with("identified") {
            return Vec::new();
        }
        let Some(phase) = named(document, &pair[0], &pair[1]) else { continue };
        begins |= phase == Phase::Began;
        ends |= phase == Phase::Resolved;
        found.push(pair[1].span);
    }
    if begins && ends { found } else { Vec::new() }
}

/// The moment that `name` is the name of, where `value` can hold its time.
fn named(document: &Document, name: &Block, value: &Block) -> Option<Phase> {
    let fits = matches!(name.kind, BlockKind::Line | BlockKind::Heading(_))
        // A short line that stands alone looks like a heading.
        && matches!(value.kind, BlockKind::Line | BlockKind::Heading(7))
        && name.span.len() <= NAME
        && value.span.len() <= VALUE
        && name.label.is_none();
    let is_time = || document.words(value.span).bytes().any(|byte| byte.is_ascii_digit());
    (fits && is_time()).then(|| window::phase_of_label(&document.lower_words(name.span)))?
}
