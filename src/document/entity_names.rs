//! The names of characters that occur in reports, such as `&ndash;`.
//!
//! `pulldown-cmark` knows more than two thousand, which weigh as much as a tenth of the page. For the
//! page, `scripts/lean_crates.sh` puts this file in the place of theirs, so it uses nothing of this crate.

/// Each name behind its character.
const NAMES: &str = "&amp <lt >gt \"quot 'apos \u{A0}nbsp \u{2002}ensp \u{2003}emsp \u{2009}thinsp \
    –ndash —mdash −minus ±plusmn ×times ÷divide ≈asymp ≈ap ≠ne ≤le ≤leq ≥ge ≥geq ∞infin °deg µmicro \
    …hellip ·middot •bull ‘lsquo ’rsquo ‚sbquo “ldquo ”rdquo „bdquo «laquo »raquo ‹lsaquo ›rsaquo \
    ←larr ↑uarr →rarr ↓darr ↔harr ⇐lArr ⇒rArr ✓check ✗cross §sect ¶para ©copy ®reg ™trade \
    €euro £pound ¥yen ¢cent ½frac12 ¼frac14 ¾frac34 ¹sup1 ²sup2 ³sup3 !excl #num $dollar %percnt (lpar \
    )rpar *ast +plus ,comma .period /sol :colon ;semi =equals ?quest @commat [lsqb [lbrack \\bsol ]rsqb \
    ]rbrack _lowbar `grave {lcub {lbrace |vert |verbar }rcub }rbrace áaacute àagrave âacirc ãatilde \
    äauml åaring æaelig çccedil éeacute èegrave êecirc ëeuml íiacute ïiuml îicirc ñntilde óoacute \
    òograve ôocirc õotilde öouml øoslash úuacute ùugrave ûucirc üuuml ßszlig ÁAacute ÄAuml ÅAring \
    ÇCcedil ÉEacute ÖOuml ØOslash ÜUuml";

/// The character of the name.
pub(crate) fn get_entity(name: &[u8]) -> Option<&'static str> {
    NAMES.split(' ').find_map(|word| {
        let (character, known) = word.split_at(word.chars().next()?.len_utf8());
        (known.as_bytes() == name).then_some(character)
    })
}

#[cfg(test)]
mod tests {
    use super::{NAMES, get_entity};
    use crate::document::Document;

    #[test]
    fn every_name_gives_its_character_in_markdown_as_in_html() {
        for word in NAMES.split(' ') {
            let (character, name) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
            assert_eq!(get_entity(name.as_bytes()), Some(character), "{name}");
            let seen =
                |text: &str, file| Document::parse(text, Some(file)).visible().replace(['\0', '\x1E'], "");
            let words = format!("a &{name}; b");
            assert_eq!(seen(&words, "report.md"), seen(&words, "report.html"), "{name}");
            assert!(!seen(&words, "report.md").contains(name) || name.len() == 1, "{name}");
        }
    }

    #[test]
    fn other_names_of_html_stay_as_they_stand() {
        assert_eq!(Document::parse("a &Zscr; b", None).visible().trim_end_matches('\x1E'), "a &Zscr; b");
    }
}
