//! One axis: a finite range of values, linear or logarithmic, and the ticks to draw on it.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};

use crate::text::Gather;

/// How values become distances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    Linear,
    Logarithmic,
}

/// A value to mark on an axis, and its words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    pub value: f64,
    pub label: String,
}

/// An axis that `plotters` can draw. It never holds a range that `plotters` cannot: see
/// [`ValueAxis::new`].
#[derive(Clone, Debug)]
pub(super) struct ValueAxis {
    low: f64,
    high: f64,
    scale: Scale,
    ticks: Vec<Tick>,
}

impl ValueAxis {
    /// The axis from `low` to `high`, or `None` where there is no such axis: ends that are not
    /// finite or not apart, or a logarithmic one that reaches zero.
    pub fn new(low: f64, high: f64, scale: Scale) -> Option<Self> {
        let width = position(high, scale) - position(low, scale);
        (width.is_finite() && width > 0.0).then(|| Self { low, high, scale, ticks: Vec::new() })
    }

    /// The same axis with ticks; those outside its range are left out.
    pub fn with_ticks(mut self, ticks: Vec<Tick>) -> Self {
        self.ticks = ticks;
        self.ticks.retain(|tick| (self.low..=self.high).contains(&tick.value));
        self
    }

    /// Its lower and its upper end.
    pub const fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Its ticks.
    pub fn ticks(&self) -> &[Tick] {
        &self.ticks
    }

    /// The value at a share of the way from the low end to the high one.
    pub fn value_at(&self, share: f64) -> f64 {
        let share = share.clamp(0.0, 1.0);
        match self.scale {
            Scale::Linear => self.low + share * (self.high - self.low),
            // Not a power: its code would be in the page for this alone.
            Scale::Logarithmic => self.low * (share * (self.high / self.low).ln()).exp(),
        }
    }

    /// Where `value` lies between the ends: 0 at the low end, 1 at the high one. Values outside
    /// are held at the ends.
    pub fn share(&self, value: f64) -> f64 {
        let (from, to) = (position(self.low, self.scale), position(self.high, self.scale));
        let share = (position(value, self.scale) - from) / (to - from);
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }
}

/// Which of `cells` equal parts of an axis a share of its length lies in.
pub(super) fn cell_of(share: f64, cells: usize) -> usize {
    // OK because the share lies between 0 and 1, and there are fewer cells than pixels.
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss)]
    let cell = (share.clamp(0.0, 1.0) * cells as f64) as usize;
    cell.min(cells.saturating_sub(1))
}

/// `part` of `whole`, from 0 to 1.
pub(super) fn share_of(part: usize, whole: usize) -> f64 {
    // OK because counts of incidents and of cells are far below 2^53.
    #[expect(clippy::cast_precision_loss)]
    {
        part as f64 / whole.max(1) as f64
    }
}

fn position(value: f64, scale: Scale) -> f64 {
    match scale {
        Scale::Linear => value,
        Scale::Logarithmic => value.ln(),
    }
}

impl Ranged for ValueAxis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let moved = (f64::from(to) - f64::from(from)) * self.share(*value);
        // OK because the share lies between 0 and 1, so the sum lies between two pixels.
        #[expect(clippy::cast_possible_truncation)]
        let pixels = moved.round() as i32;
        from.saturating_add(pixels)
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.iter().map(|tick| tick.value).gather()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_hang_or_panic_are_refused() {
        assert!(ValueAxis::new(0.0, f64::INFINITY, Scale::Linear).is_none());
        assert!(ValueAxis::new(f64::NAN, f64::NAN, Scale::Linear).is_none());
        assert!(ValueAxis::new(5.0, 5.0, Scale::Linear).is_none());
        assert!(ValueAxis::new(0.0, 5.0, Scale::Logarithmic).is_none());
    }

    #[test]
    fn the_middle_of_a_logarithmic_axis_is_the_geometric_mean() {
        let axis = ValueAxis::new(1.0, 100.0, Scale::Logarithmic);
        assert_eq!(axis.map(|axis| axis.map(&10.0, (20, 40))), Some(30));
    }

    #[test]
    fn the_value_at_a_share_has_that_share() {
        for scale in [Scale::Linear, Scale::Logarithmic] {
            let axis = ValueAxis::new(2.0, 200.0, scale);
            let shares = [0.0, 0.3, 1.0].map(|at| axis.as_ref().map(|axis| axis.share(axis.value_at(at))));
            for (share, at) in shares.into_iter().zip([0.0, 0.3, 1.0]) {
                assert!(share.is_some_and(|share| (share - at).abs() < 1e-12), "{share:?} is not {at}");
            }
        }
    }

    #[test]
    fn the_far_end_lies_in_the_last_cell() {
        assert_eq!([0.0, 0.49, 0.5, 1.0, 7.0, f64::NAN].map(|share| cell_of(share, 2)), [0, 0, 1, 1, 1, 0]);
    }

    #[test]
    fn values_outside_are_held_at_the_ends() {
        let axis = ValueAxis::new(0.0, 10.0, Scale::Linear);
        assert_eq!(axis.as_ref().map(|axis| axis.share(-5.0)), Some(0.0));
        assert_eq!(axis.as_ref().map(|axis| axis.share(f64::INFINITY)), Some(1.0));
        assert_eq!(axis.as_ref().map(|axis| axis.share(f64::NAN)), Some(0.0));
    }
}
