//! The `name: value` lines between two `---` at the top of many Markdown files, or `name = value` between
//! two `+++`.
//!
//! Read here, because the Markdown parser's own option for it takes quadratic time.

use crate::text::Span;

/// The front matter's lines and where the text goes on, if the text begins with front matter.
pub(super) fn find(text: &str) -> Option<(Span, usize)> {
    let bom = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut at = bom;
    let mut lines = text[bom..].split_inclusive('\n');
    let first = lines.next()?;
    let fence = Some(first.trim_end()).filter(|fence| matches!(*fence, "---" | "+++"))?;
    at += first.len();
    let start = at;
    for line in lines {
        let line_end = line.trim_end();
        if line_end == fence || line_end == "..." {
            return Some((Span::new(start, at), at + line.len()));
        }
        at += line.len();
    }
    None
}
