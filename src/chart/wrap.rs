//! Parts of a caption, broken into lines between parts.

use super::{fit_text, text_width_px};

const SEPARATOR: &str = " · ";

/// The parts joined by dots, in as few lines of at most `width_px` as that takes. A part that is
/// wider on its own is cut.
pub(super) fn wrap_parts(parts: &[String], width_px: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let joined = lines.last().map(|line| format!("{line}{SEPARATOR}{part}"));
        match (joined.filter(|line| text_width_px(line) <= width_px), lines.last_mut()) {
            (Some(line), Some(last)) => *last = line,
            _ => lines.push(fit_text(part, width_px)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_parts() {
        let parts = ["n = 12", "outage start to end", "2 without a duration"].map(str::to_owned);
        assert_eq!(wrap_parts(&parts, 1000), ["n = 12 · outage start to end · 2 without a duration"]);
        assert_eq!(wrap_parts(&parts, 200), ["n = 12 · outage start to end", "2 without a duration"]);
    }
}
