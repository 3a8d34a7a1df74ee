//! Lines that serve as headings without being marked as such: `Timeline:`, `**Impact**`, or a short
//! line of its own above a list.

use super::block::BlockKind;
use super::layout::Piece;
use super::visible;
use crate::text::{Span, is_letter};

/// The level of such headings: below every marked one.
const LEVEL: u8 = 7;
/// The level of items that head the items nested in them: what they head ends with the nested list.
pub(super) const ITEM_LEVEL: u8 = 8;
const MOST_WORDS: usize = 8;
const MOST_BYTES: usize = 90;

/// Turns the lines that serve as headings into headings, which continue nothing.
pub(super) fn promote(seen: &str, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        if serves_as_heading(seen, pieces, at) {
            let is_item = pieces[at].kind == BlockKind::Item;
            pieces[at].kind = BlockKind::Heading(if is_item { ITEM_LEVEL } else { LEVEL });
            pieces[at].continues = false;
            if let Some(next) = pieces.get_mut(at + 1) {
                next.continues = false;
            }
        }
    }
}

fn serves_as_heading(seen: &str, pieces: &[Piece], at: usize) -> bool {
    let piece = &pieces[at];
    let Some(next) = pieces.get(at + 1) else { return false };
    if piece.span.len() > MOST_BYTES || !matches!(piece.kind, BlockKind::Line | BlockKind::Item) {
        return false;
    }
    let words = visible::words(seen, piece.span);
    if words.split(' ').count() > MOST_WORDS || !words.starts_with(is_letter) {
        return false;
    }
    let above_nested_items = next.kind == BlockKind::Item && next.depth > piece.depth;
    match piece.kind {
        BlockKind::Item => (words.ends_with(':') || piece.strong) && above_nested_items,
        _ if words.ends_with(':') && breaks_off(&words, seen, pieces, at) => false,
        _ => words.ends_with(':') || piece.strong || stands_alone(&words, seen, pieces, at),
    }
}

/// Whether a line goes on with a sentence that broke off in the line above it: "10:07 - Another" over "customer
/// writes:".
fn breaks_off(words: &str, seen: &str, pieces: &[Piece], at: usize) -> bool {
    words.starts_with(|c: char| c.is_ascii_lowercase()) && !sentence_ended_before(seen, pieces, at)
}

/// A short line without a sentence's end, between other things than the flow of a paragraph.
fn stands_alone(words: &str, seen: &str, pieces: &[Piece], at: usize) -> bool {
    let is_title = words.starts_with(|c: char| c.is_ascii_uppercase() || !c.is_ascii())
        && !words.ends_with(['.', ',', ';', '!', '?', '|'])
        && !words.contains(": ");
    is_title
        && something_new_follows(seen, &pieces[at + 1])
        && !(holds_clock(words) && (pieces[at].continues || pieces[at + 1].continues))
        && (sentence_ended_before(seen, pieces, at) || below_numbered_lines(seen, pieces, at))
}

/// Whether digits stand on both sides of a colon, as in a line that ends with its time.
fn holds_clock(words: &str) -> bool {
    words.as_bytes().windows(3).any(|w| w[0].is_ascii_digit() && w[1] == b':' && w[2].is_ascii_digit())
}

/// A title right below lines that each begin with a number or a time, without an empty line between.
fn below_numbered_lines(seen: &str, pieces: &[Piece], at: usize) -> bool {
    let begins_with_digit =
        |piece: &Piece| visible::words(seen, piece.span).starts_with(|c: char| c.is_ascii_digit());
    let starts = at.checked_sub(2).and_then(|first| pieces.get(first..at));
    !pieces[at + 1].continues && starts.is_some_and(|lines| lines.iter().all(begins_with_digit))
}

fn sentence_ended_before(seen: &str, pieces: &[Piece], at: usize) -> bool {
    if !pieces[at].continues {
        return true;
    }
    let before: Span = pieces[at - 1].span;
    visible::words(seen, before).ends_with(['.', '!', '?', ':', ')'])
}

fn something_new_follows(seen: &str, next: &Piece) -> bool {
    if next.continues {
        return visible::words(seen, next.span).starts_with(|c: char| !c.is_ascii_lowercase());
    }
    true
}
