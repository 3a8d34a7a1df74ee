//! Civil times from the form in which the data format writes them.

use crate::incident::{ClockTime, PartialDate, PartialTime};

/// The civil time of `YYYY-MM-DDTHH:MM`, with `:SS` or without, `--MM-DDTHH:MM`, `THH:MM`, `YYYY-MM-DD` or
/// `--MM-DD`; `None` for anything else, and for days and times that there are not.
///
/// What it reads is what [`PartialTime`] writes, and nothing else.
///
/// ```
/// use outage_lens::wire::stored::parse_moment;
///
/// assert_eq!(parse_moment("--03-04T08:00").unwrap().to_string(), "--03-04T08:00");
/// assert_eq!(parse_moment("2023-02-29"), None);
/// ```
#[must_use]
pub fn parse_moment(words: &str) -> Option<PartialTime> {
    let (date, time) = match words.split_once('T') {
        Some((date, time)) => (date, Some(clock(time)?)),
        None => (words, None),
    };
    if date.is_empty() {
        return time.map(|time| PartialTime { date: None, time: Some(time) });
    }
    Some(PartialTime { date: Some(day(date)?), time })
}

fn day(words: &str) -> Option<PartialDate> {
    let (year, rest) = if let Some(rest) = words.strip_prefix("--") {
        (None, rest)
    } else {
        let (year, rest) = words.split_once('-')?;
        (Some(number(year, 4)?), rest)
    };
    let (month, day) = rest.split_once('-')?;
    PartialDate::new(year, two_digits(month)?, two_digits(day)?)
}

fn clock(words: &str) -> Option<ClockTime> {
    let mut parts = words.split(':');
    let (hour, minute) = (two_digits(parts.next()?)?, two_digits(parts.next()?)?);
    let second = match parts.next() {
        Some(second) => Some(two_digits(second)?),
        None => None,
    };
    parts.next().is_none().then_some(())?;
    ClockTime::new(hour, minute, second)
}

fn two_digits(words: &str) -> Option<u8> {
    u8::try_from(number(words, 2)?).ok()
}

/// A number of exactly `length` digits.
fn number(words: &str, length: usize) -> Option<i32> {
    let is_number = words.len() == length && words.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| words.bytes().fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::parse_moment;

    #[test]
    fn every_precision_is_read_as_it_is_written() {
        for words in [
            "2023-05-09T14:30", "2023-05-09T14:30:05", "--03-04T08:00", "T08:00", "2023-05-09", "--02-29",
            "0001-01-01",
        ] {
            assert_eq!(parse_moment(words).map(|at| at.to_string()).as_deref(), Some(words));
        }
    }

    #[test]
    fn anything_else_is_no_time() {
        for words in [
            "", "T", "--", "-", "2023", "2023-05", "2023-5-9", "2023-13-01", "2023-02-29", "T24:00", "T8:00",
            "T08", "T08:00:00:00", "T08:00:60", "+203-05-09", "-023-05-09", "2023-05-09T",
            "2023-05-09 14:30", "today", "٢٠٢٣-05-09", "2023-05-09T14:30Z",
        ] {
            assert_eq!(parse_moment(words), None, "{words}");
        }
    }
}
