//! One text with everything that the earlier stages know of it, and the questions that the
//! reconciliation steps ask about places in it.

use std::ops::Range;
use std::rc::Rc;

use super::section_kind::{self, SectionKind};
use super::stacked;
use super::updates::{self, Updates};
use super::words::Words;
use crate::document::{Block, BlockKind, Document};
use crate::mention::{Mentions, Stamp};
use crate::text::{Span, Tokens, is_letter};

/// Most times, shares and lengths that are weighed as what the report tells of the whole outage. A report
/// says that early; a text with more of them is a log, and must not be weighed word by word.
pub(super) const MOST_WEIGHED: usize = 2_000;

/// A text, its structure and its mentions.
pub(super) struct Report<'a> {
    pub(super) document: &'a Document,
    /// The blocks of the part that is looked at; the whole document's, unless it holds several
    /// incidents.
    pub(super) blocks: &'a [Block],
    pub(super) tokens: &'a Tokens,
    pub(super) mentions: &'a Mentions,
    pub(super) file_name: Option<&'a str>,
    /// The status updates that it consists of, if it does.
    pub(super) updates: Updates,
    /// Shared by the parts of a document, of which there can be very many.
    kinds: Rc<[SectionKind]>,
    /// The lines whose names stand above them.
    stacked: Rc<[Span]>,
}

impl<'a> Report<'a> {
    pub(super) fn new(
        document: &'a Document,
        tokens: &'a Tokens,
        mentions: &'a Mentions,
        file_name: Option<&'a str>,
    ) -> Self {
        let kinds = section_kind::of_sections(document, tokens, mentions).into();
        let stacked = stacked::find(document).into();
        let updates = Updates::default();
        Self { document, blocks: document.blocks(), tokens, mentions, file_name, updates, kinds, stacked }
            .with_updates()
    }

    fn with_updates(mut self) -> Self {
        self.updates = updates::find(&self);
        self
    }

    /// The part of it that `blocks` make up, with the mentions in that part.
    pub(super) fn part(&self, blocks: Range<usize>, mentions: &'a Mentions) -> Self {
        let kinds = Rc::clone(&self.kinds);
        let stacked = Rc::clone(&self.stacked);
        let updates = Updates::default();
        Self { blocks: &self.blocks[blocks], mentions, updates, kinds, stacked, ..*self }.with_updates()
    }

    /// Index of the block that holds byte `offset`, or of the last one before it.
    pub(super) fn block_index_at(&self, offset: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.span.start <= offset);
        after.checked_sub(1)
    }

    /// The block that holds `span`'s start.
    pub(super) fn block_of(&self, span: Span) -> Option<&'a Block> {
        self.block_index_at(span.start).map(|index| &self.blocks[index])
    }

    /// What the section that holds `span` is about.
    pub(super) fn kind_at(&self, span: Span) -> SectionKind {
        self.block_of(span).map_or(SectionKind::Other, |block| self.kind_of(block))
    }

    /// What the section of `block` is about.
    pub(super) fn kind_of(&self, block: &Block) -> SectionKind {
        if let Some(start) = self.updates.start_of(block.span.start)
            && self.title_of(block).is_none_or(|title| title.start < start)
        {
            // A status update is no part of what stands above it.
            return SectionKind::Summary;
        }
        self.kinds.get(block.section).copied().unwrap_or(SectionKind::Other)
    }

    /// Whether it can have a timeline beside its updates, if it consists of such.
    pub(super) fn has_timeline(&self) -> bool {
        let in_one = |block: &Block| self.kind_of(block) == SectionKind::Timeline;
        !self.updates.stand_alone() || self.blocks.iter().any(in_one)
    }

    fn title_of(&self, block: &Block) -> Option<Span> {
        self.document.sections().get(block.section)?.title
    }

    /// The sentence that holds token `at`.
    pub(super) fn sentence(&self, at: usize) -> Words<'a> {
        Words::sentence(self.tokens, at)
    }

    /// The tokens of its blocks.
    pub(super) fn token_range(&self) -> Range<usize> {
        let (Some(first), Some(last)) = (self.blocks.first(), self.blocks.last()) else { return 0..0 };
        self.tokens.index_at(first.span.start)..self.tokens.index_at(last.span.end)
    }

    /// The words of `span`.
    pub(super) fn words_in(&self, span: Span) -> Words<'a> {
        Words::new(self.tokens, self.tokens.index_at(span.start)..self.tokens.index_at(span.end))
    }

    /// The name of the `name: value` line or row whose value holds `span`, in lower case; or the
    /// title of the section where the section is hardly more than that value (`## Duration`).
    pub(super) fn label_of(&self, span: Span) -> Option<String> {
        self.field_of(span).map(|(name, _)| name)
    }

    /// That name, and the value that it names.
    pub(super) fn field_of(&self, span: Span) -> Option<(String, Span)> {
        let index = self.block_index_at(span.start)?;
        let block = &self.blocks[index];
        let field = |name: Span, value: Span| (self.document.lower_words(name), value);
        if let Some((name, cell)) = self.column_label(index, span) {
            return Some(field(name, cell));
        }
        if let Some(label) = block.label.filter(|label| label.value.contains(span)) {
            return Some(field(label.name, label.value));
        }
        if let Some((name, cell)) = self.grid_label(block, span) {
            return Some((name, cell));
        }
        let above = &self.blocks[index.checked_sub(1)?];
        if self.is_stacked(block) {
            return Some(field(above.span, block.span));
        }
        let is_title = matches!(above.kind, crate::document::BlockKind::Heading(_));
        let short = block.span.len() <= 120;
        (is_title && short).then(|| field(above.span, block.span))
    }

    /// The head of the column, in a table with a single row below its heads; and the value.
    fn column_label(&self, index: usize, span: Span) -> Option<(Span, Span)> {
        let (above, row) = (&self.blocks[index.checked_sub(1)?], &self.blocks[index]);
        let BlockKind::Row { table, header: false } = row.kind else { return None };
        let in_table =
            |block: &Block| matches!(block.kind, BlockKind::Row { table: own, .. } if own == table);
        let single = above.kind == BlockKind::Row { table, header: true }
            && self.blocks.get(index + 1).is_none_or(|next| !in_table(next));
        single.then_some(())?;
        let cell = row.cell_of(span)?;
        // Two columns are as often a name and its value.
        let of_columns = row.cells.len() > 2 || !self.document.words(row.cells[0]).starts_with(is_letter);
        let head = above.cells.get(cell).filter(|_| of_columns)?;
        Some((*head, row.cells[cell]))
    }

    /// Whether the line above `block` names the moment that it gives.
    pub(super) fn is_stacked(&self, block: &Block) -> bool {
        self.stacked.binary_search_by_key(&block.span.start, |span| span.start).is_ok()
    }

    /// The cell to the left, in a table whose rows hold names and values side by side; and the value.
    fn grid_label(&self, block: &Block, span: Span) -> Option<(String, Span)> {
        let cell = block.cell_of(span)?;
        let name = block.cells.get(cell.checked_sub(1)?)?;
        let words = self.document.lower_words(*name);
        (words.starts_with(is_letter) && words.len() < 60).then_some((words, block.cells[cell]))
    }

    /// The stamp at `index`.
    pub(super) fn stamp(&self, index: usize) -> &'a Stamp {
        &self.mentions.stamps[index]
    }
}
