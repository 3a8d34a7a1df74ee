//! Lists of words that are one string each.
//!
//! A comparison with each of several words costs the page some instructions for every one of them, a list its letters.

/// Whether `word` is one of `words`, which have `|` between them.
///
/// ```
/// assert!(outage_lens::text::is_one_of("till", "to|till"));
/// assert!(!outage_lens::text::is_one_of("til", "to|till"));
/// ```
#[must_use]
pub fn is_one_of(word: &str, words: &str) -> bool {
    group_of(word, words).is_some()
}

/// Which group of `list`, from 0 on, holds `word`. Groups have `|` between them, the words of one group a space.
///
/// ```
/// assert_eq!(outage_lens::text::group_of("tue", "mon monday|tue tuesday"), Some(1));
/// ```
#[must_use]
#[inline(never)]
pub fn group_of(word: &str, list: &str) -> Option<usize> {
    let (word, list) = (word.as_bytes(), list.as_bytes());
    let first = word.first()?;
    let (mut group, mut at) = (0, 0);
    loop {
        let end = at + word.len();
        let is_here = list.get(at) == Some(first)
            && list.get(at..end) == Some(word)
            && list.get(end).is_none_or(|next| matches!(next, b'|' | b' '));
        if is_here {
            return Some(group);
        }
        while !matches!(list.get(at)?, b'|' | b' ') {
            at += 1;
        }
        group += usize::from(list[at] == b'|'); // OK because the byte was just looked at.
        at += 1;
    }
}

/// `words` with single spaces between them.
#[must_use]
pub fn spaced<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut all = String::new();
    for word in words {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(word);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{group_of, is_one_of, spaced};

    #[test]
    fn a_word_has_the_place_of_its_group() {
        const DAYS: &str = "mon monday|tue tues tuesday|2nd";
        assert_eq!(["mon", "monday", "tues", "2nd"].map(|word| group_of(word, DAYS)), [0, 0, 1, 2].map(Some));
        assert_eq!(["tu", "day", "", "mon monday!"].map(|word| group_of(word, DAYS)), [None; 4]);
        assert!(!is_one_of("a", ""));
        assert_eq!(spaced(DAYS.split(['|', ' ']).take(2)), "mon monday");
    }
}
