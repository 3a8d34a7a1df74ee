//! Lists of names that stand for numbers: months, weekdays, number words.
//!
//! One string instead of a table or a `match`, because every further string costs the page its place.

use crate::text::{Openings, group_of, initials};

/// Names in lower case: groups separated by `|`, the names of one group by a space.
#[derive(Clone, Copy)]
pub(super) struct Names {
    /// All of them.
    pub(super) list: &'static str,
}

/// The names of `list`.
pub(super) const fn names(list: &'static str) -> Names {
    Names { list }
}

/// Which group of `names`, from 0 on, holds `word`.
pub(super) fn place_of(word: &str, names: &Names) -> Option<u8> {
    Openings::of(names.list, &['|', ' ']).has(initials(word.as_bytes(), 0)).then_some(())?;
    group_of(word, names.list).and_then(|place| u8::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_place_of_its_group() {
        const DAYS: Names = names("mon monday|tue tues tuesday");
        assert_eq!(place_of("tue", &DAYS), Some(1));
        assert_eq!(place_of("monday", &DAYS), Some(0));
        assert_eq!(place_of("tu", &DAYS), None);
        assert_eq!(place_of("", &DAYS), None);
    }
}
