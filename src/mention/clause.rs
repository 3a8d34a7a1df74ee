//! Where a clause ends, so that no noun follows that a number could count.

use crate::text::{Cursor, Gap, TokenKind};

/// Whether the clause ends at the cursor: with the line, or with a mark that no digits are glued to.
pub(super) fn ends(mut cursor: Cursor) -> bool {
    let Some(token) = cursor.peek().filter(|token| token.gap < Gap::Line) else { return true };
    match token.kind {
        TokenKind::Mark('.' | ',' | ':') => {
            cursor.bump();
            cursor.peek_glued().is_none_or(|next| next.kind != TokenKind::Number)
        }
        TokenKind::Mark(mark) => matches!(mark, ';' | '!' | '?' | ')' | ']' | '"'),
        _ => false,
    }
}
