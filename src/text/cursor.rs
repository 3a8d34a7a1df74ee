//! A position among tokens, from which small recognizers read on.

use std::ops::RangeInclusive;

use super::{Gap, Span, Token, TokenKind, Tokens, is_one_of};

/// Most digits of a number that is read.
const MOST_DIGITS: u8 = 9;

/// A position among the tokens of a text. Copies are cheap, so a recognizer tries a way on a copy
/// and keeps it where it leads somewhere.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'t> {
    tokens: &'t Tokens,
    at: usize,
    first: usize,
}

impl<'t> Cursor<'t> {
    /// A cursor before token `index`.
    #[must_use]
    pub const fn new(tokens: &'t Tokens, index: usize) -> Self {
        Self { tokens, at: index, first: index }
    }

    /// The tokens that it moves over.
    #[must_use]
    pub const fn tokens(&self) -> &'t Tokens {
        self.tokens
    }

    /// Index of the next token.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.at
    }

    /// What has been read since the cursor was made.
    #[must_use]
    pub fn span(&self) -> Span {
        let read = self.tokens.list().get(self.first..self.at).unwrap_or_default();
        match (read.first(), read.last()) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The next token, unless a cell or block border stands before it. The very first token that a
    /// cursor reads has no border to respect.
    #[must_use]
    pub fn peek(&self) -> Option<&'t Token> {
        let token = self.tokens.get(self.at)?;
        (self.at == self.first || token.gap <= Gap::Line).then_some(token)
    }

    /// The next token where nothing, not even a space, stands before it.
    #[must_use]
    pub fn peek_glued(&self) -> Option<&'t Token> {
        self.peek().filter(|token| self.at == self.first || token.gap == Gap::None)
    }

    /// The token before the next one, unless a border stands between.
    #[must_use]
    pub fn previous(&self) -> Option<&'t Token> {
        let here = self.tokens.get(self.at)?;
        if here.gap > Gap::Line {
            return None;
        }
        self.tokens.before(self.at, 1)
    }

    /// Whether something is glued to the left of the next token.
    #[must_use]
    pub fn glued_left(&self) -> Option<&'t Token> {
        self.previous().filter(|_| self.tokens.get(self.at).is_some_and(|t| t.gap == Gap::None))
    }

    /// The two tokens glued to the left of the next one and of each other, the nearer one first.
    #[must_use]
    pub fn glued_pair_left(&self) -> Option<(&'t Token, &'t Token)> {
        let near = self.glued_left()?;
        let far = Self { at: self.at - 1, ..*self }.glued_left()?;
        Some((near, far))
    }

    /// The next word in lower case.
    #[must_use]
    pub fn peek_word(&self) -> Option<&'t str> {
        self.peek().filter(|t| t.kind == TokenKind::Word).map(|t| self.tokens.lower(t))
    }

    /// Whether the next token is one of `words`, which stand in lower case with `|` between them.
    #[must_use]
    pub fn at_word(&self, words: &str) -> bool {
        self.peek_word().is_some_and(|word| is_one_of(word, words))
    }

    /// Whether the next token is `mark`.
    #[must_use]
    pub fn at_mark(&self, mark: char) -> bool {
        self.peek().is_some_and(|t| t.kind == TokenKind::Mark(mark))
    }

    /// Steps over the next token.
    pub fn bump(&mut self) {
        self.at += 1;
    }

    /// Reads any word.
    pub fn word(&mut self) -> Option<&'t str> {
        let word = self.peek_word()?;
        self.bump();
        Some(word)
    }

    /// Reads one of `words`, as [`Cursor::at_word`] takes them.
    pub fn eat_word(&mut self, words: &str) -> bool {
        let found = self.at_word(words);
        if found {
            self.bump();
        }
        found
    }

    /// Reads `mark`.
    pub fn eat_mark(&mut self, mark: char) -> bool {
        let found = self.at_mark(mark);
        if found {
            self.bump();
        }
        found
    }

    /// Reads one of `marks`.
    pub fn eat_any_mark(&mut self, marks: &[char]) -> Option<char> {
        marks.iter().copied().find(|mark| self.eat_mark(*mark))
    }

    /// Reads `mark` where it is glued to what comes before it.
    pub fn eat_glued(&mut self, mark: char) -> bool {
        self.peek_glued().is_some() && self.eat_mark(mark)
    }

    /// Reads a run of digits of a length within `digits`, as a number and its length.
    pub fn number(&mut self, digits: RangeInclusive<u8>) -> Option<(u32, usize)> {
        let token = self.peek().filter(|t| t.kind == TokenKind::Number)?;
        let length = u8::try_from(token.span.len()).ok().filter(|length| *length <= MOST_DIGITS)?;
        digits.contains(&length).then_some(())?;
        let value = self.tokens.lower(token).parse().ok()?;
        self.bump();
        Some((value, token.span.len()))
    }

    /// As [`Cursor::number`], for digits that are glued to what comes before them.
    pub fn glued_number(&mut self, digits: RangeInclusive<u8>) -> Option<(u32, usize)> {
        self.peek_glued()?;
        self.number(digits)
    }

    /// Runs `read` and stays where it was unless that gives something.
    pub fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let at = self.at;
        let result = read(self);
        if result.is_none() {
            self.at = at;
        }
        result
    }
}
