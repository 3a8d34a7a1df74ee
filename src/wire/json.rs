//! JSON, read in one walk over its text into one list.
//!
//! What is stored of a library and what is exported of it is read here, in the page and outside of it alike. The browser's
//! own reader would have to be asked for every field across the border of the wasm, and a value that holds its parts would be
//! dozens of small pieces of memory for each record: either takes several times as long.

mod reader;

use std::borrow::Cow;

use self::reader::Reader;

/// Reads a number with a fraction, an exponent or many digits, which is one by the grammar of JSON.
///
/// Whoever reads JSON brings it along: outside of the page the standard library ([`str::parse`]), whose tables of powers
/// would be most of what reading JSON weighs; in the page the browser.
pub type ReadNumber = fn(&str) -> f64;

/// A text of JSON (RFC 8259) that was read.
#[derive(Clone, Debug)]
pub struct Json<'a> {
    /// Every value, behind each list and object what is in it, and before each value of an object its name.
    parts: Vec<Part<'a>>,
}

/// The fields of a value, which are found the sooner the more they are asked for in the order in which they stand.
#[derive(Clone, Debug)]
pub struct Fields<'j> {
    /// A name and a value after the other.
    parts: &'j [Part<'j>],
    /// Where the field stands that comes behind the one that was found last.
    next: usize,
}

/// One value, where it stands in a text.
#[derive(Clone, Copy, Debug)]
pub struct Value<'j> {
    /// The value itself, and behind it what is in it.
    parts: &'j [Part<'j>],
}

#[derive(Clone, Debug)]
enum Part<'a> {
    Null,
    Truth(bool),
    Number(f64),
    /// As in the source where there are no escapes.
    Text(Cow<'a, str>),
    /// How many parts belong to it.
    List(usize),
    /// Likewise.
    Object(usize),
}

impl<'a> Json<'a> {
    /// Reads `source`, and its numbers that are not short and whole with `number`. Half of a surrogate pair becomes U+FFFD,
    /// as it does when it is pasted.
    ///
    /// # Errors
    ///
    /// Says what was expected, and at which line and column.
    pub fn parse(source: &'a str, number: ReadNumber) -> Result<Self, String> {
        Reader::new(source, number).read().map(|parts| Self { parts })
    }

    /// The value that the text is.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        Value { parts: &self.parts }
    }
}

impl<'j> Value<'j> {
    /// The field of that name; `None` where this is no object, has none, or has `null` there.
    #[must_use]
    pub fn field(self, name: &str) -> Option<Self> {
        Fields::of(self).find(name)
    }

    /// The items; `None` where this is no list.
    #[must_use]
    pub fn items(self) -> Option<impl Iterator<Item = Self>> {
        let [Part::List(_), content @ ..] = self.parts else { return None };
        let mut rest = content;
        Some(std::iter::from_fn(move || {
            let item = Self { parts: rest }.alone();
            rest = rest.get(item.parts.len()..)?;
            (!item.parts.is_empty()).then_some(item)
        }))
    }

    /// Without what stands behind it.
    fn alone(self) -> Self {
        let length = match self.parts {
            [] => 0,
            [Part::List(length) | Part::Object(length), ..] => 1 + length,
            [..] => 1,
        };
        Self { parts: self.parts.get(..length).unwrap_or_default() }
    }

    /// Whether it has fields.
    #[must_use]
    pub const fn is_object(self) -> bool {
        matches!(self.parts, [Part::Object(_), ..])
    }

    /// Whether it is `null`.
    #[must_use]
    pub const fn is_null(self) -> bool {
        matches!(self.parts, [Part::Null, ..])
    }

    /// The text; `None` where this is none.
    #[must_use]
    pub fn text(self) -> Option<&'j str> {
        if let [Part::Text(text), ..] = self.parts { Some(text) } else { None }
    }

    /// The number, which is finite; `None` where this is none.
    #[must_use]
    pub const fn number(self) -> Option<f64> {
        if let [Part::Number(number), ..] = self.parts { Some(*number) } else { None }
    }

    /// `true` or `false`; `None` where this is neither.
    #[must_use]
    pub const fn truth(self) -> Option<bool> {
        if let [Part::Truth(truth), ..] = self.parts { Some(*truth) } else { None }
    }
}

impl<'j> Fields<'j> {
    /// The fields of `value`; none where it is no object.
    #[must_use]
    pub fn of(value: Value<'j>) -> Self {
        let parts =
            if let [Part::Object(length), parts @ ..] = value.parts { parts.get(..*length) } else { None };
        Self { parts: parts.unwrap_or_default(), next: 0 }
    }

    /// The value of that name; `None` where there is none, or `null`. Which one of several it is depends on what was asked
    /// for before.
    pub fn find(&mut self, name: &str) -> Option<Value<'j>> {
        let start = self.next;
        loop {
            match self.next() {
                Some((known, value)) if known == name => return Some(value).filter(|value| !value.is_null()),
                Some(_) => {}
                // From the beginning up to where it was.
                None => self.next = 0,
            }
            if self.next == start {
                return None;
            }
        }
    }
}

impl<'j> Iterator for Fields<'j> {
    type Item = (&'j str, Value<'j>);

    fn next(&mut self) -> Option<Self::Item> {
        let [Part::Text(name), parts @ ..] = self.parts.get(self.next..)? else { return None };
        let value = Value { parts }.alone();
        self.next += 1 + value.parts.len();
        Some((name, value))
    }
}
