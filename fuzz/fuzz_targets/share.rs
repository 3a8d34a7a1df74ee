//! Any fragment of a link and any picture is read or refused; what a link brings, it brings again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outage_lens::wire::carried::{from_png, from_svg};
use outage_lens::wire::link::{Parcel, link, parted, read_link};

fuzz_target!(|bytes: &[u8]| {
    let _ = from_png(bytes);
    if let Ok(words) = std::str::from_utf8(bytes) {
        let _ = from_svg(words);
        match read_link(words) {
            Ok(parcel) => assert_eq!(read_link(&link(&parcel)), Ok(parcel)),
            Err(fault) => assert!(fault.sentence().ends_with('.')),
        }
        assert!(parted(words).iter().all(|digest| !digest.trim().is_empty()));
    }
    let parcel = Parcel { bytes: bytes.to_vec(), is_compressed: bytes.len() % 2 == 0 };
    let whole = link(&parcel);
    assert_eq!(read_link(&whole), Ok(parcel));
    // A link that was cut anywhere says so. One of nothing has nothing to lose at its end.
    if let Some(first) = bytes.first() {
        assert!(read_link(&whole[..usize::from(*first) % whole.len()]).is_err());
    }
});
