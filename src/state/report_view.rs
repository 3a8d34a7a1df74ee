//! The report as the page shows it: headings, paragraphs, lists and tables with marked phrases.

use crate::document::{Block, BlockKind, Document};
use crate::text::{Gather, Span};

use super::{FactId, Mark};

/// Up to this length a text is shown whole.
pub const LARGEST_WHOLE_TEXT: usize = 200_000;
const MOST_BLOCKS: usize = 400;
const BLOCKS_AROUND: usize = 2;
const LONGEST_EXCERPT: usize = 4_000;
const BEFORE_A_MARK: usize = 400;
/// A line of so many characters ends where an editor broke it, not where its writer wanted a new line.
const WRAPPED_LINE: usize = 60;

/// A report, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ReportView {
    /// Its parts, in order.
    pub passages: Vec<Passage>,
    /// Whether only the surroundings of the marked phrases are shown.
    pub is_excerpt: bool,
}

/// A part of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// A heading.
    Heading(u8, Vec<Piece>),
    /// A paragraph, at a depth of quotation.
    Paragraph(usize, Vec<Piece>),
    /// List items, each at its depth.
    List(Vec<(usize, Vec<Piece>)>),
    /// Table rows.
    Table(Vec<TableRow>),
    /// Preformatted lines.
    Code(Vec<Piece>),
    /// So many lines are left out here.
    Gap(usize),
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Whether it is the header.
    pub header: bool,
    /// The cells' words.
    pub cells: Vec<Vec<Piece>>,
}

/// Words that are marked alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What a reader sees.
    pub text: String,
    /// The facts that the words stand for; none for plain words.
    pub facts: Vec<FactId>,
    /// Whether the words are marked all the time.
    pub stands_out: bool,
}

/// Lays out `document` with `marks`, which are in order and do not overlap.
#[must_use]
pub fn report_view(document: &Document, marks: &[Mark]) -> ReportView {
    let blocks = document.blocks();
    let is_excerpt = document.visible().len() > LARGEST_WHOLE_TEXT || blocks.len() > LARGEST_WHOLE_TEXT / 50;
    let mut layout = Layout { document, marks, is_excerpt, passages: Vec::new() };
    if is_excerpt {
        layout.add_excerpt(blocks);
    } else {
        for block in blocks {
            layout.add(block);
        }
    }
    ReportView { passages: layout.passages, is_excerpt }
}

struct Layout<'a> {
    document: &'a Document,
    marks: &'a [Mark],
    is_excerpt: bool,
    passages: Vec<Passage>,
}

