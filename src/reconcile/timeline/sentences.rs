//! Entries inside of running text: a timeline that is told in sentences, and lines that end with
//! their time.

use super::entry::{Entry, Form};
use super::opening::{self, Opening};
use crate::document::{Block, BlockKind};
use crate::mention::Stamp;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::{MOST_WEIGHED, Report};
use crate::text::{Case, Span, Token, TokenKind, sorted_by_key};

/// Adds to the entries that lines begin with those that stand in sentences of a timeline, in the
/// order of the text.
pub(super) fn add(report: &Report, openings: &[Option<Opening>], mut led: Vec<Entry>) -> Vec<Entry> {
    let in_timeline = |entry: &Entry| opening::in_timeline(report, &report.blocks[entry.block]);
    let is_list = led.iter().filter(|e| e.form == Form::Time && in_timeline(e)).take(2).count() == 2;
    if !is_list {
        let is_sentence = |entry: &Entry| {
            entry.form == Form::Prose
                && report.blocks[entry.block].kind == BlockKind::Line
                && in_timeline(entry)
        };
        led.retain(|entry| !is_sentence(entry));
    }
    let mut told = Vec::new();
    // Beside a list of its own, a chat is what the list was made of.
    let is_chat = !is_list && is_chat(report);
    let mut sentence_end = 0;
    for (at, stamp) in report.mentions.stamps.iter().enumerate() {
        if stamp.time.is_none() || stamp.restates || stamp.tokens.0 < sentence_end {
            continue;
        }
        let Some(index) = report.block_index_at(stamp.span.start) else { continue };
        let block = &report.blocks[index];
        let is_led = led.binary_search_by_key(&index, |entry| entry.block).is_ok();
        if is_chat
            && !is_led
            && let Some(message) = message_head(report, index, stamp)
        {
            told.push(Entry::new(index, &Opening::bare(*stamp, Form::Time, stamp.tokens.1), message));
            continue;
        }
        if is_led || !opening::in_timeline(report, block) || under_time(report, openings, block) {
            continue;
        }
        let found = ending(report, index, at).or_else(|| (!is_list).then(|| sentence(report, index, at))?);
        if let Some(entry) = found {
            sentence_end = report.sentence(stamp.tokens.0).end();
            told.push(entry);
        }
    }
    // Both in the order of the text.
    led.append(&mut told);
    sorted_by_key(led, |entry| entry.block as u64)
}

/// Whether the block stands under a heading that is a time itself, whose entry it belongs to.
fn under_time(report: &Report, openings: &[Option<Opening>], block: &Block) -> bool {
    let title = report.document.sections().get(block.section).and_then(|section| section.title);
    let heading = title.and_then(|title| report.block_index_at(title.start));
    heading.is_some_and(|at| report.blocks[at].span != block.span && openings[at].is_some())
}

/// A line or item that ends with its time: `Repaired: 2021-03-04 15:51`.
fn ending(report: &Report, index: usize, at: usize) -> Option<Entry> {
    let block = &report.blocks[index];
    let stamp = report.stamp(at);
    if !matches!(block.kind, BlockKind::Line | BlockKind::Item | BlockKind::Row { header: false, .. }) {
        return None;
    }
    let end = report.tokens.index_at(block.span.end);
    let rest_is_empty = (stamp.tokens.1..end)
        .take(MOST_BEHIND + 1)
        .filter_map(|at| report.tokens.get(at))
        .all(|token| ends(report, token));
    let said = before(report, block.span.start, stamp)?;
    let one_sentence = report.sentence(stamp.tokens.0).start() == report.tokens.index_at(block.span.start);
    let is_row = matches!(block.kind, BlockKind::Row { .. });
    let fits = rest_is_empty
        && (stamp.tokens.1..=stamp.tokens.1 + MOST_BEHIND).contains(&end)
        && (one_sentence || is_row)
        && !speaks_of_other(report, stamp)
        && !opening::ends_range(report, at);
    fits.then(|| {
        let message = message_under(report, index, said);
        Entry::new(index, &opening_of(report, stamp, Form::Ending), message.unwrap_or_else(|| said.alone()))
    })
}

/// Fewest messages of a chat.
const LEAST_OF_A_CHAT: usize = 3;

