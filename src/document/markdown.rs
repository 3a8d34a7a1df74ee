//! Markdown and plain text into pieces. The only file that knows pulldown-cmark.
//!
//! Plain text is read as Markdown too: its paragraphs, lists and headings come out right, and what
//! Markdown would hide (link definitions made of times, such as `[10:00]: Detected`) is shown.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::block::BlockKind;
use super::entity;
use super::html;
use super::layout::{Layout, Piece};
use super::visible::CELL_END;
use crate::text::{Span, sorted_by_key};

/// Parser events per byte of text beyond which the rest is read line by line: a table of n columns
/// and rows of one cell costs n events a row.
const EVENTS_PER_BYTE: usize = 4;

/// Reads `text[from..]` into `layout`. A report that was pasted with a fence for Markdown around it
/// is read like one without.
pub(super) fn read(text: &str, from: usize, layout: &mut Layout) {
    let fenced = read_part(text, Span::new(from, text.len()), true, layout);
    for inner in &fenced {
        read_part(text, *inner, false, layout);
    }
    if !fenced.is_empty() {
        let pieces = std::mem::take(&mut layout.pieces);
        layout.pieces = sorted_by_key(pieces, |piece| piece.span.start as u64);
    }
}

/// Reads `part` of the text and gives back what fences for Markdown hold, where they are to be opened.
fn read_part(text: &str, part: Span, opens_fences: bool, layout: &mut Layout) -> Vec<Span> {
    let from = part.start;
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let parser = Parser::new_ext(part.slice(text), options);
    let hidden: Vec<Span> = parser
        .reference_definitions()
        .iter()
        .filter(|(_, definition)| !is_address(&definition.dest))
        .map(|(_, definition)| Span::new(definition.span.start + from, definition.span.end + from))
        .collect();
    let mut reader = Reader::new(text, layout);
    reader.opens_fences = opens_fences;
    let budget = part.len().saturating_mul(EVENTS_PER_BYTE).saturating_add(1000);
    let mut read_to = from;
    let mut events = parser.into_offset_iter();
    for (event, range) in events.by_ref().take(budget) {
        let span = Span::new(range.start + from, range.end + from);
        if matches!(event, Event::End(_)) {
            read_to = read_to.max(span.start);
        } else {
            read_to = read_to.max(if matches!(event, Event::Start(_)) { span.start } else { span.end });
        }
        reader.event(&event, span);
    }
    reader.close();
    let fenced = std::mem::take(&mut reader.fenced);
    if events.next().is_some() {
        read_lines(text, Span::new(read_to, part.end), layout);
    }
    for span in &hidden {
        read_lines(text, *span, layout);
    }
    if !hidden.is_empty() {
        let pieces = std::mem::take(&mut layout.pieces);
        layout.pieces = sorted_by_key(pieces, |piece| piece.span.start as u64);
    }
    fenced
}

/// Shows `span` line by line, without any structure.
pub(super) fn read_lines(text: &str, span: Span, layout: &mut Layout) {
    let mut start = span.start;
    for line in span.slice(text).split_inclusive('\n') {
        let place = Span::new(start, start + line.len());
        layout.show(start, line, place);
        layout.push(Piece {
            kind: BlockKind::Line,
            span: place,
            depth: 0,
            continues: false,
            strong: false,
            cells: Vec::new(),
        });
        start = place.end;
    }
}

/// Whether a link definition's target looks like an address rather than a word of a sentence.
fn is_address(target: &str) -> bool {
    target.contains("://")
        || target.contains('@')
        || target.starts_with(['/', '#', '.', '<'])
        || target.starts_with("www.")
        || target.starts_with("mailto:")
        || target.trim_end_matches(['.', ',']).contains(['.', '/'])
}

struct Reader<'t, 'l> {
    text: &'t str,
    layout: &'l mut Layout,
    open: Option<Piece>,
    lists: usize,
    quotes: usize,
    strong: usize,
    images: usize,
    /// The item whose first words are still to come.
    item_begins: bool,
    heading: Option<u8>,
    heading_first: usize,
    code: Code,
    code_first: usize,
    opens_fences: bool,
    /// What the fences hold that are to be opened.
    fenced: Vec<Span>,
    row: Option<Row>,
    table: usize,
    html: Option<Span>,
}

/// What the words of a block of code are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    /// There is no such block here.
    None,
    /// Preformatted text in a fence.
    Fence,
    /// Preformatted text that is only indented, as centred titles in plain text are.
    Indented,
    /// Markdown in a fence, to be read later.
    Markdown,
}

