//! The walk over a JSON text.

use std::borrow::Cow;

use super::{Part, ReadNumber};

/// How deep values may stand in each other. Records need six; without an end a text of brackets would use up the stack.
const DEEPEST: u32 = 64;
/// Whole numbers up to this one are exact.
const EXACT_END: u64 = 1 << 53;
/// So many digits cannot overflow while they are read.
const MOST_DIGITS: usize = 19;

/// A record has about so many parts.
const PARTS_AT_FIRST: usize = 128;

/// What stands where something else was expected.
type Expected = &'static str;

/// Stands at one place of a text.
pub(super) struct Reader<'a> {
    source: &'a str,
    at: usize,
    depth: u32,
    read_number: ReadNumber,
    parts: Vec<Part<'a>>,
}

impl<'a> Reader<'a> {
    pub fn new(source: &'a str, read_number: ReadNumber) -> Self {
        let parts = Vec::with_capacity(PARTS_AT_FIRST);
        Self { source, at: 0, depth: 0, read_number, parts }
    }

    pub fn read(mut self) -> Result<Vec<Part<'a>>, String> {
        match self.whole() {
            Ok(()) => Ok(self.parts),
            Err(expected) => Err(self.fault(expected)),
        }
    }

    fn whole(&mut self) -> Result<(), Expected> {
        self.value()?;
        if self.peek().is_some() { Err("the end") } else { Ok(()) }
    }

    /// The next byte that is no space, which is not passed.
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                other => return other,
            }
        }
    }

    fn byte(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    /// Passes `byte` where it stands here.
    fn pass(&mut self, byte: u8) -> bool {
        let is_here = self.byte() == Some(byte);
        self.at += usize::from(is_here);
        is_here
    }

    fn value(&mut self) -> Result<(), Expected> {
        let part = match self.peek() {
            Some(b'"') => Part::Text(self.text()?),
            Some(b'{') => return self.nested(Part::Object, Self::object),
            Some(b'[') => return self.nested(Part::List, Self::list),
            Some(b'-' | b'0'..=b'9') => Part::Number(self.number()?),
            _ => self.word()?,
        };
        self.parts.push(part);
        Ok(())
    }

    fn word(&mut self) -> Result<Part<'a>, Expected> {
        let words = [("null", Part::Null), ("true", Part::Truth(true)), ("false", Part::Truth(false))];
        let rest = &self.source[self.at..];
        let (word, part) = words.into_iter().find(|(word, _)| rest.starts_with(word)).ok_or("a value")?;
        self.at += word.len();
        Ok(part)
    }

    /// A list or an object, which `read` fills and `part` makes of the number of parts in it.
    fn nested(
        &mut self,
        part: fn(usize) -> Part<'a>,
        read: fn(&mut Self) -> Result<(), Expected>,
    ) -> Result<(), Expected> {
        if self.depth == DEEPEST {
            return Err("a value that is not as deep");
        }
        self.at += 1;
        self.depth += 1;
        let place = self.parts.len();
        self.parts.push(Part::Null);
        read(self)?;
        self.parts[place] = part(self.parts.len() - place - 1); // OK because it was just put there.
        self.depth -= 1;
        Ok(())
    }

    fn list(&mut self) -> Result<(), Expected> {
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.value()?;
            if self.ends(b']', "`,` or `]`")? {
                return Ok(());
            }
        }
    }

    fn object(&mut self) -> Result<(), Expected> {
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.peek();
            let name = self.text().map_err(|_| "the name of a field")?;
            self.parts.push(Part::Text(name));
            if self.peek() != Some(b':') {
                return Err("`:`");
            }
            self.at += 1;
            self.value()?;
            if self.ends(b'}', "`,` or `}`")? {
                return Ok(());
            }
        }
    }

    /// Passes what stands behind an item: `end`, or a comma and then it does not end.
    fn ends(&mut self, end: u8, expected: Expected) -> Result<bool, Expected> {
        let next = self.peek().filter(|next| *next == b',' || *next == end).ok_or(expected)?;
        self.at += 1;
        Ok(next == end)
    }

    fn number(&mut self) -> Result<f64, Expected> {
        let start = self.at;
        self.pass(b'-');
        let digits_start = self.at;
        let whole = if self.pass(b'0') { 0 } else { self.digits()? };
        let is_whole = digits_start == start && !matches!(self.byte(), Some(b'.' | b'e' | b'E'));
        if is_whole && whole <= EXACT_END && self.at - start <= MOST_DIGITS {
            // OK because it is exact.
            #[expect(clippy::cast_precision_loss)]
            return Ok(whole as f64);
        }
        if self.pass(b'.') {
            self.digits()?;
        }
        if self.pass(b'e') || self.pass(b'E') {
            if !self.pass(b'+') {
                self.pass(b'-');
            }
            self.digits()?;
        }
        let number = (self.read_number)(&self.source[start..self.at]);
        if number.is_finite() { Ok(number) } else { Err("a number that is not as large") }
    }

    /// At least one digit, as a number where there are no more than [`MOST_DIGITS`].
    fn digits(&mut self) -> Result<u64, Expected> {
        let start = self.at;
        let mut number: u64 = 0;
        while let Some(digit @ b'0'..=b'9') = self.byte() {
            number = number.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            self.at += 1;
        }
        if self.at > start { Ok(number) } else { Err("a digit") }
    }

    fn text(&mut self) -> Result<Cow<'a, str>, Expected> {
        if !self.pass(b'"') {
            return Err("a text");
        }
        let plain = self.plain()?;
        if self.pass(b'"') {
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        while self.pass(b'\\') {
            text.push(self.escaped()?);
            text.push_str(self.plain()?);
        }
        if self.pass(b'"') { Ok(Cow::Owned(text)) } else { Err("`\"`") }
    }

    /// What stands here up to an escape or the text's end.
    fn plain(&mut self) -> Result<&'a str, Expected> {
        let start = self.at;
        let rest = &self.source.as_bytes()[start..];
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..b' ')).ok_or("`\"`")?;
        self.at += length;
        if rest[length] < b' ' {
            return Err("an escape in the place of a control character");
        }
        Ok(&self.source[start..self.at])
    }

    fn escaped(&mut self) -> Result<char, Expected> {
        const EXPECTED: Expected = "one of `\"\\/bfnrtu`";
        let letter = self.byte().ok_or(EXPECTED)?;
        let c = match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unit_escape();
            }
            _ => return Err(EXPECTED),
        };
        self.at += 1;
        Ok(c)
    }

    /// The character of one escaped UTF-16 unit, or of two that belong together.
    fn unit_escape(&mut self) -> Result<char, Expected> {
        let unit = self.unit()?;
        let behind = self.at;
        if (0xD800..0xDC00).contains(&unit) && self.source[behind..].starts_with("\\u") {
            self.at += 2;
            let low = self.unit()?;
            if (0xDC00..0xE000).contains(&low) {
                let c = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                return Ok(char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = behind;
        }
        Ok(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn unit(&mut self) -> Result<u32, Expected> {
        let digits = self.source.as_bytes().get(self.at..self.at + 4).ok_or("four hexadecimal digits")?;
        let mut unit = 0;
        for digit in digits {
            unit = unit << 4 | char::from(*digit).to_digit(16).ok_or("four hexadecimal digits")?;
        }
        self.at += 4;
        Ok(unit)
    }

    fn fault(&self, expected: Expected) -> String {
        let before = self.source.get(..self.at).unwrap_or_default();
        let line = before.split('\n').count().to_string();
        let column = (before.chars().rev().take_while(|c| *c != '\n').count() + 1).to_string();
        ["line ", &line, ", column ", &column, ": expected ", expected].concat()
    }
}
