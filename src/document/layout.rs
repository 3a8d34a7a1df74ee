//! What a reader of one format leaves behind: the visible bytes and the raw pieces, in order.

use super::block::BlockKind;
use super::visible::{BLOCK_END, CELL_END, MARKUP};
use crate::text::Span;

/// A line, item, heading or row as a format's reader found it.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    pub(super) span: Span,
    pub(super) depth: usize,
    pub(super) continues: bool,
    /// Whether all of its words are in bold.
    pub(super) strong: bool,
    pub(super) cells: Vec<Span>,
}

/// Collects pieces and visible bytes over a text of fixed length.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) visible: Vec<u8>,
    pub(super) pieces: Vec<Piece>,
    tables: usize,
}

impl Layout {
    pub(super) fn new(length: usize) -> Self {
        Self { visible: vec![MARKUP; length], pieces: Vec::new(), tables: 0 }
    }

    /// Shows `words` at byte `at`; `words` may be shorter than its source, never longer.
    pub(super) fn show(&mut self, at: usize, words: &str, source: Span) {
        if words.len() > source.len() {
            return;
        }
        if let Some(place) = self.visible.get_mut(at..at + words.len()) {
            place.copy_from_slice(words.as_bytes());
            for byte in place {
                if matches!(*byte, BLOCK_END | CELL_END) {
                    *byte = MARKUP;
                }
            }
        }
    }

    /// Marks a line break at byte `at`.
    pub(super) fn break_line(&mut self, at: usize) {
        self.put(at, b'\n');
    }

    /// Number of a table that begins here.
    pub(super) fn next_table(&mut self) -> usize {
        self.tables += 1;
        self.tables - 1
    }

    /// Adds a piece without the white space and markup around it; one without words is dropped,
    /// unless it is a row.
    pub(super) fn push(&mut self, mut piece: Piece) {
        for cell in &mut piece.cells {
            *cell = self.trimmed(*cell);
        }
        piece.span = self.trimmed(piece.span);
        if !piece.span.is_empty() {
            self.pieces.push(piece);
        }
    }

    /// Puts `mark` at `at` where no visible byte is lost by it.
    pub(super) fn put(&mut self, at: usize, mark: u8) {
        if let Some(byte) = self.visible.get_mut(at)
            && (*byte == MARKUP || byte.is_ascii_whitespace())
        {
            *byte = mark;
        }
    }

    /// `span` without blank bytes at its ends.
    pub(super) fn trimmed(&self, span: Span) -> Span {
        let blank = |byte: &u8| matches!(*byte, MARKUP | BLOCK_END | CELL_END) || byte.is_ascii_whitespace();
        let bytes = &self.visible[span.start.min(self.visible.len())..span.end.min(self.visible.len())];
        let Some(first) = bytes.iter().position(|b| !blank(b)) else {
            return Span::new(span.start, span.start);
        };
        let last = bytes.iter().rposition(|b| !blank(b)).unwrap_or(first);
        Span::new(span.start + first, span.start + last + 1)
    }
}
