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

/// The number that `words` are in digits, with decimals behind a point or none: `90`, `99.95`, `-1.5`.
///
/// `None` for anything else, and for more than fifteen digits. The standard library reads every way to write a float,
/// to the last bit, with tables that would weigh more in the page than all that is typed there.
#[must_use]
pub fn parse_decimal(words: &str) -> Option<f64> {
    const MOST_DIGITS: usize = 15;
    let (sign, digits) = words.strip_prefix('-').map_or((1.0, words), |digits| (-1.0, digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let count = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then_some(part.len());
    let (length, places) =
        (count(whole).filter(|length| *length > 0)?, count(decimals).filter(|it| *it > 0)?);
    (length + places <= MOST_DIGITS + 1).then_some(())?;
    let units = whole
        .bytes()
        .chain(decimals.bytes())
        .fold(0_u64, |units, digit| units * 10 + u64::from(digit - b'0'));
    let per_one = (0..places).fold(1_u64, |units, _| units * 10);
    // OK because both are whole numbers of at most sixteen digits, the first of which is small.
    #[expect(clippy::cast_precision_loss)]
    Some(sign * (units as f64 / per_one as f64))
}

#[cfg(test)]
mod tests {
    use super::{decimal, parse_decimal};

    #[test]
    fn what_is_written_is_read_back() {
        for value in [0.0, 90.0, 99.95, -1.25, 0.5, 123_456_789.25] {
            assert_eq!(parse_decimal(&decimal(value, 4)), Some(value));
        }
        for words in [
            "", "-", ".", "1.", ".5", "1e9", "NaN", "inf", "1 000", "1,5", "+3", "٣", "12345678901234567",
            "--1",
        ] {
            assert_eq!(parse_decimal(words), None, "{words}");
        }
    }

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