impl Layout<'_> {
    fn add_excerpt(&mut self, blocks: &[Block]) {
        let mut next = 0;
        for place in self.blocks_near_marks(blocks) {
            self.add_gap(place - next);
            self.add(&blocks[place]); // OK because the places are those of blocks.
            next = place + 1;
        }
        self.add_gap(blocks.len() - next);
    }

    fn add_gap(&mut self, lines: usize) {
        if lines > 0 {
            self.passages.push(Passage::Gap(lines));
        }
    }

    /// The places of the blocks worth showing, in order; the first ones where nothing is marked.
    fn blocks_near_marks(&self, blocks: &[Block]) -> Vec<usize> {
        let mut places = Vec::new();
        for mark in self.marks.iter().filter(|mark| mark.stands_out) {
            let here = blocks.partition_point(|block| block.span.end <= mark.span.start);
            let from = here.saturating_sub(BLOCKS_AROUND).max(places.last().map_or(0, |last| last + 1));
            places.extend(from..(here + BLOCKS_AROUND + 1).min(blocks.len()));
        }
        if places.is_empty() {
            places.extend(0..blocks.len());
        }
        places.truncate(MOST_BLOCKS);
        places
    }

    fn add(&mut self, block: &Block) {
        match block.kind {
            BlockKind::Heading(level) => {
                let pieces = self.pieces(block.span);
                self.passages.push(Passage::Heading(level, pieces));
            }
            BlockKind::Row { header, .. } => self.add_row(block, header),
            BlockKind::Code => {
                let pieces = self.pieces(block.span);
                self.add_code(pieces);
            }
            BlockKind::Item => {
                let pieces = self.pieces(block.span);
                self.add_item(block.depth, pieces);
            }
            BlockKind::Line => {
                let pieces = self.pieces(block.span);
                self.add_line(block, pieces);
            }
        }
    }

    fn add_row(&mut self, block: &Block, header: bool) {
        let cells = block.cells.iter().map(|cell| self.pieces(*cell)).gather();
        let row = TableRow { header, cells };
        match self.passages.last_mut() {
            Some(Passage::Table(rows)) if !header => rows.push(row),
            _ => self.passages.push(Passage::Table(vec![row])),
        }
    }

    fn add_code(&mut self, pieces: Vec<Piece>) {
        match self.passages.last_mut() {
            Some(Passage::Code(lines)) => {
                append_break(lines, '\n');
                lines.extend(pieces);
            }
            _ => self.passages.push(Passage::Code(pieces)),
        }
    }

    fn add_item(&mut self, depth: usize, pieces: Vec<Piece>) {
        match self.passages.last_mut() {
            Some(Passage::List(items)) => items.push((depth, pieces)),
            _ => self.passages.push(Passage::List(vec![(depth, pieces)])),
        }
    }

    fn add_line(&mut self, block: &Block, pieces: Vec<Piece>) {
        match self.passages.last_mut() {
            Some(Passage::Paragraph(_, lines)) if block.continues => append_line(lines, pieces),
            Some(Passage::List(items)) if block.continues => {
                if let Some((_, lines)) = items.last_mut() {
                    append_line(lines, pieces);
                }
            }
            _ => self.passages.push(Passage::Paragraph(block.depth, pieces)),
        }
    }

    /// The visible words of `span`, cut where marks begin and end.
    fn pieces(&self, span: Span) -> Vec<Piece> {
        let shown = self.excerpt_of(span);
        let mut pieces = Pieces::default();
        if shown.start > span.start {
            pieces.push("… ", None);
        }
        for run in self.document.visible_runs(shown) {
            self.cut(run, &mut pieces);
        }
        if shown.end < span.end {
            pieces.push(" …", None);
        }
        pieces.list
    }

    /// Of a very long line in a very long text, the part around its first mark.
    fn excerpt_of(&self, span: Span) -> Span {
        if !self.is_excerpt || span.len() <= LONGEST_EXCERPT {
            return span;
        }
        let visible = self.document.visible();
        let first = self.marks_from(span.start).first().map_or(span.start, |mark| mark.span.start);
        let start = first.saturating_sub(BEFORE_A_MARK).max(span.start).min(span.end);
        let end = span.end.min(start + LONGEST_EXCERPT);
        Span::new(visible.floor_char_boundary(start), visible.floor_char_boundary(end))
    }

    fn marks_from(&self, offset: usize) -> &[Mark] {
        let first = self.marks.partition_point(|mark| mark.span.end <= offset);
        &self.marks[first..] // OK because a partition point is at most the length.
    }

    fn cut(&self, run: Span, pieces: &mut Pieces) {
        let visible = self.document.visible();
        let mut at = run.start;
        for mark in self.marks_from(run.start) {
            if mark.span.start >= run.end {
                break;
            }
            let start = mark.span.start.max(at);
            let end = mark.span.end.min(run.end);
            pieces.push(Span::new(at, start).slice(visible), None);
            pieces.push(Span::new(start, end).slice(visible), Some(mark));
            at = end;
        }
        pieces.push(Span::new(at, run.end).slice(visible), None);
    }
}

/// Goes on in a new line, or in the same one where the line before was only broken for its length.
fn append_line(lines: &mut Vec<Piece>, next: Vec<Piece>) {
    let before = lines.iter().rev().flat_map(|piece| piece.text.chars().rev());
    let is_wrapped = before.take_while(|char| *char != '\n').count() >= WRAPPED_LINE;
    append_break(lines, if is_wrapped { ' ' } else { '\n' });
    lines.extend(next);
}

fn append_break(lines: &mut Vec<Piece>, separator: char) {
    match lines.last_mut() {
        Some(last) if last.facts.is_empty() => last.text.push(separator),
        _ => lines.push(Piece { text: separator.into(), facts: Vec::new(), stands_out: false }),
    }
}

