//! What stands between the two ends of a range: a dash, "to", "until", or "and" after "between".

use crate::incident::RuleId;
use crate::mention::month;
use crate::mention::stamp::Stamp;
use crate::text::{Cursor, Gap, Token, TokenKind, Tokens, group_of, is_one_of};

/// Two times with "and" between them, after "between".
const BETWEEN: RuleId = RuleId::new("range-between");
/// Two times with "to", "until", "till" or "through" between them.
const FROM: RuleId = RuleId::new("range-from");
/// Two times with a dash or an arrow between them.
const DASH: RuleId = RuleId::new("range-dash");
/// Two times that are said to begin and to end something: "starting at 10:00 and ending at 10:40".
const ENDING: RuleId = RuleId::new("range-ending");
/// Two times of one sentence, the first after "from" or "between", the second after "until" or "and",
/// with an explanation between them.
const APART: RuleId = RuleId::new("range-apart");

/// What a token between two ends does there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Dash,
    Tilde,
    To,
    And,
    Ends,
    Before,
    Fills,
    Foreign,
}

fn part(tokens: &Tokens, token: &Token) -> Part {
    match token.kind {
        TokenKind::Mark('-' | '>') => Part::Dash,
        TokenKind::Mark('~') => Part::Tilde,
        TokenKind::Mark(',' | '(' | ')' | '[' | ']' | '\'' | '"' | '*') => Part::Fills,

        TokenKind::Word => {
            let word = tokens.lower(token);
            match group_of(word, JOINING) {
                Some(0) => Part::To,
                Some(1) => Part::And,
                Some(2) => Part::Before,
                Some(_) => Part::Ends,
                None if fills(word) || month::weekday(word).is_some() => Part::Fills,
                None => Part::Foreign,
            }
        }
        _ => Part::Foreign,
    }
}

/// Words that join two ends, those that mean "to", "and" and "before", and those that say that something ends.
const JOINING: &str = "to until till til through thru|and but &|before|\
                       ending ended ends end concluding concluded finishing finished";

/// Words that may stand beside the joining one: "until about", "and lasting until".
pub(super) fn fills(word: &str) -> bool {
    is_one_of(
        word,
        "the|about|approximately|morning|noon|afternoon|evening|night|around|approx|appr|ca|circa|at|on|of|roughly|then|\
         as|late|early|up|it|utc|gmt|lasting|lasted|continuing|continued|running|persisting|persisted|extending|\
         extended|going",
    )
}

/// Most tokens between the ends of a range.
const REACH: usize = 7;
/// Most tokens between the ends of a range with an explanation between them.
const FAR: usize = 16;

/// The rule that makes two stamps a range. `restated` is a stamp between them that says the first
/// end once more.
pub(super) fn between(
    tokens: &Tokens,
    start: &Stamp,
    restated: Option<&Stamp>,
    end: &Stamp,
) -> Option<RuleId> {
    let from = restated.map_or(start.tokens.1, |stamp| stamp.tokens.1);
    let to = end.tokens.0;
    if tokens.get(to)?.gap > Gap::Line || to < from {
        return None;
    }
    let opened = opening(tokens, start);
    if to - from <= REACH
        && let Some(rule) = link(tokens, from, to, opened)
    {
        return Some(rule);
    }
    // "From 8:00 at 11:58", as some translate it, can mean nothing else.
    let at = to == from + 1 && tokens.get(from).is_some_and(|token| tokens.reads(token, "at"));
    if at && opened == Some("from") && start.time.is_some() && end.date.is_none() {
        return Some(FROM);
    }
    (to - from <= FAR).then(|| apart(tokens, from, to, opened))?
}

/// How two ends that are read one after the other are joined.
pub(super) struct Joined {
    /// Whether by a dash, and not by a word.
    pub(super) dash: bool,
    /// Whether no space stands around it.
    pub(super) glued: bool,
}

/// Reads what joins two ends, up to where the second one begins.
pub(super) fn read(cursor: &mut Cursor, opened: Option<&str>) -> Option<Joined> {
    const MOST: usize = 4;
    let from = cursor.index();
    for _ in 0..MOST {
        let token = cursor.peek()?;
        // A bracket or a zone between them, as in "2 PM (GMT-5)", makes the number something else.
        let joins = match part(cursor.tokens(), token) {
            Part::Dash | Part::Tilde | Part::To | Part::And | Part::Before => true,
            Part::Fills => !cursor.tokens().reads(token, "utc|gmt") && token.kind == TokenKind::Word,
            _ => false,
        };
        if !joins {
            break;
        }
        cursor.bump();
    }
    let to = cursor.index();
    let dash = link(cursor.tokens(), from, to, opened)? == DASH;
    let glued = cursor.tokens().list().get(from..=to)?.iter().all(|token| token.gap == Gap::None);
    Some(Joined { dash, glued })
}