struct Row {
    header: bool,
    cells: Vec<Span>,
}

impl<'t, 'l> Reader<'t, 'l> {
    fn new(text: &'t str, layout: &'l mut Layout) -> Self {
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

    fn event(&mut self, event: &Event, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag, span),
            Event::Text(_) if self.code == Code::Markdown => self.fence_holds(span),
            Event::Text(words) if self.code != Code::None => self.code_lines(words, span),
            Event::Text(words) if span.slice(self.text).starts_with('&') => self.reference(words, span),
            Event::Text(words) => self.words(words, span),
            Event::Code(_) => self.inline_code(span),
            Event::SoftBreak | Event::HardBreak => self.line_break(span),
            Event::Html(_) => self.html = Some(self.html.map_or(span, |all| all.cover(span))),
            Event::InlineHtml(tag) if html::breaks_line(tag) => self.line_break(span),
            Event::Rule => self.close(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, span: Span) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Image { .. } => self.images += 1,
            Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. } => {}
            Tag::TableCell => {
                if let Some(row) = &mut self.row {
                    row.cells.push(span);
                }
            }
            _ => {
                self.close();
                self.start_block(tag);
            }
        }
    }

    fn start_block(&mut self, tag: &Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.heading = Some(level_number(*level));
                self.heading_first = self.layout.pieces.len();
            }
            Tag::List(_) => {
                self.lists += 1;
                self.item_begins = false;
            }
            Tag::Item => self.item_begins = true,
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::Table(_) => self.table = self.layout.next_table(),
            Tag::TableHead => self.row = Some(Row { header: true, cells: Vec::new() }),
            Tag::TableRow => self.row = Some(Row { header: false, cells: Vec::new() }),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link | TagEnd::TableCell => {}
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(span),
            _ => {
                self.close();
                self.end_block(tag);
            }
        }
    }

    fn end_block(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
            TagEnd::Item => self.item_begins = false,
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => {
                if let Some(span) = self.html.take() {
                    html::read(self.text, span, self.layout);
                }
            }
            _ => {}
        }
    }

    fn start_code(&mut self, kind: &CodeBlockKind) {
        self.code_first = self.layout.pieces.len();
        let is_markdown = |info: &str| matches!(info.trim(), "markdown" | "md" | "Markdown");
        self.code = match kind {
            CodeBlockKind::Indented => Code::Indented,
            CodeBlockKind::Fenced(info)
                if self.opens_fences && self.lists + self.quotes == 0 && is_markdown(info) =>
            {
                self.fenced.push(Span::new(0, 0));
                Code::Markdown
            }
            CodeBlockKind::Fenced(_) => Code::Fence,
        };
    }

    fn fence_holds(&mut self, span: Span) {
        if let Some(inner) = self.fenced.last_mut() {
            *inner = if inner.is_empty() { span } else { inner.cover(span) };
        }
    }

    /// A single indented line is a title or a paragraph rather than code.
    fn end_code(&mut self) {
        if self.code == Code::Indented
            && let [line] = &mut self.layout.pieces[self.code_first..]
        {
            line.kind = BlockKind::Line;
        }
        self.code = Code::None;
    }

    /// A heading of several lines is a paragraph that happens to stand above a line of dashes.
    fn end_heading(&mut self) {
        self.heading = None;
        let pieces = &mut self.layout.pieces[self.heading_first..];
        if pieces.len() > 1 {
            for piece in pieces {
                piece.kind = BlockKind::Line;
            }
        }
    }

    fn end_row(&mut self, span: Span) {
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
    fn reference(&mut self, words: &str, span: Span) {
        let source = span.slice(self.text);
        match entity::decode(source) {
            _ if words == source => self.words(words, span),
            Some((character, _)) => self.words(character.encode_utf8(&mut [0; 4]), span),
            None => self.words(source, span),
        }
    }

    fn words(&mut self, words: &str, span: Span) {
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

    fn inline_code(&mut self, span: Span) {
        let source = span.slice(self.text);
        let inner = source.trim_matches('`');
        let start = span.start + (source.len() - source.trim_start_matches('`').len());
        self.layout.show(start, inner, span);
        if self.row.is_none() {
            self.extend(span);
        }
    }

    fn code_lines(&mut self, words: &str, span: Span) {
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

    fn line_break(&mut self, span: Span) {
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

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.layout.push(open);
        }
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
