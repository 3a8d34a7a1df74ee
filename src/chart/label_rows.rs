//! Labels side by side in a few rows, never one over another.

/// Free space between a label and the line to another, in pixels.
const LEADER_GAP_PX: i32 = 3;

/// A label that wants a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Where it would best begin.
    pub left: i32,
    /// How wide it is.
    pub width: i32,
    /// Where the line to its mark runs, which labels of rows nearer to the mark must leave free.
    pub leader: Option<i32>,
    /// How far it may rather move to the right than go to the next row.
    pub slack: i32,
}

/// Where a label stands. Row 0 is the nearest to the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub left: i32,
    pub row: usize,
}

/// Rows between two edges, in pixels.
pub(super) struct LabelRows {
    edges: (i32, i32),
    gap: i32,
    taken: Vec<Vec<(i32, i32)>>,
}

impl LabelRows {
    pub fn new(edges: (i32, i32), count: usize, gap: i32) -> Self {
        Self { edges, gap, taken: vec![Vec::new(); count] }
    }

    /// Gives `wanted` the nearest row in which it fits, or `None` where it fits in none.
    pub fn place(&mut self, wanted: Wanted) -> Option<Place> {
        let left = wanted.left.min(self.edges.1 - wanted.width).max(self.edges.0);
        if left + wanted.width > self.edges.1 {
            return None;
        }
        let place = (0..self.taken.len()).find_map(|row| {
            let moved = self.end_of(row).clamp(left, left.saturating_add(wanted.slack));
            let places = [left, moved].map(|left| Place { left, row });
            places.into_iter().find(|place| self.is_free(wanted, *place))
        })?;
        self.take(wanted, place);
        Some(place)
    }

    /// Closes the rows before `row`, so that what comes later also stands later.
    pub fn close_before(&mut self, row: usize) {
        self.taken.iter_mut().take(row).for_each(|taken| taken.push(self.edges));
    }

    /// How many rows, from the first, hold anything.
    pub fn used(&self) -> usize {
        self.taken.iter().rposition(|row| !row.is_empty()).map_or(0, |row| row + 1)
    }

    fn is_free(&self, wanted: Wanted, place: Place) -> bool {
        let right = place.left + wanted.width;
        let apart = |&(from, to): &(i32, i32)| right + self.gap <= from || to + self.gap <= place.left;
        let own = self.taken.get(place.row).is_some_and(|row| row.iter().all(apart));
        own && right <= self.edges.1 && self.is_clear(wanted.leader, place.row)
    }

    /// Whether the line at `leader` meets no label of the rows under `row`.
    fn is_clear(&self, leader: Option<i32>, row: usize) -> bool {
        let below = || self.taken.iter().take(row).flatten();
        leader.is_none_or(|x| below().all(|&(from, to)| x + LEADER_GAP_PX <= from || to + LEADER_GAP_PX <= x))
    }

    fn take(&mut self, wanted: Wanted, place: Place) {
        if let Some(x) = wanted.leader {
            self.taken.iter_mut().take(place.row).for_each(|row| row.push((x, x + 1)));
        }
        if let Some(row) = self.taken.get_mut(place.row) {
            row.push((place.left, place.left + wanted.width));
        }
    }

    fn end_of(&self, row: usize) -> i32 {
        let ends = self.taken.get(row).into_iter().flatten().map(|&(_, right)| right + self.gap);
        ends.max().unwrap_or(self.edges.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn wanted(left: i32, width: i32) -> Wanted {
        Wanted { left, width, leader: None, slack: 0 }
    }

    #[test]
    fn labels_that_would_touch_go_to_the_next_row_and_then_are_left_out() {
        let mut rows = LabelRows::new((0, 100), 2, 4);
        assert_eq!(rows.place(wanted(0, 40)), Some(Place { left: 0, row: 0 }));
        assert_eq!(rows.place(wanted(20, 40)), Some(Place { left: 20, row: 1 }));
        assert_eq!(rows.place(wanted(30, 40)), None);
        assert_eq!(rows.used(), 2);
    }

    #[test]
    fn labels_stay_inside_the_edges() {
        let mut rows = LabelRows::new((0, 100), 1, 4);
        assert_eq!(rows.place(wanted(90, 40)), Some(Place { left: 60, row: 0 }));
        assert_eq!(rows.place(wanted(-20, 40)), Some(Place { left: 0, row: 0 }));
        assert_eq!(LabelRows::new((0, 100), 1, 4).place(wanted(0, 101)), None);
    }

    #[test]
    fn a_label_that_may_move_moves_to_the_right() {
        let mut rows = LabelRows::new((0, 100), 1, 4);
        rows.place(wanted(0, 40));
        let moved = rows.place(Wanted { slack: 40, ..wanted(10, 40) });
        assert_eq!(moved, Some(Place { left: 44, row: 0 }));
    }

    #[test]
    fn a_closed_row_takes_no_more() {
        let mut rows = LabelRows::new((0, 100), 2, 4);
        rows.place(wanted(0, 10));
        rows.close_before(1);
        assert_eq!(rows.place(wanted(50, 10)), Some(Place { left: 50, row: 1 }));
    }

    #[test]
    fn no_label_stands_on_the_line_to_another() {
        let mut rows = LabelRows::new((0, 100), 2, 4);
        rows.place(Wanted { leader: Some(20), ..wanted(0, 40) });
        rows.place(Wanted { leader: Some(60), ..wanted(30, 60) });
        assert_eq!(rows.place(wanted(50, 30)), None);
    }
}
