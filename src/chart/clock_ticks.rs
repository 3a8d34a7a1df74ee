//! Ticks at round clock times, and dates where the axis passes midnight.

use super::axis::Tick;
use super::linear_ticks::{SIDE_PX, Stretch, linear_ticks};
use crate::incident::{ClockTime, PartialDate, PartialTime};
use crate::metrics::format_date;

const SECONDS_PER_DAY: i64 = 24 * 60 * 60;
/// An axis over more days than this names the year with each date.
const DAYS_WITHOUT_YEAR: f64 = 300.0;

/// Ticks for an axis in minutes after `origin`, from `low` to `high`, over `width_px` pixels.
///
/// Labels are clock times; at midnight stands the date, where it is known. Empty without a clock
/// time at the origin.
pub(super) fn clock_ticks(origin: PartialTime, low: f64, high: f64, width_px: f64) -> Vec<Tick> {
    let Some(clock) = origin.time else { return Vec::new() };
    let midnight_minutes = clock.minutes();
    let stretch = Stretch {
        from_seconds: (low + midnight_minutes) * 60.0,
        to_seconds: (high + midnight_minutes) * 60.0,
        width_px,
        side_px: f64::from(SIDE_PX),
    };
    let words = Words { date: origin.date, many_days: (high - low) / 1440.0 > DAYS_WITHOUT_YEAR };
    let mut ticks = linear_ticks(stretch, |at, step| words.label(at, step));
    for tick in &mut ticks {
        tick.value -= midnight_minutes;
    }
    ticks
}

struct Words {
    date: Option<PartialDate>,
    many_days: bool,
}

impl Words {
    /// The label at `seconds` after the origin's midnight.
    fn label(&self, seconds: i64, step: i64) -> String {
        let day = seconds.div_euclid(SECONDS_PER_DAY);
        let within = seconds.rem_euclid(SECONDS_PER_DAY);
        let at_midnight = within == 0 && (day != 0 || step >= SECONDS_PER_DAY);
        if at_midnight && let Some(date) = self.date.and_then(|date| date.plus_days(day)) {
            return self.date_label(date);
        }
        if step >= SECONDS_PER_DAY {
            return format!("day {}", day.saturating_add(1));
        }
        clock_label(within, step)
    }

    fn date_label(&self, date: PartialDate) -> String {
        format_date(PartialDate { year: date.year.filter(|_| self.many_days), ..date })
    }
}

fn clock_label(within_day: i64, step: i64) -> String {
    // OK because each part of a day's seconds fits a byte.
    let part = |seconds: i64| u8::try_from(seconds).unwrap_or(0);
    let second = (step < 60).then(|| part(within_day % 60));
    ClockTime { hour: part(within_day / 3600), minute: part(within_day / 60 % 60), second }.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(date: Option<PartialDate>, clock: (u8, u8), minutes: f64, width_px: f64) -> Vec<String> {
        let origin = PartialTime { date, time: ClockTime::new(clock.0, clock.1, None) };
        clock_ticks(origin, 0.0, minutes, width_px).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round_clock_times_even_where_the_start_is_not() {
        assert_eq!(labels(None, (14, 37), 80.0, 300.0), ["14:45", "15:00", "15:15", "15:30", "15:45"]);
    }

    #[test]
    fn midnight_is_the_next_date() {
        let date = PartialDate::new(Some(2024), 2, 28);
        let night = labels(date, (20, 0), 720.0, 340.0);
        assert_eq!(night, ["20:00", "22:00", "29 Feb", "02:00", "04:00", "06:00", "08:00"]);
    }

    #[test]
    fn without_a_date_midnight_is_a_clock_time() {
        assert_eq!(labels(None, (23, 0), 120.0, 150.0), ["23:00", "00:00", "01:00"]);
    }

    #[test]
    fn short_incidents_show_seconds() {
        assert_eq!(
            labels(None, (9, 0), 1.0, 400.0),
            ["09:00:00", "09:00:15", "09:00:30", "09:00:45", "09:01:00"]
        );
    }
}
