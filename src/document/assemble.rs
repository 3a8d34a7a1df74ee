//! From raw pieces to blocks with sections and labels.

use super::block::{Block, BlockKind, Section};
use super::layout::{Layout, Piece};
use super::title_line::ITEM_LEVEL;
use super::visible::BLOCK_END;
use super::{Document, bullet, label, title_line};
use crate::text::Gather;

/// Builds the document, and writes the borders between blocks into the visible text.
pub(super) fn assemble(mut layout: Layout) -> Document {
    let mut pieces = std::mem::take(&mut layout.pieces);
    let seen = String::from_utf8(std::mem::take(&mut layout.visible)).unwrap_or_default();
    bullet::promote(&seen, &mut pieces);
    title_line::promote(&seen, &mut pieces);
    layout.visible = seen.into_bytes();
    for pair in 0..pieces.len() {
        let next_continues = pieces.get(pair + 1).is_some_and(|next| next.continues);
        if !next_continues {
            layout.put(pieces[pair].span.end, BLOCK_END);
        }
    }
    // OK because only ASCII bytes were written, and only over NULs or ASCII white space.
    let visible = String::from_utf8(layout.visible).unwrap_or_default();
    let mut sections = Sections::default();
    let blocks = pieces.into_iter().map(|piece| block(piece, &visible, &mut sections)).gather();
    Document { visible, blocks, sections: sections.list, ..Document::default() }
}

fn block(piece: Piece, visible: &str, sections: &mut Sections) -> Block {
    sections.leave_lists(piece.depth);
    let section = match piece.kind {
        BlockKind::Heading(level) => sections.open(level, &piece),
        _ => sections.current(),
    };
    Block {
        label: label::of(&piece, visible),
        kind: piece.kind,
        span: piece.span,
        depth: piece.depth,
        section,
        continues: piece.continues,
        cells: piece.cells,
    }
}

struct Sections {
    list: Vec<Section>,
    /// Indices of the sections that enclose the current place, outermost first.
    open: Vec<usize>,
    /// The depths of the open sections that are headed by an item, the innermost last.
    depths: Vec<usize>,
}

impl Default for Sections {
    fn default() -> Self {
        Self {
            list: vec![Section { title: None, level: 0, parent: None }],
            open: vec![0],
            depths: Vec::new(),
        }
    }
}

impl Sections {
    fn current(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    /// Closes the sections of items whose nested lists are over.
    fn leave_lists(&mut self, depth: usize) {
        while self.depths.pop_if(|own| *own >= depth).is_some() {
            self.open.pop();
        }
    }

    fn open(&mut self, level: u8, heading: &Piece) -> usize {
        if level == ITEM_LEVEL {
            self.depths.push(heading.depth);
        } else {
            while self.open.len() > 1 && self.list[self.current()].level >= level {
                let closed = self.open.pop().map_or(0, |index| self.list[index].level);
                if closed == ITEM_LEVEL {
                    self.depths.pop();
                }
            }
        }
        let index = self.list.len();
        self.list.push(Section { title: Some(heading.span), level, parent: Some(self.current()) });
        self.open.push(index);
        index
    }
}
