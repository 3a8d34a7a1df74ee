//! Words and lengths as they stand in a cell of a Markdown table.

/// What Markdown gives a meaning to inside of a line.
const SPECIAL: &str = "\\`*_[]<>|#&~$";

/// `words` as one line of a cell, so that nothing in them is read as markup.
pub(super) fn cell(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        for c in word.chars() {
            if SPECIAL.contains(c) {
                line.push('\\');
            }
            line.push(c);
        }
    }
    line
}

/// A length to the second: `3 d 4 h 10 min`, `45 s`, `0 min`.
pub(super) fn exact_duration(minutes: f64) -> String {
    // OK because lengths are finite and not negative, and a cast stops at the integer's end.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let mut rest = (minutes * 60.0).round() as u64;
    let mut parts = Vec::new();
    for (size, unit) in [(86_400, " d"), (3600, " h"), (60, " min"), (1, " s")] {
        let count = rest / size;
        rest %= size;
        if count > 0 {
            parts.push([&count.to_string(), unit].concat());
        }
    }
    if parts.is_empty() { "0 min".to_owned() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_words_stays_words() {
        assert_eq!(cell("a|b *c*\n<d> & `e`"), "a\\|b \\*c\\* \\<d\\> \\& \\`e\\`");
        assert_eq!(cell(" \u{0}x\u{7}y "), "x y");
    }

    #[test]
    fn lengths_keep_their_seconds() {
        let lengths = [0.0, 0.75, 90.0, 4570.5].map(exact_duration);
        assert_eq!(lengths, ["0 min", "45 s", "1 h 30 min", "3 d 4 h 10 min 30 s"]);
    }
}
