//! The stable name of the rule that produced a value.

use std::borrow::Cow;
use std::fmt;

/// A kebab-case rule name, such as `window-between`. Names are stable and never reused.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(Cow<'static, str>);

impl RuleId {
    /// A rule of this program.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// A rule read back from stored data, which may come from another version.
    #[must_use]
    pub const fn stored(name: String) -> Self {
        Self(Cow::Owned(name))
    }

    /// The name itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
