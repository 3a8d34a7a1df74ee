//! How wide text is, from a fixed table.
//!
//! Browsers and machines have different fonts, and asking them would give every reader another
//! chart. The table holds for each letter the wider of `DejaVu Sans` and `Noto Sans`, two of the
//! widest interface fonts, so that drawn text is narrower than measured rather than wider.

use super::FONT_SIZE_PX;
use super::clean_text::{clean_text, isolate_direction};

/// Advance widths of U+0020 to U+007E in thousandths of the font's size.
const ASCII_ADVANCES: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 551, 838, 318, 361, 318, 372, // space to /
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, // 0 to ?
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 339, 295, 656, 557, 907, 760, 787, // @ to O
    605, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 372, 390, 838, 500, // P to _
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, // ` to o
    635, 635, 413, 521, 392, 634, 592, 818, 592, 592, 525, 636, 551, 636, 838, // p to ~
];
const ELLIPSIS: char = '…';

/// The width of `text` at the charts' font size, in whole pixels, rounded up.
#[must_use]
pub fn text_width_px(text: &str) -> u32 {
    let thousandths: u32 = text.chars().map(advance).fold(0, u32::saturating_add);
    thousandths.saturating_mul(FONT_SIZE_PX).div_ceil(1000)
}

/// `text`, cleaned of control characters and cut to at most `width_px`, with an ellipsis where it
/// was cut.
///
/// It is cut between whole characters: an accent, a joined emoji or a flag stays with its base.
/// Text that runs right to left is kept from turning its surroundings around. Empty where not even
/// one character fits.
#[must_use]
pub fn fit_text(text: &str, width_px: u32) -> String {
    let clean = clean_text(text);
    let clean = clean.trim();
    if text_width_px(clean) <= width_px {
        return isolate_direction(clean);
    }
    let cut = longest_fitting(clean, width_px).trim_end();
    if cut.is_empty() { String::new() } else { isolate_direction(&format!("{cut}{ELLIPSIS}")) }
}

/// The longest start of `text` that fits beside an ellipsis and ends between whole characters.
fn longest_fitting(text: &str, width_px: u32) -> &str {
    let limit = width_px.saturating_mul(1000) / FONT_SIZE_PX;
    let (mut used, mut end) = (advance(ELLIPSIS), 0);
    let mut before = None;
    for (at, c) in text.char_indices() {
        if used > limit {
            break;
        }
        if !joins(before, c) {
            end = at;
        }
        used = used.saturating_add(advance(c));
        before = Some(c);
    }
    // OK because `end` is 0 or the start of a character.
    &text[..end]
}

/// Whether `c` belongs to the same written character as the one before it.
const fn joins(before: Option<char>, c: char) -> bool {
    let after_joiner = matches!(before, Some('\u{200D}'));
    let within_flag = matches!(before, Some(b) if is_flag_letter(b)) && is_flag_letter(c);
    after_joiner || within_flag || has_no_advance(c) || matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

const fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// The advance width in thousandths of the font's size.
fn advance(c: char) -> u32 {
    let ascii = u32::from(c).checked_sub(0x20).and_then(|place| usize::try_from(place).ok());
    if let Some(width) = ascii.and_then(|place| ASCII_ADVANCES.get(place)) {
        return u32::from(*width);
    }
    match c {
        _ if has_no_advance(c) => 0,
        '\u{A0}' | '·' | '‘' | '’' => 318,
        '–' | '“' | '”' => 518,
        '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}' => 1400,
        '—' | '…' => 1000,
        _ if is_square(c) => 1000,
        '\u{2000}'..='\u{2BFF}' => 900,
        _ => 760,
    }
}

/// Chinese, Japanese and Korean characters, and the wide forms of others.
const fn is_square(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}'
        | '\u{20000}'..='\u{3FFFD}')
}

/// Accents that stand on the letter before, joiners, variation selectors and direction marks.
const fn has_no_advance(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_add_up_and_round_up() {
        assert_eq!(text_width_px(""), 0);
        // 636 + 636 thousandths of 12 px are 15.3 px.
        assert_eq!(text_width_px("00"), 16);
        assert!(text_width_px("事故") > text_width_px("ab"));
        assert_eq!(text_width_px("e\u{301}"), text_width_px("e"));
    }

    #[test]
    fn text_that_fits_is_whole_and_the_rest_is_cut_with_an_ellipsis() {
        assert_eq!(fit_text("Checkout", 200), "Checkout");
        let cut = fit_text("Checkout returned errors for everyone", 80);
        assert!(cut.ends_with('…') && text_width_px(&cut) <= 80, "{cut}");
        assert!(cut.starts_with("Check"), "{cut}");
        assert_eq!(fit_text("Checkout", 3), "");
    }

    #[test]
    fn joined_emoji_accents_and_flags_are_never_cut_apart() {
        let family = "👩\u{200D}👩\u{200D}👧";
        let long = format!("{family}{family}{family}{family}{family}{family}");
        for width in 0..200 {
            let cut = fit_text(&long, width);
            let kept = cut.trim_end_matches('…');
            assert_eq!(kept.len() % family.len(), 0, "{width}");
        }
    }

    #[test]
    fn the_ellipsis_of_right_to_left_text_stays_inside_its_isolate() {
        let cut = fit_text("תקלה בשירות התשלומים במשך שעתיים", 80);
        assert!(cut.starts_with('\u{2068}') && cut.ends_with("…\u{2069}"), "{cut}");
    }
}
