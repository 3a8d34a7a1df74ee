//! What stands in a picture as text: parts in a row, broken into lines between parts.

use super::canvas::Canvas;
use super::ink::plain;
use super::legend::ROW_PX;
use super::{Anchor, Role, Size, fit_text, text_width_px};
use crate::metrics::Durations;

/// What every chart of durations says first: how many there are, what they count, and what has none.
pub(super) fn duration_caption(durations: &Durations) -> Vec<String> {
    let mut parts = vec![format!("n = {}", durations.sorted.len()), durations.definition.label().to_owned()];
    parts.extend(durations.counts().left_out());
    parts
}

const SEPARATOR: &str = " · ";
/// From the sheet's edge to the words.
const LEFT_PX: i32 = 2;

/// Lines of quiet text across the sheet.
pub(super) struct Caption(Vec<String>);

impl Caption {
    /// The parts in as few lines as fit the sheet.
    pub fn of(parts: &[String], size: Size) -> Self {
        Self(wrap_parts(parts, size.width_px - 2 * LEFT_PX.unsigned_abs()))
    }

    pub fn height_px(&self) -> i32 {
        i32::try_from(self.0.len()).unwrap_or(0) * ROW_PX
    }

    pub fn draw(&self, canvas: &mut Canvas, top: i32) {
        for (row, line) in (0..).zip(&self.0) {
            canvas.text(line, (LEFT_PX, top + row * ROW_PX), Anchor::Start, plain(Role::AxisText));
        }
    }
}

/// The parts joined by dots, in as few lines of at most `width_px` as that takes. A part that is
/// wider on its own is cut.
fn wrap_parts(parts: &[String], width_px: u32) -> Vec<String> {
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
