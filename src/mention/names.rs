//! Lists of names that stand for numbers: months, weekdays, number words.
//!
//! One string instead of a table or a `match`, because every further string costs the page its place.

use crate::text::{Openings, initials};

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
    let (word, list) = (word.as_bytes(), names.list.as_bytes());
    let first = word.first()?;
    Openings::of(names.list, &['|', ' ']).has(initials(word, 0)).then_some(())?;
    let (mut place, mut at) = (0, 0);
    loop {
        let end = at + word.len();
        let is_name = list.get(at) == Some(first)
            && list.get(at..end) == Some(word)
            && list.get(end).is_none_or(|next| !next.is_ascii_alphabetic());
        if is_name {
            return Some(place);
        }
        while list.get(at)?.is_ascii_alphabetic() {
            at += 1;
        }
        place += u8::from(list.get(at) == Some(&b'|'));
        at += 1;
    }
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
