//! How much of a text is read.

/// Bytes of a text that are read for facts. A report is never as long; a log that was pasted by
/// mistake is, and must not hold the page up.
pub const MOST_BYTES_READ: usize = 1_000_000;

/// The part of `text` that is read for facts.
#[must_use]
pub fn readable(text: &str) -> &str {
    &text[..text.floor_char_boundary(MOST_BYTES_READ)]
}

/// What to say of a text that is longer than what is read.
pub(super) fn too_long(text: &str) -> Option<String> {
    const MEGABYTE: usize = 1_000_000;
    (text.len() > MOST_BYTES_READ).then(|| {
        format!(
            "This text is {} MB long. Facts come from its first {} MB; the text itself is kept whole.",
            text.len() / MEGABYTE,
            MOST_BYTES_READ / MEGABYTE
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_read_up_to_a_character_and_said_to_be_long() {
        let text = "é".repeat(MOST_BYTES_READ);
        assert!(readable(&text).len() <= MOST_BYTES_READ);
        assert!(too_long(&text).is_some_and(|sentence| sentence.contains("2 MB")));
        assert_eq!(too_long("short"), None);
    }
}
