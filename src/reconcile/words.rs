//! Looking for words and phrases in a stretch of tokens.

use std::ops::Range;

use super::phrases::Phrases;
use crate::text::{Case, Gap, Openings, Span, Token, TokenKind, Tokens, is_one_of};

/// Most tokens of a sentence that are looked at on either side of a place, so that the work stays
/// linear in a text without any full stop.
const REACH: usize = 48;

/// A stretch of tokens to look for words in.
#[derive(Clone)]
pub(super) struct Words<'t> {
    tokens: &'t Tokens,
    range: Range<usize>,
}

impl<'t> Words<'t> {
    pub(super) fn new(tokens: &'t Tokens, range: Range<usize>) -> Self {
        let end = range.end.min(tokens.list().len());
        Self { tokens, range: range.start.min(end)..end }
    }

    /// All of `tokens`.
    pub(super) fn whole(tokens: &'t Tokens) -> Self {
        Self::new(tokens, 0..tokens.list().len())
    }

    /// The sentence that holds token `at`, as far as it reaches.
    pub(super) fn sentence(tokens: &'t Tokens, at: usize) -> Self {
        let floor = at.saturating_sub(REACH);
        let mut start = at;
        while start > floor && !breaks(tokens, start) {
            start -= 1;
        }
        let ceiling = (at + REACH).min(tokens.list().len());
        let mut end = at + 1;
        while end < ceiling && !breaks(tokens, end) {
            end += 1;
        }
        Self::new(tokens, start..end)
    }

    pub(super) fn start(&self) -> usize {
        self.range.start
    }

    pub(super) fn end(&self) -> usize {
        self.range.end
    }

    /// From its first token to its last.
    pub(super) fn span(&self) -> Span {
        let token = |at: usize| self.tokens.get(at).map_or_else(Span::default, |token| token.span);
        if self.range.is_empty() {
            Span::default()
        } else {
            token(self.range.start).cover(token(self.range.end - 1))
        }
    }

    /// Whether it holds one of `phrases` at a token that is `meant`.
    pub(super) fn any(&self, phrases: &Phrases, meant: &dyn Fn(usize) -> bool) -> bool {
        let mut rest = self.clone();
        while let Some(at) = rest.find(phrases) {
            if meant(at) {
                return true;
            }
            rest.range.start = at + 1;
        }
        false
    }

    /// The sentence around its token `at`, also where that reaches past it.
    pub(super) fn sentence_at(&self, at: usize) -> Self {
        Self::sentence(self.tokens, at)
    }

    /// The part of it before token `at`, at most `most` tokens.
    pub(super) fn before(&self, at: usize, most: usize) -> Self {
        let start = at.saturating_sub(most).max(self.range.start);
        Self::new(self.tokens, start..at.clamp(start, self.range.end))
    }

    /// The part of it from token `at` on, at most `most` tokens.
    #[inline(never)]
    pub(super) fn after(&self, at: usize, most: usize) -> Self {
        let end = (at + most).min(self.range.end);
        Self::new(self.tokens, at.min(end)..end)
    }

    /// Whether the part of it before token `at`, at most `most` tokens, holds one of `phrases`.
    pub(super) fn has_before(&self, at: usize, most: usize, phrases: &Phrases) -> bool {
        self.before(at, most).has(phrases)
    }

    /// Whether the part of it from token `at` on, at most `most` tokens, holds one of `phrases`.
    pub(super) fn has_after(&self, at: usize, most: usize, phrases: &Phrases) -> bool {
        self.after(at, most).has(phrases)
    }

    /// Whether that part begins with one of `phrases`.
    pub(super) fn goes_on_with(&self, at: usize, most: usize, phrases: &Phrases) -> bool {
        self.after(at, most).begins_with(phrases)
    }

    /// Whether it holds one of `phrases`. Marks between the words of a phrase are passed over.
    pub(super) fn has(&self, phrases: &Phrases) -> bool {
        self.find(phrases).is_some()
    }

    /// Index of the token where the first of `phrases` that it holds begins.
    pub(super) fn find(&self, phrases: &Phrases) -> Option<usize> {
        let tokens = self.tokens.list().get(self.range.clone())?;
        let openings = phrases.openings();
        // A plain loop, because it runs over most sentences of a text with most lists of phrases.
        for (token, at) in tokens.iter().zip(self.range.start..) {
            if openings.has(token.initials) && self.holds_at(token, at, openings) {
                return Some(at);
            }
        }
        None
    }

    /// Index of the token where the last of `phrases` that it holds begins.
    pub(super) fn last(&self, phrases: &Phrases) -> Option<usize> {
        let openings = phrases.openings();
        self.range.clone().rev().find(|at| {
            let token = self.tokens.list().get(*at).filter(|token| openings.has(token.initials));
            token.is_some_and(|token| self.holds_at(token, *at, openings))
        })
    }

    fn holds_at(&self, token: &Token, at: usize, openings: &Openings) -> bool {
        openings.with(token.initials).any(|phrase| self.matches(at, phrase))
    }

