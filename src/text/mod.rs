//! Layer 0: spans and tokens of a text. Knows nothing of incidents.

mod cursor;
mod span;
mod token;
mod utf16;

pub use cursor::Cursor;
pub use span::Span;
pub use token::{Case, Gap, Token, TokenKind, Tokens};
pub use utf16::Utf16Index;
