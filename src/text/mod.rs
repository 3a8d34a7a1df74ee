//! Layer 0: spans and tokens of a text. Knows nothing of incidents.

mod by_number;
mod csv;
mod cursor;
mod decimal;
mod fold;
mod gather;
mod initials;
mod order;
mod span;
mod token;
mod utf16;
mod word_list;

pub use by_number::ByNumber;
pub use csv::push_csv_row;
pub use cursor::Cursor;
pub use decimal::{decimal, parse_decimal};
pub use fold::folded;
pub use gather::Gather;
pub use initials::{Openings, initials};
pub use order::{float_key, sorted_by_key, sorted_by_words};
pub use span::Span;
pub use token::{Case, Gap, Token, TokenKind, Tokens, is_letter};
pub use utf16::Utf16Index;
pub use word_list::{group_of, is_one_of, spaced};
