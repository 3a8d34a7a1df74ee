//! Ticks of a logarithmic axis of durations, at the units that people think in.

use super::axis::{Scale, Tick, ValueAxis};
use super::linear_ticks::LABEL_GAP_PX;
use super::text_width_px;
use crate::text::{float_key, sorted_by_key};

/// A logarithmic axis has no place for zero, nor use for what no clock tells from it.
pub(super) const LEAST_MINUTES: f64 = 1e-6;

/// Minutes, words, and rank: where labels would touch, the lower rank stays.
const UNITS: [(f64, &str, u8); 22] = [
    (1.0 / 60.0, "1 s", 1),
    (5.0 / 60.0, "5 s", 3),
    (10.0 / 60.0, "10 s", 2),
    (0.5, "30 s", 3),
    (1.0, "1 min", 0),
    (2.0, "2 min", 3),
    (5.0, "5 min", 3),
    (10.0, "10 min", 1),
    (30.0, "30 min", 2),
    (60.0, "1 h", 0),
    (120.0, "2 h", 3),
    (360.0, "6 h", 1),
    (720.0, "12 h", 3),
    (1440.0, "1 day", 0),
    (4320.0, "3 days", 3),
    (10_080.0, "1 week", 1),
    (43_200.0, "30 days", 2),
    (129_600.0, "90 days", 3),
    (525_600.0, "1 year", 1),
    (5_256_000.0, "10 years", 2),
    (52_560_000.0, "100 years", 2),
    (525_600_000.0, "1000 years", 2),
];
const RANKS: u8 = 4;

/// A logarithmic axis that reaches from the unit below `shortest` to the unit above `longest`, both
/// in minutes and positive, with as many ticks as fit into `width_px`.
pub(super) fn duration_axis(shortest: f64, longest: f64, width_px: f64) -> Option<ValueAxis> {
    let below = UNITS.iter().rev().map(|unit| unit.0).find(|&unit| unit < shortest);
    let above = UNITS.iter().map(|unit| unit.0).find(|&unit| unit > longest);
    let (low, high) = (below.unwrap_or(shortest / 2.0), above.unwrap_or(longest * 2.0));
    let axis = ValueAxis::new(low, high, Scale::Logarithmic)?;
    let ticks = ticks_that_fit(&axis, low, high, width_px);
    Some(axis.with_ticks(ticks))
}

fn ticks_that_fit(axis: &ValueAxis, low: f64, high: f64, width_px: f64) -> Vec<Tick> {
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let mut kept = Vec::new();
    for rank in 0..RANKS {
        let of_rank = UNITS.iter().filter(|unit| unit.2 == rank && (low..=high).contains(&unit.0));
        for &(value, label, _) in of_rank {
            let half = f64::from(text_width_px(label)) / 2.0 + LABEL_GAP_PX / 2.0;
            let at = axis.share(value) * width_px;
            let free = taken.iter().all(|&(from, to)| at + half <= from || to <= at - half);
            if free {
                taken.push((at - half, at + half));
                kept.push(Tick { value, label: label.to_owned() });
            }
        }
    }
    sorted_by_key(kept, |tick| float_key(tick.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::coord::ranged1d::{BoldPoints, Ranged};

    fn ticks(shortest: f64, longest: f64, width_px: f64) -> Vec<f64> {
        let axis = duration_axis(shortest, longest, width_px);
        axis.map(|axis| axis.key_points(BoldPoints(100))).unwrap_or_default()
    }

    #[test]
    fn round_units_win_where_there_is_little_room() {
        assert_eq!(ticks(4.0, 720.0, 260.0), [2.0, 10.0, 60.0, 360.0, 1440.0]);
    }

    #[test]
    fn one_value_still_has_an_axis_around_it() {
        let axis = duration_axis(60.0, 60.0, 300.0).map(|axis| axis.range());
        assert_eq!(axis, Some(30.0..120.0));
    }

    #[test]
    fn durations_beyond_every_unit_still_have_an_axis() {
        assert!(duration_axis(1e-6, 1e10, 300.0).is_some());
    }
}