/// Pieces under construction. Markup inside of a phrase, as in `**14**:05`, does not cut it in two.
#[derive(Default)]
struct Pieces {
    list: Vec<Piece>,
    /// Where the mark of the last piece starts.
    last_mark: Option<Span>,
}

impl Pieces {
    fn push(&mut self, text: &str, mark: Option<&Mark>) {
        if text.is_empty() {
            return;
        }
        let span = mark.map(|mark| mark.span);
        match self.list.last_mut() {
            Some(last) if self.last_mark == span => last.text.push_str(text),
            _ => self.list.push(Piece {
                text: text.to_owned(),
                facts: mark.map_or_else(Vec::new, |mark| mark.facts.clone()),
                stands_out: mark.is_some_and(|mark| mark.stands_out),
            }),
        }
        self.last_mark = span;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str, words: &str, fact: FactId) -> Mark {
        let start = text.find(words).unwrap_or_default();
        let span = Span::new(start, start + words.len());
        Mark { span, facts: vec![fact], stands_out: true }
    }

    fn marked(pieces: &[Piece]) -> String {
        let show = |piece: &Piece| match piece.facts.first() {
            Some(fact) => format!("[{fact}: {}]", piece.text),
            None => piece.text.clone(),
        };
        pieces.iter().map(show).collect()
    }

    fn words_of(passage: &Passage) -> String {
        match passage {
            Passage::Heading(_, pieces) | Passage::Paragraph(_, pieces) | Passage::Code(pieces) => {
                marked(pieces)
            }
            Passage::List(items) => {
                items.iter().map(|(_, pieces)| marked(pieces)).collect::<Vec<_>>().join(" / ")
            }
            Passage::Table(rows) => {
                let row = |row: &TableRow| {
                    row.cells.iter().map(|cell| marked(cell)).collect::<Vec<_>>().join(" | ")
                };
                rows.iter().map(row).collect::<Vec<_>>().join(" / ")
            }
            Passage::Gap(lines) => format!("({lines} left out)"),
        }
    }

    fn shown(text: &str, marks: &[Mark]) -> Vec<String> {
        let document = Document::parse(text, None);
        report_view(&document, marks).passages.iter().map(words_of).collect()
    }

    #[test]
    fn markup_is_not_shown_and_does_not_cut_a_phrase() {
        let text = "# Title\n\nIt lasted **two** hours.";
        let marks = [mark(text, "lasted **two** hours", FactId::Duration)];
        assert_eq!(shown(text, &marks), ["Title", "It [duration: lasted two hours]."]);
    }

    #[test]
    fn items_and_rows_stay_together() {
        let text = "- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        assert_eq!(shown(text, &[]), ["one / two", "a | b / 1 | 2"]);
    }

    #[test]
    fn only_lines_broken_for_their_length_are_joined() {
        let long = "word ".repeat(15);
        let text = format!("Date: today\nOwner: us\n\n{long}\nend");
        let joined = format!("{long}end");
        assert_eq!(shown(&text, &[]), ["Date: today\nOwner: us", &joined]);
    }

    #[test]
    fn a_long_text_is_shown_around_its_marks() {
        let filler = "Nothing of interest here.\n\n".repeat(20_000);
        let text = format!("{filler}It lasted two hours.\n\n{filler}");
        let marks = [mark(&text, "two hours", FactId::Duration)];
        let shown = shown(&text, &marks);
        assert_eq!(shown.len(), 7);
        assert_eq!(shown[0], "(19998 left out)");
        assert_eq!(shown[3], "It lasted [duration: two hours].");
        assert_eq!(shown[6], "(19998 left out)");
    }

    #[test]
    fn a_long_line_is_cut_around_its_first_mark() {
        let text = format!("{} two hours {}", "é".repeat(200_000), "é".repeat(200_000));
        let shown = shown(&text, &[mark(&text, "two hours", FactId::Duration)]);
        assert_eq!(shown.len(), 1);
        assert!(shown[0].starts_with("… é") && shown[0].ends_with("é …"), "{}", &shown[0][..40]);
        assert!(shown[0].contains("[duration: two hours]") && shown[0].len() < 4_200);
    }
}
