//! Lists of names that stand for numbers: months, weekdays, number words.
//!
//! One string instead of a table or a `match`, because every further string costs the page its place.

/// Names in lower case: groups separated by `|`, the names of one group by a space.
pub(super) type Names = &'static str;

/// Which group of `names`, from 0 on, holds `word`.
pub(super) fn place_of(word: &str, names: Names) -> Option<u8> {
    let place = names.split('|').position(|group| group.split(' ').any(|name| name == word))?;
    u8::try_from(place).ok()
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
