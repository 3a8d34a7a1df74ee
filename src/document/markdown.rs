//! Markdown and plain text into pieces. The only file that knows pulldown-cmark.
//!
//! Plain text is read as Markdown too: its paragraphs, lists and headings come out right, and what
//! Markdown would hide (link definitions made of times, such as `[10:00]: Detected`) is shown.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::block::BlockKind;
use super::html;
use super::layout::{Layout, Piece};
use super::writer::{Code, Row, Writer};
use crate::text::{Gather, Span, is_one_of, sorted_by_key};

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
        .gather();
    let mut writer = Writer::new(text, layout);
    writer.opens_fences = opens_fences;
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
        self::event(&mut writer, &event, span);
    }
    writer.close();
    let fenced = std::mem::take(&mut writer.fenced);
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

/// Tells `writer` of one event of the parser.
fn event(writer: &mut Writer, event: &Event, span: Span) {
    match event {
        Event::Start(tag) => start(writer, tag, span),
        Event::End(tag) => end(writer, *tag, span),
        Event::Text(_) if writer.code == Code::Markdown => writer.fence_holds(span),
        Event::Text(words) if writer.code != Code::None => writer.code_lines(words, span),
        Event::Text(words) if span.slice(writer.text).starts_with('&') => writer.reference(words, span),
        Event::Text(words) => writer.words(words, span),
        Event::Code(_) => writer.inline_code(span),
        Event::SoftBreak | Event::HardBreak => writer.line_break(span),
        Event::Html(_) => writer.html = Some(writer.html.map_or(span, |all| all.cover(span))),
        Event::InlineHtml(tag) if html::breaks_line(tag) => writer.line_break(span),
        Event::Rule => writer.close(),
        _ => {}
    }
}

fn start(writer: &mut Writer, tag: &Tag, span: Span) {
    match tag {
        Tag::Strong => writer.strong += 1,
        Tag::Image { .. } => writer.images += 1,
        Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. } => {}
        Tag::TableCell => {
            if let Some(row) = &mut writer.row {
                row.cells.push(span);
            }
        }
        _ => {
            writer.close();
            start_block(writer, tag);
        }
    }
}

fn start_block(writer: &mut Writer, tag: &Tag) {
    match tag {
        Tag::Heading { level, .. } => {
            writer.heading = Some(level_number(*level));
            writer.heading_first = writer.layout.pieces.len();
        }
        Tag::List(_) => {
            writer.lists += 1;
            writer.item_begins = false;
        }
        Tag::Item => writer.item_begins = true,
        Tag::BlockQuote(_) => writer.quotes += 1,
        Tag::CodeBlock(kind) => start_code(writer, kind),
        Tag::Table(_) => writer.table = writer.layout.next_table(),
        Tag::TableHead => writer.row = Some(Row { header: true, cells: Vec::new() }),
        Tag::TableRow => writer.row = Some(Row { header: false, cells: Vec::new() }),
        _ => {}
    }
}

fn end(writer: &mut Writer, tag: TagEnd, span: Span) {
    match tag {
        TagEnd::Strong => writer.strong = writer.strong.saturating_sub(1),
        TagEnd::Image => writer.images = writer.images.saturating_sub(1),
        TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link | TagEnd::TableCell => {}
        TagEnd::TableHead | TagEnd::TableRow => writer.end_row(span),
        _ => {
            writer.close();
            end_block(writer, tag);
        }
    }
}

fn end_block(writer: &mut Writer, tag: TagEnd) {
    match tag {
        TagEnd::Heading(_) => writer.end_heading(),
        TagEnd::List(_) => writer.lists = writer.lists.saturating_sub(1),
        TagEnd::Item => writer.item_begins = false,
        TagEnd::BlockQuote(_) => writer.quotes = writer.quotes.saturating_sub(1),
        TagEnd::CodeBlock => writer.end_code(),
        TagEnd::HtmlBlock => {
            if let Some(span) = writer.html.take() {
                html::read(writer.text, span, writer.layout);
            }
        }
        _ => {}
    }
}

fn start_code(writer: &mut Writer, kind: &CodeBlockKind) {
    writer.code_first = writer.layout.pieces.len();
    let is_markdown = |info: &str| is_one_of(info.trim(), "markdown|md|Markdown");
    writer.code = match kind {
        CodeBlockKind::Indented => Code::Indented,
        CodeBlockKind::Fenced(info)
            if writer.opens_fences && writer.lists + writer.quotes == 0 && is_markdown(info) =>
        {
            writer.fenced.push(Span::new(0, 0));
            Code::Markdown
        }
        CodeBlockKind::Fenced(_) => Code::Fence,
    };
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
