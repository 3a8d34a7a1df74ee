//! Which tokens can begin a mention at all: most words cannot, and are passed over at once.

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

fn is_opening_word(word: &str) -> bool {
    word.len() <= LONGEST && WORDS.binary_search(&word).is_ok()
}

/// Length of the longest of [`WORDS`].
const LONGEST: usize = 11;

/// The words that begin a date, a time, a number in words or a zone, sorted.
const WORDS: [&str; 188] = [
    "a", "acdt", "acst", "adt", "aedt", "aest", "aet", "afghanistan", "africa", "aft", "akdt", "akst",
    "alaska", "america", "an", "apr", "april", "arabian", "argentina", "asia", "ast", "atlantic", "aug",
    "august", "australia", "australian", "awst", "berlin", "british", "brst", "brt", "bst", "cat", "cdt",
    "central", "cest", "cet", "china", "clt", "colombia", "coordinated", "cot", "cst", "ct", "dec",
    "december", "east", "eastern", "eat", "edt", "eest", "eet", "eight", "eighteen", "eighty", "eleven",
    "est", "et", "europe", "feb", "february", "febuary", "fifteen", "fifty", "five", "forty", "four",
    "fourteen", "fourty", "fri", "friday", "gmt", "greenwich", "gst", "gulf", "half", "hawaii", "hkt",
    "hong", "hst", "ict", "india", "indian", "indochina", "irish", "ist", "jan", "january", "japan", "jst",
    "jul", "july", "jun", "june", "korea", "kst", "local", "london", "madrid", "mar", "march", "may", "mdt",
    "midday", "midnight", "mon", "monday", "montreal", "moscow", "mountain", "msk", "mst", "mt", "myt",
    "ndt", "new", "nine", "nineteen", "ninety", "noon", "nov", "november", "npt", "nst", "nzdt", "nzst",
    "nzt", "oct", "october", "one", "pacific", "pakistan", "paris", "pdt", "pet", "pht", "pkt", "pst", "pt",
    "sao", "sast", "sat", "saturday", "sep", "sept", "september", "seven", "seventeen", "seventy", "sgt",
    "singapore", "six", "sixteen", "sixty", "south", "sun", "sunday", "t", "ten", "the", "thirteen",
    "thirty", "three", "thu", "thur", "thurs", "thursday", "tost", "trt", "tue", "tues", "tuesday", "twelve",
    "twenty", "two", "us", "utc", "wat", "wed", "wednesday", "weds", "west", "western", "wet", "wib", "z",
    "zulu", "zurich",
];

#[cfg(test)]
mod tests {
    use super::super::zone_names::{ABBREVIATIONS, PLACES, REGIONS};
    use super::*;

    #[test]
    fn the_words_are_sorted_and_no_longer_than_said() {
        assert!(WORDS.is_sorted());
        assert_eq!(WORDS.iter().map(|word| word.len()).max(), Some(LONGEST));
    }

    #[test]
    fn every_zone_begins_with_an_opening_word() {
        let names = ABBREVIATIONS.iter().chain(REGIONS).chain(PLACES).map(|(name, _)| *name);
        for name in names {
            let first = name.split([' ', '/']).next().unwrap_or("");
            assert!(is_opening_word(first), "{name}");
        }
    }

    #[test]
    fn every_month_weekday_and_number_word_is_an_opening_word() {
        for word in "january february march april may june july august september october november december \
                     monday tuesday wednesday thursday friday saturday sunday one two twenty ninety a an half \
                     noon midnight"
            .split_whitespace()
        {
            assert!(is_opening_word(word), "{word}");
        }
    }
}
