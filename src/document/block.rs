//! The pieces that a document falls into.

use crate::text::Span;

/// One line of text, list item, heading or table row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// From its first to its last visible character.
    pub span: Span,
    /// How deep it lies in lists and quotes, 0 outside of them.
    pub depth: usize,
    /// Index of its section in [`super::Document::sections`].
    pub section: usize,
    /// Whether it goes on with the paragraph or item of the block before it.
    pub continues: bool,
    /// A table row's cells, in order, with empty ones; nothing for other kinds.
    pub cells: Vec<Span>,
    /// The name and value of a `name: value` line.
    pub label: Option<Label>,
}

impl Block {
    /// Index of the cell that holds `span`.
    #[must_use]
    #[inline(never)]
    pub fn cell_of(&self, span: Span) -> Option<usize> {
        // By bisection, because a row can be as wide as the text is long.
        let cell = self.cells.partition_point(|cell| cell.start <= span.start).checked_sub(1)?;
        self.cells.get(cell)?.contains(span).then_some(cell)
    }
}

/// The kinds of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A heading, 1 to 6, or 7 for a line that only looks like one ("Timeline:"), or 8 for an item
    /// above the items nested in it.
    Heading(u8),
    /// A line of a paragraph.
    Line,
    /// The first line of a list item.
    Item,
    /// A table row.
    Row {
        /// Number of its table in the document, from 0.
        table: usize,
        /// Whether it is the table's header.
        header: bool,
    },
    /// A line of preformatted text.
    Code,
}

/// A `name: value` line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The name, without its colon.
    pub name: Span,
    /// What follows the colon on the line, perhaps empty.
    pub value: Span,
}

/// What stands under one heading, up to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading's words; `None` for what stands before the first heading.
    pub title: Option<Span>,
    /// The heading's level, 0 for what stands before the first heading.
    pub level: u8,
    /// Index of the section it lies in.
    pub parent: Option<usize>,
}
