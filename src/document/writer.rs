//! Pieces of a layout, written while a parser tells of one part of the text after the other.

use super::block::BlockKind;
use super::entity;
use super::layout::{Layout, Piece};
use super::visible::CELL_END;
use crate::text::{Span, is_letter};

/// What is open at a place of the text, and the layout that takes what is closed.
pub(super) struct Writer<'t, 'l> {
    pub(super) text: &'t str,
    pub(super) layout: &'l mut Layout,
    open: Option<Piece>,
    pub(super) lists: usize,
    pub(super) quotes: usize,
    pub(super) strong: usize,
    pub(super) images: usize,
    /// The item whose first words are still to come.
    pub(super) item_begins: bool,
    pub(super) heading: Option<u8>,
    pub(super) heading_first: usize,
    pub(super) code: Code,
    pub(super) code_first: usize,
    pub(super) opens_fences: bool,
    /// What the fences hold that are to be opened.
    pub(super) fenced: Vec<Span>,
    pub(super) row: Option<Row>,
    pub(super) table: usize,
    pub(super) html: Option<Span>,
}

/// What the words of a block of code are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// There is no such block here.
    None,
    /// Preformatted text in a fence.
    Fence,
    /// Preformatted text that is only indented, as centred titles in plain text are.
    Indented,
    /// Markdown in a fence, to be read later.
    Markdown,
}

/// A row of a table whose cells are still to come.
pub(super) struct Row {
    pub(super) header: bool,
    pub(super) cells: Vec<Span>,
}

impl<'t, 'l> Writer<'t, 'l> {
    pub(super) fn new(text: &'t str, layout: &'l mut Layout) -> Self {
        Self {
            text,
            layout,
            open: None,
            lists: 0,
            quotes: 0,
            strong: 0,
            images: 0,
            item_begins: false,
            heading: None,
            heading_first: 0,
            code: Code::None,
            code_first: 0,
            opens_fences: false,
            fenced: Vec::new(),
            row: None,
            table: 0,
            html: None,
        }
    }

    pub(super) fn fence_holds(&mut self, span: Span) {
        if let Some(inner) = self.fenced.last_mut() {
            *inner = if inner.is_empty() { span } else { inner.cover(span) };
        }
    }

    /// A single indented line is a title or a paragraph rather than code, and so are several that read
    /// like sentences.
    pub(super) fn end_code(&mut self) {
        let lines = &mut self.layout.pieces[self.code_first..];
        if self.code == Code::Indented && (lines.len() == 1 || is_prose(self.text, lines)) {
            let mut end = None;
            for line in lines {
                line.kind = BlockKind::Line;
                let gap = end.map(|end| Span::new(end, line.span.start).slice(self.text));
                line.continues = gap.is_some_and(|gap| !gap.contains('\n'));
                end = Some(line.span.end);
            }
        }
        self.code = Code::None;
    }

    /// A heading of several lines is a paragraph that happens to stand above a line of dashes.
    pub(super) fn end_heading(&mut self) {
        self.heading = None;
        let pieces = &mut self.layout.pieces[self.heading_first..];
        if pieces.len() > 1 {
            for piece in pieces {
                piece.kind = BlockKind::Line;
            }
        }
    }

    pub(super) fn end_row(&mut self, span: Span) {
        let Some(row) = self.row.take() else { return };
        for cell in &row.cells {
            self.layout.put(cell.end, CELL_END);
        }
        self.layout.push(Piece {
            kind: BlockKind::Row { table: self.table, header: row.header },
            span,
            depth: self.lists + self.quotes,
            continues: false,
            strong: false,
            cells: row.cells,
        });
    }

    /// Words that begin with an ampersand. Where the parser read a character reference, ours is the
    /// answer: the page is built without its names, and has to read what the command line reads.
    pub(super) fn reference(&mut self, words: &str, span: Span) {
        let source = span.slice(self.text);
        match entity::decode(source) {
            _ if words == source => self.words(words, span),
            Some((character, _)) => self.words(character.encode_utf8(&mut [0; 4]), span),
            None => self.words(source, span),
        }
    }

    pub(super) fn words(&mut self, words: &str, span: Span) {
        if self.images > 0 {
            return;
        }
        self.layout.show(span.start, words, span);
        if self.row.is_none() && !words.trim().is_empty() {
            self.extend(span);
        } else if let Some(open) = &mut self.open {
            open.span = open.span.cover(span);
        }
    }

    pub(super) fn inline_code(&mut self, span: Span) {
        let source = span.slice(self.text);
        let inner = source.trim_matches('`');
        let start = span.start + (source.len() - source.trim_start_matches('`').len());
        self.layout.show(start, inner, span);
        if self.row.is_none() {
            self.extend(span);
        }
    }

    pub(super) fn code_lines(&mut self, words: &str, span: Span) {
        // OK to read the source: the words of a code block differ from it only in tabs and ends of lines.
        if words.trim().is_empty() {
            return;
        }
        let mut start = span.start;
        for line in span.slice(self.text).split_inclusive('\n') {
            let place = Span::new(start, start + line.len());
            self.layout.show(start, line, place);
            let piece = self.piece(BlockKind::Code, place);
            self.layout.push(piece);
            start = place.end;
        }
    }

    fn extend(&mut self, span: Span) {
        let bold = self.strong > 0;
        if let Some(open) = &mut self.open {
            open.span = open.span.cover(span);
            open.strong &= bold;
            return;
        }
        let kind = match self.heading {
            Some(level) => BlockKind::Heading(level),
            None if self.item_begins => BlockKind::Item,
            None => BlockKind::Line,
        };
        self.item_begins = false;
        let mut piece = self.piece(kind, span);
        piece.strong = bold;
        self.open = Some(piece);
    }

    fn piece(&self, kind: BlockKind, span: Span) -> Piece {
        let depth = self.lists + self.quotes;
        Piece { kind, span, depth, continues: false, strong: false, cells: Vec::new() }
    }

    pub(super) fn line_break(&mut self, span: Span) {
        self.layout.break_line(span.start);
        if self.row.is_some() {
            return;
        }
        let Some(open) = self.open.take() else { return };
        let kind = match open.kind {
            BlockKind::Heading(_) => open.kind,
            _ => BlockKind::Line,
        };
        let mut next = self.piece(kind, Span::new(span.end, span.end));
        next.continues = true;
        next.strong = true;
        self.layout.push(open);
        self.open = Some(next);
    }

    pub(super) fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.layout.push(open);
        }
    }
}

/// Whether most of what stands in `lines` are words as those of a sentence, without the marks and numbers
/// of code and logs.
fn is_prose(text: &str, lines: &[Piece]) -> bool {
    const FEWEST: usize = 8;
    let (mut all, mut plain) = (0, 0);
    for word in lines.iter().flat_map(|line| line.span.slice(text).split_ascii_whitespace()) {
        all += 1;
        let bare = word.trim_matches(['.', ',', ';', ':', '(', ')', '"', '!', '?']);
        plain += usize::from(bare.chars().all(|c| is_letter(c) || matches!(c, '\'' | '-' | '\u{2019}')));
    }
    plain >= FEWEST && plain * 5 >= all * 4
}
