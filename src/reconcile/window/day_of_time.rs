//! Which day a clock time is of: its own, one that its sentence tells, or the incident's.

use super::Finder;
use crate::incident::PartialTime;
use crate::mention::Stamp;
use crate::reconcile::dates::DatedBy;
use crate::reconcile::incident_day::{Place, is_decoy};
use crate::reconcile::told_day;

/// Most times of a sentence before one whose day is looked for.
const MOST_BEFORE: usize = 6;

impl Finder<'_, '_> {
    /// The stamp's moment, its date taken from the incident's where it has none.
    pub(super) fn settle(&self, stamp: &Stamp) -> PartialTime {
        let own = self.dates.day_of(stamp);
        // A date that cannot be told is another day than the incident's, or the same: nobody knows.
        let date = own.or_else(|| stamp.date.is_none().then(|| self.day_for(stamp).map(|day| day.date))?);
        PartialTime { date, time: stamp.time.map(|t| t.time) }
    }

    /// The day of a time without a date.
    pub(super) fn day_for(&self, stamp: &Stamp) -> Option<DatedBy> {
        let base = self.series.day_of(stamp).or(self.dates.base)?;
        let told = told_day::beside(self.report, stamp, base).or_else(|| self.day_of_sentence(stamp));
        Some(told.unwrap_or(base))
    }

    /// The day that the time's own sentence gives before it: "On 11 June logins failed between 13:20 and 14:45".
    fn day_of_sentence(&self, stamp: &Stamp) -> Option<DatedBy> {
        let stamps = &self.report.mentions.stamps;
        let own = self.report.mentions.stamp_index_at(stamp.span.start);
        let sentence = self.report.sentence(stamp.tokens.0);
        let near = stamps[..own].iter().rev().take_while(|other| other.tokens.0 >= sentence.start());
        let mut dated = near.take(MOST_BEFORE).filter(|other| !is_decoy(self.report, other));
        let (date, span) = dated.find_map(|other| Some((other.date.as_ref()?, other.span)))?;
        Some(DatedBy { date: self.dates.settle(date)?, span: Some(span), place: Place::Told })
    }
}
