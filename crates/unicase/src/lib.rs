//! Stands in for the crate of this name, of which `pulldown-cmark` uses one type, for the labels of
//! links: `[Runbook]` leads where `[runbook]: https://example.org` says.
//!
//! The crate of this name folds every alphabet, with tables that weigh more than the rest of what the
//! page does with links. Here only ASCII is folded: letters of other alphabets have to be written alike.

use std::hash::{Hash, Hasher};

/// Words that are the same where they differ only in ASCII case.
#[derive(Clone, Copy, Debug)]
pub struct UniCase<S>(S);

impl<S: AsRef<str>> UniCase<S> {
    /// Wraps `words`.
    pub const fn new(words: S) -> Self {
        Self(words)
    }
}

impl<S: AsRef<str>> AsRef<str> for UniCase<S> {
    fn as_ref(&self) -> &str {
        self.0.as_ref()
    }
}

impl<S: AsRef<str>> PartialEq for UniCase<S> {
    fn eq(&self, other: &Self) -> bool {
        self.as_ref().eq_ignore_ascii_case(other.as_ref())
    }
}

impl<S: AsRef<str>> Eq for UniCase<S> {}

impl<S: AsRef<str>> Hash for UniCase<S> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        for byte in self.as_ref().bytes() {
            hasher.write_u8(byte.to_ascii_lowercase());
        }
        // No byte of a text: where words end counts too.
        hasher.write_u8(0xFF);
    }
}
