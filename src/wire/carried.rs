//! Pictures that carry their data: the digests of what a chart shows, inside of its SVG or PNG file.
//!
//! In an SVG they stand in `<metadata>`; in a PNG in a text chunk (`iTXt`, as the PNG specification has it, section 11.3.3).
//! Either way a picture that was saved from here and is dropped on the page opens what it shows.

use super::checksum::crc32;

const OPENING: &str = "<metadata id=\"outage-lens\">";
const CLOSING: &str = "</metadata>";
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The key of the chunk, and that its text is neither compressed nor translated.
const KEY: &[u8] = b"outage-lens\0\0\0\0\0";
/// The length, the kind and the checksum of a chunk.
const CHUNK_FRAME: usize = 12;

/// The SVG with `text` inside; as it was where it is no SVG of this program.
#[must_use]
pub fn into_svg(svg: &str, text: &str) -> String {
    let Some(end) = svg.rfind("</svg>") else { return svg.to_owned() };
    // A form feed has no place in XML, not even escaped: the character for its picture stands for it.
    let escaped =
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\u{c}', "\u{240c}");
    [&svg[..end], OPENING, &escaped, CLOSING, "\n", &svg[end..]].concat()
}

/// The text that an SVG carries.
#[must_use]
pub fn from_svg(svg: &str) -> Option<String> {
    let (_, rest) = svg.split_once(OPENING)?;
    let (text, _) = rest.split_once(CLOSING)?;
    Some(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace('\u{240c}', "\u{c}"))
}

/// The PNG with `text` inside, before its last chunk; as it was where it is no PNG.
#[must_use]
pub fn into_png(png: &[u8], text: &str) -> Vec<u8> {
    let last = png.len().saturating_sub(CHUNK_FRAME);
    let (before, end) = png.split_at(last);
    if !png.starts_with(SIGNATURE) || end.get(4..8) != Some(b"IEND") {
        return png.to_vec();
    }
    let data = [KEY, text.as_bytes()].concat();
    let length = u32::try_from(data.len()).unwrap_or(0).to_be_bytes();
    let checksum = crc32(&[b"iTXt", &data]).to_be_bytes();
    [before, &length, b"iTXt", &data, &checksum, end].concat()
}

/// The text that a PNG carries.
#[must_use]
pub fn from_png(png: &[u8]) -> Option<String> {
    let mut rest = png.strip_prefix(SIGNATURE)?;
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let data = after.get(..length)?;
        if let Some(text) = data.strip_prefix(KEY).filter(|_| kind == b"iTXt") {
            return String::from_utf8(text.to_vec()).ok();
        }
        rest = after.get(length.checked_add(4)?..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One grey pixel.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
                         \0\0\0\nIDATx\x9cc\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xaeB`\x82";
    const TEXT: &str = "# A <b> & c\n\u{c}# 🚒 &lt; ]]>\n";

    #[test]
    fn a_picture_gives_back_what_it_carries() {
        let svg = into_svg("<svg><text>x</text></svg>\n", TEXT);
        assert_eq!(from_svg(&svg).as_deref(), Some(TEXT));
        assert!(roxmltree::Document::parse(&svg).is_ok(), "{svg}");
        let png = into_png(PNG, TEXT);
        assert_eq!(from_png(&png).as_deref(), Some(TEXT));
        assert_eq!(
            (png.len(), &png[png.len() - 12..]),
            (PNG.len() + TEXT.len() + KEY.len() + 12, &PNG[PNG.len() - 12..])
        );
    }

    #[test]
    fn other_files_carry_nothing_and_stay_as_they_are() {
        for bytes in
            [&b""[..], b"GIF89a", SIGNATURE, &PNG[..20], PNG, b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT"]
        {
            assert_eq!(from_png(bytes), None);
        }
        assert_eq!(into_png(b"GIF89a", TEXT), b"GIF89a");
        assert_eq!(from_svg("<svg></svg>"), None);
        assert_eq!(into_svg("no picture", TEXT), "no picture");
    }
}
