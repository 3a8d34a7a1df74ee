//! Reports as the library keeps them, and which of them a change makes worth keeping.

use std::rc::Rc;

use crate::incident::Incident;
use crate::text::{Gather, sorted_by_key};
use crate::wire::stored::{
    StoredCorrection, StoredFacts, StoredIncident, StoredReport, StoredValue, VERSION, counted_entries,
    parse_moment,
};

use super::correction::places_to_keep;
use super::notes::{CorrectValue, Correctable, Correction, Notes};
use super::overview::first_words;
use super::{Effect, Report, ReportId, Source, State};

/// The version of the program that read the facts.
const READER: &str = env!("CARGO_PKG_VERSION");

/// What the library holds of a report: enough for the list and the comparison, without its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The incidents' facts, without evidence and timeline.
    pub incidents: Vec<Incident>,
    /// How many timeline entries and how many discrepancies each of them has.
    pub counts: Vec<(u32, u32)>,
    /// The first words of a text in which no incident was found.
    pub opening: Option<String>,
}

/// A report as it is to be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Keep {
    /// What is known of it.
    pub record: StoredReport,
    /// Its text; `None` where the library has it already.
    pub text: Option<Rc<str>>,
}

/// What is to be kept or erased after a change of the list.
pub(super) fn changes(before: &State, after: &State) -> Vec<Effect> {
    if Rc::ptr_eq(&before.reports, &after.reports) && Rc::ptr_eq(&before.deleted, &after.deleted) {
        return Vec::new();
    }
    let known = |state: &State| -> Vec<Rc<Report>> {
        let all = state.reports.iter().chain(state.deleted.iter()).map(Rc::clone);
        sorted_by_key(all.gather(), |report: &Rc<Report>| report.id.0)
    };
    let (before, after) = (known(before), known(after));
    let find = |list: &[Rc<Report>], id: ReportId| {
        list.binary_search_by_key(&id, |report| report.id).ok().map(|place| Rc::clone(&list[place]))
    };
    let kept: Vec<Keep> =
        after.iter().filter_map(|report| keep(find(&before, report.id).as_deref(), report)).gather();
    let erased: Vec<ReportId> =
        before.iter().map(|report| report.id).filter(|id| find(&after, *id).is_none()).gather();
    let keep = (!kept.is_empty()).then_some(Effect::Keep(kept));
    keep.into_iter().chain((!erased.is_empty()).then_some(Effect::Erase(erased))).gather()
}

/// The report as it is to be kept, where it is read to the end and differs from `before`.
fn keep(before: Option<&Report>, after: &Report) -> Option<Keep> {
    if after.is_being_read() || after.is_blank() || before == Some(after) {
        return None;
    }
    let settled = before.filter(|before| !before.is_being_read());
    let record = record(after);
    // A text from the library that is read again mostly says what it said.
    if settled.is_some_and(|before| before.revision == after.revision && self::record(before) == record) {
        return None;
    }
    let has_text = settled.is_some_and(|before| before.revision == after.revision);
    Some(Keep { record, text: after.text.clone().filter(|_| !has_text) })
}

/// All reports with their texts as far as they are here, the deleted ones not among them.
pub(super) fn all(state: &State) -> Vec<Keep> {
    let settled = state.reports.iter().filter(|report| !report.is_being_read() && !report.is_blank());
    settled.map(|report| Keep { record: record(report), text: report.text.clone() }).gather()
}

/// The report as a record of the library.
#[must_use]
pub(super) fn record(report: &Report) -> StoredReport {
    let (source, file_name) = match &report.source {
        Source::Pasted => ("pasted", None),
        Source::Typed => ("typed", None),
        Source::Sample => ("sample", None),
        Source::Link => ("link", None),
        Source::Imported => ("imported", None),
        Source::File(name) => ("file", Some(name.to_string())),
    };
    // OK because numbers of reports are below 2^53.
    #[expect(clippy::cast_precision_loss)]
    let id = report.id.0 as f64;
    StoredReport {
        version: VERSION,
        id,
        added_ms: report.added_ms,
        changed_ms: report.changed_ms,
        deleted_ms: report.deleted_ms,
        source: source.to_owned(),
        file_name,
        reader: READER.to_owned(),
        opening: opening(report),
        incidents: incidents(report),
    }
}

/// The first words of a text without an incident, which are its title.
fn opening(report: &Report) -> Option<String> {
    report.original_incidents().is_empty().then(|| first_words(report)).flatten()
}

fn incidents(report: &Report) -> Vec<StoredIncident> {
    let stored = |(place, incident): (usize, &Incident)| {
        let notes = report.notes_of(place);
        let mut facts = facts_of(incident, report.incidents().get(place), notes);
        if let (None, Some(kept)) = (&report.reading, &report.kept) {
            (facts.events, facts.discrepancies) = kept.counts.get(place).copied().unwrap_or_default();
        }
        StoredIncident {
            facts,
            name: notes.name.as_ref().map(Rc::to_string),
            tags: notes.tags.iter().map(Rc::to_string).gather(),
            corrections: notes.corrections.iter().map(stored_correction).gather(),
        }
    };
    report.original_incidents().iter().enumerate().map(stored).gather()
}

