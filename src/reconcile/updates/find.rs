//! What a status update looks like: a line with nothing but a time, and above or below it what was said.

use std::ops::Range;

use super::standing;
use super::{Form, Update, Updates};
use crate::document::{Block, BlockKind};
use crate::mention::Stamp;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::reconcile::words::Words;
use crate::text::{Gather, Span, TokenKind};

/// A line that gives the time at which an update was posted.
struct Posting<'a> {
    block: usize,
    stamp: &'a Stamp,
}

/// The words that stand over an update on a status page.
const STATUS: Phrases = phrases(
    "investigating|identified|monitoring|resolved|update|verifying|in progress|completed|scheduled|notice|postmortem|\
     post mortem",
);

/// The updates that `report` consists of; none where it is no series of them.
pub(in crate::reconcile) fn find(report: &Report) -> Updates {
    let alone = updates(report, &postings(report, stands_alone), Form::Alone);
    if is_a_series(report, &alone) {
        return Updates { list: alone, form: Form::Alone };
    }
    let inline = updates(report, &postings(report, opens), Form::Inline);
    let is_a_series = inline.len() >= 2 && is_a_series(report, &inline);
    Updates { list: if is_a_series { inline } else { Vec::new() }, form: Form::Inline }
}

fn updates(report: &Report, postings: &[Posting], form: Form) -> Vec<Update> {
    let (Some(first), Some(last)) = (postings.first(), report.blocks.last()) else { return Vec::new() };
    let opening = if form == Form::Alone { opening_above(report, postings) } else { None };
    let closes = opening.is_some();
    let titled = |opening| postings.last().is_some_and(|last| has_titles(report, opening..last.block));
    if opening.is_some_and(titled) {
        return Vec::new();
    }
    let mut start = report.blocks[opening.unwrap_or(first.block)].span.start;
    let ends = postings.iter().enumerate().map(|(index, posting)| match (closes, postings.get(index + 1)) {
        (true, _) => report.blocks[posting.block].span.end,
        (false, Some(next)) => report.blocks[next.block].span.start,
        (false, None) => last.span.end,
    });
    let update = |(posting, end): (&Posting, usize)| {
        let span = Span::new(start, end);
        start = end;
        let head = match form {
            Form::Alone if in_shortcode(report, posting.stamp) => shortcode(report, posting.stamp),
            Form::Alone => report.blocks[posting.block].span,
            Form::Inline => Span::new(span.start, posting.stamp.span.end),
        };
        let body = if closes { Span::new(span.start, head.start) } else { Span::new(head.end, span.end) };
        let standing = standing::of(&report.words_in(head), &report.words_in(body));
        Update { posted: *posting.stamp, span, head, body, standing }
    };
    postings.iter().zip(ends).map(update).gather()
}

/// Whether a marked title other than a status stands among `blocks`: what follows it is of another
/// incident.
fn has_titles(report: &Report, blocks: Range<usize>) -> bool {
    report.blocks[blocks].iter().any(|block| {
        matches!(block.kind, BlockKind::Heading(1..=6)) && !report.words_in(block.span).begins_with(&STATUS)
    })
}

/// The blocks with a time that stands there as a posting time does.
fn postings<'a>(report: &Report<'a>, stands: fn(&Report, &Block, &Stamp) -> bool) -> Vec<Posting<'a>> {
    let stamps = &report.mentions.stamps;
    let mut next = 0;
    let mut found = Vec::new();
    for (index, block) in report.blocks.iter().enumerate() {
        while stamps.get(next).is_some_and(|stamp| stamp.span.start < block.span.start) {
            next += 1;
        }
        let Some(stamp) = stamps.get(next).filter(|stamp| block.span.contains(stamp.span)) else { continue };
        if may_be_posting(report, block, stamp) && stands(report, block, stamp) {
            found.push(Posting { block: index, stamp });
        }
    }
    found
}

fn may_be_posting(report: &Report, block: &Block, stamp: &Stamp) -> bool {
    let in_timeline = report.kind_of(block) == SectionKind::Timeline && !is_exact(stamp);
    let is_prose = !matches!(block.kind, BlockKind::Row { .. } | BlockKind::Code);
    stamp.time.is_some() && is_prose && !in_timeline && !report.is_stacked(block)
}

/// Most words besides the time: "Posted 2 years ago."
const MOST_WORDS: usize = 5;

/// Whether the block holds the time, its date and at most the words that introduce a posting.
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
    if in_shortcode(report, stamp) {
        return end.saturating_sub(stamp.tokens.1) <= MOST_WORDS;
    }
    stamp.date.is_some()
        && outside().count() <= 2 * MOST_WORDS
        && words.all(|(at, token)| match token.kind {
            TokenKind::Number => token.span.len() <= 2,
            _ => Words::new(report.tokens, at..at + 1).has(&posted),
        })
}

