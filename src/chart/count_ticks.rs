//! Ticks of an axis of counts.

use super::axis::Tick;
use crate::text::Gather;

/// More lines than this make a low chart gray.
const MOST_TICKS: u32 = 4;

/// Round whole numbers from the step on up to `most`, at most four of them.
pub(super) fn count_ticks(most: f64) -> Vec<Tick> {
    let steps = (0..16).flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * 10_f64.powi(power)));
    let step = steps.into_iter().find(|step| most / step < f64::from(MOST_TICKS + 1)).unwrap_or(most);
    let multiples = (1..=MOST_TICKS).map(|times| f64::from(times) * step);
    let ticks = multiples.filter(|value| *value <= most);
    ticks.map(|value| Tick { value, label: crate::text::decimal(value, 0) }).gather()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        let labels = |most: f64| count_ticks(most).into_iter().map(|tick| tick.label).collect::<Vec<_>>();
        assert_eq!(labels(1.0), ["1"]);
        assert_eq!(labels(3.0), ["1", "2", "3"]);
        assert_eq!(labels(9.0), ["2", "4", "6", "8"]);
        assert_eq!(labels(10.0), ["5", "10"]);
        assert_eq!(labels(10_000.0), ["5000", "10000"]);
    }
}
