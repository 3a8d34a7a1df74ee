//! Numbers in digits.

/// Past this many units of the last place a number is given as just that many.
const MOST_UNITS: f64 = 1e15;

/// `value` with at most `places` decimals, none of which is a zero at the end.
///
/// The standard library writes any float exactly, with tables and code that would weigh more in the
/// page than all the numbers that it shows.
#[must_use]
pub fn decimal(value: f64, places: usize) -> String {
    let per_one = (0..places).fold(1_u64, |units, _| units * 10);
    // OK because both are whole numbers under 2^53, and a cast of what is no number gives zero.
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss)]
    let units = (value.abs() * per_one as f64).round().clamp(0.0, MOST_UNITS) as u64;
    let sign = if value < 0.0 && units > 0 { "-" } else { "" };
    let (whole, rest) = (units / per_one, units % per_one);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let written = format!("{sign}{whole}.{rest:0places$}");
    written.trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_as_many_as_are_needed() {
        let written = [30.0, 12.5, 0.05, 99.999, -1.25, -0.001, 0.0].map(|value| decimal(value, 2));
        assert_eq!(written, ["30", "12.5", "0.05", "100", "-1.25", "0", "0"]);
    }

    #[test]
    fn what_no_report_has_stays_short() {
        assert_eq!(decimal(f64::INFINITY, 2), "10000000000000");
        assert_eq!(decimal(f64::NAN, 2), "0");
    }
}
