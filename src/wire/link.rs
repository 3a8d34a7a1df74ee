//! Reports in the fragment of a link, where no server sees them.
//!
//! `1z.K9XQ2A.318.eJy…`: the version, with `z` where what follows is compressed (raw DEFLATE); a checksum; how many
//! characters follow; the bytes in the alphabet of URLs (RFC 4648, section 5). Chats cut long links: the length and the
//! checksum tell a link that was cut or changed from one that is whole.
//!
//! The bytes are [digests](super::digest) in UTF-8 with a form feed between two of them.

use super::checksum::crc32;
use crate::text::Gather;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Between two digests.
const BETWEEN: char = '\u{c}';
/// The longest text that a link may unfold to, in bytes: what was compressed to harm is refused.
pub const LONGEST_SHARED_BYTES: usize = 4_000_000;

/// Lengths of links at which well-known places cut them, in characters, the shortest first.
pub const CUTTERS: [(usize, &str); 2] = [(2_000, "Discord"), (4_000, "Slack")];

/// What a link brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// The digests, as bytes.
    pub bytes: Vec<u8>,
    /// Whether they are compressed.
    pub is_compressed: bool,
}

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It is no link of this program, or of a later version.
    Unknown,
    /// It is shorter than it was.
    Cut {
        /// How many characters arrived.
        arrived: usize,
        /// How many there were.
        sent: usize,
    },
    /// It is as long as it was but not the same.
    Changed,
}

impl LinkFault {
    /// What it means, in a sentence.
    #[must_use]
    pub fn sentence(self) -> String {
        match self {
            Self::Unknown => {
                "This link holds no reports that this version of Outage Lens can read.".to_owned()
            }
            Self::Cut { arrived, sent } => format!(
                "This link was cut: {arrived} of {sent} characters arrived. Chats cut long links; ask for it as a file."
            ),
            Self::Changed => "This link was changed on its way. Ask for it once more.".to_owned(),
        }
    }
}

/// The text of several digests.
#[must_use]
pub fn joined(digests: &[String]) -> String {
    digests.join(&BETWEEN.to_string())
}

/// The digests of a text.
#[must_use]
pub fn parted(text: &str) -> Vec<String> {
    text.split(BETWEEN).filter(|digest| !digest.trim().is_empty()).map(str::to_owned).gather()
}

/// The part of a link that stands behind `#share=`.
#[must_use]
pub fn link(parcel: &Parcel) -> String {
    let words = encoded(&parcel.bytes);
    let mark = if parcel.is_compressed { "1z." } else { "1." };
    let checksum = encoded(&crc32(&[&parcel.bytes]).to_be_bytes());
    [mark, &checksum, ".", &words.len().to_string(), ".", &words].concat()
}

/// What stands behind `#share=`.
///
/// # Errors
/// Says what is wrong with the link.
pub fn read_link(words: &str) -> Result<Parcel, LinkFault> {
    let mut parts = words.trim().splitn(4, '.');
    let is_compressed = match parts.next() {
        Some("1z") => true,
        Some("1") => false,
        _ => return Err(LinkFault::Unknown),
    };
    let checksum = parts.next().ok_or(LinkFault::Unknown)?;
    let sent = parts.next().and_then(|length| length.parse().ok()).ok_or(LinkFault::Unknown)?;
    let words = parts.next().unwrap_or_default();
    if words.len() < sent {
        return Err(LinkFault::Cut { arrived: words.len(), sent });
    }
    let bytes = decoded(words).filter(|_| words.len() == sent).ok_or(LinkFault::Changed)?;
    if encoded(&crc32(&[&bytes]).to_be_bytes()) != checksum {
        return Err(LinkFault::Changed);
    }
    Ok(Parcel { bytes, is_compressed })
}

fn encoded(bytes: &[u8]) -> String {
    let mut words = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |place: usize| u32::from(chunk.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..=chunk.len() {
            // OK because six bits are a place in the alphabet.
            words.push(char::from(ALPHABET[(bits >> (18 - 6 * place) & 63) as usize]));
        }
    }
    words
}

fn decoded(words: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(words.len() / 4 * 3 + 2);
    for chunk in words.as_bytes().chunks(4) {
        let mut bits: u32 = 0;
        for place in 0..4 {
            let letter = chunk.get(place);
            let six = letter.map_or(Some(0), |letter| ALPHABET.iter().position(|known| known == letter));
            bits = bits << 6 | u32::try_from(six?).ok()?;
        }
        (chunk.len() > 1).then_some(())?;
        bytes.extend_from_slice(&bits.to_be_bytes()[1..chunk.len()]);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_the_standard_come_out_and_go_back() {
        for (bytes, words) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encoded(bytes.as_bytes()), words);
            assert_eq!(decoded(words).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(encoded(&[0xFB, 0xFF]), "-_8");
        for words in ["Z", "Zg==", "Zm9vZ", "Z g", "Zü"] {
            assert_eq!(decoded(words), None, "{words}");
        }
    }

    #[test]
    fn a_link_comes_back_whole_or_says_what_is_wrong() {
        let parcel = Parcel { bytes: "# Übersicht\n🚒".into(), is_compressed: false };
        let words = link(&parcel);
        assert!(words.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte)), "{words}");
        assert_eq!(read_link(&words), Ok(parcel));
        let sent = words.rsplit('.').next().map_or(0, str::len);
        for cut in 1..sent {
            let arrived = sent - cut;
            assert_eq!(read_link(&words[..words.len() - cut]), Err(LinkFault::Cut { arrived, sent }));
        }
        assert_eq!(read_link(&words.replace("1.", "2.")), Err(LinkFault::Unknown));
        assert_eq!(read_link(&[&words, "A"].concat()), Err(LinkFault::Changed));
        let swapped = [&words[..words.len() - 1], if words.ends_with('A') { "B" } else { "A" }].concat();
        assert_eq!(read_link(&swapped), Err(LinkFault::Changed));
        for words in ["", "1", "1..", "1.a.b.c", "compare", "1z"] {
            assert_eq!(read_link(words), Err(LinkFault::Unknown), "{words}");
        }
    }

    #[test]
    fn digests_are_parted_as_they_were_joined() {
        let digests = ["# One\n".to_owned(), "# Two\n".to_owned()];
        assert_eq!(parted(&joined(&digests)), digests);
        assert!(parted("\u{c} \u{c}").is_empty());
    }
}
