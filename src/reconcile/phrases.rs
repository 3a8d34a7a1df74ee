//! Lists of phrases to look for.

/// Phrases in lower case, separated by `|`. A phrase is words with single spaces; a word that ends
/// in `*` stands for every word that begins so.
///
/// One string instead of a slice of many, because each further string costs the page eight bytes of
/// table and the compiler a pointer to place.
#[derive(Clone, Copy)]
pub(super) struct Phrases {
    list: &'static str,
    /// The [`opening_bit`] of every phrase, which rules out most words of a text at once.
    pub(super) openings: u128,
}

impl Phrases {
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.list.split('|')
    }

    /// The phrases whose first byte is `first`. A plain loop, because it runs for most words of a text.
    pub(super) fn opening_with(&self, first: u8) -> impl Iterator<Item = &'static str> {
        let list = self.list;
        let bytes = list.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let start = at;
                while at < bytes.len() && bytes[at] != b'|' {
                    at += 1;
                }
                let phrase = start..at;
                at += 1;
                if bytes[start] == first {
                    return list.get(phrase);
                }
            }
            None
        })
    }
}

/// The phrases of `list`.
pub(super) const fn phrases(list: &'static str) -> Phrases {
    let bytes = list.as_bytes();
    let mut openings = opening_bit(bytes, 0);
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'|' {
            openings |= opening_bit(bytes, at + 1);
        }
        at += 1;
    }
    Phrases { list, openings }
}

/// One of 128 bits for the two letters or digits of `words` from `at` on.
pub(super) const fn opening_bit(words: &[u8], at: usize) -> u128 {
    let first = letter(words, at);
    let second = if first == 0 { 0 } else { letter(words, at + 1) };
    1 << ((first * 37 + second) % 128)
}

const fn letter(words: &[u8], at: usize) -> u32 {
    if at < words.len() && words[at].is_ascii_alphanumeric() { words[at] as u32 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_openings_cover_every_phrase() {
        let list = phrases("went down|5xx|p|back online*");
        assert_eq!(list.iter().count(), 4);
        for phrase in list.iter() {
            assert!(list.openings & opening_bit(phrase.as_bytes(), 0) != 0, "{phrase}");
        }
    }
}
