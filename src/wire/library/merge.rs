//! An imported library beside the one that is here.

use super::KeptReport;
use crate::text::{ByNumber, Gather};
use crate::wire::stored::StoredReport;

/// What an import changes.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Merge {
    /// What has to be saved, in the file's order.
    pub to_save: Vec<KeptReport>,
    /// How many of these were not here.
    pub added: usize,
    /// How many take the place of an earlier state.
    pub replaced: usize,
    /// How many had been removed here and are back.
    pub restored: usize,
    /// How many are here already, just so.
    pub equal: usize,
    /// How many were changed here since, and stay as they are here.
    pub older: usize,
}

impl Merge {
    /// What the import did, in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let total = self.added + self.replaced + self.restored + self.equal + self.older;
        let counts = [
            (self.added, "added"),
            (self.replaced, "replaced by a later state"),
            (self.restored, "brought back"),
            (self.equal, "already here"),
            (self.older, "left as here, because the file's state is older"),
        ];
        let parts: Vec<String> =
            counts.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")).gather();
        match total {
            0 => "The file is a library without reports.".to_owned(),
            1 => format!("1 report in the file: {}.", parts.join(", ")),
            _ => format!("{total} reports in the file: {}.", parts.join(", ")),
        }
    }
}

/// Puts `imported` beside the reports that are `here`, by their numbers.
///
/// Records are the same where all of their fields are, `changed_ms` among them, which moves whenever the text does. Of
/// two that differ the one that was changed later wins, and of equally late ones the one here. What was removed here
/// comes back where the file still has it: importing it is the later word.
#[must_use]
pub fn merge<'r>(here: impl IntoIterator<Item = &'r StoredReport>, imported: Vec<KeptReport>) -> Merge {
    let here = ByNumber::of(here.into_iter().map(|report| (report.id.to_bits(), report)).gather());
    let mut merge = Merge::default();
    for kept in latest_of_each(imported) {
        let count = match here.get(kept.report.id.to_bits()) {
            None => &mut merge.added,
            Some(own) if **own == kept.report => {
                merge.equal += 1;
                continue;
            }
            Some(own) if own.deleted_ms.is_some() && kept.report.deleted_ms.is_none() => &mut merge.restored,
            Some(own) if own.changed_ms < kept.report.changed_ms => &mut merge.replaced,
            Some(_) => {
                merge.older += 1;
                continue;
            }
        };
        *count += 1;
        merge.to_save.push(kept);
    }
    merge
}

/// A file written by hand may have a number twice.
fn latest_of_each(imported: Vec<KeptReport>) -> Vec<KeptReport> {
    let mut places = ByNumber::default();
    let mut latest: Vec<KeptReport> = Vec::with_capacity(imported.len());
    for kept in imported {
        let number = kept.report.id.to_bits();
        let place = places.get(number).copied().unwrap_or(latest.len());
        match latest.get_mut(place) {
            None => {
                places.insert(number, place);
                latest.push(kept);
            }
            Some(earlier) if earlier.report.changed_ms < kept.report.changed_ms => *earlier = kept,
            Some(_) => {}
        }
    }
    latest
}
