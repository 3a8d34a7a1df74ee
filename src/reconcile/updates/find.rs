//! What a status update looks like: a line with nothing but a time, and above or below it what was said.

use super::standing;
use super::{Update, Updates};
use crate::document::{Block, BlockKind};
use crate::mention::Stamp;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::reconcile::words::Words;
use crate::text::{Gap, Span, TokenKind};

/// A line that gives the time at which an update was posted.
struct Posting<'a> {
    block: usize,
    stamp: &'a Stamp,
}

/// The words that stand over an update on a status page.
const STATUS: Phrases = phrases(
    "investigating|identified|monitoring|resolved|update|verifying|in progress|completed|scheduled|notice",
);

/// The updates that `report` consists of; none where it is no series of them.
pub(in crate::reconcile) fn find(report: &Report) -> Updates {
    let postings = postings(report);
    let (Some(first), Some(last)) = (postings.first(), report.blocks.last()) else {
        return Updates::default();
    };
    let opening = status_above(report, first.block).unwrap_or(first.block);
    let closes = opening < first.block;
    let mut updates = Vec::new();
    let mut start = report.blocks[opening].span.start;
    for (index, posting) in postings.iter().enumerate() {
        let end = match (closes, postings.get(index + 1)) {
            (true, _) => report.blocks[posting.block].span.end,
            (false, Some(next)) => report.blocks[next.block].span.start,
            (false, None) => last.span.end,
        };
        updates.push(update(report, posting, Span::new(start, end), closes));
        start = end;
    }
    if is_a_series(report, &updates) { Updates(updates) } else { Updates::default() }
}

fn update(report: &Report, posting: &Posting, span: Span, closes: bool) -> Update {
    let line = report.blocks[posting.block].span;
    let body = if closes { Span::new(span.start, line.start) } else { Span::new(line.end, span.end) };
    let (head, words) = (report.words_in(line), report.words_in(body));
    Update { posted: posting.stamp.clone(), span, body, standing: standing::of(&head, &words) }
}

/// The lines that hold only a time, and the words that introduce a posting time.
fn postings<'a>(report: &Report<'a>) -> Vec<Posting<'a>> {
    let stamps = &report.mentions.stamps;
    let mut next = 0;
    let mut found = Vec::new();
    for (index, block) in report.blocks.iter().enumerate() {
        while stamps.get(next).is_some_and(|stamp| stamp.span.start < block.span.start) {
            next += 1;
        }
        let Some(stamp) = stamps.get(next).filter(|stamp| block.span.contains(stamp.span)) else { continue };
        if is_posting(report, block, stamp) {
            found.push(Posting { block: index, stamp });
        }
    }
    found
}

fn is_posting(report: &Report, block: &Block, stamp: &Stamp) -> bool {
    let in_timeline = report.kind_of(block) == SectionKind::Timeline && !is_exact(stamp);
    !in_timeline
        && stamp.time.is_some()
        && stamp.date.is_some()
        && !matches!(block.kind, BlockKind::Row { .. } | BlockKind::Code)
        && stands_alone(report, block, stamp)
}

/// Most words besides the time: "Posted 2 years ago."
const MOST_WORDS: usize = 5;

fn stands_alone(report: &Report, block: &Block, stamp: &Stamp) -> bool {
    let posted: Phrases = const {
        phrases(
            "posted|updated|update|at|on|about|ago|year*|month*|day*|hour*|minute*|investigating|identified|\
             monitoring|resolved|verifying|completed|in|progress|by",
        )
    };
    let (first, end) = (report.tokens.index_at(block.span.start), report.tokens.index_at(block.span.end));
    let outside = || (first..stamp.tokens.0).chain(stamp.tokens.1..end);
    let words = outside().filter_map(|at| report.tokens.get(at).map(|token| (at, token)));
    let mut words = words.filter(|(_, token)| !matches!(token.kind, TokenKind::Mark(_)));
    outside().count() <= 2 * MOST_WORDS
        && words.all(|(at, token)| match token.kind {
            TokenKind::Number => token.span.len() <= 2,
            _ => Words::new(report.tokens, at..at + 1).has(&posted),
        })
}

/// Whether the stamp is as exact as only a machine writes it: with seconds and a zone.
fn is_exact(stamp: &Stamp) -> bool {
    let seconds = stamp.time.is_some_and(|clock| clock.time.second.is_some());
    seconds && stamp.date.is_some() && stamp.zone.is_some()
}

/// The block above the first posting time that opens the update with its status; then postings close.
fn status_above(report: &Report, first: usize) -> Option<usize> {
    report.blocks[..first].iter().position(|block| {
        let words = report.words_in(block.span);
        let after = words.iter().take(3).count();
        let set_off = || {
            let colon = words.tokens().skip(1).take(2);
            colon.into_iter().any(|t| matches!(t.kind, TokenKind::Mark(':' | '-')) || t.gap > Gap::Line)
        };
        words.begins_with(&STATUS) && (after <= 2 || set_off())
    })
}

/// Whether these are posts: their times as exact as a page writes them, or their words those of posts.
fn is_a_series(report: &Report, updates: &[Update]) -> bool {
    let speaks = |update: &&Update| {
        let line = report.block_of(update.posted.span).map_or(update.posted.span, |block| block.span);
        standing::speaks_as_a_post(&report.words_in(line), &report.words_in(update.body))
    };
    let speaking = updates.iter().filter(speaks).count();
    let [only] = updates else { return speaking * 2 >= updates.len() };
    let above = Span::new(report.blocks[0].span.start, only.span.start);
    let title = report.words_in(above);
    is_exact(&only.posted) && (speaking == 1 || standing::speaks_as_a_post(&title, &title))
}
