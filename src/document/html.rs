//! HTML into pieces: which tags begin a new block, and what of the text a reader sees.
//!
//! This is a scanner for structure, not a browser: it never builds a tree, so no nesting can
//! exhaust the stack, and whatever is not understood is shown as text.

use super::block::BlockKind;
use super::entity;
use super::layout::{Layout, Piece};
use super::visible::CELL_END;
use crate::text::{Span, group_of, is_one_of};

/// Whether `text` is an HTML document or fragment rather than Markdown with some tags in it.
pub(super) fn looks_like(text: &str, file_name: Option<&str>) -> bool {
    let ending = file_name.and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    if ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm") {
        return true;
    }
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let Some(tag) = Tag::parse(start) else { return false };
    if is_one_of(&tag.name, "!doctype|html|head|body|meta") {
        return true;
    }
    kind_of(&tag.name) != TagKind::Inline && !start.lines().any(is_markdown_line)
}

fn is_markdown_line(line: &str) -> bool {
    ["# ", "## ", "### ", "- ", "* ", "|"].iter().any(|mark| line.starts_with(mark))
}

/// Whether `tag`, such as `<br>`, ends a line.
pub(super) fn breaks_line(tag: &str) -> bool {
    Tag::parse(tag).is_some_and(|tag| kind_of(&tag.name) != TagKind::Inline)
}

/// Reads the HTML in `span` of `text` into `layout`.
pub(super) fn read(text: &str, span: Span, layout: &mut Layout) {
    let mut reader = Reader { text, layout, open: None, state: State::default() };
    let mut at = span.start;
    while at < span.end {
        let rest = &text[at..span.end];
        if let Some(tag) = Tag::parse(rest) {
            let skipped = if tag.opens { raw_text_length(rest, &tag) } else { 0 };
            reader.tag(&tag, Span::new(at, at + tag.length));
            at += tag.length + skipped;
        } else {
            let next = rest.char_indices().skip(1).find(|(_, c)| *c == '<');
            let length = next.map_or(rest.len(), |(i, _)| i);
            reader.text(Span::new(at, at + length));
            at += length;
        }
    }
    reader.close();
}

/// Length of a script's or style's content after its opening `tag`.
fn raw_text_length(rest: &str, tag: &Tag) -> usize {
    if !is_one_of(&tag.name, "script|style|template|noscript") {
        return 0;
    }
    let content = &rest[tag.length..];
    let close = format!("</{}", tag.name);
    content
        .match_indices('<')
        .find(|(i, _)| {
            content.as_bytes()[*i..]
                .get(..close.len())
                .is_some_and(|b| b.eq_ignore_ascii_case(close.as_bytes()))
        })
        .map_or(content.len(), |(i, _)| i)
}

struct Tag {
    name: String,
    opens: bool,
    length: usize,
}

impl Tag {
    fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('<')?;
        if rest.starts_with("!--") {
            let length = text.find("-->").map_or(text.len(), |end| end + 3);
            return Some(Self { name: "!--".to_owned(), opens: false, length });
        }
        let opens = !rest.starts_with('/');
        let name_at = rest.trim_start_matches('/');
        if !name_at.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
            return None;
        }
        let name_length =
            name_at[1..].find(|c: char| !c.is_ascii_alphanumeric()).map_or(name_at.len(), |i| i + 1);
        // A tag ends before the next one begins, so that each byte is looked at twice at the most.
        let end = rest.find(['<', '>'])? + 1;
        let name = name_at[..name_length].to_ascii_lowercase();
        (text.as_bytes()[end] == b'>').then_some(Self { name, opens, length: end + 1 })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TagKind {
    Inline,
    Block,
    Heading(u8),
    List,
    Item,
    Table,
    Row,
    /// A row's beginning and its first cell.
    Term,
    Cell,
    Break,
    Strong,
    Preformatted,
}

fn kind_of(name: &str) -> TagKind {
    // What a list defines stands beside its name, as in a table of names and values.
    const NAMES: &str = "h1|h2|h3|h4|h5|h6|ul ol|li|table dl|tr|dt|td th dd|br|b strong|pre|\
                         !doctype html head body title meta p div section article header footer main aside nav \
                         blockquote hr button details summary thead tbody tfoot figure figcaption form center \
                         address script style caption";
    const KINDS: [TagKind; 16] = [
        TagKind::Heading(1),
        TagKind::Heading(2),
        TagKind::Heading(3),
        TagKind::Heading(4),
        TagKind::Heading(5),
        TagKind::Heading(6),
        TagKind::List,
        TagKind::Item,
        TagKind::Table,
        TagKind::Row,
        TagKind::Term,
        TagKind::Cell,
        TagKind::Break,
        TagKind::Strong,
        TagKind::Preformatted,
        TagKind::Block,
    ];
    group_of(name, NAMES).and_then(|group| KINDS.get(group)).copied().unwrap_or(TagKind::Inline)
}

