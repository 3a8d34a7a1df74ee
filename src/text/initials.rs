//! The first letters of words as numbers and sets, by which most words can be ruled out at once.

use std::cell::Cell;

/// One of 127 numbers for the first two letters or digits from `at` on, up to the first other byte.
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
    ///
    /// Worked out when a list is first asked for: as a part of the program, the sets of all lists would weigh a tenth of
    /// what their letters do. A list has one set of separators.
    #[must_use]
    pub fn of(list: &'static str, separators: &[u8]) -> Self {
        let key = (list.as_ptr().addr(), list.len());
        KNOWN.with(|known| {
            let first = key.0.wrapping_mul(0x9E37_79B1) >> 8;
            for probe in 0..MOST_PROBES {
                let slot = &known[(first + probe) % SLOTS];
                let (of, set) = slot.get();
                if of == key {
                    return set;
                }
                if of == FREE {
                    let set = Self::work_out(list, separators);
                    slot.set((key, set));
                    return set;
                }
            }
            Self::work_out(list, separators)
        })
    }

    fn work_out(list: &str, separators: &[u8]) -> Self {
        let bytes = list.as_bytes();
        let mut halves = [0; 2];
        for at in 0..bytes.len() {
            if at == 0 || separators.contains(&bytes[at - 1]) {
                let initials = initials(bytes, at);
                halves[usize::from(initials >= 64)] |= 1 << (initials % 64);
            }
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

/// Room for far more lists than the program has, so that most stand where they are looked for first.
const SLOTS: usize = 2048;
const MOST_PROBES: usize = 16;

/// Where a list stands in memory, and its length.
type Key = (usize, usize);

const FREE: Key = (0, 0);

thread_local! {
    /// The sets that were asked for.
    static KNOWN: [Cell<(Key, InitialsSet)>; SLOTS] = const { [const { Cell::new((FREE, InitialsSet([0; 2]))) }; SLOTS] };
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
        // Twice, because the second answer is the one that was kept.
        for _ in 0..2 {
            let set = InitialsSet::of("went down|back online|p", b"|");
            for word in ["went", "back", "p"] {
                assert!(set.has(initials(word.as_bytes(), 0)), "{word}");
            }
            assert!(!set.has(initials(b"down", 0)));
        }
    }

    #[test]
    fn more_lists_than_there_is_room_for_have_sets_too() {
        const LETTERS: &str =
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
        for from in 0..LETTERS.len() {
            for to in from + 1..=LETTERS.len() {
                let list = &LETTERS[from..to];
                assert!(InitialsSet::of(list, b"|").has(initials(list.as_bytes(), 0)), "{list}");
            }
        }
    }
}
