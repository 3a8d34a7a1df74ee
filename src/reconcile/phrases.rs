//! Lists of phrases to look for.

use crate::text::{Openings, initials};

/// Phrases in lower case, separated by `|`. A phrase is words with single spaces; a word that ends
/// in `*` stands for every word that begins so.
///
/// One string instead of a slice of many, because each further string costs the page eight bytes of
/// table and the compiler a pointer to place.
#[derive(Clone, Copy)]
pub(super) struct Phrases(&'static str);

impl Phrases {
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.split('|')
    }

    /// What they begin with, by which most words can be passed over.
    pub(super) fn openings(&self) -> &'static Openings {
        Openings::of(self.0, &['|'])
    }

    /// Whether `text` holds one of them, be it within a word.
    pub(super) fn are_in(&self, text: &str) -> bool {
        self.iter().any(|phrase| text.contains(phrase))
    }

    /// Whether `phrase` is one of them, to the letter.
    pub(super) fn lists(&self, phrase: &str) -> bool {
        self.openings().with(initials(phrase.as_bytes(), 0)).any(|known| known == phrase)
    }
}

/// The phrases of `list`.
pub(super) const fn phrases(list: &'static str) -> Phrases {
    Phrases(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Tokens;

    #[test]
    fn every_phrase_may_open_with_its_first_word() {
        let list = phrases("went down|5 xx|p|back online*");
        assert_eq!(list.iter().count(), 4);
        for phrase in list.iter() {
            let first = Tokens::scan(phrase).list()[0];
            assert!(list.openings().has(first.initials), "{phrase}");
        }
        assert!(!list.openings().has(Tokens::scan("zone").list()[0].initials));
    }
}
