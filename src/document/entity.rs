//! Character references, such as `&ndash;` and `&#8211;`, in Markdown as in HTML.

use super::entity_names::get_entity;

/// Decodes the reference that `text` starts with; gives the character and the reference's length.
/// One that is unknown, or whose character is a control, gives `None` and stays as it stands.
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    let end = text.as_bytes().iter().take(12).position(|b| *b == b';')?;
    let name = &text[1..end];
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    (!character.is_control()).then_some((character, end + 1))
}

fn numbered(number: &str) -> Option<char> {
    // A sign is none of HTML's digits, but parses.
    let is_signed = number.contains('+');
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|_| !is_signed)
}

/// Spaces of all widths are spaces.
fn named(name: &str) -> Option<char> {
    let character = get_entity(name.as_bytes())?.chars().next()?;
    Some(if matches!(character, '\u{A0}' | '\u{2000}'..='\u{200A}') { ' ' } else { character })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn references_are_decoded_by_name_and_number() {
        assert_eq!(decode("&nbsp;x"), Some((' ', 6)));
        assert_eq!(decode("&rarr;"), Some(('→', 6)));
        assert_eq!(decode("&Uuml;"), Some(('Ü', 6)));
        assert_eq!(decode("&#8211;"), Some(('\u{2013}', 7)));
        assert_eq!(decode("&#x2013;"), Some(('\u{2013}', 8)));
    }

    #[test]
    fn what_is_no_reference_stays() {
        assert_eq!(decode("&more words;"), None);
        assert_eq!(decode("& b"), None);
        assert_eq!(decode("&#0;"), None);
        assert_eq!(decode("&#+38;"), None);
        assert_eq!(decode("&#x+26;"), None);
    }
}