#[derive(Default)]
struct State {
    lists: usize,
    heading: Option<u8>,
    item_begins: bool,
    strong: usize,
    preformatted: bool,
    table: usize,
    row: Option<RowState>,
    continues: bool,
}

struct RowState {
    start: usize,
    cells: Vec<Span>,
    cell: Option<usize>,
    header: bool,
}

struct Reader<'t, 'l> {
    text: &'t str,
    layout: &'l mut Layout,
    open: Option<Piece>,
    state: State,
}

impl Reader<'_, '_> {
    fn tag(&mut self, tag: &Tag, span: Span) {
        match kind_of(&tag.name) {
            TagKind::Inline => {}
            TagKind::Strong if tag.opens => self.state.strong += 1,
            TagKind::Strong => self.state.strong = self.state.strong.saturating_sub(1),
            TagKind::Break => self.line_break(span),
            TagKind::Row | TagKind::Term | TagKind::Cell | TagKind::Table => self.table_tag(tag, span),
            _ if self.state.row.is_some() => self.layout.put(span.start, b' '),
            kind => self.block_tag(kind, tag.opens),
        }
    }

    fn block_tag(&mut self, kind: TagKind, opens: bool) {
        self.close();
        match kind {
            TagKind::Heading(level) => self.state.heading = opens.then_some(level),
            TagKind::Item => self.state.item_begins = opens,
            TagKind::List if opens => self.state.lists += 1,
            TagKind::List => self.state.lists = self.state.lists.saturating_sub(1),
            TagKind::Preformatted => self.state.preformatted = opens,
            _ => {}
        }
    }

    fn table_tag(&mut self, tag: &Tag, span: Span) {
        self.close();
        match (kind_of(&tag.name), tag.opens) {
            (TagKind::Table, _) => {
                self.end_row(span.start);
                if tag.opens {
                    self.state.table = self.layout.next_table();
                }
            }
            (kind @ (TagKind::Row | TagKind::Term), true) => {
                self.end_row(span.start);
                let is_term = kind == TagKind::Term;
                let cell = is_term.then_some(span.end);
                self.state.row =
                    Some(RowState { start: span.end, cells: Vec::new(), cell, header: !is_term });
            }
            (TagKind::Row, false) => self.end_row(span.start),
            (_, opens) => {
                self.end_cell(span.start);
                if let Some(row) = &mut self.state.row {
                    row.cell = opens.then_some(span.end);
                    row.header &= tag.name == "th";
                }
            }
        }
    }

    fn end_cell(&mut self, at: usize) {
        let Some(row) = &mut self.state.row else { return };
        if let Some(start) = row.cell.take() {
            row.cells.push(Span::new(start, at));
            self.layout.put(at, CELL_END);
        }
    }

    fn end_row(&mut self, at: usize) {
        self.end_cell(at);
        if let Some(row) = self.state.row.take() {
            self.layout.push(Piece {
                kind: BlockKind::Row { table: self.state.table, header: row.header },
                span: Span::new(row.start, at),
                depth: self.state.lists,
                continues: false,
                strong: false,
                cells: row.cells,
            });
        }
    }

    fn text(&mut self, span: Span) {
        let words = span.slice(self.text);
        if self.state.preformatted {
            super::markdown::read_lines(self.text, span, self.layout);
            return;
        }
        self.show(words, span);
        if self.state.row.is_some() || words.trim().is_empty() {
            return;
        }
        let bold = self.state.strong > 0;
        match &mut self.open {
            Some(open) => {
                open.span = open.span.cover(span);
                open.strong &= bold;
            }
            None => self.open = Some(self.piece(span, bold)),
        }
    }

    /// Shows `words`, their line breaks as spaces and their entities decoded.
    fn show(&mut self, words: &str, span: Span) {
        self.layout.show(span.start, &words.replace(['\n', '\r'], " "), span);
        for (at, _) in words.match_indices('&') {
            if let Some((decoded, length)) = entity::decode(&words[at..]) {
                let place = Span::new(span.start + at, span.start + at + length);
                self.layout.visible[place.start..place.end].fill(super::visible::MARKUP);
                self.layout.show(place.start, decoded.encode_utf8(&mut [0; 4]), place);
            }
        }
    }

    fn piece(&mut self, span: Span, strong: bool) -> Piece {
        let kind = match self.state.heading {
            Some(level) => BlockKind::Heading(level),
            None if self.state.item_begins => BlockKind::Item,
            None => BlockKind::Line,
        };
        self.state.item_begins = false;
        let continues = std::mem::take(&mut self.state.continues);
        Piece { kind, span, depth: self.state.lists, continues, strong, cells: Vec::new() }
    }

    fn line_break(&mut self, span: Span) {
        self.layout.break_line(span.start);
        if self.state.row.is_none() && self.open.is_some() {
            self.close();
            self.state.continues = true;
        }
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.layout.push(open);
        }
        self.state.continues = false;
    }
}
