//! Which tokens can begin a mention at all: most words cannot, and are passed over at once.

use super::names::{Names, names};
use super::zone_names::Zones;
use super::{month, number, zone_names};
use crate::text::{Token, TokenKind, Tokens};

/// Whether a recognizer may find something that begins with `token`.
pub(super) fn may_open(tokens: &Tokens, token: &Token) -> bool {
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => is_opening_word(tokens.lower(token)),
        TokenKind::Mark(mark) => matches!(mark, '+' | '-' | '\u{BC}' | '\u{BD}' | '\u{BE}'),
        TokenKind::Address => false,
    }
}

/// Whether `word` may begin a date, a time, a number in words or a zone. A few other words pass too,
/// in which the recognizers then find nothing.
pub(super) fn is_opening_word(word: &str) -> bool {
    let bit = bit_of(word);
    FILTER.with(|filter| filter[bit / 64] & (1 << (bit % 64)) != 0)
}

const BITS: usize = 4096;

type Filter = [u64; BITS / 64];

thread_local! {
    /// A bit for each word that opens a mention, worked out once from the lists themselves.
    static FILTER: Filter = filter();
}

fn filter() -> Filter {
    let mut filter = [0; BITS / 64];
    let lists = [WORDS, month::MONTHS, month::WEEKDAYS, number::SMALL, number::TENS, number::ORDINALS];
    for word in lists.iter().flat_map(|names| names.list.split(['|', ' '])) {
        add(&mut filter, word);
    }
    let zones = [zone_names::ABBREVIATIONS, zone_names::REGIONS, zone_names::PLACES];
    // The first word of each zone, and of a city behind the area's name.
    for (name, _) in zones.into_iter().flat_map(Zones::iter) {
        name.split('/').for_each(|part| add(&mut filter, part));
    }
    filter
}

fn add(filter: &mut Filter, word: &str) {
    let bit = bit_of(word);
    filter[bit / 64] |= 1 << (bit % 64);
}

/// Words that begin a mention and are in no list of their own.
const WORDS: Names = names("a|an|the|t|half|every|each|quarter|noon|midday|midnight|thirtieth");

/// The bit of the letters that `word` begins with.
fn bit_of(word: &str) -> usize {
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic);
    let hash = letters.fold(0_u32, |hash, letter| (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193));
    (hash >> 8) as usize % BITS
}

#[cfg(test)]
mod tests {
    use super::super::zone_names::{ABBREVIATIONS, PLACES, REGIONS};
    use super::*;

    #[test]
    fn every_zone_begins_with_an_opening_word() {
        let names = [ABBREVIATIONS, REGIONS, PLACES].into_iter().flat_map(Zones::iter).map(|(name, _)| name);
        for name in names {
            for part in name.split('/') {
                let first = part.split([' ', '_']).next().unwrap_or("");
                assert!(is_opening_word(first), "{name}");
            }
        }
    }

    #[test]
    fn every_month_weekday_and_number_word_is_an_opening_word() {
        for word in "january february march april may june july august september october november december \
                     monday tuesday wednesday thursday friday saturday sunday one two twenty ninety a an half \
                     noon midnight fifteenth"
            .split_whitespace()
        {
            assert!(is_opening_word(word), "{word}");
        }
    }

    #[test]
    fn most_other_words_are_none() {
        let text = "and was to of service database request with were traffic that latency for this our we \
                    restarted by errors from is be deploy not customers in on it as have been alert team";
        let passing = text.split_whitespace().filter(|word| is_opening_word(word)).count();
        assert!(passing <= 5, "{passing} pass");
    }
}