/// Whether the stamp stands in quotes in a shortcode, by which a page's template puts the time under what
/// was posted: `{{< track "2023-03-02 03:12:08" >}}`.
fn in_shortcode(report: &Report, stamp: &Stamp) -> bool {
    let before = |back: usize| report.tokens.before(stamp.tokens.0, back);
    let is = |back: usize, mark: char| before(back).is_some_and(|token| token.kind == TokenKind::Mark(mark));
    is(1, '"') && is(3, '<') && is(4, '{') && is(BRACKETS, '{')
}

/// From the brackets that open it to its time.
fn shortcode(report: &Report, stamp: &Stamp) -> Span {
    let open = report.tokens.before(stamp.tokens.0, BRACKETS);
    open.map_or(stamp.span, |open| open.span.cover(stamp.span))
}

/// Tokens from the first bracket of a shortcode to the time in it.
const BRACKETS: usize = 5;

/// Whether the block begins with the time, or with a status before it, and goes on with what was posted.
fn opens(report: &Report, block: &Block, stamp: &Stamp) -> bool {
    const LEAD: usize = 4;
    let first = report.tokens.index_at(block.span.start);
    let lead = || (first..stamp.tokens.0).filter_map(|at| report.tokens.get(at).map(|token| (at, token)));
    let introduces = |(at, token): (usize, &crate::text::Token)| match token.kind {
        TokenKind::Mark(_) => true,
        TokenKind::Number => token.span.len() <= 2,
        _ => {
            let word = Words::new(report.tokens, at..at + 1);
            word.has(&STATUS)
                || word.has(
                    &const {
                        phrases(
                            "on|at|original|originally|post|posted|initial|edit|edited|final|latest|status",
                        )
                    },
                )
        }
    };
    !block.continues
        && stamp.tokens.0 <= first + LEAD
        && stamp.span.end < block.span.end
        && lead().all(introduces)
}

/// Whether the stamp is as exact as only a machine writes it: with seconds and a zone.
fn is_exact(stamp: &Stamp) -> bool {
    let seconds = stamp.time.is_some_and(|clock| clock.time.second.is_some());
    seconds && stamp.date.is_some() && stamp.zone.is_some()
}

/// Where the postings close what was posted: the block that opens the first update, with its status, as
/// the paragraph that goes on into the posting time, or below the title where nothing follows the last one.
fn opening_above(report: &Report, postings: &[Posting]) -> Option<usize> {
    let blocks = report.blocks;
    let (first, last) = (postings.first()?.block, postings.last()?.block);
    let closes_paragraph =
        blocks[first].continues && blocks.get(first + 1).is_none_or(|next| !next.continues);
    let paragraph = || (0..first).rev().find(|index| !blocks[*index].continues).filter(|_| closes_paragraph);
    let is_foot =
        |block: &Block| report.words_in(block.span).begins_with(&const { phrases("this incident affected") });
    let below_title = || {
        let is_last = blocks[last + 1..].iter().all(is_foot);
        (0..first).find(|index| is_last && !matches!(blocks[*index].kind, BlockKind::Heading(_)))
    };
    if in_shortcode(report, postings.first()?.stamp) {
        let line = (0..=first).rev().find(|index| !blocks[*index].continues)?;
        let title =
            line.checked_sub(1).filter(|above| matches!(blocks[*above].kind, BlockKind::Heading(7..)));
        return title.or(Some(line));
    }
    status_above(report, first).or_else(paragraph).or_else(below_title)
}

/// The block that opens the first update with its status.
fn status_above(report: &Report, first: usize) -> Option<usize> {
    report.blocks[..first].iter().position(|block| {
        let words = report.words_in(block.span);
        let set_off =
            words.tokens().skip(1).take(2).any(|token| matches!(token.kind, TokenKind::Mark(':' | '-')));
        words.begins_with(&STATUS) && (set_off || words.iter().take(3).count() <= 2)
    })
}

/// Whether these are posts: their times as exact as a page writes them, or their words those of posts.
fn is_a_series(report: &Report, updates: &[Update]) -> bool {
    let speaks = |update: &&Update| {
        standing::speaks_as_a_post(&report.words_in(update.head), &report.words_in(update.body))
    };
    if updates.len() > 1 && updates.iter().all(|update| in_shortcode(report, &update.posted)) {
        return true;
    }
    let speaking = updates.iter().filter(speaks).count();
    let [only] = updates else { return speaking > 0 && speaking * 2 >= updates.len() };
    let above = Span::new(report.blocks[0].span.start, only.span.start);
    let title = report.words_in(above);
    is_exact(&only.posted) && (speaking == 1 || standing::speaks_as_a_post(&title, &title))
}
