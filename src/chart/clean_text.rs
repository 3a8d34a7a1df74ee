//! Text of a report made safe to stand in a picture.

/// The words without control characters, which XML forbids, and without marks that reorder the
/// text around them. Line breaks and tabs become spaces.
pub(super) fn clean_text(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|&c| !c.is_control() && !reorders(c) && !is_noncharacter(c))
        .collect()
}

/// The text between marks that keep its direction to itself, where some of it runs right to left.
/// Other text is left alone.
pub(super) fn isolate_direction(text: &str) -> String {
    if text.chars().any(runs_right_to_left) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// Embeddings, overrides and isolates: a report must not turn the chart's own words around.
const fn reorders(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

const fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
const fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_overrides_go() {
        assert_eq!(clean_text("a\u{0}b\u{7}c\td\u{202E}e\u{FFFF}"), "abc de");
    }

    #[test]
    fn only_right_to_left_text_is_isolated() {
        assert_eq!(isolate_direction("plain"), "plain");
        assert_eq!(isolate_direction("תקלה 1"), "\u{2068}תקלה 1\u{2069}");
    }
}
