//! Mentions lie inside the text, on character boundaries, and are never empty.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outage_lens::mention::recognize;
use outage_lens::text::Tokens;

fuzz_target!(|text: &str| {
    for mention in recognize(&Tokens::scan(text)).list {
        let quote = text.get(mention.span.start..mention.span.end);
        assert!(quote.is_some_and(|quote| !quote.is_empty()), "{mention:?} is not a part of the text");
    }
});
