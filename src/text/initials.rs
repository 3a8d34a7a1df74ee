//! The first letters of words as numbers and sets, by which most words can be ruled out at once.

/// One of 128 numbers for the first two letters or digits from `at` on, up to the first other byte.
/// Words that begin alike share theirs, and few others do.
#[must_use]
pub const fn initials(words: &[u8], at: usize) -> u8 {
    let first = letter(words, at);
    let second = if first == 0 { 0 } else { letter(words, at + 1) };
    // The remainder of a prime spreads the letters best.
    first.wrapping_mul(37).wrapping_add(second) % 127
}

const fn letter(words: &[u8], at: usize) -> u8 {
    if at < words.len() && words[at].is_ascii_alphanumeric() { words[at] } else { 0 }
}

/// The [`initials`] of many words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InitialsSet([u64; 2]);

impl InitialsSet {
    /// Those of every word or phrase of `list` that stands at its start or behind one of `separators`.
    #[must_use]
    pub const fn of(list: &str, separators: &[u8]) -> Self {
        let bytes = list.as_bytes();
        let mut halves = [0; 2];
        let mut at = 0;
        while at < bytes.len() {
            if at == 0 || is_one_of(bytes[at - 1], separators) {
                let initials = initials(bytes, at);
                halves[if initials >= 64 { 1 } else { 0 }] |= 1 << (initials % 64);
            }
            at += 1;
        }
        Self(halves)
    }

    /// Whether a word with these `initials` may be in the list.
    #[must_use]
    pub const fn has(&self, initials: u8) -> bool {
        let half = self.0[if initials >= 64 { 1 } else { 0 }];
        half >> (initials % 64) & 1 != 0
    }
}

const fn is_one_of(byte: u8, separators: &[u8]) -> bool {
    let mut at = 0;
    while at < separators.len() {
        if byte == separators[at] {
            return true;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_and_the_phrase_it_opens_share_theirs() {
        assert_eq!(initials(b"went", 0), initials(b"back|went down", 5));
        assert_ne!(initials(b"went", 0), initials(b"back", 0));
        assert_eq!(initials(b"p", 0), initials(b"p q", 0));
        assert_eq!(initials(b"", 0), initials(b"-", 0));
    }

    #[test]
    fn a_set_has_what_its_words_begin_with() {
        let set = InitialsSet::of("went down|back online|p", b"|");
        for word in ["went", "back", "p"] {
            assert!(set.has(initials(word.as_bytes(), 0)), "{word}");
        }
        assert!(!set.has(initials(b"down", 0)));
    }
}
