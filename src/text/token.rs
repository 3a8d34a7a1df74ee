//! The tokens of a text: words, runs of digits, and single marks.

use super::Span;
use super::initials::initials;
use super::word_list::is_one_of;

/// What a token is made of.
///
/// The kinds are numbered apart from the marks, whose characters would make long numbers of them in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum TokenKind {
    /// A run of letters.
    Word,
    /// A run of ASCII digits.
    Number,
    /// One other character; typographic dashes, tildes and quotes as their ASCII relatives.
    Mark(char),
    /// A web address, whose digits mean nothing.
    Address,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing, or only markup.
    None,
    /// White space.
    Space,
    /// A line break within a block.
    Line,
    /// The border of a table cell.
    Cell,
    /// The end of a block, or the start of the text.
    Block,
}

/// A word, a run of digits, or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its place in the text.
    pub span: Span,
    /// What stands before it.
    pub gap: Gap,
    /// How its letters are written.
    pub case: Case,
    /// The [`initials`] of its lower-case letters.
    pub initials: u8,
}

/// How the letters of a word are written; letters outside of ASCII are no capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// The first letter is no capital.
    Lower,
    /// The first letter is a capital, a later one is not.
    Capital,
    /// All letters are capitals.
    Upper,
}

impl Case {
    fn of(word: &str) -> Self {
        let mut letters = word.bytes();
        if !letters.next().is_some_and(|letter| letter.is_ascii_uppercase()) {
            Self::Lower
        } else if letters.all(|letter| letter.is_ascii_uppercase()) {
            Self::Upper
        } else {
            Self::Capital
        }
    }
}

/// The tokens of one text, with a lower-case copy of it to compare words against.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    lower: String,
    list: Vec<Token>,
}

impl Tokens {
    /// Splits `text` in one pass. A NUL is skipped as markup that separates nothing, U+001F ends a
    /// table cell and U+001E a block, as in [`crate::document::Document::visible`].
    #[must_use]
    pub fn scan(text: &str) -> Self {
        let lower = text.to_ascii_lowercase();
        let mut list = Vec::with_capacity(text.len() / 4);
        let mut gap = Gap::Block;
        let mut at = 0;
        while let Some(first) = lower[at..].chars().next() {
            let start = at;
            at += first.len_utf8();
            let kind = match first {
                '\0' => continue,
                '\n' => {
                    gap = gap.max(Gap::Line);
                    continue;
                }
                '\u{1F}' => {
                    gap = gap.max(Gap::Cell);
                    continue;
                }
                '\u{1E}' => {
                    gap = Gap::Block;
                    continue;
                }
                _ if is_blank(first) => {
                    gap = gap.max(Gap::Space);
                    continue;
                }
                '0'..='9' => {
                    at += length_while(&lower[at..], |c| c.is_ascii_digit());
                    TokenKind::Number
                }
                _ if is_letter(first) => {
                    at += length_while(&lower[at..], is_letter);
                    match address_length(&lower[start..at], &lower[at..]) {
                        Some(length) => {
                            at += length;
                            TokenKind::Address
                        }
                        None => TokenKind::Word,
                    }
                }
                mark => TokenKind::Mark(plain_mark(mark)),
            };
            let span = Span::new(start, at);
            let case = if kind == TokenKind::Word { Case::of(span.slice(text)) } else { Case::Lower };
            // Of the token alone: what is glued behind a number is the next one.
            let initials = initials(&lower.as_bytes()[start..at], 0);
            list.push(Token { kind, span, gap, case, initials });
            gap = Gap::None;
        }
        Self { lower, list }
    }

    /// The tokens in text order.
    #[must_use]
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// The token at `index`.
    // Both are asked in hundreds of places: as calls they weigh less than their instructions in each of them.
    #[must_use]
    #[inline(never)]
    pub fn get(&self, index: usize) -> Option<&Token> {
        self.list.get(index)
    }

    /// The token that stands `by` places before the one at `index`.
    #[must_use]
    #[inline(never)]
    pub fn before(&self, index: usize, by: usize) -> Option<&Token> {
        self.list.get(index.checked_sub(by)?)
    }

    /// The ASCII-lower-case letters of `token`.
    #[must_use]
    #[inline(never)]
    pub fn lower(&self, token: &Token) -> &str {
        token.span.slice(&self.lower)
    }

