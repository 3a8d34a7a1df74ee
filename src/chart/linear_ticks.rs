//! Ticks at steps that people count time in.

use super::axis::Tick;
use super::text_width_px;
use crate::text::Gather;

/// Room that charts on a linear axis leave for labels beyond its ends, in pixels.
pub(super) const SIDE_PX: u32 = 30;
/// Free space between two labels of an axis, in pixels.
pub(super) const LABEL_GAP_PX: f64 = 14.0;
/// Grid lines nearer than this make a chart gray.
const LEAST_STEP_PX: f64 = 44.0;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const YEAR: i64 = 365 * DAY;

/// Steps in seconds. Those up to half a day divide the day, so that midnight is always a tick.
const STEPS: [i64; 32] = [
    1,
    2,
    5,
    10,
    15,
    30,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    14 * DAY,
    30 * DAY,
    90 * DAY,
    180 * DAY,
    YEAR,
    2 * YEAR,
    5 * YEAR,
    10 * YEAR,
    50 * YEAR,
    100 * YEAR,
    1000 * YEAR,
    5000 * YEAR,
];

/// A range of seconds over a width of pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub from_seconds: f64,
    pub to_seconds: f64,
    pub width_px: f64,
    /// Room for labels beyond each end.
    pub side_px: f64,
}

impl Stretch {
    fn px_of(self, seconds: f64) -> f64 {
        seconds / (self.to_seconds - self.from_seconds) * self.width_px
    }

    /// Whether a label in the middle over `seconds` stays on the sheet.
    fn has_room(self, seconds: i64, label: &str) -> bool {
        let half = f64::from(text_width_px(label)) / 2.0;
        let from_left = self.px_of(as_float(seconds) - self.from_seconds);
        from_left + self.side_px >= half && self.width_px - from_left + self.side_px >= half
    }
}

/// The finest ticks, at multiples of one step, whose labels stand apart. `label` gets the tick's
/// second and the step. Empty where no step fits.
///
/// The ticks' values are in minutes. A tick at the very edge, whose label would leave the sheet,
/// has none.
pub(super) fn linear_ticks(stretch: Stretch, label: impl Fn(i64, i64) -> String) -> Vec<Tick> {
    for step in STEPS {
        if stretch.px_of(as_float(step)) < LEAST_STEP_PX {
            continue;
        }
        let seconds = multiples(stretch, step);
        let shown = |at: i64| Some(label(at, step)).filter(|label| stretch.has_room(at, label));
        let labels: Vec<String> = seconds.iter().map(|&at| shown(at).unwrap_or_default()).gather();
        if labels_stand_apart(stretch.px_of(as_float(step)), &labels) {
            return ticks(&seconds, labels);
        }
    }
    Vec::new()
}

fn ticks(seconds: &[i64], labels: Vec<String>) -> Vec<Tick> {
    let value = |&at: &i64| as_float(at) / 60.0;
    seconds.iter().map(value).zip(labels).map(|(value, label)| Tick { value, label }).gather()
}

/// The multiples of `step` within the stretch; at most its width over [`LEAST_STEP_PX`] of them.
fn multiples(stretch: Stretch, step: i64) -> Vec<i64> {
    let (first, last) = (stretch.from_seconds / as_float(step), stretch.to_seconds / as_float(step));
    // OK because a cast from float to integer stops at the integer's ends.
    #[expect(clippy::cast_possible_truncation)]
    let (first, last) = (first.ceil() as i64, last.floor() as i64);
    (first..=last).map(|count| count.saturating_mul(step)).gather()
}

fn labels_stand_apart(step_px: f64, labels: &[String]) -> bool {
    let half = |label: &String| f64::from(text_width_px(label)) / 2.0;
    labels.windows(2).all(|pair| half(&pair[0]) + half(&pair[1]) + LABEL_GAP_PX <= step_px)
}

fn as_float(seconds: i64) -> f64 {
    // OK because no time in a calendar has 2^53 seconds.
    #[expect(clippy::cast_precision_loss)]
    {
        seconds as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(minutes: f64, width_px: f64) -> Vec<f64> {
        let stretch =
            Stretch { from_seconds: 0.0, to_seconds: minutes * 60.0, width_px, side_px: f64::from(SIDE_PX) };
        let ticks = linear_ticks(stretch, |at, _| format!("{} min", at / 60));
        ticks.iter().map(|tick| tick.value).collect()
    }

    #[test]
    fn ticks_stand_at_steps_that_people_count_in() {
        assert_eq!(values(90.0, 720.0), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0]);
        assert_eq!(values(90.0, 300.0), [0.0, 30.0, 60.0, 90.0]);
    }

    #[test]
    fn the_number_of_ticks_never_grows_with_the_range() {
        for exponent in 0..12 {
            assert!(values(10_f64.powi(exponent), 720.0).len() <= 17, "10^{exponent} minutes");
        }
    }
}
