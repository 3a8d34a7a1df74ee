//! Lists in plain text whose lines begin with a typographic bullet, which Markdown takes for a
//! paragraph.

use super::block::BlockKind;
use super::layout::Piece;
use crate::text::Span;

const BULLETS: [char; 7] =
    ['\u{2022}', '\u{2023}', '\u{25E6}', '\u{25AA}', '\u{25CF}', '\u{25CB}', '\u{25A0}'];

/// Turns lines that begin with a bullet into list items without it, which continue nothing.
pub(super) fn promote(seen: &str, pieces: &mut [Piece]) {
    for piece in pieces {
        let line = piece.span.slice(seen);
        let rest = line.trim_start_matches(|c: char| BULLETS.contains(&c) || c == '\0').trim_start();
        if piece.kind == BlockKind::Line && line.starts_with(BULLETS) && !rest.is_empty() {
            piece.kind = BlockKind::Item;
            piece.continues = false;
            piece.span = Span::new(piece.span.end - rest.len(), piece.span.end);
        }
    }
}
