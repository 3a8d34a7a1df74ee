//! Words without their case, for searching and sorting.

/// `words` in lower case: of the Latin, Greek and Cyrillic alphabets. Other letters stay as they are.
///
/// The standard library knows all alphabets by tables that weigh more in the page than all searching and sorting.
#[must_use]
pub fn folded(words: &str) -> String {
    words.chars().map(lower).collect()
}

fn lower(c: char) -> char {
    let distance = match c {
        'À'..='Þ' if c != '×' => 0x20,
        'Α'..='Ϋ' | 'А'..='Я' => 0x20,
        'Ѐ'..='Џ' => 0x50,
        // Capitals and small letters alternate.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => 1 - u32::from(c) % 2,
        'Ĺ'..='ň' | 'Ź'..='ž' => u32::from(c) % 2,
        _ => return c.to_ascii_lowercase(),
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn common_alphabets_lose_their_case() {
        let pairs = [
            ("Checkout DOWN", "checkout down"),
            ("ÄÖÜ ÉÑ × Þ ß", "äöü éñ × þ ß"),
            ("ŁÓDŹ ŠKODA ŽIŽKOV Ĺĺ Ŋŋ", "łódź škoda žižkov ĺĺ ŋŋ"),
            ("ΑΘΗΝΑ Ωω", "αθηνα ωω"),
            ("МОСКВА ЁЖ Їжак", "москва ёж їжак"),
            ("東京 🚒 ABC١", "東京 🚒 abc١"),
        ];
        for (words, expected) in pairs {
            assert_eq!(folded(words), expected);
        }
    }

    #[test]
    fn what_is_folded_stays_as_it_is() {
        let all: String = (0..0x500).filter_map(char::from_u32).collect();
        assert_eq!(folded(&folded(&all)), folded(&all));
    }
}