/// With the entries that figures depend on, as they were read and as they are corrected.
fn facts_of(read: &Incident, settled: Option<&Incident>, notes: &Notes) -> StoredFacts {
    let mut places = counted_entries(read);
    places.extend(settled.map(|it| places_to_keep(read, it, &notes.corrections)).unwrap_or_default());
    StoredFacts::with_entries(read, &places)
}

fn stored_correction(correction: &Correction) -> StoredCorrection {
    let value = correction.value.as_ref().map(|value| match value {
        CorrectValue::Minutes { low, high } if low < high => StoredValue::MinutesRange(*low, *high),
        CorrectValue::Minutes { low, .. } => StoredValue::Minutes(*low),
        CorrectValue::Percent { low, high, of } if low < high => {
            StoredValue::ShareRange { low: *low, high: *high, of: of.as_ref().map(Rc::to_string) }
        }
        CorrectValue::Percent { low, of, .. } => {
            StoredValue::Share { percent: *low, of: of.as_ref().map(Rc::to_string) }
        }
        CorrectValue::Moment { at, offset_minutes } => {
            StoredValue::Moment { at: at.to_string(), offset_minutes: *offset_minutes }
        }
        CorrectValue::Words(words) => StoredValue::Text(words.to_string()),
    });
    let entry = correction.entry.as_deref().map(str::to_owned);
    StoredCorrection { fact: correction.fact.to_string(), value, entry }
}

/// A report of the library, its text left there.
#[must_use]
pub(super) fn report(record: StoredReport) -> Report {
    let source = match (&*record.source, record.file_name) {
        ("file", Some(name)) => Source::File(name.into()),
        ("pasted", _) => Source::Pasted,
        ("typed", _) => Source::Typed,
        ("sample", _) => Source::Sample,
        ("link", _) => Source::Link,
        _ => Source::Imported,
    };
    // OK because the numbers of records are whole and below 2^53; anything else becomes a number too.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let id = ReportId(record.id as u64);
    let mut report = Report::of_library(id, source, record.added_ms);
    report.changed_ms = record.changed_ms;
    report.deleted_ms = record.deleted_ms;
    let notes = record.incidents.iter().map(notes).collect();
    // Collected, which takes no more room than is needed: mostly it is one of a large kind, of ten thousand reports.
    report.kept = Some(Rc::new(Kept {
        counts: record.incidents.iter().map(|it| (it.facts.events, it.facts.discrepancies)).collect(),
        incidents: record.incidents.into_iter().map(|it| it.facts.into_incident()).collect(),
        opening: record.opening,
    }));
    report.set_notes(notes);
    report
}

fn notes(stored: &StoredIncident) -> Notes {
    Notes {
        name: stored.name.as_deref().map(Rc::from),
        tags: stored.tags.iter().map(|tag| Rc::from(&**tag)).gather(),
        corrections: stored.corrections.iter().filter_map(correction).gather(),
    }
}

/// A stored correction; one that makes no sense is left out.
fn correction(stored: &StoredCorrection) -> Option<Correction> {
    let fact: Correctable = stored.fact.parse().ok()?;
    let entry: Option<Rc<str>> = stored.entry.as_deref().map(Rc::from);
    let value = match &stored.value {
        None => return Some(Correction { fact, value: None, entry }),
        Some(StoredValue::Minutes(minutes)) => minutes_of(*minutes, *minutes),
        Some(StoredValue::MinutesRange(low, high)) => minutes_of(*low, *high),
        Some(StoredValue::Share { percent, of }) => share_of(*percent, *percent, of.as_deref()),
        Some(StoredValue::ShareRange { low, high, of }) => share_of(*low, *high, of.as_deref()),
        Some(StoredValue::Moment { at, offset_minutes }) => {
            let at = parse_moment(at)?;
            Some(CorrectValue::Moment { at, offset_minutes: *offset_minutes })
        }
        Some(StoredValue::Text(words)) => Some(CorrectValue::Words(words.as_str().into())),
    };
    Some(Correction { fact, value: Some(value?), entry })
}

fn minutes_of(low: f64, high: f64) -> Option<CorrectValue> {
    (low >= 0.0 && low <= high && high.is_finite()).then_some(CorrectValue::Minutes { low, high })
}

fn share_of(low: f64, high: f64, of: Option<&str>) -> Option<CorrectValue> {
    let fits = low >= 0.0 && low <= high && high <= 100.0;
    fits.then(|| CorrectValue::Percent { low, high, of: of.map(Rc::from) })
}
