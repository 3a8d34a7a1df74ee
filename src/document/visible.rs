//! Reading a masked text: which parts of it a reader sees.

use crate::text::{Span, spaced};

/// A byte of markup. It separates nothing: `**14**:05` reads as `14:05`.
pub(super) const MARKUP: u8 = 0;
/// The end of a block.
pub(super) const BLOCK_END: u8 = 0x1E;
/// The end of a table cell.
pub(super) const CELL_END: u8 = 0x1F;

fn is_seen(byte: u8) -> bool {
    !matches!(byte, MARKUP | BLOCK_END | CELL_END)
}

/// The maximal runs of visible bytes in `span`.
pub(super) fn runs(visible: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let end = span.end.min(visible.len());
    let bytes = &visible.as_bytes()[..end];
    let mut at = span.start;
    std::iter::from_fn(move || {
        let start = at + bytes.get(at..)?.iter().position(|b| is_seen(*b))?;
        let length = bytes[start..].iter().position(|b| !is_seen(*b));
        at = length.map_or(end, |length| start + length);
        Some(Span::new(start, at))
    })
}

/// The visible words of `span`, single spaces between them and between cells.
pub(super) fn words(visible: &str, span: Span) -> String {
    let seen: String = span
        .slice(visible)
        .chars()
        .filter(|c| *c != '\0')
        .map(|c| if c == char::from(CELL_END) || c == char::from(BLOCK_END) { ' ' } else { c })
        .collect();
    spaced(seen.split_whitespace())
}