    /// The stretches of it between commas, semicolons and the words that join clauses.
    pub(super) fn clauses(&self) -> impl Iterator<Item = Self> {
        let mut from = self.range.start;
        std::iter::from_fn(move || {
            let start = (from < self.range.end).then_some(from)?;
            let border = (start..self.range.end).find(|at| self.joins_clauses(*at)).unwrap_or(self.range.end);
            from = border + 1;
            Some(Self::new(self.tokens, start..border))
        })
    }

    /// Where the clause begins that token `at` of it stands in.
    pub(super) fn clause_start(&self, at: usize) -> usize {
        let border = (self.range.start..at).rev().find(|index| self.joins_clauses(*index));
        border.map_or(self.range.start, |border| border + 1)
    }

    /// Index of the last token of it that is one of the marks in `wanted`.
    pub(super) fn last_mark(&self, wanted: &str) -> Option<usize> {
        self.range.clone().rev().find(|at| self.tokens.mark_at(*at, wanted))
    }

    /// The part of it from token `from` up to token `to`.
    pub(super) fn between(&self, from: usize, to: usize) -> Self {
        Self::new(self.tokens, from.max(self.range.start)..to.min(self.range.end))
    }

    fn joins_clauses(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| match token.kind {
            TokenKind::Mark(mark) => matches!(mark, ',' | ';'),
            _ => self.tokens.reads(token, "and|but|then"),
        })
    }

    /// Whether it begins with one of `phrases`, marks passed over.
    pub(super) fn begins_with(&self, phrases: &Phrases) -> bool {
        let Some(first) = self.range.clone().find(|at| self.is_word(*at)) else { return false };
        self.tokens.get(first).is_some_and(|token| self.holds_at(token, first, phrases.openings()))
    }

    /// Whether it ends with one of `phrases`.
    pub(super) fn ends_with(&self, phrases: &Phrases) -> bool {
        let words = |phrase: &str| phrase.split(' ').count();
        phrases.iter().any(|phrase| {
            let from = self.range.end.checked_sub(words(phrase)).filter(|from| *from >= self.range.start);
            from.is_some_and(|from| self.matches(from, phrase))
        })
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| !matches!(t.kind, TokenKind::Mark(_)))
    }

    fn matches(&self, at: usize, phrase: &str) -> bool {
        let mut index = at;
        for (number, wanted) in phrase.split(' ').enumerate() {
            while number > 0 && index < self.range.end && !self.is_word(index) {
                index += 1;
            }
            let Some(token) = self.tokens.get(index).filter(|_| index < self.range.end) else {
                return false;
            };
            let word = self.tokens.lower(token);
            let fits = match wanted.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => word == wanted,
            };
            if !fits {
                return false;
            }
            index += 1;
        }
        true
    }

    /// The sentences that it holds, at most `most` of them.
    pub(super) fn sentences(&self, most: usize) -> impl Iterator<Item = Self> + '_ {
        let mut from = self.range.start;
        std::iter::from_fn(move || {
            (from < self.range.end).then_some(())?;
            let end = (from + 1..self.range.end).find(|at| breaks(self.tokens, *at));
            let sentence = Self::new(self.tokens, from..end.unwrap_or(self.range.end));
            from = sentence.range.end;
            Some(sentence)
        })
        .take(most)
    }

    /// How many words it has, marks left out.
    #[inline(never)]
    pub(super) fn count(&self) -> usize {
        self.iter().count()
    }

    /// The first of its words.
    #[inline(never)]
    pub(super) fn first(&self) -> Option<&'t str> {
        self.iter().next()
    }

    /// Its words in lower case, marks left out.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'t str> + '_ {
        self.tokens()
            .filter(|token| !matches!(token.kind, TokenKind::Mark(_)))
            .map(|token| self.tokens.lower(token))
    }

    /// Its tokens.
    pub(super) fn tokens(&self) -> impl Iterator<Item = &'t Token> + '_ {
        self.tokens.list().get(self.range.clone()).unwrap_or_default().iter()
    }
}

/// Whether a new sentence, cell or block begins at token `at`.
fn breaks(tokens: &Tokens, at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return true };
    if token.gap >= Gap::Cell {
        return true;
    }
    let before = tokens.before(at, 1);
    let ended = before.is_some_and(|t| matches!(t.kind, TokenKind::Mark('.' | '!' | '?')));
    ended && token.gap > Gap::None && !follows_abbreviation(tokens, at)
}

/// Whether the full stop before token `at` belongs to "approx.", "Jan." or "a.m.", which only a capital ends.
fn follows_abbreviation(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.before(at, 2).map_or("", |t| tokens.lower(t));
    let next = tokens.get(at);
    let number_follows = next.is_some_and(|t| t.kind == TokenKind::Number);
    // "At 8:00 a.m. UTC", "at 8 a.m. the queue filled": a sentence begins with a capital.
    let goes_on = || {
        next.is_some_and(|t| match t.case {
            Case::Lower => t.kind == TokenKind::Word,
            Case::Upper => t.span.len() > 1,
            Case::Capital => false,
        })
    };
    is_one_of(word, "approx|ca|e|g|vs|no")
        || is_one_of(word, "m|am|pm") && goes_on()
        || (number_follows
            && word.len() <= 4
            && !word.is_empty()
            && word.bytes().all(|b| b.is_ascii_alphabetic()))
}