/// The rule by which the tokens between two ends join them: one joining word or dash among words
/// that only fill.
pub(super) fn link(tokens: &Tokens, from: usize, to: usize, opened: Option<&str>) -> Option<RuleId> {
    let mut rule = None;
    let mut pending = false;
    for index in from..to {
        let token = tokens.get(index).filter(|t| t.gap <= Gap::Line)?;
        if token.kind == TokenKind::Mark('.') && abbreviates(tokens, index) {
            continue;
        }
        let found = match part(tokens, token) {
            Part::Dash => Some(DASH),
            // "10:00 ~ 11:00", but not "10:00, ~11:00".
            Part::Tilde => (to - from == 1 && token.gap == tokens.get(to)?.gap).then_some(DASH),
            Part::To => Some(FROM),
            Part::Ends => Some(ENDING),
            Part::Before if pending => Some(FROM),
            Part::And if opened == Some("between") => Some(BETWEEN),
            Part::And => {
                pending = true;
                None
            }
            Part::Fills => None,
            Part::Before | Part::Foreign => return None,
        };
        rule = rule.or(found);
    }
    rule
}

/// `from 14:02, when the release began, until 15:10`: an opening word at the first end, its
/// counterpart right before the second, and no end of a sentence between them.
fn apart(tokens: &Tokens, from: usize, to: usize, opened: Option<&str>) -> Option<RuleId> {
    let opened = opened?;
    // What stands in brackets, such as a number, breaks nothing.
    let mut depth = 0_usize;
    let mut within = |index: usize| {
        let token = tokens.get(index)?;
        match token.kind {
            TokenKind::Mark(')') => depth += 1,
            TokenKind::Mark('(') => depth = depth.saturating_sub(1),
            _ => {}
        }
        let breaks = token.gap > Gap::Line
            || depth == 0
                && matches!(
                    token.kind,
                    TokenKind::Mark('.' | ';' | '!' | '?' | ':' | '|') | TokenKind::Number
                );
        (!breaks).then_some(token)
    };
    let mut joins = false;
    for index in (from..to).rev() {
        let token = within(index)?;
        let counterpart = tokens.reads(token, "until|till")
            || opened == "between" && tokens.reads(token, "and")
            || opened == "from" && tokens.reads(token, "to|through");
        // "until service was restored at 15:10" has words of its own behind "until".
        let near = (index + 1..to).all(|i| tokens.get(i).is_some_and(|t| part(tokens, t) == Part::Fills));
        joins |= counterpart && (near || (tokens.reads(token, "until") && to - index <= REACH));
    }
    joins.then_some(APART)
}

/// The word that opens a range at `start`: in the stamp, or a few words before it.
fn opening<'t>(tokens: &'t Tokens, start: &Stamp) -> Option<&'t str> {
    let inside = (start.tokens.0..start.tokens.1).find_map(|index| opener(tokens, index));
    inside.or_else(|| opening_before(tokens, start.tokens.0))
}

/// The word that opens a range, at most a few words before token `at`.
pub(super) fn opening_before(tokens: &Tokens, at: usize) -> Option<&str> {
    const BACK: usize = 5;
    for index in (at.saturating_sub(BACK)..at).rev() {
        let broken = tokens.get(index + 1).is_none_or(|next| next.gap > Gap::Line);
        if broken
            || tokens
                .get(index)
                .is_none_or(|token| token.kind == TokenKind::Mark('.') && !abbreviates(tokens, index))
        {
            return None;
        }
        if let Some(word) = opener(tokens, index) {
            return Some(word);
        }
    }
    None
}

/// Whether the full stop at `index` belongs to "approx." or "ca.".
fn abbreviates(tokens: &Tokens, index: usize) -> bool {
    tokens.word_before_is(index, "approx|appr|ca|c")
}

fn opener(tokens: &Tokens, index: usize) -> Option<&str> {
    let token = tokens.get(index).filter(|token| token.kind == TokenKind::Word)?;
    let word = tokens.lower(token);
    is_one_of(word, "between|from|starting|beginning|since").then_some(word)
}
