//! Colored squares with their names.

use super::canvas::Canvas;
use super::ink::plain;
use super::label_rows::{LabelRows, Place, Wanted};
use super::{Anchor, Role, text_width_px};
use crate::metrics::SpanKind;
use crate::text::Gather;

/// Height of a row of text, in pixels.
pub(super) const ROW_PX: i32 = 17;
const SQUARE_PX: i32 = 9;
const SQUARE_GAP_PX: i32 = 5;
const ENTRY_GAP_PX: i32 = 14;
/// A name may stand this far right of its place.
const SLACK_PX: i32 = 24;
const MOST_ROWS: usize = 6;

/// One name beside its square.
pub(super) struct Entry {
    pub kind: SpanKind,
    pub words: String,
    /// Where it would best begin.
    pub left: i32,
}

impl Entry {
    fn wanted(&self, slack: i32) -> Option<Wanted> {
        let text = i32::try_from(text_width_px(&self.words)).ok()?;
        let width = SQUARE_PX + SQUARE_GAP_PX + text;
        Some(Wanted { left: self.left, width, leader: None, slack })
    }
}

/// Entries with their places.
pub(super) struct Legend {
    placed: Vec<(Entry, Place)>,
    rows: usize,
}

impl Legend {
    /// Lays entries out between two edges, each under its place, up to a little right of it, or in
    /// the next row.
    pub fn in_place(entries: Vec<Entry>, edges: (i32, i32)) -> Self {
        Self::lay_out(entries, edges, |entry, rows| rows.place(entry.wanted(SLACK_PX)?))
    }

    /// Lays entries out between two edges one after the other, as words in lines.
    pub fn in_order(entries: Vec<Entry>, edges: (i32, i32)) -> Self {
        Self::lay_out(entries, edges, |entry, rows| {
            let place = rows.place(entry.wanted(i32::MAX)?)?;
            rows.close_before(place.row);
            Some(place)
        })
    }

    fn lay_out(
        entries: Vec<Entry>,
        edges: (i32, i32),
        place: impl Fn(&Entry, &mut LabelRows) -> Option<Place>,
    ) -> Self {
        let mut rows = LabelRows::new(edges, MOST_ROWS, ENTRY_GAP_PX);
        let placed = (entries.into_iter())
            .filter_map(|entry| place(&entry, &mut rows).map(|place| (entry, place)))
            .gather();
        Self { placed, rows: rows.used() }
    }

    pub fn height_px(&self) -> i32 {
        i32::try_from(self.rows).unwrap_or(0) * ROW_PX
    }

    pub fn draw(&self, canvas: &mut Canvas, top: i32) {
        for (entry, place) in &self.placed {
            let y = top + i32::try_from(place.row).unwrap_or(0) * ROW_PX;
            let corner = (place.left, y + 2);
            let opposite = (corner.0 + SQUARE_PX, corner.1 + SQUARE_PX);
            canvas.rectangle(corner, opposite, plain(Role::Span(entry.kind)));
            let text_at = (opposite.0 + SQUARE_GAP_PX, y);
            canvas.text(&entry.words, text_at, Anchor::Start, plain(Role::LabelText));
        }
    }
}
