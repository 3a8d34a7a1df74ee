//! Names of periods under their columns.

use super::label_rows::{LabelRows, Wanted};
use super::prelude::*;
use crate::metrics::Period;
use crate::text::Gather;

/// Free space between two names, in pixels.
const GAP_PX: i32 = 8;
/// How far a name may stand out at either side, where the axis of numbers and the margin have room for it.
const OUTSIDE_PX: i32 = 12;
/// From the axis to the names.
const UNDER_AXIS_PX: i32 = 6;
/// Every so many periods are named: the first of these whose names stand apart.
const STEPS: [usize; 8] = [1, 2, 3, 4, 6, 12, 24, 60];

/// The names of periods that stand side by side between two edges, as many as fit: months or quarters
/// with their years under them, or longer periods in one row.
pub(super) struct ColumnLabels {
    /// Where a name has its middle, and the name.
    names: Vec<(i32, String)>,
    /// Where a year has its middle, under the first of its periods, and the year.
    years: Vec<(i32, String)>,
}

impl ColumnLabels {
    /// How many rows they take.
    pub fn rows(periods: &[Period]) -> i32 {
        if has_years(periods) { 2 } else { 1 }
    }

    pub fn of(periods: &[Period], edges: (i32, i32)) -> Self {
        let count = i32::try_from(periods.len()).unwrap_or(i32::MAX).max(1);
        let left_of = |place: usize| {
            let place = i32::try_from(place).unwrap_or(0);
            edges.0 + (edges.1 - edges.0) * place / count
        };
        let middle_of = |place: usize| i32::midpoint(left_of(place), left_of(place + 1));
        let named = |step: usize| -> Vec<(i32, String)> {
            let every = periods.iter().enumerate().filter(|(place, _)| place % step == 0);
            every.map(|(place, period)| (middle_of(place), period.label_in_year())).gather()
        };
        let fitting = STEPS.into_iter().map(named).find(|names| stand_apart(names, edges));
        let mut rows = LabelRows::new(edges, 1, GAP_PX);
        let years = periods
            .iter()
            .enumerate()
            .filter(|(place, period)| has_years(periods) && (*place == 0 || period.opens_year()));
        let years = years.filter_map(|(place, period)| {
            let year = period.year().to_string();
            let width = pixels(text_width_px(&year));
            let left = middle_of(place) - width / 2;
            let placed = rows.place(Wanted { left, width, leader: None, slack: 0 })?;
            Some((placed.left + width / 2, year))
        });
        Self { years: years.gather(), names: fitting.unwrap_or_default() }
    }

    pub fn draw(&self, canvas: &mut Canvas, axis: u32) {
        let top = pixels(axis) + UNDER_AXIS_PX;
        for (x, name) in &self.names {
            canvas.text(name, (*x, top), Anchor::Middle, plain(Role::AxisText));
        }
        for (x, year) in &self.years {
            canvas.text(year, (*x, top + ROW_PX), Anchor::Middle, plain(Role::AxisText));
        }
    }
}

/// Months and quarters are named without their year.
fn has_years(periods: &[Period]) -> bool {
    periods.first().is_some_and(|period| period.label_in_year() != period.label())
}

fn stand_apart(names: &[(i32, String)], (from, to): (i32, i32)) -> bool {
    let half = |name: &str| pixels(text_width_px(name)).div_euclid(2) + 1;
    let ends = |(x, name): &(i32, String)| (x - half(name), x + half(name));
    let inside =
        names.iter().map(ends).all(|(left, right)| from - OUTSIDE_PX <= left && right <= to + OUTSIDE_PX);
    inside && names.windows(2).all(|pair| ends(&pair[0]).1 + GAP_PX <= ends(&pair[1]).0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::PartialDate;
    use crate::metrics::PeriodLength;

    fn periods(count: i32, length: PeriodLength) -> Vec<Period> {
        let first = Period::of(PartialDate { year: Some(2023), month: 11, day: 1 }, length);
        first.map(|first| (0..count).map(|place| first.later(place)).collect()).unwrap_or_default()
    }

    fn words(labels: &[(i32, String)]) -> Vec<&str> {
        labels.iter().map(|(_, words)| words.as_str()).collect()
    }

    #[test]
    fn months_stand_over_their_years() {
        let labels = ColumnLabels::of(&periods(5, PeriodLength::Month), (40, 340));
        assert_eq!(words(&labels.names), ["Nov", "Dec", "Jan", "Feb", "Mar"]);
        assert_eq!(labels.years, [(70, "2023".to_owned()), (190, "2024".to_owned())]);
    }

    #[test]
    fn where_there_is_little_room_every_few_are_named() {
        let labels = ColumnLabels::of(&periods(48, PeriodLength::Month), (40, 340));
        assert_eq!(words(&labels.names), ["Nov", "May", "Nov", "May", "Nov", "May", "Nov", "May"]);
        // The two months of 2023 leave no room before 2024.
        assert_eq!(words(&labels.years), ["2023", "2025", "2026", "2027"]);
    }

    #[test]
    fn years_have_one_row() {
        let years = periods(3, PeriodLength::Year);
        assert_eq!(
            (ColumnLabels::rows(&years), ColumnLabels::rows(&periods(3, PeriodLength::Quarter))),
            (1, 2)
        );
        assert!(ColumnLabels::of(&years, (40, 340)).years.is_empty());
    }
}
