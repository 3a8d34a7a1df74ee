//! The names of months and weekdays.

use super::names::{Names, names, place_of};

/// The months, in their order.
pub(super) const MONTHS: Names = names(
    "jan january|feb february febuary|mar march|apr april|may|jun june|\
    jul july|aug august|sep sept september|oct october|nov november|dec december",
);

/// The weekdays, Monday first.
pub(super) const WEEKDAYS: Names = names(
    "mon monday|tue tues tuesday|wed weds wednesday|\
    thu thur thurs thursday|fri friday|sat saturday|sun sunday",
);

/// The month of a lower-case name, 1 to 12.
pub(super) fn month(word: &str) -> Option<u8> {
    place_of(word, &MONTHS).map(|place| place + 1)
}

/// The weekday of a lower-case name, 0 = Monday.
pub(super) fn weekday(word: &str) -> Option<u8> {
    place_of(word, &WEEKDAYS)
}
