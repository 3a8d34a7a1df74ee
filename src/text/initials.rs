//! The first letters of words as numbers, by which most words can be ruled out at once.

use std::cell::Cell;

use super::Gather;
use super::order::sorted_by_key;

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

/// The words or phrases of a list by their [`initials`].
#[derive(Debug, PartialEq, Eq)]
pub struct Openings {
    /// A bit for each of the initials that there are.
    set: [u64; 2],
    /// Each word or phrase behind its initials, in the order of these.
    listed: Vec<(u8, &'static str)>,
}

impl Openings {
    /// Those of `list`, whose words or phrases stand between `separators`.
    ///
    /// Worked out when a list is first asked for, and kept: as a part of the program, they would be bits that do not
    /// compress. A list has one set of separators.
    #[must_use]
    pub fn of(list: &'static str, separators: &[char]) -> &'static Self {
        let key = (list.as_ptr().addr(), list.len());
        KNOWN.with(|known| {
            let first = key.0.wrapping_mul(0x9E37_79B1) >> 8;
            let mut slots = (0..SLOTS).map(|probe| &known[(first + probe) % SLOTS]);
            let slot = slots.find(|slot| slot.get().is_none_or(|(of, _)| of == key)).unwrap_or(&known[0]);
            match slot.get() {
                Some((of, openings)) if of == key => openings,
                _ => {
                    // Kept for ever, like the list itself.
                    let openings: &'static Self = Box::leak(Box::new(Self::work_out(list, separators)));
                    slot.set(Some((key, openings)));
                    openings
                }
            }
        })
    }

    fn work_out(list: &'static str, separators: &[char]) -> Self {
        let listed: Vec<_> =
            list.split(separators).map(|words| (initials(words.as_bytes(), 0), words)).gather();
        let mut set = [0; 2];
        for (initials, _) in &listed {
            set[usize::from(*initials >= 64)] |= 1 << (initials % 64);
        }
        Self { set, listed: sorted_by_key(listed, |(initials, _)| u64::from(*initials)) }
    }

    /// Whether a word with these `initials` may be in the list.
    #[must_use]
    pub const fn has(&self, initials: u8) -> bool {
        let half = self.set[if initials >= 64 { 1 } else { 0 }];
        half >> (initials % 64) & 1 != 0
    }

    /// The words or phrases with these `initials`.
    pub fn with(&self, initials: u8) -> impl Iterator<Item = &'static str> + '_ {
        let from = self.listed.partition_point(|(own, _)| *own < initials);
        self.listed[from..].iter().take_while(move |(own, _)| *own == initials).map(|(_, words)| *words)
    }
}

/// Room for several times as many lists as the program has, so that most stand where they are looked for first.
const SLOTS: usize = 2048;

/// Where a list stands in memory, and its length.
type Key = (usize, usize);

type Slot = Cell<Option<(Key, &'static Openings)>>;

thread_local! {
    /// The lists that were asked for.
    static KNOWN: [Slot; SLOTS] = const { [const { Cell::new(None) }; SLOTS] };
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
    fn a_list_has_what_its_phrases_begin_with() {
        // Twice, because the second answer is the one that was kept.
        for _ in 0..2 {
            let list = Openings::of("went down|back online|p|went dark", &['|']);
            for word in ["went", "back", "p"] {
                assert!(list.has(initials(word.as_bytes(), 0)), "{word}");
            }
            assert!(!list.has(initials(b"down", 0)));
            let with: Vec<&str> = list.with(initials(b"went", 0)).collect();
            assert_eq!(with, ["went down", "went dark"]);
            assert_eq!(list.with(initials(b"down", 0)).count(), 0);
        }
    }

    #[test]
    fn more_lists_than_there_is_room_for_have_openings_too() {
        const LETTERS: &str =
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
        for from in 0..LETTERS.len() {
            for to in from + 1..=LETTERS.len() {
                let list = &LETTERS[from..to];
                assert!(Openings::of(list, &['|']).has(initials(list.as_bytes(), 0)), "{list}");
            }
        }
    }
}