/// Whether the text is the export of a chat: lines of a name and a time, each above what was said.
fn is_chat(report: &Report) -> bool {
    let heads = report.mentions.stamps.iter().take(MOST_WEIGHED).filter(|stamp| {
        let index = report.block_index_at(stamp.span.start);
        index.is_some_and(|index| message_head(report, index, stamp).is_some())
    });
    heads.take(LEAST_OF_A_CHAT).count() == LEAST_OF_A_CHAT
}

/// The message below a line that holds a name and then a time, and no more.
fn message_head(report: &Report, index: usize, stamp: &Stamp) -> Option<Vec<Span>> {
    let block = report.blocks.get(index).filter(|block| !block.continues && block.label.is_none())?;
    stamp.time?;
    let end = report.tokens.index_at(block.span.end);
    let is_mark =
        |at: usize| report.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Mark(_)));
    let ends_line =
        stamp.tokens.1 <= end && (stamp.tokens.1..end).all(is_mark) && end - stamp.tokens.1 <= MOST_BEHIND;
    let name = before(report, block.span.start, stamp).filter(|_| ends_line)?;
    message_under(report, index, name)
}

/// Most words of a person's name in a chat.
const NAME: usize = 4;
/// Most lines of a message.
const MESSAGE: usize = 20;

/// A chat's message, where the line with the time names only who wrote it: the message, then the name.
fn message_under(report: &Report, index: usize, name: Span) -> Option<Vec<Span>> {
    let is_name = report.words_in(name).count() <= NAME;
    let below = report.blocks.get(index + 1..).unwrap_or_default();
    let lines =
        below.iter().take(MESSAGE).take_while(|line| line.continues && !holds_time(report, line.span));
    let message = lines.map(|line| line.span).reduce(Span::cover).filter(|_| is_name)?;
    Some(vec![message, name])
}

fn holds_time(report: &Report, span: Span) -> bool {
    let first = report.mentions.stamps_in(span).first();
    first.is_some_and(|stamp| span.contains(stamp.span) && stamp.time.is_some())
}

/// Most tokens behind a time that ends its line: a full stop, a bracket, `+UTC`.
const MOST_BEHIND: usize = 3;

fn ends(report: &Report, token: &Token) -> bool {
    match token.kind {
        TokenKind::Mark(mark) => mark != ':',
        TokenKind::Word => token.case == Case::Upper || report.tokens.reads(token, "hrs"),
        _ => false,
    }
}

/// What stands before the time from byte `start` on, without the words that lead to it.
fn before(report: &Report, start: usize, stamp: &Stamp) -> Option<Span> {
    let first = report.tokens.index_at(start);
    let leads = |token: &Token| match token.kind {
        TokenKind::Mark(mark) => !matches!(mark, ')' | ']' | '"' | '\''),
        _ => report.tokens.reads(token, "at|on|by|starting|around|approximately|about|since"),
    };
    let last =
        (first..stamp.tokens.0).rev().filter_map(|at| report.tokens.get(at)).find(|token| !leads(token))?;
    Some(Span::new(report.tokens.get(first)?.span.start, last.span.end))
}

/// Words that make a sentence of a timeline speak of something else than what happened.
const OTHER: Phrases = phrases(
    "all times|times are|scheduled for|maintenance window|business hours|office hours|support hours|see|log|logs",
);

fn speaks_of_other(report: &Report, stamp: &Stamp) -> bool {
    report.sentence(stamp.tokens.0).has(&OTHER)
}

/// A sentence with a time: what follows the time where it stands first, or else the whole sentence.
fn sentence(report: &Report, index: usize, at: usize) -> Option<Entry> {
    let stamp = report.stamp(at);
    if !matches!(report.blocks[index].kind, BlockKind::Line | BlockKind::Item)
        || speaks_of_other(report, stamp)
    {
        return None;
    }
    let words = report.sentence(stamp.tokens.0);
    let until = opening::range_end(report, at);
    let after = until.as_ref().map_or(stamp.tokens.1, |until| until.tokens.1);
    let leads = opening::lead(report, words.start(), stamp).is_some();
    let from = if leads { super::saying::first_word(report, after, words.end())? } else { words.start() };
    let last = report.tokens.get(words.end().checked_sub(1)?)?;
    let said = Span::new(report.tokens.get(from)?.span.start, last.span.end);
    Some(Entry::new(index, &opening_of(report, stamp, Form::Sentence), said.alone()))
}

fn opening_of(report: &Report, stamp: &Stamp, form: Form) -> Opening {
    let at = report.mentions.stamp_index_at(stamp.span.start);
    Opening::new(report, *stamp, form, at)
}
