//! Layer 2: the structure of a report, from Markdown, plain text or HTML, without its meaning.
//!
//! In comes the text as pasted; out comes a [`Document`]: what a reader sees of the text, byte for
//! byte at its own place, and the lines, list items, table rows and headings in it. Nothing here
//! knows what a timeline or a duration is.

mod assemble;
mod block;
mod bullet;
mod entity;
mod entity_names;
mod front_matter;
mod html;
mod label;
mod layout;
mod markdown;
mod title_line;
mod visible;
mod writer;

pub use block::{Block, BlockKind, Label, Section};

use crate::text::Span;

/// The structure of one text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Document {
    visible: String,
    blocks: Vec<Block>,
    sections: Vec<Section>,
    front_matter: Span,
}

impl Document {
    /// Reads the structure of `text`. `file_name` tells HTML from Markdown where it has an ending.
    #[must_use]
    pub fn parse(text: &str, file_name: Option<&str>) -> Self {
        let mut layout = layout::Layout::new(text.len());
        let mut front_matter = Span::default();
        if html::looks_like(text, file_name) {
            html::read(text, Span::new(0, text.len()), &mut layout);
        } else {
            let body = match front_matter::find(text) {
                Some((lines, body)) => {
                    front_matter = lines;
                    markdown::read_lines(text, lines, &mut layout);
                    body
                }
                None => 0,
            };
            markdown::read(text, body, &mut layout);
        }
        Self { front_matter, ..assemble::assemble(layout) }
    }

    /// The text with its markup blanked out, of the same length and with the same offsets.
    ///
    /// A NUL stands for a byte of markup, which separates nothing; U+001E for the end of a block
    /// and U+001F for the end of a table cell.
    #[must_use]
    pub fn visible(&self) -> &str {
        &self.visible
    }

    /// Headings, lines, list items and table rows, in document order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The sections; the first one is what stands before any heading.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Whether `span` lies in the lines between two `---` that describe the file itself.
    #[must_use]
    pub fn front_matter_holds(&self, span: Span) -> bool {
        self.front_matter.contains(span)
    }

    /// The parts of `span` that a reader sees, without the markup between them.
    pub fn visible_runs(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        visible::runs(&self.visible, span)
    }

    /// What a reader sees of `span`, its white space collapsed.
    #[must_use]
    pub fn words(&self, span: Span) -> String {
        visible::words(&self.visible, span)
    }

    /// As [`Document::words`], in lower case.
    #[must_use]
    #[inline(never)]
    pub fn lower_words(&self, span: Span) -> String {
        let mut words = self.words(span);
        words.make_ascii_lowercase();
        words
    }
}
