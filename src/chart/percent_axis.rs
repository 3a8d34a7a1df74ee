//! An axis of shares, from nothing to all.

use super::axis::{Scale, Tick, ValueAxis};
use crate::text::decimal;

/// Room that its labels need left of a frame, in pixels.
pub(super) const PERCENT_AXIS_PX: u32 = 52;
const TICKS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// The axis from 0 to 1, its ticks in percent.
pub(super) fn percent_axis() -> Option<ValueAxis> {
    let tick = |value: f64| Tick { value, label: [&decimal(value * 100.0, 0), " %"].concat() };
    Some(ValueAxis::new(0.0, 1.0, Scale::Linear)?.with_ticks(TICKS.map(tick).to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::text_width_px;

    #[test]
    fn its_labels_have_room() {
        let widest =
            percent_axis().and_then(|axis| axis.ticks().iter().map(|tick| text_width_px(&tick.label)).max());
        assert!(widest.is_some_and(|widest| widest + 10 <= PERCENT_AXIS_PX), "{widest:?}");
    }
}
