//! A number for the first letters of a word, by which most words can be ruled out at once.

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
}
