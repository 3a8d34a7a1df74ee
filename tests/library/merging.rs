//! Importing into a library that holds reports already.

use outage_lens::wire::library::{KeptReport, Merge, merge};
use outage_lens::wire::stored::{StoredReport, VERSION};
use proptest::prelude::*;

use crate::arbitrary::library;

fn kept(id: f64, changed_ms: f64) -> KeptReport {
    let report = StoredReport {
        version: VERSION,
        id,
        added_ms: 1.0,
        changed_ms,
        deleted_ms: None,
        source: "pasted".to_owned(),
        file_name: None,
        reader: "0.1.0".to_owned(),
        opening: None,
        incidents: Vec::new(),
    };
    KeptReport { report, text: Some(format!("text of {changed_ms}")) }
}

fn counts(merge: &Merge) -> [usize; 5] {
    [merge.added, merge.replaced, merge.restored, merge.equal, merge.older]
}

#[test]
fn by_number_the_later_change_wins() {
    let here = [kept(1.0, 5.0).report, kept(2.0, 5.0).report, kept(3.0, 5.0).report];
    let file = vec![kept(1.0, 5.0), kept(2.0, 6.0), kept(3.0, 4.0), kept(4.0, 1.0)];
    let merge = merge(&here, file);
    assert_eq!(counts(&merge), [1, 1, 0, 1, 1]);
    assert_eq!(merge.to_save, [kept(2.0, 6.0), kept(4.0, 1.0)]);
    assert_eq!(
        merge.sentence(),
        "4 reports in the file: 1 added, 1 replaced by a later state, 1 already here, \
         1 left as here, because the file's state is older."
    );
}

#[test]
fn of_equally_late_ones_the_one_here_stays() {
    let file = KeptReport {
        report: StoredReport { source: "file".to_owned(), ..kept(1.0, 5.0).report },
        text: None,
    };
    assert_eq!(counts(&merge(&[kept(1.0, 5.0).report], vec![file])), [0, 0, 0, 0, 1]);
}

#[test]
fn what_was_removed_here_comes_back() {
    let removed = StoredReport { deleted_ms: Some(9.0), ..kept(1.0, 9.0).report };
    let merge = merge(&[removed], vec![kept(1.0, 5.0)]);
    assert_eq!(counts(&merge), [0, 0, 1, 0, 0]);
    assert_eq!(merge.to_save, [kept(1.0, 5.0)]);
}

#[test]
fn a_number_twice_in_a_file_is_its_later_state() {
    let merge = merge(&[], vec![kept(1.0, 5.0), kept(1.0, 7.0), kept(1.0, 6.0)]);
    assert_eq!((counts(&merge), merge.to_save), ([1, 0, 0, 0, 0], vec![kept(1.0, 7.0)]));
}

#[test]
fn the_sentence_counts_in_english() {
    assert_eq!(merge(&[], Vec::new()).sentence(), "The file is a library without reports.");
    assert_eq!(merge(&[], vec![kept(1.0, 5.0)]).sentence(), "1 report in the file: 1 added.");
}

proptest! {
    #[test]
    fn importing_twice_changes_nothing_the_second_time(here in library(), file in library()) {
        let records = |kept: &[KeptReport]| kept.iter().map(|kept| kept.report.clone()).collect::<Vec<_>>();
        let first = merge(&records(&here), file.clone());
        let mut after = records(&here);
        after.retain(|report| !first.to_save.iter().any(|saved| saved.report.id.to_bits() == report.id.to_bits()));
        after.extend(records(&first.to_save));
        let second = merge(&after, file);
        prop_assert_eq!(second.to_save, Vec::new());
    }
}
