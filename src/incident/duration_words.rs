//! Durations as people write them.

const MINUTES_PER_HOUR: f64 = 60.0;
const MINUTES_PER_DAY: f64 = 24.0 * 60.0;

/// A duration in at most two or three units: `45 s`, `2 min 30 s`, `37 min`, `1 h 30 min`, `3 d 4 h`.
///
/// Seconds are kept under ten minutes and minutes under three days; what is coarser is rounded to
/// the last unit shown, half away from zero. A value that is not finite reads `–`.
///
/// ```
/// use outage_lens::incident::format_duration;
/// assert_eq!(format_duration(0.75), "45 s");
/// assert_eq!(format_duration(59.7), "1 h");
/// assert_eq!(format_duration(3.0 * 1440.0 + 250.0), "3 d 4 h");
/// ```
#[must_use]
pub fn format_duration(minutes: f64) -> String {
    if !minutes.is_finite() {
        return "–".to_owned();
    }
    let sign = if minutes < 0.0 { "−" } else { "" };
    format!("{sign}{}", in_units(seconds_shown(minutes.abs())))
}

/// The time after the start, as axes write it: `start`, `+15 min`, `+1 h 30 min`, `−5 min`.
#[must_use]
pub fn format_after_start(minutes: f64) -> String {
    match minutes {
        0.0 => "start".to_owned(),
        later if later > 0.0 => format!("+{}", format_duration(later)),
        earlier => format_duration(earlier),
    }
}

/// Seconds, rounded to the finest unit that a duration of this size shows.
fn seconds_shown(minutes: f64) -> f64 {
    let grain_minutes = match minutes {
        m if m < 10.0 => 1.0 / 60.0,
        m if m < 3.0 * MINUTES_PER_DAY => 1.0,
        _ => MINUTES_PER_HOUR,
    };
    ((minutes / grain_minutes).round() * grain_minutes * 60.0).round()
}

fn in_units(seconds: f64) -> String {
    // OK because seconds come rounded and without a sign; a cast stops at the integer's end.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let mut rest = seconds as u64;
    let mut parts = Vec::new();
    for (size, name) in [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")] {
        let count = rest / size;
        rest %= size;
        if count > 0 {
            parts.push(format!("{count} {name}"));
        }
    }
    if parts.is_empty() { "0 min".to_owned() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_write_them() {
        let pairs = [
            (0.0, "0 min"),
            (0.01, "1 s"),
            (0.75, "45 s"),
            (1.0, "1 min"),
            (2.5, "2 min 30 s"),
            (37.0, "37 min"),
            (37.4, "37 min"),
            (60.0, "1 h"),
            (90.0, "1 h 30 min"),
            (120.0, "2 h"),
            (1440.0, "1 d"),
            (1460.0, "1 d 20 min"),
            (2190.0, "1 d 12 h 30 min"),
            (4560.0, "3 d 4 h"),
            (4589.0, "3 d 4 h"),
            (525_600.0, "365 d"),
        ];
        for (minutes, words) in pairs {
            assert_eq!(format_duration(minutes), words, "{minutes}");
        }
    }

    #[test]
    fn rounding_carries_into_the_next_unit() {
        assert_eq!(format_duration(9.999), "10 min");
        assert_eq!(format_duration(59.7), "1 h");
        assert_eq!(format_duration(1439.8), "1 d");
        assert_eq!(format_duration(5.0 * 1440.0 - 10.0), "5 d");
    }

    #[test]
    fn what_is_not_finite_is_a_dash() {
        assert_eq!(format_duration(f64::NAN), "–");
        assert_eq!(format_duration(f64::INFINITY), "–");
    }

    #[test]
    fn the_time_after_start_carries_a_sign() {
        assert_eq!(format_after_start(0.0), "start");
        assert_eq!(format_after_start(75.0), "+1 h 15 min");
        assert_eq!(format_after_start(-5.0), "−5 min");
    }
}
