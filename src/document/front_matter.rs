//! The `name: value` lines between two `---` at the top of many Markdown files.
//!
//! Read here, because the Markdown parser's own option for it takes quadratic time.

use crate::text::Span;

/// The front matter's lines and where the text goes on, if the text begins with front matter.
pub(super) fn find(text: &str) -> Option<(Span, usize)> {
    let bom = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut at = bom;
    let mut lines = text[bom..].split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_end() != "---" {
        return None;
    }
    at += first.len();
    let start = at;
    for line in lines {
        match line.trim_end() {
            "---" | "..." => return Some((Span::new(start, at), at + line.len())),
            _ => at += line.len(),
        }
    }
    None
}
