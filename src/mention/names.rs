//! Lists of names that stand for numbers: months, weekdays, number words.
//!
//! One string instead of a table or a `match`, because every further string costs the page its place.

use super::opener;

/// Names in lower case: groups separated by `|`, the names of one group by a space.
pub(super) type Names = &'static str;

/// Which group of `names`, from 0 on, holds `word`. All names of such lists are among those that open a
/// mention, which rules out most words of a text at once.
pub(super) fn place_of(word: &str, names: Names) -> Option<u8> {
    opener::is_opening_word(word).then_some(())?;
    let (word, names) = (word.as_bytes(), names.as_bytes());
    let first = word.first()?;
    let (mut place, mut at) = (0, 0);
    loop {
        let end = at + word.len();
        let is_name = names.get(at) == Some(first)
            && names.get(at..end) == Some(word)
            && names.get(end).is_none_or(|next| !next.is_ascii_alphabetic());
        if is_name {
            return Some(place);
        }
        while names.get(at)?.is_ascii_alphabetic() {
            at += 1;
        }
        place += u8::from(names.get(at) == Some(&b'|'));
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_place_of_its_group() {
        assert_eq!(place_of("tue", "mon monday|tue tues tuesday"), Some(1));
        assert_eq!(place_of("tu", "mon monday|tue tues tuesday"), None);
        assert_eq!(place_of("", "mon monday|tue tues tuesday"), None);
    }
}