    /// Whether `token` reads as one of `words`, which stand in lower case with `|` between them.
    #[must_use]
    #[inline(never)]
    pub fn reads(&self, token: &Token, words: &str) -> bool {
        is_one_of(self.lower(token), words)
    }

    /// Whether one of `words`, as [`Tokens::reads`] takes them, stands right before token `index`, in the same block.
    #[must_use]
    pub fn word_before_is(&self, index: usize, words: &str) -> bool {
        let same_block = self.get(index).is_some_and(|token| token.gap <= Gap::Line);
        let before = self.before(index, 1);
        same_block && before.is_some_and(|token| self.reads(token, words))
    }

    /// Whether the token at `index` is one of `marks`.
    #[must_use]
    #[inline(never)]
    pub fn mark_at(&self, index: usize, marks: &str) -> bool {
        let kind = self.get(index).map(|token| token.kind);
        matches!(kind, Some(TokenKind::Mark(mark)) if marks.chars().any(|known| known == mark))
    }

    /// Index of the first token that starts at or after byte `offset`.
    #[must_use]
    pub fn index_at(&self, offset: usize) -> usize {
        self.list.partition_point(|token| token.span.start < offset)
    }
}

/// How far an address goes on after the word it begins with.
fn address_length(word: &str, rest: &str) -> Option<usize> {
    let begins = match word {
        "www" => rest.starts_with('.'),
        _ => rest.starts_with("://") && is_one_of(word, "http|https|ftp"),
    };
    let ends =
        |c: char| is_blank(c) || matches!(c, '<' | '>' | '"' | '|' | ')' | ']' | '\u{1F}' | '\u{1E}' | '\0');
    begins.then(|| rest.find(ends).unwrap_or(rest.len()))
}

/// A letter. Outside of ASCII everything counts as one but the blocks of punctuation and symbols,
/// which spares the page the standard library's tables.
#[must_use]
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        '\u{D7}'
        | '\u{F7}'
        | '\u{2000}'..='\u{2BFF}'
        | '\u{3000}'..='\u{303F}'
        | '\u{FE10}'..='\u{FE6F}'
        | '\u{FF01}'..='\u{FF20}'
        | '\u{E000}'..='\u{F8FF}'
        | '\u{FFF0}'..='\u{1FFFF}' => false,
        _ => c >= '\u{C0}' && !is_blank(c),
    }
}

/// White space, and the invisible characters that copying from web pages leaves behind.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}')
}

fn length_while(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.find(|c| !wanted(c)).unwrap_or(text.len())
}

/// The ASCII relative of a typographic mark.
fn plain_mark(mark: char) -> char {
    match mark {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2248}' | '\u{223C}' | '\u{301C}' | '\u{FF5E}' => '~',
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '\u{2192}' | '\u{21D2}' | '\u{27A1}' => '>',
        '\u{FF1A}' => ':',
        '\u{FF05}' => '%',
        '\u{2022}' | '\u{2023}' | '\u{25E6}' | '\u{00B7}' => '*',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<(String, Gap)> {
        let tokens = Tokens::scan(text);
        tokens.list().iter().map(|t| (tokens.lower(t).to_owned(), t.gap)).collect()
    }

    #[test]
    fn words_numbers_and_marks_fall_apart() {
        let expected = [("10", Gap::Block), (":", Gap::None), ("05", Gap::None), ("pm", Gap::None)];
        assert_eq!(shapes("10:05PM"), expected.map(|(w, g)| (w.to_owned(), g)));
    }

    #[test]
    fn markup_separates_nothing_and_borders_do() {
        let expected = [("1", Gap::Block), ("h", Gap::None), ("b", Gap::Cell), ("c", Gap::Block)];
        assert_eq!(shapes("1\0\0h \u{1F} b\n\u{1E}\nc"), expected.map(|(w, g)| (w.to_owned(), g)));
    }

    #[test]
    fn typographic_marks_read_as_their_plain_relatives() {
        let tokens = Tokens::scan("1\u{2013}2 \u{2248}3");
        assert_eq!(tokens.list()[1].kind, TokenKind::Mark('-'));
        assert_eq!(tokens.list()[3].kind, TokenKind::Mark('~'));
    }
}
