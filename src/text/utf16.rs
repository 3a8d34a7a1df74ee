//! From byte offsets to UTF-16 code units, which JavaScript counts in.

/// Converts byte offsets of one text into UTF-16 offsets.
///
/// Built once in linear time; each look-up reads at most a kilobyte.
pub struct Utf16Index<'t> {
    text: &'t str,
    /// The UTF-16 offset at every multiple of `STRIDE` bytes.
    marks: Vec<usize>,
}

const STRIDE: usize = 1024;

impl<'t> Utf16Index<'t> {
    /// Indexes `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut units = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            marks.push(units);
            units += units_in(chunk);
        }
        marks.push(units);
        Self { text, marks }
    }

    /// The UTF-16 offset of byte `offset`; past the end it is the text's length.
    #[must_use]
    pub fn offset(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let mark = offset / STRIDE;
        // OK because one mark is pushed for each chunk and one for the end.
        self.marks[mark] + units_in(&self.text.as_bytes()[mark * STRIDE..offset])
    }
}

/// UTF-16 units that begin in `bytes`: every character counts at its first byte, twice from 4 bytes on.
fn units_in(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..=0xBF => 0,
            0xF0.. => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_the_standard_library_on_every_boundary() {
        let text = "aé€𝄞 ".repeat(700);
        let index = Utf16Index::new(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(index.offset(byte), text[..byte].encode_utf16().count());
        }
        assert_eq!(index.offset(usize::MAX), text.encode_utf16().count());
    }
}
