//! Which tokens can begin a mention at all: most words cannot, and are passed over at once.

use super::names::{Names, names};
use super::value::ZoneOffset;
use super::{month, number, zone_names};
use crate::text::{Token, TokenKind, Tokens};

/// Whether a recognizer may find something that begins with `token`.
pub(super) fn may_open(tokens: &Tokens, token: Token) -> bool {
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
    let bit = bit_of(word.as_bytes(), 0);
    FILTER[bit / 64] & (1 << (bit % 64)) != 0
}

const BITS: usize = 4096;

type Filter = [u64; BITS / 64];

/// A bit for each word that opens a mention, worked out by the compiler from the lists themselves.
const FILTER: Filter = {
    let filter = with_every_word([0; BITS / 64], WORDS);
    let filter = with_every_word(filter, month::MONTHS);
    let filter = with_every_word(filter, month::WEEKDAYS);
    let filter = with_every_word(filter, number::SMALL);
    let filter = with_every_word(filter, number::TENS);
    let filter = with_every_word(filter, number::ORDINALS);
    let filter = with_zones(filter, zone_names::ABBREVIATIONS);
    let filter = with_zones(filter, zone_names::REGIONS);
    with_zones(filter, zone_names::PLACES)
};

/// Words that begin a mention and are in no list of their own.
const WORDS: Names = names("a|an|the|t|half|every|each|quarter|noon|midday|midnight|thirtieth");

const fn with_every_word(mut filter: Filter, names: Names) -> Filter {
    let bytes = names.list.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if at == 0 || !bytes[at - 1].is_ascii_alphabetic() {
            filter = with_bit(filter, bit_of(bytes, at));
        }
        at += 1;
    }
    filter
}

/// The first word of each zone, and of a city behind the area's name.
const fn with_zones(mut filter: Filter, zones: &[(&str, ZoneOffset)]) -> Filter {
    let mut zone = 0;
    while zone < zones.len() {
        let bytes = zones[zone].0.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if at == 0 || bytes[at - 1] == b'/' {
                filter = with_bit(filter, bit_of(bytes, at));
            }
            at += 1;
        }
        zone += 1;
    }
    filter
}

const fn with_bit(mut filter: Filter, bit: usize) -> Filter {
    filter[bit / 64] |= 1 << (bit % 64);
    filter
}

/// The bit of the word that begins at `at`.
const fn bit_of(bytes: &[u8], mut at: usize) -> usize {
    let mut hash: u32 = 0;
    while at < bytes.len() && bytes[at].is_ascii_alphabetic() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash >> 8) as usize % BITS
}

#[cfg(test)]
mod tests {
    use super::super::zone_names::{ABBREVIATIONS, PLACES, REGIONS};
    use super::*;

    #[test]
    fn every_zone_begins_with_an_opening_word() {
        let names = ABBREVIATIONS.iter().chain(REGIONS).chain(PLACES).map(|(name, _)| *name);
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
