//! `name: value` lines.

use super::block::{BlockKind, Label};
use super::layout::Piece;
use super::visible::MARKUP;
use crate::text::{Span, is_letter};

const LONGEST_NAME: usize = 60;
const MOST_WORDS: usize = 7;

/// The label of `piece`: what stands before a colon at the line's start, or before a dash where the
/// name is set off by markup (`**Duration** - 2 h`), or the first of a row's two cells.
pub(super) fn of(piece: &Piece, visible: &str) -> Option<Label> {
    if let (BlockKind::Row { .. }, [name, value]) = (piece.kind, piece.cells.as_slice()) {
        return is_name(name.slice(visible)).then_some(Label { name: *name, value: *value });
    }
    if matches!(piece.kind, BlockKind::Row { .. }) {
        return None;
    }
    let line = piece.span.slice(visible).as_bytes();
    let reach = line.len().min(LONGEST_NAME);
    let at = (1..reach).find(|at| separates(line, *at))?;
    let name = trim(visible, Span::new(piece.span.start, piece.span.start + at));
    let width = if line[at].is_ascii() { 1 } else { 3 };
    let value = trim(visible, Span::new(piece.span.start + at + width, piece.span.end));
    is_name(name.slice(visible)).then_some(Label { name, value })
}

/// Whether the byte at `at` ends a name.
fn separates(line: &[u8], at: usize) -> bool {
    let after = line.get(at + 1).copied().unwrap_or(b' ');
    match line[at] {
        b':' => after == MARKUP || after.is_ascii_whitespace(),
        b'-' => after == b' ' && set_off(&line[..at]),
        0xE2 => {
            let dash = line.get(at + 1) == Some(&0x80) && matches!(line.get(at + 2), Some(0x93 | 0x94));
            dash && set_off(&line[..at])
        }
        _ => false,
    }
}

/// Whether markup ends right before the separator.
fn set_off(before: &[u8]) -> bool {
    let bare = before.trim_ascii_end();
    bare.len() < before.len() && bare.last() == Some(&MARKUP)
}

fn is_name(name: &str) -> bool {
    let name: String = name.chars().filter(|c| *c != '\0').collect();
    let name = name.trim();
    name.starts_with(is_letter)
        && name.len() <= LONGEST_NAME
        && name.split_whitespace().count() <= MOST_WORDS
        && !name.contains([',', ';', '!'])
        && !name.contains(". ")
}

fn trim(visible: &str, span: Span) -> Span {
    let blank = |b: &u8| *b == MARKUP || b.is_ascii_whitespace();
    let bytes = span.slice(visible).as_bytes();
    let Some(first) = bytes.iter().position(|b| !blank(b)) else {
        return Span::new(span.end, span.end);
    };
    let last = bytes.iter().rposition(|b| !blank(b)).unwrap_or(first);
    Span::new(span.start + first, span.start + last + 1)
}
